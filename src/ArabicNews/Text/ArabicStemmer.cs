namespace ArabicNews;

/// <summary>
/// Finds the stem of a word as a span of it: particles, article, pronouns and endings are off, so that <c>الوزير</c> and <c>وزير</c>,
/// <c>وبالمدرسة</c> and <c>مدرستهم</c> meet once normalized, while <c>لبنان</c> stays apart from <c>لبن</c>.
/// </summary>
public static class ArabicStemmer
{
    /// <summary>
    /// The stem of <paramref name="word"/>, one token of any spelling: the <see cref="SegmentKind.Stem"/> of <see cref="ArabicSegmenter"/>. Never shorter than two letters unless the word
    /// is; a word without Arabic letters is its own stem. Allocates nothing.
    /// </summary>
    public static TextSpan Stem(ReadOnlySpan<char> word) => ArabicSegmenter.Segment(word).Stem;
}
