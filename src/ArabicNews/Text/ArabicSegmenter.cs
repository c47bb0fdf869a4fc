using System.Collections.Immutable;

namespace ArabicNews;

/// <summary>
/// Cuts a word into its particles, article, stem, endings and pronoun. It decides by evidence: a particle is cut where what remains is a word that news
/// texts use, so <c>وزير</c> keeps its و while <c>ووزير</c> loses one.
/// </summary>
/// <remarks>
/// The evidence is a list of forms with their counts (<c>seeds/lexicon/words.tsv</c>), weighed by a small linear model that was trained on annotated news. What a word was cut to is kept for the words that come again, in a
/// table of fixed size. Thread-safe. The first call reads the embedded data (some milliseconds).
/// </remarks>
public static class ArabicSegmenter
{
    // وبال and a mark or tatweel behind each letter.
    private const int MaxParticles = 8;

    /// <summary>
    /// The parts of <paramref name="word"/>, one token of any spelling, in order and covering it. A word with other letters than Arabic's is one stem, but for particles before a number or a foreign word (<c>و+2006</c>); so is a word
    /// of more than 24 letters. A particle that carries a pronoun (<c>ب+ه</c>) has no stem. Total over all UTF-16, linear in the length of the word, allocates nothing.
    /// </summary>
    public static WordSegmentation Segment(ReadOnlySpan<char> word)
    {
        if (CutCache.TryGet(word, out WordCut cut)) return cut.Segments(WordCut.PlainStarts[..(word.Length + 1)]);
        if (word.IsEmpty) return default;
        return WordLetters.TryRead(word, out WordLetters letters) ? CutOf(letters).Segments(letters.LetterStarts) : SegmentBeforeOther(word);
    }

    /// <summary>
    /// The words that the segmenter knows from news texts, as <see cref="ArabicNormalization.Search"/> writes them but with their teh marbuta, in ordinal order: what a table of stems for another engine can be made of. Some forty thousand; read
    /// anew with each call, in some milliseconds.
    /// </summary>
    public static ImmutableArray<string> GetKnownWords() => WordLexicon.ReadForms();

    /// <summary>With other data than the embedded, and without the table.</summary>
    internal static WordSegmentation Segment(ReadOnlySpan<char> word, WordLexicon lexicon, SegmenterModel model)
    {
        if (word.IsEmpty) return default;
        return WordLetters.TryRead(word, out WordLetters letters) ? WordCutter.Cut(letters, lexicon, model).Segments(letters.LetterStarts) : SegmentBeforeOther(word);
    }

    /// <summary>How the letters are cut, from the table where the word was met before.</summary>
    internal static WordCut CutOf(in WordLetters letters)
    {
        if (CutCache.TryGet(letters, out ulong key, out WordCut cut)) return cut;
        cut = WordCutter.Cut(letters, WordLexicon.Default, SegmenterModel.Default);
        CutCache.Set(key, cut);
        return cut;
    }

    // Particles that stand before a number or a foreign word: و+2006, ال+96, ب+BBC. Everything else that is no Arabic word is one stem.
    private static WordSegmentation SegmentBeforeOther(ReadOnlySpan<char> word)
    {
        int start = 0;
        while (start < word.Length && !IsOther(word[start])) start++;
        if (start is > 0 and <= MaxParticles && start < word.Length && WordLetters.TryRead(word[..start], out WordLetters letters) && !letters.HasMarkedAlef(0, letters.Count))
        {
            foreach (Affix prefix in Affixes.Prefixes.AsSpan(1, Affixes.CandidatePrefixCount - 1))
            {
                if (prefix.Letters.Length != letters.Count || !letters.HasAt(0, prefix.Letters) || prefix.Parts[^1].Kind == SegmentKind.Future) continue;
                Span<(SegmentKind, int)> segments = stackalloc (SegmentKind, int)[WordSegmentation.Capacity];
                int count = 0, position = 0;
                foreach ((SegmentKind kind, string part) in prefix.Parts) segments[count++] = (kind, letters.StartOf(position += part.Length));
                segments[count++] = (SegmentKind.Stem, word.Length);
                return new WordSegmentation(segments[..count]);
            }
        }

        return new WordSegmentation([(SegmentKind.Stem, word.Length)]);
    }

    private static bool IsOther(char c) => char.IsAsciiLetterOrDigit(c) || (char.IsLetterOrDigit(c) && ArabicChars.ClassOf(c) != CharClass.ArabicLetter);
}
