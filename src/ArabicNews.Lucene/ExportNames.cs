namespace ArabicNews.Lucene;

/// <summary>Values as other engines are told them: one lower-case word, whatever becomes of the names in code.</summary>
internal static class ExportNames
{
    /// <summary>What tells who or what is named from others; null for one that only the text knows.</summary>
    public static string? IdOf(Entity entity) => entity.Place?.Id ?? entity.Id;

    /// <summary>The name in Latin letters; null where none is known. Of a place the gazetteer may know none, which it has as an empty one.</summary>
    public static string? EnglishOf(Entity entity) => entity.Place?.EnglishName is { Length: > 0 } english ? english : entity.EnglishName;

    public static string Of(DatePrecision precision) => precision switch
    {
        DatePrecision.Year => "year",
        DatePrecision.Month => "month",
        DatePrecision.Day => "day",
        DatePrecision.Minute => "minute",
        _ => "second",
    };

    public static string Of(PlaceKind kind) => kind switch
    {
        PlaceKind.Country => "country",
        PlaceKind.Capital => "capital",
        PlaceKind.City => "city",
        PlaceKind.Town => "town",
        PlaceKind.Region => "region",
        PlaceKind.Area => "area",
        PlaceKind.Continent => "continent",
        PlaceKind.Water => "water",
        PlaceKind.Island => "island",
        PlaceKind.District => "district",
        PlaceKind.Site => "site",
        _ => "mountain",
    };
}
