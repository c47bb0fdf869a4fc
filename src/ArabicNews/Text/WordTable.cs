using System.Numerics;
using System.Runtime.InteropServices;

namespace ArabicNews;

/// <summary>
/// A closed list of words with a number for each, for a question that is asked of every word of a text. A word is told by its first and its last four letters, two reads from memory; so most words
/// that are not in the list are answered without a walk over their letters, which is what a hash of strings costs, and by one bit of a filter of a few kilobytes. Immutable.
/// </summary>
internal sealed class WordTable
{
    private const int PartLength = sizeof(ulong) / sizeof(char);

    private const int FilterBitsPerWord = 16;

    private readonly Entry[] _entries;
    private readonly ulong[] _filter;

    public WordTable(IReadOnlyCollection<KeyValuePair<string, int>> words)
        : this(words.Count)
    {
        foreach ((string word, int value) in words) Add(word, value);
    }

    private WordTable(int count)
    {
        _entries = new Entry[BitOperations.RoundUpToPowerOf2((uint)count * 2)];
        _filter = new ulong[BitOperations.RoundUpToPowerOf2((uint)count * FilterBitsPerWord / 64 + 1)];
    }

    /// <summary>A list of words that all have the number 0.</summary>
    public static WordTable Of(string[] words)
    {
        var table = new WordTable(words.Length);
        foreach (string word in words) table.Add(word, 0);
        return table;
    }

    private void Add(string word, int value)
    {
        (ulong head, ulong tail) = PartsOf(word);
        uint hash = Hash(head, tail, word.Length);
        _filter[(hash >> 6) & (uint)(_filter.Length - 1)] |= 1UL << (int)(hash & 63);
        uint slot = SlotOf(hash);
        while (_entries[slot].Length > 0) slot = (slot + 1) & (uint)(_entries.Length - 1);
        _entries[slot] = new Entry { Head = head, Tail = tail, Word = word, Length = word.Length, Value = value };
    }

    /// <summary>The number of <paramref name="word"/>, which has at least one letter; false when it is not in the list. O(1) but for the comparison with an equal word.</summary>
    public bool TryGet(ReadOnlySpan<char> word, out int value)
    {
        (ulong head, ulong tail) = PartsOf(word);
        uint hash = Hash(head, tail, word.Length);
        value = 0;
        if ((_filter[(hash >> 6) & (uint)(_filter.Length - 1)] & (1UL << (int)(hash & 63))) == 0) return false;
        Entry[] entries = _entries;
        for (uint slot = SlotOf(hash); ; slot = (slot + 1) & (uint)(entries.Length - 1))
        {
            ref readonly Entry entry = ref entries[slot];
            if (entry.Length == 0) return false;
            if (entry.Head != head || entry.Tail != tail || entry.Length != word.Length || (word.Length > 2 * PartLength && !word.SequenceEqual(entry.Word))) continue;
            value = entry.Value;
            return true;
        }
    }

    // The first and the last four letters, which overlap in words of less than eight.
    private static (ulong Head, ulong Tail) PartsOf(ReadOnlySpan<char> word)
    {
        ReadOnlySpan<byte> bytes = MemoryMarshal.AsBytes(word);
        if (word.Length >= PartLength) return (MemoryMarshal.Read<ulong>(bytes), MemoryMarshal.Read<ulong>(bytes[^sizeof(ulong)..]));
        if (word.Length >= PartLength / 2) return (MemoryMarshal.Read<uint>(bytes), MemoryMarshal.Read<uint>(bytes[^sizeof(uint)..]));
        return (word[0], 0);
    }

    private static uint Hash(ulong head, ulong tail, int length)
    {
        ulong mixed = ((head + (uint)length) * 0x9E37_79B9_7F4A_7C15) ^ (BitOperations.RotateLeft(tail, 32) * 0xD6E8_FEB8_6659_FD93);
        mixed ^= mixed >> 29;
        return (uint)((mixed * 0x9E37_79B9_7F4A_7C15) >> 32);
    }

    // Other bits than those that the filter asks first.
    private uint SlotOf(uint hash) => BitOperations.RotateLeft(hash, 13) & (uint)(_entries.Length - 1);

    // No word has the length 0.
    private struct Entry
    {
        public ulong Head, Tail;
        public string Word;
        public int Length, Value;
    }
}
