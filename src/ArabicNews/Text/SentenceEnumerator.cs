using System.Buffers;

namespace ArabicNews;

/// <summary>Walks the sentences of a text; see <see cref="ArabicTokenizer.SplitSentences"/>. Use it with <c>foreach</c>.</summary>
public ref struct SentenceEnumerator
{
    private static readonly SearchValues<char> s_candidates = SearchValues.Create(".!?\u061F\u06D4\n\r\v\f\u0085\u2028\u2029");

    // نت and كوم: the endings of sites as newspapers write them.
    private const string DotNet = "\u0646\u062A", DotCom = "\u0643\u0648\u0645";

    private readonly ReadOnlySpan<char> _text;
    private int _position;

    // The tokens from _tokensStart on, asked as far as _tokensEnd: see CutsToken.
    private TokenEnumerator _tokens;
    private int _tokensStart;
    private int _tokensEnd;

    internal SentenceEnumerator(ReadOnlySpan<char> text)
    {
        _text = text;
        _tokens = ArabicTokenizer.Tokenize(text);
    }

    /// <summary>The sentence that <see cref="MoveNext"/> found; undefined before the first call and after the last.</summary>
    public TextSpan Current { get; private set; }

    /// <summary>This enumerator, for <c>foreach</c>.</summary>
    public readonly SentenceEnumerator GetEnumerator() => this;

    /// <summary>Finds the next sentence; false at the end of the text.</summary>
    public bool MoveNext()
    {
        int start = _position;
        while (start < _text.Length && IsSpace(start)) start++;
        if (start == _text.Length)
        {
            _position = start;
            return false;
        }

        int end = start;
        while (true)
        {
            int next = _text[end..].IndexOfAny(s_candidates);
            if (next < 0)
            {
                end = _text.Length;
                break;
            }

            end += next;
            if (IsSpace(end)) break;
            if (EndsSentence(start, ref end)) break;
        }

        _position = end;
        while (IsSpace(end - 1)) end--;
        Current = TextSpan.FromBounds(start, end);
        return true;
    }

    // At a stop, question or exclamation mark (UAX #29, STerm and ATerm): moves end behind it and the closing quotes (SB9), and says whether the sentence ends there (SB11).
    private bool EndsSentence(int start, ref int end)
    {
        int mark = end;
        while (end < _text.Length && _text[end] is '.' or '!' or '?' or ArabicChars.QuestionMark or ArabicChars.FullStop) end++;
        int marks = end - mark;
        bool isStop = _text[mark] is '.' or ArabicChars.FullStop;
        int closers = end;
        while (end < _text.Length && IsCloser(_text[end])) end++;
        bool closed = end > closers;
        if (end == _text.Length) return true;

        // "(!)" and "(؟)" are remarks inside a sentence.
        if (closed && mark > start && _text[mark - 1] is '(' or '[') return false;

        bool spaced = IsSpace(end);
        if (spaced && IsLineBreak(end)) return true;

        // A question or call that is only quoted: «هل سمعت؟» سأل. A quoted statement ends with its stop.
        if (!isStop) return !closed && (spaced || (IsArabicLetter(end) && !CutsToken(end)));

        // "..", "...": a pause. Newspapers put it between the parts of one headline.
        if (marks > 1) return false;
        if (!spaced) return !closed && IsForgottenBlank(mark) && !CutsToken(end);

        int following = end;
        while (following < _text.Length && IsSpace(following) && !IsLineBreak(following)) following++;

        // SB8: what goes on in a small letter is no new sentence ("U.S. forces").
        if (following < _text.Length && char.IsAsciiLetterLower(_text[following])) return false;
        return closed || !(IsListNumber(start, mark) || IsAbbreviation(start, mark, following));
    }

    // A blank was forgotten: "انتهى.وقال", "عام 2016.كما" (some 350 and 11 in 2.9 million words of news). But not in an agency's letters ("د.ب.أ", "بي.بي.سي"; 190), nor in the name of a site
    // ("العربية.نت"), nor behind the number of a list ("2.تطوير").
    private readonly bool IsForgottenBlank(int stop)
    {
        if (!IsArabicLetter(stop + 1)) return false;
        int length = WordLengthBefore(stop), lengthAfter = WordLengthFrom(stop + 1);
        if (lengthAfter < 2) return false;
        if (length == 0) return IsYearBefore(stop);
        ReadOnlySpan<char> before = _text.Slice(stop - length, length), after = _text.Slice(stop + 1, lengthAfter);
        return length > 1 && !(LetterNames.Contains(before) && LetterNames.Contains(after)) && after is not (DotNet or DotCom);
    }

    // An address may hold what looks like an end: http://example.com/خبر?الكل. The tokens are read from the white space before, or on from where they were left, so that none is read twice.
    private bool CutsToken(int position)
    {
        int from = position;
        while (from > _tokensEnd && !IsSpace(from - 1)) from--;
        if (from > _tokensEnd)
        {
            _tokens = ArabicTokenizer.Tokenize(_text[from..]);
            _tokensStart = _tokensEnd = from;
        }

        while (_tokensEnd < position && _tokens.MoveNext()) _tokensEnd = _tokensStart + _tokens.Current.Span.End;
        return _tokensEnd > position && _tokensStart + _tokens.Current.Span.Start < position;
    }

    private readonly bool IsYearBefore(int position)
    {
        int start = position;
        while (start > 0 && position - start <= 4 && ArabicChars.ClassOf(_text[start - 1]) == CharClass.Digit) start--;
        return position - start == 4;
    }

    // "1. ", "12. " at the start.
    private readonly bool IsListNumber(int start, int stop)
    {
        if (stop - start is < 1 or > 2) return false;
        for (int i = start; i < stop; i++)
            if (ArabicChars.ClassOf(_text[i]) != CharClass.Digit) return false;
        return true;
    }

    // A single letter before the stop is an initial or a title (د. أ. م.), unless a number stands before it, as in "2011م." and "1445 هـ.". So is the name of a Latin letter ("جورج دبليو. بوش"),
    // unless it ends a row of such names ("قناة بي بي سي.").
    private readonly bool IsAbbreviation(int start, int stop, int following)
    {
        int length = WordLengthBefore(stop);
        int word = stop - length;
        if (length == 0 || word < start) return false;
        ReadOnlySpan<char> before = _text[word..stop];
        int previous = word - 1;
        while (previous > start && previous > word - 3 && IsSpace(previous)) previous--;
        bool afterNumber = previous >= start && ArabicChars.ClassOf(_text[previous]) == CharClass.Digit;
        if (length == 1)
        {
            if (ArabicChars.ClassOf(before[0]) is not (CharClass.ArabicLetter or CharClass.Letter)) return false;
            return !afterNumber || (before[0] == ArabicChars.Qaf && IsMeemWithStop(following)); // 300 ق. م., before Christ
        }

        if (LetterNames.Contains(before)) return previous < start || _text[previous] == '.' || (previous < word - 1 && !afterNumber && !EndsWithLetterName(previous + 1));

        // Behind an inner dot, as in "ق.م." and "U.S.", the single letter decides; of longer words only these, English titles in the first place.
        return before is "Mr" or "Mrs" or "Ms" or "Dr" or "Prof" or "St" or "Jr" or "Sr" or "Gen" or "Col" or "Lt" or "Gov" or "Sen" or "Rep" or "vs" or "No" or "Inc" or "Ltd"
            or "\u062A\u0631" /* تر., translated by */ or "\u0635\u0628" /* صب., post-office box */;
    }

    private readonly bool EndsWithLetterName(int end)
    {
        int length = WordLengthBefore(end);
        return LetterNames.Contains(_text.Slice(end - length, length));
    }

    private readonly bool IsMeemWithStop(int position) => position + 1 < _text.Length && _text[position] == ArabicChars.Meem && _text[position + 1] == '.';

    // Letters and marks that end before position; 20 are enough to know that it is no abbreviation.
    private readonly int WordLengthBefore(int position)
    {
        int start = position;
        while (start > 0 && position - start < 20 && ArabicChars.ClassOf(_text[start - 1]) is CharClass.ArabicLetter or CharClass.Letter or CharClass.Mark) start--;
        return position - start;
    }

    private readonly int WordLengthFrom(int position)
    {
        int end = position;
        while (end < _text.Length && end - position < 20 && ArabicChars.ClassOf(_text[end]) is CharClass.ArabicLetter or CharClass.Letter or CharClass.Mark) end++;
        return end - position;
    }

    private readonly bool IsSpace(int position) => ArabicChars.ClassOf(_text[position]) == CharClass.Space;

    private readonly bool IsLineBreak(int position) => ArabicChars.IsLineBreak(_text[position]);

    private readonly bool IsArabicLetter(int position) => ArabicChars.ClassOf(_text[position]) == CharClass.ArabicLetter;

    private static bool IsCloser(char c) => c is '"' or '\'' or ')' or ']' or '\u00BB' or '\u201D' or '\u2019' or '\u203A' or '\u200F' or '\u200E';
}
