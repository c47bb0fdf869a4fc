namespace ArabicNews;

/// <summary>
/// Judges each line by all the evidence there is: length, punctuation, share of stop words, markers, what the layout says. The score is positive for running text and negative
/// for everything else; it grows with the number of words, so that a sum over lines weighs a body against furniture.
/// </summary>
/// <remarks>
/// The features are those of jusText and boilerpipe (length, stop words, links), with the punctuation that Arabic headlines lack and Arabic sentences have. No single one decides.
/// </remarks>
internal static class BlockClassifier
{
    private const float MarkerScore = -6;

    // A question of a few words is a headline.
    private const int FewestWords = 12;

    private const float TitleScore = -0.3f;
    private const int LongestDate = 20;

    public static void Classify(Span<PageLine> lines)
    {
        foreach (ref PageLine line in lines)
        {
            line.Kind = KindOf(line);
            line.Score = ScoreOf(line);
            if (line.Kind != LineKind.Title || line.Score <= 0) continue;
            if (line.Words >= FewestWords || line.EndSign == '.') line.Kind = LineKind.Prose;
            else line.Score = TitleScore;
        }
    }

    private static LineKind KindOf(in PageLine line)
    {
        // «2024-02-25» is one number, and a date where the layout says so.
        if (line.Role == TextBlockRole.Date && line.Numbers > 0) return LineKind.Date;
        if (line.Words == line.Numbers && line.Numbers < 2) return LineKind.Signs;
        if (line.IsDate || (line.Marker is MarkerKind.Date or MarkerKind.Update && line.Words <= LongestDate && (line.Numbers > 0 || line.MarkerAtStart))) return LineKind.Date;
        if (line.Is(MarkerKind.Byline) && line.Words <= 9) return LineKind.Byline;
        if (line.MarkerWeight >= 2 && line.Marker is not (MarkerKind.Date or MarkerKind.Update or MarkerKind.Byline or MarkerKind.HeadlineFlag) && !IsProseWithMarker(line))
            return LineKind.Marker;
        if (line.Words == line.Numbers) return LineKind.Signs;
        if (line.Role == TextBlockRole.Byline) return LineKind.Byline;
        if (line.Role == TextBlockRole.Date) return LineKind.Date;
        return line.Words <= 3 ? LineKind.Short : LineKind.Title;
    }

    // A long paragraph may end with «تابعنا على تويتر»; that does not make it a share bar.
    private static bool IsProseWithMarker(in PageLine line) => line.Words >= 30 && !line.MarkerAtStart && line.MarkerEnd > line.Normal.Length / 2 && line.Commas + line.Stops >= 2
        && line.Marker is MarkerKind.Share or MarkerKind.Follow or MarkerKind.Subscribe or MarkerKind.Navigation or MarkerKind.Form;

    private static float ScoreOf(in PageLine line)
    {
        float score = line.Kind switch
        {
            LineKind.Marker => line.Marker is MarkerKind.Caption or MarkerKind.Ads or MarkerKind.ReadingTime ? MarkerScore / 3 : MarkerScore,
            LineKind.Date => MarkerScore,
            LineKind.Byline => MarkerScore / 2,
            LineKind.Signs => line.StartsInside ? -0.2f : -1,
            LineKind.Short => line.StartsInside || line.EndSign == '.' ? -0.3f : -2,
            _ => ScoreOfText(line),
        };
        return line.Role switch
        {
            TextBlockRole.Comment or TextBlockRole.Boilerplate or TextBlockRole.Related => Math.Min(score, 0) + MarkerScore,
            TextBlockRole.Headline or TextBlockRole.Kicker or TextBlockRole.Subheadline or TextBlockRole.Heading or TextBlockRole.Caption => Math.Min(score, -0.5f),
            _ => score,
        };
    }

    private static float ScoreOfText(in PageLine line)
    {
        if (line.ArabicWords * 2 < line.Words - line.Numbers) return -3;
        float evidence = -1 + line.EndSign switch
        {
            '.' => 2.2f,
            '?' or '!' => 0.8f,
            '\u2026' => 0.4f,
            _ => 0,
        };
        evidence += Math.Min(line.Commas, 4) * 0.7f;
        evidence += Math.Min(line.Stops, 3) * 0.3f;
        evidence += line.Length switch
        {
            >= 140 => 2,
            >= 100 => 1.3f,
            >= 70 => 0.5f,
            >= 40 => -0.4f,
            _ => -1.2f,
        };
        evidence += ((float)line.StopWords / line.Words) switch
        {
            >= 0.2f => 1,
            >= 0.12f => 0.4f,
            < 0.06f => -1.2f,
            _ => 0,
        };
        if (line.EndSign != '.') evidence -= Math.Min(line.Separators, 3);
        bool isParagraph = line.Role is TextBlockRole.Paragraph or TextBlockRole.Quote;
        if (isParagraph) evidence += 1.5f;
        evidence -= 3 * line.LinkDensity * line.LinkDensity;

        // A headline is as long as a line of running text; what it lacks is a sign inside or behind it.
        if (!line.EndsSentence && line.Commas == 0 && line.Words < 25 && !isParagraph) evidence = Math.Min(evidence, -0.5f);
        return evidence * (0.4f + (Math.Min(line.Words, 60) / 20f));
    }
}
