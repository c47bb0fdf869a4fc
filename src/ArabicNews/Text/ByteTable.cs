using System.Runtime.InteropServices;

namespace ArabicNews;

/// <summary>
/// 128 bytes to be looked up by vectors, in memory that stays where it is and starts where a cache line does. Once as they are, and once for shuffles that see nothing of an index but its
/// high bit and its low four: each row of sixteen combined with the next by exclusive or, so that the rows from one on add up to that one.
/// </summary>
internal sealed unsafe class ByteTable
{
    public const int Length = 128;

    private const int Alignment = 64;

    private readonly byte[] _memory = GC.AllocateArray<byte>((2 * Length) + Alignment, pinned: true);

    public ByteTable(ReadOnlySpan<byte> entries)
    {
        byte* start = (byte*)Marshal.UnsafeAddrOfPinnedArrayElement(_memory, 0);
        Entries = (byte*)(((nint)start + Alignment - 1) & -Alignment);
        for (int i = 0; i < Length; i++)
        {
            Entries[i] = entries[i];
            Rows[i] = i < Length - 16 ? (byte)(entries[i] ^ entries[i + 16]) : entries[i];
        }
    }

    /// <summary>The bytes as they are.</summary>
    public byte* Entries { get; }

    /// <summary>The bytes of each row of sixteen, those of the next row mixed in. The exclusive or of a row and all behind it is what the row was.</summary>
    public byte* Rows => Entries + Length;
}
