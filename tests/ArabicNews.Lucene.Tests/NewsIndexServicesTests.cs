using Microsoft.Extensions.DependencyInjection;

namespace ArabicNews.Lucene.Tests;

public sealed class NewsIndexServicesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("newsindexservices").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task AddArabicNewsIndex_IsOneIndexThatTheContainerCloses()
    {
        await using (ServiceProvider provider = new ServiceCollection().AddArabicNewsIndex(_folder).AddArabicNewsIndex("another").BuildServiceProvider())
        {
            NewsIndex index = provider.GetRequiredService<NewsIndex>();
            provider.GetRequiredService<NewsIndex>().Should().BeSameAs(index);
            index.Add("one", News.Page("خبر\nنص"), EntityExtraction.Empty);
        }

        using NewsIndex again = NewsIndex.Open(_folder);
        again.GetStatistics().ArticleCount.Should().Be(1);
    }

    [Fact]
    public void AddArabicNewsIndex_SettingsFromTheContainer_AreTaken()
    {
        NewsIndex.Open(_folder).Dispose();
        using ServiceProvider provider = new ServiceCollection().AddSingleton(new NewsIndexOptions { ReadOnly = true }).AddArabicNewsIndex(_folder, services => services.GetRequiredService<NewsIndexOptions>()).BuildServiceProvider();
        FluentActions.Invoking(() => provider.GetRequiredService<NewsIndex>().Commit()).Should().Throw<InvalidOperationException>();
    }

    [Fact]
    public void AddArabicNewsIndex_ASettingOutOfRange_IsSaidAtOnce()
    {
        FluentActions.Invoking(() => new ServiceCollection().AddArabicNewsIndex(_folder, new NewsIndexOptions { BufferMegabytes = -1 })).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new ServiceCollection().AddArabicNewsIndex("")).Should().Throw<ArgumentException>();
    }
}
