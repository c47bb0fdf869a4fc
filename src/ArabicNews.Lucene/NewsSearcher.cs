using System.Collections.Immutable;
using Lucene.Net.Analysis;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace ArabicNews.Lucene;

/// <summary>Runs queries on states of one index. Thread-safe.</summary>
internal sealed class NewsSearcher(Analyzer analyzer)
{
    // A query that finds more than these has hardly a word that is spelled wrongly.
    private const int FewHits = 3;

    private const int MostArticlesOfPage = 1000;

    private static readonly HashSet<string> s_stored = [ArticleDocument.Stored];

    private readonly SegmentCache _segments = new();

    public NewsSearchResult Search(IndexSearcher searcher, NewsQuery query)
    {
        var clock = new SearchClock(query.TimeLimit);
        NewsSearchResult result = Search(searcher, query, clock);
        if (result.TotalCount > FewHits || query.After is not null || clock.HasExpired) return result;
        SpellingSuggestion? meant = new SpellingSuggester(searcher, analyzer, clock).Suggest(query) is { } other
            && Search(searcher, other with { Limit = 0, FacetLimit = 0, MapLimit = 0, Histogram = null }, clock).TotalCount is var count && count > result.TotalCount
            ? new SpellingSuggestion(other.Text, other, count) : null;
        return result with { DidYouMean = meant, IsPartial = clock.HasExpired };
    }

    private NewsSearchResult Search(IndexSearcher searcher, NewsQuery query, SearchClock clock)
    {
        var statistics = new TextStatistics(searcher, _segments);
        var builder = new QueryBuilder(analyzer, statistics, clock);
        StoredArticle? like = query.LikeId is null ? null : ReadPage(searcher, query.LikeId).FirstOrDefault(article => article.Number == query.LikeNumber);
        if (query.LikeId is not null && like is null) return new NewsSearchResult { TotalCount = 0 };
        Query lucene = builder.Build(query, like);
        var facets = new FacetCollector(query, statistics, _segments.Names);
        var collector = new HitCollector(query, new GramScorer(query.Limit > 0 ? builder.Grams : [], statistics), facets, clock);
        searcher.Search(lucene, collector);

        List<FoundArticle> found = collector.Hits();
        var highlighter = new Highlighter(analyzer, builder.Words, statistics);
        var stories = new StoryReader(searcher);
        (NewsFacets counts, ImmutableArray<FacetCount> map) = facets.Facets();
        return new NewsSearchResult
        {
            TotalCount = collector.TotalCount,
            Hits = [.. found.Select(article => HitOf(searcher, article, query, highlighter, stories))],
            Next = found.Count == query.Limit && found.Count > 0 ? CursorOf(query, found) : null,
            Facets = counts,
            Map = map,
            Histogram = facets.Histogram(),
            IsPartial = clock.HasExpired,
        };
    }

    private static NewsHit HitOf(IndexSearcher searcher, FoundArticle found, NewsQuery query, Highlighter highlighter, StoryReader stories)
    {
        StoredArticle article = ReadArticle(searcher, found.Doc);
        return new NewsHit
        {
            Id = article.Id,
            Number = article.Number,
            Score = found.Score,
            Headline = article.FirstOf(ArticlePartKind.Headline) is { } headline ? highlighter.Whole(article, headline) : null,
            Snippets = query.SnippetCount == 0 ? [] : highlighter.Best(article, query.SnippetCount, query.SnippetLength),
            Published = article.Published,
            PublishedPrecision = article.Precision,
            Story = stories.Read(found.Doc),
            Url = article.Url,
            Section = article.Section,
            Sources = article.Sources,
            Tags = article.Tags,
        };
    }

    /// <summary>The article of a document.</summary>
    public static StoredArticle ReadArticle(IndexSearcher searcher, int doc)
    {
        BytesRef bytes = searcher.Doc(doc, s_stored).GetBinaryValue(ArticleDocument.Stored);
        return StoredArticle.FromBytes(bytes.Bytes, bytes.Offset, bytes.Length);
    }

    /// <summary>The articles of a page, by their numbers.</summary>
    public static ImmutableArray<NewsIndexArticle> ReadArticles(IndexSearcher searcher, string id) =>
        [.. ReadPage(searcher, id).Select(NewsIndexArticle.Of).OrderBy(article => article.Number)];

    // In no order.
    private static IEnumerable<StoredArticle> ReadPage(IndexSearcher searcher, string id) =>
        searcher.Search(new TermQuery(new Term(ArticleDocument.Page, id)), MostArticlesOfPage).ScoreDocs.Select(article => ReadArticle(searcher, article.Doc));

    private static NewsCursor CursorOf(NewsQuery query, List<FoundArticle> found)
    {
        FoundArticle last = found[^1];
        return new NewsCursor(last.Score, last.Published, last.Key.Utf8ToString(), [.. query.After?.Stories ?? [], .. found.Select(hit => hit.Story).OfType<string>()]);
    }
}
