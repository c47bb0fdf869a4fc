using System.Diagnostics;
using System.Globalization;
using ArabicNews.Tests.Support;

namespace ArabicNews.Lucene.Tests;

public sealed class NewsIndexThreadTests : IDisposable
{
    private const int Threads = 64;

    private readonly string _folder = Directory.CreateTempSubdirectory("newsindexthreads").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void ManyThreads_ReadingAndWriting_EqualOne()
    {
        string folder = Path.Combine(_folder, "index");
        int[] steps = new int[Threads];
        using (NewsIndex index = NewsIndex.Open(folder))
        {
            var clock = Stopwatch.StartNew();
            var threads = new List<Thread>();
            var errors = new List<Exception>();
            for (int number = 0; number < Threads; number++)
            {
                int own = number;
                var thread = new Thread(() =>
                {
                    try
                    {
                        while (clock.Elapsed < Nightly.Mixed) Step(index, own, steps[own]++);
                    }
                    catch (Exception problem)
                    {
                        lock (errors) errors.Add(problem);
                    }
                });
                threads.Add(thread);
                thread.Start();
            }

            threads.ForEach(thread => thread.Join());
            errors.Should().BeEmpty();
            index.Merge();
        }

        using NewsIndex many = NewsIndex.Open(folder), one = NewsIndex.CreateInMemory();
        for (int own = 0; own < Threads; own++)
            for (int step = 0; step < steps[own]; step++) Write(one, own, step);
        one.Merge();
        foreach (string query in new[] { "", "خبر", "w1 أو w2", "«نص الخبر»", "w3 -w4" })
        {
            NewsQuery asked = NewsQuery.Parse(query) with { Limit = 10_000 };
            WithoutStories(many.Search(asked)).Should().Be(WithoutStories(one.Search(asked)));
        }

        NewsIndex.Verify(folder).Findings.Should().BeEmpty();
    }

    // Each thread writes pages of its own, so that the order of threads decides nothing, and finds them at once.
    private static void Step(NewsIndex index, int own, int step)
    {
        string id = Write(index, own, step);
        if (step % 3 == 0) index.Search(NewsQuery.Parse("خبر w1") with { Limit = 3 }).Hits.Should().NotContain(hit => hit.Headline == null);
        if (step % 5 == 0) index.Search(NewsQuery.Parse(string.Create(CultureInfo.InvariantCulture, $"t{own}s{step}"))).Hits.Select(hit => hit.Id).Should().Equal(IsRemoval(step) ? [] : [id]);
        if ((step + own) % 50 == 0) index.Commit();
        if (own == 0 && step % 40 == 0) index.GetStatistics().ArticleCount.Should().BeGreaterThanOrEqualTo(0);
    }

    // Which of two copies comes first, and so begins a story, the threads decide.
    private static NewsSearchResult WithoutStories(NewsSearchResult result) => result with { Hits = [.. result.Hits.Select(hit => hit with { Story = null })] };

    private static bool IsRemoval(int step) => step % 7 == 6;

    private static string Write(NewsIndex index, int own, int step)
    {
        string id = string.Create(CultureInfo.InvariantCulture, $"{own}-{step % 11}");
        if (IsRemoval(step)) index.Remove(id);
        else index.Add(id, News.Page(string.Create(CultureInfo.InvariantCulture, $"خبر t{own}s{step}\nنص الخبر w{step % 5} {string.Join(' ', Enumerable.Repeat("حشو", step % 13))}")), EntityExtraction.Empty);
        return id;
    }
}
