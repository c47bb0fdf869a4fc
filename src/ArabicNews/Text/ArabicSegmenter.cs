namespace ArabicNews;

/// <summary>
/// Cuts a word into its particles, article, stem, endings and pronoun. It decides by evidence: a particle is cut where what remains is a word that news
/// texts use, so <c>وزير</c> keeps its و while <c>ووزير</c> loses one.
/// </summary>
/// <remarks>
/// The evidence is a list of forms with their counts (<c>seeds/lexicon/words.tsv</c>), weighed by a small linear model that was trained on annotated news. Thread-safe. The first call
/// reads the embedded data (some milliseconds).
/// </remarks>
public static class ArabicSegmenter
{
    // More than all features of a cut together.
    private const int NameBonus = 1 << 24;

    /// <summary>
    /// The parts of <paramref name="word"/>, one token of any spelling, in order and covering it. A word with other letters than Arabic's, or of more than 24 letters, is one stem. A particle that carries a pronoun (<c>ب+ه</c>)
    /// has no stem. Total over all UTF-16, linear in the length of the word, allocates nothing.
    /// </summary>
    public static WordSegmentation Segment(ReadOnlySpan<char> word) => Segment(word, WordLexicon.Default, SegmenterModel.Default);

    internal static WordSegmentation Segment(ReadOnlySpan<char> word, WordLexicon lexicon, SegmenterModel model)
    {
        if (word.IsEmpty) return default;
        if (!WordLetters.TryRead(word, out WordLetters letters)) return new WordSegmentation([(SegmentKind.Stem, word.Length)]);

        Span<int> features = stackalloc int[SegmenterModel.FeatureCount];
        int best = int.MinValue, bestPrefix = 0, bestSuffix = 0;
        foreach ((int prefix, int suffix) in new SegmentCandidates(letters))
        {
            int start = Affixes.Prefixes[prefix].Letters.Length, end = letters.Count - Affixes.Suffixes[suffix].Letters.Length;
            SegmenterModel.FeaturesOf(letters, lexicon, prefix, start, end, suffix, features);
            int score = model.Score(features) + (IsName(letters, lexicon, start, end, suffix) ? NameBonus : 0);
            if (score > best) (best, bestPrefix, bestSuffix) = (score, prefix, suffix);
        }

        return Cut(letters, Affixes.Prefixes[bestPrefix], Affixes.Suffixes[bestSuffix]);
    }

    // A place or nationality that stands there as it is listed, or with an ending of a noun, is not cut: البحرين is no dual, فلسطين no so-to-anything.
    private static bool IsName(in WordLetters letters, WordLexicon lexicon, int start, int end, int suffix)
        => (suffix == 0 || Affixes.Suffixes[suffix].IsNominal) && end > start && lexicon.IsName(letters.Hash(start, end));

    internal static WordSegmentation Cut(in WordLetters letters, Affix prefix, Affix suffix)
    {
        Span<(SegmentKind, int)> segments = stackalloc (SegmentKind, int)[WordSegmentation.Capacity];
        int count = 0, position = 0;
        foreach ((SegmentKind kind, string part) in prefix.Parts) segments[count++] = (kind, letters.StartOf(position += part.Length));
        int stemEnd = letters.Count - suffix.Letters.Length;
        if (stemEnd > position) segments[count++] = (SegmentKind.Stem, letters.StartOf(position = stemEnd));
        foreach ((SegmentKind kind, string part) in suffix.Parts) segments[count++] = (kind, letters.StartOf(position += part.Length));
        return new WordSegmentation(segments[..count]);
    }
}

/// <summary>Walks the pairs of prefix and suffix that a word allows: they fit its letters, cut no ligature, and leave a stem of two letters.</summary>
internal ref struct SegmentCandidates
{
    private readonly WordLetters _letters;
    private int _prefix;
    private int _suffix;

    public SegmentCandidates(in WordLetters letters)
    {
        _letters = letters;
        _suffix = -1;
    }

    public readonly (int Prefix, int Suffix) Current => (_prefix, _suffix);

    public readonly SegmentCandidates GetEnumerator() => this;

    public bool MoveNext()
    {
        for (; _prefix < Affixes.Prefixes.Length; (_prefix, _suffix) = (_prefix + 1, -1))
        {
            Affix prefix = Affixes.Prefixes[_prefix];
            if (!_letters.HasAt(0, prefix.Letters) || !_letters.CanCut(prefix.Letters.Length) || HasMarkedAlef(0, prefix.Letters.Length)) continue;
            while (++_suffix < Affixes.Suffixes.Length)
                if (Fits(prefix, Affixes.Suffixes[_suffix])) return true;
        }

        return false;
    }

    private readonly bool Fits(Affix prefix, Affix suffix)
    {
        int stemEnd = _letters.Count - suffix.Letters.Length, stem = stemEnd - prefix.Letters.Length;
        if (stem < 0 || !_letters.HasAt(stemEnd, suffix.Letters) || !_letters.CanCut(stemEnd) || HasMarkedAlef(stemEnd, suffix.Letters.Length)) return false;

        // The future particle stands before an imperfect verb: one of four letters and, but for a handful of old forms, two radicals.
        if (prefix.Parts.Length > 0 && prefix.Parts[^1].Kind == SegmentKind.Future && (stem < 3 || !IsImperfect(_letters[prefix.Letters.Length]))) return false;
        if (stem >= 2 || (prefix.Parts.Length == 0 && suffix.Parts.Length == 0)) return true;

        // به, ولهم, كي: a preposition that carries a pronoun.
        return stem == 0 && suffix.IsPronoun && prefix.Parts.Length > 0 && prefix.Parts[^1].Kind == SegmentKind.Preposition;
    }

    // The alef of the article and of every ending is written bare: ألمانيا and قرآن have neither.
    private readonly bool HasMarkedAlef(int start, int length)
    {
        for (int i = start; i < start + length; i++)
            if (_letters.IsMarkedAlef(i)) return true;
        return false;
    }

    private static bool IsImperfect(char letter) => letter is ArabicChars.Alef or ArabicChars.Noon or ArabicChars.Yeh or ArabicChars.Teh;
}
