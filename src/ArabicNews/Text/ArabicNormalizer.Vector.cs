using System.Runtime.CompilerServices;

namespace ArabicNews;

// The same as the scalar version, 16 to 64 code units at once, for all that only stays, folds or goes.
//
// Nearly every code unit of news is in U+0600-067F or is ASCII, so a byte says which one it is, and 64 of them fit into one register of AVX-512. In words:
//
//     latin  = the code units, saturated to bytes          below U+00FF the character itself
//     arabic = the code units less U+0580, likewise        0x80-0xFE for U+0600-067E
//     low    = latin as it is, or in lower case; where arabic has the high bit, entry[arabic], a look-up in 128 bytes
//     high   = 6 where the entry is an Arabic letter, else 0
//     if no result is U+0000 or U+0001, write them all
//     else if none is U+0001, write those that are not U+0000
//     else do it for more blocks, or leave this to the scalar version
//
// U+0000 stands for what is stripped, U+0001 for what a vector cannot tell; as code units of a text both are left to the scalar version. The look-up is one instruction of VBMI, and eight
// shuffles elsewhere (Mula and Lemire, "Faster Base64 Encoding and Decoding Using AVX2 Instructions", classify bytes by such shuffles); leaving out is one instruction of VBMI2, and
// elsewhere a shuffle whose order stands in a table (Lemire's despace). src/ArabicNews/DESIGN.md has what each part buys.
public sealed partial class ArabicNormalizer
{
    /// <summary>Normalizes <paramref name="source"/> into <paramref name="destination"/>; the length, or -1 when it does not fit.</summary>
    private int Run(ReadOnlySpan<char> source, Span<char> destination)
    {
        (int position, int length) = Advance(source, destination, 0, 0);
        return position == source.Length ? length : RunOn(source, destination, position, length);
    }

    // What vectors leave goes through the scalar version, as much as a vector holds; then they take over again. So a text of nothing but such code units costs one vain try for each vector.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int RunOn(ReadOnlySpan<char> source, Span<char> destination, int position, int length)
    {
        var pass = new Pass<NoOffsets>(_folds, source, destination, default);
        while (true)
        {
            (pass.Position, pass.Length) = (position, length);
            if (!pass.Run(source.Length - position > Width ? position + Width : source.Length)) return -1;
            if (pass.Position == source.Length) return pass.Length;
            (position, length) = Advance(source, destination, pass.Position, pass.Length);
            if (position == source.Length) return length;
        }
    }

    // The same with the way back, for a destination that is large enough. A vector of which all is kept has no offset to tell; what loses something is done once more, a code unit at a time.
    private int RunWithOffsets(ReadOnlySpan<char> source, Span<char> destination, BuiltOffsets offsets)
    {
        var pass = new Pass<BuiltOffsets>(_folds, source, destination, offsets);
        while (pass.Position < source.Length)
        {
            int end = source.Length - pass.Position > Width ? pass.Position + Width : source.Length;
            (int position, int length) = Advance(source[..end], destination, pass.Position, pass.Length);
            if (position == end && length - pass.Length == end - pass.Position) (pass.Position, pass.Length) = (position, length);
            else pass.Run(end);
        }

        return pass.Length;
    }

    private static int Width => ByteVector512.IsSupported ? ByteVector512.Count : ByteVector256.IsSupported ? ByteVector256.Count : ByteVector128.IsSupported ? ByteVector128.Count : int.MaxValue;

    /// <summary>
    /// Normalizes from <paramref name="position"/> of the source, which became <paramref name="length"/> code units, as far as vectors can, and returns both for the place where they stop.
    /// </summary>
    private (int Position, int Length) Advance(ReadOnlySpan<char> source, Span<char> destination, int position, int length)
    {
        if (ByteVector512.IsSupported) return Advance<ByteVector512>(source, destination, position, length);
        if (ByteVector256.IsSupported) (position, length) = Advance<ByteVector256>(source, destination, position, length);
        return ByteVector128.IsSupported ? Advance<ByteVector128>(source, destination, position, length) : (position, length);
    }

    // Optimized from the first call on: as the compiler's first tier has it, each operation is a call, some twenty times slower, and a program that reads one page sees no other.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private unsafe (int Position, int Length) Advance<T>(ReadOnlySpan<char> source, Span<char> destination, int position, int length)
        where T : struct, IByteVector<T>
    {
        VectorFolds folds = _vectorFolds;
        fixed (char* from = source, to = destination)
        {
            while (position < source.Length)
            {
                int count = Math.Min(T.Count, source.Length - position);
                if ((count < T.Count && !T.TakesPart) || destination.Length - length < count) break;

                (T low, T high) = Fold<T>(folds, in from[position], count);
                int kept = count;
                if (!T.AnyZero(high | (low & T.Create(0xFE)))) T.Write(low, high, count, ref to[length]);
                else if (!T.AnyZero(high | (low ^ T.Create((byte)VectorFolds.Leave)))) kept = T.WriteKept(low, high, count, ref to[length]);
                else kept = FoldBlocks<T>(folds, in from[position], count, ref to[length]);
                if (kept < 0) break;
                position += count;
                length += kept;
            }
        }

        return (position, length);
    }

