using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ArabicNews;

/// <summary>
/// Where a run of Arabic letters and their marks ends.
/// </summary>
/// <remarks>
/// The naive walk looks up one letter after the other, and the processor guesses after each whether the word goes on: a wrong guess per word costs more than all its letters. Here 64 code units at a
/// time become 64 bits, and the end of a run is the next bit that is set: no loop, nothing to guess, and what one word waits for from the word before is a shift and a count.
/// The run knows three ranges, a word more (letters with holes between them, joiners, marks of other blocks): <see cref="TokenEnumerator"/> goes on where a run ends.
/// </remarks>
internal struct LetterRuns
{
    private const int BlockLength = 64;

    // The block [_blockEnd - BlockLength, _blockEnd): a bit for each code unit that no run holds, or that lies behind the text.
    private ulong _others;
    private int _blockEnd;

    /// <summary>Whether a run may hold <paramref name="c"/>. True only for <see cref="CharClass.ArabicLetter"/> and <see cref="CharClass.Mark"/>.</summary>
    public static bool Contains(char c) =>
        c is (>= '\u0620' and <= '\u065F') // kashmiri yeh to wavy hamza below: the letters of Arabic, tatweel, the marks
            or (>= '\u066E' and <= '\u06D3') // dotless beh to yeh barree with hamza: dagger alef, alef wasla, the letters of Persian and Urdu
            or (>= '\uFE76' and <= '\uFEFC'); // fatha isolated to lam with alef: presentation forms B

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ushort> Contains(Vector512<ushort> units) =>
        IsInRange(units, '\u0620', '\u065F') | IsInRange(units, '\u066E', '\u06D3') | IsInRange(units, '\uFE76', '\uFEFC');

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ushort> IsInRange(Vector512<ushort> units, char first, char last) =>
        Vector512.LessThanOrEqual(units - Vector512.Create((ushort)first), Vector512.Create((ushort)(last - first)));

    /// <summary>
    /// The end of the run that starts at <paramref name="position"/>; the same when there is none. Always the same <paramref name="text"/>, and no position before the last one's.
    /// A walk over all runs is linear in the text.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int End(ReadOnlySpan<char> text, int position)
    {
        while (position < text.Length)
        {
            if (position >= _blockEnd) Read(text, position);
            ulong others = _others >> (position - (_blockEnd - BlockLength));
            if (others != 0) return position + BitOperations.TrailingZeroCount(others);
            position = _blockEnd;
        }

        return position;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Read(ReadOnlySpan<char> text, int position)
    {
        ReadOnlySpan<ushort> units = MemoryMarshal.Cast<char, ushort>(text);
        ulong letters;
        if (units.Length < BlockLength)
        {
            // What follows is NUL, which is no letter.
            Span<ushort> block = stackalloc ushort[BlockLength];
            units[position..].CopyTo(block);
            letters = Letters(block);
        }
        else
        {
            // The last block begins before position: what lies there is shifted out, and no letters are shifted in.
            int first = Math.Min(position, units.Length - BlockLength);
            letters = Letters(units[first..]) >> (position - first);
        }

        _others = ~letters;
        _blockEnd = position + BlockLength;
    }

    private static ulong Letters(ReadOnlySpan<ushort> units)
    {
        if (!Vector128.IsHardwareAccelerated) return ScalarLetters(units);
        ulong lower = Contains(Vector512.Create(units)).ExtractMostSignificantBits(), upper = Contains(Vector512.Create(units[32..])).ExtractMostSignificantBits();
        return lower | (upper << 32);
    }

    private static ulong ScalarLetters(ReadOnlySpan<ushort> units)
    {
        ulong letters = 0;
        for (int i = 0; i < BlockLength; i++)
            if (Contains((char)units[i])) letters |= 1UL << i;
        return letters;
    }
}
