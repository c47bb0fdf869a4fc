using System.Text;

namespace ArabicNews.Cli.Output;

/// <summary>
/// Text from outside for a terminal. A page may hold the codes that clear a screen, rename a window or type into a shell; here each control character becomes a picture of itself. Marks that turn the direction of all that follows
/// are taken out: <see cref="Isolate"/> gives the right direction, and a lone one would turn the table around.
/// </summary>
internal static class SafeText
{
    private const char FirstStrongIsolate = '\u2068';
    private const char PopDirectionalIsolate = '\u2069';
    private const char SymbolForNull = '\u2400';
    private const char SymbolForDelete = '\u2421';
    private const char Replacement = '\uFFFD';

    /// <summary>The text on one line: line ends and tabs become blanks.</summary>
    public static string OneLine(ReadOnlySpan<char> text) => Clean(text, keepLines: false);

    /// <summary>The text with its line feeds.</summary>
    public static string Lines(ReadOnlySpan<char> text) => Clean(text, keepLines: true);

    /// <summary>Keeps a run of Arabic together inside a line that goes from left to right. Text without right-to-left letters stays as it is.</summary>
    public static string Isolate(string safe) => HasRightToLeft(safe) ? $"{FirstStrongIsolate}{safe}{PopDirectionalIsolate}" : safe;

    /// <summary>Keeps what stands between « and » together.</summary>
    public static string IsolateQuotations(string safe) => safe.Replace("\u00AB", $"\u00AB{FirstStrongIsolate}", StringComparison.Ordinal).Replace("\u00BB", $"{PopDirectionalIsolate}\u00BB", StringComparison.Ordinal);

    /// <summary>Whether a text has letters of Hebrew, Arabic and their neighbours.</summary>
    public static bool HasRightToLeft(ReadOnlySpan<char> text)
    {
        foreach (char letter in text)
            if (letter is (>= '\u0590' and <= '\u08FF') or (>= '\uFB1D' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFC')) return true;
        return false;
    }

    private static string Clean(ReadOnlySpan<char> text, bool keepLines)
    {
        var clean = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            char unit = text[i];
            if (char.IsSurrogate(unit))
            {
                bool isPair = char.IsHighSurrogate(unit) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
                if (isPair) clean.Append(unit).Append(text[++i]);
                else clean.Append(Replacement);
            }
            else if (unit == '\n' && keepLines) clean.Append(unit);
            else if (unit is '\n' or '\r' or '\t' or '\u0085' or '\u2028' or '\u2029') clean.Append(' ');
            else if (unit < ' ') clean.Append((char)(SymbolForNull + unit));
            else if (unit == '\u007F') clean.Append(SymbolForDelete);
            else if (unit is >= '\u0080' and <= '\u009F') clean.Append(Replacement);
            else if (unit is not ((>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\uFEFF')) clean.Append(unit);
        }

        return clean.ToString();
    }
}
