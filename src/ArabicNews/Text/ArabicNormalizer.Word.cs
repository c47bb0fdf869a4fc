using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ArabicNews;

// A word at a time, as a tokenizer's users ask. A word is shorter than a vector of bytes and stays within one block of 128 code units, so nothing need be packed, nothing looped over and nothing
// asked but once: 32 code units, a look-up of 16 bits, and out with what is stripped, whether there is any or not, since that cannot be predicted.
public sealed partial class ArabicNormalizer
{
    // So many code units cost no more one by one than vectors do that give up on a ligature in the end.
    private const int ScalarWidth = 12;

    private static int WordWidth => Vector512<ushort>.Count;

    /// <summary>
    /// Normalizes a word of at most <see cref="WordWidth"/> code units, and at least one, when all of it is in the block of its first and neither expands nor joins; else false, with nothing written. The length
    /// is -1, with nothing written, when <paramref name="destination"/> is too small. The two may overlap. Only with AVX-512 VBMI2.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private unsafe bool TryRunWord(ReadOnlySpan<char> word, Span<char> destination, out int length)
    {
        length = -1;
        ushort* folds = _vectorFolds.WordFolds(word[0]);
        if (folds == null) return false;
        fixed (char* from = word, to = destination)
        {
            Vector512<ushort> lanes = FirstLanes(word.Length);
            Vector512<ushort> units = Avx512BW.MaskLoad((ushort*)from, lanes, Vector512.Create((ushort)word[0]));
            Vector512<ushort> index = units - Vector512.Create((ushort)(word[0] & ~(ByteTable.Length - 1)));
            Vector512<ushort> lower = Avx512BW.PermuteVar32x16x2(Vector512.Load(folds), index, Vector512.Load(folds + 32));
            Vector512<ushort> upper = Avx512BW.PermuteVar32x16x2(Vector512.Load(folds + 64), index, Vector512.Load(folds + 96));
            Vector512<ushort> folded = Vector512.ConditionalSelect(Vector512.Equals(index & Vector512.Create((ushort)64), Vector512<ushort>.Zero), lower, upper);
            if (Vector512.GreaterThanAny(index, Vector512.Create((ushort)(ByteTable.Length - 1))) || Vector512.EqualsAny(folded, Vector512.Create((ushort)VectorFolds.Leave))) return false;
            Vector512<ushort> kept = ~Vector512.Equals(folded, Vector512<ushort>.Zero);
            int count = BitOperations.PopCount((uint)kept.ExtractMostSignificantBits() & (uint.MaxValue >> (WordWidth - word.Length)));
            if (count > destination.Length) return true;
            Avx512BW.MaskStore((ushort*)to, FirstLanes(count), Avx512Vbmi2.Compress(Vector512<ushort>.Zero, kept, folded));
            length = count;
            return true;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ushort> FirstLanes(int count) => Vector512.LessThan(Vector512<ushort>.Indices, Vector512.Create((ushort)count));
}
