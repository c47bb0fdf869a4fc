namespace ArabicNews;

/// <summary>Clock times and the zones of the clocks.</summary>
internal readonly ref partial struct DateElementReader
{
    private const int Hour = 3600;

    /// <summary>«14:00», «07:48 م», «الساعة 3 مساءً», «الساعة الثالثة والنصف عصراً», «5.30 pm».</summary>
    private bool TryReadTime(int index, out DateElement element)
    {
        element = new DateElement { Kind = DateElementKind.Time, Finest = DateUnit.Minute };
        int i = index;
        bool hasClock = Is(i, DateWord.Clock);
        if (hasClock) i = SkipSign(i + 1, ":");
        if (!Joins(i)) return false;
        int hour = 0, minute = 0, second = 0;
        bool hasMinutes = false;
        if (IsNumber(i, 1, 2))
        {
            hour = _items[i++].Value;
            if (IsTimeColon(i))
            {
                hasMinutes = true;
                minute = _items[i + 1].Value;
                i += 2;
                if (IsTimeColon(i))
                {
                    second = _items[i + 1].Value;
                    element.Finest = DateUnit.Second;
                    i += 2;
                    if (IsTight(i, '.') && IsNumber(i + 1, 1, 9) && Touches(i + 1)) i += 2;
                }
            }
            else if (Touches(i) && Touches(i + 1) && _items[i].Kind == DateItemKind.Other && text.AsSpan(_items[i].Start.._items[i].End) is "h" && IsNumber(i + 1, 2, 2))
            {
                hasMinutes = true;
                minute = _items[i + 1].Value;
                i += 2;
            }
            else if (IsTight(i, '.') && IsNumber(i + 1, 2, 2) && Touches(i + 1) && (hasClock || Is(i + 2, DateWord.Meridiem)) && !IsTight(i + 2, '.'))
            {
                hasMinutes = true;
                minute = _items[i + 1].Value;
                i += 2;
            }
        }
        else if (!((hasClock || IsFeminine(i)) && TryReadWords(ref i, DateWord.Ordinal, out hour)) && !(hasClock && TryReadWords(ref i, DateWord.Cardinal, out hour)))
        {
            return false;
        }

        if (!hasMinutes) TryReadMinutesInWords(ref i, ref minute);
        var meridiem = DateMeridiem.None;
        int named = Joins(i) && Is(i, DateWord.Link, out int isIn) && isIn == 0 && Joins(i + 1) ? i + 1 : i;
        if (Joins(named) && Is(named, DateWord.Meridiem, out int value))
        {
            i = named;
            meridiem = (DateMeridiem)value;

            // «5 م» is as much five metres, and «مقتل 5 فجر اليوم» no time.
            if (!hasMinutes && !hasClock && (_items[i].Length < 2 || Is(i, DateWord.Part) || IsDayAhead(i + 1))) return false;
            i++;
            i = IsTight(i, '.') && _items[i - 1].Length == 3 ? i + 1 : i;
        }

        if (!hasMinutes && !hasClock && meridiem == DateMeridiem.None) return false;
        if (hour > 23 || minute is < -20 or > 59 || second > 59) return false;
        element.TimeOfDay = (On24(hour, meridiem) * Hour) + (minute * 60) + second;
        element.IsEmptyTime = hour == 0 && minute == 0 && second == 0 && meridiem != DateMeridiem.None;
        element.End = i;
        return element.TimeOfDay >= 0;
    }

    // «و18 دقيقة», «والنصف», «إلا ربعاً»
    private void TryReadMinutesInWords(ref int index, ref int minute)
    {
        if (!Joins(index)) return;
        if (Is(index, DateWord.Fraction, out minute))
        {
            index++;
            return;
        }

        int i = IsWaw(index) && _items[index].Length == 1 && _items[index].Kind == DateItemKind.Other ? index + 1 : index;
        if ((i == index && !_items[index].Attached) || !Joins(i)) return;
        int count;
        if (IsNumber(i, 1, 2)) count = _items[i++].Value;
        else if (!TryReadWords(ref i, DateWord.Cardinal, out count)) return;
        if (!Joins(i) || !((Is(i, DateWord.Unit, out int unit) || Is(i, DateWord.Units, out unit)) && unit == (int)DateUnit.Minute)) return;
        minute = count;
        index = i + 1;
    }

    // الثالثة, the hour; الثالث is a day.
    private bool IsFeminine(int index) => text[_items[index].End - 1] == ArabicChars.Heh;

    private bool IsDayAhead(int index) => Joins(index) && (Is(index, DateWord.Day) || Is(index, DateWord.Weekday) || Is(index, DateWord.Part));

    private static int On24(int hour, DateMeridiem meridiem) => meridiem switch
    {
        _ when hour > 12 => hour,
        DateMeridiem.AM => hour % 12,
        DateMeridiem.PM => hour == 0 ? 0 : (hour % 12) + 12,
        DateMeridiem.Noon => hour is >= 1 and <= 4 ? hour + 12 : hour,
        DateMeridiem.Night => hour is >= 6 and <= 11 ? hour + 12 : hour % 12,
        _ => hour,
    };

    /// <summary>«بتوقيت القاهرة», «(مكة المكرمة)» behind a time, «GMT», «GMT+3», «ت م».</summary>
    private bool TryReadZone(int index, in DateElement before, out DateElement element)
    {
        element = new DateElement { Kind = DateElementKind.Zone };
        int i = index;
        bool isMarked = Is(i, DateWord.ZoneMark);
        if (isMarked) i++;
        bool isBehindTime = before.Kind == DateElementKind.Time && before.End > 0 && Joins(index) && (before.End == index || (before.End + 1 == index && Joins(index - 1) && _items[index - 1].Kind == DateItemKind.Sign));
        if (!Joins(i)) return false;
        bool isBare = Is(i, DateWord.BareZone, out int zone);
        if (!isBare && !((isMarked || (isBehindTime && IsSign(index - 1, '('))) && Is(i, DateWord.Zone, out zone))) return false;
        if (isBare && !isMarked && !isBehindTime && !IsTimeAhead(i + 1)) return false;
        i++;
        element.Value = zone;
        if (isBare && TryReadOffsetNumber(ref i, out TimeSpan offset)) element.Offset = offset;
        else if (!isMarked && IsSign(index - 1, '(')) i = SkipSign(i, ")");
        element.End = i;
        return true;
    }

    // GMT 17:27
    private bool IsTimeAhead(int index) => IsNumber(index, 1, 2) && IsTimeColon(index + 1);

    /// <summary>«+03:00» behind a time.</summary>
    private bool TryReadOffset(int index, in DateElement before, out DateElement element)
    {
        element = new DateElement { Kind = DateElementKind.Zone };
        if (before.Kind != DateElementKind.Time || before.End != index || before.End == 0) return false;
        int i = index;
        if (IsSign(i, '-') && _items[i].Gap > 0 && _items[Math.Min(i + 1, _items.Length - 1)].Gap > 0) return false;
        if (!TryReadOffsetNumber(ref i, out TimeSpan offset)) return false;

        // «22:28-06 مارس» goes on with a day: only a plus says enough with hours alone.
        if (IsSign(index, '-') && i - index < 4 && _items[i - 1].Length < 4) return false;
        element.Offset = offset;
        element.End = i;
        return true;
    }

    private bool TryReadOffsetNumber(ref int index, out TimeSpan offset)
    {
        offset = default;
        if (!IsSign(index, '+') && !IsSign(index, '-')) return false;
        int i = index + 1;
        if (!Touches(i) || !IsNumber(i, 1, 4)) return false;
        DateItem number = _items[i++];
        int minutes = number.Length > 2 ? (number.Value / 100 * 60) + (number.Value % 100) : number.Value * 60;
        if (number.Length <= 2 && IsTimeColon(i))
        {
            minutes += _items[i + 1].Value;
            i += 2;
        }

        if (minutes > 14 * 60) return false;
        offset = TimeSpan.FromMinutes(IsSign(index, '-') ? -minutes : minutes);
        index = i;
        return true;
    }
}
