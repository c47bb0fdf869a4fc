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
    /// than two letters unless the word is; a word without Arabic letters is its own stem. Allocates nothing.
    /// </summary>
    public static TextSpan Stem(ReadOnlySpan<char> word)
    {
        TextSpan stem = ArabicSegmenter.Segment(word).Stem;
        return WordLetters.TryRead(stem.In(word), out WordLetters letters) && EndsLikeNationality(letters, WordLexicon.Default)
            ? new TextSpan(stem.Start, letters.StartOf(letters.Count - 1))
            : stem;
    }

    // The nisba: لبنان + ي, and سوريا, whose ا falls; with فرنسا and فرنسي each loses its last letter.
    private static bool EndsLikeNationality(in WordLetters stem, WordLexicon lexicon)
    {
        if (stem.Count < 4 || stem[stem.Count - 1] is not (ArabicChars.Yeh or ArabicChars.Alef) || !stem.CanCut(stem.Count - 1)) return false;
        if (!lexicon.IsName(stem.Hash(0, stem.Count))) return false;
        WordHash rest = stem.Hash(0, stem.Count - 1);
        char other = stem[stem.Count - 1] == ArabicChars.Yeh ? ArabicChars.Alef : ArabicChars.Yeh;
        return lexicon.IsName(rest) || lexicon.IsName(rest.Append(other));
    }
}
