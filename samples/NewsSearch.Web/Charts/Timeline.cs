using ArabicNews;
using ArabicNews.Lucene;
using NewsSearch.Web.Search;

namespace NewsSearch.Web.Charts;

/// <summary>A bar: the articles from the first day to before the last.</summary>
internal readonly record struct TimelineBar(DateOnly Start, DateOnly Before, int Count);

/// <summary>The date histogram as bars of years, months or days, whichever makes a readable number of them, empty ones included.</summary>
internal sealed record Timeline(DatePrecision Unit, IReadOnlyList<TimelineBar> Bars)
{
    /// <summary>Earlier bars are left out: one misread date must not press the others together.</summary>
    public const int MaxBars = 40;

    /// <summary>The count of a bar of full height; a single article does not fill it.</summary>
    public int Peak => Math.Max(4, Bars.Max(bar => bar.Count));

    public static Timeline Of(IReadOnlyList<DateCount> days)
    {
        if (days.Count == 0) return new Timeline(DatePrecision.Day, []);
        DateOnly first = days[0].Day, last = days[^1].Day;
        DatePrecision unit = (last.DayNumber - first.DayNumber) switch
        {
            > MaxBars * 31 => DatePrecision.Year,
            > MaxBars => DatePrecision.Month,
            _ => DatePrecision.Day,
        };
        Dictionary<DateOnly, int> counts = days.GroupBy(day => StartOf(day.Day, unit)).ToDictionary(bar => bar.Key, bar => bar.Sum(day => day.Count));
        var bars = new List<TimelineBar>();
        for (DateOnly start = StartOf(last, unit); bars.Count < MaxBars && start >= StartOf(first, unit); start = StartOf(start.AddDays(-1), unit))
        {
            bars.Add(new TimelineBar(start, NextOf(start, unit), counts.GetValueOrDefault(start)));
            if (start == DateOnly.MinValue) break;
        }

        bars.Reverse();
        return new Timeline(unit, bars);
    }

    private static DateOnly StartOf(DateOnly day, DatePrecision unit) => unit switch
    {
        DatePrecision.Year => new DateOnly(day.Year, 1, 1),
        DatePrecision.Month => new DateOnly(day.Year, day.Month, 1),
        _ => day,
    };

    private static DateOnly NextOf(DateOnly start, DatePrecision unit) => start.Year == DateOnly.MaxValue.Year ? DateOnly.MaxValue : unit switch
    {
        DatePrecision.Year => start.AddYears(1),
        DatePrecision.Month => start.AddMonths(1),
        _ => start.AddDays(1),
    };
}
