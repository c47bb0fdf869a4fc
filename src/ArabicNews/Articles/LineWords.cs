namespace ArabicNews;

/// <summary>The words of a normalized line: runs of letters, digits and marks. Allocates nothing.</summary>
internal ref struct LineWords
{
    private readonly ReadOnlySpan<char> _line;
    private int _start;
    private int _end;

    private LineWords(ReadOnlySpan<char> line) => _line = line;

    public readonly TextSpan Current => new(_start, _end - _start);

    public static LineWords Of(ReadOnlySpan<char> line) => new(line);

    public readonly LineWords GetEnumerator() => this;

    public bool MoveNext()
    {
        int start = _end;
        while (start < _line.Length && !IsWordChar(_line[start])) start++;
        if (start == _line.Length) return false;
        int end = start + 1;
        while (end < _line.Length && IsWordChar(_line[end])) end++;
        (_start, _end) = (start, end);
        return true;
    }

    public static bool IsWordChar(char c) => ArabicChars.ClassOf(c) is CharClass.ArabicLetter or CharClass.Letter or CharClass.Digit or CharClass.Mark;
}
