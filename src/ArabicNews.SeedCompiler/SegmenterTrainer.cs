using System.Globalization;

namespace ArabicNews.SeedCompiler;

/// <summary>
/// Trains <see cref="SegmenterModel"/> on the WikiNews tokens: an averaged perceptron over whole numbers, in a fixed order, so that the same data give the same bytes on every machine. Before that it trains on each half of the
/// articles and scores the other: how good the segmenter is on what it has not seen.
/// </summary>
internal static class SegmenterTrainer
{
    // Several perceptrons see the words in several orders; the model is the mean of all.
    private const int Rounds = 8;
    private const int Epochs = 8;

    // A wrong cut must lose by this much.
    private const int Margin = 8;

    // What is known without annotators. Each perceptron sees one in so many: enough to learn from, too few to forget how words of a text are spread.
    private const int UnknownNamesStep = 45, KnownNamesStep = 10, NounsStep = 30, DefinitesStep = 10, EndingsStep = 12;

    // The two-fold scores that may not fall.
    private const double WholeWordFloor = 0.9843, PrefixFloor = 0.9948;

    public static int Run(string root, string sharedData)
    {
        WordLexicon lexicon = Lexicon(root, withNames: true), nameless = Lexicon(root, withNames: false);
        NameLetters nameLetters = NameLettersCounter.Count(root);
        List<GoldWord> words = GoldWord.ReadWikiNews(sharedData);
        List<(GoldWord Word, SegmenterExample Example)> examples =
            [.. words.Select(word => (word, SegmenterExample.Of(word, lexicon, nameLetters))).Where(pair => pair.Item2 is not null).Select(pair => (pair.word, pair.Item2!))];
        (SegmenterExample[] Examples, int Step)[] others =
        [
            (Examples(UnknownNames(root, nameless), name => SegmenterExample.OfName(name, nameless, nameLetters)), UnknownNamesStep),
            (Examples(KnownNames(root, lexicon), name => SegmenterExample.OfName(name, lexicon, nameLetters)), KnownNamesStep),
            (Examples(DistantWords.Nouns(root, lexicon), noun => SegmenterExample.OfPrefix(noun.Form, noun.Prefix, lexicon, nameLetters)), NounsStep),
            (Examples(DistantWords.Definites(root), noun => SegmenterExample.OfPrefix(noun.Form, noun.Prefix, lexicon, nameLetters)), DefinitesStep),
            (Examples(DistantWords.Endings(root, lexicon), noun => SegmenterExample.OfAffixes(noun.Form, noun.Prefix, noun.Suffix, lexicon, nameLetters)), EndingsStep),
            (Examples(DistantWords.BehindParticles(KnownNames(root, lexicon)), name => SegmenterExample.OfPrefix(name.Form, name.Prefix, lexicon, nameLetters)), KnownNamesStep),
        ];
        Console.WriteLine($"{words.Count} words, {examples.Count} to learn from; without annotators {string.Join(", ", others.Select(other => other.Examples.Length))}");

        var folds = default(SegmenterScore);
        for (int fold = 0; fold < 2; fold++)
        {
            SegmenterModel model = Train(examples.Where(example => FoldOf(example.Word) != fold).Select(example => example.Example), others, nameLetters);
            SegmenterScore score = SegmenterScore.Of(words.Where(word => FoldOf(word) == fold), lexicon, model);
            Console.WriteLine($"fold {fold}: {score}");
            folds += score;
        }

        SegmenterModel all = Train(examples.Select(example => example.Example), others, nameLetters);
        Console.WriteLine($"trained on: {SegmenterScore.Of(words, lexicon, all)}");
        Write(root, all);
        Console.WriteLine($"two folds: {folds}");
        if (folds.WholeWord >= WholeWordFloor && folds.Prefix >= PrefixFloor) return 0;
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"The two-fold scores fell below {WholeWordFloor:F4} and {PrefixFloor:F4}."));
        return 1;
    }

    private static SegmenterExample[] Examples<T>(IEnumerable<T> words, Func<T, SegmenterExample?> exampleOf) => [.. words.Select(exampleOf).OfType<SegmenterExample>()];

    private static WordLexicon Lexicon(string root, bool withNames)
        => new(new DataReader("lexicon.bin", LexiconCompiler.Compile(root, withNames), WordLexicon.Magic, WordLexicon.Version));

    // Names that the counts do not have, as if no list had them either. Without those with an article or teh marbuta, which are cut.
    private static IEnumerable<string> UnknownNames(string root, WordLexicon nameless)
        => Names(root, 2).Where(name => nameless.Level(WordHash.Of(name)) == 0);

    // كمال is no "like money".
    private static IEnumerable<string> KnownNames(string root, WordLexicon lexicon)
        => Names(root, 3).Where(name => lexicon.Level(WordHash.Of(name)) > 0);

    private static IEnumerable<string> Names(string root, int level)
        => from row in SeedFile.Read(root, "seeds/lexicon/names.tsv").Rows
           let name = row["name"]
           where row.Int("level") >= level && !name.EndsWith(ArabicChars.TehMarbuta)
           select name;

    // The articles of the development part have even numbers.
    private static int FoldOf(GoldWord word) => word.Article / 2 % 2;

    private static void Write(string root, SegmenterModel model)
    {
        var writer = new DataWriter(SegmenterModel.Magic, SegmenterModel.Version);
        model.Write(writer.WriteSignedVarint, writer.WriteVarint);
        byte[] bytes = writer.ToArray();
        File.WriteAllBytes(Path.Combine(root, "src/ArabicNews/Data/segmenter.bin"), bytes);
        Console.WriteLine($"src/ArabicNews/Data/segmenter.bin {bytes.Length} bytes, {model.Weights.Count(weight => weight != 0)} of {SegmentFeatures.WeightCount} weights");
    }

    private static SegmenterModel Train(IEnumerable<SegmenterExample> words, (SegmenterExample[] Examples, int Step)[] others, NameLetters nameLetters)
    {
        var perceptron = new Perceptron(nameLetters);
        List<SegmenterExample> wordList = [.. words];
        for (int round = 0; round < Rounds; round++)
            perceptron.Learn([.. wordList, .. others.SelectMany(other => other.Examples.Where((_, index) => index % other.Step == round))], Epochs, Margin);
        return perceptron.ToModel();
    }
}

