using System.Text;
using ArabicNews.Tests.Support;

namespace ArabicNews.Tests.Articles;

/// <summary>
/// Pages that we wrote in the shapes of real ones: each folder of <c>Pages</c> holds a <c>page.txt</c> and, in <c>expected.txt</c>, how it is to be understood: a line for every part, credit and
/// block of furniture, with its text.
/// </summary>
public class PageCaseTests
{
    public static TheoryData<string> Cases => [.. Directory.EnumerateDirectories(Folder).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal)];

    private static string Folder => RepositoryFiles.InRepository("tests/ArabicNews.Tests/Articles/Pages");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Parse_PageOfAShape_IsUnderstood(string name)
    {
        string folder = Path.Combine(Folder, name);
        NewsPage page = ArticleParser.Default.Parse(File.ReadAllText(Path.Combine(folder, "page.txt")));
        string expected = Path.Combine(folder, "expected.txt");
        string found = Render(page);
        if (Environment.GetEnvironmentVariable("ARABICNEWS_WRITE_EXPECTED") == "1") File.WriteAllText(expected, found);
        found.Should().Be(File.ReadAllText(expected));
    }

    private static string Render(NewsPage page)
    {
        var lines = new StringBuilder();
        if (page.Flags != PageFlags.None) Line("flags", page.Flags.ToString());
        if (page.Main is { } main) Article("main", main);
        else Line("no article", page.NoArticleReason.ToString());
        foreach (Article related in page.Related) Article("related", related);
        foreach (BoilerplateBlock block in page.Boilerplate) Line($"furniture, {block.Kind}", Cut(block.Span));
        return lines.ToString();

        void Article(string name, Article article)
        {
            lines.Append("== ").Append(name).Append('\n');
            if (article.Published is { } published) Line("published", DateOf(published));
            if (article.Modified is { } modified) Line("modified", DateOf(modified));
            string credits = string.Join("; ", Credits(article));
            if (credits.Length > 0) Line("credits", credits);
            foreach (ArticlePart part in article.Parts) Line(part.Kind.ToString(), Cut(part.Span));
            foreach (ArticleSource source in article.Sources) Line($"source, {source.Role}", Cut(source.Span));
        }

        // Of byline and dateline together.
        IEnumerable<string> Credits(Article article) =>
        [
            .. Named("place", article.Byline?.Places, article.Dateline?.Places), .. Named("person", article.Byline?.Persons, article.Dateline?.Persons),
            .. Named("agency", article.Byline?.Agencies, article.Dateline?.Agencies), .. Named("outlet", article.Byline?.Outlets, article.Dateline?.Outlets),
        ];

        IEnumerable<string> Named(string kind, params IReadOnlyList<CreditedName>?[] lists) => lists.SelectMany(list => list ?? []).Select(name => $"{kind} {name.Name}");

        void Line(string label, string text) => lines.Append(label).Append(": ").Append(text).Append('\n');
        string DateOf(ArticleDate date) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{date.Value:yyyy-MM-dd} ({date.Precision}) {Cut(date.Span)}");
        string Cut(TextSpan span) => span.In(page.Text).ToString().Replace("\n", " / ", StringComparison.Ordinal);
    }
}
