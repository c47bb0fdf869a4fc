namespace ArabicNews;

/// <summary>
/// Weighs the ways to cut a word. The score of a cut is a sum of trained integer weights, one for each of its features: which beginning and ending, how long and how attested the rest
/// is with and without them, and the letters on either side of the cuts. A linear model: the sum can be read, and there is nothing to overflow or to round.
/// </summary>
internal sealed class SegmenterModel
{
    public const string Magic = "ANSG";
    public const int Version = 1;

    /// <summary>Features of one cut.</summary>
    public const int FeatureCount = 17;

    private const int Letters = ArabicChars.Yeh - ArabicChars.Hamza + 1;
    private const int Levels = WordLexicon.MaxLevel + 1;
    private const int Gaps = 11;
    private const int Lengths = 8;

    private static readonly int s_prefixes = Affixes.Prefixes.Length;
    private static readonly int s_suffixes = Affixes.Suffixes.Length;

    private static readonly Lazy<SegmenterModel> s_default = new(() => new SegmenterModel(DataReader.Open("segmenter.bin", Magic, Version)));

    /// <summary>First weight of each group of features; the last entry is the number of all weights.</summary>
    private static readonly int[] s_groups = Groups();

    public SegmenterModel(int[] weights) => Weights = weights;

    private SegmenterModel(DataReader reader)
    {
        // Weights that are 0 are written as the length of their run.
        Weights = new int[WeightCount];
        if (reader.ReadVarint() != WeightCount) throw new InvalidDataException("The embedded file segmenter.bin is damaged: another number of weights.");
        for (int i = 0; i < WeightCount;)
        {
            int weight = reader.ReadSignedVarint();
            if (weight != 0) Weights[i++] = weight;
            else i += reader.ReadVarint();
        }
    }

    public static SegmenterModel Default => s_default.Value;

    public static int WeightCount => s_groups[^1];

    public int[] Weights { get; }

    public int Score(ReadOnlySpan<int> features)
    {
        int score = 0;
        foreach (int feature in features) score += Weights[feature];
        return score;
    }

    /// <summary>The features of cutting <paramref name="word"/> into prefix, letters [<paramref name="start"/>, <paramref name="end"/>) and suffix.</summary>
    public static void FeaturesOf(in WordLetters word, WordLexicon lexicon, int prefix, int start, int end, int suffix, Span<int> features)
    {
        WordHash stem = word.Hash(start, end), rest = word.Hash(start, word.Count);
        WordHash definite = WordHash.Of([ArabicChars.Alef, ArabicChars.Lam]);
        int length = end - start;
        char first = length == 0 ? ArabicChars.Tatweel : word[start], last = length == 0 ? ArabicChars.Tatweel : word[end - 1];
        int wholeLevel = LevelToEnd(word, lexicon, default, 0);
        int definiteRestLevel = LevelToEnd(word, lexicon, definite, start);
        int restLevel = Math.Max(LevelToEnd(word, lexicon, default, start), definiteRestLevel);
        int definiteStemLevel = lexicon.Level(definite.Append(stem));
        int stemLevel = StemLevel(word, lexicon, stem, start, end);
        int name = lexicon.IsName(rest) ? 1 : 0;
        int firstIndex = first - ArabicChars.Hamza, lastIndex = last - ArabicChars.Hamza;
        int lengthIndex = Math.Min(length, Lengths - 1);

        int group = 0;
        features[0] = s_groups[group++] + prefix;
        features[1] = s_groups[group++] + suffix;
        features[2] = s_groups[group++] + (prefix * s_suffixes) + suffix;
        features[3] = s_groups[group++] + (prefix * Levels) + restLevel;
        features[4] = s_groups[group++] + (prefix * Gaps) + Gap(restLevel, wholeLevel);
        features[5] = s_groups[group++] + (prefix * Levels) + stemLevel;
        features[6] = s_groups[group++] + (prefix * Lengths) + lengthIndex;
        features[7] = s_groups[group++] + (prefix * Letters) + firstIndex;
        features[8] = s_groups[group++] + (prefix * 2) + name;
        features[9] = s_groups[group++] + (suffix * Levels) + stemLevel;
        features[10] = s_groups[group++] + (suffix * Gaps) + Gap(stemLevel, restLevel);
        features[11] = s_groups[group++] + (suffix * Levels) + definiteStemLevel;
        features[12] = s_groups[group++] + (suffix * Lengths) + lengthIndex;
        features[13] = s_groups[group++] + (suffix * Letters) + firstIndex;
        features[14] = s_groups[group++] + (suffix * Letters) + lastIndex;
        features[15] = s_groups[group++] + (suffix * 2) + name;
        features[16] = s_groups[group++] + (((prefix == 0 ? 0 : 1) + (suffix == 0 ? 0 : 2)) * Levels) + wholeLevel;
    }

    public void Write(Action<int> signed, Action<int> unsigned)
    {
        unsigned(WeightCount);
        for (int i = 0; i < WeightCount;)
        {
            signed(Weights[i]);
            if (Weights[i] != 0)
            {
                i++;
                continue;
            }

            int run = 0;
            while (i < WeightCount && Weights[i] == 0) (i, run) = (i + 1, run + 1);
            unsigned(run);
        }
    }

    // A stem is also attested by its feminine (مدرس by مدرسة), and one that ends with alef before a pronoun by alef maksura (مستوا+ه by مستوى).
    private static int StemLevel(in WordLetters word, WordLexicon lexicon, WordHash stem, int start, int end)
    {
        int level = Math.Max(lexicon.Level(stem), lexicon.Level(stem.Append(ArabicChars.TehMarbuta)));
        if (end < word.Count && end - start > 2 && word[end - 1] == ArabicChars.Alef)
            level = Math.Max(level, lexicon.Level(word.Hash(start, end - 1).Append(ArabicChars.Yeh)));
        return level;
    }

    // Letters from start to the end of the word behind a prefix. A final heh is also read as the teh marbuta that it often stands for.
    private static int LevelToEnd(in WordLetters word, WordLexicon lexicon, WordHash prefix, int start)
    {
        int level = lexicon.Level(prefix.Append(word.Hash(start, word.Count)));
        if (word.Count - start > 2 && word[word.Count - 1] == ArabicChars.Heh)
            level = Math.Max(level, lexicon.Level(prefix.Append(word.Hash(start, word.Count - 1)).Append(ArabicChars.TehMarbuta)));
        return level;
    }

    private static int Gap(int level, int other) => Math.Clamp(level - other, -(Gaps / 2), Gaps / 2) + (Gaps / 2);

    private static int[] Groups()
    {
        int[] sizes =
        [
            s_prefixes, s_suffixes, s_prefixes * s_suffixes,
            s_prefixes * Levels, s_prefixes * Gaps, s_prefixes * Levels, s_prefixes * Lengths, s_prefixes * Letters, s_prefixes * 2,
            s_suffixes * Levels, s_suffixes * Gaps, s_suffixes * Levels, s_suffixes * Lengths, s_suffixes * Letters, s_suffixes * Letters, s_suffixes * 2,
            4 * Levels,
        ];
        int[] starts = new int[sizes.Length + 1];
        for (int i = 0; i < sizes.Length; i++) starts[i + 1] = starts[i] + sizes[i];
        return starts;
    }
}
