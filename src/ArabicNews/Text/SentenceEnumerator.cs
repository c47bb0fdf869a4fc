using System.Buffers;

namespace ArabicNews;

/// <summary>Walks the sentences of a text; see <see cref="ArabicTokenizer.SplitSentences"/>. Use it with <c>foreach</c>.</summary>
public ref struct SentenceEnumerator
{
    private static readonly SearchValues<char> s_candidates = SearchValues.Create(".!?\u061F\u06D4\n\r\v\f\u0085\u2028\u2029");

    private readonly ReadOnlySpan<char> _text;
    private int _position;

    internal SentenceEnumerator(ReadOnlySpan<char> text) => _text = text;

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

    // At a stop, question or exclamation mark: moves end behind it and the closing quotes, and says whether the sentence ends there.
    private readonly bool EndsSentence(int start, ref int end)
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
        if (!isStop) return !closed && (spaced || IsArabicLetter(end));

        // "..", "...": a pause. Newspapers put it between the parts of one headline.
        if (marks > 1) return false;

        // A blank was forgotten: "انتهى.وقال", but not "د.ب.أ" nor "3.5".
        if (!spaced) return !closed && IsArabicLetter(end) && WordLengthBefore(mark) > 1 && WordLengthFrom(end) > 1;

        int following = end;
        while (following < _text.Length && IsSpace(following) && !IsLineBreak(following)) following++;
        if (following < _text.Length && char.IsAsciiLetterLower(_text[following])) return false;
        return closed || !IsAbbreviation(start, mark);
    }

    // A single letter before the stop is an initial or a title (د. أ. م.), unless a number stands before it, as in "2011م." and "1445 هـ.".
    private readonly bool IsAbbreviation(int start, int stop)
    {
        int length = WordLengthBefore(stop);
        int word = stop - length;
        if (length == 0 || word < start) return false;
        ReadOnlySpan<char> before = _text[word..stop];
        int previous = word - 1;
        while (previous > start && previous > word - 3 && IsSpace(previous)) previous--;
        bool afterNumber = previous >= start && ArabicChars.ClassOf(_text[previous]) == CharClass.Digit;
        if (length == 1) return !afterNumber && ArabicChars.ClassOf(before[0]) is CharClass.ArabicLetter or CharClass.Letter;

        // Behind an inner dot, as in "ق.م." and "U.S.", the single letter decides; of longer words only these.
        return before is "Mr" or "Mrs" or "Ms" or "Dr" or "Prof" or "St" or "Jr" or "Sr" or "Gen" or "Col" or "Lt" or "Gov" or "Sen" or "Rep" or "vs" or "No" or "Inc" or "Ltd"
            or "\u062A\u0631" /* تر */ or "\u0635\u0628" /* صب */;
    }

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

    private readonly bool IsLineBreak(int position) => _text[position] is '\n' or '\r' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029';

    private readonly bool IsArabicLetter(int position) => ArabicChars.ClassOf(_text[position]) == CharClass.ArabicLetter;

    private static bool IsCloser(char c) => c is '"' or '\'' or ')' or ']' or '\u00BB' or '\u201D' or '\u2019' or '\u203A' or '\u200F' or '\u200E';
}
