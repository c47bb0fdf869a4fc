namespace ArabicNews.Evaluation;

/// <summary>How far apart two points of the earth are, taken as a sphere: half a percent off at most, where kilometres are asked for by the hundred.</summary>
internal static class GreatCircle
{
    private const double MeanRadius = 6371.0088;

    /// <summary>Kilometres along the surface between two points given in degrees; by the haversine formula, which keeps its digits for points close together.</summary>
    public static double Kilometres(double latitude1, double longitude1, double latitude2, double longitude2)
    {
        double north = double.DegreesToRadians(latitude2 - latitude1), east = double.DegreesToRadians(longitude2 - longitude1);
        double haversine = Square(Math.Sin(north / 2))
            + (Math.Cos(double.DegreesToRadians(latitude1)) * Math.Cos(double.DegreesToRadians(latitude2)) * Square(Math.Sin(east / 2)));

        // Rounding may lift the haversine of opposite points above 1.
        return 2 * MeanRadius * Math.Asin(Math.Sqrt(Math.Min(1, haversine)));
    }

    private static double Square(double value) => value * value;
}
