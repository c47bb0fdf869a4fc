using System.Buffers;

namespace ArabicNews;

/// <summary>A word of a credit line, with its normalized letters at <c>[KeyStart, KeyEnd)</c> of <see cref="CreditText.Keys"/>.</summary>
internal readonly record struct CreditWord(TextSpan Span, int KeyStart, int KeyEnd, bool IsNumber);

/// <summary>What ends a piece of a credit line.</summary>
internal enum CreditBreak : byte
{
    /// <summary>Nothing: the text ends.</summary>
    End,
    /// <summary>A comma, which joins more than it ends.</summary>
    Comma,
    /// <summary>A dash, slash, bar or plus, a bracket or quotation mark, or a date.</summary>
    Separator,
    /// <summary>A colon.</summary>
    Colon,
    /// <summary>A line break.</summary>
    Line,
    /// <summary>No sign at all: the name of an agency ends here, and the story begins.</summary>
    Story,
    /// <summary>What no credit line goes on behind: a full stop, a question mark, an emoji.</summary>
    Stop,
}

/// <summary>Words between two separators; no words when <paramref name="Date"/> tells one of the text's dates.</summary>
/// <param name="First">Index of the first word.</param>
/// <param name="End">Index behind the last word.</param>
/// <param name="Quoted">Whether a quotation mark opens it.</param>
/// <param name="Bracketed">Whether a bracket opens it.</param>
/// <param name="After">What ends it.</param>
/// <param name="Dashed">Whether a dash ends it.</param>
/// <param name="BreakEnd">Offset behind the signs that end it, which an opening sign before the next words is not.</param>
/// <param name="Date">Index of the date, or -1.</param>
internal readonly record struct CreditPiece(int First, int End, bool Quoted, bool Bracketed, CreditBreak After, bool Dashed, int BreakEnd, int Date);

/// <summary>A credit line cut at its separators, its words normalized. Dates that are written with a number stay whole, whatever separators they hold.</summary>
internal sealed class CreditText
{
    // No word of a credit line is longer; a longer one has an empty key, which means nothing.
    private const int MaxWordLength = 64;

    // Most lines that are looked at are short.
    private const int FewWords = 16;
    private const int FewPieces = 4;

    // The first digit behind ASCII.
    private const char ArabicIndicZero = '\u0660';

    private readonly string _text;
    private readonly List<CreditWord> _words = new(FewWords);
    private readonly List<CreditPiece> _pieces = new(FewPieces);
    private readonly List<ArticleDate> _dates = [];
    private char[] _keys;
    private int _keysLength;

    private int _first;
    private bool _quoted, _bracketed;

    /// <summary>Cuts <paramref name="text"/>, or only as far as its first piece.</summary>
    public CreditText(ReadOnlySpan<char> text, DateTimeOffset? reference, bool isFirstPieceOnly = false)
    {
        _text = text.ToString();
        _keys = new char[text.Length + FewWords + MaxWordLength];
        FindDates(reference);

        // Of most lines no letter is removed: then all words are normalized at once.
        char[] folded = ArrayPool<char>.Shared.Rent(text.Length);
        bool isFolded = ArabicNormalizer.Match.TryFold(text, folded.AsSpan(0, text.Length));
        Cut(isFolded ? folded.AsSpan(0, text.Length) : default, isFirstPieceOnly);
        ArrayPool<char>.Shared.Return(folded);
    }

    /// <summary>The normalized words with one blank between any two, so that a phrase is a slice.</summary>
    public ReadOnlySpan<char> Keys => _keys.AsSpan(0, _keysLength);

    public List<CreditWord> Words => _words;

    public List<CreditPiece> Pieces => _pieces;

    public List<ArticleDate> Dates => _dates;

    /// <summary>The words from <paramref name="first"/> up to <paramref name="end"/>, normalized.</summary>
    public ReadOnlySpan<char> Phrase(int first, int end) => _keys.AsSpan(_words[first].KeyStart, _words[end - 1].KeyEnd - _words[first].KeyStart);

    /// <summary>How much news uses word <paramref name="index"/>, as a level of <see cref="WordLexicon"/>.</summary>
    public int UseOf(int index)
    {
        Span<char> letters = stackalloc char[MaxWordLength];
        bool hasKey = _words[index].KeyEnd > _words[index].KeyStart;
        return hasKey && WordLexicon.Form.TryNormalize(_words[index].Span.In(_text), letters, out int length) ? WordLexicon.Default.Level(WordHash.Of(letters[..length])) : 0;
    }

