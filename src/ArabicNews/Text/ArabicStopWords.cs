using System.Collections.Immutable;
using System.Runtime.InteropServices;

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

    /// <summary>The list, as <see cref="ArabicNormalizer.Match"/> writes it.</summary>
    internal static string[] Normalized { get; } = DataReader.Open("stopwords.bin", "ANSW", 1).ReadSortedStrings();

    private static readonly WordTable s_words = WordTable.Of(Normalized);

    /// <summary>The list, as <see cref="ArabicNormalization.Match"/> writes it, in ordinal order: for handing it to another engine.</summary>
    public static ImmutableArray<string> Words => ImmutableCollectionsMarshal.AsImmutableArray(Normalized);

    /// <summary>
    /// Whether <paramref name="word"/>, one token in any spelling (<c>إلى</c>, <c>الى</c>, <c>مِن</c>), is a stop word. Allocates nothing.
    /// </summary>
    public static bool Contains(ReadOnlySpan<char> word)
    {
        if (word.Length > MaxSpelledLength) return false;
        Span<char> buffer = stackalloc char[MaxLetters];
        return ArabicNormalizer.Match.TryNormalize(word, buffer, out int length) && ContainsNormalized(buffer[..length]);
    }

    /// <summary>The same for a word that <see cref="ArabicNormalizer.Match"/> wrote.</summary>
    internal static bool ContainsNormalized(ReadOnlySpan<char> word) => word.Length is > 0 and <= MaxLetters && s_words.TryGet(word, out _);
}
