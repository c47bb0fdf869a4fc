namespace ArabicNews;

/// <summary>Weighs what a page says of itself in its head against what its text says.</summary>
internal static class Claims
{
    private const int MostHours = 36;

    /// <summary>
    /// The date of the text, made exact by the claim when both mean the same day, give or take time zones; the claim alone, with an empty span, when the text gives none.
    /// Where they contradict each other the text is right: readers see it.
    /// </summary>
    public static ArticleDate? Weigh(ArticleDate? read, DateTimeOffset? claim)
    {
        if (claim is not { } moment) return read;
        if (read is null) return new ArticleDate(default, moment, moment.TimeOfDay == default ? DatePrecision.Day : DatePrecision.Second, CalendarKind.Gregorian);
        if (read.Precision < DatePrecision.Minute && read.Precision == DatePrecision.Day && Math.Abs((read.Value - moment).TotalHours) <= MostHours && read.Value.Date == moment.Date)
            return read with { Value = moment, Precision = moment.TimeOfDay == default ? DatePrecision.Day : DatePrecision.Second };
        return read;
    }

    /// <summary>The claimed authors, where they are no names of the site; their spans are where the text names them, empty where it does not.</summary>
    public static Byline? Byline(PageText page, PageMetadata metadata, string? outlet)
    {
        if (metadata.Authors.IsDefaultOrEmpty) return null;
        CreditedName[] persons = [.. metadata.Authors.Where(author => author.Length > 0 && !IsSite(author, metadata, outlet)).Select(author => Find(page, author))];
        if (persons.Length == 0) return null;
        CreditedName? first = persons.Where(person => !person.Span.IsEmpty).Select(person => (CreditedName?)person).FirstOrDefault();
        return new Byline { Span = first?.Span ?? default, Persons = [.. persons] };
    }

    private static CreditedName Find(PageText page, string author)
    {
        int start = page.Text.IndexOf(author, StringComparison.Ordinal);
        return new CreditedName(start < 0 ? default : new TextSpan(start, author.Length), author);
    }

    private static bool IsSite(string author, PageMetadata metadata, string? outlet) => IsSame(author, metadata.SiteName) || IsSame(author, outlet) || IsSame(author, metadata.Section);

    private static bool IsSame(string left, string? right) => right is not null && ArabicNormalizer.Match.Normalize(left) == ArabicNormalizer.Match.Normalize(right);
}
