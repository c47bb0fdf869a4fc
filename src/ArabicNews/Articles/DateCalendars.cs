using System.Globalization;

namespace ArabicNews;

/// <summary>Days of the two calendars, without exceptions.</summary>
internal static class DateCalendars
{
    // Fixed: the adjustment of HijriCalendar is a setting of the machine otherwise. Reading the two is thread-safe.
    private static readonly UmAlQuraCalendar s_umAlQura = new();
    private static readonly HijriCalendar s_tabular = new() { HijriAdjustment = 0 };

    public static bool IsGregorian(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);

    /// <summary>Whether day and month can be together, in the year if it is known.</summary>
    public static bool IsPossible(in DateElement element) =>
        element.IsHijri ? element.Month is >= 0 and <= 12 && element.Day is >= 1 and <= 30 : IsGregorian(element.Year == 0 ? 2000 : element.Year, Math.Max(1, element.Month), element.Day);

    /// <summary>
    /// The Gregorian day of a Hijri one: as the Umm al-Qura calendar has it in its years 1318-1500, by the tabular calendar outside. A thirtieth of a month that has 29
    /// days there is the day after: the moon was seen otherwise.
    /// </summary>
    public static bool TryFromHijri(int year, int month, int day, out DateTime date)
    {
        date = default;
        if (year is < 1 or > 9000 || month is < 1 or > 12 || day is < 1 or > 30) return false;
        Calendar calendar = year is >= 1318 and <= 1500 ? s_umAlQura : s_tabular;
        date = calendar.ToDateTime(year, month, 1, 0, 0, 0, 0).AddDays(day - 1);
        return true;
    }

    /// <summary>The Hijri year at a Gregorian day.</summary>
    public static int HijriYearOf(DateTime date) => date >= s_umAlQura.MinSupportedDateTime && date <= s_umAlQura.MaxSupportedDateTime ? s_umAlQura.GetYear(date)
        : date >= s_tabular.MinSupportedDateTime ? s_tabular.GetYear(date) : 1;

    /// <summary>The Hijri month at a Gregorian day.</summary>
    public static int HijriMonthOf(DateTime date) => date >= s_umAlQura.MinSupportedDateTime && date <= s_umAlQura.MaxSupportedDateTime ? s_umAlQura.GetMonth(date)
        : date >= s_tabular.MinSupportedDateTime ? s_tabular.GetMonth(date) : 1;

    /// <summary>The day of <paramref name="weekday"/> nearest to <paramref name="date"/>, at most three days off.</summary>
    public static bool TryNearest(DateTime date, int weekday, out DateTime nearest)
    {
        int days = ((weekday - (int)date.DayOfWeek + 10) % 7) - 3;
        return TryAddDays(date, days, out nearest);
    }

    public static bool TryAddDays(DateTime date, long days, out DateTime result)
    {
        long ticks = date.Ticks + (days * TimeSpan.TicksPerDay);
        bool fits = Math.Abs(days) < 4_000_000 && ticks >= 0 && ticks <= DateTime.MaxValue.Ticks;
        result = fits ? new DateTime(ticks) : default;
        return fits;
    }

    public static bool TryAddMonths(DateTime date, long months, out DateTime result)
    {
        long month = (date.Year * 12L) + date.Month - 1 + months;
        bool fits = month is >= 12 and < 120_000;
        result = fits ? date.AddMonths((int)months) : default;
        return fits;
    }
}
