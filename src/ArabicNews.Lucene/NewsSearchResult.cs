using System.Collections.Immutable;

namespace ArabicNews.Lucene;

/// <summary>What a search found. Counts are over all articles found, not only those returned. Immutable; equal when all content is equal.</summary>
public sealed record NewsSearchResult
{
    /// <summary>How many articles were found.</summary>
    public required int TotalCount { get; init; }

    /// <summary>«هل تقصد»: another spelling of a query that finds hardly anything, which finds more; null when there is none, and on further pages.</summary>
    public SpellingSuggestion? DidYouMean { get; init; }

    /// <summary>The hits of this page of results, in the order of the query.</summary>
    public ImmutableArray<NewsHit> Hits { get; init; } = [];

    /// <summary>For <see cref="NewsQuery.After"/> of the next page; null when this is the last.</summary>
    public NewsCursor? Next { get; init; }

    /// <summary>Who and where, in how many of the articles.</summary>
    public NewsFacets Facets { get; init; } = NewsFacets.Empty;

    /// <summary>The places named whose coordinates are known, each with how many of the articles name it: most frequent first, at most <see cref="NewsQuery.MapLimit"/>.</summary>
    public ImmutableArray<FacetCount> Map { get; init; } = [];

    /// <summary>Whether <see cref="NewsQuery.TimeLimit"/> ran out: hits and counts are of the part of the index that was searched until then.</summary>
    public bool IsPartial { get; init; }

    /// <summary>How many articles were published when: bars in order, those of no article left out. Articles without a date are in none.</summary>
    public ImmutableArray<DateCount> Histogram { get; init; } = [];

    /// <inheritdoc/>
    public bool Equals(NewsSearchResult? other) =>
        ReferenceEquals(this, other) || (other is not null && TotalCount == other.TotalCount && Next == other.Next && Facets == other.Facets
            && IsPartial == other.IsPartial && DidYouMean == other.DidYouMean && Sequences.Equal(Hits, other.Hits) && Sequences.Equal(Histogram, other.Histogram) && Sequences.Equal(Map, other.Map));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(TotalCount, Sequences.Hash(Hits), Next);
}

/// <summary>What the query may have meant.</summary>
/// <param name="Text">The text of the query with other words in it, spelled as an article of the index spells them.</param>
/// <param name="Query">The query that searches for it.</param>
/// <param name="TotalCount">How many articles it finds.</param>
public sealed record SpellingSuggestion(string Text, NewsQuery Query, int TotalCount);

/// <summary>An article that was found. Immutable; equal when all content is equal.</summary>
public sealed record NewsHit
{
    /// <summary>The id of its page, as given to <see cref="NewsIndex.Add(string, NewsPage, EntityExtraction?)"/>.</summary>
    public required string Id { get; init; }

    /// <summary>0 for the main article of the page; for a related one its place among them, from 1.</summary>
    public int Number { get; init; }

    /// <summary>How well its words match, whatever the order; comparable within one result only. 0 when the query has no words.</summary>
    public float Score { get; init; }

    /// <summary>The whole headline with what matched; null for an article without one.</summary>
    public Snippet? Headline { get; init; }

    /// <summary>The best passages of the rest, in text order; the beginning of the article when no word of the query is in it.</summary>
    public ImmutableArray<Snippet> Snippets { get; init; } = [];

    /// <summary>When it was published; null when the page did not tell.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>The finest field of <see cref="Published"/> that the page told.</summary>
    public DatePrecision PublishedPrecision { get; init; }

    /// <summary>The story that it carries, with how many other articles; null in an index without stories (<see cref="NewsIndexOptions.GroupStories"/>).</summary>
    public StoryGroup? Story { get; init; }

    /// <summary>The address of the page, as given.</summary>
    public string? Url { get; init; }

    /// <summary>The section, in the page's words.</summary>
    public string? Section { get; init; }

    /// <summary>The credited agencies and outlets.</summary>
    public ImmutableArray<string> Sources { get; init; } = [];

    /// <summary>Keywords, in the page's order.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <inheritdoc/>
    public bool Equals(NewsHit? other) =>
        ReferenceEquals(this, other) || (other is not null && Id == other.Id && Number == other.Number && Score.Equals(other.Score) && Headline == other.Headline
            && Published == other.Published && PublishedPrecision == other.PublishedPrecision && Url == other.Url && Story == other.Story && Section == other.Section
            && Sequences.Equal(Snippets, other.Snippets) && Sequences.Equal(Sources, other.Sources) && Sequences.Equal(Tags, other.Tags));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, Number, Score);
}

/// <summary>
/// Where a page of results ended. It stays good while the index changes: what comes in meanwhile appears or not by its place in the order, and under <see cref="NewsOrder.Relevance"/> scores may shift a little.
/// </summary>
public sealed record NewsCursor
{
    internal NewsCursor(float score, long published, string key, ImmutableArray<string> stories) => (Score, Published, Key, Stories) = (score, published, key, stories);

    internal float Score { get; }

    internal long Published { get; }

    internal string Key { get; }

    /// <summary>The stories of the hits so far, where each is to be shown once; else empty.</summary>
    internal ImmutableArray<string> Stories { get; }

    /// <inheritdoc/>
    public bool Equals(NewsCursor? other) =>
        ReferenceEquals(this, other) || (other is not null && Score.Equals(other.Score) && Published == other.Published && Key == other.Key && Sequences.Equal(Stories, other.Stories));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Score, Published, Key);
}

/// <summary>What the articles of a result name and where they come from, most frequent first; equal counts by name. Immutable; equal when all content is equal.</summary>
public sealed record NewsFacets
{
    /// <summary>Nothing counted.</summary>
    public static NewsFacets Empty { get; } = new();

    /// <summary>The people named.</summary>
    public ImmutableArray<FacetCount> People { get; init; } = [];

    /// <summary>The places named, with coordinates where the gazetteer knows them.</summary>
    public ImmutableArray<FacetCount> Places { get; init; } = [];

    /// <summary>The countries of places named, by ISO 3166-1 alpha-2 code.</summary>
    public ImmutableArray<FacetCount> Countries { get; init; } = [];

    /// <summary>The agencies and outlets credited.</summary>
    public ImmutableArray<FacetCount> Sources { get; init; } = [];

    /// <summary>The sections.</summary>
    public ImmutableArray<FacetCount> Sections { get; init; } = [];

    /// <inheritdoc/>
    public bool Equals(NewsFacets? other) =>
        ReferenceEquals(this, other) || (other is not null && Sequences.Equal(People, other.People) && Sequences.Equal(Places, other.Places)
            && Sequences.Equal(Countries, other.Countries) && Sequences.Equal(Sources, other.Sources) && Sequences.Equal(Sections, other.Sections));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Sequences.Hash(People), Sequences.Hash(Places), Sequences.Hash(Countries));
}

/// <summary>A value of a facet.</summary>
/// <param name="Name">The name, as the articles have it most often; for a country its code.</param>
/// <param name="Id">The identifier of a known person or place, or a country's code; null for what only the texts know.</param>
/// <param name="Count">In how many of the articles found.</param>
/// <param name="Place">For a known place, where it is.</param>
public sealed record FacetCount(string Name, string? Id, int Count, PlaceInfo? Place = null);

/// <summary>A bar of the date histogram.</summary>
/// <param name="Start">The first moment of the day, month or year, UTC.</param>
/// <param name="Count">How many of the articles found were published in it.</param>
public readonly record struct DateCount(DateTimeOffset Start, int Count);
