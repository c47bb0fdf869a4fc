using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace ArabicNews.Lucene.Tests;

public class SnippetTests
{
    [Fact]
    public void ToHtml_EscapesTheTextAndMarksTheMatches()
        => new Snippet { Span = new TextSpan(0, 9), Text = "<b>غزة\"&'", Matches = [new TextSpan(3, 3)] }.ToHtml("<em class=\"hit\">", "</em>")
            .Should().Be("&lt;b&gt;<em class=\"hit\">غزة</em>&quot;&amp;&#39;");

    [Fact]
    public void ToText_PutsMarkersAndEllipses()
        => new Snippet { Span = new TextSpan(0, 8), Text = "في غزة ه", Matches = [new TextSpan(3, 3)], CutAtStart = true, CutAtEnd = true }.ToText("\e[1m", "\e[0m")
            .Should().Be("…في \e[1mغزة\e[0m ه…");

    [Fact]
    public void Equals_ComparesContent()
        => new Snippet { Span = default, Text = "غزة", Matches = [new TextSpan(0, 3)] }.Should().Be(new Snippet { Span = default, Text = "غزة", Matches = [new TextSpan(0, 3)] });

    [Fact]
    public void Search_HostileArticles_GiveHtmlWithOurTagOnly()
    {
        string[] pieces = ["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "غزة", "غزة.", "<mark>", "</mark>", "&lt;script&gt;", "&#60;b&#62;", "\"'`", "<!--", "-->", "]]>", "<غزة>", "&غزة;", "\0", "\uD800", "\u202E", "<\u200Cغزة/>", "\n"];
        var random = new Random(21);
        var parser = new HtmlParser();
        using NewsIndex index = NewsIndex.CreateInMemory();
        for (int i = 0; i < 400; i++)
        {
            string text = string.Concat(Enumerable.Range(0, 2 + random.Next(30)).Select(_ => pieces[random.Next(pieces.Length)] + " ")) + "\nغزة";
            index.Add("page", News.Page(text), EntityExtraction.Empty);
            NewsHit hit = index.Search(NewsQuery.Parse("غزة") with { SnippetCount = 5, SnippetLength = 60 }).Hits.Single();
            foreach (Snippet snippet in hit.Headline is { } headline ? hit.Snippets.Add(headline) : hit.Snippets)
            {
                snippet.Text.Should().Be(snippet.Span.In(text).ToString().Replace('\uD800', '\uFFFD'));
                IElement body = parser.ParseDocument("<body>" + snippet.ToHtml("<i class=\"hit\">", "</i>")).Body!;
                body.QuerySelectorAll("*").All(element => element.LocalName == "i" && element.ClassName == "hit" && element.Attributes.Length == 1).Should().BeTrue(text);
                body.ChildNodes.All(node => node is IElement or IText).Should().BeTrue(text);
                body.QuerySelectorAll("i").All(element => element.TextContent == "غزة").Should().BeTrue(text);
            }
        }
    }

    [Fact]
    public void Search_ALongSentence_IsCutAtBlanksAroundTheMatches()
    {
        string filler = string.Join(' ', Enumerable.Repeat("كلمات", 100));
        string text = $"عنوان\n{filler} غزة ورفح {filler}";
        using NewsIndex index = NewsIndex.CreateInMemory();
        index.Add("page", News.Page(text), EntityExtraction.Empty);
        Snippet snippet = index.Search(NewsQuery.Parse("غزة رفح") with { SnippetLength = 80 }).Hits.Single().Snippets.Single();
        (snippet.CutAtStart, snippet.CutAtEnd).Should().Be((true, true));
        snippet.Text.Length.Should().BeInRange(40, 80);
        snippet.Text.Split(' ').Should().OnlyContain(word => word == "كلمات" || word == "غزة" || word == "ورفح");
        snippet.Matches.Should().HaveCount(2);
    }

    [Fact]
    public void Search_TheBestPassages_HoldTheMostWordsAndStandInOrder()
    {
        using NewsIndex index = NewsIndex.CreateInMemory();
        index.Add("page", News.Page("عنوان\nغزة اليوم. لا شيء هنا. هدنة في غزة ورفح.\nرفح والهدنة."), EntityExtraction.Empty);
        index.Search(NewsQuery.Parse("غزة رفح هدنة")).Hits.Single().Snippets.Select(snippet => snippet.Text).Should().Equal("هدنة في غزة ورفح.", "رفح والهدنة.");
    }

    [Fact]
    public void Search_WithoutWords_ShowsTheBeginning()
    {
        using NewsIndex index = NewsIndex.CreateInMemory();
        index.Add("page", News.Page("عنوان\nأول الكلام. ثانيه."), EntityExtraction.Empty);
        index.Search(NewsQuery.All).Hits.Single().Snippets.Single().Text.Should().Be("أول الكلام.");
    }
}
