using System.Buffers;

namespace ArabicNews;

/// <summary>Tells the credit of a picture from the words about what it shows.</summary>
internal static class CaptionParser
{
    // «تصوير: فلان الفلاني - فرانس برس»; longer pieces tell what the picture shows.
    private const int LongestCredit = 64;

    // One word before a credit is a label («أرشيف - رويترز»), no caption.
    private const int ShortestCaption = 2;

    private const char CopyrightSign = '\u00A9';

    // Hyphen, dashes, bar, slash, colon, full stop: what stands between a caption and its credit.
    private static readonly SearchValues<char> Separators = SearchValues.Create("-\u2013\u2014|/:.");

    private static readonly SearchValues<char> Edges = SearchValues.Create(" \t\u00A0-\u2013\u2014|/:\u061B;,\u060C");

    /// <summary>The spans of caption and credit in <paramref name="line"/>; empty for what it does not have.</summary>
    public static (TextSpan Caption, TextSpan Credit) Parse(ReadOnlySpan<char> line)
    {
        TextSpan whole = Trim(line, 0, line.Length);
        if (whole.IsEmpty) return default;
        int sign = line.IndexOf(CopyrightSign);
        if (sign >= 0 && line.Length - sign <= LongestCredit) return Split(line, sign, Trim(line, sign + 1, line.Length));
        if (IsCredit(whole.In(line))) return (default, whole);

        int end = line.TrimEnd(" \t\u00A0.").Length;
        if (end > 0 && line[end - 1] is ')' or ']' && line[..end].LastIndexOfAny('(', '[') is >= 0 and int open)
        {
            TextSpan inside = Trim(line, open + 1, end - 1);
            return IsCredit(inside.In(line), isSetApart: true) ? Split(line, open, inside) : (whole, default);
        }

        // From the last sign backwards, as far as a credit may reach: «… - تصوير: فلان» is credited from its dash on. At most one look per sign in a bounded stretch.
        TextSpan credit = default;
        for (int i = end - 1; i > 0 && end - i <= LongestCredit; i--)
        {
            if (!Separators.Contains(line[i]) || (line[i] is '-' or '.' && !char.IsWhiteSpace(line[i - 1]) && i + 1 < end && !char.IsWhiteSpace(line[i + 1]))) continue;
            TextSpan piece = Trim(line, i + 1, end);
            if (!piece.IsEmpty && IsCredit(piece.In(line))) credit = piece;
            else if (!credit.IsEmpty) break;
        }

        return credit.IsEmpty ? (whole, default) : Split(line, credit.Start, credit);
    }

    private static (TextSpan Caption, TextSpan Credit) Split(ReadOnlySpan<char> line, int end, TextSpan credit)
    {
        TextSpan caption = Trim(line, 0, end);
        return (caption.In(line).Count(' ') + 1 < ShortestCaption ? default : caption, credit);
    }

    // An agency, or somebody with what he did for the picture; another name may be whom or what it shows («الرصيف الأول (رويترز)»), unless brackets set it apart with the agency («(فلان - رويترز)»).
    private static bool IsCredit(ReadOnlySpan<char> piece, bool isSetApart = false) =>
        piece.Length is > 0 and <= LongestCredit && BylineParser.TryParse(piece, outlet: null, out Byline? byline)
        && (!byline.Agencies.IsEmpty || byline.Persons.Any(person => person.Role is not null))
        && (isSetApart || (byline.Places.IsEmpty && byline.Persons.All(person => person.Role is not null)));

    // White space and the signs between caption and credit at the ends left out.
    private static TextSpan Trim(ReadOnlySpan<char> line, int start, int end)
    {
        while (start < end && Edges.Contains(line[start])) start++;
        while (end > start && Edges.Contains(line[end - 1])) end--;
        while (start < end && char.IsWhiteSpace(line[start])) start++;
        while (end > start && char.IsWhiteSpace(line[end - 1])) end--;
        return TextSpan.FromBounds(start, end);
    }
}
