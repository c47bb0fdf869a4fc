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
        if (!WordLetters.TryRead(word, out WordLetters letters)) return SegmentBeforeOther(word);
        (int prefix, int suffix) = Best(letters, lexicon, model);
        return Cut(letters, Affixes.Prefixes[prefix], Affixes.Suffixes[suffix]);
    }

    // Particles that stand before a number or a foreign word: و+2006, ال+96, ب+BBC. Everything else that is no Arabic word is one stem.
    private static WordSegmentation SegmentBeforeOther(ReadOnlySpan<char> word)
    {
        int start = 0;
        while (start < word.Length && !IsOther(word[start])) start++;
        if (start is > 0 and <= MaxParticles && start < word.Length && WordLetters.TryRead(word[..start], out WordLetters letters))
        {
            foreach (Affix prefix in Affixes.Prefixes.AsSpan(1, Affixes.CandidatePrefixCount - 1))
            {
                if (prefix.Letters.Length != letters.Count || !letters.HasAt(0, prefix.Letters) || prefix.Parts[^1].Kind == SegmentKind.Future || HasMarkedAlef(letters, 0, letters.Count)) continue;
                Span<(SegmentKind, int)> segments = stackalloc (SegmentKind, int)[WordSegmentation.Capacity];
                int count = AddParts(segments, 0, letters, prefix, 0);
                segments[count++] = (SegmentKind.Stem, word.Length);
                return new WordSegmentation(segments[..count]);
            }
        }

        return new WordSegmentation([(SegmentKind.Stem, word.Length)]);
    }

    // وبال and a mark or tatweel behind each letter.
    private const int MaxParticles = 8;

    private static bool IsOther(char c) => char.IsAsciiLetterOrDigit(c) || (char.IsLetterOrDigit(c) && ArabicChars.ClassOf(c) != CharClass.ArabicLetter);

    private static (int Prefix, int Suffix) Best(in WordLetters letters, WordLexicon lexicon, SegmenterModel model)
    {
        if (lexicon.TryGetGrammar(letters.Hash(0, letters.Count), out (byte Prefix, byte Suffix) grammar) && IsSpelled(letters, Affixes.Prefixes[grammar.Prefix], Affixes.Suffixes[grammar.Suffix])) return grammar;
        Span<int> indexes = stackalloc int[SegmentFeatures.Count];
        var features = new SegmentFeatures(letters, lexicon, model.NameLetters);
        int best = int.MinValue, bestPrefix = 0, bestSuffix = 0, lastPrefix = -1, prefixScore = 0, restLevel = 0;
        foreach ((int prefix, int suffix) in new SegmentCandidates(letters, lexicon))
        {
            if (prefix != lastPrefix)
            {
                restLevel = features.OfPrefix(lastPrefix = prefix, indexes);
                prefixScore = model.Score(indexes[..SegmentFeatures.PrefixCount]);
            }

            features.OfSuffix(prefix, restLevel, suffix, indexes);
            int start = Affixes.Prefixes[prefix].Letters.Length, end = letters.Count - Affixes.Suffixes[suffix].Letters.Length;
            int score = prefixScore + model.Score(indexes[SegmentFeatures.PrefixCount..]) + (IsName(letters, lexicon, start, end, suffix) ? NameBonus : 0);
            if (score > best) (best, bestPrefix, bestSuffix) = (score, prefix, suffix);
        }

        return (bestPrefix, bestSuffix);
    }

    // The particle أ is written with its hamza, and no ligature is cut.
    private static bool IsSpelled(in WordLetters letters, Affix prefix, Affix suffix)
    {
        int stemEnd = letters.Count - suffix.Letters.Length, position = 0;
        if (!letters.HasAt(0, prefix.Letters) || !letters.HasAt(stemEnd, suffix.Letters) || prefix.Letters.Length > stemEnd || !letters.CanCut(stemEnd)) return false;
        foreach ((SegmentKind kind, string part) in prefix.Parts)
        {
            if (kind == SegmentKind.Interrogative && !letters.IsMarkedAlef(position)) return false;
            if (!letters.CanCut(position += part.Length)) return false;
        }

        return true;
    }

    // A place or nationality that stands there as it is listed, or with an ending of a noun, is not cut: البحرين is no dual, فلسطين no so-to-anything.
    private static bool IsName(in WordLetters letters, WordLexicon lexicon, int start, int end, int suffix)
        => (suffix == 0 || Affixes.Suffixes[suffix].IsNominal) && end > start && lexicon.IsName(letters.Hash(start, end));

    internal static WordSegmentation Cut(in WordLetters letters, Affix prefix, Affix suffix)
    {
        Span<(SegmentKind, int)> segments = stackalloc (SegmentKind, int)[WordSegmentation.Capacity];
        int count = AddParts(segments, 0, letters, prefix, 0), stemEnd = letters.Count - suffix.Letters.Length;
        if (stemEnd > prefix.Letters.Length) segments[count++] = (SegmentKind.Stem, letters.StartOf(stemEnd));
        count = AddParts(segments, count, letters, suffix, stemEnd);
        return new WordSegmentation(segments[..count]);
    }

    private static int AddParts(Span<(SegmentKind, int)> segments, int count, in WordLetters letters, Affix affix, int position)
    {
        foreach ((SegmentKind kind, string part) in affix.Parts) segments[count++] = (kind, letters.StartOf(position += part.Length));
        return count;
    }

    // The alef of the article and of every ending is written bare: ألمانيا and قرآن have neither.
    internal static bool HasMarkedAlef(in WordLetters letters, int start, int length)
    {
        for (int i = start; i < start + length; i++)
            if (letters.IsMarkedAlef(i)) return true;
        return false;
    }
}

