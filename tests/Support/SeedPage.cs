using System.Globalization;

namespace ArabicNews.Tests.Support;

/// <summary>
/// A page of <c>seeds/articles</c> and what a reader found on it, a row of <c>SeedPages.tsv</c>. The columns are explained in <c>seeds/README.md</c>; names and words are compared by their letters and
/// numbers as printed, sets as sets.
/// </summary>
internal sealed class SeedPage
{
    private const string Gold = "tests/ArabicNews.Tests/Articles/SeedPages.tsv";

    // Pages of these numbers were written, with their rows, after the rules that are held to the others, and no rule has been changed for them.
    private static bool IsHeldOut(int number) => number is (>= 64 and <= 85) or >= 110;

    private readonly Dictionary<string, string> _cells;

    private SeedPage(string[] header, string[] cells) => _cells = header.Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);

    /// <summary>What is compared on every page, and what of every article.</summary>
    public static IReadOnlyList<string> Fields { get; } =
        ["kind", "headline", "published", "dateline_places", "byline_persons", "agencies", "sources", "body_start", "body_end", "paragraphs", "related_headlines"];

    public string File => _cells["file"];

    public bool IsHtml => File.EndsWith(".html", StringComparison.Ordinal);

    public string FullPath => RepositoryFiles.InRepository("seeds/articles/" + File);

    /// <summary>Whether the engines have never been changed for this page: such pages are scored by the evaluation and not held by tests, so that the score says what to expect of a page never seen.</summary>
    public static bool IsHeldOut(string file) => IsHeldOut(int.Parse(file.AsSpan(0, file.AsSpan().IndexOfAnyExceptInRange('0', '9')), CultureInfo.InvariantCulture));

    public static IEnumerable<SeedPage> ReadAll()
    {
        string[] lines = System.IO.File.ReadAllLines(RepositoryFiles.InRepository(Gold));
        return lines.Skip(1).Select(line => new SeedPage(lines[0].Split('\t'), line.Split('\t')));
    }

    /// <summary>Every field with what the reader and what the parser found; a page that is no article has its kind only.</summary>
    public IEnumerable<(string Field, string Expected, string Found, bool IsRight)> Compare(NewsPage page)
    {
        foreach (string field in _cells["kind"] == "article" ? Fields : [Fields[0]])
        {
            string expected = _cells[field], found = field == "kind" ? KindOf(page) : page.Main is { } article ? Read(field, page, article) : "no article";
            yield return (field, expected, found, IsSame(field, expected, found));
        }
    }

    private static string KindOf(NewsPage page) => page.NoArticleReason switch
    {
        NoArticleReason.None => "article",
        NoArticleReason.List or NoArticleReason.FrontPage => "list",
        NoArticleReason.ErrorPage => "error",
        NoArticleReason.Stub => "stub",
        _ => "empty",
    };

    private string Read(string field, NewsPage page, Article article)
    {
        (Byline? byline, Dateline? dateline) = (article.Byline, article.Dateline);
        return field switch
        {
            "headline" => article.Headline?.In(page.Text).ToString() ?? "",
            "published" => DateOf(article.Published),
            "dateline_places" => Join(Names(dateline?.Places, byline?.Places)),
            "byline_persons" => Join(Names(dateline?.Persons, byline?.Persons)),
            "agencies" => Join(Names(dateline?.Agencies, byline?.Agencies).Concat(SourcesOf(article, isAgency: true))),
            "sources" => Join(Names(dateline?.Outlets, byline?.Outlets).Concat(SourcesOf(article, isAgency: false))),
            "body_start" => string.Join(' ', WordsOf(article.GetBody(page.Text)).Take(WordsOf(_cells[field]).Count())),
            "body_end" => string.Join(' ', WordsOf(article.GetBody(page.Text)).TakeLast(WordsOf(_cells[field]).Count())),
            "paragraphs" => article.Parts.Count(part => Article.IsBody(part.Kind)).ToString(CultureInfo.InvariantCulture),
            "related_headlines" => Join(page.Related.Select(related => related.Headline?.In(page.Text).ToString() ?? "(none)")),
            _ => throw new ArgumentOutOfRangeException(nameof(field), field, "no column"),
        };
    }

    private static IEnumerable<string> Names(params IReadOnlyList<CreditedName>?[] lists) => lists.SelectMany(list => list ?? []).Select(name => name.Name);

    private static IEnumerable<string> SourcesOf(Article article, bool isAgency) =>
        article.Sources.Where(source => source.Role == SourceRole.Agency == isAgency).Select(source => source.Name);

    // At the precision that was read, so that a day is not a minute.
    private static string DateOf(ArticleDate? date) => date?.Value.ToString(date.Precision switch
    {
        >= DatePrecision.Minute => "yyyy-MM-dd'T'HH:mm",
        DatePrecision.Day => "yyyy-MM-dd",
        DatePrecision.Month => "yyyy-MM",
        _ => "yyyy",
    }, CultureInfo.InvariantCulture) ?? "";

    private static bool IsSame(string field, string expected, string found) => field switch
    {
        "kind" or "published" or "paragraphs" => expected == found,
        "headline" or "body_start" or "body_end" => Bare(expected) == Bare(found),
        _ => BareSet(expected).SetEquals(BareSet(found)),
    };

    // A dash alone is no word.
    private static IEnumerable<string> WordsOf(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(word => Bare(word).Length > 0);

    private static string Join(IEnumerable<string> names) => string.Join('|', names.Distinct(StringComparer.Ordinal));

    private static HashSet<string> BareSet(string names) => [.. names.Split('|').Select(Bare).Where(name => name.Length > 0)];

    private static string Bare(string text) => string.Concat(text.Where(c => char.IsLetter(c) || char.IsNumber(c) || c == '_'));
}
