using System.Runtime.CompilerServices;

namespace ArabicNews;

/// <summary>
/// What <see cref="PlainTokens"/> must know of a code unit, as the bits of a byte; zero for what it leaves to the rules.
/// </summary>
internal sealed class PlainClasses
{
    // Bits, by number.

    /// <summary>A letter of Arabic script or a mark.</summary>
    public const int Letter = 0;

    /// <summary>Among letters, one that makes a word (no mark, no tatweel); among signs, one that comes in runs.</summary>
    public const int Head = 1;

    public const int Blank = 2;

    /// <summary>Punctuation that begins nothing longer than a run.</summary>
    public const int Sign = 3;

    public const int Digit = 4;

    /// <summary>A letter of another script.</summary>
    public const int OtherLetter = 5;

    /// <summary>Ends an Arabic word that it stands behind if it is no letter, and makes no emoji of a sign.</summary>
    public const int Known = 6;

    /// <summary>A sign that ends a number and a word of another script, whatever follows.</summary>
    public const int Apart = 7;

    // The blocks of 128 code units that nearly all of news comes from: these first, and then those that a second look is for. The last of each is left out, because its index is also that of everything above.
    private const char Arabic = '\u0600', Ascii = '\u0000', Latin = '\u0080';
    private static readonly char[] s_otherBlocks = [Latin, '\u0680', '\u2000', '\uFE80'];

    private readonly ByteTable _arabic = Table(Arabic);
    private readonly ByteTable _ascii = Table(Ascii);
    private readonly ByteTable _latin = Table(Latin);
    private readonly ByteTable[] _others = new ByteTable[s_otherBlocks.Length];

    public PlainClasses()
    {
        _others[0] = _latin;
        for (int i = 1; i < _others.Length; i++) _others[i] = Table(s_otherBlocks[i]);
    }

    /// <summary>The classes of as many code units as a vector holds, in their order; what lies behind <paramref name="count"/> counts as blanks.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(ref readonly char units, int count)
        where T : struct, IByteVector<T>
    {
        // As in ArabicNormalizer.Vector.cs: U+0600-067E become 0x80-0xFE, all above 0xFF; U+0001-00FE stay, all above becomes 0xFF, or zero from U+8000 on. Guillemets deserve a look-up where it is one instruction.
        (T latin, T arabic) = T.Pack(in units, count, 0, Arabic - 0x80);
        T classes = T.SelectHigh(latin, T.Count == PlainTokens.Length ? T.Lookup(_latin, latin) : T.Create(0), T.Lookup(_ascii, latin | T.Create(0x80)));
        classes = T.SelectHigh(arabic, T.Lookup(_arabic, arabic), classes);
        return T.InOrder(T.AnyZero(classes) ? WithOthers(classes, in units, count) : classes);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private T WithOthers<T>(T classes, ref readonly char units, int count)
        where T : struct, IByteVector<T>
    {
        for (int i = 0; i < _others.Length; i++)
        {
            (T index, _) = T.Pack(in units, count, (short)(s_otherBlocks[i] - 0x80), 0);
            T place = index - T.Create(0x80), last = T.Create(ByteTable.Length - 2);
            if (!T.AnyZero(T.SelectAtMost(place, last, T.Create(0), T.Create(1)))) continue;
            classes = T.SelectAtMost(place, last, T.Lookup(_others[i], index), classes);
        }

        return classes;
    }

    private static ByteTable Table(char start)
    {
        byte[] classes = new byte[ByteTable.Length];
        for (int i = 0; i < classes.Length - 1; i++) classes[i] = Of((char)(start + i));
        return new ByteTable(classes);
    }

    /// <summary>The bits of one code unit.</summary>
    public static byte Of(char c)
    {
        const int known = 1 << Known;
        return (byte)(ArabicChars.ClassOf(c) switch
        {
            CharClass.ArabicLetter when c != ArabicChars.Tatweel => 1 << Letter | 1 << Head | known,
            CharClass.ArabicLetter or CharClass.Mark => 1 << Letter | known,
            CharClass.Space => 1 << Blank | known,
            CharClass.Digit => 1 << Digit | known,
            CharClass.Letter => 1 << OtherLetter | known,
            CharClass.Punctuation when TokenEnumerator.MayBeginLonger(c) => known,
            CharClass.Punctuation => 1 << Sign | known | (TokenEnumerator.IsRepeating(c) ? 1 << Head : 0) | (TokenEnumerator.MayJoin(c) ? 0 : 1 << Apart),
            CharClass.Symbol when c != '\0' => 1 << Sign | 1 << Digit | known,
            _ => 0,
        });
    }
}
