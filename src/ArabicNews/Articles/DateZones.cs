namespace ArabicNews;

/// <summary>The offsets of the clocks that news names, by year, with the summer time of their laws; read from <c>seeds/lexicon/time-zone-rules.tsv</c>.</summary>
internal sealed class DateZones
{
    /// <summary>The zone of «بالتوقيت المحلي», which says nothing.</summary>
    public const int Local = 0;

    private readonly Period[] _periods;

    public DateZones(ref DataReader reader)
    {
        _periods = new Period[reader.ReadVarint()];
        for (int i = 0; i < _periods.Length; i++)
            _periods[i] = new Period(reader.ReadVarint(), reader.ReadVarint(), reader.ReadVarint(), reader.ReadSignedVarint(), (SummerTime)reader.ReadByte());
    }

    /// <summary>Rules by which clocks go an hour forward; each is one law.</summary>
    public enum SummerTime : byte
    {
        None,
        Europe,
        America,
        Egypt,
        Lebanon,
        Israel,
    }

    /// <summary>The offset that the clock of <paramref name="zone"/> had at <paramref name="local"/>; null where we know no rule for that year.</summary>
    public TimeSpan? OffsetAt(int zone, DateTime local)
    {
        foreach (Period period in _periods)
        {
            if (period.Zone != zone || local.Year < period.From || local.Year > period.To) continue;
            var offset = TimeSpan.FromMinutes(period.Minutes);
            return IsSummer(period.Rule, local, offset) ? offset + TimeSpan.FromHours(1) : offset;
        }

        return null;
    }

    // Bounds are on the clock that ends there. The hour that a change skips or repeats is read as summer time.
    private static bool IsSummer(SummerTime rule, DateTime local, TimeSpan standard)
    {
        int year = local.Year;
        (DateTime from, DateTime to) = rule switch
        {
            // Directive 2000/84/EC: from the last Sunday of March to the last of October, 01:00 UTC.
            SummerTime.Europe => (Last(year, 3, DayOfWeek.Sunday).AddHours(1) + standard, Last(year, 10, DayOfWeek.Sunday).AddHours(2) + standard),
            // Energy Policy Act of 2005: from the second Sunday of March to the first of November, 02:00.
            SummerTime.America => (First(year, 3, DayOfWeek.Sunday).AddDays(7).AddHours(2), First(year, 11, DayOfWeek.Sunday).AddHours(2)),
            // Law 24 of 2023: from the last Friday of April to the end of the last Thursday of October.
            SummerTime.Egypt => (Last(year, 4, DayOfWeek.Friday), Last(year, 10, DayOfWeek.Thursday).AddDays(1)),
            // From the last Sunday of March to the last of October, at midnight.
            SummerTime.Lebanon => (Last(year, 3, DayOfWeek.Sunday), Last(year, 10, DayOfWeek.Sunday)),
            // From the Friday before the last Sunday of March to the last Sunday of October, 02:00.
            SummerTime.Israel => (Last(year, 3, DayOfWeek.Sunday).AddDays(-2).AddHours(2), Last(year, 10, DayOfWeek.Sunday).AddHours(2)),
            _ => (DateTime.MaxValue, DateTime.MinValue),
        };
        return local >= from && local < to;
    }

    private static DateTime First(int year, int month, DayOfWeek day)
    {
        var first = new DateTime(year, month, 1);
        return first.AddDays(((int)day - (int)first.DayOfWeek + 7) % 7);
    }

    private static DateTime Last(int year, int month, DayOfWeek day)
    {
        var last = new DateTime(year, month, DateTime.DaysInMonth(year, month));
        return last.AddDays(-(((int)last.DayOfWeek - (int)day + 7) % 7));
    }

    private readonly record struct Period(int Zone, int From, int To, int Minutes, SummerTime Rule);
}
