using System.Collections.Immutable;
using System.Globalization;

namespace ArabicNews.Evaluation;

/// <summary>A name on one of our pages, as a reader marked it: a row of <c>&lt;page&gt;.mentions.tsv</c>.</summary>
/// <param name="Span">Into <see cref="NewsPage.Text"/>.</param>
/// <param name="Kind">PER, LOC or ORG in the file.</param>
/// <param name="Entity">Who or what is named: the same word for the same one.</param>
/// <param name="Place">Of a place, which; else null.</param>
internal sealed record GoldMention(TextSpan Span, EntityKind Kind, string Entity, GoldPlace? Place)
{
    public const string Header = "start\tend\tkind\tentity\tplace_id";

    /// <summary>Reads the lines of a file.</summary>
    /// <param name="file">Named in complaints.</param>
    /// <param name="lines">The header and the rows.</param>
    /// <param name="textLength">Length of the page's text, in which the spans must lie.</param>
    /// <exception cref="InvalidDataException">A line is not what the format says; the message begins with file and line.</exception>
    public static ImmutableArray<GoldMention> Parse(string file, IReadOnlyList<string> lines, int textLength)
    {
        if (lines.Count == 0 || lines[0] != Header) throw Problem(file, 1, $"the header is not '{Header.Replace('\t', ' ')}'");
        var spans = new HashSet<TextSpan>();
        var mentions = ImmutableArray.CreateBuilder<GoldMention>(lines.Count - 1);
        for (int i = 1; i < lines.Count; i++)
        {
            GoldMention mention = ParseRow(lines[i], textLength, problem => Problem(file, i + 1, problem));
            if (!spans.Add(mention.Span)) throw Problem(file, i + 1, $"a second mention from {mention.Span.Start} to {mention.Span.End}");
            mentions.Add(mention);
        }

        return mentions.ToImmutable();
    }

    private static GoldMention ParseRow(string line, int textLength, Func<string, InvalidDataException> problem)
    {
        if (line.Split('\t') is not [var first, var last, var kindName, var entity, var placeId]) throw problem("there are not five columns");
        if (!int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out int start) || !int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out int end))
            throw problem($"'{first}' and '{last}' are not two offsets");
        if (start >= end || end > textLength) throw problem($"{start} to {end} is no span of a text of {textLength}");
        EntityKind kind = kindName switch
        {
            "PER" => EntityKind.Person,
            "LOC" => EntityKind.Place,
            "ORG" => EntityKind.Organization,
            _ => throw problem($"the kind '{kindName}' is not PER, LOC or ORG"),
        };
        if (entity.Length == 0) throw problem("the entity is empty");
        if (kind != EntityKind.Place)
            return placeId.Length == 0 ? new GoldMention(TextSpan.FromBounds(start, end), kind, entity, null) : throw problem($"{kindName} has a place: '{placeId}'");
        GoldPlace place = GoldPlace.Find(placeId) ?? throw problem($"'{placeId}' is no row of the gazetteer, nor ?CC@latitude,longitude");
        return new GoldMention(TextSpan.FromBounds(start, end), kind, entity, place);
    }

    private static InvalidDataException Problem(string file, int line, string problem) => new($"{file}:{line}: {problem}");
}

/// <summary>Where a place of the gold data lies.</summary>
/// <param name="Id">As the file has it.</param>
/// <param name="CountryCode">As <see cref="PlaceInfo.CountryCode"/>.</param>
/// <param name="Latitude">Degrees.</param>
/// <param name="Longitude">Degrees.</param>
internal sealed record GoldPlace(string Id, string CountryCode, double Latitude, double Longitude)
{
    /// <summary>The place of a gazetteer's id, or of <c>?CC@latitude,longitude</c> or <c>?@latitude,longitude</c> for one that the gazetteer lacks; null for anything else.</summary>
    public static GoldPlace? Find(string id)
    {
        if (!id.StartsWith('?')) return Gazetteer.Default.GetPlace(id) is { } place ? new GoldPlace(id, place.CountryCode, place.Latitude, place.Longitude) : null;
        return id[1..].Split('@') is [var country, var point] && (country.Length == 0 || (country.Length == 2 && country.All(char.IsAsciiLetterUpper)))
            && point.Split(',') is [var north, var east] && Degrees(north, 90) is { } latitude && Degrees(east, 180) is { } longitude
            ? new GoldPlace(id, country, latitude, longitude) : null;
    }

    private static double? Degrees(string text, double most) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double degrees) && Math.Abs(degrees) <= most ? degrees : null;
}
