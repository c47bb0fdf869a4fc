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

        var table = new PaperTable("", "name", "in English", "what is known", "mentions");
        foreach (Entity entity in found.Entities.OrderBy(entity => entity.Kind)) table.Add(Kind(entity), entity.Name, entity.EnglishName, Known(entity), new Cell(Mentions(entity), Tone.Faint));
        paper.Write(table).WriteLine();
    }

    /// <summary>The role of a person, the country and coordinates of a place.</summary>
    public static string Known(Entity entity) => entity.Place is { } place
        ? string.Create(CultureInfo.InvariantCulture, $"{JsonNames.Of(place.Kind)}{(place.CountryCode.Length > 0 ? " " + place.CountryCode : "")}{(place.Subdivision is null ? "" : " " + place.Subdivision)}  {place.Latitude:0.000}, {place.Longitude:0.000}")
        : entity.Role ?? "";

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
