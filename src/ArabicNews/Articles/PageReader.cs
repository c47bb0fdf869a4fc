using System.Buffers;

namespace ArabicNews;

/// <summary>
/// Cuts a page into lines and counts what stands in them. A line ends at a line break, at a run of four blanks (tickers, joined lines), and before a marker that
/// always opens a line («المصدر:»). Works on the normalized page and leads every span back.
/// </summary>
internal sealed class PageReader
{
    private const int BlankRun = 4;
    private const int FewLines = 256;

    private static readonly SearchValues<char> s_otherSpaces =
        SearchValues.Create([.. Enumerable.Range(0, char.MaxValue + 1).Select(c => (char)c).Where(c => c is not (' ' or '\n' or '\r') && char.IsWhiteSpace(c))]);

    private readonly string _text;
    private readonly string _normal;
    private readonly OffsetMap _offsets;
    private readonly bool _hasOtherSpaces;
    private readonly bool _hasTwoBlanks;
    private PageLine[] _lines = ArrayPool<PageLine>.Shared.Rent(FewLines);
    private int _count;
    private int _sourceEnd;

    private PageReader(string text)
    {
        _text = text;
        (_normal, _offsets) = ArabicNormalizer.Match.NormalizeWithOffsets(text);
        _hasOtherSpaces = _normal.AsSpan().ContainsAny(s_otherSpaces);
        _hasTwoBlanks = _normal.Contains("  ", StringComparison.Ordinal);
    }

    /// <summary>The lines of a crawled page.</summary>
    public static PageText Read(string text)
    {
        var reader = new PageReader(text);
        reader.ReadLines(0, reader._normal.Length, default);
        return reader.Finish(wrapped: true);
    }

    /// <summary>The lines of blocks; <paramref name="text"/> is their texts joined by one line feed each.</summary>
    public static PageText Read(string text, ReadOnlySpan<TextBlock> blocks)
    {
        var reader = new PageReader(text);
        int start = 0;
        foreach (TextBlock block in blocks)
        {
            int end = start + block.Text.Length;
            reader.ReadLines(reader.ToNormal(start), reader.ToNormal(end), block);
            start = end + 1;
        }

        return reader.Finish(wrapped: false);
    }

    private PageText Finish(bool wrapped)
    {
        Span<PageLine> lines = _lines.AsSpan(0, _count);
        if (wrapped) lines = lines[..WrappedLines.Join(lines, _normal)];
        var page = new PageText(_text, _normal, lines.ToArray());
        ArrayPool<PageLine>.Shared.Return(_lines);
        return page;
    }

