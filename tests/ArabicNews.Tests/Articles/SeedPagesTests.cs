using ArabicNews.Tests.Support;

namespace ArabicNews.Tests.Articles;

/// <summary>Every field that a reader found on our own pages of text, but for the known misses, each with its reason; one that comes out right fails here until it is taken off the list.</summary>
public class SeedPagesTests
{
    // The page prints the day without its year; its issue line, four years later, is the day of the crawl, and the years in the story («٢٠ يوليو ٢٠٢٠») are those of other days.
    private static readonly HashSet<(string File, string Field)> s_knownMisses = [("09-hope-probe-indic-digits.txt", "published")];

    private static readonly Dictionary<string, SeedPage> s_pages = SeedPage.ReadAll().Where(page => !page.IsHtml && !SeedPage.IsHeldOut(page.File)).ToDictionary(page => page.File, StringComparer.Ordinal);

    public static TheoryData<string> Pages => [.. s_pages.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Parse_SeedPage_FindsWhatAReaderFinds(string file)
    {
        NewsPage page = ArticleParser.Default.Parse(File.ReadAllText(s_pages[file].FullPath));
        IEnumerable<string> wrong = s_pages[file].Compare(page)
            .Where(cell => cell.IsRight == s_knownMisses.Contains((file, cell.Field)))
            .Select(cell => cell.IsRight ? $"{cell.Field} is no miss any more" : $"{cell.Field}: '{cell.Found}' instead of '{cell.Expected}'");
        wrong.Should().BeEmpty();
    }

    [Fact]
    public void KnownMisses_AreOfPagesAndFieldsThatExist() =>
        s_knownMisses.Should().OnlyContain(miss => s_pages.ContainsKey(miss.File) && SeedPage.Fields.Contains(miss.Field));
}
