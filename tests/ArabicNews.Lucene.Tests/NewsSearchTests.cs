using System.Globalization;
using ArabicNews.Tests.Support;

namespace ArabicNews.Lucene.Tests;

public sealed class NewsSearchTests
{
    private static readonly PlaceInfo s_damascus = new("Q11", "دمشق", "Damascus", "SY", 33.5131, 36.2919, PlaceKind.Capital);

    [Theory]
    [InlineData("وزار*", "a b")]
    [InlineData("مدار*", "b")]
    [InlineData("زلز*", "c")]
    [InlineData("كري*", "")]
    [InlineData("زلرال~", "c")]
    [InlineData("زلرال~1", "c")]
    [InlineData("زلزل~1", "c")]
    [InlineData("زرل~1", "")]
    [InlineData("وزار* -مدار*", "a")]
    [InlineData("مقدمة:الوزارة", "a")]
    [InlineData("مقدمة:المدارس", "")]
    [InlineData("near:بيروت", "a")]
    [InlineData("near:بيروت~100كم", "a b")]
    [InlineData("near:33.9,35.5~2", "a")]
    [InlineData("near:0,0~100", "")]
    [InlineData("near:بيروت~100 -near:بيروت", "b")]
    public void Search_PatternsAndAreas_FindWhatTheyStandFor(string query, string ids)
    {
        using NewsIndex index = Sample();
        string.Join(' ', index.Search(NewsQuery.Parse(query)).Hits.Select(hit => hit.Id).Order(StringComparer.Ordinal)).Should().Be(ids);
    }

    [Fact]
    public void Search_APattern_HighlightsTheWordsItStandsFor()
    {
        using NewsIndex index = Sample();
        index.Search(NewsQuery.Parse("مدار*")).Hits.Single().Snippets.Single().ToText("[", "]").Should().Be("زار [المدارس] وفد من وزارات عدة.");
    }

    [Fact]
    public void Search_AnArea_IsAConditionOfTheQueryToo()
    {
        using NewsIndex index = Sample();
        index.Search(NewsQuery.All with { Near = new GeoCircle(33.51, 36.29, 5) }).Hits.Select(hit => hit.Id).Should().Equal("b");
    }

    [Fact]
    public void Search_AWordOfTheHeadline_WeighsMoreThanOneOfTheEnd()
    {
        using NewsIndex index = NewsIndex.CreateInMemory();
        string filler = string.Join(' ', Enumerable.Range(0, 40).Select(i => $"كلمة{i}"));
        index.Add("end", News.Page($"خبر من البلاد\n{filler} هدنة"), EntityExtraction.Empty);
        index.Add("lead", News.Page($"خبر من البلاد\nهدنة {filler}"), EntityExtraction.Empty);
        index.Add("headline", News.Page($"هدنة في البلاد\n{filler} خبر"), EntityExtraction.Empty);
        foreach (NewsQuery query in new[] { NewsQuery.Parse("هدنة"), NewsQuery.FromText("هدنة") })
            index.Search(query).Hits.Select(hit => hit.Id).Should().Equal("headline", "lead", "end");
    }

    [Fact]
    public void Search_OfWordsWithTheSameStem_TheOneSpelledLikeTheQueryComesFirst()
    {
        using NewsIndex index = NewsIndex.CreateInMemory();
        index.Add("other", News.Page("عنوان\nوالمدرستان في المدينة"), EntityExtraction.Empty);
        index.Add("same", News.Page("عنوان\nوالمدرسة في المدينة"), EntityExtraction.Empty);
        index.Search(NewsQuery.FromText("المدرسة")).Hits.Select(hit => hit.Id).Should().Equal("same", "other");
    }

