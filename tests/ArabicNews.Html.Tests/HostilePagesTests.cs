using System.Diagnostics;
using System.Text;

namespace ArabicNews.Html.Tests;

/// <summary>Pages made to hang or kill a parser.</summary>
public class HostilePagesTests
{
    private const int SmallStack = 256 * 1024;

    public static TheoryData<string> Traps => [.. Generators.Keys];

    private static readonly Dictionary<string, Func<int, string>> Generators = new()
    {
        ["nested"] = n => Repeat("<div>", n / 5),
        ["nested, closed"] = n => Repeat("<div>", n / 11) + Repeat("</div>", n / 11),
        ["nested lists"] = n => Repeat("<ul><li>", n / 8),
        ["nested tables"] = n => Repeat("<table><tr><td>", n / 15),
        ["unclosed links"] = n => Repeat("<a href=x>س", n / 11),
        ["unclosed formatting"] = n => Repeat("<b><i><font>", n / 12) + Repeat("<p>", n / 12),
        ["misnested formatting"] = n => Repeat("<b><p></b>", n / 10),
        ["stray end tags"] = n => Repeat("<i>", 500) + Repeat("</b></div></p>", n / 14),
        ["end tags against a barrier"] = n => "<b><table><tr><td>" + Repeat("<i>", 400) + Repeat("</b>", n / 4),
        ["attributes"] = n => "<div " + Repeat("a='b' ", n / 6) + ">",
        ["same attribute"] = n => "<div " + Repeat("class=b ", n / 8) + ">",
        ["unclosed tags"] = n => Repeat("<a ", n / 3),
        ["unclosed quote"] = n => Repeat("<a x=\"", n / 6),
        ["unclosed comments"] = n => Repeat("<!--", n / 4),
        ["almost closed comments"] = n => "<!--" + Repeat("--!", n / 3),
        ["unclosed scripts"] = n => Repeat("<script>", n / 8),
        ["script escapes"] = n => "<script>" + Repeat("<!--<script>", n / 12),
        ["less-than signs"] = n => Repeat("<", n),
        ["ampersands"] = n => Repeat("&", n),
        ["unclosed references"] = n => Repeat("&CounterClockwiseContourIntegra", n / 30),
        ["long number"] = n => "&#" + Repeat("9", n),
        ["hidden in hidden"] = n => Repeat("<div style='display:none'>س", n / 28),
        ["meta dates"] = n => Repeat("<meta name=pubdate content=2024-03-12>", n / 38),
        ["authors in authors"] = n => Repeat("<b itemprop=author>س", n / 20),
        ["teasers"] = n => "<ul>" + Repeat("<li><a href=x>عنوان خبر من الأخبار</a><br>سطر", n / 45),
        ["blanks"] = n => "<p>" + Repeat(" ", n) + "س",
        ["lines"] = n => Repeat("س<br>", n / 5),
        ["deep json"] = n => "<script type='application/ld+json'>" + Repeat("[", Math.Min(n, 1 << 19)) + "</script>",
    };

    [Theory]
    [MemberData(nameof(Traps))]
    public void Parse_TwiceTheTrap_TakesAboutTwiceTheTime(string trap)
    {
        // A quadratic step shows as four; the generous bound and the best of several runs keep a busy machine from failing it.
        const int Length = 1 << 19;
        string once = Generators[trap](Length), twice = Generators[trap](2 * Length);
        Measure(once);
        double ratio = double.MaxValue;
        for (int attempt = 0; attempt < 4 && ratio > 3.2; attempt++) ratio = Math.Min(ratio, Measure(twice) / Measure(once));
        ratio.Should().BeLessThan(3.2);
    }

    [Fact]
    public void Parse_AMillionNestedElements_NeedsNoStack()
    {
        string html = Repeat("<div>", 1_000_000) + "<p>نص في القاع";
        NewsPage? page = null;
        var thread = new Thread(() => page = HtmlArticleParser.Default.Parse(html), SmallStack);
        thread.Start();
        thread.Join();
        page!.Flags.Should().HaveFlag(PageFlags.NestingCut);
        page.Text.Should().Be("نص في القاع");
    }

