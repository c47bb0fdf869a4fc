using System.Globalization;

namespace ArabicNews.Evaluation;

/// <summary>Do our tokens stand where the annotators' do? F1 of token spans, exact on both sides.</summary>
internal static class TokensEvaluation
{
    public static Evaluation Evaluation { get; } = new("tokens", "<tokens.*.tsv or its folder>", Run);

    private static double Run(EvaluationArguments arguments)
    {
        MorphologyData data = MorphologyData.Read(arguments.RequiredPath);
        using StreamWriter? predictions = arguments.Predictions is { } file ? new StreamWriter(file) : null;
        predictions?.Write($"{data.Header}\tstart\tend\tours\n");
        int gold = 0, ours = 0, right = 0;
        foreach (IGrouping<string, string[]> sentence in data.Words.GroupBy(word => data.Cell(word, "sent"), StringComparer.Ordinal))
        {
            string text = data.Sentences[sentence.Key];
            var found = new Dictionary<TextSpan, TokenKind>();
            foreach (Token token in ArabicTokenizer.Tokenize(text)) found.Add(token.Span, token.Kind);
            ours += found.Count;
            int position = 0;
            foreach (string[] word in sentence)
            {
                string surface = data.Cell(word, "surface");
                int start = text.IndexOf(surface, position, StringComparison.Ordinal);
                if (start < 0) throw new InvalidDataException($"{sentence.Key}: '{surface}' is not in its sentence.");
                var span = new TextSpan(start, surface.Length);
                position = span.End;
                gold++;
                if (found.ContainsKey(span)) right++;

                // What we have over this span, each token cut at a bar.
                string covering = string.Join('|', found.Keys.Where(span.Overlaps).OrderBy(token => token.Start).Select(token => token.In(text).ToString()));
                predictions?.Write(string.Create(CultureInfo.InvariantCulture, $"{string.Join('\t', word)}\t{span.Start}\t{span.End}\t{covering}\n"));
            }
        }

        double precision = (double)right / ours, recall = (double)right / gold, f1 = 2.0 * right / (ours + gold);
        var table = new Table("tokens", "gold", "ours", "right", "precision", "recall", "F1");
        table.Add("spans", gold, ours, right, precision, recall, f1);
        table.Print();
        return f1;
    }
}
