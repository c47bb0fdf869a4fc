namespace ArabicNews.Lucene;

/// <summary>The size of an index, as a search at the same moment would see it. Immutable.</summary>
public sealed record NewsIndexStatistics
{
    /// <summary>Articles that a search can find, related ones included.</summary>
    public required int ArticleCount { get; init; }

    /// <summary>Pages that these stand on: ids that were added.</summary>
    public required int PageCount { get; init; }

    /// <summary>Articles that are removed or replaced, and still take room until segments are merged.</summary>
    public required int DeletedCount { get; init; }

    /// <summary>Segments; Lucene merges them by itself, <see cref="NewsIndex.Merge"/> on demand.</summary>
    public required int SegmentCount { get; init; }

    /// <summary>The earliest date of publication, null when no article has one.</summary>
    public required DateTimeOffset? FirstPublished { get; init; }

    /// <summary>The latest date of publication, null when no article has one.</summary>
    public required DateTimeOffset? LastPublished { get; init; }

    /// <summary>What the files take, by what is in them; what is still in memory is left out.</summary>
    public required NewsIndexSize Size { get; init; }

    /// <summary>What made the index.</summary>
    public required NewsIndexVersions Versions { get; init; }
}

/// <summary>Bytes of an index, by kind.</summary>
/// <param name="Articles">The articles themselves, compressed: original text, parts, what a hit shows.</param>
/// <param name="Terms">The dictionaries of terms.</param>
/// <param name="Postings">Where each term stands.</param>
/// <param name="Values">Columns by which hits are filtered, counted, ordered and weighed.</param>
/// <param name="Other">The rest: lists of files, of fields and of deleted articles, headers.</param>
public sealed record NewsIndexSize(long Articles, long Terms, long Postings, long Values, long Other)
{
    /// <summary>All of them.</summary>
    public long Total => Articles + Terms + Postings + Values + Other;
}
