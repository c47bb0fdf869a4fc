using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text;

namespace ArabicNews.Html;

/// <summary>Character references, as the HTML standard reads them in text.</summary>
internal static class HtmlText
{
    // "&CounterClockwiseContourIntegral;" is the longest name of the standard.
    private const int LongestName = 33;

    private static readonly SearchValues<char> References = SearchValues.Create('&', '\0', '\r');

    // The references that HTML allows without their semicolon are those of Latin-1 and these.
    private static readonly string[] Unclosed = ["amp", "AMP", "lt", "LT", "gt", "GT", "quot", "QUOT", "COPY", "REG"];

    // What windows-1252 has where Unicode has the controls 0x80 to 0x9F; references to these mean those.
    private const string Windows1252 =
        "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    /// <summary>The text with its references replaced; the same text when there are none.</summary>
    public static string Decode(ReadOnlySpan<char> text)
    {
        if (text.IndexOfAny(References) < 0) return text.ToString();
        var decoded = new StringBuilder(text.Length);
        int position = 0;
        while (position < text.Length)
        {
            if (text[position] == '&' && ReadReference(text[position..], decoded) is > 0 and int length)
            {
                position += length;
                continue;
            }

            decoded.Append(text[position] == '\0' ? '\uFFFD' : text[position]);
            position++;
        }

        return decoded.ToString();
    }

    /// <summary>Appends what the reference at the start of <paramref name="text"/> stands for and returns its length; 0, nothing appended, when there is none.</summary>
    public static int ReadReference(ReadOnlySpan<char> text, StringBuilder decoded) => text.Length > 1 && text[1] == '#' ? ReadNumber(text, decoded) : ReadName(text, decoded);

    private static int ReadNumber(ReadOnlySpan<char> text, StringBuilder decoded)
    {
        bool isHex = text.Length > 2 && text[2] is 'x' or 'X';
        int position = isHex ? 3 : 2, first = position;
        int value = 0;
        for (; position < text.Length; position++)
        {
            char c = text[position];
            if (isHex ? !char.IsAsciiHexDigit(c) : !char.IsAsciiDigit(c)) break;
            if (value <= 0x10FFFF) value = (value * (isHex ? 16 : 10)) + (char.IsAsciiDigit(c) ? c - '0' : (c | 0x20) - 'a' + 10);
        }

        if (position == first) return 0;
        if (position < text.Length && text[position] == ';') position++;
        if (value is >= 0x80 and <= 0x9F) value = Windows1252[value - 0x80];
        decoded.Append(value != 0 && Rune.IsValid(value) ? new Rune(value).ToString() : "\uFFFD");
        return position;
    }

    private static int ReadName(ReadOnlySpan<char> text, StringBuilder decoded)
    {
        int length = 1;
        while (length < text.Length && length <= LongestName && char.IsAsciiLetterOrDigit(text[length])) length++;
        if (length == 1) return 0;
        if (length < text.Length && text[length] == ';')
        {
            string reference = text[..(length + 1)].ToString();
            string value = reference is "&nbsp;" ? "\u00A0" : WebUtility.HtmlDecode(reference);
            if (value != reference)
            {
                decoded.Append(value);
                return length + 1;
            }
        }

        // "&copy2020" and "&nbspx": the longest name that needs no semicolon.
        for (int end = Math.Min(length, 7); end > 2; end--)
        {
            string name = text[1..end].ToString();
            string value = WebUtility.HtmlDecode("&" + name + ";");
            if ((value.Length == 1 && value[0] is >= '\u00A0' and <= '\u00FF') || Array.IndexOf(Unclosed, name) >= 0)
            {
                decoded.Append(value.Length == 1 ? value : name.ToLower(CultureInfo.InvariantCulture) switch { "amp" => "&", "lt" => "<", "gt" => ">", "quot" => "\"", "copy" => "\u00A9", _ => "\u00AE" });
                return end;
            }
        }

        return 0;
    }
}
