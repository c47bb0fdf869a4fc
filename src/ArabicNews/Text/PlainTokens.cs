using System.Numerics;
using System.Runtime.CompilerServices;

namespace ArabicNews;

/// <summary>
/// The plain tokens of a stretch of text, found all at once: words, numbers and signs that show by their code units, and by the one behind, that no rule of <see cref="TokenEnumerator"/> has more to
/// say of them. In news these are ninety-nine of a hundred.
/// </summary>
/// <remarks>
/// <para>
/// The naive walk looks up one code unit after the other, and the processor guesses after each whether the token goes on and what it is: a wrong guess per word costs more than all its letters. Here
/// 64 code units at a time become 64 bits for each class, and the classes become two sets, where tokens start and where they end, as simdjson finds the structure of JSON (Langdale and Lemire,
/// "Parsing Gigabytes of JSON per Second", section 3.1). Then the next token is a count of zeros in either set: no loop, nothing to guess. In words:
/// </para>
/// <code>
/// inside = letters behind a letter | digits behind a digit | other letters behind one
/// starts = what is no blank, and not inside
/// ends   = what is behind no blank, and not inside; the end of one token may be the start of the next
/// </code>
/// <para>
/// Both are taken up to the first token that may be more than it seems. The stretch may always know less than there is: what it leaves, also a token that ends where the stretch does, the rules tell.
/// </para>
/// </remarks>
internal struct PlainTokens
{
    /// <summary>Code units of a stretch.</summary>
    public const int Length = 64;

    private static readonly PlainClasses s_classes = new();

    private ulong _starts;
    private ulong _ends;
    private ulong _digits;
    private ulong _signs;
    private int _position;
    private bool _stopsShort;

    /// <summary>Whether this machine has the vectors for it; without, all tokens are left to the rules.</summary>
    public static bool IsSupported => ByteVector512.IsSupported || ByteVector256.IsSupported || ByteVector128.IsSupported;

    /// <summary>Whether no token is left.</summary>
    public readonly bool IsEmpty => _ends == 0;

    /// <summary>Whether the next token behind those that were found is one for the rules, so that nothing plain need be looked for there.</summary>
    public readonly bool StopsShort => _stopsShort;

    /// <summary>The place of the first code unit of the stretch in the text.</summary>
    public readonly int Position => _position;

    /// <summary>Behind the last token that is left. Only when there is one.</summary>
    public readonly int End => _position + BitOperations.Log2(_ends);

    /// <summary>Takes the next token away, and says where in the stretch it starts and ends. Only when there is one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TokenKind Next(out int start, out int end)
    {
        start = BitOperations.TrailingZeroCount(_starts);
        end = BitOperations.TrailingZeroCount(_ends);
        _starts &= _starts - 1;
        _ends &= _ends - 1;

        // Symbols are in both sets.
        return (TokenKind)((((uint)(_digits >> start) & 1) * (uint)TokenKind.Number) | (((uint)(_signs >> start) & 1) * (uint)TokenKind.Punctuation));
    }

    /// <summary>Leaves out punctuation and symbols.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void SkipSigns()
    {
        _starts &= ~_signs;
        _ends &= ~(_signs << 1);
    }

    /// <summary>Finds the plain tokens from <paramref name="position"/> on, which lies in the text and where a token or white space begins. Only when <see cref="IsSupported"/>.</summary>
    public void Read(ReadOnlySpan<char> text, int position)
    {
        if (ByteVector512.IsSupported) Read<ByteVector512>(text, position);
        else if (ByteVector256.IsSupported) Read<ByteVector256>(text, position);
        else Read<ByteVector128>(text, position);
    }

    // Optimized from the first call on: see ArabicNormalizer.Advance.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private unsafe void Read<T>(ReadOnlySpan<char> text, int position)
        where T : struct, IByteVector<T>
    {
        char* copy = stackalloc char[T.TakesPart ? 0 : Length];
        fixed (char* units = text)
        {
            int length = text.Length - position;
            if (T.TakesPart || length >= Length) Read<T>(units + position, Math.Min(length, Length), position);
            else Read<T>(CopyOf(text[position..], copy), Length, position);
        }
    }

    /// <summary>The stretch, which is shorter than it should be, with blanks behind it.</summary>
    public static unsafe char* CopyOf(ReadOnlySpan<char> text, char* copy)
    {
        new Span<char>(copy, Length).Fill(' ');
        text.CopyTo(new Span<char>(copy, Length));
        return copy;
    }

    // What lies behind length counts as blanks.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private unsafe void Read<T>(char* units, int length, int position)
        where T : struct, IByteVector<T>
    {
        ulong letters = 0, heads = 0, blanks = 0, signs = 0, digits = 0, latin = 0, known = 0, apart = 0;
        for (int i = 0; i < Length; i += T.Count)
        {
            T classes = s_classes.Of<T>(ref units[i], Math.Min(T.Count, length - i));
            letters |= T.Bits(classes, PlainClasses.Letter) << i;
            heads |= T.Bits(classes, PlainClasses.Head) << i;
            blanks |= T.Bits(classes, PlainClasses.Blank) << i;
            signs |= T.Bits(classes, PlainClasses.Sign) << i;
            digits |= T.Bits(classes, PlainClasses.Digit) << i;
            latin |= T.Bits(classes, PlainClasses.OtherLetter) << i;
            known |= T.Bits(classes, PlainClasses.Known) << i;
            apart |= T.Bits(classes, PlainClasses.Apart) << i;
        }

        ulong first = letters & heads, inRuns = signs & heads, numbers = digits & ~signs, others = numbers | latin;
        ulong inside = (letters & (letters << 1)) | (numbers & (numbers << 1)) | (latin & (latin << 1));
        ulong starts = ~(inside | blanks), ends = ~(inside | (blanks << 1) | 1);

        // An Arabic word ends before what is known, and so does a sign, if not in a run. A number or another word also asks what comes behind: a blank, a word, what ends it in any case, a sign before a blank.
        ulong goodEnds = (((letters << 1) | ((signs << 1) & ~(inRuns & (inRuns << 1)))) & known) | ((others << 1) & (blanks | first | apart | (signs & (blanks >> 1))));
        ulong badStarts = starts & ~(first | signs | others), badEnds = ends & ~goodEnds;

        // Up to the first bad start, and before the first bad end.
        _ends = ends & (badStarts ^ (badStarts - 1)) & (~badEnds & (badEnds - 1));
        _stopsShort = (badStarts | badEnds) != 0;
        _starts = starts;
        _digits = digits;
        _signs = signs;
        _position = position;
    }
}