    [Fact]
    public void Search_WithRecency_OlderArticlesLose()
    {
        using NewsIndex index = NewsIndex.CreateInMemory();
        index.Add("old", News.Page("هدنة هدنة\nهدنة في البلاد", "2020-01-01"), EntityExtraction.Empty);
        index.Add("new", News.Page("خبر من البلاد\nهدنة في البلاد", "2024-01-01"), EntityExtraction.Empty);
        index.Add("undated", News.Page("هدنة هدنة\nهدنة في البلاد"), EntityExtraction.Empty);
        NewsQuery query = NewsQuery.Parse("هدنة");
        index.Search(query).Hits.Select(hit => hit.Id).Should().Equal("old", "undated", "new");
        var recency = new NewsRecency(News.Day("2024-01-02"), TimeSpan.FromDays(30), 0.9);
        NewsSearchResult recent = index.Search(query with { Recency = recency });
        recent.Hits.Select(hit => hit.Id).Should().Equal("new", "old", "undated");
        index.Search(query with { Recency = recency with { Weight = 0 } }).Hits.Should().Equal(index.Search(query).Hits);
        recent.Hits[0].Score.Should().BeApproximately(index.Search(query).Hits[2].Score * (float)(0.1 + (0.9 * Math.Pow(2, -1.0 / 30))), 1e-4f);
    }

    [Theory]
    [InlineData("الزلزالل", "الزلزال")]
    [InlineData("الظريبة", "الضريبة")]
    [InlineData("مجلسالأمن", "مجلس الأمن")]
    [InlineData("الظريبة الجديده", "الضريبة الجديده")]
    [InlineData("«قرار» الظريبة", "«قرار» الضريبة")]
    public void Search_AWordThatNobodyWrites_SuggestsAnother(string query, string expected)
    {
        using NewsIndex index = Words();
        foreach (NewsQuery read in new[] { NewsQuery.Parse(query), NewsQuery.FromText(query) })
        {
            SpellingSuggestion? suggestion = index.Search(read).DidYouMean;
            if (read.Parts[0].Kind == QueryPartKind.Text && query.Contains(' ', StringComparison.Ordinal)) continue; // its other words find enough
            suggestion.Should().NotBeNull();
            suggestion!.Text.Should().Be(expected);
            suggestion.TotalCount.Should().BeGreaterThan(index.Search(read).TotalCount);
            index.Search(suggestion.Query).TotalCount.Should().Be(suggestion.TotalCount);
        }
    }

    [Theory]
    [InlineData("الزلزال")]
    [InlineData("زلزال")]
    [InlineData("زلزالها")]
    [InlineData("سيارات")]
    [InlineData("-الظريبة")]
    [InlineData("xyz")]
    [InlineData("")]
    public void Search_WhatIsSpelledWell_OrLikeNothing_SuggestsNothing(string query)
    {
        using NewsIndex index = Words();
        index.Search(NewsQuery.Parse(query)).DidYouMean.Should().BeNull();
    }

    [Fact]
    public void Search_MoreLikeAnArticle_FindsWhatIsOnTheSame()
    {
        using NewsIndex index = NewsIndex.CreateInMemory();
        index.Add("quake-1", News.Page("زلزال قوي يضرب شمال المغرب\nقتل العشرات في زلزال ضرب مراكش.", related: "هزة في مراكش\nزلزال ثان ضرب مراكش"), EntityExtraction.Empty);
        index.Add("quake-2", News.Page("ضحايا الزلزال في مراكش\nارتفع عدد ضحايا زلزال المغرب."), EntityExtraction.Empty);
        index.Add("match", News.Page("مباراة في الدوحة\nفاز الفريق في المباراة."), EntityExtraction.Empty);
        index.Add("match-2", News.Page("مباراة أخرى في الدوحة\nخسر الفريق في المباراة."), EntityExtraction.Empty);
        index.Search(NewsQuery.MoreLike("quake-1")).Hits.Select(hit => hit.Id).Should().Equal("quake-2");
        index.Search(NewsQuery.MoreLike("quake-1", 1)).Hits.Select(hit => hit.Id).Should().Equal("quake-2");
        index.Search(NewsQuery.MoreLike("match") with { PublishedFrom = News.Day("2024-01-01") }).TotalCount.Should().Be(0, "the filters hold too");
        index.Search(NewsQuery.MoreLike("missing")).Should().Be(new NewsSearchResult { TotalCount = 0 });
        index.Search(NewsQuery.MoreLike("match", 7)).TotalCount.Should().Be(0);
    }

