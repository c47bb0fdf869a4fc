namespace ArabicNews.Tests.Specs;

/// <summary>Renders credits as the prose specs write them: <c>place القاهرة; person محمد علي (تصوير); agency رويترز</c>, or <c>none</c>.</summary>
internal static class CreditSpec
{
    private const string OutletArgument = "outlet=";

    /// <summary>The outlet of a block's arguments, with underscores for blanks; null without one.</summary>
    public static string? OutletOf(ReadOnlySpan<string> arguments) =>
        arguments is [var argument] && argument.StartsWith(OutletArgument, StringComparison.Ordinal) ? argument[OutletArgument.Length..].Replace('_', ' ') : null;

    /// <summary>A whole line, for blocks named <c>credits</c>; <paramref name="outlet"/> is the block's <c>outlet=</c>.</summary>
    public static string RenderByline(string line, string? outlet) => Byline.TryParse(line, outlet, out Byline? byline)
        ? Render(byline.Places, byline.Agencies, byline.Outlets, byline.Persons)
        : "none";

    /// <summary>The opening of a paragraph, for blocks named <c>dateline</c>: what it says, then in brackets the words it covers.</summary>
    public static string RenderDateline(string paragraph, string? outlet) =>
        DatelineParser.TryParse(paragraph, outlet, new DateTimeOffset(2024, 6, 1, 0, 0, 0, TimeSpan.Zero), out Dateline? dateline)
            ? $"[{paragraph[(Range)dateline.Span]}] {Render(dateline.Places, dateline.Agencies, dateline.Outlets, dateline.Persons, dateline.Date)}"
            : "none";

    private static string Render(IEnumerable<CreditedName> places, IEnumerable<CreditedName> agencies, IEnumerable<CreditedName> outlets, IEnumerable<CreditedName> persons, ArticleDate? date = null)
    {
        var parts = new List<string>();
        parts.AddRange(places.Select(name => "place " + name.Name));
        parts.AddRange(persons.Select(name => "person " + name.Name + (name.Role is null ? "" : $" ({name.Role})")));
        parts.AddRange(agencies.Select(name => "agency " + name.Name));
        parts.AddRange(outlets.Select(name => "outlet " + name.Name));
        if (date is not null) parts.Add("date " + date.Value.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        return parts.Count == 0 ? "nobody" : string.Join("; ", parts);
    }
}
