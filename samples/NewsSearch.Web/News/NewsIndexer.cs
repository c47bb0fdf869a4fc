using ArabicNews.Lucene;

namespace NewsSearch.Web.News;

/// <summary>Fills the index while the site already answers: the first visitor sees what is there, and how much is to come.</summary>
internal sealed partial class NewsIndexer(NewsIndex index, NewsFolder folder, ILogger<NewsIndexer> logger) : BackgroundService
{
    private volatile int _done;
    private volatile bool _isReady;

    public int TotalCount => folder.Ids.Count;

    /// <summary>Pages that were added or found bad so far.</summary>
    public int DoneCount => _done;

    public bool IsReady => _isReady;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Parsing, people and places, and analysis all happen on the threads of the run.
        IAsyncEnumerable<NewsIndexItem> pages = folder.Ids.Select(id => new NewsIndexItem(id, () => folder.Read(id)!)).ToAsyncEnumerable();
        var options = new AddRangeOptions
        {
            Parallelism = Math.Max(1, Environment.ProcessorCount - 1), // One is left for the visitors.
            Progress = new DirectProgress(progress => _done = (int)(progress.AddedCount + progress.FailedCount)),
            OnFailure = failure => LogBadPage(failure.Id, failure.Error.Message),
        };
        AddRangeResult run = await index.AddRangeAsync(pages, options, stoppingToken);
        if (run.IsCancelled) return;
        index.Commit();
        _isReady = true;
        LogDone(run.AddedCount, run.ArticleCount, run.FailedCount, folder.Path, run.Elapsed.TotalSeconds);
    }

    [LoggerMessage(LogLevel.Information, "{Pages} pages with {Articles} articles, {Failed} failed, from {Folder} in {Seconds:0.0} s")]
    private partial void LogDone(long pages, long articles, long failed, string folder, double seconds);

    [LoggerMessage(LogLevel.Warning, "{Id} is left out: {Reason}")]
    private partial void LogBadPage(string? id, string reason);

    // Progress<T> would post each report to the thread pool, where two may overtake each other.
    private sealed class DirectProgress(Action<AddRangeProgress> report) : IProgress<AddRangeProgress>
    {
        public void Report(AddRangeProgress value) => report(value);
    }
}
