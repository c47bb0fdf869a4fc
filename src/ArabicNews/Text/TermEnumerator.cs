using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ArabicNews;

/// <summary>Walks the terms of a text; see <see cref="ArabicTokenizer.SplitTerms"/>. Use it with <c>foreach</c>.</summary>
/// <remarks>
/// A stretch of text is folded as a whole, once, and what is stripped from it is a set of bits. A term begins behind as many code units as are kept before its token: a count of bits, whatever was stripped.
/// </remarks>
public ref struct TermEnumerator
{
    private readonly ArabicNormalizer _normalizer;
    private readonly ReadOnlySpan<char> _text;
    private PlainTokens _plain;

    // Of the stretch of _plain: the code units that are in _folded, and those of them that are not yet what they become.
    private ulong _kept;
    private ulong _left;
    private int _next;

    // The parts of Current. Its text lies in _folded, or in _long where that has no room for it; then it starts at -1.
    private int _start;
    private int _end;
    private TokenKind _kind;
    private int _termStart;
    private int _termLength;
    private TokenEnumerator _tokens;
    private char[]? _long;
    private FoldedUnits _folded;

    internal TermEnumerator(ReadOnlySpan<char> text, ArabicNormalizer normalizer)
    {
        _text = text;
        _normalizer = normalizer;
        _tokens = new TokenEnumerator(text);
        Unsafe.SkipInit(out _folded);
    }

    /// <summary>The term that <see cref="MoveNext"/> found; undefined before the first call and after the last.</summary>
    [UnscopedRef]
    public readonly Term Current => new(new Token(new TextSpan(_start, _end - _start), _kind),
        _termStart < 0 ? _long.AsSpan(0, _termLength) : ((ReadOnlySpan<char>)_folded).Slice(_termStart, _termLength));

    /// <summary>This enumerator from where it is, for <c>foreach</c>.</summary>
    public readonly TermEnumerator GetEnumerator() => new(_text, _normalizer) { _next = _next };

    /// <summary>Finds the next term; false at the end of the text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MoveNext()
    {
        if (_plain.IsEmpty) return MoveOn();
        Take();
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Take()
    {
        _kind = _plain.Next(out int start, out int end);
        _start = _plain.Position + start;
        _end = _plain.Position + end;
        ulong before = (1UL << start) - 1, within = (1UL << end) - 1;
        _termStart = BitOperations.PopCount(_kept & before);
        _termLength = BitOperations.PopCount(_kept & within) - _termStart;
        if (_left != 0 && (_left & within & ~before) != 0) NormalizeAside();
    }

    // To the plain terms of the next stretch, or to one that is not plain.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool MoveOn()
    {
        while (true)
        {
            if (PlainTokens.IsSupported && _next < _text.Length)
            {
                _plain.Read(_text, _next);
                if (!_plain.IsEmpty)
                {
                    _next = _plain.End;
                    _plain.SkipSigns();
                    if (_plain.IsEmpty) continue;
                    _kept = _normalizer.FoldStretch(_text[_plain.Position..], _folded, out _left);
                    Take();
                    return true;
                }
            }

            if (!_tokens.MoveByRules(_next)) return false;
            Token token = _tokens.Current;
            _next = token.Span.End;
            if (token.Kind is TokenKind.Punctuation or TokenKind.Symbol) continue;
            (_start, _end, _kind) = (token.Span.Start, token.Span.End, token.Kind);
            NormalizeAside();
            return true;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void NormalizeAside()
    {
        ReadOnlySpan<char> token = _text[_start.._end];
        _termStart = PlainTokens.Length;
        if (_normalizer.TryNormalize(token, ((Span<char>)_folded)[PlainTokens.Length..], out _termLength)) return;
        _termStart = -1;
        _long ??= new char[Math.Max(token.Length, FoldedUnits.Length)];
        while (!_normalizer.TryNormalize(token, _long, out _termLength)) _long = new char[2 * _long.Length];
    }

    // First those of a stretch, then room for a term by itself, so that hardly one needs an array: for addresses, and for ligatures that become several letters.
    [InlineArray(Length)]
    private struct FoldedUnits
    {
        public const int Length = PlainTokens.Length + 256;

        private char _first;
    }
}
