using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ArabicNews.Lucene;

/// <summary>
/// Reads the query language into a list of parts that is always well formed: what does not fit is <see cref="QueryPartKind.Ignored"/>. One pass over the text, then one over the parts.
/// </summary>
internal sealed class QueryReader(string text, DateTimeOffset? reference)
{
    // A pattern of one letter would be half of all words; one that is longer than any word is none.
    private const int ShortestPrefix = 2, ShortestFuzzy = 3, LongestPattern = 32;

    // Words up to this length may differ in one letter, longer ones in two.
    private const int LongestOneEdit = 4;

    // 27 مارس 2024, 3:15 م: a date has at most this many pieces between blanks.
    private const int MaxDatePieces = 5;

    private const char OpenGuillemet = '\u00AB', CloseGuillemet = '\u00BB', OpenQuote = '\u201C', CloseQuote = '\u201D', LowQuote = '\u201E';

    private static readonly SearchValues<char> s_wordEnds = SearchValues.Create($" \t\r\n\v\f\u00A0\u3000\"()\u00AB\u00BB\u201C\u201D\u201E");

    // Spelled as ArabicNormalizer.Match spells: شخص، مكان، دوله، مصدر، قسم، وسم، عنوان، مقدمه، قرب، بعد، قبل.
    private static readonly FrozenDictionary<string, QueryPartKind> s_fields = new Dictionary<string, QueryPartKind>
    {
        ["\u0634\u062E\u0635"] = QueryPartKind.Person,
        ["person"] = QueryPartKind.Person,
        ["\u0645\u0643\u0627\u0646"] = QueryPartKind.Place,
        ["place"] = QueryPartKind.Place,
        ["\u062F\u0648\u0644\u0647"] = QueryPartKind.Country,
        ["country"] = QueryPartKind.Country,
        ["\u0645\u0635\u062F\u0631"] = QueryPartKind.Source,
        ["source"] = QueryPartKind.Source,
        ["\u0642\u0633\u0645"] = QueryPartKind.Section,
        ["section"] = QueryPartKind.Section,
        ["\u0648\u0633\u0645"] = QueryPartKind.Tag,
        ["tag"] = QueryPartKind.Tag,
        ["\u0639\u0646\u0648\u0627\u0646"] = QueryPartKind.Title,
        ["title"] = QueryPartKind.Title,
        ["\u0645\u0642\u062F\u0645\u0647"] = QueryPartKind.Lede,
        ["lede"] = QueryPartKind.Lede,
        ["\u0642\u0631\u0628"] = QueryPartKind.Near,
        ["near"] = QueryPartKind.Near,
        ["\u0628\u0639\u062F"] = QueryPartKind.After,
        ["after"] = QueryPartKind.After,
        ["\u0642\u0628\u0644"] = QueryPartKind.Before,
        ["before"] = QueryPartKind.Before,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // و، او، ليس، بدون. The English ones only in capitals: "and" is a word.
    private static readonly FrozenDictionary<string, QueryPartKind> s_operators = new Dictionary<string, QueryPartKind>
    {
        ["\u0648"] = QueryPartKind.And,
        ["AND"] = QueryPartKind.And,
        ["\u0627\u0648"] = QueryPartKind.Or,
        ["OR"] = QueryPartKind.Or,
        ["\u0644\u064A\u0633"] = QueryPartKind.Not,
        ["\u0628\u062F\u0648\u0646"] = QueryPartKind.Not,
        ["NOT"] = QueryPartKind.Not,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly List<QueryPart> _parts = [];
    private int _position;
    private int _patterns;

    public ImmutableArray<QueryPart> Read()
    {
        while (SkipBlanks() && _parts.Count < NewsQuery.MaxParts) ReadPart();
        if (_position < text.Length) Add(_position, text.Length, QueryPartKind.Ignored);
        IgnoreUnfit();
        return [.. _parts];
    }

    /// <summary>Whether the part finds something by itself.</summary>
    public static bool IsOperand(QueryPartKind kind) => kind < QueryPartKind.And;

    private bool SkipBlanks()
    {
        while (_position < text.Length && IsBlank(text[_position])) _position++;
        return _position < text.Length;
    }

    private static bool IsBlank(char c) => char.IsWhiteSpace(c);

    private void ReadPart()
    {
        int start = _position;
        switch (text[start])
        {
            case '(':
                Add(start, ++_position, QueryPartKind.Open);
                return;
            case ')':
                Add(start, ++_position, QueryPartKind.Close);
                return;
            case '-' when start + 1 < text.Length && !IsBlank(text[start + 1]) && (start == 0 || IsBlank(text[start - 1]) || text[start - 1] == '('):
                Add(start, ++_position, QueryPartKind.Not);
                return;
        }

        if (TryReadQuoted(out string phrase))
        {
            Add(start, _position, HasWord(phrase) ? QueryPartKind.Phrase : QueryPartKind.Ignored, phrase);
            return;
        }

        int end = EndOfRun(start);
        if (end == start) end = start + 1; // a quotation mark without its pair
        ReadOnlySpan<char> run = text.AsSpan(start, end - start);
        int colon = run.IndexOf(':');
        if (colon > 0 && s_fields.TryGetValue(ArabicNormalizer.Match.Normalize(run[..colon].ToString()), out QueryPartKind field) && TryReadField(start, start + colon + 1, end, field)) return;
        _position = end;
        if (TryReadOperator(run.ToString(), out QueryPartKind kind)) Add(start, end, kind);
        else if (TryReadPattern(start, run)) _patterns++;
        else Add(start, end, HasWord(run) ? QueryPartKind.Word : QueryPartKind.Ignored, run.ToString());
    }

    private static bool TryReadOperator(string run, out QueryPartKind kind) =>
        s_operators.TryGetValue(run, out kind) || (run[0] > '\u007F' && s_operators.TryGetValue(ArabicNormalizer.Match.Normalize(run), out kind));

    // وزار* begins so; زلزل~ is spelled so or nearly so, زلزل~1 with at most one letter another.
    private bool TryReadPattern(int start, ReadOnlySpan<char> run)
    {
        if (_patterns == NewsQuery.MaxPatterns) return false;
        int length, edits = 0;
        if (run[^1] == '*')
        {
            length = LettersOf(run[..^1]);
            if (length is < ShortestPrefix or > LongestPattern) return false;
            _parts.Add(new QueryPart(new TextSpan(start, run.Length), QueryPartKind.Prefix, run[..^1].ToString()));
            return true;
        }

        int tilde = run.LastIndexOf('~');
        if (tilde <= 0 || run.Length - tilde > 2 || (run.Length - tilde == 2 && (edits = (int)char.GetNumericValue(run[^1])) is not (1 or 2))) return false;
        length = LettersOf(run[..tilde]);
        if (length is < ShortestFuzzy or > LongestPattern) return false;
        if (edits == 0) edits = length <= LongestOneEdit ? 1 : 2;
        _parts.Add(new QueryPart(new TextSpan(start, run.Length), QueryPartKind.Fuzzy, run[..tilde].ToString(), MaxEdits: edits));
        return true;
    }

    // How long one word is after normalization; 0 for what is not one word.
    private static int LettersOf(ReadOnlySpan<char> run)
    {
        TokenEnumerator tokens = ArabicTokenizer.Tokenize(run);
        return tokens.MoveNext() && tokens.Current.Kind == TokenKind.Word && tokens.Current.Span.Length == run.Length ? ArabicNormalizer.Match.Normalize(run.ToString()).Length : 0;
    }

    private int EndOfRun(int start)
    {
        int length = text.AsSpan(start).IndexOfAny(s_wordEnds);
        return length < 0 ? text.Length : start + length;
    }

    // A phrase ends at the partner of its mark. One that has none is no phrase.
    private bool TryReadQuoted(out string phrase)
    {
        phrase = "";
        int end = text[_position] switch
        {
            '"' => text.IndexOf('"', _position + 1),
            OpenGuillemet => text.IndexOf(CloseGuillemet, _position + 1),
            OpenQuote or CloseQuote or LowQuote => text.AsSpan(_position + 1).IndexOfAny(CloseQuote, OpenQuote) is >= 0 and var length ? _position + 1 + length : -1,
            _ => -1,
        };
        if (end < 0) return false;
        phrase = text[(_position + 1)..end];
        _position = end + 1;
        return true;
    }

    private bool TryReadField(int start, int valueStart, int end, QueryPartKind field)
    {
        if (field == QueryPartKind.Near) return TryReadNear(start, valueStart, end);
        bool isDate = field is QueryPartKind.After or QueryPartKind.Before;
        int before = _position;
        _position = valueStart;
        string value;
        if (valueStart < end) (value, _position) = isDate && TryReadDate(valueStart, out int dateEnd) ? (text[valueStart..dateEnd], dateEnd) : (text[valueStart..end], end);
        else if (valueStart >= text.Length || !TryReadQuoted(out value)) value = "";
        DateTimeOffset? date = isDate && ArabicDate.TryParse(value, reference, out ArticleDate? read) ? read.Value : null;
        if (isDate ? date is null : !HasWord(value))
        {
            _position = before;
            return false;
        }

        _parts.Add(new QueryPart(TextSpan.FromBounds(start, _position), field, value, date));
        return true;
    }

    // near:دمشق  near:«دير الزور»~100كم  near:33.5,36.3~20
    private bool TryReadNear(int start, int valueStart, int end)
    {
        int before = _position;
        _position = valueStart;
        string center, distance = "";
        if (valueStart < end)
        {
            int tilde = text.IndexOf('~', valueStart, end - valueStart);
            (center, distance, _position) = tilde < 0 ? (text[valueStart..end], "", end) : (text[valueStart..tilde], text[(tilde + 1)..end], end);
        }
        else if (valueStart < text.Length && TryReadQuoted(out center))
        {
            if (_position < text.Length && text[_position] == '~')
            {
                int distanceEnd = EndOfRun(_position);
                (distance, _position) = (text[(_position + 1)..distanceEnd], distanceEnd);
            }
        }
        else
        {
            center = "";
        }

        if (HasWord(center) && GeoCircle.TryParse(center, distance, out GeoCircle area))
        {
            _parts.Add(new QueryPart(TextSpan.FromBounds(start, _position), QueryPartKind.Near, center, Area: area));
            return true;
        }

        _position = before;
        return false;
    }

    // The longest run of pieces that is a date: بعد:27 مارس 2024.
    private bool TryReadDate(int start, out int end)
    {
        end = -1;
        int position = start;
        for (int piece = 0; piece < MaxDatePieces && position < text.Length; piece++)
        {
            int pieceEnd = EndOfRun(position);
            if (pieceEnd == position) break;
            if (ArabicDate.TryParse(text.AsSpan(start, pieceEnd - start), reference, out ArticleDate? date) && date.Span.End == pieceEnd - start) end = pieceEnd;
            position = pieceEnd;
            while (position < text.Length && IsBlank(text[position])) position++;
        }

        return end > 0;
    }

    private static bool HasWord(ReadOnlySpan<char> words)
    {
        foreach (Token token in ArabicTokenizer.Tokenize(words))
            if (token.Kind is not (TokenKind.Punctuation or TokenKind.Symbol)) return true;
        return false;
    }

    private void Add(int start, int end, QueryPartKind kind, string? value = null) => _parts.Add(new QueryPart(TextSpan.FromBounds(start, end), kind, value ?? text[start..end]));

    // Leaves a list in which every operator has its sides and every parenthesis its pair and something inside.
    private void IgnoreUnfit()
    {
        var kept = new Stack<int>();
        var open = new Stack<int>();
        for (int i = 0; i < _parts.Count; i++)
        {
            QueryPartKind kind = _parts[i].Kind;
            bool needsOperand = kept.Count == 0 || _parts[kept.Peek()].Kind is QueryPartKind.Open or QueryPartKind.And or QueryPartKind.Or or QueryPartKind.Not;
            switch (kind)
            {
                case QueryPartKind.Ignored:
                    continue;
                case QueryPartKind.And or QueryPartKind.Or when needsOperand:
                case QueryPartKind.Close when open.Count == 0:
                case QueryPartKind.Not when kept.Count > 0 && _parts[kept.Peek()].Kind == QueryPartKind.Not:
                    Ignore(i);
                    continue;
                case QueryPartKind.Open:
                    open.Push(i);
                    if (open.Count > NewsQuery.MaxDepth)
                    {
                        Ignore(i);
                        continue;
                    }

                    break;
                case QueryPartKind.Close:
                    int opening = open.Pop();
                    IgnoreTrailingOperators(kept);
                    if (_parts[opening].Kind == QueryPartKind.Ignored || kept.Peek() == opening)
                    {
                        if (kept.Count > 0 && kept.Peek() == opening) kept.Pop();
                        Ignore(opening);
                        Ignore(i);
                        continue;
                    }

                    break;
            }

            kept.Push(i);
        }

        IgnoreTrailingOperators(kept);
        foreach (int unclosed in open) Ignore(unclosed);
        while (kept.Count > 0 && !IsOperand(_parts[kept.Peek()].Kind) && _parts[kept.Peek()].Kind != QueryPartKind.Close) Ignore(kept.Pop());
    }

    private void IgnoreTrailingOperators(Stack<int> kept)
    {
        while (kept.Count > 0 && _parts[kept.Peek()].Kind is QueryPartKind.And or QueryPartKind.Or or QueryPartKind.Not) Ignore(kept.Pop());
    }

    private void Ignore(int part) => _parts[part] = _parts[part] with { Kind = QueryPartKind.Ignored };
}
