using System.Globalization;

namespace ArabicNews.Lucene;

/// <summary>What is counted.</summary>
internal enum FacetKind
{
    Person,
    Place,
    Country,
    Source,
    Section,
}

/// <summary>What the facet field holds for one name: kind, id, name and, for a place of the gazetteer, the rest of its <see cref="PlaceInfo"/>.</summary>
internal static class FacetLabel
{
    /// <summary>The most parts that a label has.</summary>
    public const int Parts = 10;

    /// <summary>How many kinds there are.</summary>
    public const int Kinds = (int)FacetKind.Section + 1;

    private const char Separator = '\u001F', FirstKind = 'a';

    public static string Of(FacetKind kind, string name) => Join(NameOf(kind), "", name);

    public static string Of(FacetKind kind, Entity entity) => entity.Place is { } place
        ? Join(NameOf(kind), place.Id, place.Name, place.EnglishName, place.CountryCode, place.Latitude.ToString("R", CultureInfo.InvariantCulture), place.Longitude.ToString("R", CultureInfo.InvariantCulture),
            ((int)place.Kind).ToString(CultureInfo.InvariantCulture), place.Subdivision ?? "", place.Population.ToString(CultureInfo.InvariantCulture))
        : Join(NameOf(kind), entity.Id ?? "", entity.Name);

    /// <summary>What makes two labels the same: the id of one who is known, else the name in any spelling.</summary>
    public static string KeyOf(string? id, string name) => id is { Length: > 0 } ? "#" + id : ArabicNormalizer.Match.Normalize(name);

    /// <summary>What a label of this index says, with a count of 0.</summary>
    public static (FacetKind Kind, FacetCount Value) Read(string label)
    {
        string[] parts = label.Split(Separator);
        var kind = (FacetKind)(parts[0][0] - FirstKind);
        if (kind == FacetKind.Country) return (kind, new FacetCount(parts[2], parts[2], 0));
        PlaceInfo? place = parts.Length < Parts ? null : new PlaceInfo(parts[1], parts[2], parts[3], parts[4],
            double.Parse(parts[5], CultureInfo.InvariantCulture), double.Parse(parts[6], CultureInfo.InvariantCulture), (PlaceKind)int.Parse(parts[7], CultureInfo.InvariantCulture),
            parts[8].Length > 0 ? parts[8] : null, int.Parse(parts[9], CultureInfo.InvariantCulture));
        return (kind, new FacetCount(parts[2], parts[1].Length == 0 ? null : parts[1], 0, place));
    }

    private static string NameOf(FacetKind kind) => ((char)(FirstKind + (int)kind)).ToString();

    private static string Join(params string[] parts) => string.Join(Separator, parts.Select(part => part.Replace(Separator, ' ')));
}
