using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ArabicNews;

/// <summary>
/// Numbers from 0 on under keys of 64 bits that are hashes already: a table of open addressing that is filled while data is read and only asked from then on.
/// </summary>
/// <remarks>A <see cref="Dictionary{TKey, TValue}"/> does the same in twice the memory; and for each pair of types that .NET does not ship compiled, its methods are compiled when the first text waits for them.</remarks>
internal sealed class KeyTable
{
    private Slot[] _slots;
    private int _shift;

    /// <param name="capacity">How many keys it will have; more make it grow.</param>
    public KeyTable(int capacity)
    {
        // Full to two thirds at most.
        int bits = BitOperations.Log2(BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, capacity + (capacity / 2))));
        _slots = new Slot[1 << bits];
        _shift = 64 - bits;
    }

    public KeyTable(KeyTable other)
    {
        _slots = [.. other._slots];
        _shift = other._shift;
        Count = other.Count;
    }

    public int Count { get; private set; }

    /// <summary>The number of a key; -1 when the table does not have it.</summary>
    public int Find(ulong key) => _slots[SlotOf(key)].Number - 1;

    /// <summary>The number of a key, which is <paramref name="number"/> when it had none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int FindOrAdd(ulong key, int number)
    {
        ref Slot slot = ref _slots[SlotOf(key)];
        if (slot.Number != 0) return slot.Number - 1;
        slot.Key = key;
        slot.Number = number + 1;
        if (++Count * 3L > _slots.Length * 2L) Grow();
        return number;
    }

    /// <summary>Writes each key to the place of its number.</summary>
    public void CopyKeysTo(Span<ulong> keys)
    {
        foreach (Slot slot in _slots)
            if (slot.Number != 0) keys[slot.Number - 1] = slot.Key;
    }

    // Where the key is, or would be.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int SlotOf(ulong key)
    {
        Slot[] slots = _slots;
        int slot = (int)((key * 0x9E37_79B9_7F4A_7C15) >> _shift);
        while (slots[slot].Number != 0 && slots[slot].Key != key) slot = (slot + 1) & (slots.Length - 1);
        return slot;
    }

    private void Grow()
    {
        Slot[] old = _slots;
        _slots = new Slot[old.Length * 2];
        _shift--;
        foreach (Slot slot in old)
            if (slot.Number != 0) _slots[SlotOf(slot.Key)] = slot;
    }

    // The number is one more than the key's, so that a slot of zeros is free.
    [StructLayout(LayoutKind.Sequential, Pack = sizeof(int))]
    private struct Slot
    {
        public ulong Key;
        public int Number;
    }
}
