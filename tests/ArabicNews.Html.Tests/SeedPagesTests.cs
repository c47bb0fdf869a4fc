using ArabicNews.Tests.Support;

namespace ArabicNews.Html.Tests;

/// <summary>Every field that a reader found on our own pages of HTML. No miss is known: the first would be listed here with its reason, as in the tests of the core.</summary>
public class SeedPagesTests
{
    private static readonly Dictionary<string, SeedPage> s_pages = SeedPage.ReadAll().Where(page => page.IsHtml && !SeedPage.IsHeldOut(page.File)).ToDictionary(page => page.File, StringComparer.Ordinal);

    public static TheoryData<string> Pages => [.. s_pages.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Parse_SeedPage_FindsWhatAReaderFinds(string file)
    {
        using FileStream html = File.OpenRead(s_pages[file].FullPath);
        NewsPage page = HtmlArticleParser.Default.Parse(html);
        IEnumerable<string> wrong = s_pages[file].Compare(page).Where(cell => !cell.IsRight).Select(cell => $"{cell.Field}: '{cell.Found}' instead of '{cell.Expected}'");
        wrong.Should().BeEmpty();
    }
}
