using System.Globalization;

namespace NewsSearch.Web.Charts;

/// <summary>What the drawings share.</summary>
internal static class Svg
{
    /// <summary>A number as an attribute has it, to a ten-thousandth: the scale of a map needs them.</summary>
    public static string N(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
