using System.Globalization;
using System.Text;
using ArabicNews.Tests.Support;

namespace ArabicNews.Tests.Articles;

/// <summary>What holds for every page whatever it says.</summary>
public class ArticleParserLaws
{
    private const int Seed = 20240327;

    private static readonly string[] s_pages = [.. Directory.EnumerateFiles(RepositoryFiles.InRepository("seeds/articles"), "*.txt").Order(StringComparer.Ordinal).Select(File.ReadAllText)];

    [Fact]
    public void Parse_EveryPageWeHold_ObeysTheLaws()
    {
        foreach (string page in s_pages) Check(page);
    }

    [Fact]
    public void Parse_MutatedPages_ObeysTheLaws()
    {
        var random = new Random(Seed);
        for (int i = 0; i < Nightly.MutatedPages; i++) Check(Mutate(s_pages[random.Next(s_pages.Length)], random));
    }

    [Fact]
    public void Parse_RandomUtf16_ObeysTheLaws()
    {
        var random = new Random(Seed);
        const string alphabet = "\0\n\n\r\t    .,:;؟،()«»\"|/-–©اأبةتحخدرزسشصطعغفقكلمنهويى0123456789abcXYZ\uD800\uDC00\uFEFB\uFDFA\u0640\u064E\u200F\uFEFF\u2028ط§ظ„";
        for (int i = 0; i < 2000; i++)
        {
            var text = new StringBuilder();
            for (int length = random.Next(300); length > 0; length--)
                text.Append(random.Next(10) == 0 ? (char)random.Next(char.MaxValue + 1) : alphabet[random.Next(alphabet.Length)]);
            Check(text.ToString());
        }
    }

    [Fact]
    public void Parse_HugePages_ObeysTheLaws()
    {
        Check(new string('ا', 1_000_000));
        Check(string.Concat(Enumerable.Repeat("قال الوزير إن المصدر: ", 50_000)));
        Check(string.Concat(Enumerable.Repeat("سطر من سبع كلمات بلا نقطة في آخره\n", 100_000)));
        Check(string.Concat(Enumerable.Repeat("قالت الوزارة، في بيان لها، إن العمل بدأ اليوم في المشروع الذي أعلن عنه من قبل.\n", 20_000)));
        Check(string.Concat(Enumerable.Repeat("اقرأ أيضا:\n1\n", 50_000)));
        Check(new string(' ', 500_000) + "\u0640\u0640" + new string('\n', 500_000));
    }

    public static TheoryData<string> Traps => [.. HostileTexts.Names];

    // That time is linear too shows in benchmarks/ArabicNews.Benchmarks, HostilePagesBenchmarks: a clock does not belong into a test.
    [Theory]
    [MemberData(nameof(Traps))]
    public void Parse_TwiceTheTrap_AllocatesAtMostTwiceAndObeysTheLaws(string trap)
    {
        const int length = 1 << 17, slack = 1 << 20;
        string once = HostileTexts.Create(trap, length), twice = HostileTexts.Create(trap, 2 * length);

        // Buffers that are lent out again are made by the first parse that needs them.
        Allocated(twice);
        long first = Allocated(once), second = Allocated(twice);
        Assert.InRange(second, 0, (first * 5 / 2) + slack);
        Check(twice);
    }

