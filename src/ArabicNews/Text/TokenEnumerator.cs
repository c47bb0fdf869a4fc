using System.Buffers;
using System.Globalization;

namespace ArabicNews;

/// <summary>Walks the tokens of a text; see <see cref="ArabicTokenizer.Tokenize"/>. Use it with <c>foreach</c>.</summary>
public ref struct TokenEnumerator
{
    // What can stand in an e-mail address or a domain.
    private static readonly SearchValues<char> s_addressChars = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-_+%@");

    // Signs that come in runs: one token for "...", "--", "!!".
    private static readonly SearchValues<char> s_repeating = SearchValues.Create(".-_!?*~=\u061F\u2013\u2014\u2026");

    private readonly ReadOnlySpan<char> _text;
    private int _position;
    private int _addressesSearchedTo;

    internal TokenEnumerator(ReadOnlySpan<char> text) => _text = text;

    /// <summary>The token that <see cref="MoveNext"/> found; undefined before the first call and after the last.</summary>
    public Token Current { get; private set; }

    /// <summary>This enumerator, for <c>foreach</c>.</summary>
    public readonly TokenEnumerator GetEnumerator() => this;

    /// <summary>Finds the next token; false at the end of the text.</summary>
    public bool MoveNext()
    {
        ReadOnlySpan<char> text = _text;
        int start = _position;
        while (start < text.Length && ArabicChars.ClassOf(text[start]) == CharClass.Space) start++;
        if (start == text.Length)
        {
            _position = start;
            return false;
        }

        (int end, TokenKind kind) = ClassAt(start, out _) switch
        {
            CharClass.ArabicLetter or CharClass.Mark => ArabicWord(start),
            CharClass.Letter => TryAddress(start, out int address, out TokenKind addressKind) ? (address, addressKind) : (OtherWord(start), TokenKind.Word),
            CharClass.Digit => TryAddress(start, out int address, out TokenKind addressKind) ? (address, addressKind) : (Number(start), TokenKind.Number),
            CharClass.Punctuation => Punctuation(start),
            CharClass.Format => (FormatRun(start), TokenKind.Symbol),
            _ => (Symbol(start), TokenKind.Symbol),
        };
        Current = new Token(TextSpan.FromBounds(start, end), kind);
        _position = end;
        return true;
    }

    // The class of the code point at position, and its length; what cannot be paired is a symbol.
    private readonly CharClass ClassAt(int position, out int length)
    {
        length = 1;
        CharClass kind = ArabicChars.ClassOf(_text[position]);
        if (kind < CharClass.HighSurrogate) return kind;
        if (kind == CharClass.LowSurrogate || position + 1 == _text.Length || !char.IsLowSurrogate(_text[position + 1])) return CharClass.Symbol;
        length = 2;
        return CharUnicodeInfo.GetUnicodeCategory(char.ConvertToUtf32(_text[position], _text[position + 1])) switch
        {
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter => CharClass.Letter,
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark => CharClass.Mark,
            UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber => CharClass.Digit,
            UnicodeCategory.DashPunctuation or UnicodeCategory.OpenPunctuation or UnicodeCategory.ClosePunctuation or UnicodeCategory.OtherPunctuation
                or UnicodeCategory.ConnectorPunctuation or UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation => CharClass.Punctuation,
            UnicodeCategory.Format => CharClass.Format,
            _ => CharClass.Symbol,
        };
    }

    // Arabic letters with their marks. Letters of another script and digits end the word: "2024م" and "الBBC" are two tokens each. Joiners and
    // direction marks stay inside when the word goes on behind them, as in Persian compounds and pasted names; behind the last letter they are
    // a token of their own, so that a highlight ends with the letter.
    private readonly (int End, TokenKind Kind) ArabicWord(int start)
    {
        bool hasLetter = false;
        int position = start;
        while (position < _text.Length)
        {
            char c = _text[position];
            CharClass kind = ArabicChars.ClassOf(c);
            if (kind == CharClass.ArabicLetter)
            {
                hasLetter |= c != ArabicChars.Tatweel;
                position++;
            }
            else if (kind == CharClass.Mark)
            {
                position++;
            }
            else if (kind == CharClass.Format && FormatRun(position) is var next && next < _text.Length && ArabicChars.ClassOf(_text[next]) is CharClass.ArabicLetter or CharClass.Mark)
            {
                position = next;
            }
            else if (kind == CharClass.HighSurrogate && ClassAt(position, out int length) == CharClass.Mark)
            {
                position += length;
            }
            else
            {
                break;
            }
        }

        return (position, hasLetter ? TokenKind.Word : TokenKind.Symbol);
    }

    // Words of other scripts. Digits stay (F16, G20), also an apostrophe or underscore between letters (d'Ivoire), and the dots of an acronym (U.S).
    private readonly int OtherWord(int start)
    {
        int position = start;
        while (position < _text.Length)
        {
            CharClass kind = ClassAt(position, out int length);
            if (kind is CharClass.Letter or CharClass.Mark or CharClass.Digit)
            {
                position += length;
                continue;
            }

            char c = _text[position];
            int next = kind == CharClass.Format ? FormatRun(position) : position + 1;
            if (next == _text.Length || ClassAt(next, out _) is not (CharClass.Letter or CharClass.Digit)) break;
            bool joins = kind == CharClass.Format || c is '\'' or '\u2019' or '_' || (c == '.' && IsAcronymDot(start, position));
            if (!joins) break;
            position = next;
        }

        return position;
    }

    // A dot with one letter on either side, as in U.S.A.
    private readonly bool IsAcronymDot(int start, int dot)
        => char.IsAsciiLetter(_text[dot - 1]) && (dot - 1 == start || _text[dot - 2] == '.')
            && char.IsAsciiLetter(_text[dot + 1]) && (dot + 2 == _text.Length || ArabicChars.ClassOf(_text[dot + 2]) is not (CharClass.Letter or CharClass.Digit));

    private readonly int Number(int start)
    {
        int position = start;
        while (position < _text.Length)
        {
            CharClass kind = ClassAt(position, out int length);
            if (kind is CharClass.Digit)
            {
                position += length;
                continue;
            }

            bool separates = _text[position] is '.' or ',' or ArabicChars.DecimalSeparator or ArabicChars.ThousandsSeparator;
            if (!separates || position + 1 == _text.Length || ArabicChars.ClassOf(_text[position + 1]) != CharClass.Digit) break;
            position++;
        }

        return position;
    }

    private readonly (int End, TokenKind Kind) Punctuation(int start)
    {
        char c = _text[start];
        if (c == '#' && TryHashtag(start, out int end)) return (end, TokenKind.Hashtag);
        if (c == '@' && TryHandle(start, out end)) return (end, TokenKind.Handle);
        ClassAt(start, out int length);
        end = start + length;
        if (s_repeating.Contains(c))
            while (end < _text.Length && _text[end] == c) end++;
        return (end, TokenKind.Punctuation);
    }

    private readonly bool TryHashtag(int start, out int end)
    {
        bool hasLetter = false;
        end = start + 1;
        while (end < _text.Length)
        {
            CharClass kind = ClassAt(end, out int length);
            if (kind is CharClass.ArabicLetter or CharClass.Letter) hasLetter = true;
            else if (kind is not (CharClass.Mark or CharClass.Digit) && _text[end] != '_') break;
            end += length;
        }

        return hasLetter;
    }

    // An @ behind a letter or digit is no handle: "5@2".
    private readonly bool TryHandle(int start, out int end)
    {
        end = start + 1;
        if (start > 0 && ArabicChars.ClassOf(_text[start - 1]) is CharClass.Letter or CharClass.Digit) return false;
        while (end < _text.Length && (_text[end] == '_' || ArabicChars.ClassOf(_text[end]) is CharClass.ArabicLetter or CharClass.Letter or CharClass.Digit)) end++;
        return end > start + 1;
    }

    private readonly int FormatRun(int start)
    {
        int position = start;
        while (position < _text.Length && ClassAt(position, out int length) == CharClass.Format) position += length;
        return position;
    }

    // A symbol with what belongs to it: variation selectors, keycaps, skin tones, tags, what a joiner adds, and two letters of a flag.
    private readonly int Symbol(int start)
    {
        ClassAt(start, out int length);
        int position = start + length;
        if (IsRegionalIndicator(start) && IsRegionalIndicator(position)) position += 2;
        while (position < _text.Length)
        {
            CharClass kind = ClassAt(position, out length);
            if (kind == CharClass.Mark && !ArabicMarkAt(position)) position += length;
            else if (IsSkinToneOrTag(position)) position += 2;
            else if (_text[position] == '\u200D' && position + 1 < _text.Length && ClassAt(position + 1, out length) == CharClass.Symbol) position += 1 + length;
            else break;
        }

        return position;
    }

    private readonly bool ArabicMarkAt(int position) => _text[position] is >= '\u0600' and <= '\u08FF';

    private readonly bool IsRegionalIndicator(int position)
        => position + 1 < _text.Length && _text[position] == '\uD83C' && _text[position + 1] is >= '\uDDE6' and <= '\uDDFF';

    private readonly bool IsSkinToneOrTag(int position)
        => position + 1 < _text.Length && ((_text[position] == '\uD83C' && _text[position + 1] is >= '\uDFFB' and <= '\uDFFF')
            || (_text[position] == '\uDB40' && _text[position + 1] is >= '\uDC20' and <= '\uDC7F'));

    private bool TryAddress(int start, out int end, out TokenKind kind)
    {
        kind = TokenKind.Url;
        if (TryUrl(start, out end)) return true;
        if (start < _addressesSearchedTo || !s_addressChars.Contains(_text[start])) return false;

        // One look at the whole run: it is an address from its first letter or not at all, so that no run is walked twice.
        int run = _text[start..].IndexOfAnyExcept(s_addressChars);
        run = run < 0 ? _text.Length : start + run;
        _addressesSearchedTo = run;
        end = start + _text[start..run].TrimEnd("._-+%@").Length;
        int at = _text[start..end].IndexOf('@');
        if (at >= 0)
        {
            kind = TokenKind.Email;
            return at > 0 && _text[start + at - 1] != '.' && IsDomain(_text[(start + at + 1)..end], anyEnding: true);
        }

        if (!IsDomain(_text[start..end], anyEnding: false)) return false;
        if (end < _text.Length && _text[end] == '/') end = UrlEnd(end);
        return true;
    }

    private readonly bool TryUrl(int start, out int end)
    {
        ReadOnlySpan<char> rest = _text[start..];
        int host = rest[0] switch
        {
            'h' or 'H' when rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase) => 7,
            'h' or 'H' when rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase) => 8,
            'f' or 'F' when rest.StartsWith("ftp://", StringComparison.OrdinalIgnoreCase) => 6,
            'w' or 'W' when rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase) => 4,
            _ => rest.Length,
        };
        end = start;
        if (host >= rest.Length || ClassAt(start + host, out _) is not (CharClass.Letter or CharClass.ArabicLetter or CharClass.Digit)) return false;
        end = UrlEnd(start + host);
        return true;
    }

    // To the next white space, quote or Arabic punctuation; letters other than ASCII only in the path, since a host that runs into an Arabic word is
    // a missing blank. Dots, commas and closing brackets at the end belong to the sentence.
    private readonly int UrlEnd(int position)
    {
        int start = position, opened = 0;
        bool inPath = _text[position] > '\u007F';
        for (; position < _text.Length; position++)
        {
            char c = _text[position];
            inPath |= c == '/';
            if (c is '<' or '>' or '"' or '`' or '{' or '}' or '|' or '\\' || c <= ' ' || c == '\u007F') break;
            if (c > '\u007F' && !(inPath && ArabicChars.ClassOf(c) is CharClass.ArabicLetter or CharClass.Letter or CharClass.Digit or CharClass.Mark)) break;
            if (c == '(') opened++;
        }

        while (position > start)
        {
            char last = _text[position - 1];
            if (last is '.' or ',' or ';' or ':' or '!' or '?' or '\'' or '*' or '_' or '[' or ']' or '(' || (last == ')' && opened == 0)) position--;
            else break;
        }

        return position;
    }

    // Labels of letters, digits and inner hyphens between single dots; the last has letters only, two at least.
    private static bool IsDomain(ReadOnlySpan<char> domain, bool anyEnding)
    {
        int label = 0;
        for (int i = 0; i <= domain.Length; i++)
        {
            if (i == domain.Length || domain[i] == '.')
            {
                if (i == label || domain[label] == '-' || domain[i - 1] == '-') return false;
                if (i < domain.Length) label = i + 1;
            }
            else if (!char.IsAsciiLetterOrDigit(domain[i]) && domain[i] != '-')
            {
                return false;
            }
        }

        ReadOnlySpan<char> ending = domain[label..];
        if (label == 0 || ending.Length < 2) return false;
        foreach (char c in ending)
            if (!char.IsAsciiLetter(c)) return false;
        return anyEnding || IsKnownEnding(ending);
    }

    // Endings that mark a bare domain as an address. The two-letter ones are countries whose newspapers Arabic pages cite; all of them would take "end.It" for one.
    private static bool IsKnownEnding(ReadOnlySpan<char> ending) => ending switch
    {
        "com" or "net" or "org" or "info" or "gov" or "edu" or "int" or "tv" or "news" or "co" or "io" or "me" or "eu" or "uk" or "us" or "fr" or "de" or "ru" or "tr" => true,
        "ae" or "bh" or "dj" or "dz" or "eg" or "iq" or "jo" or "km" or "kw" or "lb" or "ly" or "ma" or "mr" or "om" or "ps" or "qa" or "sa" or "sd" or "so" or "sy" or "tn" or "ye" => true,
        _ => false,
    };
}