    [Fact]
    public void Search_TheMap_HasAllPlacesWithCoordinates()
    {
        using NewsIndex index = Sample();
        ImmutableMap(index.Search(NewsQuery.All with { MapLimit = 100, FacetLimit = 1 })).Should().Equal(("بيروت", 1, 33.89), ("دمشق", 1, 33.5131));
        ImmutableMap(index.Search(NewsQuery.All with { MapLimit = 1, FacetLimit = 0 })).Should().Equal(("بيروت", 1, 33.89));
        index.Search(NewsQuery.All).Map.Should().BeEmpty();
    }

    [Fact]
    public void Search_OutOfTime_GivesWhatItHasAndSaysSo()
    {
        using NewsIndex index = Sample();
        foreach (NewsQuery query in new[] { NewsQuery.Parse("وزارة"), NewsQuery.Parse("وزار* زلرال~"), NewsQuery.All, NewsQuery.MoreLike("a") })
        {
            NewsSearchResult none = index.Search(query with { TimeLimit = TimeSpan.Zero });
            (none.IsPartial, none.TotalCount).Should().Be((true, 0));
            index.Search(query with { TimeLimit = null }).IsPartial.Should().BeFalse();
        }
    }

    [Fact]
    public void Search_AnyQuery_StaysInItsLimits()
    {
        using NewsIndex index = Sample();
        foreach (string text in NewsQueryTests.RandomQueries(seed: 31, count: Nightly.RandomTexts))
        {
            NewsSearchResult result = index.Search(NewsQuery.Parse(text));
            result.TotalCount.Should().BeInRange(0, 3, text);
            result.IsPartial.Should().BeFalse(text);
        }
    }

    [Fact]
    public void Search_ManySegmentsAndDeletedArticles_FindsAndScoresAsInOne()
    {
        using NewsIndex whole = NewsIndex.CreateInMemory(), parts = NewsIndex.CreateInMemory();
        var random = new Random(33);
        string[] words = ["هدنة", "زلزال", "وزير", "مباراة", "انتخابات", "ضريبة"];
        for (int i = 0; i < 3000; i++)
        {
            NewsPage page = News.Page(string.Join(' ', Enumerable.Range(0, 1 + random.Next(4)).Select(_ => words[random.Next(words.Length)])) + "\nنص " + words[random.Next(words.Length)]);
            string id = (i % 2500).ToString("D4", CultureInfo.InvariantCulture);
            parts.Add(id, page, EntityExtraction.Empty);
            whole.Add(id, page, EntityExtraction.Empty);
            if (i % 400 == 0) parts.Search(NewsQuery.All);
        }

        foreach (string text in new[] { "هدنة", "هدنة وزير", "هدنة أو زلزال", "وزير -ضريبة", "«هدنة زلزال»" })
            parts.Search(NewsQuery.Parse(text) with { Limit = 5000 }).Hits.Select(hit => hit.Id).Order(StringComparer.Ordinal).Should()
                .Equal(whole.Search(NewsQuery.Parse(text) with { Limit = 5000 }).Hits.Select(hit => hit.Id).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<(string, int, double)> ImmutableMap(NewsSearchResult result) => result.Map.Select(place => (place.Name, place.Count, place.Place!.Latitude));

    private static NewsIndex Sample()
    {
        NewsIndex index = NewsIndex.CreateInMemory();
        string a = "قرار في بيروت\nأعلنت الوزارة قرارها.", b = "جولة في دمشق\nمن هنا بدأت.\nزار المدارس وفد من وزارات عدة.";
        index.Add("a", News.Page(a), News.Entities(a, News.Beirut));
        index.Add("b", News.Page(b), News.Entities(b, s_damascus));
        index.Add("c", News.Page("هزة أرضية\nالزلزال ضرب فجرا."), EntityExtraction.Empty);
        return index;
    }

    // Ten articles with the same well-spelled words, and one slip.
    private static NewsIndex Words()
    {
        NewsIndex index = NewsIndex.CreateInMemory();
        for (int i = 0; i < 12; i++)
            index.Add(i.ToString(CultureInfo.InvariantCulture), News.Page("قرار مجلس الأمن\nالزلزال يضرب البلاد، والضريبة الجديدة، الضريبة على السيارات."), EntityExtraction.Empty);
        index.Add("slip", News.Page("خبر\nالزلزالل ضرب المدينة."), EntityExtraction.Empty);
        return index;
    }
}