    private static long Allocated(string text)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        ArticleParser.Default.Parse(text);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    [Fact]
    public void Parse_UnderOtherCultures_IsTheSame()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            foreach (string page in s_pages)
            {
                CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
                NewsPage expected = ArticleParser.Default.Parse(page);
                foreach (string culture in new[] { "ar-SA", "ar-EG", "fa-IR", "tr-TR", "th-TH" })
                {
                    CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                    NewsPage found = ArticleParser.Default.Parse(page);
                    (found with { SourceMap = expected.SourceMap }).Should().Be(expected, culture);
                }
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Parse_BlocksOfAnyRole_ObeysTheLaws()
    {
        var random = new Random(Seed);
        TextBlockRole[] roles = Enum.GetValues<TextBlockRole>();
        foreach (string page in s_pages)
        {
            TextBlock[] blocks = [.. page.Split('\n').Select(line => new TextBlock(line, roles[random.Next(roles.Length)], random.NextSingle(), random.Next(7)))];
            NewsPage parsed = ArticleParser.Default.Parse(blocks, PageMetadata.Empty);
            parsed.Text.Should().Be(page);
            Check(parsed);
        }
    }

    // Lines swapped, dropped, doubled, joined or cut; single code units replaced.
    private static string Mutate(string page, Random random)
    {
        List<string> lines = [.. page.Split('\n')];
        for (int changes = random.Next(1, 8); changes > 0 && lines.Count > 1; changes--)
        {
            int line = random.Next(lines.Count - 1);
            switch (random.Next(6))
            {
                case 0: lines.RemoveAt(line); break;
                case 1: lines.Insert(random.Next(lines.Count), lines[line]); break;
                case 2: (lines[line], lines[line + 1]) = (lines[line + 1], lines[line]); break;
                case 3: (lines[line], lines[line + 1]) = (lines[line] + (random.Next(2) == 0 ? "" : "    ") + lines[line + 1], ""); break;
                case 4: lines.Insert(line + 1, lines[line][(lines[line].Length / 2)..]); break;
                default:
                    if (lines[line].Length > 0) lines[line] = lines[line].Replace(lines[line][random.Next(lines[line].Length)], (char)random.Next(char.MaxValue + 1));
                    break;
            }
        }

        return string.Join('\n', lines);
    }

    private static void Check(string text)
    {
        NewsPage page = ArticleParser.Default.Parse(text);
        if (page.SourceMap is { } map) (map.Length, map.SourceLength).Should().Be((page.Text.Length, text.Length));
        else ReferenceEquals(page.Text, text).Should().BeTrue();
        Check(page);
    }

    // Plain comparisons: an assertion object for each of a million spans would take longer than the parser.
    private static void Check(NewsPage page)
    {
        (page.Main is null).Should().Be(page.NoArticleReason != NoArticleReason.None);
        if (page.Main is null) page.Related.Should().BeEmpty();
        Article[] articles = [.. page.Main is { } main ? [main] : Array.Empty<Article>(), .. page.Related];
        var parts = new List<TextSpan>();
        int end = 0;
        foreach (Article article in articles.OrderBy(article => article.Span.Start))
        {
            Require(article.Span.Start >= end && article.Span.End <= page.Text.Length, "articles lie in the text and do not overlap");
            end = article.Span.End;
            int partEnd = article.Span.Start;
            foreach (ArticlePart part in article.Parts)
            {
                Require(!part.Span.IsEmpty && part.Span.Start >= partEnd && part.Span.End <= article.Span.End, "parts are ordered, disjoint and inside the article");
                Require(!char.IsWhiteSpace(page.Text[part.Span.Start]) && !char.IsWhiteSpace(page.Text[part.Span.End - 1]), "parts have no white space at their ends");
                partEnd = part.Span.End;
                parts.Add(part.Span);
            }

            foreach (ArticleImage image in article.Images)
            {
                Require(image.CaptionSpan is not { } caption || caption.In(page.Text).SequenceEqual(image.Caption), "a caption stands where it says");
                Require(image.CreditSpan is not { } credit || credit.In(page.Text).SequenceEqual(image.Credit), "a credit stands where it says");
            }

            foreach (ArticleSource source in article.Sources) Require(article.Span.Contains(source.Span), "sources lie in the article");
            if (article.Dateline is { } dateline) Require(article.Span.Contains(dateline.Span), "the dateline lies in the article");
        }

        int blockEnd = 0, next = 0;
        foreach (BoilerplateBlock block in page.Boilerplate)
        {
            Require(block.Span.Start >= blockEnd && !block.Span.IsEmpty && block.Span.End <= page.Text.Length, "furniture is ordered, disjoint and inside the text");
            blockEnd = block.Span.End;
            while (next < parts.Count && parts[next].End <= block.Span.Start) next++;
            Require(next == parts.Count || !parts[next].Overlaps(block.Span), "furniture is no part of an article");
        }
    }

    private static void Require(bool holds, string law)
    {
        if (!holds) throw new InvalidOperationException(law);
    }
}
