using System.Collections.Immutable;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text;
using ArabicNews.Lucene;

namespace NewsSearch.Web.Search;

/// <summary>
/// What a visitor asks for: the query string of the site and of its API, checked by the attributes, and the addresses of all links to other results. Immutable; links are made by <c>with</c>.
/// </summary>
public sealed record SearchParameters
{
    public const int MaxTextLength = 512;
    public const int MaxFilters = 8;
    public const int MaxLimit = 100;
    public const int PageLength = 10;

    [StringLength(MaxTextLength)]
    [Description("The query, in the query language of NewsQuery.Parse; nothing finds every article.")]
    public string? Q { get; init; }

    [MaxLength(MaxFilters), EachAtMost(200)]
    [Description("People, each of whom the articles must name: ids or names.")]
    public string[]? Person { get; init; }

    [MaxLength(MaxFilters), EachAtMost(200)]
    [Description("Places, each of which the articles must name: ids or names.")]
    public string[]? Place { get; init; }

    [MaxLength(MaxFilters), EachAtMost(200)]
    [Description("Agencies and outlets, each of which must be credited.")]
    public string[]? Source { get; init; }

    [Description("Earliest day of publication.")]
    public DateOnly? From { get; init; }

    [Description("Day before which they were published.")]
    public DateOnly? Before { get; init; }

    [StringLength(NewsIndex.MaxIdLength)]
    [Description("A story, of which all copies are shown.")]
    public string? Story { get; init; }

    [Description("Whether copies of one story are shown one by one.")]
    public bool? Copies { get; init; }

    [Description("Relevance or Newest; the best first where there are words, else the newest.")]
    public NewsOrder? Order { get; init; }

    [Range(1, MaxLimit)]
    [Description("How many articles to show.")]
    public int? Limit { get; init; }

    internal string Text => Q?.Trim() ?? "";

    internal NewsOrder ChosenOrder => Order ?? (Text.Length == 0 ? NewsOrder.Newest : NewsOrder.Relevance);

    internal int ChosenLimit => Limit ?? PageLength;

    /// <summary>Null also where the parameter is there and empty.</summary>
    internal string? ChosenStory => string.IsNullOrEmpty(Story) ? null : Story;

    internal bool HasFilters => Person is { Length: > 0 } || Place is { Length: > 0 } || Source is { Length: > 0 } || From is not null || Before is not null || ChosenStory is not null;

    internal NewsQuery ToQuery(DateTimeOffset now, TimeSpan timeLimit) => NewsQuery.Parse(Text, now) with
    {
        People = [.. Person ?? []],
        Places = [.. Place ?? []],
        Sources = [.. Source ?? []],
        PublishedFrom = StartOf(From),
        PublishedBefore = StartOf(Before),
        Story = ChosenStory,
        CollapseStories = Copies != true && ChosenStory is null,
        Order = ChosenOrder,
        Limit = ChosenLimit,
        FacetLimit = 25,
        MapLimit = 40,
        TimeLimit = timeLimit,
    };

    /// <summary>The address of these results.</summary>
    internal string ToUrl(string path = "/")
    {
        var url = new StringBuilder(path);
        char separator = '?';
        foreach ((string name, string value) in ToFields())
        {
            url.Append(separator).Append(name).Append('=').Append(Uri.EscapeDataString(value));
            separator = '&';
        }

        return url.ToString();
    }

    /// <summary>The address of these results from a page of others: it starts with the first of them.</summary>
    internal string ToOtherUrl() => (this with { Limit = null }).ToUrl();

    /// <summary>The address of an article, which knows the way back to these results.</summary>
    internal string ToArticleUrl(string id, int number)
    {
        string url = ToUrl("/article/" + string.Join('/', id.Split('/').Select(Uri.EscapeDataString)));
        return number == 0 ? url : $"{url}{(url.Contains('?', StringComparison.Ordinal) ? '&' : '?')}number={number}";
    }

    /// <summary>What is not as by default, as names and values: of a query string, or of the hidden fields of a form.</summary>
    internal IEnumerable<(string Name, string Value)> ToFields()
    {
        if (Text.Length > 0) yield return ("q", Text);
        foreach (string person in Person ?? []) yield return ("person", person);
        foreach (string place in Place ?? []) yield return ("place", place);
        foreach (string source in Source ?? []) yield return ("source", source);
        if (From is { } from) yield return ("from", from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        if (Before is { } before) yield return ("before", before.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        if (ChosenStory is { } story) yield return ("story", story);
        if (Copies == true) yield return ("copies", "true");
        if (Order is { } order) yield return ("order", order.ToString());
        if (Limit is { } limit and not PageLength) yield return ("limit", limit.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>A list of filters with a value added, or taken off where it is in it.</summary>
    internal static string[] Toggle(string[]? values, string value) => values?.Contains(value, StringComparer.Ordinal) == true
        ? [.. values.Where(other => other != value)]
        : [.. values ?? [], value];

    private static DateTimeOffset? StartOf(DateOnly? day) => day is { } date ? new DateTimeOffset(date, TimeOnly.MinValue, TimeSpan.Zero) : null;
}

/// <summary>Holds each value of a list to a length.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class EachAtMostAttribute(int length) : ValidationAttribute($"Each value may have {length} characters at most.")
{
    public int Length => length;

    public override bool IsValid(object? value) => value is not string[] values || Array.TrueForAll(values, one => one.Length <= length);
}
