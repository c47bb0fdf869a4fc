namespace ArabicNews;

/// <summary>What counts from the reference: أمس, «قبل ساعتين», «الشهر الماضي», «الأربعاء المقبل».</summary>
internal readonly ref partial struct DateElementReader
{
    // Nobody counts further than this, and sums stay far from the ends of time.
    private const int MaxCount = 100_000;

    private bool TryReadDay(int index, out DateElement element)
    {
        // اليوم الثالث is a third day, اليوم السابع a newspaper.
        element = new DateElement { Kind = DateElementKind.Day, End = index + 1 };
        return Is(index, DateWord.Day, out element.Value) && !(element.Value == 0 && Joins(index + 1) && Is(index + 1, DateWord.Ordinal));
    }

    private bool TryReadPart(int index, out DateElement element)
    {
        element = new DateElement { Kind = DateElementKind.Part, End = index + 1 };
        if (Is(index, DateWord.Part)) element.Value = 1;
        return element.Value == 1 || (Is(index, DateWord.Meridiem) && _items[index].Length > 2);
    }

    private bool TryReadWeekday(int index, out DateElement element)
    {
        element = new DateElement { Kind = DateElementKind.Weekday };
        int i = index;
        bool isThis = Is(i, DateWord.This);
        bool isNext = !isThis && Is(i, DateWord.Next) && IsLatin(i), isLast = !isThis && Is(i, DateWord.Last) && IsLatin(i);
        if (isThis || isNext || isLast) i++;
        if (!Joins(i) || !Is(i, DateWord.Weekday, out element.Value)) return false;
        i++;
        if (isNext || isLast) element.Shift = isNext ? 1 : -1;
        else if (TryReadShift(ref i, out int shift)) element.Shift = shift;
        element.End = i;
        return true;
    }

    /// <summary>«هذا الأسبوع», «الشهر الماضي», «العام المقبل», «last week».</summary>
    private bool TryReadPeriod(int index, out DateElement element)
    {
        element = new DateElement { Kind = DateElementKind.Period, Shift = 0 };
        int i = index;
        int shift = 0;
        bool isInFront = TryReadShift(ref i, out shift, isBehind: false);
        if (isInFront && !Joins(i)) return false;
        if (!Is(i, DateWord.Period, out element.Value) && !(isInFront && Is(i, DateWord.Unit, out element.Value))) return false;
        if (isInFront && shift != 0 && !IsLatin(index)) return false;
        if (element.Value < (int)DateUnit.Week) return false;
        i++;
        if (TryReadShift(ref i, out int behind)) shift = behind;
        else if (!isInFront) return false;
        element.Shift = shift;
        element.End = i;
        return true;
    }

    /// <summary>«منذ 3 أيام», «قبل نحو ساعتين», «بعد أسبوع وثلاثة أيام», «2 hours ago»; where the text says nothing else, also without the preposition.</summary>
    private bool TryReadDuration(int index, out DateElement element)
    {
        element = new DateElement { Kind = DateElementKind.Distance, Finest = DateUnit.Year };
        int i = index;
        bool isBefore = Is(i, DateWord.Before, out int than), isAfter = !isBefore && Is(i, DateWord.After);
        if (isBefore || isAfter) i = IsLine ? SkipSign(i + 1, ":") : i + 1;
        if (Joins(i) && Is(i, DateWord.About))
        {
            element.IsRough = true;
            i = SkipLinks(i + 1);
        }

        int count = 0;
        for (; count < MaxParts && Joins(i); count++)
        {
            int part = i;
            if (count > 0)
            {
                part = IsWaw(i) && _items[i].Length == 1 && _items[i].Kind == DateItemKind.Other ? i + 1 : SkipSign(i, ",");
                if (part == i && !_items[i].Attached) break;
            }

            if (!Joins(part) || !TryReadCount(ref part, ref element)) break;
            i = part;
        }

        if (count == 0) return false;
        if (TryReadHalf(ref i, ref element)) element.IsRough = false;
        bool isAgo = Joins(i) && Is(i, DateWord.Ago);
        if (isAgo) i++;
        element.End = i;

        // قبل يوم من السباق counts from the race; منذ عام 2015, منذ شهر مارس and قبل يوم الجمعة name what they count from.
        if (than == 1 && Joins(i) && Is(i, DateWord.Link) && !IsSign(i, ',')) return false;
        if (isAfter) (element.Seconds, element.Days, element.Months) = (-element.Seconds, -element.Days, -element.Months);
        bool isAhead = isAfter && Joins(i) && Is(i, DateWord.Ahead);
        if (isAhead) element.End = i + 1;
        element.IsWeak = !isBefore && !isAgo && !isAhead;
        return !element.IsWeak || IsAlone;
    }

    // One count with its unit; takes it off the element.
    private bool TryReadCount(ref int index, ref DateElement element)
    {
        int i = index;
        int unit;
        if (Is(i, DateWord.Two, out unit))
        {
            index = i + 1;
            return Subtract(2, unit, ref element);
        }

        if (Is(i, DateWord.Few, out unit))
        {
            index = i + 1;
            element.IsRough = true;
            element.Finest = DateUnit.Day;
            return true;
        }

        if (Is(i, DateWord.Unit, out unit))
        {
            i++;
            if (Joins(i) && Is(i, DateWord.Cardinal, out int one) && one == 1) i++;
            else if (Joins(i) && (IsNumber(i, 1, 4) || IsMonth(i) || Is(i, DateWord.Weekday) || Is(i, DateWord.Day) || Is(i, DateWord.Ordinal) || Is(i, DateWord.Cardinal))) return false;
            index = i;
            return Subtract(1, unit, ref element);
        }

        int number;
        if (IsNumber(i, 1, 6)) number = _items[i++].Value;
        else if (!TryReadWords(ref i, DateWord.Cardinal, out number)) return false;
        if (!Joins(i) || !(Is(i, DateWord.Unit, out unit) || Is(i, DateWord.Units, out unit)) || number > MaxCount) return false;
        index = i + 1;
        return Subtract(number, unit, ref element);
    }

    // «ساعتين ونصف»
    private bool TryReadHalf(ref int index, ref DateElement element)
    {
        if (!Joins(index) || !Is(index, DateWord.Fraction, out int minutes) || minutes < 0 || element.Finest != DateUnit.Hour) return false;
        element.Seconds -= minutes * 60;
        element.Finest = DateUnit.Minute;
        index++;
        return true;
    }

    private static bool Subtract(int count, int unit, ref DateElement element)
    {
        switch ((DateUnit)unit)
        {
            case DateUnit.Second: element.Seconds -= count; break;
            case DateUnit.Minute: element.Seconds -= count * 60L; break;
            case DateUnit.Hour: element.Seconds -= count * 3600L; break;
            case DateUnit.Day: element.Days -= count; break;
            case DateUnit.Week: element.Days -= count * 7L; break;
            case DateUnit.Month: element.Months -= count; break;
            default: element.Months -= count * 12L; break;
        }

        if ((DateUnit)unit < element.Finest) element.Finest = (DateUnit)unit;
        return true;
    }
}
