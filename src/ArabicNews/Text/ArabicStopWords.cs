using System.Collections.Frozen;

namespace ArabicNews;

/// <summary>
/// The words that carry grammar rather than news: particles, pronouns, question words, with what may be attached to them (<c>وفي</c>, <c>ومن</c>, <c>بأن</c>).
/// The list is <c>seeds/lexicon/stopwords.tsv</c>.
/// </summary>
public static class ArabicStopWords
{
    // No stop word has more letters than this; the longest spelled with all its marks and some tatweel has fewer code units than the second.
    private const int MaxLetters = 16;
    private const int MaxSpelledLength = 128;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_words = Load().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>
    /// Whether <paramref name="word"/>, one token in any spelling (<c>إلى</c>, <c>الى</c>, <c>مِن</c>), is a stop word. Allocates nothing.
    /// </summary>
    public static bool Contains(ReadOnlySpan<char> word)
    {
        if (word.Length > MaxSpelledLength) return false;
        Span<char> buffer = stackalloc char[MaxLetters];
        return ArabicNormalizer.Match.TryNormalize(word, buffer, out int length) && s_words.Contains(buffer[..length]);
    }

    /// <summary>The same for a word that <see cref="ArabicNormalizer.Match"/> wrote.</summary>
    internal static bool ContainsNormalized(ReadOnlySpan<char> word) => word.Length <= MaxLetters && s_words.Contains(word);

    private static FrozenSet<string> Load()
    {
        DataReader reader = DataReader.Open("stopwords.bin", "ANSW", 1);
        return reader.ReadSortedStrings().ToFrozenSet(StringComparer.Ordinal);
    }
}
