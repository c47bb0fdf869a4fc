namespace ArabicNews;

/// <summary>A run of lines with the body of an article: from its first to behind its last line of running text.</summary>
internal readonly record struct BodyRun(int Start, int End, float Score)
{
    public int Length => End - Start;
}

/// <summary>Where the articles of a page stand.</summary>
/// <param name="Main">The body of the main article; null when there is none.</param>
/// <param name="Related">The bodies of further articles, in order.</param>
/// <param name="Reason">Why there is no main article.</param>
internal sealed record PageLayout(BodyRun? Main, IReadOnlyList<BodyRun> Related, NoArticleReason Reason);

/// <summary>
/// Finds the bodies on a page. A page is a row of lines that are in an article or not; the best reading is the one with the greatest sum of scores, where every entry into an
/// article has a price (Viterbi's algorithm over two states). Single lines of another kind (a subhead, an inserted link) do not pay for leaving, menus and label lines do.
/// </summary>
internal static class PageSplitter
{
    private const float EntryPrice = 4;

    // Weakest body that is an article, in points of BlockClassifier: two sentences of average length.
    private const float WeakestBody = 5;

    // One paragraph that is an article by itself, not a teaser.
    private const float StrongBody = 15;

    // Title, deck, credits and date of a second article stand between it and the label that announces it.
    private const int FarthestLabel = 8;

    public static PageLayout Split(PageText page, PageTitles titles)
    {
        List<BodyRun> runs = FindRuns(page.Lines);
        int best = FindMain(page, runs, titles);
        if (best < 0) return new PageLayout(null, [], NoArticle.Reason(page, titles));
        if (IsList(page.Lines, runs, best)) return new PageLayout(null, [], NoArticleReason.List);

        int next = best + 1;
        while (best > 0 && (LeadsInto(page.Lines, runs[best - 1], runs[best]) || StartsAbove(page, titles, runs[best - 1], runs[best]))) best--;
        BodyRun main = runs[best];
        if (next > best + 1) main = new BodyRun(main.Start, runs[next - 1].End, runs[next - 1].Score);
        while (next < runs.Count && Continues(page, main, runs[next]))
        {
            main = new BodyRun(main.Start, runs[next].End, main.Score + runs[next].Score);
            next++;
        }

        var related = new List<BodyRun>();
        for (int previousEnd = main.End; next < runs.Count; previousEnd = runs[next].End, next++)
            if (IsRelated(page, previousEnd, runs[next])) related.Add(runs[next]);
        return new PageLayout(main, related, NoArticleReason.None);
    }

    private static List<BodyRun> FindRuns(ReadOnlySpan<PageLine> lines)
    {
        // outside[i], inside[i]: best sums of the lines before i, ending outside or inside an article; entered[i]: where the article of inside[i] starts.
        var runs = new List<BodyRun>();
        int[] enteredAt = new int[lines.Length + 1];
        bool[] leftHere = new bool[lines.Length + 1];
        float outside = 0, inside = float.NegativeInfinity;
        for (int i = 0; i < lines.Length; i++)
        {
            float entered = outside - EntryPrice + lines[i].Score;
            float stayed = inside + lines[i].Score;
            enteredAt[i + 1] = entered > stayed ? i : enteredAt[i];
            inside = Math.Max(entered, stayed);
            leftHere[i + 1] = inside > outside;
            outside = Math.Max(outside, inside);
        }

        for (int i = lines.Length; i > 0;)
        {
            if (!leftHere[i])
            {
                i--;
                continue;
            }

            int start = enteredAt[i];
            float score = 0;
            for (int j = start; j < i; j++) score += lines[j].Score;
            runs.Add(new BodyRun(start, i, score));
            i = start;
        }

        runs.Reverse();
        return runs;
    }

    private static int FindMain(PageText page, List<BodyRun> runs, PageTitles titles)
    {
        int best = -1;
        float bestScore = WeakestBody;
        float context = 1;
        int line = 0;
        for (int i = 0; i < runs.Count; i++)
        {
            // What stands behind the foot of a page, or in the rules for comments, is seldom its article.
            for (; line < runs[i].Start; line++)
            {
                PageLine before = page.Lines[line];
                if (before.MarkerWeight < 2) continue;
                if (before.Marker == MarkerKind.Copyright) context = Math.Min(context, 0.3f);
                else if (i > 0 && before.Marker is MarkerKind.Comments or MarkerKind.Form or MarkerKind.MostRead or MarkerKind.Related) context = Math.Min(context, 0.5f);
            }

            float score = runs[i].Score * context;
            if (titles.StandsAbove(page, runs[i].Start)) score *= 2;
            if (score <= bestScore) continue;
            best = i;
            bestScore = score;
        }

        return best;
    }

