using System.Globalization;

namespace ArabicNews.Lucene.Tests;

public class NewsIndexStoryTests
{
    private static readonly string[] s_stems = ["قرار", "جلسة", "مشروع", "سوق", "طريق", "مدرسة", "مصنع", "ميناء", "حقل", "جسر", "نهر", "محطة", "كتاب", "معرض", "سفينة", "قافلة", "موسم", "محصول", "شركة", "عقد"];

    [Fact]
    public void Copies_AreOneStory_WithItsEarliestAndTheAgencysOwn()
    {
        using var index = NewsIndex.CreateInMemory();
        Add(index, "late", 1, "2026-03-03");
        Add(index, "other", 2, "2026-03-01");
        Add(index, "agency", 1, "2026-03-02", site: "وكالة الأناضول");
        Add(index, "early", 1, "2026-03-01", words: 50);

        StoryOf(index, "late").Should().Be(new StoryGroup("late", 3, "early", "agency"));
        StoryOf(index, "early").Should().Be(StoryOf(index, "late"));
        StoryOf(index, "other").Should().Be(new StoryGroup("other", 1, "other", null));
        Ids(index, NewsQuery.All with { Story = "late", Order = NewsOrder.Newest }).Should().Equal("late", "agency", "early");
        Ids(index, NewsQuery.All with { Story = "no such story" }).Should().BeEmpty();
    }

    [Fact]
    public void Replaced_And_Removed_Pages_LeaveTheirStory()
    {
        using var index = NewsIndex.CreateInMemory();
        Add(index, "a", 1, "2026-03-01");
        Add(index, "b", 1, "2026-03-02");
        Add(index, "a", 2, "2026-03-01");
        StoryOf(index, "b").Should().Be(new StoryGroup("a", 1, "b", null), "a story keeps its id when the article that began it is gone");
        StoryOf(index, "a").Count.Should().Be(1);
        StoryOf(index, "a").Id.Should().NotBe("a");
        Add(index, "c", 1, "2026-03-03");
        index.Remove("b");
        StoryOf(index, "c").Should().Be(new StoryGroup("a", 1, "c", null));
    }

    [Fact]
    public void RelatedArticles_AreOfStoriesToo()
    {
        using var index = NewsIndex.CreateInMemory();
        index.Add("page", News.Page(TextOf(1), "2026-03-01", related: TextOf(2)), EntityExtraction.Empty);
        Add(index, "copy", 2, "2026-03-02");
        StoryGroup story = StoryOf(index, "copy");
        story.Count.Should().Be(2);
        story.Earliest.Should().Be("page");
        index.Search(NewsQuery.All with { Story = story.Id }).Hits.Select(hit => (hit.Id, hit.Number)).Should().BeEquivalentTo([("page", 1), ("copy", 0)]);
    }

    [Theory]
    [InlineData(NewsOrder.Relevance)]
    [InlineData(NewsOrder.Newest)]
    public void CollapseStories_ShowsTheBestOfEach_OnceOnAllPages(NewsOrder order)
    {
        using var index = NewsIndex.CreateInMemory();
        for (int i = 0; i < 60; i++) Add(index, string.Create(CultureInfo.InvariantCulture, $"p{i:D2}"), (i * 7 % 20) + 1, string.Create(CultureInfo.InvariantCulture, $"2026-03-{(i % 28) + 1:D2}"), words: 70 + (i % 3));
        NewsQuery query = NewsQuery.FromText("قرار جلسة مشروع سوق") with { Order = order, Limit = 100 };
        NewsSearchResult all = index.Search(query);
        string[] best = [.. all.Hits.DistinctBy(hit => hit.Story!.Value.Id).Select(hit => hit.Id)];
        best.Length.Should().BeInRange(15, 25, "three copies each of twenty texts");

        NewsSearchResult collapsed = index.Search(query with { CollapseStories = true });
        collapsed.Hits.Select(hit => hit.Id).Should().Equal(best);
        collapsed.TotalCount.Should().Be(all.TotalCount);
        var paged = new List<string>();
        for (NewsQuery? next = query with { CollapseStories = true, Limit = 4 }; next is not null;)
        {
            NewsSearchResult page = index.Search(next);
            paged.AddRange(page.Hits.Select(hit => hit.Id));
            next = page.Next is { } cursor ? next with { After = cursor } : null;
        }

        paged.Should().Equal(best);
    }

    [Fact]
    public void OpenedAgain_StoriesGoOn()
    {
        string folder = Directory.CreateTempSubdirectory("newsindexstories").FullName;
        try
        {
            using (NewsIndex index = NewsIndex.Open(folder))
            {
                Add(index, "a", 1, "2026-03-02");
                Add(index, "b", 1, "2026-03-01");
                Add(index, "gone", 2, "2026-03-01");
                index.Remove("gone");
            }

            using (NewsIndex index = NewsIndex.Open(folder))
            {
                Add(index, "c", 1, "2026-03-03");
                Add(index, "d", 2, "2026-03-03");
                StoryOf(index, "c").Should().Be(new StoryGroup("a", 3, "b", null));
                StoryOf(index, "d").Should().Be(new StoryGroup("d", 1, "d", null));
            }

            using NewsIndex reader = NewsIndex.Open(folder, new NewsIndexOptions { ReadOnly = true });
            StoryOf(reader, "b").Count.Should().Be(3);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void WithoutStories_HitsHaveNone()
    {
        using var index = NewsIndex.CreateInMemory(new NewsIndexOptions { GroupStories = false });
        Add(index, "a", 1, "2026-03-01");
        Add(index, "b", 1, "2026-03-02");
        index.Search(NewsQuery.All).Hits.Should().OnlyContain(hit => hit.Story == null);
        Ids(index, NewsQuery.All with { CollapseStories = true }).Should().HaveCount(2);
    }

    private static void Add(NewsIndex index, string id, int story, string published, int words = 80, string? site = null)
    {
        NewsPage page = News.Page(TextOf(story, words), published);
        index.Add(id, page with { Metadata = PageMetadata.Empty with { SiteName = site } }, EntityExtraction.Empty);
    }

    // A headline of its own, and a body that is the story's, or its beginning.
    private static string TextOf(int story, int words = 80)
    {
        var random = new Random(story);
        return string.Create(CultureInfo.InvariantCulture, $"عنوان {words}\n{string.Join(' ', Enumerable.Range(0, 80).Select(_ => s_stems[random.Next(s_stems.Length)] + s_stems[random.Next(s_stems.Length)]).Take(words))} قرار جلسة");
    }

    private static StoryGroup StoryOf(NewsIndex index, string id) => index.Search(NewsQuery.All with { Limit = 1000 }).Hits.Single(hit => hit.Id == id && hit.Number == 0).Story!.Value;

    private static IEnumerable<string> Ids(NewsIndex index, NewsQuery query) => index.Search(query).Hits.Select(hit => hit.Id);
}
