using System.Text;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ArabicNews.Cli.Output;

/// <summary>
/// Text in a table: safe, folded to its column, and each line of Arabic between the marks that keep it from reordering its neighbours. Spectre counts these marks as letters; as control codes they take no room.
/// </summary>
/// <param name="text">The text; blanks in front of it stay.</param>
/// <param name="style">Its colour.</param>
/// <param name="isFolded">Whether it may go on in a next line.</param>
internal sealed class BidiText(string text, Style style, bool isFolded = true) : Renderable
{
    private static readonly Segment s_isolate = Segment.Control("\u2068");
    private static readonly Segment s_pop = Segment.Control("\u2069");

    private readonly int _indent = text.Length - text.AsSpan().TrimStart(' ').Length;

    private readonly string[] _words = isFolded ? SafeText.OneLine(text).Split(' ', StringSplitOptions.RemoveEmptyEntries) : [SafeText.OneLine(text).Trim(' ')];

    protected override Measurement Measure(RenderOptions options, int maxWidth)
    {
        int widest = 0, all = Math.Max(0, _words.Length - 1);
        foreach (string word in _words)
        {
            int width = WidthOf(word);
            widest = Math.Max(widest, width);
            all += width;
        }

        return new Measurement(Math.Min(widest + _indent, maxWidth), Math.Min(all + _indent, maxWidth));
    }

    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        bool isFirst = true;
        foreach (string line in Fold(maxWidth - _indent))
        {
            if (!isFirst) yield return Segment.LineBreak;
            isFirst = false;
            if (_indent > 0) yield return Segment.Padding(_indent);
            bool isIsolated = SafeText.HasRightToLeft(line);
            if (isIsolated) yield return s_isolate;
            yield return new Segment(line, style);
            if (isIsolated) yield return s_pop;
        }
    }

    private static int WidthOf(string word) => Segment.CellCount([new Segment(word)]);

    private IEnumerable<string> Fold(int maxWidth)
    {
        var line = new StringBuilder();
        int filled = 0;
        foreach (string whole in _words)
        {
            string word = whole;
            int width = WidthOf(word);
            if (filled > 0 && filled + 1 + width > maxWidth)
            {
                yield return line.ToString();
                line.Clear();
                filled = 0;
            }

            // A word wider than its column, an address as a rule, is cut.
            while (width > maxWidth && maxWidth > 0)
            {
                int cut = CutOf(word, maxWidth);
                yield return word[..cut];
                word = word[cut..];
                width = WidthOf(word);
            }

            if (filled > 0) line.Append(' ');
            filled += (filled > 0 ? 1 : 0) + width;
            line.Append(word);
        }

        yield return line.ToString();
    }

    private static int CutOf(string word, int maxWidth)
    {
        int cut = 0;
        for (int width = 0; cut < word.Length;)
        {
            int length = char.IsHighSurrogate(word[cut]) && cut + 1 < word.Length ? 2 : 1;
            width += WidthOf(word.Substring(cut, length));
            if (width > maxWidth && cut > 0) break;
            cut += length;
        }

        return cut;
    }
}
