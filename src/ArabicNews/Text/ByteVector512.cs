using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ArabicNews;

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
    public static ByteVector512 InOrder(ByteVector512 value) => new(Avx512F.PermuteVar8x64(value._value.AsUInt64(), Vector512.Create(0UL, 2, 4, 6, 1, 3, 5, 7)).AsByte());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Bits(ByteVector512 value, int bit) => (value._value.AsUInt16() << (7 - bit)).AsByte().ExtractMostSignificantBits();

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
