using System.Globalization;
using System.Text;

namespace ArabicNews.SeedCompiler;

/// <summary>
/// Trains <see cref="SegmenterModel"/> on the WikiNews tokens: an averaged perceptron over whole numbers, in a fixed order, so that the same data give the same bytes on every machine.
/// </summary>
internal static class SegmenterTrainer
{
    private const int Epochs = 12;

    public static int Run(string root, string sharedData)
    {
        var lexicon = new WordLexicon(new DataReader("lexicon.bin", LexiconCompiler.Compile(root), WordLexicon.Magic, WordLexicon.Version));
        Dictionary<string, string> articles = File.ReadLines(Path.Combine(sharedData, "morphology/wikinews/sentences.dev.tsv")).Skip(1)
            .Select(line => line.Split('\t')).ToDictionary(cells => cells[0], cells => cells[1], StringComparer.Ordinal);
        List<GoldWord> words = [.. File.ReadLines(Path.Combine(sharedData, "morphology/wikinews/tokens.dev.tsv")).Skip(1)
            .Select(line => line.Split('\t')).Select(cells => new GoldWord(cells[2], cells[3], cells[4], ArticleNumber(articles[cells[0]])))];
        List<Example> examples = [.. words.Select(word => Example.Of(word, lexicon)).OfType<Example>()];
        Console.WriteLine($"{words.Count} words, {examples.Count} to learn from, {examples.Count(example => example.Gold < 0)} of them out of reach");
        foreach (var missed in examples.Where(example => example.Gold < 0).GroupBy(example => $"{example.Word.Segments} {example.Word.Tags}").OrderByDescending(group => group.Count()).Take(Verbose ? 60 : 0))
            Console.WriteLine($"  {missed.Count()} {missed.Key}");

        for (int fold = 0; fold < 2; fold++)
        {
            var model = new SegmenterModel(Train([.. examples.Where(example => example.Word.Article / 2 % 2 != fold)]));
            Report($"fold {fold}", words.Where(word => word.Article / 2 % 2 == fold), lexicon, model);
        }

        var all = new SegmenterModel(Train(examples));
        Report("trained on", words, lexicon, all);
        var writer = new DataWriter(SegmenterModel.Magic, SegmenterModel.Version);
        all.Write(writer.WriteSignedVarint, writer.WriteVarint);
        byte[] bytes = writer.ToArray();
        File.WriteAllBytes(Path.Combine(root, "src/ArabicNews/Data/segmenter.bin"), bytes);
        Console.WriteLine($"src/ArabicNews/Data/segmenter.bin {bytes.Length} bytes, {all.Weights.Count(weight => weight != 0)} of {SegmenterModel.WeightCount} weights");
        return 0;
    }

    private static bool Verbose => Environment.GetEnvironmentVariable("VERBOSE") is not null;

    /// <summary>Segments joined by +, as the WikiNews tokens have them: the article behind ل is written in full.</summary>
    private static string Print(string word, WordSegmentation segments)
    {
        var text = new StringBuilder();
        for (int i = 0; i < segments.Count; i++)
        {
            if (i > 0) text.Append('+');
            ReadOnlySpan<char> part = segments[i].Span.In(word);
            if (segments[i].Kind == SegmentKind.Article && part.Length == 1) text.Append(ArabicChars.Alef);
            text.Append(part);
        }

        return text.ToString();
    }

    private static int ArticleNumber(string article) => int.Parse(article.AsSpan(1), CultureInfo.InvariantCulture);

