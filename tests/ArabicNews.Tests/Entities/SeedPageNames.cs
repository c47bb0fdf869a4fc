using ArabicNews.Tests.Support;

namespace ArabicNews.Tests.Entities;

/// <summary>Everyone and every place that one of our own pages names, as a reader wrote them down before any tagger saw the page; the rules of the table stand in <c>seeds/README.md</c>.</summary>
/// <param name="File">The page below <c>seeds/articles</c>.</param>
/// <param name="People">The people by their fullest forms there.</param>
/// <param name="Places">The places likewise.</param>
internal sealed record SeedPageNames(string File, IReadOnlyList<string> People, IReadOnlyList<string> Places)
{
    /// <summary>The pages of the table, in its order.</summary>
    public static IReadOnlyList<SeedPageNames> All { get; } = [.. Rows("SeedPagePeopleAndPlaces.tsv").Select(cells => new SeedPageNames(cells[0], Names(cells[1]), Names(cells[2])))];

    /// <summary>Where the page lies.</summary>
    public string Path => RepositoryFiles.InRepository("seeds/articles/" + File);

    /// <summary>
    /// The forms by which an extraction names what is of a kind, each entity by its longest mention and each form once (the city and the country of «تونس» are one name). Of «للقاهرة» the mention lacks the alef that the particle has swallowed; the form has it. «للبنان» has swallowed none.
    /// </summary>
    public static IReadOnlyList<(string Form, Entity Entity)> FormsOf(EntityExtraction extraction, EntityKind kind, string text) =>
        [.. extraction.Entities.Where(entity => entity.Kind == kind).Select(entity => (entity.Mentions.Select(mention => FormOf(mention.Span, entity, text)).MaxBy(form => Bare(form).Length)!, entity))
            .DistinctBy(found => Bare(found.Item1))];

    /// <summary>A name's letters and digits, folded as names are matched: what two printings of one name share.</summary>
    public static string Bare(string name) => string.Concat(ArabicNormalizer.Match.Normalize(name).Where(char.IsLetterOrDigit));

    /// <summary>The rows of a table in this folder behind its header, each as its cells; lines that start with # are its record.</summary>
    public static IEnumerable<string[]> Rows(string table) =>
        System.IO.File.ReadLines(RepositoryFiles.InRepository("tests/ArabicNews.Tests/Entities/" + table)).Where(line => line.Length > 0 && line[0] != '#').Skip(1).Select(line => line.Split('\t'));

    private static string[] Names(string cell) => cell.Split('|', StringSplitOptions.RemoveEmptyEntries);

    private static string FormOf(TextSpan span, Entity entity, string text)
    {
        const char lam = '\u0644', alef = '\u0627';
        string form = text[(Range)span];
        if (entity.Place is { Name: [not alef, ..] }) return form;
        return span.Start > 0 && text[span.Start - 1] == lam && form[0] == lam ? alef + form : form;
    }
}
