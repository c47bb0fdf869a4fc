using System.Text;

namespace ArabicNews.Cli.Output;

/// <summary>How a piece of text is meant; on a terminal with colours it shows.</summary>
internal enum Tone
{
    Plain,
    /// <summary>What the eye should find first.</summary>
    Strong,
    /// <summary>What can be passed over: labels, offsets.</summary>
    Faint,
    Good,
    Bad,
    Person,
    Place,
    Organization,
}

/// <summary>
/// What a person reads: lines, tables, fields. Whatever is written here passes <see cref="SafeText"/>, and Arabic in a line of ours is isolated. One thread; each record has its own.
/// </summary>
internal sealed class Paper(Surface surface)
{
    private const int LabelWidth = 12;

    private readonly StringBuilder _text = new();

    /// <summary>Cells in a line.</summary>
    public int Width => surface.Width;

    public static byte[] Render(Surface surface, Action<Paper> write)
    {
        var paper = new Paper(surface);
        write(paper);
        return Encoding.UTF8.GetBytes(paper._text.ToString());
    }

    /// <summary>Text as a run of its own: on one line, isolated.</summary>
    public Paper Write(ReadOnlySpan<char> text, Tone tone = Tone.Plain)
    {
        string code = surface.HasColor ? CodeOf(tone) : "";
        _text.Append(code).Append(SafeText.Isolate(SafeText.OneLine(text)));
        if (code.Length > 0) _text.Append("\u001b[0m");
        return this;
    }

    /// <summary>Ends a line.</summary>
    public Paper WriteLine()
    {
        _text.Append('\n');
        return this;
    }

    public Paper WriteLine(ReadOnlySpan<char> text, Tone tone = Tone.Plain) => Write(text, tone).WriteLine();

    /// <summary>A sentence of ours that quotes Arabic between «», behind other words of its line: it keeps its direction, and each quotation has its own.</summary>
    public Paper WriteSentence(ReadOnlySpan<char> sentence)
    {
        _text.Append(SafeText.IsolateQuotations(SafeText.OneLine(sentence)));
        return WriteLine();
    }

    /// <summary>A text of several lines as it is, not isolated: each line takes its own direction.</summary>
    public Paper WriteLines(ReadOnlySpan<char> text)
    {
        _text.Append(SafeText.Lines(text)).Append('\n');
        return this;
    }

    /// <summary>A table, indented like the text around it is not.</summary>
    public Paper Write(PaperTable table)
    {
        _text.Append(table.Render(surface));
        return this;
    }

    /// <summary>A label and what it labels, on a line.</summary>
    public Paper WriteField(string label, ReadOnlySpan<char> value, Tone tone = Tone.Plain, string? note = null)
    {
        Write(label.PadRight(LabelWidth), Tone.Faint).Write(value, tone);
        if (note is not null) Blank().Write(note, Tone.Faint);
        return WriteLine();
    }

    /// <summary>Text folded to the width, each paragraph in its own direction.</summary>
    public Paper WriteFolded(ReadOnlySpan<char> text)
    {
        foreach (Range paragraph in text.Split('\n'))
        {
            int filled = 0;
            string line = SafeText.OneLine(text[paragraph]);
            foreach (Range range in line.AsSpan().Split(' '))
            {
                ReadOnlySpan<char> word = line.AsSpan()[range];
                if (filled > 0 && filled + 1 + word.Length > Width)
                {
                    _text.Append('\n');
                    filled = 0;
                }

                if (filled > 0) _text.Append(' ');
                _text.Append(word);
                filled += (filled > 0 ? 1 : 0) + word.Length;
            }

            _text.Append('\n');
        }

        return this;
    }

    /// <summary>So many blanks.</summary>
    public Paper Blank(int count = 1)
    {
        _text.Append(' ', count);
        return this;
    }

    /// <summary>Text on one line with parts of it in another tone, isolated as a whole: its parts keep their order.</summary>
    /// <param name="text">The text.</param>
    /// <param name="marked">Spans of it, in order and disjoint.</param>
    /// <param name="tone">How they are meant.</param>
    public Paper WriteMarked(string text, IEnumerable<TextSpan> marked, Tone tone)
    {
        string code = surface.HasColor ? CodeOf(tone) : "", end = code.Length > 0 ? "\u001b[0m" : "";
        var line = new StringBuilder();
        int position = 0;
        foreach (TextSpan span in marked)
        {
            line.Append(SafeText.OneLine(text.AsSpan(position, span.Start - position))).Append(code).Append(SafeText.OneLine(span.In(text))).Append(end);
            position = span.End;
        }

        _text.Append(SafeText.Isolate(line.Append(SafeText.OneLine(text.AsSpan(position))).ToString()));
        return this;
    }

    private static string CodeOf(Tone tone) => tone switch
    {
        Tone.Strong => "\u001b[1m",
        Tone.Faint => "\u001b[2m",
        Tone.Good => "\u001b[32m",
        Tone.Bad => "\u001b[31m",
        Tone.Person => "\u001b[36m",
        Tone.Place => "\u001b[33m",
        Tone.Organization => "\u001b[35m",
        _ => "",
    };
}
