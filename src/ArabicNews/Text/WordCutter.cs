namespace ArabicNews;

/// <summary>Decides how a word is cut: words of grammar by their list, all others by the model.</summary>
internal static class WordCutter
{
    // More than all features of a cut together.
    private const int NameBonus = 1 << 24;

    public static WordCut Cut(in WordLetters letters, WordLexicon lexicon, SegmenterModel model)
    {
        if (lexicon.TryGetGrammar(letters.Hash(0, letters.Count), out (byte Prefix, byte Suffix) grammar) && IsSpelled(letters, Affixes.Prefixes[grammar.Prefix], Affixes.Suffixes[grammar.Suffix]))
            return new WordCut(grammar.Prefix, grammar.Suffix, IsNationality: false);
        (int prefix, int suffix) = Best(letters, lexicon, model);
        return new WordCut((byte)prefix, (byte)suffix, EndsLikeNationality(letters, lexicon, Affixes.PrefixLengths[prefix], letters.Count - Affixes.SuffixLengths[suffix]));
    }

    private static (int Prefix, int Suffix) Best(in WordLetters letters, WordLexicon lexicon, SegmenterModel model)
    {
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
            int score = prefixScore + model.Score(indexes[SegmentFeatures.PrefixCount..])
                + (IsName(letters, lexicon, Affixes.PrefixLengths[prefix], letters.Count - Affixes.SuffixLengths[suffix], suffix) ? NameBonus : 0);
            if (score > best) (best, bestPrefix, bestSuffix) = (score, prefix, suffix);
        }

        return (bestPrefix, bestSuffix);
    }

    // The particle أ is written with its hamza, and no ligature is cut.
    private static bool IsSpelled(in WordLetters letters, Affix prefix, Affix suffix)
    {
        int stemEnd = letters.Count - suffix.Letters.Length, position = 0;
        if (prefix.Letters.Length > stemEnd || !letters.HasAt(0, prefix.Letters) || !letters.HasAt(stemEnd, suffix.Letters) || !letters.CanCut(stemEnd)) return false;
        foreach ((SegmentKind kind, string part) in prefix.Parts)
        {
            if (kind == SegmentKind.Interrogative && !letters.IsMarkedAlef(position)) return false;
            if (!letters.CanCut(position += part.Length)) return false;
        }

        return true;
    }

    // A place or nationality that stands there as it is listed, or with an ending of a noun, is not cut: البحرين is no dual, فلسطين no so-to-anything. Of ي that cannot be known: it also makes قانوني of قانون.
    private static bool IsName(in WordLetters letters, WordLexicon lexicon, int start, int end, int suffix)
        => (suffix == 0 || (Affixes.Suffixes[suffix].IsNominal && Affixes.Suffixes[suffix].Letters is not [ArabicChars.Yeh])) && end > start && lexicon.IsName(letters.Hash(start, end));

    // The nisba: لبنان + ي, and سوريا, whose ا falls; with فرنسا and فرنسي each loses its last letter.
    private static bool EndsLikeNationality(in WordLetters letters, WordLexicon lexicon, int start, int end)
    {
        if (end - start < 4 || letters[end - 1] is not (ArabicChars.Yeh or ArabicChars.Alef) || !letters.CanCut(end - 1) || !lexicon.IsName(letters.Hash(start, end))) return false;
        WordHash rest = letters.Hash(start, end - 1);
        char other = letters[end - 1] == ArabicChars.Yeh ? ArabicChars.Alef : ArabicChars.Yeh;
        return lexicon.IsName(rest) || lexicon.IsName(rest.Append(other));
    }
}
