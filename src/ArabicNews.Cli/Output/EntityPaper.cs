using System.Globalization;

namespace ArabicNews.Cli.Output;

/// <summary>What a text names, as a table.</summary>
internal static class EntityPaper
{
    private const int MaxSpans = 4;

    public static void Write(Paper paper, EntityExtraction found, string text)
    {
        if (found.Entities.IsDefaultOrEmpty)
        {
            paper.WriteLine("no names", Tone.Faint).WriteLine();
            return;
        }

        var table = new PaperTable("", "name", "in English", "who or what", "where", "mentions");
        foreach (Entity entity in found.Entities.OrderBy(entity => entity.Kind))
            table.Add(Kind(entity), new Cell(entity.Name, Tone.Strong), entity.EnglishName, entity.Place is { } place ? KindOf(place) : entity.Role, new Cell(entity.Place is { } at ? Coordinates(at) : "", IsFolded: false), new Cell(Mentions(entity), Tone.Faint));
        paper.Write(table).WriteLine();
    }

    /// <summary>The role of a person, the country and coordinates of a place.</summary>
    public static string Known(Entity entity) => entity.Place is { } place ? $"{KindOf(place)} {Coordinates(place)}" : entity.Role ?? "";

    // A subdivision's code has its country's in front: EG-C.
    private static string KindOf(PlaceInfo place) => $"{JsonNames.Of(place.Kind)} {place.Subdivision ?? place.CountryCode}".TrimEnd();

    private static string Coordinates(PlaceInfo place) => string.Create(CultureInfo.InvariantCulture, $"{place.Latitude:0.00}, {place.Longitude:0.00}");

    private static Cell Kind(Entity entity) => entity.Kind switch
    {
        EntityKind.Person => new Cell("person", Tone.Person),
        EntityKind.Place => new Cell("place", Tone.Place),
        _ => new Cell("organization", Tone.Organization),
    };

    private static string Mentions(Entity entity)
    {
        string spans = string.Join(' ', entity.Mentions.Take(MaxSpans).Select(mention => mention.Span.ToString()));
        return entity.Mentions.Length > MaxSpans ? string.Create(CultureInfo.InvariantCulture, $"{spans} and {entity.Mentions.Length - MaxSpans} more") : spans;
    }
}