    // The smallest offset of the normalized text that comes from source or behind it.
    private int ToNormal(int source)
    {
        int low = 0, high = _normal.Length;
        while (low < high)
        {
            int middle = (int)(((uint)low + (uint)high) >> 1);
            if (_offsets.ToSource(middle) < source) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private void ReadLines(int start, int end, TextBlock block)
    {
        bool gap = false;
        while (start < end)
        {
            int length = _normal.AsSpan(start, end - start).IndexOfAny('\n', '\r');
            int lineEnd = length < 0 ? end : start + length;
            int before = _count;
            ReadPieces(start, lineEnd, block, gap);
            gap = _count == before;
            start = lineEnd + 1;
        }
    }

    // The pieces between runs of blanks.
    private void ReadPieces(int start, int end, TextBlock block, bool gap)
    {
        // Most lines have no two blanks side by side and no white space but blanks, so no run: that is told without walking over their letters. Many a page has none at all.
        ReadOnlySpan<char> line = _normal.AsSpan(start, end - start);
        if ((!_hasTwoBlanks || line.IndexOf("  ") < 0) && (!_hasOtherSpaces || !line.ContainsAny(s_otherSpaces)))
        {
            ReadLine(start, end, block, gap);
            return;
        }

        int position = start, blanks = 0;
        for (; position < end; position++)
        {
            if (char.IsWhiteSpace(_normal[position]))
            {
                blanks++;
                continue;
            }

            if (blanks >= BlankRun && position - blanks > start)
            {
                ReadLine(start, position - blanks, block, gap);
                start = position;
                gap = true;
            }

            blanks = 0;
        }

        ReadLine(start, end, block, gap);
    }

    private void ReadLine(int start, int end, TextBlock block, bool gap)
    {
        while (true)
        {
            while (start < end && char.IsWhiteSpace(_normal[start])) start++;
            while (end > start && char.IsWhiteSpace(_normal[end - 1])) end--;
            if (start == end) return;

            ref PageLine line = ref NextLine();
            int cut = new LineCounter(_normal.AsSpan(start, end - start)).Count(ref line);
            int lineEnd = cut < 0 ? end : start + cut;
            while (lineEnd > start && char.IsWhiteSpace(_normal[lineEnd - 1])) lineEnd--;

            // What came out of one ligature stays together: a piece that starts in it starts behind it.
            TextSpan span = _offsets.ToSource(TextSpan.FromBounds(start, lineEnd));
            int spanStart = Math.Max(span.Start, _sourceEnd);
            while (spanStart < span.End && char.IsWhiteSpace(_text[spanStart])) spanStart++;
            if (spanStart < span.End)
            {
                _sourceEnd = span.End;
                _count++;
                (line.Span, line.Normal, line.AfterGap) = (TextSpan.FromBounds(spanStart, span.End), TextSpan.FromBounds(start, lineEnd), gap);
                (line.Role, line.LinkDensity, line.Level) = (block.Role, block.LinkDensity, block.Level);
            }

            if (cut < 0) return;
            start += cut;
            gap = false;
        }
    }

    // An empty line behind the last; it counts only with _count.
    private ref PageLine NextLine()
    {
        if (_count == _lines.Length)
        {
            PageLine[] more = ArrayPool<PageLine>.Shared.Rent(_count * 2);
            _lines.CopyTo(more, 0);
            ArrayPool<PageLine>.Shared.Return(_lines);
            _lines = more;
        }

        ref PageLine line = ref _lines[_count];
        line = default;
        return ref line;
    }
}

/// <summary>A page cut into lines, with what was read in them: several steps ask the same line for its credits or its date. Not thread-safe; lives as long as one page is parsed.</summary>
internal sealed class PageText(string text, string normal, PageLine[] lines)
{
    private readonly Dictionary<(int Line, string? Outlet, bool IsVouched), Byline?> _bylines = [];
    private readonly Dictionary<(int Line, DateTimeOffset? Reference), ArticleDate?> _dates = [];

    /// <summary>The page.</summary>
    public string Text { get; } = text;

    /// <summary>The page as <see cref="ArabicNormalizer.Match"/> writes it.</summary>
    public string Normal { get; } = normal;

    /// <summary>Its lines that are not blank, in order.</summary>
    public PageLine[] Lines { get; } = lines;

    public ReadOnlySpan<char> TextOf(int line) => Lines[line].Span.In(Text);

    public ReadOnlySpan<char> NormalOf(int line) => Lines[line].Normal.In(Normal);

    /// <summary>What <see cref="BylineParser"/> makes of a whole line; spans are into the line.</summary>
    public Byline? BylineOf(int line, string? outlet, bool isVouched = false)
    {
        if (_bylines.TryGetValue((line, outlet, isVouched), out Byline? byline)) return byline;
        _ = BylineParser.TryParse(TextOf(line), outlet, out byline, isVouched);
        _bylines.Add((line, outlet, isVouched), byline);
        return byline;
    }

    /// <summary>The date that a whole line gives; its span is into the line.</summary>
    public ArticleDate? DateOf(int line, DateTimeOffset? reference)
    {
        if (_dates.TryGetValue((line, reference), out ArticleDate? date)) return date;
        _ = ArabicDate.TryParse(TextOf(line), reference, out date);
        _dates.Add((line, reference), date);
        return date;
    }
}
