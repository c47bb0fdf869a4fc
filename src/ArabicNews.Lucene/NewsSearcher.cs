using System.Collections.Immutable;
using Lucene.Net.Analysis;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace ArabicNews.Lucene;

/// <summary>Runs queries on states of one index. Thread-safe.</summary>
internal sealed class NewsSearcher(Analyzer analyzer)
{
    private static readonly HashSet<string> s_stored = [ArticleDocument.Stored];

    private readonly SegmentCache _segments = new();

    public NewsSearchResult Search(IndexSearcher searcher, NewsQuery query)
    {
        var clock = new SearchClock(query.TimeLimit);
        var statistics = new TextStatistics(searcher, _segments);
        var builder = new QueryBuilder(analyzer, statistics, clock);
        Query lucene = builder.Build(query);
        var facets = new FacetCollector(query, statistics, _segments.Names);
        var collector = new HitCollector(query, new GramScorer(builder.Grams, statistics), facets, clock);
        searcher.Search(lucene, collector);

        List<FoundArticle> found = collector.Hits();
        var highlighter = new Highlighter(analyzer, builder.Words, searcher.IndexReader);
        (NewsFacets counts, ImmutableArray<FacetCount> map) = facets.Facets();
        return new NewsSearchResult
        {
            TotalCount = collector.TotalCount,
            Hits = [.. found.Select(article => HitOf(searcher, article, query, highlighter))],
            Next = found.Count == query.Limit && found.Count > 0 ? CursorOf(found[^1]) : null,
            Facets = counts,
            Map = map,
            Histogram = facets.Histogram(),
            IsPartial = clock.HasExpired,
        };
    }

    private static NewsHit HitOf(IndexSearcher searcher, FoundArticle found, NewsQuery query, Highlighter highlighter)
    {
        BytesRef bytes = searcher.Doc(found.Doc, s_stored).GetBinaryValue(ArticleDocument.Stored);
        StoredArticle article = StoredArticle.FromBytes(bytes.Bytes, bytes.Offset, bytes.Length);
        TextSpan? headline = null;
        foreach (ArticlePart part in article.Parts)
        {
            if (part.Kind != ArticlePartKind.Headline) continue;
            headline = part.Span;
            break;
        }

        return new NewsHit
        {
            Id = article.Id,
            Number = article.Number,
            Score = found.Score,
            Headline = headline is { } span ? highlighter.Whole(article, span) : null,
            Snippets = query.SnippetCount == 0 ? [] : highlighter.Best(article, query.SnippetCount, query.SnippetLength),
            Published = article.Published,
            PublishedPrecision = article.Precision,
            Url = article.Url,
            Section = article.Section,
            Sources = article.Sources,
            Tags = article.Tags,
        };
    }

    private static NewsCursor CursorOf(FoundArticle last) => new(last.Score, last.Published, last.Key.Utf8ToString());
}
