namespace ArabicNews;

/// <summary>Days, months and years of the two calendars.</summary>
internal readonly ref partial struct DateElementReader
{
    private const int MinHijriYear = 1290, MaxHijriYear = 1500;

    // 2024-03-27T09:23: the one form that needs no evidence.
    private bool TryReadIsoDate(int index, out DateElement element)
    {
        element = default;
        if (!IsNumber(index, 4, 4) || !IsTight(index + 1, '-') || !IsNumber(index + 2, 2, 2) || !IsTight(index + 3, '-') || !IsNumber(index + 4, 2, 2)
            || !Touches(index + 2) || !Touches(index + 4) || !Is(index + 5, DateWord.Iso) || !Touches(index + 5)) return false;
        element = new DateElement { Kind = DateElementKind.Calendar, Year = _items[index].Value, Month = _items[index + 2].Value, Day = _items[index + 4].Value, End = index + 6 };
        return DateCalendars.IsGregorian(element.Year, element.Month, element.Day);
    }

    private bool IsTight(int index, char sign) => IsSign(index, sign) && _items[index].Gap == 0;

    /// <summary>Dates with the name of a month, in any order of day, month and year.</summary>
    private bool TryReadNamed(int index, out DateElement element, ref int next)
    {
        element = new DateElement { Kind = DateElementKind.Calendar };
        int i = index;
        bool isMarked = false, dayFirst = true;
        if (IsNumber(i, 4, 4) && SkipSign(i + 1, "-/,.") is var afterYear && IsMonth(afterYear) && TryReadYearMonthDay(index, afterYear, out element)) return true;
        if (IsNumber(i, 4, 4)) return TryReadGluedDay(i, out element);
        if (TryReadDayNumber(ref i, out element.Day))
        {
            element.IsOrdinal = Is(index, DateWord.Ordinal);
            if (!TryReadToMonth(ref i, ref element)) return false;
        }
        else
        {
            dayFirst = false;
            isMarked = Is(i, DateWord.Unit, out int unit) && unit == (int)DateUnit.Month;
            if (isMarked) i++;
        }

        int month = i;
        if (element.Month == 0)
        {
            if (!Joins(i) || !TryReadMonth(ref i, ref element, out bool isDouble)) return false;
            isMarked |= isDouble;
        }

        if (!dayFirst && TryReadMonthDay(ref i, IsLatin(month), ref element)) return Finish(i, ref element, ref next);

        bool hasYear = TryReadYearBehind(ref i, ref element);
        if (!hasYear && !TryReadShiftBehind(ref i, ref element))
            element.IsWeak = dayFirst ? IsScore(element) : !isMarked && !IsMonthMeant(index, element.IsHijri);
        return Finish(i, ref element, ref next);

        // A day that no month has takes its month with it: «31 أبريل» is not April.
        static bool Finish(int end, ref DateElement element, ref int next)
        {
            element.End = end;
            if (element.Day == 0 || DateCalendars.IsPossible(element)) return true;
            next = end;
            return false;
        }
    }

    // From the day to its month: «27 من شهر مارس», «(27) مارس», «1. أكتوبر»; a month in digits is read here.
    private bool TryReadToMonth(ref int index, ref DateElement element)
    {
        int i = IsSign(index - 2, '(') && IsSign(index, ')') ? index + 1 : index;
        i = SkipSign(i, "./-,");
        int linked = SkipLinks(i);
        if (element.IsOrdinal && linked > i && Is(i, DateWord.Link, out int isIn) && isIn == 1) return false;
        if (linked > i && TryReadMonthNumber(linked, ref element)) index = element.End;
        else index = Is(linked, DateWord.Unit, out int unit) && unit == (int)DateUnit.Month ? linked + 1 : linked;
        return true;
    }

    // صفر is also nil: «فاز 2-صفر».
    private bool IsScore(in DateElement element) => !IsLine && element is { IsHijri: true, Month: 2 };

    // «في رمضان», «أواخر شعبان»; but «من شعبان» may be a man.
    private bool IsMonthMeant(int index, bool isHijri) => Is(index - 1, DateWord.Edge) || (Is(index - 1, DateWord.Link, out int isIn) && (!isHijri || isIn == 1));

    private bool IsMonth(int index) => Joins(index) && (Is(index, DateWord.Month) || Is(index, DateWord.HijriMonth));

    // «الأول من شهر 3»
    private bool TryReadMonthNumber(int index, ref DateElement element)
    {
        if (!Joins(index) || !Is(index, DateWord.Unit, out int unit) || unit != (int)DateUnit.Month || !Joins(index + 1)) return false;
        int i = index + 1;
        int month = 0;
        if (IsNumber(i, 1, 2)) month = _items[i++].Value;
        else if (!TryReadWords(ref i, DateWord.Cardinal, out month)) return false;
        if (month is < 1 or > 12) return false;
        element.Month = month;
        element.End = i;
        return true;
    }

    private bool TryReadYearMonthDay(int index, int month, out DateElement element)
    {
        element = new DateElement { Kind = DateElementKind.Calendar, Year = _items[index].Value };
        int i = month;
        if (!TryReadMonth(ref i, ref element, out _)) return false;
        i = SkipSign(i, "-/,.");
        if (!IsNumber(i, 1, 2) || !Joins(i) || IsTimeColon(i + 1)) return false;
        element.Day = _items[i].Value;
        element.End = i + 1;
        return DateCalendars.IsPossible(element);
    }

    // «الحقيقة 2421 نوفمبر 2023»: the name of an outlet that ends in a number runs into the day.
    private bool TryReadGluedDay(int index, out DateElement element)
    {
        element = new DateElement { Kind = DateElementKind.Calendar, Day = _items[index].Value % 100, StartOverride = _items[index].End - 2 };
        int i = index + 1;
        if (!Joins(i) || !TryReadMonth(ref i, ref element, out _) || !TryReadYearBehind(ref i, ref element)) return false;
        element.End = i;
        return element.Day > 0 && DateCalendars.IsPossible(element);
    }

    /// <summary>A day in digits or as an ordinal, 1-31: «27th», «011», «التاسع عشر».</summary>
    private bool TryReadDayNumber(ref int index, out int day)
    {
        day = 0;
        if (IsNumber(index, 1, 3))
        {
            day = _items[index++].Value;
            if (Is(index, DateWord.Suffix) && Touches(index)) index++;
        }
        else if (!TryReadWords(ref index, DateWord.Ordinal, out day))
        {
            return false;
        }

        return day is >= 1 and <= 31;
    }

    /// <summary>A month with its other names: «آذار / مارس», «مارس (آذار)», «يونيو حزيران». Where they disagree the first counts.</summary>
    private bool TryReadMonth(ref int index, ref DateElement element, out bool isDouble)
    {
        isDouble = false;
        int i = SkipSign(index, "(");
        bool isOpen = i > index;
        if (!Joins(i)) return false;
        if (Is(i, DateWord.Month, out int month)) element.IsHijri = false;
        else if (Is(i, DateWord.HijriMonth, out month)) element.IsHijri = true;
        else return false;
        element.Month = month;
        i++;
        if (isOpen) i = SkipSign(i, ")");
        // Abbreviations end in a full stop: Mar. 27
        if (IsTight(i, '.') && _items[i - 1].Length <= 4 && IsNumber(i + 1, 1, 4) && _items[i + 1].Gap == 1) i++;
        for (int names = 1; names < MaxParts; names++)
        {
            int other = SkipSign(i, "/(-");
            if (!Joins(other) || !Is(other, element.IsHijri ? DateWord.HijriMonth : DateWord.Month, out int second)) break;
            bool agree = second == month;
            if (!agree && (other == i || IsSign(i, '-'))) break;
            i = IsSign(i, '(') ? SkipSign(other + 1, ")") : other + 1;
            isDouble = true;
        }

        index = i;
        return true;
    }

    /// <summary>The day behind its month, with the year that has to follow in running text: «November 9, 2020», «يناير الثاني والعشرين، 2018».</summary>
    private bool TryReadMonthDay(ref int index, bool isLatin, ref DateElement element)
    {
        int i = SkipSign(index, "-/.");
        bool isOrdinal = Is(i, DateWord.Ordinal);
        if (!Joins(i) || !TryReadDayNumber(ref i, out int day) || IsTimeColon(i)) return false;
        int end = i;
        var dated = element;
        dated.Day = day;
        if (!TryReadYearBehind(ref i, ref dated))
        {
            dated.IsWeak = !isLatin && !isOrdinal;
            if (dated.IsWeak && !IsAlone) return false;
            i = end;
        }

        element = dated;
        index = i;
        return true;
    }

    private bool IsLatin(int index) => ArabicChars.ClassOf(text[_items[index].Start]) == CharClass.Letter;

    private bool IsTimeColon(int index) => IsTight(index, ':') && IsNumber(index + 1, 2, 2);

    /// <summary>The year behind a month: «2024», «، عام 2024», «1445 هـ», «ألفين وأربعة وعشرين».</summary>
    private bool TryReadYearBehind(ref int index, ref DateElement element)
    {
        int i = SkipSign(index, "-/,.");
        int linked = SkipLinks(i);
        bool hasWord = Is(linked, DateWord.Unit, out int unit) && unit == (int)DateUnit.Year;
        i = hasWord ? linked + 1 : i;
        if (!Joins(i) || (hasWord && !Joins(linked))) return false;
        if (TryReadShortYear(index, i, ref element))
        {
            index = i + 1;
            return true;
        }

        if (!TryReadYearNumber(ref i, element.IsHijri, out int year)) return false;
        if (TryReadEra(ref i, out DateEra era))
        {
            if (era == DateEra.BC || (era == DateEra.Hijri) != element.IsHijri) return false;
        }

        element.Year = year;
        index = i;
        return true;
    }

    // «27-Mar-24», «27 آذار 24»: only glued by a sign or at the end of a line that gives a date.
    private bool TryReadShortYear(int index, int year, ref DateElement element)
    {
        if (!IsLine || element.Day == 0 || element.IsHijri || !IsNumber(year, 2, 2) || IsTimeColon(year + 1)) return false;
        if (year == index ? year + 1 < _items.Length : !(Touches(index) && Touches(year))) return false;
        element.Year = ToYear(_items[year].Value);
        return true;
    }

    private static int ToYear(int twoDigits) => twoDigits < 70 ? 2000 + twoDigits : 1900 + twoDigits;

    private bool TryReadYearNumber(ref int index, bool isHijri, out int year)
    {
        int i = index;
        year = 0;
        if (IsNumber(i, isHijri ? 1 : 4, 4))
        {
            year = _items[i].Value;
            i++;
            if (IsTimeColon(i)) return false;
            // Two digits name a Hijri year only before its era.
            if (isHijri && year < 100)
            {
                if (!Is(i, DateWord.Era, out int era) || era != (int)DateEra.Hijri) return false;
                year += 1400;
            }
        }
        else if (!TryReadWords(ref i, DateWord.Cardinal, out year) || year < 1000)
        {
            return false;
        }

        if (year < (isHijri ? 1 : 1000) || year > (isHijri ? 1999 : 2999)) return false;
        index = i;
        return true;
    }

    private bool TryReadEra(ref int index, out DateEra era)
    {
        era = DateEra.None;
        int i = SkipSign(index, "(");
        if (!Joins(i) || !Is(i, DateWord.Era, out int value)) return false;
        era = (DateEra)value;
        index = i > index ? SkipSign(i + 1, ")") : i + 1;
        return true;
    }

    /// <summary>«الماضي» behind a month, or «من العام الماضي».</summary>
    private bool TryReadShiftBehind(ref int index, ref DateElement element)
    {
        int i = index;
        if (TryReadShift(ref i, out int shift))
        {
            element.Shift = shift;
            index = i;
            return true;
        }

        i = SkipLinks(i);
        bool isThis = Joins(i) && Is(i, DateWord.This);
        if (isThis) i++;
        if (!Joins(i) || !Is(i, DateWord.Period, out int unit) || unit != (int)DateUnit.Year) return false;
        i++;
        if (!TryReadShift(ref i, out shift) && !isThis) return false;
        element.Shift = isThis ? 0 : shift;
        element.ShiftsYear = true;
        index = i;
        return true;
    }

    /// <summary>«15 الجاري», «الخامس من الشهر الماضي»; and, where the text says nothing else, «15».</summary>
    private bool TryReadDayOfMonth(int index, out DateElement element)
    {
        element = new DateElement { Kind = DateElementKind.Calendar };
        int i = index;
        if (!TryReadDayNumber(ref i, out element.Day)) return false;
        element.End = i;
        int linked = SkipLinks(i);
        int isInFront = 0;
        bool isThis = Joins(linked) && Is(linked, DateWord.This, out isInFront);
        int unitAt = isThis ? linked + 1 : linked;
        if (Joins(unitAt) && Is(unitAt, DateWord.Period, out int unit) && unit == (int)DateUnit.Month)
        {
            i = unitAt + 1;
            if (!TryReadShift(ref i, out int shift) && !isThis) return false;
            element.Shift = isThis ? 0 : shift;
            element.End = i;
            return true;
        }

        if (isThis && isInFront == 0 && linked == i && !Is(unitAt, DateWord.Unit))
        {
            element.Shift = 0;
            element.End = unitAt;
            return true;
        }

        // «الثلاثاء 19», «الثلاثاء التاسع عشر»: on the word of the weekday, see DateResolver.
        bool isWitnessed = IsLine && Is(index - 1, DateWord.Weekday) && (!Is(index, DateWord.Ordinal) || element.Day > 5)
            && (i == _items.Length || _items[i].Kind != DateItemKind.Other);
        element.IsWeak = !isWitnessed;
        return isWitnessed || (IsAlone && _items[index].Kind == DateItemKind.Number);
    }

    /// <summary>«عام 2015», «2015 م», «سنة 1445 هـ»; and, where the text says nothing else, «2015».</summary>
    private bool TryReadYear(int index, out DateElement element)
    {
        element = new DateElement { Kind = DateElementKind.Calendar };
        bool isMarked = (Is(index, DateWord.Unit, out int unit) || Is(index, DateWord.Period, out unit)) && unit == (int)DateUnit.Year;
        int i = isMarked ? index + 1 : index;
        if (!Joins(i) || !(IsNumber(i, 4, 4) || (isMarked && Is(i, DateWord.Cardinal)))) return false;
        if (!TryReadYearNumber(ref i, false, out element.Year)) return false;
        if (TryReadEra(ref i, out DateEra era))
        {
            if (era == DateEra.BC) return false;
            element.IsHijri = era == DateEra.Hijri;
        }
        else if (element.Year is >= MinHijriYear and <= MaxHijriYear && !isMarked)
        {
            return false;
        }

        element.IsWeak = !isMarked && era != DateEra.Hijri && (era == DateEra.None || _items[i - 1].Gap > 0);
        element.End = i;
        return !element.IsWeak || (IsAlone && element.Year is >= 1800 and <= 2199);
    }

    /// <summary>Three numbers, or two where the text says nothing else, between like signs.</summary>
    private bool TryReadNumeric(int index, out DateElement element, ref int next)
    {
        element = new DateElement { Kind = DateElementKind.Calendar };
        if (index + 2 >= _items.Length) return false;
        if (IsNumber(index, 4, 4) && IsNumber(index + 1, 2, 2) && IsNumber(index + 2, 2, 2) && IsAlone)
        {
            element.IsWeak = true;
            element.End = index + 3;
            return TrySetNumbers(ref element, index, index + 1, index + 2, DateEra.None);
        }

        char sign = _items[index + 1].Kind == DateItemKind.Sign ? (char)_items[index + 1].Value : '\0';
        if (sign is not ('/' or '-' or '.' or '\\')) return false;
        int count = 1, end = index + 1;
        while (IsSign(end, sign) && IsNumber(end + 1, 1, int.MaxValue) && Joins(end) && Joins(end + 1) && (sign != '.' || (IsLine || (Touches(end) && Touches(end + 1)))))
        {
            count++;
            end += 2;
        }

        // A chain is read once, whatever comes of it.
        next = Math.Max(next, end);
        if (count is < 2 or > 3) return false;
        int i = end;
        TryReadEra(ref i, out DateEra era);
        if (era == DateEra.Gregorian && _items[i - 1].Gap > 0 && count == 2) (i, era) = (end, DateEra.None);
        element.End = i;
        if (era == DateEra.BC) return false;
        if (count == 3)
            return TrySetNumbers(ref element, index, index + 2, index + 4, era);
        next = index + 1;
        return TrySetTwoNumbers(ref element, index, index + 2);
    }

    // 20240327
    private bool TryReadCompact(int index, out DateElement element)
    {
        int value = _items[index].Value;
        element = new DateElement { Kind = DateElementKind.Calendar, Year = value / 10_000, Month = value / 100 % 100, Day = value % 100, IsWeak = true, End = index + 1 };
        return IsAlone && IsNumber(index, 8, 8) && element.Year is >= 1900 and <= 2100 && DateCalendars.IsPossible(element);
    }

    private bool TrySetNumbers(ref DateElement element, int first, int second, int third, DateEra era)
    {
        (DateItem a, DateItem b, DateItem c) = (_items[first], _items[second], _items[third]);
        if (b.Length > 3 || a.Length > 4 || c.Length > 4) return false;
        if (a.Length == 4 || (a.Length <= 2 && a.Value > 31)) return c.Length <= 3 && TrySetYear(ref element, a, era, isLast: false) && TrySetDay(ref element, c.Value, b.Value, swap: c.Value <= 12 && b.Value > 12);
        if (c.Length is not (2 or 4) || a.Length > 3) return false;
        // Two digits for the year are as much a score or a version, unless the signs or the era say otherwise.
        if (c.Length == 2 && !IsLine && era == DateEra.None && !(IsSign(first + 1, '/') && a.Length == 2 && b.Length == 2)) return false;
        return TrySetYear(ref element, c, era, isLast: true) && TrySetDay(ref element, a.Value, b.Value, swap: b.Value > 12);
    }

    private static bool TrySetYear(ref DateElement element, DateItem year, DateEra era, bool isLast)
    {
        element.Year = year.Value;
        element.IsHijri = era == DateEra.Hijri || (era == DateEra.None && year.Value is >= MinHijriYear and <= MaxHijriYear);
        if (year.Length == 2) element.Year = element.IsHijri ? 1400 + year.Value : ToYear(year.Value);
        return element.Year is >= 1000 and <= 2999 && (isLast || year.Length == 4 || year.Value > 31);
    }

    // 30-02-33 is no day of ours but one of 1433.
    private static bool TrySetDay(ref DateElement element, int day, int month, bool swap)
    {
        (element.Day, element.Month) = swap ? (month, day) : (day, month);
        element.IsSwappable = element.Day <= 12 && element.Month <= 12 && element.Day != element.Month;
        if (DateCalendars.IsPossible(element)) return true;
        if (element.IsHijri || element.Year is < 2000 or > 2060) return false;
        element.Year -= 600;
        element.IsHijri = true;
        return DateCalendars.IsPossible(element);
    }

    /// <summary>«22/4», «4.22», «2/2013», «2024-03».</summary>
    private bool TrySetTwoNumbers(ref DateElement element, int first, int second)
    {
        (DateItem a, DateItem b) = (_items[first], _items[second]);
        element.IsWeak = true;
        if (!IsAlone && !(IsSign(first + 1, '/') && first > 0 && IsWeekdayBefore(first))) return false;
        if (a.Length <= 2 && b.Length == 4)
        {
            (element.Month, element.Year) = (a.Value, b.Value);
        }
        else if (a.Length == 4 && b.Length == 2)
        {
            (element.Year, element.Month) = (a.Value, b.Value);
        }
        else if (a.Length <= 2 && b.Length <= 2)
        {
            bool swap = b.Value > 12;
            (element.Day, element.Month) = swap ? (b.Value, a.Value) : (a.Value, b.Value);
            element.IsSwappable = element.Day <= 12 && element.Month <= 12;
            element.IsWeak = IsAlone && !IsWeekdayBefore(first);
            return DateCalendars.IsPossible(element);
        }
        else
        {
            return false;
        }

        element.IsHijri = element.Year is >= MinHijriYear and <= MaxHijriYear;
        return IsAlone && element.Month is >= 1 and <= 12 && element.Year is >= 1000 and <= 2999;
    }

    private bool IsWeekdayBefore(int index) => Is(index - 1, DateWord.Weekday) || (index > 1 && Is(index - 2, DateWord.Weekday) && _items[index - 1].Kind == DateItemKind.Sign);
}
