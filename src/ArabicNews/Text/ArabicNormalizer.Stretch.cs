using System.Runtime.CompilerServices;

namespace ArabicNews;

// A stretch of text that has been cut into tokens (PlainTokens), for whoever wants to know what became of each: TermEnumerator.
public sealed partial class ArabicNormalizer
{
    /// <summary>
    /// Normalizes the first <see cref="PlainTokens.Length"/> code units of <paramref name="text"/>, or all that it has, one by one: of each a bit in the result says whether it is kept, and one in <paramref name="left"/>
    /// that what is written for it is not what it becomes, since that is several or depends on others. What is kept is written to <paramref name="destination"/>, which must have room for all.
    /// </summary>
    internal ulong FoldStretch(ReadOnlySpan<char> text, Span<char> destination, out ulong left) =>
        ByteVector512.IsSupported ? FoldStretch<ByteVector512>(text, destination, out left)
        : ByteVector256.IsSupported ? FoldStretch<ByteVector256>(text, destination, out left)
        : FoldStretch<ByteVector128>(text, destination, out left);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private unsafe ulong FoldStretch<T>(ReadOnlySpan<char> text, Span<char> destination, out ulong left)
        where T : struct, IByteVector<T>
    {
        char* copy = stackalloc char[T.TakesPart ? 0 : PlainTokens.Length];
        fixed (char* units = text, to = destination[..PlainTokens.Length])
        {
            return T.TakesPart || text.Length >= PlainTokens.Length ? FoldStretch<T>(units, Math.Min(text.Length, PlainTokens.Length), to, out left)
                : FoldStretch<T>(PlainTokens.CopyOf(text, copy), PlainTokens.Length, to, out left);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private unsafe ulong FoldStretch<T>(char* units, int length, char* destination, out ulong left)
        where T : struct, IByteVector<T>
    {
        VectorFolds folds = _vectorFolds;
        T zero = T.Create(0), all = T.Create(0xFF), leave = T.Create((byte)VectorFolds.Leave);
        ulong kept = 0;
        left = 0;
        for (int i = 0; i < PlainTokens.Length; i += T.Count)
        {
            int count = Math.Min(T.Count, length - i);
            (T low, T high) = Fold<T>(folds, in units[i], count);
            if (T.AnyZero(high | (low ^ leave)))
            {
                FoldBlocks(folds, in units[i], count, out low, out high);
                left |= T.Bits(T.InOrder(T.SelectEqual(high | (low ^ leave), zero, all, zero)), 7) << i;
            }

            kept |= T.Bits(T.InOrder(T.SelectEqual(high | low, zero, zero, all)), 7) << i;
            destination += T.WriteKept(low, high, T.Count, ref *destination);
        }

        return kept;
    }
}
