using ArabicNews;
using ArabicNews.Lucene;

namespace NewsSearch.Web.Charts;

/// <summary>A place on the map, in its units; a label stands above or below the dot, or there is no room for it.</summary>
public readonly record struct MapDot(FacetCount Place, double X, double Y, double Radius, double? LabelY);

/// <summary>
/// Places in a window that the most of them need. The projection is the plainest there is, equirectangular, true at 30° north, where most of this news happens; <c>wwwroot/land.svg</c> is drawn in it.
/// </summary>
public sealed record PlacesMap(IReadOnlyList<MapDot> Dots, double Scale, double Left, double Top)
{
    public const double Width = 360, Height = 230;

    /// <summary>Units of <c>land.svg</c> for each degree of latitude.</summary>
    private const double LandUnits = 20;

    private const double WidthOfDegree = 0.8660254;
    private const double LetterWidth = 5.6, LabelHeight = 13;

    // The map is as wide as 330 degrees of longitude at most, and as 14 of latitude at least.
    private const double MinSpan = 14 * LandUnits, MaxSpan = 330 * WidthOfDegree * LandUnits;

    // No news comes from beyond it.
    private const double Northmost = 80;

    // So much of the mentions may lie outside on each side: one visit to Chile must not make a dot of the Arab world.
    private const double Outside = 0.06;

    public static PlacesMap Of(IEnumerable<FacetCount> found)
    {
        FacetCount[] places = [.. found.Where(place => place.Place is { Kind: not PlaceKind.Continent }).OrderByDescending(place => place.Count)];
        if (places.Length == 0) return new PlacesMap([], 1, 0, 0);
        ((double left, double right), (double top, double bottom)) = (Range(places, XOf), Range(places, YOf));
        double span = Math.Clamp(Math.Max((right - left) * 1.3, (bottom - top) * 1.4 * Width / Height), MinSpan, MaxSpan), scale = Width / span;
        left = ((left + right) / 2) - (span / 2);
        top = Math.Max(((top + bottom) / 2) - (span * Height / Width / 2), -Northmost * LandUnits);

        int most = places[0].Count;
        var dots = new List<MapDot>();
        var taken = new List<(double X, double Y, double HalfWidth)>();
        foreach (FacetCount place in places)
        {
            (double x, double y) = ((XOf(place) - left) * scale, (YOf(place) - top) * scale);
            if (x is < 4 or > Width - 4 || y is < 4 or > Height - 4) continue;
            double radius = 2 + (Math.Min(5, most) * Math.Sqrt((double)place.Count / most));
            dots.Add(new MapDot(place, x, y, radius, FindRoom(place.Name, x, y, radius, taken)));
        }

        return new PlacesMap(dots, scale, left, top);
    }

    private static double XOf(FacetCount place) => place.Place!.Longitude * WidthOfDegree * LandUnits;

    private static double YOf(FacetCount place) => -place.Place!.Latitude * LandUnits;

    private static (double Least, double Most) Range(FacetCount[] places, Func<FacetCount, double> coordinate)
    {
        FacetCount[] ordered = [.. places.OrderBy(coordinate)];
        double skip = Outside * places.Sum(place => place.Count);
        return (Reach(ordered), Reach(ordered.Reverse()));

        double Reach(IEnumerable<FacetCount> side)
        {
            double passed = 0;
            foreach (FacetCount place in side)
                if ((passed += place.Count) > skip) return coordinate(place);
            return coordinate(ordered[0]);
        }
    }

    // The first come have the room: they are the most frequent.
    private static double? FindRoom(string name, double x, double y, double radius, List<(double X, double Y, double HalfWidth)> taken)
    {
        double half = name.Length * LetterWidth / 2;
        if (x - half < 2 || x + half > Width - 2) return null;
        foreach (double middle in new[] { y - radius - (LabelHeight / 2) - 1, y + radius + (LabelHeight / 2) + 1 })
        {
            if (middle < LabelHeight / 2 || middle > Height - (LabelHeight / 2)) continue;
            if (taken.Exists(other => Math.Abs(other.X - x) < other.HalfWidth + half + 3 && Math.Abs(other.Y - middle) < LabelHeight)) continue;
            taken.Add((x, middle, half));
            return middle;
        }

        return null;
    }
}
