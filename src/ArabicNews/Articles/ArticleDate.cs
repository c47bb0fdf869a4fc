using System.Globalization;

namespace ArabicNews;

/// <summary>A moment that a text gives, with how exactly it gives it.</summary>
/// <param name="Span">The words that give it, in the text that was searched.</param>
/// <param name="Value">
/// The moment. Fields finer than <paramref name="Precision"/> are their first value (day 1, 00:00). The offset is what the text says (GMT, a named zone, or the
/// time of a city it names); 0 where it says nothing.
/// </param>
/// <param name="Precision">The finest field that the text gives.</param>
/// <param name="Calendar">The calendar it was written in; <paramref name="Value"/> is always the Gregorian moment.</param>
public sealed record ArticleDate(TextSpan Span, DateTimeOffset Value, DatePrecision Precision, CalendarKind Calendar)
{
    /// <summary>
    /// The date as ISO 8601, no finer than it is known: <c>2024</c>, <c>2024-03</c>, <c>2024-03-12</c>, <c>2024-03-12T08:30+03:00</c>. An offset of 0 that was read in a text says that the text names no zone, so none is written; one that
    /// the metadata claim (<see cref="Span"/> is empty) is UTC, <c>Z</c>.
    /// </summary>
    public string ToIsoString()
    {
        string zone = Value.Offset != TimeSpan.Zero ? "zzz" : Span.IsEmpty ? "'Z'" : "";
        return Value.ToString(Precision switch
        {
            DatePrecision.Year => "yyyy",
            DatePrecision.Month => "yyyy-MM",
            DatePrecision.Day => "yyyy-MM-dd",
            DatePrecision.Minute => "yyyy-MM-dd'T'HH:mm" + zone,
            _ => "yyyy-MM-dd'T'HH:mm:ss" + zone,
        }, CultureInfo.InvariantCulture);
    }
}

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
