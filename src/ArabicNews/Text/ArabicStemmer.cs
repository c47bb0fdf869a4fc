namespace ArabicNews;

/// <summary>
/// Finds the stem of a word as a span of it: particles, article, pronouns and endings are off, so that <c>الوزير</c> and <c>وزير</c>,
/// <c>وبالمدرسة</c> and <c>مدرستهم</c> meet once normalized, while <c>لبنان</c> stays apart from <c>لبن</c>. A country and its people meet: <c>فلسطين</c>,
/// <c>الفلسطينية</c>.
/// </summary>
public static class ArabicStemmer
{
    /// <summary>
    /// The stem of <paramref name="word"/>, one token of any spelling: the <see cref="SegmentKind.Stem"/> of <see cref="ArabicSegmenter"/>, without the ending that tells a nationality from its country. Never shorter
    /// than two letters unless the word is; a word without Arabic letters is its own stem. Linear in the length of the word, allocates nothing. Thread-safe.
    /// </summary>
    public static TextSpan Stem(ReadOnlySpan<char> word)
    {
        if (CutCache.TryGet(word, out WordCut cut)) return StemOf(cut, WordCut.PlainStarts[..(word.Length + 1)]);
        return WordLetters.TryRead(word, out WordLetters letters) ? StemOf(ArabicSegmenter.CutOf(letters), letters.LetterStarts) : ArabicSegmenter.Segment(word).Stem;
    }

    private static TextSpan StemOf(WordCut cut, ReadOnlySpan<int> starts)
    {
        int start = cut.PrefixLength, end = starts.Length - 1 - cut.SuffixLength - (cut.IsNationality ? 1 : 0);

        // به: a particle that carries a pronoun is its own stem.
        return end > start ? TextSpan.FromBounds(starts[start], starts[end]) : TextSpan.FromBounds(0, starts[^1]);
    }
}