/// <summary>Walks the pairs of prefix and suffix that a word allows: they fit its letters, cut no ligature, and leave a stem of two letters.</summary>
internal ref struct SegmentCandidates
{
    private readonly ref readonly WordLetters _letters;
    private readonly int _maxPrefix;
    private int _prefix;
    private int _suffix;

    public SegmentCandidates(in WordLetters letters, WordLexicon lexicon)
    {
        _letters = ref letters;
        _suffix = -1;
        _maxPrefix = MaxPrefix(lexicon);
    }

    public readonly (int Prefix, int Suffix) Current => (_prefix, _suffix);

    public readonly SegmentCandidates GetEnumerator() => this;

    public bool MoveNext()
    {
        for (; _prefix < Affixes.CandidatePrefixCount; (_prefix, _suffix) = (_prefix + 1, -1))
        {
            Affix prefix = Affixes.Prefixes[_prefix];
            if (prefix.Letters.Length > _maxPrefix || !_letters.HasAt(0, prefix.Letters) || !_letters.CanCut(prefix.Letters.Length) || ArabicSegmenter.HasMarkedAlef(_letters, 0, prefix.Letters.Length)) continue;
            while (++_suffix < Affixes.Suffixes.Length)
                if (Fits(prefix, Affixes.Suffixes[_suffix])) return true;
        }

        return false;
    }

    // How many letters a beginning may have: no particle is cut from وسائل, one from ووسائل, two from وبالتزام, since the lexicon says that their first letters are their own.
    private readonly int MaxPrefix(WordLexicon lexicon)
    {
        for (int start = 0; start <= Affixes.MaxBeforeWhole && start < _letters.Count; start++)
        {
            if (!Affixes.CanStandBeforeWhole(_letters, start)) continue;
            for (int suffix = 0; suffix < Affixes.Suffixes.Length; suffix++)
            {
                string ending = Affixes.Suffixes[suffix].Letters;
                int end = _letters.Count - ending.Length;
                if (end - start < 2 || ending is [ArabicChars.Noon] || !_letters.HasAt(end, ending)) continue;
                if (lexicon.IsWhole(_letters.Hash(start, end).Append(Affixes.Absolutes[suffix]))) return start;
            }
        }

        return int.MaxValue;
    }

    private readonly bool Fits(Affix prefix, Affix suffix)
    {
        int stemEnd = _letters.Count - suffix.Letters.Length, stem = stemEnd - prefix.Letters.Length;
        if (stem < 0 || !_letters.HasAt(stemEnd, suffix.Letters) || !_letters.CanCut(stemEnd) || ArabicSegmenter.HasMarkedAlef(_letters, stemEnd, suffix.Letters.Length)) return false;

        // The future particle stands before an imperfect verb: one of four letters and, but for a handful of old forms, two radicals.
        if (prefix.Parts.Length > 0 && prefix.Parts[^1].Kind == SegmentKind.Future && (stem < 3 || !IsImperfect(_letters[prefix.Letters.Length]))) return false;
        if (stem >= 2 || (prefix.Parts.Length == 0 && suffix.Parts.Length == 0)) return true;

        // به, ولهم, كي: a preposition that carries a pronoun.
        return stem == 0 && suffix.IsPronoun && prefix.Parts.Length > 0 && prefix.Parts[^1].Kind == SegmentKind.Preposition;
    }

    private static bool IsImperfect(char letter) => letter is ArabicChars.Alef or ArabicChars.Noon or ArabicChars.Yeh or ArabicChars.Teh;
}