    [Fact]
    public void Parse_AMillionNestedElements_AllocatesInProportion()
    {
        string html = Repeat("<div>", 1_000_000);
        HtmlArticleParser.Default.Parse("<p>x");
        long before = GC.GetAllocatedBytesForCurrentThread();
        HtmlArticleParser.Default.Parse(html);
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(60L * html.Length);
    }

    [Fact]
    public void Parse_StoryBelowTheLimitOfNesting_IsFound()
    {
        string story = SamplePage.Paragraphs;
        NewsPage page = HtmlArticleParser.Default.Parse(Repeat("<div>", 5000) + "<h1>" + SamplePage.Headline + "</h1>" + story + Repeat("</div>", 5000));
        page.Main.Should().NotBeNull();
        page.Main!.GetBody(page.Text).Should().Be(SamplePage.Body);
    }

    [Fact]
    public void Parse_LongerThanTheLimit_IsCutAndSaysSo()
    {
        var parser = new HtmlArticleParser(new ArticleParserOptions { MaxLength = 4000 });
        NewsPage page = parser.Parse(SamplePage.Html + Repeat("<p>زيادة", 1000));
        page.Flags.Should().HaveFlag(PageFlags.Truncated);
        page.SourceMap!.SourceLength.Should().Be(SamplePage.Html.Length + (1000 * "<p>زيادة".Length));
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(SamplePage.Html + Repeat("<p>زيادة", 1000)));
        parser.Parse(stream).Flags.Should().HaveFlag(PageFlags.Truncated);
        stream.CanRead.Should().BeTrue("the caller's stream stays open");
    }

    [Fact]
    public void Parse_Cancelled_Stops()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        FluentActions.Invoking(() => HtmlArticleParser.Default.Parse(SamplePage.Html, null, cancelled.Token)).Should().Throw<OperationCanceledException>();
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(SamplePage.Html));
        FluentActions.Invoking(() => HtmlArticleParser.Default.Parse(stream, null, null, cancelled.Token)).Should().Throw<OperationCanceledException>();
    }

    [Fact]
    public void Parse_MutatedPages_NeverThrowAndKeepTheirSpans()
    {
        var random = new Random(20261125);
        string[] pieces = ["<div>", "</div>", "<a href=x>", "</a>", "<!--", "-->", "<script>", "&#", "&amp", "\0", "\uD800", "\uDC00", "\uFFFE", "<table><td>", "<h1>", "<svg>", "\"", "'", "{", "]}"];
        for (int i = 0; i < 1000; i++)
        {
            var html = new StringBuilder(SamplePage.Html);
            for (int j = random.Next(1, 12); j > 0; j--)
            {
                int at = random.Next(html.Length);
                switch (random.Next(3))
                {
                    case 0: html.Insert(at, pieces[random.Next(pieces.Length)]); break;
                    case 1: html.Remove(at, Math.Min(random.Next(1, 60), html.Length - at)); break;
                    default: html[at] = (char)random.Next(0x10000); break;
                }
            }

            Laws.Check(html.ToString(), HtmlArticleParser.Default.Parse(html.ToString()));
        }
    }

    [Fact]
    public void Parse_RandomBytes_NeverThrow()
    {
        var random = new Random(20261125);
        for (int i = 0; i < 500; i++)
        {
            byte[] bytes = new byte[random.Next(0, 600)];
            random.NextBytes(bytes);
            using var stream = new MemoryStream(bytes);
            HtmlArticleParser.Default.Parse(stream, null, i % 2 == 0 ? "utf-8" : null).Should().NotBeNull();
        }
    }

    private static double Measure(string html)
    {
        long start = Stopwatch.GetTimestamp();
        HtmlArticleParser.Default.Parse(html);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static string Repeat(string text, int count) => new StringBuilder(text.Length * Math.Max(count, 0)).Insert(0, text, Math.Max(count, 0)).ToString();
}
