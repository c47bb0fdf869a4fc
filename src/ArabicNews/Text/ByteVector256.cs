using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ArabicNews;

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
    public static ByteVector256 InOrder(ByteVector256 value) => new(Avx2.Permute4x64(value._value.AsUInt64(), 0b11_01_10_00).AsByte());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Bits(ByteVector256 value, int bit) => (value._value.AsUInt16() << (7 - bit)).AsByte().ExtractMostSignificantBits();

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
