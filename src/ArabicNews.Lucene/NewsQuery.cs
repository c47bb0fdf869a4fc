using System.Collections.Immutable;

namespace ArabicNews.Lucene;

/// <summary>
/// What to look for, and how much of what is found to tell. Made by <see cref="FromText"/> or <see cref="Parse"/> and refined by <c>with</c>; all conditions must hold. Immutable; equal when all content is equal.
/// </summary>
/// <example><code>
/// NewsQuery query = NewsQuery.Parse("«مجلس الأمن» غزة أو رفح -رياضة بعد:2024-03") with { People = ["لويد أوستن"], Limit = 20 };
/// </code></example>
public sealed record NewsQuery
{
    /// <summary>Longest text that is read, in UTF-16 code units; the rest is left out.</summary>
    public const int MaxLength = 4096;

    /// <summary>Most words and other parts that are read; further ones are ignored.</summary>
    public const int MaxParts = 256;

    /// <summary>Deepest nesting of parentheses; deeper ones are ignored.</summary>
    public const int MaxDepth = 16;

    /// <summary>Every article.</summary>
    public static NewsQuery All { get; } = new();

    /// <summary>What was understood, in text order; empty finds every article.</summary>
    public ImmutableArray<QueryPart> Parts { get; private init; } = [];

    /// <summary>People, each of whom the article must name: an <see cref="Entity.Id"/>, or a name or part of one in any spelling.</summary>
    public ImmutableArray<string> People { get; init; } = [];

    /// <summary>Places, each of which the article must name: a <see cref="PlaceInfo.Id"/>, or a name in any spelling.</summary>
    public ImmutableArray<string> Places { get; init; } = [];

    /// <summary>Countries in each of which the article must name a place: ISO 3166-1 alpha-2 codes, or Arabic names.</summary>
    public ImmutableArray<string> Countries { get; init; } = [];

    /// <summary>Agencies and outlets, each of which must be credited, by name or a part of it.</summary>
    public ImmutableArray<string> Sources { get; init; } = [];

    /// <summary>Sections, by name or a part of it.</summary>
    public ImmutableArray<string> Sections { get; init; } = [];

    /// <summary>Earliest moment of publication, inclusive; with it or <see cref="PublishedBefore"/> articles without a date are not found.</summary>
    public DateTimeOffset? PublishedFrom { get; init; }

    /// <summary>Latest moment of publication, exclusive.</summary>
    public DateTimeOffset? PublishedBefore { get; init; }

    /// <summary>The order of hits.</summary>
    public NewsOrder Order { get; init; }

    /// <summary>Most hits that are returned. 10 by default; 0 only counts.</summary>
    public int Limit { get; init; } = 10;

    /// <summary>Goes on behind the last hit of a page of results: its <see cref="NewsSearchResult.Next"/>. The rest of the query must be the same.</summary>
    public NewsCursor? After { get; init; }

    /// <summary>Most snippets of each hit. 2 by default.</summary>
    public int SnippetCount { get; init; } = 2;

    /// <summary>About how long a snippet may be, in UTF-16 code units. 240 by default, 40 at least.</summary>
    public int SnippetLength { get; init; } = 240;

    /// <summary>Most values of each facet; 0 counts no facets. 10 by default.</summary>
    public int FacetLimit { get; init; } = 10;

    /// <summary>The length of a bar of the date histogram: year, month or day; null for none. Days by default.</summary>
    public DatePrecision? Histogram { get; init; } = DatePrecision.Day;

    /// <summary>Most places of <see cref="NewsSearchResult.Map"/>; 0, as by default, makes none.</summary>
    public int MapLimit { get; init; }

    /// <summary>What older articles lose in the order by relevance; null, as by default, for nothing.</summary>
    public NewsRecency? Recency { get; init; }

    /// <summary>How long a search may take; what was found until then is returned, see <see cref="NewsSearchResult.IsPartial"/>. 10 seconds by default; null for no limit.</summary>
    public TimeSpan? TimeLimit { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Takes a text as a bag of words: what has more of them, and rarer ones, comes first. Nothing in it is an operator.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static NewsQuery FromText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string read = text.Length <= MaxLength ? text : text[..MaxLength];
        return read.Length == 0 ? All : new NewsQuery { Parts = [new QueryPart(new TextSpan(0, read.Length), QueryPartKind.Text, read)] };
    }

