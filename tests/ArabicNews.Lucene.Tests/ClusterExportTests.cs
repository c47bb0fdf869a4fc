using System.Text.Json;

namespace ArabicNews.Lucene.Tests;

public sealed class ClusterExportTests
{
    private static readonly string s_page = File.ReadAllText(ArabicNews.Tests.Support.RepositoryFiles.InRepository("seeds/articles/01-lusail-final-wire.txt"));

    [Fact]
    public void Index_IsOneSmallDocument_WhoseFieldsHaveAnalyzers()
    {
        string index = ClusterExport.CreateIndex();
        index.Should().Be(ClusterExport.CreateIndex());
        index.Length.Should().BeLessThan(1 << 20, "settings travel with the state of a cluster");
        JsonElement root = JsonDocument.Parse(index).RootElement, analyzers = root.GetProperty("settings").GetProperty("analysis").GetProperty("analyzer");
        JsonElement text = root.GetProperty("mappings").GetProperty("properties").GetProperty("text");
        foreach (JsonElement field in new[] { text, text.GetProperty("fields").GetProperty("word"), text.GetProperty("fields").GetProperty("grams") })
            analyzers.TryGetProperty(field.GetProperty("analyzer").GetString()!, out _).Should().BeTrue();
    }

    [Fact]
    public void Rules_CanBeRead_AsClustersReadThem()
    {
        JsonElement analysis = JsonDocument.Parse(ClusterExport.CreateIndex()).RootElement.GetProperty("settings").GetProperty("analysis");
        string[] Strings(string kind, string part, string list) => [.. analysis.GetProperty(kind).GetProperty(part).GetProperty(list).EnumerateArray().Select(rule => rule.GetString()!)];
        string[] mappings = Strings("char_filter", "arabicnews_map", "mappings"), stems = Strings("filter", "arabicnews_stems", "rules");
        mappings.Should().OnlyHaveUniqueItems().And.AllSatisfy(rule => rule.Should().MatchRegex(@"^(\\u[0-9a-f]{4})+=>(\\u[0-9a-f]{4})*$"));
        mappings.Select(rule => rule.Split("=>")[0]).Should().OnlyHaveUniqueItems();
        stems.Should().AllSatisfy(rule => rule.Should().MatchRegex("^[\u0620-\u064A]+(, [\u0620-\u064A]+)* => [\u0620-\u064A]+$"));
        stems.SelectMany(rule => rule.Split(" => ")[0].Split(", ")).Should().OnlyHaveUniqueItems().And.NotIntersectWith(Strings("filter", "arabicnews_keywords", "keywords"));
        Strings("filter", "arabicnews_stop", "stopwords").Should().Contain(["في", "إلى".Replace('إ', 'ا').Replace('ى', 'ي'), "هذه", "و"]);
    }

    [Fact]
    public void PageAndAddress_AreFound_HoweverLong()
    {
        JsonElement fields = JsonDocument.Parse(ClusterExport.CreateIndex()).RootElement.GetProperty("mappings").GetProperty("properties");
        int Longest(string field) => fields.GetProperty(field).GetProperty("ignore_above").GetInt32();

        // What a cluster is told to ignore is counted in characters, what Lucene refuses in bytes: 32,766, and four a character at most.
        Longest("page").Should().Be(8_191);
        Longest("url").Should().Be(8_191);
        Longest("section").Should().Be(256);
    }

    [Fact]
    public void EnglishName_IsLeftOut_WhereThereIsNone()
    {
        NewsPage page = News.Page("غزة وبيروت");
        EntityExtraction entities = News.Entities(page.Text, News.Gaza with { EnglishName = "" }, News.Beirut);
        JsonElement[] places = [.. JsonDocument.Parse(ClusterExport.CreateBulk("a", page, entities).Split('\n')[1]).RootElement.GetProperty("places").EnumerateArray()];
        places.Should().HaveCount(2);
        places[0].TryGetProperty("name_en", out _).Should().BeFalse();
        places[1].GetProperty("name_en").GetString().Should().Be("Beirut");
        PostgresExport.CreateRows("a", page, entities).Should().Contain("\"name_en\":\"Beirut\"").And.NotContain("\"name_en\":\"\"");
    }

    [Fact]
    public void Bulk_HasTwoLinesForEachArticle_AndNamesWhereTheyStand()
    {
        NewsPage page = ArticleParser.Default.Parse(s_page);
        string[] lines = ClusterExport.CreateBulk("a", page, index: "news").Split('\n');
        lines.Should().HaveCount((2 * (1 + page.Related.Length)) + 1).And.HaveElementAt(lines.Length - 1, "");
        lines[0].Should().Be("""{"index":{"_index":"news","_id":"a"}}""");
        JsonElement article = JsonDocument.Parse(lines[1]).RootElement;
        string text = article.GetProperty("text").GetString()!;
        article.GetProperty("headline").GetString().Should().Be(page.Main!.Headline!.Value.In(page.Text).ToString());
        article.GetProperty("published").GetString().Should().Be("2022-12-18T00:00:00+00:00");
        JsonElement messi = article.GetProperty("people").EnumerateArray().Single(person => person.GetProperty("name").GetString() == "ليونيل ميسي");
        messi.GetProperty("mentions").EnumerateArray().Select(span => text[span[0].GetInt32()..span[1].GetInt32()]).Should().NotBeEmpty().And.AllSatisfy(mention => mention.Should().Contain("ميسي"));
        JsonElement qatar = article.GetProperty("places").EnumerateArray().First(place => place.TryGetProperty("country", out JsonElement country) && country.GetString() == "QA");
        qatar.GetProperty("location").GetProperty("lat").GetDouble().Should().BeApproximately(25.3, 1);
        article.GetProperty("countries").EnumerateArray().Select(country => country.GetString()).Should().Contain("QA").And.OnlyHaveUniqueItems();
    }

    [Fact]
    public void Bulk_OfRelatedArticles_NumbersThem()
    {
        var page = new NewsPage { Text = "أول\nثان", Main = News.Paragraph(0, 3), Related = [News.Paragraph(4, 3)] };
        string[] ids = [.. ClusterExport.CreateBulk("x", page).Split('\n').Where((_, i) => i % 2 == 0).Where(line => line.Length > 0)];
        ids.Should().Equal("""{"index":{"_id":"x"}}""", """{"index":{"_id":"x#1"}}""");
    }

    [Theory]
    [InlineData("\"\\\n\0\u2028</script>\ud800 x")]
    [InlineData("\ud83d\ude00 \uffff\u202e")]
    public void AnyText_IsOneLineOfJson(string text)
    {
        string bulk = ClusterExport.CreateBulk(text[..2], News.Paragraph(text), EntityExtraction.Empty);
        bulk.Split('\n').Should().HaveCount(3);
        JsonDocument.Parse(bulk.Split('\n')[1]).RootElement.GetProperty("text").GetString().Should().Be(text.Replace('\ud800', '\ufffd').Replace("\ufffd\ude00", "\ud83d\ude00", StringComparison.Ordinal));
        JsonDocument.Parse(ClusterExport.CreateSearch(text)).RootElement.GetProperty("query").GetProperty("multi_match").GetProperty("query").GetString().Should().NotBeNull();
    }

    [Fact]
    public void PageWithoutArticles_IsNoLine() => ClusterExport.CreateBulk("x", new NewsPage { Text = "" }).Should().BeEmpty();
}
