using System.Runtime.CompilerServices;

namespace ArabicNews;

/// <summary>Walks the pairs of prefix and suffix that a word allows: they fit its letters, cut no ligature, and leave a stem of two letters.</summary>
internal ref struct SegmentCandidates
{
    private readonly ref readonly WordLetters _letters;
    private readonly int _maxPrefix;
    private readonly SuffixList _suffixes;
    private readonly int _suffixCount;
    private int _prefix;
    private int _next;

    public SegmentCandidates(in WordLetters letters, WordLexicon lexicon)
    {
        _letters = ref letters;
        for (int suffix = 0; suffix < Affixes.Suffixes.Length; suffix++)
        {
            string ending = Affixes.Suffixes[suffix].Letters;
            int end = letters.Count - ending.Length;
            if (letters.HasAt(end, ending) && letters.CanCut(end) && !letters.HasMarkedAlef(end, ending.Length)) _suffixes[_suffixCount++] = (byte)suffix;
        }

        _maxPrefix = MaxPrefix(lexicon);
    }

    public readonly (int Prefix, int Suffix) Current => (_prefix, _suffixes[_next - 1]);

    public readonly SegmentCandidates GetEnumerator() => this;

    public bool MoveNext()
    {
        for (; _prefix < Affixes.CandidatePrefixCount; (_prefix, _next) = (_prefix + 1, 0))
        {
            Affix prefix = Affixes.Prefixes[_prefix];
            if (prefix.Letters.Length > _maxPrefix || !_letters.HasAt(0, prefix.Letters) || !_letters.CanCut(prefix.Letters.Length) || _letters.HasMarkedAlef(0, prefix.Letters.Length)) continue;
            while (_next < _suffixCount)
                if (Fits(prefix, Affixes.Suffixes[_suffixes[_next++]])) return true;
        }

        return false;
    }

    // How many letters a beginning may have: no particle is cut from وسائل, one from ووسائل, two from وبالتزام, since the lexicon says or proves that their first letters are their own.
    private readonly int MaxPrefix(WordLexicon lexicon)
    {
        for (int start = 0; start <= Affixes.MaxBeforeWhole && start < _letters.Count; start++)
        {
            if (!Affixes.CanStandBeforeWhole(_letters, start)) continue;
            foreach (int suffix in ((ReadOnlySpan<byte>)_suffixes)[.._suffixCount])
            {
                string ending = Affixes.Suffixes[suffix].Letters;
                int end = _letters.Count - ending.Length;
                if (end - start < 2 || ending is [ArabicChars.Noon]) continue;
                WordHash absolute = Affixes.Absolutes[suffix], whole = _letters.Hash(start, end).Append(absolute);
                if (lexicon.IsWhole(whole) || (Affixes.CanStandBeforeWhole(_letters[start]) && IsProvenNoun(lexicon, whole, _letters.Hash(start + 1, end).Append(absolute)))) return start;
            }
        }

        return int.MaxValue;
    }

    // No conjunction or preposition stands behind the article: a word that ten texts give an article, and that is more common than what is left of it, keeps its first letter.
    private static bool IsProvenNoun(WordLexicon lexicon, WordHash whole, WordHash rest)
    {
        WordHash definite = WordHash.Of([ArabicChars.Alef, ArabicChars.Lam]);
        return lexicon.Level(definite.Append(whole)) > 2 && lexicon.Level(whole) > Math.Max(lexicon.Level(rest), lexicon.Level(definite.Append(rest)));
    }

    private readonly bool Fits(Affix prefix, Affix suffix)
    {
        int stemEnd = _letters.Count - suffix.Letters.Length, stem = stemEnd - prefix.Letters.Length;
        if (stem < 0) return false;

        // The future particle stands before an imperfect verb: one of four letters and, but for a handful of old forms, two radicals.
        if (prefix.Parts.Length > 0 && prefix.Parts[^1].Kind == SegmentKind.Future && (stem < 3 || !IsImperfect(_letters[prefix.Letters.Length]))) return false;
        if (stem >= 2 || (prefix.Parts.Length == 0 && suffix.Parts.Length == 0)) return true;

        // به, ولهم, كي: a preposition that carries a pronoun.
        return stem == 0 && suffix.IsPronoun && prefix.Parts.Length > 0 && prefix.Parts[^1].Kind == SegmentKind.Preposition;
    }

    private static bool IsImperfect(char letter) => letter is ArabicChars.Alef or ArabicChars.Noon or ArabicChars.Yeh or ArabicChars.Teh;

    // Numbers of the endings with which the word ends, whatever stands before them.
    [InlineArray(byte.MaxValue)]
    private struct SuffixList
    {
        private byte _first;
    }
}
