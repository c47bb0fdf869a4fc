using System.Globalization;

namespace ArabicNews.Cli.Output;

/// <summary>What a text names, as a table.</summary>
internal static class EntityPaper
{
    public static void Write(Paper paper, EntityExtraction found, string text)
    {
        if (found.Entities.IsDefaultOrEmpty)
        {
            paper.WriteLine("no names", Tone.Faint).WriteLine();
            return;
        }

        var table = new PaperTable("", "name", "in English", "who or what", "where", "mentions");
        foreach (Entity entity in found.Entities.OrderBy(entity => entity.Kind))
            table.Add(new Cell(JsonNames.Of(entity.Kind), ToneOf(entity.Kind)), new Cell(entity.Name, Tone.Strong), entity.EnglishName, entity.Place is { } place ? KindOf(place) : entity.Role, new Cell(entity.Place is { } at ? Coordinates(at) : "", IsFolded: false), new Cell(Mentions(entity), Tone.Faint, IsFolded: false));
        paper.Write(table).WriteLine();
    }

    /// <summary>The role of a person, the country and coordinates of a place.</summary>
    public static string Known(Entity entity) => entity.Place is { } place ? $"{KindOf(place)} {Coordinates(place)}" : entity.Role ?? "";

    /// <summary>The colour of a kind.</summary>
    public static Tone ToneOf(EntityKind kind) => kind switch { EntityKind.Person => Tone.Person, EntityKind.Place => Tone.Place, _ => Tone.Organization };

    // A subdivision's code has its country's in front: EG-C.
    private static string KindOf(PlaceInfo place) => $"{JsonNames.Of(place.Kind)} {place.Subdivision ?? place.CountryCode}".TrimEnd();

    private static string Coordinates(PlaceInfo place) => string.Create(CultureInfo.InvariantCulture, $"{place.Latitude:0.00}, {place.Longitude:0.00}");

    // The first, and how many more there are: the rest is for programs.
    private static string Mentions(Entity entity) =>
        entity.Mentions.Length == 1 ? entity.Mentions[0].Span.ToString() : string.Create(CultureInfo.InvariantCulture, $"{entity.Mentions[0].Span} +{entity.Mentions.Length - 1}");
}
