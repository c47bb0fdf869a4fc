using System.Collections.Immutable;
using System.Diagnostics;
using ArabicNews.Lucene;
using Microsoft.Extensions.Options;
using NewsSearch.Web.News;
using NewsSearch.Web.Serving;

namespace NewsSearch.Web.Search;

/// <summary>What was asked for, what was found, and how far the index is.</summary>
public sealed record SearchAnswer(SearchParameters Parameters, NewsSearchResult Result, TimeSpan Elapsed, bool IsReady, int DoneCount, int TotalCount);

/// <summary>Searches the index within the time limit, and measures it.</summary>
internal sealed class SearchService(NewsIndex index, NewsIndexer indexer, SiteMetrics metrics, TimeProvider time, IOptions<SiteOptions> options)
{
    public SearchAnswer Search(SearchParameters parameters)
    {
        bool isReady = indexer.IsReady;
        long start = Stopwatch.GetTimestamp();
        NewsSearchResult result = index.Search(parameters.ToQuery(time.GetUtcNow(), options.Value.SearchTimeLimit));
        TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
        metrics.Searched(elapsed, result);
        return new SearchAnswer(parameters, result, elapsed, isReady, indexer.DoneCount, indexer.TotalCount);
    }

    /// <summary>The other copies of an article's story, and articles on the same.</summary>
    public (IReadOnlyList<NewsHit> Copies, IReadOnlyList<NewsHit> Similar) FindNear(ArticleView article)
    {
        ImmutableArray<NewsHit> similar = Briefly(NewsQuery.MoreLike(article.Id, article.Number) with { Limit = 8 });

        // Nothing is more like an article than its own copies.
        foreach (string story in similar.Where(hit => hit.Story is { Count: > 1 }).Select(hit => hit.Story!.Value.Id).Distinct())
        {
            ImmutableArray<NewsHit> copies = Briefly(NewsQuery.All with { Story = story, Limit = 20 });
            if (copies.Any(hit => (hit.Id, hit.Number) == (article.Id, article.Number)))
                return ([.. copies.Where(hit => hit.Id != article.Id)], [.. similar.Where(hit => hit.Story?.Id != story)]);
        }

        return ([], similar);
    }

    private ImmutableArray<NewsHit> Briefly(NewsQuery query) =>
        index.Search(query with { SnippetCount = 0, FacetLimit = 0, Histogram = null, TimeLimit = options.Value.SearchTimeLimit }).Hits;
}
