namespace ArabicNews;

/// <summary>A moment with how exactly it is known.</summary>
internal readonly record struct DateMoment(DateTimeOffset Value, DatePrecision Precision, CalendarKind Calendar);

/// <summary>Turns the pieces of a date into a moment: which year, which order of day and month, which of two statements counts.</summary>
internal static class DateResolver
{
    // A weekday chooses the year of «الأربعاء 22 يونيو» only among days this near; further off a slip of the pen is likelier.
    private const int MaxWitnessedDays = 245;

    // Printed Hijri days differ from Umm al-Qura by a day, where the moon was seen otherwise; two are a different date.
    private const int MaxHijriDays = 2;

    /// <summary>Whether two full dates of different calendars are one day, give or take what calendars differ by.</summary>
    public static bool Agree(in DateElement left, in DateElement right)
    {
        if (left.Day == 0 || right.Day == 0) return false;
        if (left.Year == 0 || right.Year == 0) return true;
        if (!TryDate(left, out DateTime a) || !TryDate(right, out DateTime b)) return false;
        return Differ(a, b) <= MaxHijriDays
            || (left.IsSwappable && TryDate(Swapped(left), out a) && Differ(a, b) <= MaxHijriDays)
            || (right.IsSwappable && TryDate(left, out a) && TryDate(Swapped(right), out b) && Differ(a, b) <= MaxHijriDays);
    }

    /// <summary>Whether a date without a year, or one that falls on <paramref name="weekday"/>.</summary>
    public static bool IsOn(in DateElement day, int weekday) => day.Year == 0 || (TryDate(day, out DateTime date) && (int)date.DayOfWeek == weekday);

    public static bool TryResolve(in DateGroup group, DateTimeOffset? reference, DateZones zones, out DateMoment moment)
    {
        moment = default;
        var precision = DatePrecision.Day;
        var calendar = CalendarKind.Gregorian;
        TimeSpan offset = TimeSpan.Zero;
        DateTime date;
        if (group.Gregorian is not null || group.Hijri is not null)
        {
            // «الأحد 15» that no month near has as a Sunday leaves the Sunday.
            if (!TryCalendar(group, reference?.DateTime, out date, out precision, out calendar)
                && !(IsDayAlone(group) && reference is { } near && TryRelative(group, near.DateTime, out date, out precision))) return false;
        }
        else if (reference is { } now)
        {
            offset = now.Offset;
            if (!TryRelative(group, now.DateTime, out date, out precision)) return false;
        }
        else
        {
            return false;
        }

        if (precision == DatePrecision.Day && group.Time is { IsEmptyTime: false } time)
        {
            date = date.Date.AddSeconds(time.TimeOfDay);
            precision = time.Finest == DateUnit.Second ? DatePrecision.Second : DatePrecision.Minute;
            if (group.Zone is { } zone) offset = zone.Offset ?? (zone.Value == DateZones.Local ? offset : zones.OffsetAt(zone.Value, date) ?? offset);
        }

        long utc = date.Ticks - offset.Ticks;
        if (utc < 0 || utc > DateTime.MaxValue.Ticks) offset = TimeSpan.Zero;
        moment = new DateMoment(new DateTimeOffset(DateTime.SpecifyKind(date, DateTimeKind.Unspecified), offset), precision, calendar);
        return true;
    }

    private static bool IsDayAlone(in DateGroup group) => group is { Weekday: not null, Gregorian: { Month: 0, Day: > 0 } };

    private static bool TryCalendar(in DateGroup group, DateTime? reference, out DateTime date, out DatePrecision precision, out CalendarKind calendar)
    {
        // The Gregorian day is trusted where both stand; the Hijri one may lend it its year.
        calendar = group.Gregorian is null ? CalendarKind.Hijri : CalendarKind.Gregorian;
        DateElement day = (group.Gregorian ?? group.Hijri)!.Value;
        DateTime? partner = group is { Gregorian: not null, Hijri: { Year: > 0 } hijri } && TryDate(hijri, out DateTime other) ? other : null;
        precision = day.Day > 0 ? DatePrecision.Day : day.Month > 0 ? DatePrecision.Month : DatePrecision.Year;
        int? weekday = group.Weekday?.Value;
        if (day.Year == 0) return TryYearless(day, partner ?? reference, weekday, out date) && TrySettleOrdinal(day, weekday, ref date);
        if (day.Day == 0) return TryDate(day with { Month = Math.Max(1, day.Month), Day = 1 }, out date);
        if (!TryDate(day, out date)) return day.IsSwappable && TryDate(Swapped(day), out date);
        if (day.IsSwappable && TryDate(Swapped(day), out DateTime swapped) && PrefersSwapped(date, swapped, partner, weekday, reference)) date = swapped;
        if (!TrySettleOrdinal(day, weekday, ref date)) return false;
        if (day.IsHijri && weekday is { } name && DateCalendars.TryNearest(date, name, out DateTime near) && Differ(near, date) == 1) date = near;
        return true;
    }

