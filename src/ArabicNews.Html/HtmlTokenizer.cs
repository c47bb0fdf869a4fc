namespace ArabicNews.Html;

/// <summary>What <see cref="HtmlTokenizer.Read"/> found.</summary>
internal enum HtmlTokenKind : byte
{
    End,
    Text,
    StartTag,
    EndTag,
}

/// <summary>
/// Splits HTML into tags and the text between them, by the tokenizer of the HTML standard (https://html.spec.whatwg.org/#tokenization): comments, declarations and
/// processing instructions are passed over, unfinished tags at the end are dropped, character references stay in the text as written. Each code unit is looked at a
/// bounded number of times, so the whole takes linear time whatever is unclosed. Allocates nothing but the attributes of <see cref="HtmlAttribute"/> that it is given a list for.
/// </summary>
internal ref struct HtmlTokenizer(string html, List<HtmlAttribute> attributes)
{
    private readonly ReadOnlySpan<char> _html = html;
    private int _position;

    /// <summary>Where the token starts.</summary>
    public int Start { get; private set; }

    /// <summary>Just behind the token.</summary>
    public readonly int End => _position;

    /// <summary>The name of a tag, as written.</summary>
    public TextSpan Name { get; private set; }

    /// <summary>Which element a tag names.</summary>
    public HtmlTag Tag { get; private set; }

    /// <summary>Whether a start tag ends in <c>/&gt;</c>.</summary>
    public bool IsSelfClosing { get; private set; }

    /// <summary>Reads the next token. The attributes of a start tag are appended to the list given to the constructor.</summary>
    public HtmlTokenKind Read()
    {
        while (_position < _html.Length)
        {
            Start = _position;
            if (_html[_position] != '<') return ReadText();

            char next = At(_position + 1);
            if (char.IsAsciiLetter(next))
            {
                _position++;
                if (ReadTag(keepAttributes: true)) return HtmlTokenKind.StartTag;
            }
            else if (next == '/' && char.IsAsciiLetter(At(_position + 2)))
            {
                _position += 2;
                if (ReadTag(keepAttributes: false)) return HtmlTokenKind.EndTag;
            }
            else if (next == '!' && _html[(_position + 2)..].StartsWith("--", StringComparison.Ordinal))
            {
                SkipComment();
            }
            else if (next is '!' or '?' or '/')
            {
                // A declaration, an instruction or "</" with no name behind it: all up to the first ">".
                SkipPast('>');
            }
            else
            {
                return ReadText();
            }
        }

        return HtmlTokenKind.End;
    }

    /// <summary>Behind a start tag whose content is text: reads that text, up to the end tag of the same name, which is consumed too, or to the end.</summary>
    public TextSpan ReadRaw(HtmlTag tag, ReadOnlySpan<char> name)
    {
        int start = _position;
        bool escaped = false, doubleEscaped = false;
        while (_position < _html.Length)
        {
            int next = _html[_position..].IndexOfAny('<', '-');
            if (next < 0) break;
            _position += next;
            ReadOnlySpan<char> rest = _html[_position..];
            if (tag == HtmlTag.Script && rest.StartsWith("<!--", StringComparison.Ordinal))
            {
                escaped = true;
                _position += 2; // "<!-->" closes itself
            }
            else if (rest[0] == '-')
            {
                if (escaped && rest.StartsWith("-->", StringComparison.Ordinal)) escaped = doubleEscaped = false;
                _position++;
            }
            else if (rest.Length > 1 && rest[1] == '/' && NamesTag(rest[2..], name))
            {
                if (!doubleEscaped)
                {
                    var raw = TextSpan.FromBounds(start, _position);
                    _position += 2;
                    ReadTag(keepAttributes: false);
                    return raw;
                }

                doubleEscaped = false;
                _position += 2;
            }
            else
            {
                if (escaped && NamesTag(rest[1..], name)) doubleEscaped = true;
                _position++;
            }
        }

        _position = _html.Length;
        return TextSpan.FromBounds(start, _position);
    }

    private static bool NamesTag(ReadOnlySpan<char> text, ReadOnlySpan<char> name) =>
        text.Length > name.Length && text.StartsWith(name, StringComparison.OrdinalIgnoreCase) && (IsSpace(text[name.Length]) || text[name.Length] is '/' or '>');

    private static bool IsSpace(char c) => c is ' ' or '\t' or '\n' or '\f' or '\r';

    private readonly char At(int index) => index < _html.Length ? _html[index] : '\0';

    // Up to the next "<" that starts something; a "<" before anything else is text.
    private HtmlTokenKind ReadText()
    {
        int from = _position + 1;
        while (true)
        {
            int next = from < _html.Length ? _html[from..].IndexOf('<') : -1;
            if (next < 0)
            {
                _position = _html.Length;
                return HtmlTokenKind.Text;
            }

            from += next;
            if (char.IsAsciiLetter(At(from + 1)) || At(from + 1) is '!' or '?' or '/')
            {
                _position = from;
                return HtmlTokenKind.Text;
            }

            from++;
        }
    }

    private void SkipPast(char end)
    {
        int next = _html[_position..].IndexOf(end);
        _position = next < 0 ? _html.Length : _position + next + 1;
    }

    private void SkipComment()
    {
        _position += 4;
        if (At(_position) == '>') { _position++; return; }
        if (At(_position) == '-' && At(_position + 1) == '>') { _position += 2; return; }
        while (true)
        {
            int next = _position < _html.Length ? _html[_position..].IndexOf("--", StringComparison.Ordinal) : -1;
            if (next < 0)
            {
                _position = _html.Length;
                return;
            }

            _position += next + 2;
            if (At(_position) == '>') { _position++; return; }
            if (At(_position) == '!' && At(_position + 1) == '>') { _position += 2; return; }
            _position--;
        }
    }

    // From the first letter of the name; false when the input ends inside the tag.
    private bool ReadTag(bool keepAttributes)
    {
        int start = _position;
        while (_position < _html.Length && !IsSpace(_html[_position]) && _html[_position] is not ('/' or '>')) _position++;
        Name = TextSpan.FromBounds(start, _position);
        Tag = HtmlTags.Find(Name.In(_html));
        IsSelfClosing = false;
        int first = attributes.Count;
        uint seen = 0;
        while (_position < _html.Length)
        {
            char c = _html[_position];
            if (c == '>')
            {
                IsSelfClosing = _html[_position - 1] == '/' && IsSelfClosing;
                _position++;
                return true;
            }

            if (c == '/' || IsSpace(c))
            {
                IsSelfClosing = c == '/';
                _position++;
                continue;
            }

            IsSelfClosing = false;
            (TextSpan name, TextSpan value) = ReadAttribute();
            if (!keepAttributes) continue;
            HtmlAttributeName known = HtmlAttribute.Find(name.In(_html));
            if (known == HtmlAttributeName.Other || (seen & (1u << (int)known)) != 0) continue;
            seen |= 1u << (int)known;
            attributes.Add(new HtmlAttribute(known, value));
        }

        attributes.RemoveRange(first, attributes.Count - first);
        return false;
    }

    private (TextSpan Name, TextSpan Value) ReadAttribute()
    {
        int start = _position++; // even "=" may start a name
        while (_position < _html.Length && !IsSpace(_html[_position]) && _html[_position] is not ('/' or '>' or '=')) _position++;
        var name = TextSpan.FromBounds(start, _position);
        int afterName = _position;
        SkipSpaces();
        if (At(_position) != '=' || _position >= _html.Length)
        {
            _position = afterName;
            return (name, new TextSpan(afterName, 0));
        }

        _position++;
        SkipSpaces();
        char quote = At(_position);
        if (quote is '"' or '\'')
        {
            int valueStart = ++_position;
            SkipPast(quote);
            bool isClosed = _position > valueStart && _html[_position - 1] == quote;
            return (name, TextSpan.FromBounds(valueStart, isClosed ? _position - 1 : _position));
        }

        int unquoted = _position;
        while (_position < _html.Length && !IsSpace(_html[_position]) && _html[_position] != '>') _position++;
        return (name, TextSpan.FromBounds(unquoted, _position));
    }

    private void SkipSpaces()
    {
        while (_position < _html.Length && IsSpace(_html[_position])) _position++;
    }
}