    /// <summary>
    /// Reads the query language. Any string is a query: what cannot be read as an operator is a word, or is ignored and reported so in <see cref="Parts"/>.
    /// </summary>
    /// <remarks>
    /// All words must occur, in any inflection; a phrase in quotation marks (<c>"</c> <c>«»</c> <c>“”</c>) must occur as it is written. <c>أو</c> <c>OR</c> separate alternatives and bind weaker than blanks and
    /// <c>و</c> <c>AND</c>; <c>ليس</c> <c>بدون</c> <c>NOT</c>, and <c>-</c> before a word, exclude; parentheses group. Fields: <c>شخص:</c> <c>person:</c>, <c>مكان:</c> <c>place:</c>, <c>دولة:</c> <c>country:</c>,
    /// <c>مصدر:</c> <c>source:</c>, <c>قسم:</c> <c>section:</c>, <c>وسم:</c> <c>tag:</c>, <c>عنوان:</c> <c>title:</c>, <c>بعد:</c> <c>after:</c> (from the start of that day, month or year on), <c>قبل:</c> <c>before:</c> (up to its start).
    /// </remarks>
    /// <param name="text">The query.</param>
    /// <param name="reference">What «أمس» and other relative dates are counted from; null leaves them out.</param>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static NewsQuery Parse(string text, DateTimeOffset? reference = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new NewsQuery { Parts = new QueryReader(text.Length <= MaxLength ? text : text[..MaxLength], reference).Read() };
    }

    /// <inheritdoc/>
    public bool Equals(NewsQuery? other) =>
        ReferenceEquals(this, other) || (other is not null && PublishedFrom == other.PublishedFrom && PublishedBefore == other.PublishedBefore && Order == other.Order
            && Limit == other.Limit && After == other.After && SnippetCount == other.SnippetCount && SnippetLength == other.SnippetLength && FacetLimit == other.FacetLimit
            && MapLimit == other.MapLimit && Recency == other.Recency && TimeLimit == other.TimeLimit && Histogram == other.Histogram && Sequences.Equal(Parts, other.Parts) && Sequences.Equal(People, other.People) && Sequences.Equal(Places, other.Places)
            && Sequences.Equal(Countries, other.Countries) && Sequences.Equal(Sources, other.Sources) && Sequences.Equal(Sections, other.Sections));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Sequences.Hash(Parts), Sequences.Hash(People), Sequences.Hash(Places), PublishedFrom, PublishedBefore, Limit, After);
}

/// <summary>The order of hits. Ties are broken by id, so that it is the same every time.</summary>
public enum NewsOrder
{
    /// <summary>The best match first.</summary>
    Relevance,
    /// <summary>The latest first; articles without a date come last.</summary>
    Newest,
}

/// <summary>A part of a query as it was understood.</summary>
/// <param name="Span">Where it stands in the query.</param>
/// <param name="Kind">What it was taken for.</param>
/// <param name="Text">The word, phrase or value, without quotation marks and prefix.</param>
/// <param name="Date">For <see cref="QueryPartKind.After"/> and <see cref="QueryPartKind.Before"/> the moment; else null.</param>
public readonly record struct QueryPart(TextSpan Span, QueryPartKind Kind, string Text, DateTimeOffset? Date = null);

/// <summary>What a part of a query was taken for.</summary>
public enum QueryPartKind
{
    /// <summary>Words of which any may occur.</summary>
    Text,
    /// <summary>A word that must occur.</summary>
    Word,
    /// <summary>Words that must occur side by side, as they are written.</summary>
    Phrase,
    /// <summary>Words of the headline.</summary>
    Title,
    /// <summary>Words of the lede.</summary>
    Lede,
    /// <summary>A person who must be named.</summary>
    Person,
    /// <summary>A place that must be named.</summary>
    Place,
    /// <summary>A country in which a place must be named.</summary>
    Country,
    /// <summary>An agency or outlet that must be credited.</summary>
    Source,
    /// <summary>The section.</summary>
    Section,
    /// <summary>A tag.</summary>
    Tag,
    /// <summary>Published from this moment on.</summary>
    After,
    /// <summary>Published before this moment.</summary>
    Before,
    /// <summary>Both sides must hold.</summary>
    And,
    /// <summary>One side must hold.</summary>
    Or,
    /// <summary>What follows must not hold.</summary>
    Not,
    /// <summary>An opening parenthesis.</summary>
    Open,
    /// <summary>A closing parenthesis.</summary>
    Close,
    /// <summary>Not used: an operator without its side, a parenthesis without its pair, a sign without a word, or beyond the limits.</summary>
    Ignored,
}
