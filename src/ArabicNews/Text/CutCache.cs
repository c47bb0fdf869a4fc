namespace ArabicNews;

/// <summary>
/// Remembers how words were cut. News repeats its words: nine in ten are met again soon, and for those a look-up takes the place of some dozen weighed cuts.
/// </summary>
/// <remarks>
/// A table of 2^15 entries of 64 bits (256 KB), each of which is read and written at once: threads need no lock, and a lost write costs one repeated cut. Nothing is ever wrong: a word of up to twelve letters is 64 bits, five for each
/// letter and its length; these are shuffled by a bijection, whose first fifteen bits say where the entry stands, so that the entry has to keep only the other 49 to be sure of its word, and the cut has room beside them. A newer word
/// takes the place of an older. Longer words, one in two hundred, are not kept.
/// </remarks>
internal static class CutCache
{
    private const int MaxLetters = 12;
    private const int LetterBits = 5;
    private const int IndexBits = 15;
    private const int TagBits = 64 - IndexBits;
    private const ulong Present = 1UL << WordCut.Bits;
    private const byte NoLetter = byte.MaxValue;

    private static readonly ulong[] s_entries = new ulong[1 << IndexBits];

    // A number below 32 for each letter that the segmenter tells apart, from hamza to yeh.
    private static readonly byte[] s_codes = Codes();

    /// <summary>For a word that is letters and nothing else.</summary>
    public static bool TryGet(ReadOnlySpan<char> word, out WordCut cut)
    {
        cut = default;
        if (word.Length is 0 or > MaxLetters) return false;
        ulong key = (ulong)word.Length;
        byte[] codes = s_codes;
        foreach (char c in word)
        {
            int letter = c - ArabicChars.Hamza;
            if ((uint)letter >= (uint)codes.Length || codes[letter] == NoLetter) return false;
            key = (key << LetterBits) | codes[letter];
        }

        return TryGet(Shuffle(key), out cut);
    }

    /// <summary>For a word with marks, or one that has been read; <paramref name="key"/> is 0 where it is too long to be kept, or has a ligature, which cannot be cut everywhere.</summary>
    public static bool TryGet(in WordLetters letters, out ulong key, out WordCut cut)
    {
        (key, cut) = (0, default);
        if (letters.Count > MaxLetters) return false;
        ulong plain = (ulong)letters.Count;
        for (int i = 0; i < letters.Count; i++)
        {
            byte code = s_codes[letters.Spelled(i) - ArabicChars.Hamza];
            if (code == NoLetter || !letters.CanCut(i)) return false;
            plain = (plain << LetterBits) | code;
        }

        return TryGet(key = Shuffle(plain), out cut);
    }

    public static void Set(ulong key, WordCut cut)
    {
        if (key != 0) Volatile.Write(ref s_entries[key >> TagBits], (key << IndexBits) | Present | cut.Pack());
    }

    private static bool TryGet(ulong key, out WordCut cut)
    {
        ulong entry = Volatile.Read(ref s_entries[key >> TagBits]);
        cut = WordCut.Unpack(entry);
        return (entry & Present) != 0 && (entry ^ (key << IndexBits)) >> IndexBits == 0;
    }

    // A product with an odd number, and a shift folded in, can both be undone: different words stay different. 0 stays for no word.
    private static ulong Shuffle(ulong key)
    {
        key *= 0x9E37_79B9_7F4A_7C15;
        key ^= key >> 32;
        return key * 0xD6E8_FEB8_6659_FD93;
    }

    private static byte[] Codes()
    {
        byte[] codes = new byte[ArabicChars.Yeh - ArabicChars.Hamza + 1];
        byte next = 0;
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
