using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ArabicNews.Lucene;

/// <summary>
/// The <see cref="WordTerms"/> of words that a thread has met before. News repeats its words, and looking one up here costs a tenth of asking for its stem, its endings and whether it is a stop word. Each thread has its own
/// (1 MB), so that nobody waits; all streams of a thread share it, since what is kept of a word does not depend on settings. Only a stream with a gazetteer of its own has one to itself.
/// </summary>
/// <remarks>
/// A word of up to sixteen letters of the Arabic block is its length and 128 bits when each letter loses its high byte, so an entry can hold its word and is never another word's. Four entries share a place; a word comes first
/// when it is met, and a new one pushes the last one out. Other words (longer, Latin, numbers) are not kept.
/// </remarks>
internal sealed class WordTermsCache(Gazetteer gazetteer)
{
    /// <summary>The longest word that is kept, in code units.</summary>
    public const int MaxLength = 16;

    private const int PlaceBits = 13;
    private const int EntriesInPlace = 4;
    private const ushort Block = 0x0600;

    [ThreadStatic]
    private static WordTermsCache? t_own;

    private readonly Entry[] _entries = new Entry[EntriesInPlace << PlaceBits];

    /// <summary>That of this thread.</summary>
    public static WordTermsCache Own => t_own ??= new WordTermsCache(Gazetteer.Default);

    /// <summary>
    /// The terms of <paramref name="word"/>, with whose letters <paramref name="units"/> begins (what is behind them does not matter); false for a word that cannot be kept.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryGet(Vector256<ushort> units, ReadOnlySpan<char> word, out WordTerms terms)
    {
        int length = word.Length;
        Vector256<ushort> inBlock = (units - Vector256.Create(Block)) & Vector256.LessThan(Vector256<ushort>.Indices, Vector256.Create((ushort)length));
        if (length > MaxLength || (inBlock & Vector256.Create((ushort)0xFF00)) != Vector256<ushort>.Zero)
        {
            terms = default;
            return false;
        }

        Vector128<byte> letters = Vector128.Narrow(inBlock.GetLower(), inBlock.GetUpper());
        ulong low = letters.AsUInt64()[0], high = letters.AsUInt64()[1];
        ulong hash = ((low * 0x9E37_79B9_7F4A_7C15) ^ ((high + (ulong)length) * 0xC2B2_AE3D_27D4_EB4F)) * 0x9E37_79B9_7F4A_7C15;
        Span<Entry> place = _entries.AsSpan(EntriesInPlace * (int)(hash >> (64 - PlaceBits)), EntriesInPlace);
        terms = place[0].IsOf(low, high, length) ? place[0].Terms : GetBehind(place, low, high, word);
        return true;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private WordTerms GetBehind(Span<Entry> place, ulong low, ulong high, ReadOnlySpan<char> word)
    {
        for (int i = 1; i < place.Length; i++)
        {
            if (!place[i].IsOf(low, high, word.Length)) continue;
            (place[0], place[i]) = (place[i], place[0]);
            return place[0].Terms;
        }

        var terms = WordTerms.Of(word, gazetteer);
        place[..^1].CopyTo(place[1..]);
        place[0] = new Entry(low, high, word.Length, terms);
        return terms;
    }

    // Thirty-two bytes, so that two of a place lie in one cache line.
    private readonly struct Entry(ulong low, ulong high, int length, WordTerms terms)
    {
        private const int HalfByte = 4;

        private readonly ulong _low = low;
        private readonly ulong _high = high;
        private readonly ulong _skeleton = terms.Skeleton;

        // 0 where no word has come yet.
        private readonly byte _length = (byte)length;

        // A stem begins before the sixteenth letter, a skeleton has at most eight.
        private readonly byte _startAndSkeletonLength = (byte)((terms.StemStart << HalfByte) | terms.SkeletonLength);
        private readonly byte _stemLength = terms.StemLength;
        private readonly WordTraits _traits = terms.Traits;
        private readonly NameWord _name = terms.Name;

        public WordTerms Terms => new(_skeleton, (byte)(_startAndSkeletonLength & 0xF), (byte)(_startAndSkeletonLength >> HalfByte), _stemLength, _traits, _name);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool IsOf(ulong low, ulong high, int length) => _low == low && _high == high && _length == length;
    }
}
