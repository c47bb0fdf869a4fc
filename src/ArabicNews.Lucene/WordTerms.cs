using System.Runtime.InteropServices;
using System.Text;

namespace ArabicNews.Lucene;

/// <summary>What the terms of a normalized word are: its stem as a span of it, without the inflection at the end, and the letters of its skeleton (<see cref="StemLetters.SkeletonOf"/>).</summary>
/// <remarks>
/// The skeleton is kept as bytes, one for each letter, without the high byte that all letters of the Arabic block share; so a stream can write it without a loop. One of more than eight letters, or of others, is not kept
/// (<see cref="SkeletonLength"/> is 0), and found from the stem when it is needed.
/// </remarks>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct WordTerms(ulong Skeleton, byte SkeletonLength, byte StemStart, byte StemLength, WordTraits Traits, NameWord Name)
{
    private const int BlockBits = 8;
    private const int Block = 0x06;

    /// <summary>Reads a normalized word of at most <see cref="ArabicNewsTokenizer.MaxTermLength"/> code units, which may still have its teh marbuta.</summary>
    public static WordTerms Of(ReadOnlySpan<char> word, Gazetteer gazetteer)
    {
        // Numbers and words of Latin letters, one word in sixteen: nothing is known of them.
        if (Ascii.IsValid(word)) return new WordTerms(0, 0, 0, (byte)word.Length, WordTraits.None, default);

        // The teh marbuta tells the segmenter of an ending; after that it is written as in search.
        TextSpan span = ArabicStemmer.Stem(word);
        Span<char> stem = stackalloc char[ArabicNewsTokenizer.MaxTermLength];
        stem = stem[..span.Length];
        span.In(word).Replace(stem, StemLetters.TehMarbuta, StemLetters.Heh);
        stem = stem[..^StemLetters.EndingLength(stem)];
        WordTraits traits = ArabicNewsStopFilter.IsStopWord(word) ? WordTraits.StopWord : WordTraits.None;
        traits |= NameReader.TraitsOf(word, gazetteer);
        Span<char> skeleton = stackalloc char[ArabicNewsTokenizer.MaxTermLength];
        skeleton = skeleton[..StemLetters.WriteKept(stem, StemLetters.SkeletonOf(stem), skeleton)];
        return TryPack(skeleton, out ulong packed)
            ? new WordTerms(packed, (byte)skeleton.Length, (byte)span.Start, (byte)stem.Length, traits, gazetteer.GetNameWord(word))
            : new WordTerms(0, 0, (byte)span.Start, (byte)stem.Length, traits, gazetteer.GetNameWord(word));
    }

    private static bool TryPack(ReadOnlySpan<char> letters, out ulong packed)
    {
        packed = 0;
        if (letters.Length > sizeof(ulong)) return false;
        for (int i = 0; i < letters.Length; i++)
        {
            if (letters[i] >> BlockBits != Block) return false;
            packed |= (ulong)(byte)letters[i] << (BlockBits * i);
        }

        return true;
    }
}

/// <summary>What a stream asks of a word.</summary>
[Flags]
internal enum WordTraits : byte
{
    None = 0,
    /// <summary>It is left out unless all words are wanted.</summary>
    StopWord = 1,
    /// <summary>A name may begin with it.</summary>
    BeginsName = 2,
    /// <summary>It is the name of a place, or one may begin with it.</summary>
    BeginsPlace = 4,
    /// <summary>The name of a place of several words may begin with it.</summary>
    LeadsToPlace = 8,
    /// <summary>The above holds for the word as it is printed.</summary>
    BeginsAsPrinted = 16,
    /// <summary>The above holds for the word behind its particles.</summary>
    BeginsBehindParticles = 32,
}
