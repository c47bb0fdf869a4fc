using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ArabicNews;

/// <summary>
/// As many code units as fit into a vector as bytes: what a fold needs of a vector, for each width in that width's best instructions. A comparison comes with the choice that it decides,
/// since only so the compiler keeps it in a mask register. The order of the bytes is the width's own business: what <see cref="Pack"/> disarranges, the writers put right.
/// </summary>
internal interface IByteVector<TSelf> : IBitwiseOperators<TSelf, TSelf, TSelf>, ISubtractionOperators<TSelf, TSelf, TSelf>
    where TSelf : struct, IByteVector<TSelf>
{
    static abstract bool IsSupported { get; }

    /// <summary>Code units of one vector.</summary>
    static abstract int Count { get; }

    /// <summary>Whether fewer code units than <see cref="Count"/> may be packed and written.</summary>
    static abstract bool TakesPart { get; }

    static abstract TSelf Create(byte value);

    /// <summary>
    /// Each code unit less <paramref name="start"/>, as signed 16 bits, saturated to an unsigned byte; and the same less <paramref name="secondStart"/>. What lies behind
    /// <paramref name="count"/> counts as a blank.
    /// </summary>
    static abstract (TSelf First, TSelf Second) Pack(ref readonly char source, int count, short start, short secondStart);

    /// <summary>The entries of a table of 128 bytes at the low seven bits of each index whose high bit is set; anything for the others.</summary>
    static abstract TSelf Lookup(ByteTable table, TSelf index);

    static abstract TSelf SelectAtMost(TSelf value, TSelf most, TSelf whenAtMost, TSelf otherwise);

    static abstract TSelf SelectEqual(TSelf left, TSelf right, TSelf whenEqual, TSelf otherwise);

    static abstract TSelf SelectHigh(TSelf value, TSelf whenHighBitIsSet, TSelf otherwise);

    static abstract bool AnyZero(TSelf value);

    /// <summary>Writes the first <paramref name="count"/> code units.</summary>
    static abstract void Write(TSelf low, TSelf high, int count, ref char destination);

    /// <summary>
    /// Writes the first <paramref name="count"/> code units without those that are NUL, and returns how many that makes. May write anything behind them, but not more than
    /// <paramref name="count"/> code units in all.
    /// </summary>
    static abstract int WriteKept(TSelf low, TSelf high, int count, ref char destination);
}

