namespace ArabicNews.Tests.Support;

/// <summary>
/// Texts that no one would write, the same in every run: Arabic letters with marks, digits, signs, presentation forms, joiners, lone surrogates, NUL, emoji, and whatever else UTF-16 can hold.
/// </summary>
internal static class RandomTexts
{
    private static readonly string[] s_pieces =
    [
        "ا", "ل", "و", "ب", "لل", "ال", "ة", "ات", "ون", "أ", "إ", "آ", "ؤ", "ى", "ي", "ه", "هم", "\u064E", "\u0651", "\u064B", "\u0640", "\u0653", "\u0654", "\u0655", "\u0670",
        "\u0671", "\u06CC", "\u06A9", "\u06C0", "\u200C", "\u200D", "\u200F", "\u061C", "\uFEFF", "\uFEFB", "\uFDFA", "\uFDFD", "\uFDFC", "\uFC5E", "\uFE70", "\u0675", "٣", "۷", "5", "٫", "٬", "٪",
        " ", "\n", "\r", "\u00A0", "\u2028", ".", "..", "،", "؟", "!", "«", "»", "\"", "(", ")", "#", "@", "_", "-", "/", ":", "http://", "www.", "a", "B", "\u0130", "é", "x@y.com", "د.",
        "\uD83D", "\uDE00", "\U0001F600", "\U0001F468\u200D\U0001F469", "\U0001F1E6\U0001F1EA", "\uD83C", "\0", "\uFFFF", "\uFDD0", "\uFDD1", "\uFDD2", "\u0301", "\u1EE1",
    ];

    /// <summary><paramref name="count"/> texts of up to <paramref name="maxPieces"/> pieces, each a letter or a few; of <paramref name="pieces"/> where they are given.</summary>
    public static IEnumerable<string> Create(int count, int maxPieces = 30, string[]? pieces = null)
    {
        string[] choice = pieces ?? s_pieces;
        uint state = 20261125;
        for (int i = 0; i < count; i++)
        {
            int length = (int)(Next(ref state) % (uint)(maxPieces + 1));
            yield return string.Concat(Enumerable.Range(0, length).Select(_ => Next(ref state) % 8 == 0 ? ((char)Next(ref state)).ToString() : choice[Next(ref state) % choice.Length]));
        }
    }

    // xorshift; not Random, whose sequence may change with .NET.
    private static uint Next(ref uint state)
    {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        return state;
    }
}
