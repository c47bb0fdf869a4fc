using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ArabicNews;

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
    public static ByteVector128 InOrder(ByteVector128 value) => value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Bits(ByteVector128 value, int bit) => (value._value.AsUInt16() << (7 - bit)).AsByte().ExtractMostSignificantBits();

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