    // What becomes of Arabic and ASCII, as low and high bytes; Leave of all else.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (T Low, T High) Fold<T>(VectorFolds folds, ref readonly char source, int count)
        where T : struct, IByteVector<T>
    {
        // U+0600-067E become 0x80-0xFE; all above become 0xFF, whose entry is Leave.
        (T latin, T arabic) = T.Pack(in source, count, 0, VectorFolds.Arabic - 0x80);
        T low = T.SelectAtMost(latin - T.Create(folds.FirstUpperCase), T.Create('Z' - 'A'), latin | T.Create(0x20), latin);
        low = T.SelectAtMost(latin - T.Create((byte)'\t'), T.Create('~' - '\t'), low, T.Create((byte)VectorFolds.Leave));
        low = T.SelectEqual(latin & T.Create(0xEF), T.Create(folds.Guillemets), latin, low);
        T entry = T.Lookup(folds.ArabicEntries, arabic);
        low = T.SelectHigh(arabic, entry & T.Create(0x7F), low);
        return (low, T.SelectHigh(arabic, T.SelectHigh(entry, T.Create(0), T.Create(VectorFolds.Arabic >> 8)), T.Create(0)));
    }

    /// <summary>
    /// Folds <paramref name="count"/> code units of all blocks, each with two look-ups, which is longer: for vectors in which others than Arabic and ASCII are mixed. Returns how many
    /// are kept, or -1, with nothing written, when some lie in no block or need the scalar version.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int FoldBlocks<T>(VectorFolds folds, ref readonly char source, int count, ref char destination)
        where T : struct, IByteVector<T>
    {
        FoldBlocks(folds, in source, count, out T low, out T high);
        return T.AnyZero(high | (low ^ T.Create((byte)VectorFolds.Leave))) ? -1 : T.WriteKept(low, high, count, ref destination);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FoldBlocks<T>(VectorFolds folds, ref readonly char source, int count, out T low, out T high)
        where T : struct, IByteVector<T>
    {
        low = T.Create((byte)VectorFolds.Leave);
        high = T.Create(0);
        foreach (VectorFolds.Block block in folds.Blocks)
        {
            (T index, _) = T.Pack(in source, count, (short)(block.Start - 0x80), 0);
            T place = index - T.Create(0x80), last = T.Create(ByteTable.Length - 2);
            if (!T.AnyZero(T.SelectAtMost(place, last, T.Create(0), T.Create(1)))) continue;
            low = T.SelectAtMost(place, last, T.Lookup(block.Low, index), low);
            high = T.SelectAtMost(place, last, T.Lookup(block.High, index), high);
        }
    }

    /// <summary>Normalizes where it stands, as <see cref="NormalizeInPlace"/> says; false, with nothing changed, when a code unit of <paramref name="text"/> becomes several.</summary>
    private bool TryRunInPlace(Span<char> text, out int length)
    {
        length = 0;
        if (!ByteVector512.IsSupported)
        {
            if (MayExpand(text) && Expands(text)) return false;
            length = Run(text, text);
            return true;
        }

        // The first step sees for itself, before it writes, so that a short text needs no other look.
        if (text.Length > ByteVector512.Count && MayExpand<ByteVector512>(text, ByteVector512.Count) && Expands(text)) return false;
        (int position, length) = Advance<ByteVector512>(text, text, 0, 0);
        if (position == text.Length) return true;
        if (position == 0 && Expands(text)) return false;
        length = RunOn(text, text, position, length);
        return true;
    }

    private bool Expands(ReadOnlySpan<char> text) => _folds.Expandables is { } expandables && text.ContainsAny(expandables);

    private static bool MayExpand(ReadOnlySpan<char> text)
        => ByteVector512.IsSupported && text.Length >= ByteVector512.Count ? MayExpand<ByteVector512>(text, 0)
        : ByteVector256.IsSupported && text.Length >= ByteVector256.Count ? MayExpand<ByteVector256>(text, 0)
        : !ByteVector128.IsSupported || text.Length < ByteVector128.Count || MayExpand<ByteVector128>(text, 0);

    // Asked of nearly every text that is normalized in place, so a look at two ranges comes first: hardly a text has a code unit in one.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe bool MayExpand<T>(ReadOnlySpan<char> text, int start)
        where T : struct, IByteVector<T>
    {
        fixed (char* units = text)
        {
            for (int i = start; ; i += T.Count)
            {
                i = Math.Min(i, text.Length - T.Count);

                // Everything above U+7FFF packs to zero, as a negative number.
                (T latin, T arabic) = T.Pack(in units[i], T.Count, 0, VectorFolds.Arabic - 0x80);
                latin = T.SelectAtMost(arabic - T.Create(PresentationForms.FirstLetter - VectorFolds.Arabic + 0x80), T.Create(PresentationForms.LastLetter - PresentationForms.FirstLetter), T.Create(0), latin);
                if (T.AnyZero(latin)) return true;
                if (i + T.Count == text.Length) return false;
            }
        }
    }
}
