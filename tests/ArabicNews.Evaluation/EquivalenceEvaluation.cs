using ArabicNews.Lucene;
using ArabicNews.Tests.Support;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace ArabicNews.Evaluation;

/// <summary>
/// Do two spellings or forms of a word find each other, and no other word? A pair is right when both the stems, normalized for matching, and the terms of the analyzer say what the table says.
/// </summary>
internal static class EquivalenceEvaluation
{
    public static Evaluation Evaluation { get; } = new("equivalence", "[pairs.tsv]", Run);

    private static double Run(EvaluationArguments arguments)
    {
        string path = arguments.Path ?? RepositoryFiles.InRepository("tests/ArabicNews.Evaluation/Data/equivalence.tsv");
        using Analyzer analyzer = new ArabicNewsAnalyzer(new ArabicNewsAnalyzerOptions { StopWords = false });
        using StreamWriter? predictions = arguments.Predictions is { } file ? new StreamWriter(file) : null;
        var pairs = new List<Pair>();
        string[] lines = [.. File.ReadLines(path).Where(line => line.Length > 0 && line[0] != '#')];
        predictions?.Write($"{lines[0]}\tleft_stem\tright_stem\tby_stem\tby_analyzer\n");
        foreach (string line in lines.Skip(1))
        {
            string[] cells = line.Split('\t');
            (string left, string right, bool meet, string group) = (cells[0], cells[1], cells[2] == "1", cells[3]);
            (string leftStem, string rightStem) = (Stem(left), Stem(right));
            bool byStem = leftStem == rightStem, byAnalyzer = Terms(analyzer, left).Overlaps(Terms(analyzer, right));
            pairs.Add(new Pair(group, meet, byStem == meet, byAnalyzer == meet));
            predictions?.Write($"{line}\t{leftStem}\t{rightStem}\t{(byStem ? 1 : 0)}\t{(byAnalyzer ? 1 : 0)}\n");
        }

        var table = new Table("equivalence", "meet", "pairs", "by stem", "by analyzer", "both right", "share");
        foreach (var group in pairs.GroupBy(pair => (pair.Group, pair.Meet)).OrderBy(group => group.Key.Group, StringComparer.Ordinal).ThenByDescending(group => group.Key.Meet))
            Add(table, group.Key.Group, group.Key.Meet ? "yes" : "no", [.. group]);
        List<Pair> counted = [.. pairs.Where(pair => pair.Group != "lemma")];
        Add(table, "all but lemma", "", counted);
        table.Print();
        return (double)counted.Count(pair => pair.IsRight) / counted.Count;
    }

    private static void Add(Table table, string title, string meet, List<Pair> pairs)
        => table.Add(title, meet, pairs.Count, pairs.Count(pair => pair.StemIsRight), pairs.Count(pair => pair.AnalyzerIsRight), pairs.Count(pair => pair.IsRight),
            (double)pairs.Count(pair => pair.IsRight) / pairs.Count);

    private static string Stem(string word) => ArabicNormalizer.Match.Normalize(ArabicStemmer.Stem(word).In(word).ToString());

    private static HashSet<string> Terms(Analyzer analyzer, string word)
    {
        var terms = new HashSet<string>(StringComparer.Ordinal);
        using TokenStream stream = analyzer.GetTokenStream("", word);
        ICharTermAttribute term = stream.AddAttribute<ICharTermAttribute>();
        stream.Reset();
        while (stream.IncrementToken()) terms.Add(term.ToString());
        stream.End();
        return terms;
    }

    private sealed record Pair(string Group, bool Meet, bool StemIsRight, bool AnalyzerIsRight)
    {
        public bool IsRight => StemIsRight && AnalyzerIsRight;
    }
}