    // «الثلاثاء الثالث من سبتمبر 2014», where the third is no Tuesday, is the third Tuesday; false when the month has none.
    private static bool TrySettleOrdinal(in DateElement day, int? weekday, ref DateTime date)
    {
        if (!day.IsOrdinal || day.IsHijri || day.Day > 5 || weekday is not { } name || (int)date.DayOfWeek == name) return true;
        var first = new DateTime(date.Year, date.Month, 1);
        int days = ((name - (int)first.DayOfWeek + 7) % 7) + (7 * (day.Day - 1));
        if (days >= DateTime.DaysInMonth(date.Year, date.Month)) return false;
        date = first.AddDays(days);
        return true;
    }

    // M/D/Y is believed on the word of a second witness only.
    private static bool PrefersSwapped(DateTime date, DateTime swapped, DateTime? partner, int? weekday, DateTime? reference)
    {
        if (partner is { } same) return Differ(date, same) > MaxHijriDays && Differ(swapped, same) <= MaxHijriDays;
        if (weekday is { } day) return (int)date.DayOfWeek != day && (int)swapped.DayOfWeek == day;
        return reference is { } now && Differ(swapped, now) <= 1 && Differ(date, now) > 7;
    }

    private static bool TryYearless(in DateElement day, DateTime? reference, int? weekday, out DateTime date)
    {
        date = default;
        if (reference is not { } now) return false;
        if (day.Month == 0) return TryMonthless(day, now, weekday, out date);
        int year = day.IsHijri ? DateCalendars.HijriYearOf(now) : now.Year;
        if (day.ShiftsYear || day.Shift == 0) return TryDate(WithDay(day, year + day.Shift!.Value), out date);

        // 29 February may be four years away.
        bool found = false;
        for (int y = year - 4; y <= year + 4; y++)
        {
            if (!TryDate(WithDay(day, y), out DateTime candidate)) continue;
            bool isRight = day.Shift switch
            {
                -1 => IsBefore(candidate, now, day),
                1 => IsBefore(now, candidate, day),
                _ => true,
            };
            if (!isRight || (found && !IsBetter(candidate, date, now, weekday))) continue;
            (date, found) = (candidate, true);
        }

        return found;
    }

    // By days where a day is given, else by months.
    private static bool IsBefore(DateTime left, DateTime right, in DateElement day)
    {
        if (day.Day > 0) return left.Date < right.Date;
        return day.IsHijri ? left < right && DateCalendars.HijriMonthOf(right) != day.Month : (left.Year * 12) + left.Month < (right.Year * 12) + right.Month;
    }

    private static bool IsBetter(DateTime candidate, DateTime best, DateTime now, int? weekday)
    {
        if (weekday is { } day)
        {
            bool fits = (int)candidate.DayOfWeek == day && Differ(candidate, now) <= MaxWitnessedDays, fitted = (int)best.DayOfWeek == day && Differ(best, now) <= MaxWitnessedDays;
            if (fits != fitted) return fits;
        }

        return Differ(candidate, now) < Differ(best, now);
    }

    private static bool TryMonthless(in DateElement day, DateTime now, int? weekday, out DateTime date)
    {
        date = default;
        bool found = false;
        for (int shift = day.Shift ?? -1; shift <= (day.Shift ?? 1); shift++)
        {
            if (!DateCalendars.TryAddMonths(now, shift, out DateTime month) || !DateCalendars.IsGregorian(month.Year, month.Month, day.Day)) continue;
            var candidate = new DateTime(month.Year, month.Month, day.Day);
            if (day.Shift is null && weekday is { } name && (int)candidate.DayOfWeek != name) continue;
            if (found && !IsBetter(candidate, date, now, weekday)) continue;
            (date, found) = (candidate, true);
        }

        return found;
    }

