using System.Globalization;

namespace ArabicNews.Lucene;

/// <summary>All places within a distance of a point.</summary>
/// <param name="Latitude">Degrees, north positive, from -90 to 90.</param>
/// <param name="Longitude">Degrees, east positive, from -180 to 180.</param>
/// <param name="Kilometers">The distance on the surface of the earth, above 0, at most <see cref="MaxKilometers"/>.</param>
/// <param name="Place">The place whose point it is; null for one given by numbers.</param>
public readonly record struct GeoCircle(double Latitude, double Longitude, double Kilometers, PlaceInfo? Place = null)
{
    /// <summary>Half around the earth.</summary>
    public const double MaxKilometers = 20_038;

    /// <summary>The distance where a query names none.</summary>
    public const double DefaultKilometers = 50;

    private const double EarthRadius = 6371.0088;

    // كم، كيلومتر، كلم: as ArabicNormalizer.Match spells them.
    private static readonly string[] s_units = ["km", "\u0643\u064A\u0644\u0648\u0645\u062A\u0631", "\u0643\u0644\u0645", "\u0643\u0645"];

    /// <summary>
    /// Reads a place and a distance: a name of the gazetteer in any spelling, of which the most prominent place counts (<c>دمشق</c>, <c>طرابلس</c> of Libya), or latitude and longitude (<c>33.5,36.3</c>); the distance a number of
    /// kilometers with or without its unit (<c>50</c>, <c>٥٠كم</c>, <c>12.5km</c>), empty for <see cref="DefaultKilometers"/>. False for anything else, such as a latitude of 91.
    /// </summary>
    /// <exception cref="ArgumentNullException"><paramref name="center"/> or <paramref name="distance"/> is null.</exception>
    public static bool TryParse(string center, string distance, out GeoCircle circle)
    {
        ArgumentNullException.ThrowIfNull(center);
        ArgumentNullException.ThrowIfNull(distance);
        circle = default;
        if (!TryReadDistance(distance, out double kilometers)) return false;
        if (TryReadPoint(center, out double latitude, out double longitude))
        {
            circle = new GeoCircle(latitude, longitude, kilometers);
            return true;
        }

        if (Gazetteer.Default.FindPlaces(center) is not [var place, ..]) return false;
        circle = new GeoCircle(place.Latitude, place.Longitude, kilometers, place);
        return true;
    }

    /// <summary>Whether a point lies in it; by the great circle on a sphere, which is less than half a percent off.</summary>
    public bool Contains(double latitude, double longitude)
    {
        double sinLatitude = Math.Sin(double.DegreesToRadians(latitude - Latitude) / 2), sinLongitude = Math.Sin(double.DegreesToRadians(longitude - Longitude) / 2);
        double haversine = (sinLatitude * sinLatitude) + (Math.Cos(double.DegreesToRadians(latitude)) * Math.Cos(double.DegreesToRadians(Latitude)) * sinLongitude * sinLongitude);
        return 2 * EarthRadius * Math.Asin(Math.Sqrt(Math.Clamp(haversine, 0, 1))) <= Kilometers;
    }

    private static bool TryReadDistance(string text, out double kilometers)
    {
        kilometers = DefaultKilometers;
        string number = ArabicNormalizer.Match.Normalize(text);
        if (number.Length == 0) return true;
        foreach (string unit in s_units)
        {
            if (!number.EndsWith(unit, StringComparison.Ordinal)) continue;
            number = number[..^unit.Length];
            break;
        }

        return TryReadNumber(number, out kilometers) && kilometers is > 0 and <= MaxKilometers;
    }

    private static bool TryReadPoint(string text, out double latitude, out double longitude)
    {
        longitude = latitude = 0;
        string point = ArabicNormalizer.Match.Normalize(text);
        int comma = point.IndexOf(',', StringComparison.Ordinal);
        return comma > 0 && TryReadNumber(point.AsSpan(0, comma), out latitude) && TryReadNumber(point.AsSpan(comma + 1), out longitude)
            && latitude is >= -90 and <= 90 && longitude is >= -180 and <= 180;
    }

    private static bool TryReadNumber(ReadOnlySpan<char> text, out double number) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);
}