    private static void Report(string what, IEnumerable<GoldWord> words, WordLexicon lexicon, SegmenterModel model)
    {
        int total = 0, right = 0, arabic = 0, prefixes = 0;
        var wrong = new List<string>();
        foreach (GoldWord word in words)
        {
            string ours = Print(word.Surface, ArabicSegmenter.Segment(word.Surface, lexicon, model));
            total++;
            if (ours == word.Segments) right++;
            else wrong.Add($"{word.Segments} {ours}");
            if (!word.Surface.Any(c => ArabicChars.ClassOf(c) == CharClass.ArabicLetter)) continue;
            arabic++;
            if (Prefixes(ours) == Prefixes(word.Segments)) prefixes++;
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: whole word {(double)right / total:F4}, prefixes {(double)prefixes / arabic:F4}, {total} words"));
        if (Verbose)
            foreach (var group in wrong.GroupBy(error => error).OrderByDescending(group => group.Count()).Take(100)) Console.WriteLine($"  {group.Count()} {group.Key}");
    }

    private static string Prefixes(string segments)
        => string.Join('+', segments.Split('+').TakeWhile(part => part is "\u0648" or "\u0641" or "\u0628" or "\u0644" or "\u0643" or "\u0633" or "\u0627\u0644" or "\u0623"));

    private static int[] Train(List<Example> examples)
    {
        int[] weights = new int[SegmenterModel.WeightCount];
        long[] sums = new long[weights.Length];
        long step = 0;
        var model = new SegmenterModel(weights);
        uint random = 1;
        for (int epoch = 0; epoch < Epochs; epoch++)
        {
            Shuffle(examples, ref random);
            foreach (Example example in examples)
            {
                step++;
                if (example.Gold < 0) continue;
                int best = 0, bestScore = int.MinValue;
                for (int i = 0; i < example.Candidates.Length; i++)
                {
                    int score = model.Score(example.Candidates[i]) + (i == example.Gold ? 0 : Margin);
                    if (score > bestScore) (best, bestScore) = (i, score);
                }

                if (best == example.Gold) continue;
                Update(example.Candidates[example.Gold], 1);
                Update(example.Candidates[best], -1);
            }
        }

        // The average over all steps, in 1/64: sums holds what later steps must not count.
        return [.. weights.Select((weight, i) => (int)Math.Clamp(((weight * step) - sums[i]) * 64 / step, -30_000, 30_000))];

        void Update(int[] features, int by)
        {
            foreach (int feature in features)
            {
                weights[feature] += by;
                sums[feature] += by * step;
            }
        }
    }

    // A wrong cut must lose by this much.
    private const int Margin = 8;

    // xorshift; not Random, whose sequence is not promised between versions of .NET.
    private static void Shuffle(List<Example> examples, ref uint random)
    {
        for (int i = examples.Count - 1; i > 0; i--)
        {
            random ^= random << 13;
            random ^= random >> 17;
            random ^= random << 5;
            int j = (int)(random % (uint)(i + 1));
            (examples[i], examples[j]) = (examples[j], examples[i]);
        }
    }

    private sealed record GoldWord(string Surface, string Segments, string Tags, int Article);

    /// <summary>A word with the features of all its cuts, and which of them is right; -1 when none.</summary>
    private sealed record Example(GoldWord Word, int[][] Candidates, int Gold)
    {
        public static Example? Of(GoldWord word, WordLexicon lexicon)
        {
            if (!WordLetters.TryRead(word.Surface, out WordLetters letters)) return null;
            var candidates = new List<int[]>();
            int gold = -1;
            string[] kinds = [.. Kinds(word)];
            foreach ((int prefix, int suffix) in new SegmentCandidates(letters))
            {
                int[] features = new int[SegmenterModel.FeatureCount];
                int start = Affixes.Prefixes[prefix].Letters.Length, end = letters.Count - Affixes.Suffixes[suffix].Letters.Length;
                SegmenterModel.FeaturesOf(letters, lexicon, prefix, start, end, suffix, features);
                WordSegmentation cut = ArabicSegmenter.Cut(letters, Affixes.Prefixes[prefix], Affixes.Suffixes[suffix]);
                if (Print(word.Surface, cut) == word.Segments && KindsAgree(cut, kinds)) gold = candidates.Count;
                candidates.Add(features);
            }

            return new Example(word, [.. candidates], gold);
        }

        // Where tags and segments differ in number nothing is said about kinds.
        private static IEnumerable<string> Kinds(GoldWord word)
        {
            string[] segments = word.Segments.Split('+'), tags = word.Tags.Split('+');
            if (segments.Length != tags.Length) yield break;
            for (int i = 0; i < tags.Length; i++)
            {
                yield return (tags[i], i) switch
                {
                    ("NSUFF", _) => nameof(SegmentKind.NominalSuffix),
                    ("CASE", _) => nameof(SegmentKind.Case),
                    ("PRON", > 0) when tags.AsSpan(0, i).Contains("V") && IsSubject(segments, tags, i) => nameof(SegmentKind.Subject),
                    ("PRON", > 0) when i == tags.Length - 1 && tags[i - 1] is not ("CONJ" or "PREP") => nameof(SegmentKind.Pronoun),
                    _ => "",
                };
            }
        }

        // ت وا ون ان تم ن ا, and و before a pronoun; نا only behind a verb that does not start as an imperfect.
        private static bool IsSubject(string[] segments, string[] tags, int index)
        {
            string verb = segments[Array.IndexOf(tags, "V")];
            return segments[index] switch
            {
                "\u062A" or "\u0648\u0627" or "\u0648\u0646" or "\u0627\u0646" or "\u062A\u0645" or "\u0646" or "\u0627" or "\u0648" => true,
                "\u0646\u0627" => verb[0] is not ('\u064A' or '\u062A' or '\u0646' or '\u0623'),
                _ => false,
            };
        }

        private static bool KindsAgree(WordSegmentation cut, string[] kinds)
        {
            if (kinds.Length != cut.Count) return true;
            for (int i = 0; i < kinds.Length; i++)
                if (kinds[i].Length > 0 && kinds[i] != cut[i].Kind.ToString()) return false;
            return true;
        }
    }
}
