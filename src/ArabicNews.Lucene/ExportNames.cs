namespace ArabicNews.Lucene;

/// <summary>Values as other engines are told them: one lower-case word, whatever becomes of the names in code.</summary>
internal static class ExportNames
{
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
