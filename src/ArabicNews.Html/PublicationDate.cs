using System.Globalization;

namespace ArabicNews.Html;

/// <summary>Where a claimed date comes from.</summary>
internal enum DateEvidence
{
    Structured,
    Microdata,
    Meta,
    TimeElement,
    Created,
    Address,
}

/// <summary>A date that a page claims outside its text.</summary>
internal readonly record struct ClaimedDate(DateTimeOffset Value, DatePrecision Precision, DateEvidence Evidence);

/// <summary>Reads machine dates as sites write them and decides between the claims of a page and what it prints.</summary>
internal static class PublicationDate
{
    // ISO 8601, what databases print (as «2024-07-16 09:10:22 +03:00»), and RFC 1123.
    private static readonly string[] Formats =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ss K", "yyyy-MM-dd HH:mm:ss zzz", "yyyy-MM-dd HH:mmK",
        "yyyy-MM-dd'T'HH:mm:sszz", "yyyy-MM-dd'T'HH:mm:ss'+'hhmm", "yyyyMMdd'T'HHmmssK", "yyyy/MM/dd HH:mm:ss", "yyyy/MM/dd HH:mm",
        "ddd, dd MMM yyyy HH:mm:ss 'GMT'", "ddd, d MMM yyyy HH:mm:ss zzz",
    ];

    private static readonly string[] DayFormats = ["yyyy-MM-dd", "yyyy/MM/dd", "yyyy/M/d", "yyyy-M-d", "yyyyMMdd", "MMMM d, yyyy", "d MMMM yyyy"];

    /// <summary>Reads a date that was written for machines; null when it is none, or of no news page (before 1990).</summary>
    public static ClaimedDate? Read(string value, DateEvidence evidence)
    {
        // A zone without its colon is common: +0300.
        ReadOnlySpan<char> text = value.AsSpan().Trim();
        if (text.Length > 40) return null;
        string candidate = text.Length > 19 && text[^5] is '+' or '-' && char.IsAsciiDigit(text[^1]) ? string.Concat(text[..^2], ":", text[^2..]) : text.ToString();
        const DateTimeStyles Styles = DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces;
        if (DateTimeOffset.TryParseExact(candidate, Formats, CultureInfo.InvariantCulture, Styles, out DateTimeOffset moment))
            return IsOfNews(moment) ? new ClaimedDate(moment, DatePrecision.Second, evidence) : null;
        if (DateTimeOffset.TryParseExact(candidate, DayFormats, CultureInfo.InvariantCulture, Styles, out moment))
            return IsOfNews(moment) ? new ClaimedDate(moment, DatePrecision.Day, evidence) : null;

        // «2020-12-01T02:00:00+03:00[Asia/Riyadh]» and other tails: the day at least.
        return candidate.Length > 10 && !char.IsAsciiDigit(candidate[10])
            && DateTimeOffset.TryParseExact(candidate.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, Styles, out moment) && IsOfNews(moment)
            ? new ClaimedDate(moment, DatePrecision.Day, evidence)
            : null;
    }

    /// <summary>
    /// The day in an address, as <c>/2020/11/09/</c>, <c>/2013/middle_east/8/3/</c>, <c>/2024-03-12-</c> or <c>/202003171044893040-</c> give it; null without one.
    /// </summary>
    public static ClaimedDate? FromAddress(Uri address)
    {
        if (!address.IsAbsoluteUri) return null;
        ReadOnlySpan<char> path = address.AbsolutePath;
        int year = 0, month = 0, segmentsSinceYear = 0;
        foreach (Range range in path.Split('/'))
        {
            ReadOnlySpan<char> segment = path[range];
            int number = segment.Length is > 0 and <= 4 && !segment.ContainsAnyExceptInRange('0', '9') ? int.Parse(segment, CultureInfo.InvariantCulture) : -1;
            if (segment.Length == 4 && IsYear(number))
            {
                (year, month, segmentsSinceYear) = (number, 0, 0);
                continue;
            }

            segmentsSinceYear++;
            if (year > 0 && number is >= 1 and <= 12 && month == 0 && segmentsSinceYear <= 2) month = number;
            else if (year > 0 && month > 0 && number >= 1 && number <= 31) return Day(year, month, number);
            else month = 0;

            if (InSegment(segment) is { } day) return day;
        }

        return null;
    }

    /// <summary>
    /// Decides the day of publication. The page's structured claims go first, the printed line before them where it differs only by the zone (sites mark their
    /// local time as UTC); an address that names a day beats a printed line, which may be a page clock or the time of an update.
    /// </summary>
    public static ArticleDate? Decide(List<ClaimedDate> claims, ArticleDate? printed, int position)
    {
        if (printed is { Span.IsEmpty: true }) printed = null; // a claim that the core handed through
        if (Best(claims, withAddress: false) is { } claim)
        {
            if (printed is null || Math.Abs((printed.Value - claim.Value).TotalHours) > 26) return At(claim, position);
            return printed.Precision < DatePrecision.Minute && printed.Value.Date == claim.Value.Date ? At(claim, position) with { Span = printed.Span } : printed;
        }

        if (Best(claims, withAddress: true) is not { } address) return printed;
        return printed is not null && printed.Value.Date == address.Value.Date ? printed : At(address, position);
    }

    /// <summary>The claim to be believed: its day is that of most claims, ties by the order of <see cref="DateEvidence"/>; null without any.</summary>
    public static ClaimedDate? Best(List<ClaimedDate> claims, bool withAddress)
    {
        ClaimedDate? best = null;
        int most = 0;
        foreach (ClaimedDate claim in claims.OrderBy(claim => claim.Evidence))
        {
            if (claim.Evidence == DateEvidence.Address && !withAddress) continue;
            int votes = claims.Count(other => other.Value.Date == claim.Value.Date);
            if (votes <= most) continue;
            most = votes;
            best = claim;
        }

        return best;
    }

    private static ArticleDate At(ClaimedDate claim, int position) => new(new TextSpan(position, 0), claim.Value, claim.Precision, CalendarKind.Gregorian);

    private static bool IsYear(int number) => number is >= 1990 and <= 2100;

    private static bool IsOfNews(DateTimeOffset moment) => IsYear(moment.Year);

    // 2024-03-12 or 20240312 at the start of a segment.
    private static ClaimedDate? InSegment(ReadOnlySpan<char> segment)
    {
        if (segment.Length >= 8 && !segment[..8].ContainsAnyExceptInRange('0', '9') && IsYear(int.Parse(segment[..4], CultureInfo.InvariantCulture)))
            return Day(int.Parse(segment[..4], CultureInfo.InvariantCulture), int.Parse(segment[4..6], CultureInfo.InvariantCulture), int.Parse(segment[6..8], CultureInfo.InvariantCulture));
        if (segment.Length >= 10 && segment[4] is '-' or '_' && segment[7] == segment[4]
            && DateTime.TryParseExact(segment[..10].ToString().Replace('_', '-'), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime day) && IsYear(day.Year))
            return Day(day.Year, day.Month, day.Day);
        return null;
    }

    private static ClaimedDate? Day(int year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new ClaimedDate(new DateTimeOffset(year, month, day, 0, 0, 0, TimeSpan.Zero), DatePrecision.Day, DateEvidence.Address)
            : null;
}
