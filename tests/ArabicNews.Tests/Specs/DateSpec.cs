using System.Globalization;

namespace ArabicNews.Tests.Specs;

/// <summary>The renderers of <c>dates.md</c>. Argument: the reference, <c>@2024-03-27T12:00Z</c>; without it there is none.</summary>
internal static class DateSpec
{
    /// <summary>The date of a text: value, precision, calendar.</summary>
    public static string Parse(string input, ReadOnlySpan<string> arguments) => ArabicDate.TryParse(input, Reference(arguments), out ArticleDate? date) ? Print(date) : "none";

    /// <summary>All dates of a running text: the words in brackets, then the value.</summary>
    public static string Find(string input, ReadOnlySpan<string> arguments) =>
        ArabicDate.Find(input, Reference(arguments)) is [_, ..] dates ? string.Join("; ", dates.Select(date => $"[{date.Span.In(input)}] {Value(date)}")) : "none";

    private static DateTimeOffset? Reference(ReadOnlySpan<string> arguments) => arguments is [['@', .. var moment]] ? DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture) : null;

    private static string Print(ArticleDate date) => $"{Value(date)} {date.Precision} {date.Calendar}";

    // An offset of 0 is not shown.
    private static string Value(ArticleDate date) => date.Value.ToString(date.Precision switch
    {
        DatePrecision.Year => "yyyy",
        DatePrecision.Month => "yyyy-MM",
        DatePrecision.Day => "yyyy-MM-dd",
        DatePrecision.Minute => date.Value.Offset == TimeSpan.Zero ? "yyyy-MM-dd'T'HH:mm" : "yyyy-MM-dd'T'HH:mmzzz",
        _ => date.Value.Offset == TimeSpan.Zero ? "yyyy-MM-dd'T'HH:mm:ss" : "yyyy-MM-dd'T'HH:mm:sszzz",
    }, CultureInfo.InvariantCulture);
}
