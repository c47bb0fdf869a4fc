using System.Text;
using ArabicNews.Tests.Support;

namespace ArabicNews.Html.Tests;

/// <summary>Pages made to hang or kill a parser.</summary>
public class HostilePagesTests
{
    private const int SmallStack = 256 * 1024;

    // What a first parse loads, and buffers that grow by doubling.
    private const int Slack = 1 << 20;

    public static TheoryData<string> Traps => [.. HostilePages.Names];

    // That time is linear too shows in benchmarks/ArabicNews.Benchmarks, HostilePagesBenchmarks: a clock does not belong into a test.
    [Theory]
    [MemberData(nameof(Traps))]
    public void Parse_TwiceTheTrap_AllocatesAtMostTwiceAndKeepsTheLaws(string trap)
    {
        const int Length = 1 << 19;
        string once = HostilePages.Create(trap, Length), twice = HostilePages.Create(trap, 2 * Length);
        long first = Allocated(once, out _), second = Allocated(twice, out NewsPage page);
        second.Should().BeLessThan((first * 5 / 2) + Slack);
        Laws.Check(twice, page);
    }

    [Fact]
    public void Parse_AMillionNestedElements_NeedsNoStack()
    {
        string html = HostilePages.Repeat("<div>", 1_000_000) + "<p>نص في القاع";
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
        string html = HostilePages.Repeat("<div>", 1_000_000);
        HtmlArticleParser.Default.Parse("<p>x");
        long before = GC.GetAllocatedBytesForCurrentThread();
        HtmlArticleParser.Default.Parse(html);
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(60L * html.Length);
    }

    [Fact]
    public void Parse_StoryBelowTheLimitOfNesting_IsFound()
    {
        string story = SamplePage.Paragraphs;
        NewsPage page = HtmlArticleParser.Default.Parse(HostilePages.Repeat("<div>", 5000) + "<h1>" + SamplePage.Headline + "</h1>" + story + HostilePages.Repeat("</div>", 5000));
        page.Main.Should().NotBeNull();
        page.Main!.GetBody(page.Text).Should().Be(SamplePage.Body);
    }

    [Fact]
    public void Parse_LongerThanTheLimit_IsCutAndSaysSo()
    {
        var parser = new HtmlArticleParser(new ArticleParserOptions { MaxLength = 4000 });
        NewsPage page = parser.Parse(SamplePage.Html + HostilePages.Repeat("<p>زيادة", 1000));
        page.Flags.Should().HaveFlag(PageFlags.Truncated);
        page.SourceMap!.SourceLength.Should().Be(SamplePage.Html.Length + (1000 * "<p>زيادة".Length));
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(SamplePage.Html + HostilePages.Repeat("<p>زيادة", 1000)));
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

    private static long Allocated(string html, out NewsPage page)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        page = HtmlArticleParser.Default.Parse(html);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
