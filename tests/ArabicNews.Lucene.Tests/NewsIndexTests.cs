using System.Globalization;

namespace ArabicNews.Lucene.Tests;

public class NewsIndexTests
{
    private const string GazaText = "اجتماع وزراء الخارجية بشأن غزة\nبحث الوزراء في القاهرة وقف إطلاق النار في غزة.\nوقال لويد أوستن إن المدارس في رفح أغلقت أبوابها.";
    private const string QuakeText = "زلزال يضرب شمال البلاد\nضرب زلزال قوي المدينة فجر الثلاثاء، ولم ترد أنباء عن ضحايا.\nوأعلنت الحكومة في بيروت إغلاق المدرسة.";

    [Fact]
    public void Search_WhatWasAdded_IsFoundAtOnceInAnyInflection()
    {
        using NewsIndex index = Sample();
        Ids(index, "وزير").Should().Equal("gaza");
        Ids(index, "مدرسة").Should().BeEquivalentTo("gaza", "quake");
        Ids(index, "بالزلزال").Should().Equal("quake");
        Ids(index, "كريكيت").Should().BeEmpty();
    }

    [Theory]
    [InlineData("مدرسة غزة", "gaza")]
    [InlineData("غزة أو زلزال", "gaza quake")]
    [InlineData("مدرسة -غزة", "quake")]
    [InlineData("-غزة", "quake")]
    [InlineData("ليس (غزة أو زلزال)", "")]
    [InlineData("«إطلاق النار»", "gaza")]
    [InlineData("«النار إطلاق»", "")]
    [InlineData("«في غزة»", "gaza")]
    [InlineData("«غزة وقال»", "")]
    [InlineData("عنوان:زلزال", "quake")]
    [InlineData("عنوان:مدرسة", "")]
    [InlineData("شخص:أوستن", "gaza")]
    [InlineData("شخص:«لويد أوستن»", "gaza")]
    [InlineData("شخص:person-1", "gaza")]
    [InlineData("مكان:بيروت", "quake")]
    [InlineData("مكان:Q1", "gaza")]
    [InlineData("دولة:LB", "quake")]
    [InlineData("دولة:لبنان", "quake")]
    [InlineData("مصدر:رويترز", "gaza")]
    [InlineData("قسم:سياسة مدرسة", "gaza")]
    [InlineData("بعد:2024-01-01", "quake")]
    [InlineData("قبل:2024-01-01", "gaza")]
    [InlineData("بعد:2023-10-09 قبل:2023-10-10", "gaza")]
    [InlineData("بعد:2023-10-10 قبل:2024", "")]
    [InlineData("في", "gaza quake")]
    [InlineData("", "gaza quake")]
    public void Search_TheQueryLanguage_MeansWhatItSays(string query, string ids)
    {
        using NewsIndex index = Sample();
        Ids(index, query).Order(StringComparer.Ordinal).Should().Equal(ids.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void Search_Filters_AreConditionsOfTheQueryToo()
    {
        using NewsIndex index = Sample();
        index.Search(NewsQuery.All with { People = ["لويد أوستن"], Places = ["غزة"], Countries = ["PS"], Sources = ["رويترز"], Sections = ["سياسة"] }).TotalCount.Should().Be(1);
        index.Search(NewsQuery.All with { Places = ["غزة", "بيروت"] }).TotalCount.Should().Be(0);
        index.Search(NewsQuery.All with { Places = ["؟"] }).TotalCount.Should().Be(0, "a name without a word names nobody");
        index.Search(NewsQuery.All with { PublishedFrom = News.Day("2024-02-06"), PublishedBefore = News.Day("2024-02-07") }).Hits.Single().Id.Should().Be("quake");
    }

    [Fact]
    public void Search_AHit_CarriesWhatThePageTold()
    {
        using NewsIndex index = Sample();
        NewsHit hit = index.Search(NewsQuery.Parse("مدرسة شخص:أوستن")).Hits.Single();
        hit.Headline!.Text.Should().Be("اجتماع وزراء الخارجية بشأن غزة");
        hit.Published.Should().Be(News.Day("2023-10-09"));
        hit.PublishedPrecision.Should().Be(DatePrecision.Day);
        (hit.Section, hit.Number).Should().Be(("سياسة", 0));
        hit.Sources.Should().Equal("رويترز");
        Snippet snippet = hit.Snippets.Single();
        snippet.Span.In(GazaText).ToString().Should().Be(snippet.Text);
        snippet.Matches.Select(match => match.In(snippet.Text).ToString()).Should().Equal("أوستن", "المدارس");
        snippet.ToText("[", "]").Should().Be("وقال لويد [أوستن] إن [المدارس] في رفح أغلقت أبوابها.");
    }

    [Fact]
    public void Add_TheSameId_Replaces()
    {
        using NewsIndex index = Sample();
        index.Add("gaza", News.Page("عنوان آخر\nنص آخر تماما"), EntityExtraction.Empty);
        Ids(index, "غزة").Should().BeEmpty();
        Ids(index, "عنوان:آخر").Should().Equal("gaza");
        index.GetStatistics().ArticleCount.Should().Be(2);
    }

    [Fact]
    public void Remove_TakesThePageAndItsRelatedArticles()
    {
        using NewsIndex index = Sample();
        index.Add("two", News.Page("رياضة\nفاز الفريق", related: "طقس\nأمطار غزيرة متوقعة غدا"), EntityExtraction.Empty);
        NewsHit related = index.Search(NewsQuery.Parse("أمطار")).Hits.Single();
        (related.Id, related.Number).Should().Be(("two", 1));
        related.Headline!.Text.Should().Be("طقس");
        index.Remove("two");
        index.Remove("never there");
        Ids(index, "أمطار أو الفريق").Should().BeEmpty();
        index.GetStatistics().ArticleCount.Should().Be(2);
    }

    [Fact]
    public void Add_WithoutEntities_FindsThem()
    {
        using NewsIndex index = NewsIndex.CreateInMemory();
        const string Text = "زيارة\nوصل وزير الخارجية الأميركي أنتوني بلينكن إلى القاهرة.";
        index.Add("1", News.Page(Text));
        index.Search(NewsQuery.Parse("شخص:بلينكن مكان:القاهرة دولة:EG")).TotalCount.Should().Be(1);
    }

    [Fact]
    public void Add_ImmenseTokensAndNames_LosesNoDocument()
    {
        using NewsIndex index = NewsIndex.CreateInMemory();
        string immense = new('\u0628', 50_000);
        string text = $"عنوان {immense}\nنص {immense} غزة https://x.example/{immense}";
        EntityExtraction entities = News.Entities(text, immense, "اسم#" + immense, News.Gaza);
        index.Add("immense", News.Page(text, section: immense, sources: [immense]), entities);
        Ids(index, "غزة").Should().Equal("immense");
        index.Search(NewsQuery.All with { People = [immense] }).TotalCount.Should().Be(1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\0b")]
    public void Add_AnIdThatIsNone_IsTheCallersMistake(string id)
    {
        using NewsIndex index = NewsIndex.CreateInMemory();
        FluentActions.Invoking(() => index.Add(id, News.Page("عنوان"))).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => index.Add(new string('x', NewsIndex.MaxIdLength + 1), News.Page("عنوان"))).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => index.Add("\uD800", News.Page("عنوان"))).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void Add_AnArticleOfAnotherText_IsTheCallersMistake()
    {
        using NewsIndex index = NewsIndex.CreateInMemory();
        FluentActions.Invoking(() => index.Add("1", News.Page(GazaText).Main!, "قصير", EntityExtraction.Empty)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void Search_FacetsAndHistogram_EqualCountingByHand()
    {
        using NewsIndex index = NewsIndex.CreateInMemory();
        List<Made> made = MakeMany(index, seed: 11, count: 300);
        foreach (string word in new[] { "زلزال", "مباراة", "انتخابات" })
        {
            List<Made> found = [.. made.Where(article => article.Word == word)];
            NewsSearchResult result = index.Search(NewsQuery.Parse(word) with { Limit = 0, FacetLimit = 100, Histogram = DatePrecision.Month });
            result.TotalCount.Should().Be(found.Count);
            Counts(result.Facets.People).Should().Equal(Expected(found.SelectMany(article => article.People)));
            Counts(result.Facets.Places).Should().Equal(Expected(found.SelectMany(article => article.Places.Select(place => place.Name))));
            Counts(result.Facets.Countries).Should().Equal(Expected(found.SelectMany(article => article.Places.Select(place => place.CountryCode).Distinct())));
            Counts(result.Facets.Sources).Should().Equal(Expected(found.Select(article => article.Source)));
            result.Facets.Places.Should().OnlyContain(place => place.Place!.Name == place.Name);
            result.Histogram.Select(bar => (bar.Start.ToString("yyyy-MM", CultureInfo.InvariantCulture), bar.Count)).Should()
                .Equal(found.GroupBy(article => article.Day[..7]).OrderBy(month => month.Key, StringComparer.Ordinal).Select(month => (month.Key, month.Count())));
        }
    }

    [Theory]
    [InlineData(NewsOrder.Relevance)]
    [InlineData(NewsOrder.Newest)]
    public void Search_PageByPage_GivesEveryHitOnceInOrder(NewsOrder order)
    {
        using NewsIndex index = NewsIndex.CreateInMemory();
        MakeMany(index, seed: 12, count: 120);
        NewsQuery query = NewsQuery.FromText("زلزال مباراة") with { Order = order, Limit = 1000 };
        List<string> whole = [.. index.Search(query).Hits.Select(hit => hit.Id)];
        List<string> paged = [];
        for (NewsCursor? after = null; ;)
        {
            NewsSearchResult page = index.Search(query with { Limit = 7, After = after });
            page.TotalCount.Should().Be(whole.Count);
            paged.AddRange(page.Hits.Select(hit => hit.Id));
            if ((after = page.Next) is null) break;
        }

        paged.Should().Equal(whole);
        if (order == NewsOrder.Newest) index.Search(query).Hits.Select(hit => hit.Published).Should().BeInDescendingOrder();
    }

    [Fact]
    public void Search_EqualScores_AreOrderedById()
    {
        using NewsIndex index = NewsIndex.CreateInMemory();
        foreach (string id in new[] { "c", "a", "b" }) index.Add(id, News.Page("خبر\nنص واحد"), EntityExtraction.Empty);
        Ids(index, "خبر").Should().Equal("a", "b", "c");
        Ids(index, "").Should().Equal("a", "b", "c");
    }

    [Fact]
    public void Search_AnyString_Answers()
    {
        using NewsIndex index = Sample();
        foreach (string text in NewsQueryTests.RandomQueries(seed: 13, count: 600).Concat(TokenStreamChecks.RandomTexts(seed: 14, count: 200)))
        {
            index.Search(NewsQuery.Parse(text)).TotalCount.Should().BeInRange(0, 2);
            index.Search(NewsQuery.FromText(text)).TotalCount.Should().BeInRange(0, 2);
        }

        index.Search(NewsQuery.Parse(string.Join(" أو ", Enumerable.Range(0, 2_000)))).TotalCount.Should().Be(0);
        index.Search(NewsQuery.FromText(string.Join(' ', Enumerable.Range(0, 2_000)))).TotalCount.Should().Be(0);
    }

    [Fact]
    public void Search_WhileOthersAdd_SeesItsOwnThreadsArticles()
    {
        using NewsIndex index = NewsIndex.CreateInMemory();
        Parallel.For(0, 4, thread =>
        {
            for (int i = 0; i < 40; i++)
            {
                string id = string.Create(CultureInfo.InvariantCulture, $"{thread}-{i}");
                index.Add(id, News.Page($"خبر\nw{thread}x{i}"), EntityExtraction.Empty);
                index.Search(NewsQuery.Parse($"w{thread}x{i}")).TotalCount.Should().Be(1);
                if (i % 10 == 0) index.Commit();
            }
        });
        index.GetStatistics().ArticleCount.Should().Be(160);
    }

    [Theory]
    [InlineData("ar-SA")]
    [InlineData("ar-EG")]
    [InlineData("fa-IR")]
    [InlineData("tr-TR")]
    [InlineData("th-TH")]
    [InlineData("")]
    public void Search_UnderACulture_FindsTheSame(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        using NewsIndex index = Sample();
        NewsQuery[] queries = [NewsQuery.Parse("مدرسة بعد:2023-10-09"), NewsQuery.Parse("شخص:أوستن"), NewsQuery.FromText("زلزال غزة I")];
        NewsSearchResult[] expected = Array.ConvertAll(queries, index.Search);
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);
            using NewsIndex other = Sample();
            Array.ConvertAll(queries, other.Search).Should().Equal(expected);
            NewsQuery.Parse("مدرسة بعد:2023-10-09").Should().Be(queries[0]);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static NewsIndex Sample()
    {
        NewsIndex index = NewsIndex.CreateInMemory();
        Fill(index);
        return index;
    }

    private static void Fill(NewsIndex index)
    {
        index.Add("gaza", News.Page(GazaText, "2023-10-09", "سياسة", ["رويترز"]), News.Entities(GazaText, "لويد أوستن#person-1", News.Gaza));
        index.Add("quake", News.Page(QuakeText, "2024-02-06", "أخبار", ["وكالات"]), News.Entities(QuakeText, News.Beirut));
    }

    private static IEnumerable<string> Ids(NewsIndex index, string query) => index.Search(NewsQuery.Parse(query)).Hits.Select(hit => hit.Id);

    private static IEnumerable<(string, int)> Counts(IEnumerable<FacetCount> counts) => counts.Select(count => (count.Name, count.Count));

    private static IEnumerable<(string, int)> Expected(IEnumerable<string> names) =>
        names.GroupBy(name => name, StringComparer.Ordinal).Select(name => (name.Key, name.Count())).OrderByDescending(name => name.Item2).ThenBy(name => name.Key, StringComparer.Ordinal);

    private static List<Made> MakeMany(NewsIndex index, int seed, int count)
    {
        var random = new Random(seed);
        string[] words = ["زلزال", "مباراة", "انتخابات"], people = ["سامي", "ليلى", "هدى", "كريم"], sources = ["رويترز", "شينخوا"];
        PlaceInfo[] places = [News.Gaza, News.Beirut, News.Lebanon];
        var made = new List<Made>();
        for (int i = 0; i < count; i++)
        {
            var article = new Made(words[random.Next(3)], [.. people.Where(_ => random.Next(3) == 0)], [.. places.Where(_ => random.Next(2) == 0)], sources[random.Next(2)],
                string.Create(CultureInfo.InvariantCulture, $"2024-{random.Next(1, 13):00}-{random.Next(1, 29):00}"));
            made.Add(article);
            string text = $"خبر {article.Word}\nفقرة {string.Join(' ', Enumerable.Repeat("حشو", random.Next(20)))} {string.Join(' ', article.People)} {string.Join(' ', article.Places.Select(place => place.Name))}";
            index.Add(i.ToString("D4", CultureInfo.InvariantCulture), News.Page(text, article.Day, null, [article.Source]), News.Entities(text, [.. article.People, .. article.Places]));
            if (i % 50 == 0) index.Search(NewsQuery.All); // a new segment
        }

        return made;
    }

    private sealed record Made(string Word, string[] People, PlaceInfo[] Places, string Source, string Day);
}
