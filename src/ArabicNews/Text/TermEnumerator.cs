using System.Numerics;
using System.Runtime.CompilerServices;

namespace ArabicNews;

/// <summary>Walks the terms of a text; see <see cref="ArabicTokenizer.SplitTerms"/>. Use it with <c>foreach</c>.</summary>
/// <remarks>
/// Sixty-four code units are folded at once, and what is kept of them is a set of bits: a term begins behind as many code units as are kept before its token, which is a count of bits, whatever was stripped.
/// </remarks>
public ref struct TermEnumerator
{
    private readonly ArabicNormalizer _normalizer;
    private readonly Span<char> _buffer;
    private TokenEnumerator _tokens;

    // Of the code units in which the plain tokens are: those that are kept, which the buffer begins with, and those that are there but not what they become.
    private ulong _kept;
    private ulong _left;

    // Where the text of Current lies in the buffer; -1 when it had no room for it.
    private int _start;
    private int _length;
    private char[]? _long;

    internal TermEnumerator(ReadOnlySpan<char> text, int start, ArabicNormalizer normalizer, Span<char> buffer)
    {
        _tokens = new TokenEnumerator(text, start);
        _normalizer = normalizer;
        _buffer = buffer;
    }

    /// <summary>The term that <see cref="MoveNext"/> found; undefined before the first call and after the last.</summary>
    public readonly IndexTerm Current => new(_tokens.Current, _start < 0 ? _long.AsSpan(0, _length) : _buffer.Slice(_start, _length));

    /// <summary>This enumerator from where it is, for <c>foreach</c>.</summary>
    public readonly TermEnumerator GetEnumerator() => new(_tokens.Text, _tokens.Rest, _normalizer, _buffer);

    /// <summary>Finds the next term; false at the end of the text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MoveNext()
    {
        if (!_tokens.HasPlain) return MoveOn();
        MoveToPlain();
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void MoveToPlain()
    {
        _tokens.MoveToPlain(out int start, out int end);
        ulong before = (1UL << start) - 1, within = (1UL << end) - 1;
        _start = BitOperations.PopCount(_kept & before);
        _length = BitOperations.PopCount(_kept & within) - _start;
        if (_left != 0 && (_left & within & ~before) != 0) NormalizeAlone();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool MoveOn()
    {
        while (true)
        {
            if (_tokens.ReadPlain())
            {
                _tokens.SkipSigns();
                if (!_tokens.HasPlain) continue;
                _kept = _normalizer.FoldStretch(_tokens.Stretch, _buffer, out _left);
                MoveToPlain();
                return true;
            }

            if (!_tokens.MoveByRules()) return false;
            if (_tokens.Current.Kind is TokenKind.Punctuation or TokenKind.Symbol) continue;
            NormalizeAlone();
            return true;
        }
    }

    // Behind what other terms need of the buffer.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void NormalizeAlone()
    {
        ReadOnlySpan<char> token = _tokens.CurrentText;
        _start = PlainTokens.Length;
        if (_normalizer.TryNormalize(token, _buffer[_start..], out _length)) return;
        _start = -1;
        _long ??= new char[Math.Max(token.Length, _buffer.Length)];
        while (!_normalizer.TryNormalize(token, _long, out _length)) _long = new char[2 * _long.Length];
    }
}
