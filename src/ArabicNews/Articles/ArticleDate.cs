namespace ArabicNews;

/// <summary>A moment that a text gives, with how exactly it gives it.</summary>
/// <param name="Span">The words that give it, in the text that was searched.</param>
/// <param name="Value">
/// The moment. Fields finer than <paramref name="Precision"/> are their first value (day 1, 00:00). The offset is what the text says (GMT, a named zone, or the
/// time of a city it names); 0 where it says nothing.
/// </param>
/// <param name="Precision">The finest field that the text gives.</param>
/// <param name="Calendar">The calendar it was written in; <paramref name="Value"/> is always the Gregorian moment.</param>
public sealed record ArticleDate(TextSpan Span, DateTimeOffset Value, DatePrecision Precision, CalendarKind Calendar);

/// <summary>The finest field that a date gives.</summary>
public enum DatePrecision
{
    /// <summary>A year.</summary>
    Year,
    /// <summary>A month of a year.</summary>
    Month,
    /// <summary>A day.</summary>
    Day,
    /// <summary>Hours and minutes (or hours alone).</summary>
    Minute,
    /// <summary>Seconds.</summary>
    Second,
}

/// <summary>The calendar a date was written in.</summary>
public enum CalendarKind
{
    /// <summary>The civil calendar, under any of its sets of Arabic month names.</summary>
    Gregorian,
    /// <summary>The Islamic calendar, read as Umm al-Qura.</summary>
    Hijri,
}
