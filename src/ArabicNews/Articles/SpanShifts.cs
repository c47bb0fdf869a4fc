using System.Collections.Immutable;

namespace ArabicNews;

/// <summary>Moves results that were read from a line to where the line stands in the page.</summary>
internal static class SpanShifts
{
    public static TextSpan Shifted(this TextSpan span, int offset) => new(span.Start + offset, span.Length);

    public static ArticleDate Shifted(this ArticleDate date, int offset) => date with { Span = date.Span.Shifted(offset) };

    public static Byline Shifted(this Byline byline, int offset) => byline with
    {
        Span = byline.Span.Shifted(offset),
        Persons = byline.Persons.Shifted(offset),
        Places = byline.Places.Shifted(offset),
        Agencies = byline.Agencies.Shifted(offset),
        Outlets = byline.Outlets.Shifted(offset),
    };

    public static Dateline Shifted(this Dateline dateline, int offset) => dateline with
    {
        Span = dateline.Span.Shifted(offset),
        Persons = dateline.Persons.Shifted(offset),
        Places = dateline.Places.Shifted(offset),
        Agencies = dateline.Agencies.Shifted(offset),
        Outlets = dateline.Outlets.Shifted(offset),
        Date = dateline.Date?.Shifted(offset),
    };

    private static ImmutableArray<CreditedName> Shifted(this ImmutableArray<CreditedName> names, int offset) =>
        names.IsDefaultOrEmpty ? [] : [.. names.Select(name => name with { Span = name.Span.Shifted(offset) })];
}