    /// <summary>Whether word <paramref name="index"/> is written with ى at its end.</summary>
    public bool EndsWithMaksura(int index) => _text[_words[index].Span.End - 1] == ArabicChars.AlefMaksura;

    /// <summary>Ends piece <paramref name="piece"/> before word <paramref name="word"/>, which begins a piece of its own.</summary>
    public void Split(int piece, int word)
    {
        CreditPiece whole = _pieces[piece];
        _pieces[piece] = whole with { End = word, After = CreditBreak.Story, Dashed = false, BreakEnd = _words[word - 1].Span.End };
        _pieces.Insert(piece + 1, whole with { First = word });
    }

    /// <summary>Leaves <paramref name="count"/> pieces from <paramref name="piece"/> on out of the line.</summary>
    public void Drop(int piece, int count) => _pieces.RemoveRange(piece, count);

    /// <summary>Where these words stand.</summary>
    public TextSpan SpanOf(int first, int end) => TextSpan.FromBounds(_words[first].Span.Start, _words[end - 1].Span.End);

    /// <summary>Whether <paramref name="text"/> has a digit, without which no date is looked for.</summary>
    public static bool MayHaveDate(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
            if (char.IsAsciiDigit(c) || (c >= ArabicIndicZero && char.IsDigit(c))) return true;
        return false;
    }

    // «أمس» and «اليوم» are words here: a paper is called so.
    private void FindDates(DateTimeOffset? reference)
    {
        if (!MayHaveDate(_text)) return;
        foreach (ArticleDate date in ArabicDate.Find(_text, reference))
            if (MayHaveDate(date.Span.In(_text))) _dates.Add(date);
    }

    // The text with all its words normalized, where offsets stand still; else empty.
    private void Cut(ReadOnlySpan<char> folded, bool isFirstPieceOnly)
    {
        ReadOnlySpan<char> text = _text;
        int date = 0, previousEnd = 0;
        foreach (Token token in ArabicTokenizer.Tokenize(text))
        {
            if (isFirstPieceOnly && _pieces.Count > 0) return;
            if (token.Span.Start > previousEnd && HasLineBreak(text[previousEnd..token.Span.Start])) Break(CreditBreak.Line, previousEnd);
            previousEnd = token.Span.End;
            if (date < _dates.Count && token.Span.End > _dates[date].Span.Start && token.Span.Start < _dates[date].Span.End)
            {
                // The date is one piece, added with its last token.
                Break(CreditBreak.Separator, token.Span.Start);
                if (token.Span.End < _dates[date].Span.End) continue;
                _pieces.Add(new CreditPiece(_first, _first, false, false, CreditBreak.End, false, token.Span.End, date));
                date++;
                continue;
            }

            switch (token.Kind)
            {
                case TokenKind.Word or TokenKind.Number:
                    AddWord(text, folded, token);
                    break;
                case TokenKind.Punctuation or TokenKind.Symbol:
                    AddSign(text, token.Span);
                    break;
                default:
                    Break(CreditBreak.Stop, token.Span.End);
                    break;
            }
        }

        Break(CreditBreak.End, previousEnd);
    }

    // A tatweel between two blanks, or at the blank's side of a word, is a dash: «اليوم ـالرياض»; in «هـ» it is not.
    private void AddWord(ReadOnlySpan<char> text, ReadOnlySpan<char> folded, Token token)
    {
        ReadOnlySpan<char> word = token.Span.In(text);
        TextSpan span = token.Span;
        bool dashAfter = false;
        if (word.Length > 2 && word[0] == ArabicChars.Tatweel)
        {
            Break(CreditBreak.Separator, span.Start + 1, dashed: true);
            while (span.Length > 1 && text[span.Start] == ArabicChars.Tatweel) span = new TextSpan(span.Start + 1, span.Length - 1);
        }
        else if (word.Length > 2 && word[^1] == ArabicChars.Tatweel)
        {
            dashAfter = true;
            while (span.Length > 1 && text[span.End - 1] == ArabicChars.Tatweel) span = new TextSpan(span.Start, span.Length - 1);
        }

        if (_keys.Length < _keysLength + 1 + MaxWordLength) Array.Resize(ref _keys, (2 * _keys.Length) + 1 + MaxWordLength);
        if (_keysLength > 0) _keys[_keysLength++] = ' ';
        int start = _keysLength;
        _keysLength += WriteKey(text, folded, span, _keys.AsSpan(start, MaxWordLength));
        _words.Add(new CreditWord(span, start, _keysLength, token.Kind == TokenKind.Number));
        if (dashAfter) Break(CreditBreak.Separator, token.Span.End, dashed: true);
    }

