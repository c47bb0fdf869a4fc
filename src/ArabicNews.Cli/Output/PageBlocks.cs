namespace ArabicNews.Cli.Output;

/// <summary>Whose a block is.</summary>
internal enum BlockOwner
{
    Main,
    Related,
    Boilerplate,
    /// <summary>Nobody's: neither in an article nor named as furniture.</summary>
    None,
}

/// <summary>A line of a page, or the part of a line that was taken for something.</summary>
/// <param name="Span">Where it stands in the page's text.</param>
/// <param name="Owner">Whose it is.</param>
/// <param name="TakenFor">What it is there: <c>paragraph</c>, <c>navigation</c>.</param>
/// <param name="Words">Words in it.</param>
/// <param name="StopWords">Words of grammar among them: running text has many, menus none.</param>
/// <param name="Signs">Signs of punctuation.</param>
internal sealed record PageBlock(TextSpan Span, BlockOwner Owner, string TakenFor, int Words, int StopWords, int Signs);

/// <summary>A page block by block: the parts of its articles, its boilerplate line by line, and what is left.</summary>
internal static class PageBlocks
{
    public static IReadOnlyList<PageBlock> Of(NewsPage page)
    {
        var taken = new List<(TextSpan Span, BlockOwner Owner, string TakenFor)>();
        if (page.Main is { } main) taken.AddRange(main.Parts.Select(part => (part.Span, BlockOwner.Main, JsonNames.Of(part.Kind))));
        foreach (Article related in page.Related) taken.AddRange(related.Parts.Select(part => (part.Span, BlockOwner.Related, $"related: {JsonNames.Of(part.Kind)}")));
        foreach (BoilerplateBlock block in page.Boilerplate) taken.AddRange(LinesOf(page.Text, block.Span).Select(span => (span, BlockOwner.Boilerplate, $"set aside: {JsonNames.Of(block.Kind)}")));
        taken.Sort((left, right) => left.Span.Start != right.Span.Start ? left.Span.Start.CompareTo(right.Span.Start) : right.Span.Length.CompareTo(left.Span.Length));
        var blocks = new List<PageBlock>();
        int read = 0;
        foreach ((TextSpan span, BlockOwner owner, string takenFor) in taken)
        {
            if (span.Start > read) AddGap(page.Text, TextSpan.FromBounds(read, span.Start), blocks);
            blocks.Add(Measure(page.Text, span, owner, takenFor));
            read = Math.Max(read, span.End);
        }

        AddGap(page.Text, TextSpan.FromBounds(read, page.Text.Length), blocks);
        return blocks;
    }

    private static void AddGap(string text, TextSpan gap, List<PageBlock> blocks)
    {
        foreach (TextSpan line in LinesOf(text, gap)) blocks.Add(Measure(text, line, BlockOwner.None, "in no article"));
    }

    private static List<TextSpan> LinesOf(string text, TextSpan span)
    {
        var lines = new List<TextSpan>();
        foreach (Range range in span.In(text).Split('\n'))
        {
            int start = span.Start + range.Start.Value, end = span.Start + range.End.Value;
            if (!text.AsSpan(start, end - start).IsWhiteSpace()) lines.Add(TextSpan.FromBounds(start, end));
        }

        return lines;
    }

    private static PageBlock Measure(string text, TextSpan span, BlockOwner owner, string takenFor)
    {
        int words = 0, stopWords = 0, signs = 0;
        foreach (Token token in ArabicTokenizer.Tokenize(span.In(text)))
        {
            if (token.Kind == TokenKind.Punctuation) signs++;
            if (token.Kind != TokenKind.Word) continue;
            words++;
            if (ArabicStopWords.Contains(token.Span.In(span.In(text)))) stopWords++;
        }

        return new PageBlock(span, owner, takenFor, words, stopWords, signs);
    }
}
