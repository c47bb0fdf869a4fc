using System.Globalization;

namespace ArabicNews.Lucene;

/// <summary>What a facet field holds for one name: id, name and, for a place of the gazetteer, the rest of its <see cref="PlaceInfo"/>.</summary>
internal static class FacetLabel
{
    /// <summary>The most parts that a label has.</summary>
    public const int Parts = 9;

    // A place's label ends with subdivision and population, but in an index of an earlier version with the kind.
    private const int RequiredParts = 7;

    private const char Separator = '\u001F';

    public static string Of(string name) => Join("", name);

    public static string Of(Entity entity) => entity.Place is { } place
        ? Join(place.Id, place.Name, place.EnglishName, place.CountryCode, place.Latitude.ToString("R", CultureInfo.InvariantCulture), place.Longitude.ToString("R", CultureInfo.InvariantCulture),
            ((int)place.Kind).ToString(CultureInfo.InvariantCulture), place.Subdivision ?? "", place.Population.ToString(CultureInfo.InvariantCulture))
        : Join(entity.Id ?? "", entity.Name);

    /// <summary>What makes two labels the same: the id of one who is known, else the name in any spelling.</summary>
    public static string KeyOf(string? id, string name) => id is { Length: > 0 } ? "#" + id : ArabicNormalizer.Match.Normalize(name);

    public static FacetCount Read(string label, int count)
    {
        string[] parts = label.Split(Separator);
        if (parts.Length == 1) return new FacetCount(parts[0], parts[0], count);
        PlaceInfo? place = parts.Length < RequiredParts ? null : new PlaceInfo(parts[0], parts[1], parts[2], parts[3],
            double.Parse(parts[4], CultureInfo.InvariantCulture), double.Parse(parts[5], CultureInfo.InvariantCulture), (PlaceKind)int.Parse(parts[6], CultureInfo.InvariantCulture),
            parts.Length >= Parts && parts[7].Length > 0 ? parts[7] : null, parts.Length >= Parts ? int.Parse(parts[8], CultureInfo.InvariantCulture) : 0);
        return new FacetCount(parts[1], parts[0].Length == 0 ? null : parts[0], count, place);
    }

    private static string Join(params string[] parts) => string.Join(Separator, parts.Select(part => part.Replace(Separator, ' ')));
}