    private static bool TryRelative(in DateGroup group, DateTime now, out DateTime date, out DatePrecision precision)
    {
        precision = DatePrecision.Day;
        DateTime today = now.Date;
        if (group.Distance is { } distance) return TryDistance(distance, now, out date, out precision);
        if (group.Day is { } day && !(day.Value == 0 && group.Weekday?.Shift is not null))
            return DateCalendars.TryAddDays(today, day.Value, out date) && (group.Weekday is not { } name || DateCalendars.TryNearest(date, name.Value, out date));
        if (group.Period is { } period) return TryPeriod(period, group.Weekday?.Value, today, out date, out precision);

        // A bare weekday is the last one, today included: «قال الخميس».
        DateElement weekday = group.Weekday!.Value;
        int back = ((int)today.DayOfWeek - weekday.Value + 7) % 7;
        return DateCalendars.TryAddDays(today, weekday.Shift switch { -1 => back == 0 ? -7 : -back, 1 => 7 - back, 0 => back > 3 ? 7 - back : -back, _ => -back }, out date);
    }

    private static bool TryDistance(in DateElement distance, DateTime now, out DateTime date, out DatePrecision precision)
    {
        bool isRough = distance.IsRough;
        precision = distance.Finest switch
        {
            DateUnit.Second when !isRough => DatePrecision.Second,
            DateUnit.Minute or DateUnit.Hour when !isRough => DatePrecision.Minute,
            DateUnit.Month when isRough => DatePrecision.Month,
            DateUnit.Year when isRough => DatePrecision.Year,
            _ => DatePrecision.Day,
        };
        if (!DateCalendars.TryAddMonths(now, distance.Months, out date) || !DateCalendars.TryAddDays(date, distance.Days + (distance.Seconds / 86_400), out date)) return false;
        long ticks = date.Ticks + (distance.Seconds % 86_400 * TimeSpan.TicksPerSecond);
        if (ticks < 0 || ticks > DateTime.MaxValue.Ticks) return false;
        date = Truncate(new DateTime(ticks), precision);
        return true;
    }

    // A week has no precision of its own: seven days from today, or the day of that week that is named. Weeks start on Saturday, as in most Arab countries (CLDR).
    private static bool TryPeriod(in DateElement period, int? weekday, DateTime today, out DateTime date, out DatePrecision precision)
    {
        int shift = period.Shift!.Value;
        precision = (DateUnit)period.Value switch { DateUnit.Month => DatePrecision.Month, DateUnit.Year => DatePrecision.Year, _ => DatePrecision.Day };
        if (precision != DatePrecision.Day)
        {
            if (!DateCalendars.TryAddMonths(today, precision == DatePrecision.Month ? shift : shift * 12, out date)) return false;
            date = Truncate(date, precision);
            return true;
        }

        if (weekday is not { } name) return DateCalendars.TryAddDays(today, shift * 7, out date);
        int sinceSaturday = ((int)today.DayOfWeek + 1) % 7, wanted = (name + 1) % 7;
        return DateCalendars.TryAddDays(today, (shift * 7) - sinceSaturday + wanted, out date);
    }

    private static DateTime Truncate(DateTime date, DatePrecision precision) => precision switch
    {
        DatePrecision.Year => new DateTime(date.Year, 1, 1),
        DatePrecision.Month => new DateTime(date.Year, date.Month, 1),
        DatePrecision.Day => date.Date,
        DatePrecision.Minute => new DateTime(date.Ticks - (date.Ticks % TimeSpan.TicksPerMinute)),
        _ => new DateTime(date.Ticks - (date.Ticks % TimeSpan.TicksPerSecond)),
    };

    private static bool TryDate(in DateElement day, out DateTime date)
    {
        if (day.IsHijri) return DateCalendars.TryFromHijri(day.Year, day.Month, day.Day, out date);
        bool exists = DateCalendars.IsGregorian(day.Year, day.Month, day.Day);
        date = exists ? new DateTime(day.Year, day.Month, day.Day) : default;
        return exists;
    }

    private static DateElement WithDay(in DateElement day, int year) => day with { Year = year, Day = Math.Max(1, day.Day) };

    private static DateElement Swapped(in DateElement day) => day with { Day = day.Month, Month = day.Day };

    private static int Differ(DateTime left, DateTime right) => (int)Math.Abs((left.Date - right.Date).TotalDays);
}
