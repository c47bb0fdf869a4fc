namespace ArabicNews;

/// <summary>
/// What the model sees of a cut, as indexes of its weights: which beginning and ending, how attested the rest is with and without them and in other company, whether it is a name or looks like one, and the letters on either
/// side of the cuts. What depends on the word alone is looked up once, what depends on the beginning once for each beginning.
/// </summary>
/// <remarks>Each feature has a group of weights of its own, in the order in which the features are written. <c>DESIGN.md</c> says what each kind is worth.</remarks>
internal readonly ref struct SegmentFeatures
{
    /// <summary>Features of one cut.</summary>
    public const int Count = PrefixCount + 25;

    /// <summary>The first features, which depend on the beginning alone.</summary>
    public const int PrefixCount = 22;

    private const int Letters = ArabicChars.Yeh - ArabicChars.Hamza + 1;
    private const int Levels = WordLexicon.MaxLevel + 1;
    private const int NameLevels = WordLexicon.MaxNameLevel + 1;
    private const int Gaps = 11;
    private const int Lengths = 8;
    private const int Articles = 9;
    private const int Counts = 6;

    // Weights of words and shapes are shared by all that fall on one number.
    private const int Hashed = 1 << 14;

    private static readonly int s_suffixes = Affixes.Suffixes.Length;
    private const string Al = "\u0627\u0644";

    private static readonly WordHash s_toThe = WordHash.Of("\u0644\u0644"), s_to = WordHash.Of("\u0644"), s_he = WordHash.Of("\u064A"), s_she = WordHash.Of("\u062A");
    private static readonly WordHash s_definite = WordHash.Of([ArabicChars.Alef, ArabicChars.Lam]);

    // و ال ب ل وال بال لل ف: what is a word stands behind several of them.
    private static readonly WordHash[] s_particles =
        Hashes("\u0648", "\u0627\u0644", "\u0628", "\u0644", "\u0648\u0627\u0644", "\u0628\u0627\u0644", "\u0644\u0644", "\u0641");

    // ة ات ين ون ها ه هم ا ت وا ي تها ته: what is a word or a stem takes several of them.
    private static readonly WordHash[] s_endings = Hashes(
        "\u0629", "\u0627\u062A", "\u064A\u0646", "\u0648\u0646", "\u0647\u0627", "\u0647", "\u0647\u0645", "\u0627", "\u062A", "\u0648\u0627", "\u064A", "\u062A\u0647\u0627", "\u062A\u0647");

    // For each ending those that alternate with it.
    private static readonly WordHash[][] s_alternatives = Alternatives();

    /// <summary>First weight of each group; the last entry is the number of all weights.</summary>
    private static readonly int[] s_groups = Groups();

    private readonly ref readonly WordLetters _word;
    private readonly WordLexicon _lexicon;
    private readonly NameLetters _nameLetters;
    private readonly int _level;
    private readonly int _definiteLevel;
    private readonly int _nameLevel;
    private readonly int _likeness;
    private readonly int _particles;
    private readonly int _endings;

    public SegmentFeatures(in WordLetters word, WordLexicon lexicon, NameLetters nameLetters)
    {
        _word = ref word;
        _lexicon = lexicon;
        _nameLetters = nameLetters;
        WordHash whole = word.Hash(0, word.Count);
        _level = LevelToEnd(default, 0);
        _definiteLevel = LevelToEnd(s_definite, 0);
        _nameLevel = lexicon.NameLevel(whole);
        _likeness = nameLetters.Likeness(word, 0);
        _particles = CountParticles(whole);
        _endings = CountEndings(whole);
    }

    public static int WeightCount => s_groups[^1];

    /// <summary>Writes the first features, of cutting off beginning number <paramref name="prefix"/>; gives how attested the rest is.</summary>
    public int OfPrefix(int prefix, scoped Span<int> features)
    {
        int start = Affixes.Prefixes[prefix].Letters.Length;
        WordHash rest = _word.Hash(start, _word.Count);
        int definiteLevel = LevelToEnd(s_definite, start), level = Math.Max(LevelToEnd(default, start), definiteLevel);
        int particles = CountParticles(rest), first = Letter(start), second = Letter(start + 1);
        int i = 0;
        features[i] = At(i++, prefix, Levels, level);
        features[i] = At(i++, prefix, Gaps, Gap(level, _level));
        features[i] = At(i++, prefix, Letters, first);
        features[i] = At(i++, prefix, 2, _lexicon.IsName(rest) ? 1 : 0);
        features[i] = At(i++, prefix, Gaps, Gap(definiteLevel, _definiteLevel));
        features[i] = At(i++, prefix, NameLevels, _lexicon.NameLevel(rest));
        features[i] = At(i++, prefix, Counts, Math.Min(particles, Counts - 1));
        features[i] = At(i++, prefix, Counts, Math.Min(_particles, Counts - 1));
        features[i] = At(i++, prefix, Gaps, Gap(particles, _particles));
        features[i] = At(i++, prefix, Letters * Letters, (first * Letters) + second);
        features[i] = AtHash(i++, rest, prefix);
        features[i] = At(i++, prefix, NameLetters.Steps, _likeness);
        features[i] = At(i++, prefix, NameLetters.Steps, _nameLetters.Likeness(_word, start));
        features[i] = At(i++, prefix, Gaps, Gap(CountEndings(rest), _endings));

        // The same for the conjunction and for what follows it, each by itself: of ف there are few examples, but it is like و, and ال behind it is like ال.
        int conjunction = prefix / Affixes.InnerPrefixCount, inner = prefix % Affixes.InnerPrefixCount, behind = conjunction == 0 ? 0 : 1;
        int behindLevel = LevelToEnd(default, behind);
        features[i] = At(i++, conjunction, Gaps, Gap(behindLevel, _level));
        features[i] = At(i++, conjunction, Letters, Letter(behind));
        features[i] = At(i++, conjunction, Gaps, Gap(CountParticles(_word.Hash(behind, _word.Count)), _particles));
        features[i] = At(i++, inner, Levels, level);
        features[i] = At(i++, inner, Gaps, Gap(level, behindLevel));
        features[i] = At(i++, inner, Letters, first);
        features[i] = At(i++, inner, Counts, Math.Min(particles, Counts - 1));
        features[i] = At(i, prefix, Articles, ArticleEvidence(prefix, start));
        return level;
    }

    /// <summary>Writes the other features, of cutting off ending number <paramref name="suffix"/> too, where the rest behind the beginning is attested to the degree <paramref name="restLevel"/>.</summary>
    public void OfSuffix(int prefix, int restLevel, int suffix, scoped Span<int> features)
    {
        int start = Affixes.Prefixes[prefix].Letters.Length, end = _word.Count - Affixes.Suffixes[suffix].Letters.Length, length = Math.Min(end - start, Lengths - 1);
        WordHash stem = _word.Hash(start, end);
        int level = StemLevel(stem, start, end), definiteLevel = _lexicon.Level(s_definite.Append(stem));
        int first = end > start ? Letter(start) : Letter(_word.Count), last = end > start ? Letter(end - 1) : Letter(_word.Count), beforeLast = end > start + 1 ? Letter(end - 2) : Letter(_word.Count);

        // The beginning with the stem, endings off: what وزيرها is to be judged by.
        WordHash prefixed = _word.Hash(0, end);
        int prefixedLevel = Math.Max(StemLevel(prefixed, 0, end), _lexicon.Level(s_definite.Append(prefixed)));
        int affixes = (prefix == 0 ? 0 : 1) + (suffix == 0 ? 0 : 2);
        int i = PrefixCount;
        features[i] = At(i++, prefix, s_suffixes, suffix);
        features[i] = At(i++, prefix, Levels, level);
        features[i] = At(i++, prefix, Lengths, length);
        features[i] = At(i++, suffix, Levels, level);
        features[i] = At(i++, suffix, Gaps, Gap(level, restLevel));
        features[i] = At(i++, suffix, Levels, definiteLevel);
        features[i] = At(i++, suffix, Lengths, length);
        features[i] = At(i++, suffix, Letters, first);
        features[i] = At(i++, suffix, Letters, last);
        features[i] = At(i++, affixes, Levels, _level);
        features[i] = At(i++, affixes, NameLevels, _nameLevel);
        features[i] = At(i++, prefix, Gaps, Gap(Math.Max(level, definiteLevel), prefixedLevel));
        features[i] = At(i++, suffix, NameLevels, _lexicon.NameLevel(_word.Hash(start, _word.Count)));
        features[i] = At(i++, suffix, NameLevels, _lexicon.NameLevel(stem));
        features[i] = At(i++, suffix, Levels, AlternativeLevel(suffix, stem));
        features[i] = At(i++, suffix, Counts, Math.Min((CountEndings(stem) + 1) / 2, Counts - 1));
        features[i] = At(i++, suffix, Counts, Math.Min(_endings, Counts - 1));
        features[i] = At(i++, suffix, Letters * Letters, (beforeLast * Letters) + last);
        features[i] = At(i++, suffix, NameLetters.Steps, _likeness);
        features[i] = AtHash(i++, _word.Hash(0, _word.Count), (prefix * s_suffixes) + suffix);
        features[i] = AtHash(i++, Shape(start, end), suffix);
        features[i] = At(i++, suffix, Levels, _lexicon.Level(stem.Append(Affixes.Absolutes[suffix])));
        features[i] = At(i++, prefix, 9, Noun(prefixed.Append(Affixes.Absolutes[suffix]), stem.Append(Affixes.Absolutes[suffix])));
        features[i] = At(i++, prefix % Affixes.InnerPrefixCount, s_suffixes, suffix);
        features[i] = At(i, suffix, Levels * 2, (restLevel * 2) + (Letter(_word.Count - 1) == ArabicChars.AlefMaksura - ArabicChars.Hamza ? 1 : 0));
    }

    // Of a letter that is not there, a number that no letter has.
    private int Letter(int index) => (index < _word.Count ? _word.Spelled(index) : ArabicChars.Tatweel) - ArabicChars.Hamza;

    // Where letters ال stand in question: behind ل an article is written لل, an alef of the word stays (للأمن, لالتزام), and the verb of التقى is يلتقي. 0: no such letters.
    private int ArticleEvidence(int prefix, int start)
    {
        Affix affix = Affixes.Prefixes[prefix];
        int article = affix.Parts.Length > 0 && affix.Parts[^1].Kind == SegmentKind.Article ? start - affix.Parts[^1].Letters.Length : start;
        if (!_word.HasAt(article, Al) || _word.Count - article < 4) return 0;
        WordHash behindAlef = _word.Hash(article + 1, _word.Count), behind = _word.Hash(article + 2, _word.Count);
        int evidence = 1;
        if (_lexicon.Level(s_toThe.Append(behind)) > 0) evidence += 1;
        if (_lexicon.Level(s_to.Append(_word.Hash(article, _word.Count))) > 0) evidence += 2;
        if (_lexicon.Level(s_he.Append(behindAlef)) > 0 || _lexicon.Level(s_she.Append(behindAlef)) > 0) evidence += 4;
        return evidence;
    }

    // No conjunction or preposition stands behind the article: where there is الوكالة, the و of وكالتهم is no "and", least of all if وكالة is more common than كالة.
    private int Noun(WordHash whole, WordHash rest)
    {
        int definite = _lexicon.Level(s_definite.Append(whole));
        int compared = _lexicon.Level(whole).CompareTo(Math.Max(_lexicon.Level(rest), _lexicon.Level(s_definite.Append(rest)))) + 1;
        return ((definite == 0 ? 0 : definite <= 2 ? 1 : 2) * 3) + compared;
    }

    private int CountParticles(WordHash word)
    {
        int count = 0;
        foreach (WordHash particle in s_particles)
            if (_lexicon.Level(particle.Append(word)) > 0) count++;
        return count;
    }

    private int CountEndings(WordHash word)
    {
        int count = 0;
        foreach (WordHash ending in s_endings)
            if (_lexicon.Level(word.Append(ending)) > 0) count++;
        return count;
    }

    // How attested the stem is with the endings that alternate with this one: لاعبون is a plural because there is لاعبين, while قانون has no قانين.
    private int AlternativeLevel(int suffix, WordHash stem)
    {
        int level = 0;
        foreach (WordHash ending in s_alternatives[suffix])
            level = Math.Max(level, Math.Max(_lexicon.Level(stem.Append(ending)), _lexicon.Level(s_definite.Append(stem).Append(ending))));
        return level;
    }

    // The long vowels and the letters that make patterns (استفعل, متفعل, انفعل); all others are alike.
    private WordHash Shape(int start, int end)
    {
        var shape = default(WordHash);
        for (int i = start; i < end; i++)
        {
            shape = shape.Append(_word[i] switch
            {
                ArabicChars.Alef or ArabicChars.Waw or ArabicChars.Yeh or ArabicChars.Hamza or ArabicChars.Teh or ArabicChars.TehMarbuta => _word[i],
                ArabicChars.Meem or ArabicChars.Noon when i == start => _word[i],
                ArabicChars.Seen when i < start + 2 => _word[i],
                _ => ArabicChars.Feh,
            });
        }

        return shape;
    }

    // A stem is also attested by its feminine (مدرس by مدرسة), and one that ends with alef before a pronoun by alef maksura (مستوا+ه by مستوى).
    private int StemLevel(WordHash stem, int start, int end)
    {
        int level = Math.Max(_lexicon.Level(stem), _lexicon.Level(stem.Append(ArabicChars.TehMarbuta)));
        if (end < _word.Count && end - start > 2 && _word[end - 1] == ArabicChars.Alef)
            level = Math.Max(level, _lexicon.Level(_word.Hash(start, end - 1).Append(ArabicChars.Yeh)));
        return level;
    }

    // Letters from start to the end of the word behind a prefix. A final heh is also read as the teh marbuta that it often stands for.
    private int LevelToEnd(WordHash prefix, int start)
    {
        int level = _lexicon.Level(prefix.Append(_word.Hash(start, _word.Count)));
        if (_word.Count - start > 2 && _word[_word.Count - 1] == ArabicChars.Heh)
            level = Math.Max(level, _lexicon.Level(prefix.Append(_word.Hash(start, _word.Count - 1)).Append(ArabicChars.TehMarbuta)));
        return level;
    }

    private static string[] AlternativesOf(Affix suffix)
    {
        if (suffix.Parts.Length == 0) return [];
        (SegmentKind kind, string letters) = suffix.Parts[^1];
        string before = suffix.Letters[..^letters.Length];
        return (kind, letters) switch
        {
            (SegmentKind.Pronoun, _) => [before + "\u0647", before + "\u0647\u0627", before + "\u0647\u0645"],
            (SegmentKind.Subject, _) => ["\u062A", "\u0648\u0627", "\u0648\u0646", "\u062A\u0647"],
            (SegmentKind.NominalSuffix, "\u0629") => ["\u0627\u062A", "\u062A\u0647", "\u062A\u0647\u0627"],
            (SegmentKind.NominalSuffix, "\u0627\u062A") => ["\u0629", "\u0627\u062A\u0647", "\u0627\u062A\u0647\u0627"],
            (SegmentKind.NominalSuffix, _) when before.Length == 0 => ["\u0648\u0646", "\u064A\u0646"],
            _ => ["\u0629", "\u0627\u062A"],
        };
    }

    private static WordHash[][] Alternatives()
    {
        var alternatives = new WordHash[Affixes.Suffixes.Length][];
        for (int i = 0; i < alternatives.Length; i++)
        {
            var others = new List<string>(AlternativesOf(Affixes.Suffixes[i]));
            others.Remove(Affixes.Suffixes[i].Letters);
            alternatives[i] = Hashes([.. others]);
        }

        return alternatives;
    }

    private static WordHash[] Hashes(params string[] forms)
    {
        var hashes = new WordHash[forms.Length];
        for (int i = 0; i < hashes.Length; i++) hashes[i] = WordHash.Of(forms[i]);
        return hashes;
    }

    private static int Gap(int level, int other) => Math.Clamp(level - other, -(Gaps / 2), Gaps / 2) + (Gaps / 2);

    private static int At(int group, int row, int columns, int column) => s_groups[group] + (row * columns) + column;

    private static int AtHash(int group, WordHash hash, int affix) => s_groups[group] + (int)(hash.Append((char)affix).Mixed() % Hashed);

    private static int[] Groups()
    {
        int p = Affixes.CandidatePrefixCount, s = s_suffixes, inner = Affixes.InnerPrefixCount;
        int[] sizes =
        [
            p * Levels, p * Gaps, p * Letters, p * 2, p * Gaps, p * NameLevels, p * Counts, p * Counts, p * Gaps, p * Letters * Letters, Hashed, p * NameLetters.Steps, p * NameLetters.Steps, p * Gaps,
            3 * Gaps, 3 * Letters, 3 * Gaps, inner * Levels, inner * Gaps, inner * Letters, inner * Counts, p * Articles,
            p * s, p * Levels, p * Lengths, s * Levels, s * Gaps, s * Levels, s * Lengths, s * Letters, s * Letters, 4 * Levels, 4 * NameLevels, p * Gaps, s * NameLevels, s * NameLevels,
            s * Levels, s * Counts, s * Counts, s * Letters * Letters, s * NameLetters.Steps, Hashed, Hashed, s * Levels, p * 9, inner * s, s * Levels * 2,
        ];
        int[] starts = new int[sizes.Length + 1];
        for (int i = 0; i < sizes.Length; i++) starts[i + 1] = starts[i] + sizes[i];
        return starts;
    }
}
