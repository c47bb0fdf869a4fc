namespace ArabicNews;

/// <summary>The kinds of pieces that a date is put together from.</summary>
internal enum DateElementKind : byte
{
    /// <summary>A day, month or year of a calendar: «27 مارس 2024», «1446/06/02 هـ», «آذار الماضي».</summary>
    Calendar,
    /// <summary>A day counted from today: أمس.</summary>
    Day,
    /// <summary>A span of time back or ahead: «قبل ساعتين».</summary>
    Distance,
    /// <summary>This, the last or the next week, month or year: «الشهر الماضي».</summary>
    Period,
    /// <summary>A day of the week, with «الماضي» or «المقبل» behind it or not.</summary>
    Weekday,
    /// <summary>A clock time.</summary>
    Time,
    /// <summary>A time zone.</summary>
    Zone,
    /// <summary>A part of the day, which gives no time: «صباح».</summary>
    Part,
}

/// <summary>One piece of a date. Which fields count depends on <see cref="Kind"/>.</summary>
internal struct DateElement
{
    public DateElementKind Kind;

    /// <summary>Its items, end exclusive.</summary>
    public int First, End;

    /// <summary>Its code units where they are not those of its items; 0 otherwise.</summary>
    public int StartOverride;

    /// <summary>Stands only where the whole text is the date: «22-4», «15».</summary>
    public bool IsWeak;

    /// <summary>Calendar: 0 where not given.</summary>
    public int Year, Month, Day;

    /// <summary>Calendar: whether Hijri.</summary>
    public bool IsHijri;

    /// <summary>Calendar: whether day and month may change places, since both are at most 12.</summary>
    public bool IsSwappable;

    /// <summary>Calendar: whether the day is an ordinal in words, so that «الثلاثاء الثالث من سبتمبر» may be the third Tuesday.</summary>
    public bool IsOrdinal;

    /// <summary>Calendar and Weekday: -1 last, 1 next, 0 this; null when not said. Calendar without a month: counts months.</summary>
    public int? Shift;

    /// <summary>Calendar: whether <see cref="Shift"/> is said of the year: «مارس من العام الماضي».</summary>
    public bool ShiftsYear;

    /// <summary>Day: days from today. Weekday: 0-6. Zone: its number. Period: the unit. Part: 1 when it stands only in front of what it is part of.</summary>
    public int Value;

    /// <summary>Distance, signed.</summary>
    public long Seconds, Days, Months;

    /// <summary>Distance: the finest unit. Time: Second where seconds are given, Minute otherwise.</summary>
    public DateUnit Finest;

    /// <summary>Distance: of no exact count.</summary>
    public bool IsRough;

    /// <summary>Time: seconds from midnight.</summary>
    public int TimeOfDay;

    /// <summary>Time: a clock that says nothing, «00:00 am».</summary>
    public bool IsEmptyTime;

    /// <summary>Zone given by number.</summary>
    public TimeSpan? Offset;
}
