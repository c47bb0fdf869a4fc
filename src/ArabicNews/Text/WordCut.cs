namespace ArabicNews;

/// <summary>How a word is cut: numbers of <see cref="Affixes"/>, and whether its stem ends like a nationality, which the stemmer takes back to its place.</summary>
internal readonly record struct WordCut(byte Prefix, byte Suffix, bool IsNationality)
{
    /// <summary>Bits of <see cref="Pack"/>.</summary>
    public const int Bits = 14;

    private const int SuffixBits = 7;

    public ulong Pack() => ((ulong)Prefix << (SuffixBits + 1)) | ((ulong)Suffix << 1) | (IsNationality ? 1UL : 0);

    public static WordCut Unpack(ulong packed) => new((byte)((packed >> (SuffixBits + 1)) & 0x3F), (byte)((packed >> 1) & 0x7F), (packed & 1) != 0);

    /// <summary>Letters before the stem.</summary>
    public int PrefixLength => Affixes.PrefixLengths[Prefix];

    /// <summary>Letters behind the stem, as the segmenter sees it.</summary>
    public int SuffixLength => Affixes.SuffixLengths[Suffix];

    /// <summary>Where the letters of a word that is nothing but letters begin, for <see cref="WordLetters.MaxLetters"/>.</summary>
    public static ReadOnlySpan<int> PlainStarts => [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, WordLetters.MaxLetters];

    /// <summary>The parts of a word; <paramref name="starts"/> says where each of its letters begins, and last where the word ends.</summary>
    public WordSegmentation Segments(ReadOnlySpan<int> starts)
    {
        Span<(SegmentKind, int)> segments = stackalloc (SegmentKind, int)[WordSegmentation.Capacity];
        int written = 0, position = 0, stemEnd = starts.Length - 1 - SuffixLength;
        foreach ((SegmentKind kind, string part) in Affixes.Prefixes[Prefix].Parts) segments[written++] = (kind, starts[position += part.Length]);
        if (stemEnd > position) segments[written++] = (SegmentKind.Stem, starts[position = stemEnd]);
        foreach ((SegmentKind kind, string part) in Affixes.Suffixes[Suffix].Parts) segments[written++] = (kind, starts[position += part.Length]);
        return new WordSegmentation(segments[..written]);
    }
}
