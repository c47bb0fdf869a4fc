namespace ArabicNews;

/// <summary>Finds what stands above a body: headline, kicker, subheadline, byline, dates.</summary>
internal static class ArticleHead
{
    private const int FarthestTitle = 12;
    private const int FarthestHead = 40;
    private const int MostDecks = 2;
    private const int FewestWords = 4;
    private const int ShortestTitle = 12;
    private const int LongestCredit = 16;

    /// <summary>Whether the line starts as a wire story does, with a place, an outlet or an agency.</summary>
    public static bool OpensStory(PageText page, int line) => TryDateline(page, line, outlet: null, reference: null, out _);

    public static bool TryDateline(PageText page, int line, string? outlet, DateTimeOffset? reference, out Dateline dateline)
    {
        // A dateline is short; the rest of the paragraph need not be read.
        const int longest = 160;
        ReadOnlySpan<char> text = page.TextOf(line);
        bool found = DatelineParser.TryParse(text[..Math.Min(text.Length, longest)], outlet, reference, out Dateline? read);
        dateline = found ? read!.Shifted(page.Lines[line].Span.Start) : null!;
        return found && read!.Span.End > 0;
    }

    /// <summary>Whether the whole line is a dateline, the text of its story on the next.</summary>
    public static bool TryWholeLine(PageText page, int line, string? outlet, DateTimeOffset? reference, out Dateline dateline)
    {
        if (TryDateline(page, line, outlet, reference, out dateline)) return dateline.Span.End == page.Lines[line].Span.End;
        if (line + 1 == page.Lines.Length) return false;

        // Some datelines show that they are one by what follows.
        TextSpan span = page.Lines[line].Span;
        int end = Math.Min(page.Lines[line + 1].Span.End, span.End + 80);
        if (span.Length > 120 || !DatelineParser.TryParse(page.Text.AsSpan(span.Start, end - span.Start), outlet, reference, out Dateline? read)) return false;
        dateline = read.Shifted(span.Start);
        return dateline.Span.End == span.End;
    }

    /// <summary>
    /// The lines of the headline above <paramref name="body"/>, not above <paramref name="top"/>; empty when there is none. The line that says the page's title wins, then what the layout calls a
    /// headline, then what could be one right above the body.
    /// </summary>
    public static Range FindHeadline(PageText page, PageTitles titles, string? outlet, int top, int body, bool isMain)
    {
        ReadOnlySpan<PageLine> lines = page.Lines;
        int highest = Math.Max(top, body - FarthestHead);
        for (int i = body - 1; isMain && i >= highest; i--)
        {
            int count = titles.LinesOfTitle(page, i);
            if (count == 0 || i + count > body) continue;

            // «مباشر | …» in the window's title is a flag above the headline on the page.
            int first = i;
            while (first + 1 < i + count && lines[first].Is(MarkerKind.HeadlineFlag)) first++;
            return first..(i + count);
        }

        for (int i = body - 1; i >= top; i--)
            if (lines[i].Role == TextBlockRole.Headline) return i..(i + 1);

        // The lines right above the body, but for dates, credits and captions, that could be a headline: of one or two the upper, since a deck may follow it; of more the
        // lowest, since the others are a ticker or a menu.
        int lowest = -1, upper = -1, shortest = -1, candidates = 0;
        for (int i = body - 1; i >= Math.Max(top, body - FarthestTitle); i--)
        {
            if (lines[i].Kind == LineKind.Prose || (lowest >= 0 && lines[i].Kind is LineKind.Marker or LineKind.Date)) break;
            if (!CouldBeTitle(lines[i]) || IsCredit(page, i, outlet))
            {
                if (lowest >= 0) break;
                continue;
            }

            // A section or an agency's name is shorter than any headline, and stands in for one only when there is none.
            if (lines[i].Words < FewestWords)
            {
                if (shortest < 0) shortest = i;
                continue;
            }

            if (lowest < 0) lowest = i;
            upper = i;
            if (++candidates > MostDecks) break;
        }

        if (lowest >= 0 && TitleAboveCredits(page, outlet, top, upper) is var title and >= 0) return title..(title + 1);
        if (lowest < 0) return shortest < 0 || lines[shortest].Length < ShortestTitle ? default : shortest..(shortest + 1);
        int headline = candidates <= MostDecks && !lines[lowest].AfterGap ? upper : lowest;
        return headline..(headline + 1);
    }

    // Some papers print credits and date between the headline and its decks: «headline | date | three deck lines». A title right above the dates and credits that stand above a title is the headline,
    // unless it has a date above itself too, which is a list of other stories, or the title below is the headline once more.
    private static int TitleAboveCredits(PageText page, string? outlet, int top, int decks)
    {
        const int most = 3;
        ReadOnlySpan<PageLine> lines = page.Lines;
        int title = decks - 1;
        while (title >= top && decks - title <= most && !lines[title].AfterGap && (lines[title].Kind is LineKind.Date or LineKind.Byline || IsCredit(page, title, outlet))) title--;
        if (title == decks - 1 || title < top || lines[decks].AfterGap || !CouldBeTitle(lines[title]) || lines[title].Words < FewestWords) return -1;
        for (int i = title - 1; i >= Math.Max(top, title - most); i--)
            if ((lines[i].Kind == LineKind.Date && lines[i + 1].Kind == LineKind.Title) || page.NormalOf(i).SequenceEqual(page.NormalOf(decks))) return -1;
        return title;
    }

    // «مراكش: فلانة - تصوير: فلان»: nothing but credits, a person and what else such lines name. A name alone may be a headline.
    private static bool IsCredit(PageText page, int line, string? outlet) =>
        page.Lines[line].Words <= LongestCredit && page.BylineOf(line, outlet) is { } byline
        && byline.Persons.Length > 0 && byline.Persons.Length + byline.Places.Length + byline.Agencies.Length + byline.Outlets.Length > 1;

    private static bool CouldBeTitle(in PageLine line) => line.Kind is LineKind.Title or LineKind.Short && line.Words >= 3 && (line.DateWords < 2 || (line.DateWords + line.Numbers) * 2 <= line.Words) && !line.HasCredit && !line.HasAddress && !line.IsBar
        && line.Role is not (TextBlockRole.Caption or TextBlockRole.Byline or TextBlockRole.Date or TextBlockRole.Boilerplate or TextBlockRole.Comment or TextBlockRole.Related);
}
