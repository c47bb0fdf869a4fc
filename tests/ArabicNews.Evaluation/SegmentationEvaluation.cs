using System.Text;

namespace ArabicNews.Evaluation;

/// <summary>
/// Do we cut words where the annotators do? The share of words whose joined segments are theirs. The two schemes are two projections of <see cref="WordSegmentation"/>:
/// WikiNews cuts everything, PUD particles and pronouns only.
/// </summary>
internal static class SegmentationEvaluation
{
    private static readonly string[] s_prefixes = ["و", "ف", "ب", "ل", "ك", "س", "ال", "أ"];

    public static Evaluation Evaluation { get; } = new("segmentation", "<tokens.*.tsv or its folder> [--scheme wikinews|pud]", Run);

    private static double Run(EvaluationArguments arguments)
    {
        MorphologyData data = MorphologyData.Read(arguments.RequiredPath);

        // Without the option the columns tell: UD has universal tags.
        Func<string, string> segment = arguments.Options.GetValueOrDefault("scheme", data.Has("upos") ? "pud" : "wikinews") switch
        {
            "wikinews" => SegmentAsWikiNews,
            "pud" => SegmentAsPud,
            var other => throw new UsageException($"no scheme '{other}'"),
        };
        using StreamWriter? predictions = arguments.Predictions is { } file ? new StreamWriter(file) : null;
        predictions?.Write($"{data.Header}\tours\n");

        int right = 0, arabic = 0, arabicRight = 0, prefixesRight = 0;
        foreach (string[] word in data.Words)
        {
            string surface = data.Cell(word, "surface"), gold = data.Cell(word, "segments"), ours = segment(surface);
            if (ours == gold) right++;
            predictions?.Write($"{string.Join('\t', word)}\t{ours}\n");
            if (!surface.Any(IsArabicLetter)) continue;
            arabic++;
            if (ours == gold) arabicRight++;
            if (Prefixes(ours).SequenceEqual(Prefixes(gold))) prefixesRight++;
        }

        double wholeWord = (double)right / data.Words.Count;
        var table = new Table("segmentation", "words", "right", "share");
        table.Add("whole word", data.Words.Count, right, wholeWord);
        table.Add("whole word, with an Arabic letter", arabic, arabicRight, (double)arabicRight / arabic);
        table.Add("prefixes, with an Arabic letter", arabic, prefixesRight, (double)prefixesRight / arabic);
        table.Print();
        return wholeWord;
    }

    // Every segment; the article behind ل is written in full.
    private static string SegmentAsWikiNews(string word)
    {
        var text = new StringBuilder();
        foreach (WordSegment segment in ArabicSegmenter.Segment(word))
        {
            if (text.Length > 0) text.Append('+');
            if (segment.Kind == SegmentKind.Article && !segment.Span.In(word).StartsWith("ا", StringComparison.Ordinal)) text.Append('ا');
            text.Append(segment.Span.In(word));
        }

        return text.ToString();
    }

    // Article, endings and stem are one.
    private static string SegmentAsPud(string word)
    {
        var text = new StringBuilder();
        bool inStem = false;
        foreach (WordSegment segment in ArabicSegmenter.Segment(word))
        {
            bool joins = segment.Kind is SegmentKind.Article or SegmentKind.Stem or SegmentKind.NominalSuffix or SegmentKind.Case or SegmentKind.Subject;
            if (text.Length > 0 && !(joins && inStem)) text.Append('+');
            inStem = joins;
            text.Append(segment.Span.In(word));
        }

        return text.ToString();
    }

    private static IEnumerable<string> Prefixes(string segments) => segments.Split('+').TakeWhile(segment => s_prefixes.Contains(segment));

    private static bool IsArabicLetter(char c) => char.IsLetter(c) && c is (>= '\u0600' and <= '\u08FF') or (>= '\uFB50' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFC');
}
