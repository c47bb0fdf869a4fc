using System.Numerics;

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

    /// <summary>The bytes in the order of the code units.</summary>
    static abstract TSelf InOrder(TSelf value);

    /// <summary>One bit of each byte, the first byte's in the lowest place.</summary>
    static abstract ulong Bits(TSelf value, int bit);

    /// <summary>Writes the first <paramref name="count"/> code units.</summary>
    static abstract void Write(TSelf low, TSelf high, int count, ref char destination);

    /// <summary>
    /// Writes the first <paramref name="count"/> code units without those that are NUL, and returns how many that makes. May write anything behind them, but not more than
    /// <paramref name="count"/> code units in all.
    /// </summary>
    static abstract int WriteKept(TSelf low, TSelf high, int count, ref char destination);
}
