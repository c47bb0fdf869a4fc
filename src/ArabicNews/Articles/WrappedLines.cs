namespace ArabicNews;

/// <summary>
/// Joins the lines of paragraphs that were broken at a fixed width. Such lines give themselves away: the first word of the next would not have fitted, and the last of them ends a sentence.
/// </summary>
internal static class WrappedLines
{
    private const int Narrowest = 40;
    private const int Widest = 160;
    private const int MostLines = 40;

    // Renderers indent, and count marks and Latin letters otherwise than we do.
    private const double Slack = 0.85;

    /// <summary>Joins in place; the number of lines that are left.</summary>
    public static int Join(Span<PageLine> lines, string normal)
    {
        int kept = 0;
        for (int i = 0; i < lines.Length;)
        {
            int end = EndOfParagraph(lines, i, normal);
            if (kept < i) lines[kept] = lines[i];
            for (int j = i + 1; j < end; j++) lines[kept] = Join(lines[kept], lines[j]);
            kept++;
            i = end;
        }

        return kept;
    }

    // Behind the last line of the paragraph that starts here; only this line when it is none.
    private static int EndOfParagraph(ReadOnlySpan<PageLine> lines, int start, string normal)
    {
        int width = lines[start].Normal.Length;
        if (!IsInside(lines[start])) return start + 1;
        for (int i = start; i + 1 < lines.Length && i - start < MostLines; i++)
        {
            ref readonly PageLine line = ref lines[i], next = ref lines[i + 1];
            if (line.EndsSentence) return i > start ? i + 1 : start + 1;
            if (next.AfterGap || next.MarkerWeight > 0 || next.IsDate || next.Normal.Length > Widest) return start + 1;
            width = Math.Max(width, next.Normal.Length);
            if (width < Narrowest || line.Normal.Length + 1 + FirstWordLength(next, normal) < width * Slack) return start + 1;
            if (i + 2 == lines.Length || next.EndsSentence) return next.EndsSentence ? i + 2 : start + 1;
        }

        return start + 1;
    }

    private static bool IsInside(in PageLine line) => line.Words >= 3 && line.MarkerWeight == 0 && !line.IsDate && !line.EndsSentence && line.Normal.Length <= Widest;

    private static int FirstWordLength(in PageLine line, string normal)
    {
        int blank = line.Normal.In(normal).IndexOf(' ');
        return blank < 0 ? line.Normal.Length : blank;
    }

    private static PageLine Join(in PageLine first, in PageLine second) => first with
    {
        Span = TextSpan.FromBounds(first.Span.Start, second.Span.End),
        Normal = TextSpan.FromBounds(first.Normal.Start, second.Normal.End),
        Words = first.Words + second.Words,
        ArabicWords = first.ArabicWords + second.ArabicWords,
        Numbers = first.Numbers + second.Numbers,
        StopWords = first.StopWords + second.StopWords,
        DateWords = first.DateWords + second.DateWords,
        Commas = first.Commas + second.Commas,
        Stops = first.Stops + second.Stops,
        Separators = first.Separators + second.Separators,
        EndSign = second.EndSign,
        HasAddress = first.HasAddress || second.HasAddress,
    };
}
