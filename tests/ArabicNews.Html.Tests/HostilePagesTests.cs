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

    [Theory]
    [InlineData("\\ud800", "\uFFFD")]
    [InlineData("\\udc00\\ud800", "\uFFFD\uFFFD")]
    [InlineData("\\ud83d\\ude00", "\U0001F600")]
    [InlineData("\\\\ud800", "\\ud800")]
    public void Parse_HalfASurrogatePairInJson_IsReplaced(string escaped, string expected)
    {
        string json = "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"articleSection\":\"نقل" + escaped + "\",\"" + escaped + "\":1}</script>";
        HtmlArticleParser.Default.Parse(json + SamplePage.Html).Metadata.Section.Should().Be("نقل" + expected);
    }

    [Fact]
    public void Parse_MutatedPages_KeepTheLaws()
    {
        var random = new Random(20261125);
        for (int i = 0; i < Nightly.MutatedPages; i++)
        {
            string html = Mutate(s_pages[random.Next(s_pages.Length)], random);
            NewsPage page = HtmlArticleParser.Default.Parse(html, i % 2 == 0 ? s_address : null);
            Laws.Check(html, page);
        }
    }

    [Fact]
    public void Parse_MutatedBytes_KeepTheLaws()
    {
        var random = new Random(20261125);
        byte[][] pages = [.. Directory.EnumerateFiles(s_folder, "*.html").Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];
        for (int i = 0; i < Nightly.MutatedPages; i++)
        {
            byte[] bytes = [.. pages[random.Next(pages.Length)]];
            for (int changes = random.Next(1, 40); changes > 0; changes--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            using var stream = new MemoryStream(bytes, 0, random.Next(4) == 0 ? random.Next(bytes.Length) : bytes.Length);
            Laws.Check(HtmlArticleParser.Default.Parse(stream, null, random.Next(3) switch { 0 => "utf-8", 1 => "windows-1256", _ => null }));
        }
    }

    [Fact]
    public void Parse_RandomBytes_NeverThrow()
    {
        var random = new Random(20261125);
        for (int i = 0; i < Nightly.MutatedPages; i++)
        {
            byte[] bytes = new byte[random.Next(0, 600)];
            random.NextBytes(bytes);
            using var stream = new MemoryStream(bytes);
            Laws.Check(HtmlArticleParser.Default.Parse(stream, null, i % 2 == 0 ? "utf-8" : null));
        }
    }

    // Our own pages of HTML, as text, and the small one with a bit of everything.
    private static readonly string s_folder = RepositoryFiles.InRepository("seeds/articles");
    private static readonly string[] s_pages = [SamplePage.Html, .. Directory.EnumerateFiles(s_folder, "*.html").Order(StringComparer.Ordinal).Select(file => HtmlEncoding.Decode(File.ReadAllBytes(file), null))];
    private static readonly Uri s_address = new("https://news.example/2024/3/12/train");

    private static readonly string[] s_pieces =
    [
        "<div>", "</div>", "<p>", "</p>", "<a href=x>", "</a>", "<!--", "-->", "<script>", "&#", "&amp", "\0", "\uD800", "\uDC00", "\uFFFE", "<table><td>", "<h1>", "<svg>", "\"", "'", "{", "]}",
        "<figure>", "<figcaption>", "<img src=/a.jpg>", "<img src='//[' srcset=','>", "<img src=\"\uD800\">", "<time datetime=2024-03-12>", "<meta property=og:image content=/b.jpg>", "<article>", "<aside class=related>", "اقرأ أيضا",
        "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"image\":{\"url\":\"/c.jpg\",\"caption\":\"\\ud800\"}}</script>",
    ];

    // Pieces put in, stretches left out, doubled or moved, single code units replaced.
    private static string Mutate(string page, Random random)
    {
        var html = new StringBuilder(page);
        for (int changes = random.Next(1, 12); changes > 0; changes--)
        {
            int at = random.Next(html.Length), length = Math.Min(random.Next(1, random.Next(8) == 0 ? 2000 : 60), html.Length - at);
            switch (random.Next(5))
            {
                case 0: html.Insert(at, s_pieces[random.Next(s_pieces.Length)]); break;
                case 1 when html.Length > length: html.Remove(at, length); break;
                case 2: html.Insert(random.Next(html.Length), html.ToString(at, length)); break;
                case 3:
                    string moved = html.ToString(at, length);
                    html.Remove(at, length).Insert(random.Next(html.Length + 1), moved);
                    break;
                default: html[at] = (char)random.Next(0x10000); break;
            }
        }

        return html.ToString();
    }

    private static long Allocated(string html, out NewsPage page)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        page = HtmlArticleParser.Default.Parse(html);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