    private static int WriteKey(ReadOnlySpan<char> text, ReadOnlySpan<char> folded, TextSpan span, Span<char> key)
    {
        if (folded.IsEmpty) return ArabicNormalizer.Match.TryNormalize(span.In(text), key, out int length) ? length : 0;
        if (span.Length > MaxWordLength) return 0;
        span.In(folded).CopyTo(key);
        return span.Length;
    }

    private void AddSign(ReadOnlySpan<char> text, TextSpan span)
    {
        switch (text[span.Start])
        {
            case '-' or '_' or '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2015' or '\u2212' or ArabicChars.Tatweel:
                Break(CreditBreak.Separator, span.End, dashed: true);
                break;
            case ',' or ';' or '\u060C' or '\u061B':
                Break(CreditBreak.Comma, span.End);
                break;
            case '/' or '\\' or '|' or '+' or '*' or '\u2022' or '\u00B7' or '&':
                Break(CreditBreak.Separator, span.End);
                break;
            case ':' or '\uFF1A':
                Break(CreditBreak.Colon, span.End);
                break;
            case '(' or '[':
                Open(quoted: false);
                break;
            case ')' or ']' or '\u00BB' or '\u201D':
                // «فلان» closes here; »فلان« is how some keyboards open.
                bool opens = text[span.Start] is '\u00BB' or '\u201D' && _first == _words.Count && !_quoted;
                if (opens) Open(quoted: true);
                else Break(CreditBreak.Separator, span.End);
                break;
            case '"' or '\u00AB' or '\u201C' or '\u201E':
                if (_quoted) Break(CreditBreak.Separator, span.End);
                else Open(quoted: true);
                break;
            case '\'' or '\u2018' or '\u2019' or '\u00A9' or '\u00AE':
                break;
            case '.' when span.Length == 1:
                if (!IsAbbreviation()) Break(CreditBreak.Stop, span.End);
                break;
            default:
                // Direction controls and what has no glyph say nothing.
                if (ArabicNormalizer.Match.IndexOfFirstChange(span.In(text)) < 0 || char.IsPunctuation(text[span.Start])) Break(CreditBreak.Stop, span.End);
                break;
        }
    }

    // أ.ف.ب, يو.بي.آي, د. عصام
    private bool IsAbbreviation() => _words.Count > _first && _words[^1].KeyEnd - _words[^1].KeyStart <= 2;

    // An opening sign belongs to what follows: it ends no dateline.
    private void Open(bool quoted)
    {
        if (_words.Count > _first) Break(CreditBreak.Separator, _words[^1].Span.End);
        (_quoted, _bracketed) = (quoted, !quoted);
    }

    private void Break(CreditBreak kind, int end, bool dashed = false)
    {
        if (_words.Count > _first)
        {
            _pieces.Add(new CreditPiece(_first, _words.Count, _quoted, _bracketed, kind, dashed, end, -1));
        }
        else if (_pieces.Count > 0 && !_quoted && !_bracketed)
        {
            // One more sign behind the same words: "):" ends what ")" began to end.
            CreditPiece last = _pieces[^1];
            if (IsSign(kind) && (IsSign(last.After) || last.After == CreditBreak.End))
                _pieces[^1] = last with { After = kind > last.After ? kind : last.After, Dashed = last.Dashed || dashed, BreakEnd = end };
            else if (last.After == CreditBreak.End)
                _pieces[^1] = last with { After = kind };
        }

        _first = _words.Count;
        _quoted = _bracketed = false;
    }

    private static bool IsSign(CreditBreak kind) => kind is CreditBreak.Comma or CreditBreak.Separator or CreditBreak.Colon;

    private static bool HasLineBreak(ReadOnlySpan<char> gap) => gap.ContainsAny('\n', '\r', '\u2028');
}
