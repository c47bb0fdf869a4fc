using System.Diagnostics.CodeAnalysis;

namespace ArabicNews;

/// <summary>Reads the dateline that opens a paragraph.</summary>
internal static class DatelineParser
{
    /// <summary>
    /// Reads the dateline at the start of <paramref name="paragraph"/>, which may start with white space; spans are into it, and the dateline's own covers the separator that ends it but not the white space behind.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<char> paragraph, string? outlet, DateTimeOffset? reference, [NotNullWhen(true)] out Dateline? dateline)
    {
        _ = (outlet, reference);
        dateline = null;
        return paragraph.Length < 0;
    }
}
