using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ArabicNews;

/// <summary>The words of a normalized line: runs of letters, digits and marks. Allocates nothing.</summary>
/// <remarks>
/// 64 code units at a time become 64 bits, and a word is from one bit that is set to the next that is not, as in <see cref="PlainTokens"/>. What stands in a block and is neither ASCII nor of the
/// plain ranges of Arabic, hardly ever anything in text that <see cref="ArabicNormalizer.Match"/> wrote, makes the block be told a code unit at a time.
/// </remarks>
internal ref struct LineWords
{
    private const int BlockLength = 64;

    private readonly ReadOnlySpan<char> _line;
    private int _start;
    private int _end;

    // The block [_blockEnd - BlockLength, _blockEnd): a bit for each code unit of a word.
    private ulong _words;
    private int _blockEnd;

    private LineWords(ReadOnlySpan<char> line) => _line = line;

    public readonly TextSpan Current => new(_start, _end - _start);

    public static LineWords Of(ReadOnlySpan<char> line) => new(line);

    public readonly LineWords GetEnumerator() => this;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MoveNext()
    {
        _start = Find(_end, flipped: 0);
        _end = Find(_start, flipped: ulong.MaxValue);
        return _start < _end;
    }

    public static bool IsWordChar(char c) => ArabicChars.ClassOf(c) is CharClass.ArabicLetter or CharClass.Letter or CharClass.Digit or CharClass.Mark;

    // The first code unit from position on that is of a word, or of none; the end of the line when there is none.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Find(int position, ulong flipped)
    {
        while (position < _line.Length)
        {
            if (position >= _blockEnd) Read(position);
            ulong found = (_words ^ flipped) >> (position - (_blockEnd - BlockLength));
            if (found != 0) return position + BitOperations.TrailingZeroCount(found);
            position = _blockEnd;
        }

        return _line.Length;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Read(int position)
    {
        ReadOnlySpan<ushort> units = MemoryMarshal.Cast<char, ushort>(_line);
        if (units.Length < BlockLength)
        {
            // What follows is NUL, which is of no word.
            Span<ushort> block = stackalloc ushort[BlockLength];
            units[position..].CopyTo(block);
            _words = Words(block);
        }
        else
        {
            // The last block begins before position: what lies there is shifted out, and nothing is shifted in.
            int first = Math.Min(position, units.Length - BlockLength);
            _words = Words(units[first..]) >> (position - first);
        }

        _blockEnd = position + BlockLength;
    }

    private static ulong Words(ReadOnlySpan<ushort> units)
    {
        if (!Vector128.IsHardwareAccelerated) return ScalarWords(units);
        Vector512<ushort> lower = Vector512.Create(units), upper = Vector512.Create(units[32..]);
        Vector512<ushort> lowerWords = AreWords(lower), upperWords = AreWords(upper);
        Vector512<ushort> unknown = Vector512.GreaterThan(Vector512.Max(lower & ~lowerWords, upper & ~upperWords), Vector512.Create((ushort)0x7F));
        if (unknown != Vector512<ushort>.Zero) return ScalarWords(units);
        return lowerWords.ExtractMostSignificantBits() | ((ulong)upperWords.ExtractMostSignificantBits() << 32);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ushort> AreWords(Vector512<ushort> units) =>
        IsInRange(units, '\u0620', '\u0669') // kashmiri yeh to Arabic-Indic digit nine: letters, marks, digits
        | IsInRange(units, '\u066E', '\u06D3') // dotless beh to yeh barree with hamza
        | IsInRange(units, '0', '9')
        | IsInRange(units | Vector512.Create((ushort)0x20), 'a', 'z');

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ushort> IsInRange(Vector512<ushort> units, char first, char last) =>
        Vector512.LessThanOrEqual(units - Vector512.Create((ushort)first), Vector512.Create((ushort)(last - first)));

    private static ulong ScalarWords(ReadOnlySpan<ushort> units)
    {
        ulong words = 0;
        for (int i = 0; i < BlockLength; i++)
            if (IsWordChar((char)units[i])) words |= 1UL << i;
        return words;
    }
}
