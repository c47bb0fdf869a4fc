using System.Globalization;
using ArabicNews.Tests.Support;

namespace ArabicNews.Html.Tests;

/// <summary>
/// Pages that we wrote in the shapes of real templates, a folder each: <c>page.html</c> and <c>expected.tsv</c> with what must come out («body» once per paragraph, «none» for a page without
/// an article).
/// </summary>
public class PagesTests
{
    private static readonly string Folder = RepositoryFiles.InRepository("tests/ArabicNews.Html.Tests/Pages");

    public static TheoryData<string> Cases => [.. Directory.EnumerateDirectories(Folder).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Parse_Page_GivesWhatIsExpected(string name)
    {
        ILookup<string, string> expected = File.ReadLines(Path.Combine(Folder, name, "expected.tsv")).Select(line => line.Split('\t')).ToLookup(cells => cells[0], cells => cells[1]);
        using FileStream html = File.OpenRead(Path.Combine(Folder, name, "page.html"));
        NewsPage page = HtmlArticleParser.Default.Parse(html, expected["source"].Select(address => new Uri(address)).FirstOrDefault());

        if (expected["none"].FirstOrDefault() is { } reason)
        {
            page.Main.Should().BeNull();
            page.NoArticleReason.ToString().Should().Be(reason);
            return;
        }

        page.Main.Should().NotBeNull("{0} is no reason here", page.NoArticleReason);
        Article article = page.Main!;
        article.Headline?.In(page.Text).ToString().Should().Be(expected["headline"].Single());
        article.GetBody(page.Text).Split('\n').Should().Equal(expected["body"]);
        article.Published?.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture).Should().Be(expected["published"].SingleOrDefault());
        (article.Byline?.Persons.Select(person => person.Name) ?? []).Should().Equal(expected["author"]);
        if (expected["section"].FirstOrDefault() is { } section) article.Section.Should().Be(section);
    }
}
