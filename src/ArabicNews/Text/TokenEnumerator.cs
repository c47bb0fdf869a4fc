using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace ArabicNews;

/// <summary>Walks the tokens of a text; see <see cref="ArabicTokenizer.Tokenize"/>. Use it with <c>foreach</c>.</summary>
/// <remarks>
/// The rules are those of Unicode's word boundaries (UAX #29, https://www.unicode.org/reports/tr29/, rules WB1 to WB999), with the deviations that Arabic news asks for; each stands above its branch.
/// </remarks>
public ref partial struct TokenEnumerator
{
    // Signs that come in runs: one token for "...", "--", "!!".
    private static readonly SearchValues<char> s_repeating = SearchValues.Create(".-_!?*~=\u061F\u2013\u2014\u2026");

    // What joins parts of a number, a word of another script or an address: see NumberEnd, OtherWordEnd and MayGoOnAsAddress.
    private static readonly SearchValues<char> s_joining = SearchValues.Create(".,'\u2019_@:-+%\u060C\u066B\u066C");

    private readonly ReadOnlySpan<char> _text;

    // The parts of Current; put together only for who asks.
    private int _start;
    private int _end;
    private TokenKind _kind;
    private int _addressesSearchedTo;

    // What has been found at once and not been taken yet, and where all that has been found ends.
    private PlainTokens _plain;
    private int _next;

    internal TokenEnumerator(ReadOnlySpan<char> text, int start = 0)
    {
        _text = text;
        _next = start;
    }

    /// <summary>The token that <see cref="MoveNext"/> found; undefined before the first call and after the last.</summary>
    public readonly Token Current => new(new TextSpan(_start, _end - _start), _kind);

    /// <summary>This enumerator, for <c>foreach</c>.</summary>
    public readonly TokenEnumerator GetEnumerator() => new(_text, Rest);

    /// <summary>Finds the next token; false at the end of the text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MoveNext()
    {
        if (_plain.IsEmpty) return MoveOn();
        MoveToPlain(out _, out _);
        return true;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool MoveOn()
    {
        if (!ReadPlain()) return MoveByRules();
        MoveToPlain(out _, out _);
        return true;
    }

    // For TermEnumerator too, which takes the same steps but for signs.

    internal readonly ReadOnlySpan<char> Text => _text;

    /// <summary>Where what has not been found or taken yet begins.</summary>
    internal readonly int Rest => _plain.IsEmpty ? _next : _end;

    /// <summary>Whether plain tokens are left.</summary>
    internal readonly bool HasPlain => !_plain.IsEmpty;

    /// <summary>Finds the plain tokens behind those that were found; false when what comes next is none.</summary>
    internal bool ReadPlain()
    {
        if (!PlainTokens.IsSupported || _plain.StopsShort || _next >= _text.Length) return false;
        _plain.Read(_text, _next);
        if (_plain.IsEmpty) return false;
        _next = _plain.End;
        return true;
    }

    /// <summary>The text from the stretch of the plain tokens on.</summary>
    internal readonly ReadOnlySpan<char> Stretch => _text[_plain.Position..];

    internal readonly ReadOnlySpan<char> CurrentText => _text[_start.._end];

    internal void SkipSigns() => _plain.SkipSigns();

    /// <summary>The next plain token becomes <see cref="Current"/>, and where in the stretch it starts and ends comes back.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void MoveToPlain(out int start, out int end)
    {
        _kind = _plain.Next(out start, out end);
        _start = _plain.Position + start;
        _end = _plain.Position + end;
    }

    /// <summary>Finds the token behind those that were found, plain or not, by the rules alone; false when there is none.</summary>
    internal bool MoveByRules()
    {
        _plain = default;
        ReadOnlySpan<char> text = _text;
        int start = _next;
        CharClass kind = CharClass.Space;
        while ((uint)start < (uint)text.Length && (kind = ArabicChars.ClassOf(text[start])) == CharClass.Space) start++;
        _start = _end = start;
        if (kind != CharClass.Space) MoveTo(start, kind);
        _next = _end;
        return kind != CharClass.Space;
    }

    // What PlainTokens asks of signs.
    internal static bool MayBeginLonger(char sign) => sign == '@' || IsHashSign(sign);

    internal static bool IsRepeating(char sign) => s_repeating.Contains(sign);

    internal static bool MayJoin(char sign) => s_joining.Contains(sign);

    private void MoveTo(int start, CharClass kind)
    {
        int length = 1;
        if (kind >= CharClass.HighSurrogate) kind = ClassOfPair(start, out length);
        else if (IsEmojiOfText(start)) kind = CharClass.Symbol;
        (_end, _kind) = kind switch
        {
            CharClass.Punctuation => Punctuation(start, length),
            CharClass.Digit => DigitsOrAddress(start),
            CharClass.Letter => OtherWordOrAddress(start),
            CharClass.ArabicLetter or CharClass.Mark => MarksOrWord(start),
            CharClass.Format => (FormatEnd(start), TokenKind.Symbol),
            _ => (SymbolEnd(start), TokenKind.Symbol),
        };
    }

    // The class of the code point at position, and its length; what cannot be paired is a symbol.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly CharClass ClassAt(int position, out int length)
    {
        length = 1;
        CharClass kind = ArabicChars.ClassOf(_text[position]);
        return kind < CharClass.HighSurrogate ? kind : ClassOfPair(position, out length);
    }

    private readonly CharClass ClassOfPair(int position, out int length)
    {
        length = 1;
        if (position + 1 == _text.Length || !char.IsSurrogatePair(_text[position], _text[position + 1])) return CharClass.Symbol;
        length = 2;
        int codePoint = char.ConvertToUtf32(_text[position], _text[position + 1]);
        return CharUnicodeInfo.GetUnicodeCategory(codePoint) switch
        {
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter => IsArabic(codePoint) ? CharClass.ArabicLetter : CharClass.Letter,
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark => CharClass.Mark,
            UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber => CharClass.Digit,
            UnicodeCategory.DashPunctuation or UnicodeCategory.OpenPunctuation or UnicodeCategory.ClosePunctuation or UnicodeCategory.OtherPunctuation
                or UnicodeCategory.ConnectorPunctuation or UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation => CharClass.Punctuation,
            UnicodeCategory.Format => CharClass.Format,
            _ => CharClass.Symbol,
        };
    }

    // The blocks Arabic Extended-C and Arabic Mathematical Alphabetic Symbols.
    private static bool IsArabic(int codePoint) => codePoint is (>= 0x10EC0 and <= 0x10EFF) or (>= 0x1EE00 and <= 0x1EEFF);

    // Arabic letters (WB5) with their marks (WB4). Against WB5 and WB9 the word ends at letters of another script and at digits: "2024م" and "الBBC" are two tokens each; 21 of 100 news
    // articles glue them. Against WB13a it ends at an underscore. Joiners and direction marks stay inside when the word goes on behind them (WB4), as in Persian compounds and
    // pasted names; behind the last letter they are a token of their own, so that a highlight ends with the letter.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly int ArabicWordEnd(int position)
    {
        while (position < _text.Length)
        {
            CharClass kind = ClassAt(position, out int length);
            if (kind is CharClass.ArabicLetter or CharClass.Mark)
            {
                position += length;
            }
            else if (kind == CharClass.Format && FormatEnd(position) is var next && next < _text.Length && ClassAt(next, out _) is CharClass.ArabicLetter or CharClass.Mark)
            {
                position = next;
            }
            else
            {
                break;
            }
        }

        return position;
    }

    // Behind a first mark or tatweel there may be no letter at all: such a line of tatweel is an ornament.
    private readonly (int End, TokenKind Kind) MarksOrWord(int start)
    {
        int end = ArabicWordEnd(start), length;
        for (int position = start; position < end; position += length)
            if (ClassAt(position, out length) == CharClass.ArabicLetter && _text[position] != ArabicChars.Tatweel) return (end, TokenKind.Word);
        return (end, TokenKind.Symbol);
    }

    private (int End, TokenKind Kind) OtherWordOrAddress(int start)
    {
        int position = AsciiWordEnd(start);
        if (MayGoOnAsAddress(position) && TryAddress(start, out int end, out TokenKind kind)) return (end, kind);
        return (OtherWordEnd(start, position), TokenKind.Word);
    }

    // Words of other scripts (WB5). Digits stay (WB9, WB10: F16, G20), also an apostrophe (WB6, WB7: d'Ivoire) or underscore (WB13a, WB13b) between letters, joiners (WB4), and the dots of
    // an acronym (U.S). Against WB6 and WB7 no other dot joins: in news it is a forgotten blank or a domain.
    private readonly int OtherWordEnd(int start, int position)
    {
        while (position < _text.Length)
        {
            CharClass kind = ClassAt(position, out int length);
            if (kind == CharClass.Mark && IsEmojiOfText(position - 1)) return position - 1;
            if (kind is CharClass.Letter or CharClass.Mark or CharClass.Digit)
            {
                position += length;
                continue;
            }

            char c = _text[position];
            if (kind != CharClass.Format && c is not ('\'' or '\u2019' or '_' or '.')) break;
            int next = kind == CharClass.Format ? FormatEnd(position) : position + 1;
            if (next >= _text.Length || ClassAt(next, out _) is not (CharClass.Letter or CharClass.Digit) || IsEmojiOfText(next)) break;
            if (c == '.' && !IsAcronymDot(start, position)) break;
            position = next;
        }

        return position;
    }

    // A dot with one letter on either side, as in U.S.A.
    private readonly bool IsAcronymDot(int start, int dot)
        => char.IsAsciiLetter(_text[dot - 1]) && (dot - 1 == start || _text[dot - 2] == '.')
            && char.IsAsciiLetter(_text[dot + 1]) && (dot + 2 == _text.Length || ArabicChars.ClassOf(_text[dot + 2]) is not (CharClass.Letter or CharClass.Digit));

    private (int End, TokenKind Kind) DigitsOrAddress(int start)
    {
        int position = NumberEnd(start);
        if (MayGoOnAsAddress(AsciiWordEnd(position)) && TryAddress(start, out int end, out TokenKind kind)) return (end, kind);
        return (position, TokenKind.Number);
    }

    // Digits (WB8) with one separator between two of them (WB11, WB12: MidNum and MidNumLet). The Arabic comma is one of these: it stands between digits 430 times in 2.9 million words of
    // Tunisian and Saudi news, in more than nine of ten as a decimal or thousands sign («نسبة 1،6 بالمائة»), else in a clock time or a list («أيام 10،11 و 12 مارس»). Against WB12 a semicolon and an apostrophe are none. Against WB10 letters end the number.
    private readonly int NumberEnd(int position)
    {
        while (position < _text.Length)
        {
            CharClass kind = ClassAt(position, out int length);
            if (kind == CharClass.Digit)
            {
                position += length;
                continue;
            }

            bool separates = _text[position] is '.' or ',' or ArabicChars.Comma or ArabicChars.DecimalSeparator or ArabicChars.ThousandsSeparator;
            if (!separates || position + 1 == _text.Length || ClassAt(position + 1, out _) != CharClass.Digit || IsEmojiOfText(position + 1)) break;
            position++;
        }

        return IsEmojiOfText(position - 1) ? position - 1 : position;
    }

    // One sign each (WB999); only what is written in runs is read in runs.
    private readonly (int End, TokenKind Kind) Punctuation(int start, int length)
    {
        char c = _text[start];
        if (IsHashSign(c) && TryHashtag(start, out int end)) return (end, TokenKind.Hashtag);
        if (c == '@' && TryHandle(start, out end)) return (end, TokenKind.Handle);
        end = start + length;
        if (end < _text.Length && _text[end] == c && s_repeating.Contains(c))
            while (end < _text.Length && _text[end] == c) end++;
        return (end, TokenKind.Punctuation);
    }

    private readonly int FormatEnd(int start)
    {
        int position = start;
        while (position < _text.Length && ClassAt(position, out int length) == CharClass.Format) position += length;
        return position;
    }
}
