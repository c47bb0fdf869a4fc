namespace ArabicNews;

/// <summary>
/// Remembers how words were cut. News repeats its words: nine in ten are met again soon, and for those a look-up takes the place of some dozen weighed cuts.
/// </summary>
/// <remarks>
/// A table of 2^17 entries of 64 bits (1 MB), each of which is read and written at once: threads need no lock, and a lost write costs one repeated cut. Nothing is ever wrong: a word of up to twelve letters is a number of 61 bits, with 33
/// for base; a bijection shuffles them, its first fourteen bits say in which row of eight the entry stands, so that the entry has to keep only the other 47 to be sure of its word, and the cut has room beside them. A new word
/// comes first in its row and pushes the last one out. Longer words, one in eight thousand, are not kept.
/// </remarks>
internal static class CutCache
{
    private const int MaxLetters = 12;
    private const int KeyBits = 61;
    private const int RowBits = 14;
    private const int RowLength = 8;
    private const int TagBits = KeyBits - RowBits;
    private const int TagShift = WordCut.Bits + 1;
    private const ulong Present = 1UL << WordCut.Bits;
    private const ulong Base = 33;
    private const byte NoLetter = byte.MaxValue;

    private static readonly ulong[] s_entries = new ulong[RowLength << RowBits];

    // A number from 1 to 32 for each letter that the segmenter tells apart, from hamza to yeh.
    private static readonly byte[] s_codes = Codes();

    /// <summary>For a word that is letters and nothing else.</summary>
    public static bool TryGet(ReadOnlySpan<char> word, out WordCut cut)
    {
        cut = default;
        if (word.Length is 0 or > MaxLetters) return false;
        ulong key = 0;
        byte[] codes = s_codes;
        foreach (char c in word)
        {
            int letter = c - ArabicChars.Hamza;
            if ((uint)letter >= (uint)codes.Length || codes[letter] == NoLetter) return false;
            key = (key * Base) + codes[letter];
        }

        return TryGet(Shuffle(key), out cut);
    }

    /// <summary>For a word with marks, or one that has been read; <paramref name="key"/> is 0 where it is too long to be kept, or has a ligature, which cannot be cut everywhere.</summary>
    public static bool TryGet(in WordLetters letters, out ulong key, out WordCut cut)
    {
        (key, cut) = (0, default);
        if (letters.Count > MaxLetters) return false;
        ulong plain = 0;
        for (int i = 0; i < letters.Count; i++)
        {
            byte code = s_codes[letters.Spelled(i) - ArabicChars.Hamza];
            if (code == NoLetter || !letters.CanCut(i)) return false;
            plain = (plain * Base) + code;
        }

        return TryGet(key = Shuffle(plain), out cut);
    }

    public static void Set(ulong key, WordCut cut)
    {
        if (key == 0) return;
        Span<ulong> row = Row(key);
        for (int i = RowLength - 1; i > 0; i--) Volatile.Write(ref row[i], Volatile.Read(ref row[i - 1]));
        Volatile.Write(ref row[0], (key << TagShift) | Present | cut.Pack());
    }

    private static bool TryGet(ulong key, out WordCut cut)
    {
        foreach (ref ulong place in Row(key))
        {
            ulong entry = Volatile.Read(ref place);
            if ((entry ^ (key << TagShift)) >> TagShift != 0 || (entry & Present) == 0) continue;
            cut = WordCut.Unpack(entry);
            return true;
        }

        cut = default;
        return false;
    }

    private static Span<ulong> Row(ulong key) => s_entries.AsSpan((int)(key >> TagBits) * RowLength, RowLength);

    // Products with odd numbers, and a shift folded in, can be undone: different words stay different. 0 stays for no word.
    private static ulong Shuffle(ulong key)
    {
        const ulong mask = (1UL << KeyBits) - 1;
        key = (key * 0x9E37_79B9_7F4A_7C15) & mask;
        key ^= key >> 31;
        return (key * 0xD6E8_FEB8_6659_FD93) & mask;
    }

    private static byte[] Codes()
    {
        byte[] codes = new byte[ArabicChars.Yeh - ArabicChars.Hamza + 1];
        byte next = 1;
        for (int i = 0; i < codes.Length; i++)
        {
            char letter = (char)(ArabicChars.Hamza + i);
            codes[i] = letter switch
            {
                ArabicChars.WawHamza or ArabicChars.YehHamza => codes[0],
                ArabicChars.AlefHamzaAbove or ArabicChars.AlefHamzaBelow => codes[ArabicChars.AlefMadda - ArabicChars.Hamza],
                > ArabicChars.Ghain and <= ArabicChars.Tatweel => NoLetter,
                _ => next++,
            };
        }

        return codes;
    }
}