/// <summary>A perceptron that learns several times from the start; the model is the mean of its weights over all steps of all times.</summary>
internal sealed class Perceptron(NameLetters nameLetters)
{
    private readonly int[] _weights = new int[SegmentFeatures.WeightCount];

    // Changes of the weights, each times the step at which it was made: what the mean must take off.
    private readonly long[] _corrections = new long[SegmentFeatures.WeightCount];
    private readonly long[] _sums = new long[SegmentFeatures.WeightCount];
    private long _steps;
    private uint _random = 1;

    public void Learn(List<SegmenterExample> examples, int epochs, int margin)
    {
        Array.Clear(_weights);
        Array.Clear(_corrections);
        long step = 0;
        var model = new SegmenterModel(_weights, nameLetters);
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            Shuffle(examples);
            foreach (SegmenterExample example in examples)
            {
                step++;
                int right = -1, wrong = -1, rightScore = int.MinValue, wrongScore = int.MinValue;
                for (int i = 0; i < example.Candidates.Length; i++)
                {
                    int score = model.Score(example.Candidates[i]);
                    if (example.IsRight[i] && score > rightScore) (right, rightScore) = (i, score);
                    else if (!example.IsRight[i] && score > wrongScore) (wrong, wrongScore) = (i, score);
                }

                if (rightScore >= wrongScore + margin) continue;
                Update(example.Candidates[right], 1, step);
                Update(example.Candidates[wrong], -1, step);
            }
        }

        for (int i = 0; i < _weights.Length; i++) _sums[i] += (_weights[i] * step) - _corrections[i];
        _steps += step;
    }

    /// <summary>The mean in units of 1/64.</summary>
    public SegmenterModel ToModel() => new([.. _sums.Select(sum => (int)Math.Clamp(sum * 64 / _steps, -30_000, 30_000))], nameLetters);

    private void Update(int[] features, int by, long step)
    {
        foreach (int feature in features)
        {
            _weights[feature] += by;
            _corrections[feature] += by * step;
        }
    }

    // xorshift; not Random, whose sequence is not promised between versions of .NET.
    private void Shuffle(List<SegmenterExample> examples)
    {
        for (int i = examples.Count - 1; i > 0; i--)
        {
            _random ^= _random << 13;
            _random ^= _random >> 17;
            _random ^= _random << 5;
            int j = (int)(_random % (uint)(i + 1));
            (examples[i], examples[j]) = (examples[j], examples[i]);
        }
    }
}

/// <summary>How many words are cut as in the gold, and of how many the prefixes are.</summary>
internal readonly record struct SegmenterScore(int Words, int Right, int ArabicWords, int RightPrefixes)
{
    // و ف ب ل ك س ال أ
    private static readonly string[] s_prefixes = ["\u0648", "\u0641", "\u0628", "\u0644", "\u0643", "\u0633", "\u0627\u0644", "\u0623"];

    public double WholeWord => (double)Right / Words;

    public double Prefix => (double)RightPrefixes / ArabicWords;

    public static SegmenterScore Of(IEnumerable<GoldWord> words, WordLexicon lexicon, SegmenterModel model)
    {
        var score = default(SegmenterScore);
        foreach (GoldWord word in words)
        {
            string ours = GoldWord.Print(word.Surface, ArabicSegmenter.Segment(word.Surface, lexicon, model));
            bool isArabic = word.Surface.Any(c => ArabicChars.ClassOf(c) == CharClass.ArabicLetter);
            score += new SegmenterScore(1, ours == word.Segments ? 1 : 0, isArabic ? 1 : 0, isArabic && PrefixesOf(ours) == PrefixesOf(word.Segments) ? 1 : 0);
        }

        return score;
    }

    public static SegmenterScore operator +(SegmenterScore left, SegmenterScore right)
        => new(left.Words + right.Words, left.Right + right.Right, left.ArabicWords + right.ArabicWords, left.RightPrefixes + right.RightPrefixes);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"whole word {WholeWord:F4}, prefixes of Arabic words {Prefix:F4}, {Words} words");

    private static string PrefixesOf(string segments) => string.Join('+', segments.Split('+').TakeWhile(part => s_prefixes.Contains(part)));
}
