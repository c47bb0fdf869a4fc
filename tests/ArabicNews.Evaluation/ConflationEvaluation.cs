namespace ArabicNews.Evaluation;

/// <summary>
/// Do the words of one lemma, and no others, get one stem? F1 over pairs of word types. What is searched for is found under other forms to this degree.
/// </summary>
internal static class ConflationEvaluation
{
    private static readonly string[] s_contentTags = ["NOUN", "VERB", "ADJ", "PROPN", "ADV", "NUM", "AUX"];

    public static Evaluation Evaluation { get; } = new("conflation", "<tokens.*.tsv with lemmas, or its folder>", Run);

    private static double Run(EvaluationArguments arguments)
    {
        MorphologyData data = MorphologyData.Read(arguments.RequiredPath);
        List<WordType> types = [.. TypesOf(data)];
        using (StreamWriter? predictions = arguments.Predictions is { } file ? new StreamWriter(file) : null)
        {
            predictions?.Write("surface\tlemma\tstem\n");
            foreach (WordType type in types) predictions?.Write($"{type.Surface}\t{type.Lemma}\t{type.Stem}\n");
        }

        long gold = Pairs(types, type => type.Lemma), ours = Pairs(types, type => type.Stem), both = Pairs(types, type => (type.Lemma, type.Stem));
        double precision = ours == 0 ? 0 : (double)both / ours, recall = (double)both / gold, f1 = 2.0 * both / (gold + ours);
        var table = new Table("conflation", "types", "gold pairs", "our pairs", "right", "precision", "recall", "F1");
        table.Add("stem", types.Count, gold, ours, both, precision, recall, f1);
        table.Print();
        return f1;
    }

    // A type is a surface form. Its class is the lemma of its first content segment, the most frequent one where tokens differ; of two alike, the first seen.
    private static IEnumerable<WordType> TypesOf(MorphologyData data)
    {
        var lemmas = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (string[] word in data.Words)
        {
            string[] tags = data.Cell(word, "upos").Split('+');
            int content = Array.FindIndex(tags, s_contentTags.Contains);
            if (content < 0) continue;
            string surface = data.Cell(word, "surface");
            if (!lemmas.TryGetValue(surface, out List<string>? seen)) lemmas.Add(surface, seen = []);
            seen.Add(data.Cell(word, "lemmas").Split('+')[content]);
        }

        foreach ((string surface, List<string> seen) in lemmas)
        {
            string lemma = seen.GroupBy(lemma => lemma, StringComparer.Ordinal).OrderByDescending(group => group.Count()).First().Key;
            yield return new WordType(surface, lemma, ArabicNormalizer.Match.Normalize(ArabicStemmer.Stem(surface).In(surface).ToString()));
        }
    }

    private static long Pairs<TKey>(List<WordType> types, Func<WordType, TKey> classOf)
        => types.GroupBy(classOf).Sum(group => (long)group.Count() * (group.Count() - 1) / 2);

    private sealed record WordType(string Surface, string Lemma, string Stem);
}
