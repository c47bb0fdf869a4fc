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

    /// <summary>Most words with <c>*</c> or <c>~</c>; further ones are plain words. Each stands for at most 256 words of the index, the most frequent.</summary>
    public const int MaxPatterns = 8;

    /// <summary>Every article.</summary>
    public static NewsQuery All { get; } = new();

    /// <summary>What was understood, in text order; empty finds every article.</summary>
    public ImmutableArray<QueryPart> Parts { get; internal init; } = [];

    /// <summary>What it was read from, as far as it was read: <see cref="QueryPart.Span"/> points into it.</summary>
    public string Text { get; internal init; } = "";

    /// <summary>The page whose article <see cref="MoreLike"/> takes; null for a query of words.</summary>
    public string? LikeId { get; private init; }

    /// <summary>0 for the main article of that page, else the place of a related one.</summary>
    public int LikeNumber { get; private init; }

    /// <summary>People, each of whom the article must name: an <see cref="Entity.Id"/>, or a name or part of one in any spelling.</summary>
    public ImmutableArray<string> People { get; init; } = [];

    /// <summary>Places, each of which the article must name: a <see cref="PlaceInfo.Id"/>, or a name in any spelling.</summary>
    public ImmutableArray<string> Places { get; init; } = [];

    /// <summary>An area in which the article must name a place whose coordinates are known.</summary>
    public GeoCircle? Near { get; init; }

    /// <summary>Countries in each of which the article must name a place: ISO 3166-1 alpha-2 codes, or Arabic names.</summary>
    public ImmutableArray<string> Countries { get; init; } = [];

    /// <summary>Agencies and outlets, each of which must be credited, by name or a part of it.</summary>
    public ImmutableArray<string> Sources { get; init; } = [];

    /// <summary>Sections, by name or a part of it.</summary>
    public ImmutableArray<string> Sections { get; init; } = [];

    /// <summary>A story, of which the article must be: a <see cref="StoryGroup.Id"/>; null for any.</summary>
    public string? Story { get; init; }

    /// <summary>Whether only the best article of each story is a hit (<see cref="NewsHit.Story"/> tells of the others); also across pages of results. Counts stay those of all articles. False by default.</summary>
    public bool CollapseStories { get; init; }

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
        return read.Length == 0 ? All : new NewsQuery { Text = read, Parts = [new QueryPart(new TextSpan(0, read.Length), QueryPartKind.Text, read)] };
    }

    /// <summary>
    /// Finds articles on what an article of the index is about: those that share its most telling words, which are frequent in it and rare elsewhere. All articles of its own page are left out. It finds nothing when the index does
    /// not have the article.
    /// </summary>
    /// <param name="id">The id of its page.</param>
    /// <param name="number"><see cref="NewsHit.Number"/>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> is null.</exception>
    public static NewsQuery MoreLike(string id, int number = 0)
    {
        ArgumentNullException.ThrowIfNull(id);
        return new NewsQuery { LikeId = id, LikeNumber = number };
    }

    /// <summary>
    /// Reads the query language. Any string is a query: what cannot be read as an operator is a word, or is ignored and reported so in <see cref="Parts"/>.
    /// </summary>
    /// <remarks>
    /// All words must occur, in any inflection; a phrase in quotation marks (<c>"</c> <c>«»</c> <c>“”</c>) must occur as it is written. <c>أو</c> <c>OR</c> separate alternatives and bind weaker than blanks and
    /// <c>و</c> <c>AND</c>; <c>ليس</c> <c>بدون</c> <c>NOT</c>, and <c>-</c> before a word, exclude; parentheses group. Fields: <c>شخص:</c> <c>person:</c>, <c>مكان:</c> <c>place:</c>, <c>دولة:</c> <c>country:</c>,
    /// <c>قرب:</c> <c>near:</c> (a place named within 50 km, or <c>قرب:دمشق~20كم</c>, <c>near:33.5,36.3~20</c>; see <see cref="GeoCircle.TryParse"/>),
    /// <c>مصدر:</c> <c>source:</c>, <c>قسم:</c> <c>section:</c>, <c>وسم:</c> <c>tag:</c>, <c>عنوان:</c> <c>title:</c>, <c>مقدمة:</c> <c>lede:</c>, <c>بعد:</c> <c>after:</c> (from the start of that day, month or year on), <c>قبل:</c> <c>before:</c> (up to its start). <c>وزار*</c> is every word, or stem, that begins so; <c>زلزل~</c> every word that differs in one letter, from five letters on in two (or <c>~1</c>, <c>~2</c>).
    /// </remarks>
    /// <param name="text">The query.</param>
    /// <param name="reference">What «أمس» and other relative dates are counted from; null leaves them out.</param>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static NewsQuery Parse(string text, DateTimeOffset? reference = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        string read = text.Length <= MaxLength ? text : text[..MaxLength];
        return new NewsQuery { Text = read, Parts = new QueryReader(read, reference).Read() };
    }

    /// <inheritdoc/>
    public bool Equals(NewsQuery? other) =>
        ReferenceEquals(this, other) || (other is not null && Text == other.Text && LikeId == other.LikeId && LikeNumber == other.LikeNumber && Near == other.Near && Story == other.Story && CollapseStories == other.CollapseStories && PublishedFrom == other.PublishedFrom && PublishedBefore == other.PublishedBefore && Order == other.Order
            && Limit == other.Limit && After == other.After && SnippetCount == other.SnippetCount && SnippetLength == other.SnippetLength && FacetLimit == other.FacetLimit
            && MapLimit == other.MapLimit && Recency == other.Recency && TimeLimit == other.TimeLimit && Histogram == other.Histogram && Sequences.Equal(Parts, other.Parts) && Sequences.Equal(People, other.People) && Sequences.Equal(Places, other.Places)
            && Sequences.Equal(Countries, other.Countries) && Sequences.Equal(Sources, other.Sources) && Sequences.Equal(Sections, other.Sections));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Sequences.Hash(Parts), Sequences.Hash(People), Sequences.Hash(Places), PublishedFrom, PublishedBefore, Limit, LikeId);
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
/// <param name="Area">For <see cref="QueryPartKind.Near"/> the area; else null.</param>
/// <param name="MaxEdits">For <see cref="QueryPartKind.Fuzzy"/> in how many letters a word may differ, 1 or 2; else 0.</param>
public readonly record struct QueryPart(TextSpan Span, QueryPartKind Kind, string Text, DateTimeOffset? Date = null, GeoCircle? Area = null, int MaxEdits = 0);

/// <summary>What a part of a query was taken for.</summary>
public enum QueryPartKind
{
    /// <summary>Words of which any may occur.</summary>
    Text,
    /// <summary>A word that must occur.</summary>
    Word,
    /// <summary>The beginning of a word that must occur.</summary>
    Prefix,
    /// <summary>A word that must occur, spelled so or nearly so.</summary>
    Fuzzy,
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
    /// <summary>An area in which a place must be named.</summary>
    Near,
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
