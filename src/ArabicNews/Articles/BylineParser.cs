using System.Diagnostics.CodeAnalysis;

namespace ArabicNews;

/// <summary>The grammar of credit lines.</summary>
internal static class BylineParser
{
    /// <summary>Reads a line that is nothing but credits; spans are into <paramref name="line"/>.</summary>
    public static bool TryParse(ReadOnlySpan<char> line, string? outlet, [NotNullWhen(true)] out Byline? byline)
    {
        _ = outlet;
        byline = null;
        return line.Length < 0;
    }
}