/// <summary>64 code units: AVX-512 with VBMI (a look-up in 128 bytes is one instruction) and VBMI2 (so is leaving out).</summary>
internal readonly struct ByteVector512(Vector512<byte> value) : IByteVector<ByteVector512>
{
    private readonly Vector512<byte> _value = value;

    public static bool IsSupported => Vector512.IsHardwareAccelerated && Avx512Vbmi2.IsSupported;

    public static int Count => 64;

    public static bool TakesPart => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ByteVector512 Create(byte value) => new(Vector512.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe (ByteVector512 First, ByteVector512 Second) Pack(ref readonly char source, int count, short start, short secondStart)
    {
        ref short units = ref Unsafe.As<char, short>(ref Unsafe.AsRef(in source));
        Vector512<short> first, second;
        if (count == Count)
        {
            first = Vector512.LoadUnsafe(ref units);
            second = Vector512.LoadUnsafe(ref units, 32);
        }
        else
        {
            // The caller pins what it passes in part.
            short* address = (short*)Unsafe.AsPointer(ref units);
            first = Avx512BW.MaskLoad(address, FirstLanes(count), Vector512.Create((short)' '));
            second = Avx512BW.MaskLoad(address + 32, FirstLanes(count - 32), Vector512.Create((short)' '));
        }

        return (new(Avx512BW.PackUnsignedSaturate(first - Vector512.Create(start), second - Vector512.Create(start))),
            new(Avx512BW.PackUnsignedSaturate(first - Vector512.Create(secondStart), second - Vector512.Create(secondStart))));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe ByteVector512 Lookup(ByteTable table, ByteVector512 index)
        => new(Avx512Vbmi.PermuteVar64x8x2(Vector512.Load(table.Entries), index._value, Vector512.Load(table.Entries + 64)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ByteVector512 SelectAtMost(ByteVector512 value, ByteVector512 most, ByteVector512 whenAtMost, ByteVector512 otherwise)
        => new(Vector512.ConditionalSelect(Vector512.LessThanOrEqual(value._value, most._value), whenAtMost._value, otherwise._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ByteVector512 SelectEqual(ByteVector512 left, ByteVector512 right, ByteVector512 whenEqual, ByteVector512 otherwise)
        => new(Vector512.ConditionalSelect(Vector512.Equals(left._value, right._value), whenEqual._value, otherwise._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ByteVector512 SelectHigh(ByteVector512 value, ByteVector512 whenHighBitIsSet, ByteVector512 otherwise)
        => new(Vector512.ConditionalSelect(Vector512.LessThan(value._value.AsSByte(), Vector512<sbyte>.Zero).AsByte(), whenHighBitIsSet._value, otherwise._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyZero(ByteVector512 value) => Vector512.EqualsAny(value._value, Vector512<byte>.Zero);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Write(ByteVector512 low, ByteVector512 high, int count, ref char destination)
    {
        ref short units = ref Unsafe.As<char, short>(ref destination);
        Vector512<short> first = Avx512BW.UnpackLow(low._value, high._value).AsInt16();
        Vector512<short> second = Avx512BW.UnpackHigh(low._value, high._value).AsInt16();
        if (count == Count)
        {
            first.StoreUnsafe(ref units);
            second.StoreUnsafe(ref units, 32);
        }
        else
        {
            short* address = (short*)Unsafe.AsPointer(ref units);
            Avx512BW.MaskStore(address, FirstLanes(count), first);
            Avx512BW.MaskStore(address + 32, FirstLanes(count - 32), second);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe int WriteKept(ByteVector512 low, ByteVector512 high, int count, ref char destination)
    {
        Vector512<short> first = Avx512BW.UnpackLow(low._value, high._value).AsInt16();
        Vector512<short> second = Avx512BW.UnpackHigh(low._value, high._value).AsInt16();
        Vector512<short> firstKept = ~Vector512.Equals(first, Vector512<short>.Zero);
        Vector512<short> secondKept = ~Vector512.Equals(second, Vector512<short>.Zero);
        int firstCount = BitOperations.PopCount((uint)firstKept.ExtractMostSignificantBits());
        int secondCount = BitOperations.PopCount((uint)secondKept.ExtractMostSignificantBits());
        first = Avx512Vbmi2.Compress(Vector512<short>.Zero, firstKept, first);
        second = Avx512Vbmi2.Compress(Vector512<short>.Zero, secondKept, second);
        ref short units = ref Unsafe.As<char, short>(ref destination);
        if (count == Count)
        {
            first.StoreUnsafe(ref units);
            second.StoreUnsafe(ref units, (nuint)firstCount);
            return firstCount + secondCount;
        }

        // The blanks behind count are kept, and come last.
        int length = firstCount + secondCount - (Count - count);
        firstCount = Math.Min(firstCount, length);
        short* address = (short*)Unsafe.AsPointer(ref units);
        Avx512BW.MaskStore(address, FirstLanes(firstCount), first);
        Avx512BW.MaskStore(address + firstCount, FirstLanes(length - firstCount), second);
        return length;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ByteVector512 operator &(ByteVector512 left, ByteVector512 right) => new(left._value & right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ByteVector512 operator |(ByteVector512 left, ByteVector512 right) => new(left._value | right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ByteVector512 operator ^(ByteVector512 left, ByteVector512 right) => new(left._value ^ right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ByteVector512 operator ~(ByteVector512 value) => new(~value._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ByteVector512 operator -(ByteVector512 left, ByteVector512 right) => new(left._value - right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<short> FirstLanes(int count) => Vector512.LessThan(Vector512<short>.Indices, Vector512.Create((short)count));
}

/// <summary>32 code units: AVX2. What concerns each half alone is what <see cref="ByteVector128"/> does.</summary>
internal readonly struct ByteVector256(Vector256<byte> value) : IByteVector<ByteVector256>
{
    private readonly Vector256<byte> _value = value;

    public static bool IsSupported => Avx2.IsSupported;

    public static int Count => 32;

    public static bool TakesPart => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ByteVector256 Create(byte value) => new(Vector256.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (ByteVector256 First, ByteVector256 Second) Pack(ref readonly char source, int count, short start, short secondStart)
    {
        ref short units = ref Unsafe.As<char, short>(ref Unsafe.AsRef(in source));
        Vector256<short> first = Vector256.LoadUnsafe(ref units), second = Vector256.LoadUnsafe(ref units, 16);
        return (new(Avx2.PackUnsignedSaturate(first - Vector256.Create(start), second - Vector256.Create(start))),
            new(Avx2.PackUnsignedSaturate(first - Vector256.Create(secondStart), second - Vector256.Create(secondStart))));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe ByteVector256 Lookup(ByteTable table, ByteVector256 index)
    {
        // Less 0x10 for each row, an index up to that row has no high bit, and its low four bits are still the place in a row; the others make zero.
        byte* rows = table.Rows;
        return new(Row(rows, 0, index._value) ^ Row(rows, 1, index._value) ^ Row(rows, 2, index._value) ^ Row(rows, 3, index._value)
            ^ Row(rows, 4, index._value) ^ Row(rows, 5, index._value) ^ Row(rows, 6, index._value) ^ Row(rows, 7, index._value));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        static Vector256<byte> Row(byte* rows, byte row, Vector256<byte> index)
            => Avx2.Shuffle(Avx2.BroadcastVector128ToVector256(rows + (row * 16)), index - Vector256.Create((byte)((row + 1) * 16)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ByteVector256 SelectAtMost(ByteVector256 value, ByteVector256 most, ByteVector256 whenAtMost, ByteVector256 otherwise)
        => new(Vector256.ConditionalSelect(Vector256.Equals(Vector256.Min(value._value, most._value), value._value), whenAtMost._value, otherwise._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ByteVector256 SelectEqual(ByteVector256 left, ByteVector256 right, ByteVector256 whenEqual, ByteVector256 otherwise)
        => new(Vector256.ConditionalSelect(Vector256.Equals(left._value, right._value), whenEqual._value, otherwise._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ByteVector256 SelectHigh(ByteVector256 value, ByteVector256 whenHighBitIsSet, ByteVector256 otherwise)
        => new(Avx2.BlendVariable(otherwise._value, whenHighBitIsSet._value, value._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyZero(ByteVector256 value) => Vector256.EqualsAny(value._value, Vector256<byte>.Zero);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(ByteVector256 low, ByteVector256 high, int count, ref char destination)
    {
        ref short units = ref Unsafe.As<char, short>(ref destination);
        Avx2.UnpackLow(low._value, high._value).AsInt16().StoreUnsafe(ref units);
        Avx2.UnpackHigh(low._value, high._value).AsInt16().StoreUnsafe(ref units, 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int WriteKept(ByteVector256 low, ByteVector256 high, int count, ref char destination)
    {
        // Packing took eight code units from each half of both vectors in turn.
        uint kept = ~Vector256.Equals(low._value | high._value, Vector256<byte>.Zero).ExtractMostSignificantBits();
        Vector256<short> first = Avx2.UnpackLow(low._value, high._value).AsInt16(), second = Avx2.UnpackHigh(low._value, high._value).AsInt16();
        int length = ByteVector128.WriteKept(first.GetLower(), (byte)kept, ref destination);
        length += ByteVector128.WriteKept(first.GetUpper(), (byte)(kept >> 16), ref Unsafe.Add(ref destination, length));
        length += ByteVector128.WriteKept(second.GetLower(), (byte)(kept >> 8), ref Unsafe.Add(ref destination, length));
        return length + ByteVector128.WriteKept(second.GetUpper(), (byte)(kept >> 24), ref Unsafe.Add(ref destination, length));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ByteVector256 operator &(ByteVector256 left, ByteVector256 right) => new(left._value & right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ByteVector256 operator |(ByteVector256 left, ByteVector256 right) => new(left._value | right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ByteVector256 operator ^(ByteVector256 left, ByteVector256 right) => new(left._value ^ right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ByteVector256 operator ~(ByteVector256 value) => new(~value._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ByteVector256 operator -(ByteVector256 left, ByteVector256 right) => new(left._value - right._value);
}

/// <summary>16 code units: SSSE3, and whatever the platform calls its 128 bits, ARM64 first.</summary>
internal readonly struct ByteVector128(Vector128<byte> value) : IByteVector<ByteVector128>
{
    private static readonly byte[] s_keptBytes = KeptBytes();

    private readonly Vector128<byte> _value = value;

    public static bool IsSupported => Vector128.IsHardwareAccelerated && BitConverter.IsLittleEndian && (Ssse3.IsSupported || !Sse2.IsSupported);

    public static int Count => 16;

    public static bool TakesPart => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ByteVector128 Create(byte value) => new(Vector128.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (ByteVector128 First, ByteVector128 Second) Pack(ref readonly char source, int count, short start, short secondStart)
    {
        ref short units = ref Unsafe.As<char, short>(ref Unsafe.AsRef(in source));
        Vector128<short> first = Vector128.LoadUnsafe(ref units), second = Vector128.LoadUnsafe(ref units, 8);
        return (new(Saturate(first - Vector128.Create(start), second - Vector128.Create(start))),
            new(Saturate(first - Vector128.Create(secondStart), second - Vector128.Create(secondStart))));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe ByteVector128 Lookup(ByteTable table, ByteVector128 index)
    {
        byte* rows = Ssse3.IsSupported ? table.Rows : table.Entries;
        return new(Row(rows, 0, index._value) ^ Row(rows, 1, index._value) ^ Row(rows, 2, index._value) ^ Row(rows, 3, index._value)
            ^ Row(rows, 4, index._value) ^ Row(rows, 5, index._value) ^ Row(rows, 6, index._value) ^ Row(rows, 7, index._value));

        // SSSE3 as in ByteVector256. Elsewhere a place that is not in the row makes zero of itself, so the rows are as they are.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        static Vector128<byte> Row(byte* rows, byte row, Vector128<byte> index)
        {
            Vector128<byte> entries = Vector128.Load(rows + (row * 16));
            return Ssse3.IsSupported
                ? Ssse3.Shuffle(entries, index - Vector128.Create((byte)((row + 1) * 16)))
                : Vector128.Shuffle(entries, index - Vector128.Create((byte)(0x80 + (row * 16))));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ByteVector128 SelectAtMost(ByteVector128 value, ByteVector128 most, ByteVector128 whenAtMost, ByteVector128 otherwise)
        => new(Vector128.ConditionalSelect(Vector128.Equals(Vector128.Min(value._value, most._value), value._value), whenAtMost._value, otherwise._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ByteVector128 SelectEqual(ByteVector128 left, ByteVector128 right, ByteVector128 whenEqual, ByteVector128 otherwise)
        => new(Vector128.ConditionalSelect(Vector128.Equals(left._value, right._value), whenEqual._value, otherwise._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ByteVector128 SelectHigh(ByteVector128 value, ByteVector128 whenHighBitIsSet, ByteVector128 otherwise)
        => new(Vector128.ConditionalSelect(Vector128.LessThan(value._value.AsSByte(), Vector128<sbyte>.Zero).AsByte(), whenHighBitIsSet._value, otherwise._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyZero(ByteVector128 value) => Vector128.EqualsAny(value._value, Vector128<byte>.Zero);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(ByteVector128 low, ByteVector128 high, int count, ref char destination)
    {
        ref short units = ref Unsafe.As<char, short>(ref destination);
        (Vector128<short> first, Vector128<short> second) = Unpack(low, high);
        first.StoreUnsafe(ref units);
        second.StoreUnsafe(ref units, 8);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int WriteKept(ByteVector128 low, ByteVector128 high, int count, ref char destination)
    {
        uint kept = ~Vector128.Equals(low._value | high._value, Vector128<byte>.Zero).ExtractMostSignificantBits();
        (Vector128<short> first, Vector128<short> second) = Unpack(low, high);
        int length = WriteKept(first, (byte)kept, ref destination);
        return length + WriteKept(second, (byte)(kept >> 8), ref Unsafe.Add(ref destination, length));
    }

    /// <summary>Writes those of eight code units whose bit is set, moved together by one shuffle.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int WriteKept(Vector128<short> units, byte kept, ref char destination)
    {
        Vector128<byte> order = Vector128.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(s_keptBytes), (nuint)kept * 16);
        Vector128.ShuffleNative(units.AsByte(), order).AsInt16().StoreUnsafe(ref Unsafe.As<char, short>(ref destination));
        return BitOperations.PopCount(kept);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ByteVector128 operator &(ByteVector128 left, ByteVector128 right) => new(left._value & right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ByteVector128 operator |(ByteVector128 left, ByteVector128 right) => new(left._value | right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ByteVector128 operator ^(ByteVector128 left, ByteVector128 right) => new(left._value ^ right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ByteVector128 operator ~(ByteVector128 value) => new(~value._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ByteVector128 operator -(ByteVector128 left, ByteVector128 right) => new(left._value - right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Saturate(Vector128<short> first, Vector128<short> second)
    {
        if (Sse2.IsSupported) return Sse2.PackUnsignedSaturate(first, second);
        Vector128<short> least = Vector128<short>.Zero, most = Vector128.Create((short)byte.MaxValue);
        return Vector128.Narrow(Vector128.Clamp(first, least, most).AsUInt16(), Vector128.Clamp(second, least, most).AsUInt16());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector128<short> First, Vector128<short> Second) Unpack(ByteVector128 low, ByteVector128 high)
    {
        if (Sse2.IsSupported) return (Sse2.UnpackLow(low._value, high._value).AsInt16(), Sse2.UnpackHigh(low._value, high._value).AsInt16());
        (Vector128<ushort> firstLow, Vector128<ushort> secondLow) = Vector128.Widen(low._value);
        (Vector128<ushort> firstHigh, Vector128<ushort> secondHigh) = Vector128.Widen(high._value);
        return ((firstLow | (firstHigh << 8)).AsInt16(), (secondLow | (secondHigh << 8)).AsInt16());
    }

    // For each set of eight code units, the bytes of those that it has; then anything.
    private static byte[] KeptBytes()
    {
        byte[] bytes = new byte[256 * 16];
        for (int set = 0; set < 256; set++)
        {
            int length = set * 16;
            for (int unit = 0; unit < 8; unit++)
            {
                if ((set >> unit & 1) == 0) continue;
                bytes[length++] = (byte)(2 * unit);
                bytes[length++] = (byte)(2 * unit + 1);
            }
        }

        return bytes;
    }
}
