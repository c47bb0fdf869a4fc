namespace ArabicNews;

/// <summary>
/// The title that a page gives itself: in its metadata, or in its first line, where crawlers put the window's title. A line of the text that says the same is the headline.
/// </summary>
internal sealed class PageTitles
{
    private const int FewestWords = 3;
    private const int FarthestAbove = 40;

    private readonly string? _claimed;
    private readonly string? _first;

    public PageTitles(PageText page, PageMetadata metadata)
    {
        if (metadata.Title is { Length: > 0 } title) _claimed = ArabicNormalizer.Match.Normalize(title);
        if (page.Lines.Length > 0 && page.Lines[0].Words >= FewestWords && page.Lines[0].Kind is LineKind.Title or LineKind.Prose) _first = page.NormalOf(0).ToString();
    }

    /// <summary>How many lines from <paramref name="line"/> on say the title of the page together, 0 when they do not.</summary>
    public int LinesOfTitle(PageText page, int line)
    {
        int lines = _claimed is null ? 0 : Count(page, line, _claimed);
        if (lines == 0 && _first is not null && line > 0) lines = Count(page, line, _first);
        return lines;
    }

    /// <summary>Whether the title of the page stands not far above <paramref name="line"/>.</summary>
    public bool StandsAbove(PageText page, int line)
    {
        for (int i = line - 1; i >= Math.Max(0, line - FarthestAbove); i--)
            if (LinesOfTitle(page, i) > 0) return true;
        return false;
    }

    // Lines whose words are the first words of the title; the title may go on with the name of the site.
    private static int Count(PageText page, int line, string title)
    {
        LineWords expected = LineWords.Of(title);
        int words = 0;
        for (int lines = 0; lines < 4 && line + lines < page.Lines.Length; lines++)
        {
            ReadOnlySpan<char> text = page.NormalOf(line + lines);
            foreach (TextSpan word in LineWords.Of(text))
            {
                if (!expected.MoveNext() || !expected.Current.In(title).SequenceEqual(word.In(text))) return 0;
                words++;
            }

            LineWords rest = expected;
            int missing = 0;
            while (missing < 8 && rest.MoveNext()) missing++;
            if (words >= FewestWords && (missing == 0 || (missing <= 6 && IsSuffix(title, expected.Current.End)))) return lines + 1;
        }

        return 0;
    }

    // Whether a dash or bar follows, behind which pages put the name of the site.
    private static bool IsSuffix(string title, int position) => title.AsSpan(position).TrimStart(" \"').") is ['-' or '|' or ':' or ',', ..];
}