    // Lists of teasers: headline and sentence by turns, or many small bodies alike.
    private static bool IsList(ReadOnlySpan<PageLine> lines, List<BodyRun> runs, int best)
    {
        BodyRun main = runs[best];
        int titles = 0, prose = 0, row = 0, longestRow = 0;
        for (int i = main.Start; i < main.End; i++)
        {
            if (lines[i].Kind == LineKind.Prose)
            {
                prose++;
                longestRow = Math.Max(longestRow, ++row);
            }
            else if (lines[i].Kind == LineKind.Title && lines[i].EndSign != '?')
            {
                // A question is an interview's rather than a teaser's: question and answer by turns are one text.
                titles++;
                row = 0;
            }
        }

        if (titles >= 3 && longestRow <= 2 && titles * 10 >= prose * 7) return true;
        float total = 0, second = 0;
        for (int i = 0; i < runs.Count; i++)
        {
            total += runs[i].Score;
            if (i != best) second = Math.Max(second, runs[i].Score);
        }

        return runs.Count >= 4 && main.Score < total * 0.35f && main.Score < second * 2 && prose <= 3;
    }

    // Whether the layout says that the run before is the start of the article: its paragraphs, with no more between than what templates put into a story.
    private static bool LeadsInto(ReadOnlySpan<PageLine> lines, BodyRun run, BodyRun body)
    {
        if (lines[run.Start].Role != TextBlockRole.Paragraph || lines[body.Start].Role is TextBlockRole.Unknown or TextBlockRole.Boilerplate || body.Start - run.End > 10) return false;
        for (int i = run.End; i < body.Start; i++)
            if (lines[i].Role is TextBlockRole.Headline or TextBlockRole.Date or TextBlockRole.Byline or TextBlockRole.Unknown or TextBlockRole.Comment) return false;
        return true;
    }

    // Whether the run goes on with the article, with no more between them than an inserted link, picture or advertisement.
    private static bool Continues(PageText page, BodyRun body, BodyRun next)
    {
        bool isLinked = false;
        int titles = 0;
        for (int i = body.End; i < next.Start; i++)
        {
            PageLine line = page.Lines[i];
            if (line.Kind == LineKind.Byline || (line.Kind == LineKind.Date && !IsDateOfCard(page, i))) return false;
            if (line.Kind == LineKind.Title) titles++;
            if (line.Kind != LineKind.Marker) continue;
            if (line.Marker is MarkerKind.Source or MarkerKind.Origin or MarkerKind.SignOff or MarkerKind.Comments or MarkerKind.Form or MarkerKind.Copyright
                or MarkerKind.Disclaimer or MarkerKind.Tags or MarkerKind.MostRead or MarkerKind.Views or MarkerKind.Masthead) return false;
            if (line.Marker == MarkerKind.Related) isLinked = true;
        }

        if (next.Start - body.End > (isLinked ? 6 : 10) || titles > 4) return false;
        return !isLinked || (titles <= 3 && !ArticleHead.OpensStory(page, next.Start));
    }

    // A card with a link stands inside a story with its title and a date like «17 أبريل, 09:12 GMT» or «منذ ساعتين»: only an article of its own says the year.
    public static bool IsDateOfCard(PageText page, int line) =>
        !page.Lines[line].Is(MarkerKind.Date) && !page.Lines[line].Is(MarkerKind.Update) && page.DateOf(line, reference: null) is null;

    // Whether the run below goes on with the one above: as Continues, and neither the page's title nor furniture stands between.
    private static bool StartsAbove(PageText page, PageTitles titles, BodyRun above, BodyRun below)
    {
        for (int i = above.End; i < below.Start; i++)
        {
            if (titles.LinesOfTitle(page, i) > 0) return false;
            if (page.Lines[i].Kind == LineKind.Marker && page.Lines[i].Marker is not (MarkerKind.Caption or MarkerKind.Ads or MarkerKind.Related)) return false;
        }

        return Continues(page, above, below);
    }

    // A whole article that a label announces: its title above it, and more than a teaser.
    private static bool IsRelated(PageText page, int previousEnd, BodyRun run)
    {
        ReadOnlySpan<PageLine> lines = page.Lines;
        int prose = 0;
        for (int i = run.Start; i < run.End; i++)
            if (lines[i].Kind == LineKind.Prose) prose++;
        bool hasTitle = false;
        for (int i = run.Start - 1, read = 0; i >= previousEnd && read < FarthestLabel; i--)
        {
            if (lines[i].Role != TextBlockRole.Boilerplate) read++;
            if (lines[i].Kind == LineKind.Title) hasTitle = true;
            if (lines[i].Kind != LineKind.Marker) continue;
            if (lines[i].Marker is MarkerKind.Comments or MarkerKind.Form or MarkerKind.Copyright or MarkerKind.Disclaimer or MarkerKind.Navigation) return false;
            if (lines[i].Marker == MarkerKind.Related) return hasTitle && (prose >= 2 || run.Score >= StrongBody || ArticleHead.OpensStory(page, run.Start));
        }

        return false;
    }
}
