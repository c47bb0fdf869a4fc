namespace ArabicNews;

/// <summary>How much of a text is taken to be one date.</summary>
internal enum DateReading
{
    /// <summary>Nothing: dates stand among sentences, and none runs over a line.</summary>
    Running,
    /// <summary>The text is a line that gives a date, among labels and names.</summary>
    Line,
    /// <summary>The text is a date and nothing else, so that forms count which mean other things elsewhere: «15», «22-4», «3 أيام».</summary>
    Alone,
}

/// <summary>
/// Reads the pieces of dates: one method per kind, each looking ahead a bounded number of items, so that reading a text is linear.
/// </summary>
/// <param name="text">The normalized text.</param>
/// <param name="items">The items of the text.</param>
/// <param name="lexicon">What they mean.</param>
/// <param name="reading">How much of the text is taken to be one date.</param>
internal readonly ref partial struct DateElementReader(string text, ReadOnlySpan<DateItem> items, DateLexicon lexicon, DateReading reading)
{
    // Longest run of number words, of parts of a distance and of doubled months that is read.
    private const int MaxParts = 6;

    private readonly ReadOnlySpan<DateItem> _items = items;

    private bool IsLine => reading != DateReading.Running;

    private bool IsAlone => reading == DateReading.Alone;

    private bool IsWaw(int index) => text[_items[index].Start] == ArabicChars.Waw;

    /// <summary>Reads the piece that starts at <paramref name="index"/>. When there is none, <paramref name="next"/> says where to look on.</summary>
    public bool TryRead(int index, in DateElement before, out DateElement element, out int next)
    {
        next = index + 1;
        DateItem item = _items[index];
        element = default;
        bool found = item.Kind switch
        {
            DateItemKind.Number => TryReadIsoDate(index, out element) || TryReadDuration(index, out element)
                || TryReadNamed(index, out element, ref next) || (next == index + 1 && TryReadBareNumber(index, out element, ref next)),
            DateItemKind.Sign => TryReadOffset(index, before, out element),
            DateItemKind.Phrase => !Is(index, DateWord.Name) && (TryReadZone(index, before, out element) || TryReadDuration(index, out element) || TryReadNamed(index, out element, ref next)
                || TryReadTime(index, out element) || TryReadDayOfMonth(index, out element) || TryReadPeriod(index, out element) || TryReadYear(index, out element)
                || TryReadDay(index, out element) || TryReadWeekday(index, out element) || TryReadPart(index, out element)),
            _ => false,
        };
        if (!found) return false;
        element.First = index;
        next = element.End;
        return true;
    }

    private bool TryReadBareNumber(int index, out DateElement element, ref int next) =>
        TryReadTime(index, out element) || TryReadNumeric(index, out element, ref next)
        || (next == index + 1 && (TryReadYear(index, out element) || TryReadCompact(index, out element) || TryReadDayOfMonth(index, out element)));

    private bool Is(int index, DateWord kind) => Is(index, kind, out _);

    private bool Is(int index, DateWord kind, out int value)
    {
        value = 0;
        return (uint)index < (uint)_items.Length && _items[index].Kind == DateItemKind.Phrase && lexicon.TryGet(_items[index].Value, kind, out value);
    }

    private bool IsSign(int index, char sign) => (uint)index < (uint)_items.Length && _items[index].IsSign(sign);

    private bool IsNumber(int index, int minLength, int maxLength) =>
        index < _items.Length && _items[index].Kind == DateItemKind.Number && _items[index].Length >= minLength && _items[index].Length <= maxLength;

    /// <summary>Whether the item continues the line that it stands on; a whole text may run over lines.</summary>
    private bool Joins(int index) => index < _items.Length && (IsLine || _items[index].Gap < 2);

    private bool Touches(int index) => index < _items.Length && _items[index].Gap == 0;

    // من الشهر: the small words between the parts of a date.
    private int SkipLinks(int index)
    {
        for (int i = 0; i < 2 && Joins(index) && Is(index, DateWord.Link); i++) index++;
        return index;
    }

    private int SkipSign(int index, ReadOnlySpan<char> signs) =>
        Joins(index) && _items[index].Kind == DateItemKind.Sign && signs.Contains((char)_items[index].Value) ? index + 1 : index;

    /// <summary>A number in words: its parts joined by waw, «ألفين وأربعة وعشرين».</summary>
    private bool TryReadWords(ref int index, DateWord kind, out int value)
    {
        value = 0;
        if (!Is(index, kind, out int part)) return false;
        int i = index + 1;
        value = part;
        for (int parts = 1; parts < MaxParts && Joins(i); parts++)
        {
            int next = _items[i].Kind == DateItemKind.Other && _items[i].Length == 1 && IsWaw(i) ? i + 1 : i;
            if (next == i && !_items[i].Attached) break;
            if (!Joins(next) || !(Is(next, kind, out part) || Is(next, DateWord.Cardinal, out part))) break;
            value += part;
            i = next + 1;
        }

        index = i;
        return true;
    }

    /// <summary>A shift said behind (الماضي -1, الجاري 0, المقبل 1) or in front (هذا 0).</summary>
    private bool TryReadShift(ref int index, out int shift, bool isBehind = true)
    {
        shift = 0;
        if (!Joins(index)) return false;
        if (Is(index, DateWord.Last)) shift = -1;
        else if (Is(index, DateWord.Next)) shift = 1;
        else if (!Is(index, DateWord.This, out int isInFront) || (isBehind && isInFront == 1)) return false;
        index++;
        return true;
    }
}
