using System.Buffers;

namespace ArabicNews;

// Web addresses, e-mail addresses, hashtags and handles.
public ref partial struct TokenEnumerator
{
    // What can stand in an e-mail address or a domain: letters, digits and hyphens (RFC 1123, 2.1), and of what RFC 5322 allows before the @ the signs that are in use.
    private static readonly SearchValues<char> s_addressChars = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-_+%@");

    // Number sign, small number sign, full-width number sign (UAX #31, R8).
    private static bool IsHashSign(char c) => c is '#' or '\uFE5F' or '\uFF03';

    // UAX #31, R8: a number sign and letters, marks, digits, underscores; joiners as inside a word. One letter at least: "#1" is a rank.
    private readonly bool TryHashtag(int start, out int end)
    {
        bool hasLetter = false;
        end = start + 1;
        while (end < _text.Length)
        {
            CharClass kind = ClassAt(end, out int length);
            if (kind is CharClass.ArabicLetter or CharClass.Letter)
            {
                hasLetter = true;
            }
            else if (kind == CharClass.Format)
            {
                length = FormatEnd(end) - end;
                if (end + length == _text.Length || ClassAt(end + length, out _) is not (CharClass.ArabicLetter or CharClass.Letter or CharClass.Mark)) break;
            }
            else if ((kind is not (CharClass.Mark or CharClass.Digit) && _text[end] != '_') || IsEmojiOfText(end))
            {
                break;
            }

            end += length;
        }

        return hasLetter;
    }

    // Networks allow letters, digits and underscores. An @ behind a letter or digit is no handle ("5@2"); behind an Arabic letter it is, since only a blank is missing.
    private readonly bool TryHandle(int start, out int end)
    {
        end = start + 1;
        if (start > 0 && ArabicChars.ClassOf(_text[start - 1]) is CharClass.Letter or CharClass.Digit) return false;
        while (end < _text.Length && (_text[end] == '_' || ArabicChars.ClassOf(_text[end]) is CharClass.ArabicLetter or CharClass.Letter or CharClass.Digit)) end++;
        return end > start + 1;
    }

    // The end of the ASCII letters and digits from start on.
    private readonly int AsciiWordEnd(int start)
    {
        int position = start;
        while (position < _text.Length && char.IsAsciiLetterOrDigit(_text[position])) position++;
        return position;
    }

    // What stands behind the first word of any address. Nearly all words and numbers of news have something else behind them, and are not looked at further.
    private readonly bool MayGoOnAsAddress(int position) =>
        position + 1 < _text.Length && _text[position] is '.' or '@' or ':' or '-' or '_' or '+' or '%' && _text[position + 1] != ' ';

    private bool TryAddress(int start, out int end, out TokenKind kind)
    {
        kind = TokenKind.Url;
        if (TryUrl(start, out end)) return true;
        if (start < _addressesSearchedTo || !s_addressChars.Contains(_text[start])) return false;

        // One look at the whole run: it is an address from its first letter or not at all, so that no run is walked twice.
        int run = _text[start..].IndexOfAnyExcept(s_addressChars);
        run = run < 0 ? _text.Length : start + run;
        _addressesSearchedTo = run;
        end = run;
        while (end > start && !char.IsAsciiLetterOrDigit(_text[end - 1])) end--;

        // Numbers, in the first place: no domain ends with a digit.
        if (end == start || !char.IsAsciiLetter(_text[end - 1])) return false;
        int at = _text[start..end].IndexOf('@');
        if (at >= 0)
        {
            // RFC 5321, 4.1.2: Local-part "@" Domain; the local part ends with no dot.
            kind = TokenKind.Email;
            return at > 0 && _text[start + at - 1] != '.' && IsDomain(_text[(start + at + 1)..end], anyEnding: true);
        }

        if (!IsDomain(_text[start..end], anyEnding: false)) return false;
        if (end < _text.Length && _text[end] == '/') end = UrlEnd(end);
        return true;
    }

    // RFC 3986, 3.1: schemes in any case; those that pages link to, and the host name that needs none.
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
        if (host >= rest.Length || ArabicChars.ClassOf(rest[host]) is not (CharClass.Letter or CharClass.ArabicLetter or CharClass.Digit)) return false;
        end = UrlEnd(start + host);
        return true;
    }

    // To the next white space, quote or Arabic punctuation, and to the ASCII signs that RFC 3986 leaves out (2.2, 2.3); letters other than ASCII only in the path (RFC 3987), since a host that
    // runs into an Arabic word is a missing blank. Dots, commas and brackets that close what the address did not open belong to the sentence (RFC 3986, appendix C).
    private readonly int UrlEnd(int position)
    {
        int start = position, opened = 0, closed = 0;
        bool inPath = _text[position] > '\u007F';
        for (; position < _text.Length; position++)
        {
            char c = _text[position];
            inPath |= c == '/';
            if (c is '<' or '>' or '"' or '`' or '{' or '}' or '|' or '\\' or '^' || c <= ' ' || c == '\u007F') break;
            if (c > '\u007F' && !(inPath && ArabicChars.ClassOf(c) is CharClass.ArabicLetter or CharClass.Letter or CharClass.Digit or CharClass.Mark)) break;
            if (c == '(') opened++;
            if (c == ')') closed++;
        }

        for (; position > start; position--)
        {
            char last = _text[position - 1];
            if (last == '(') opened--;
            else if (last == ')' && closed > opened) closed--;
            else if (last is not ('.' or ',' or ';' or ':' or '!' or '?' or '\'' or '*' or '_' or '[' or ']')) break;
        }

        return position;
    }

    // RFC 1034, 3.5: labels of letters, digits and inner hyphens between single dots; the last has letters only, two at least.
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
