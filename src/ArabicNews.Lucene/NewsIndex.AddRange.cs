namespace ArabicNews.Lucene;

/// <content>Adding many pages.</content>
public sealed partial class NewsIndex
{
    /// <summary>
    /// Adds many pages on several threads, as <see cref="Add(string, NewsPage, EntityExtraction?)"/> adds one. Nothing is committed: that is the caller's to do, at the end or, from another thread, in between.
    /// </summary>
    /// <remarks>
    /// <para>No more than some items for each thread are held at a time, however long the sequence and however fast its source. Of items with the same id the last one stays.</para>
    /// <para>An item that cannot be read, or whose id is none, is counted, reported and left out; the run goes on. Cancelling ends it with the items that were taken so far, all of which are finished: no exception, but
    /// <see cref="AddRangeResult.IsCancelled"/>.</para>
    /// </remarks>
    /// <param name="items">The pages. What the sequence itself throws ends the run, after the items before it are finished, and is thrown.</param>
    /// <param name="options">Threads, progress.</param>
    /// <param name="cancellationToken">Ends the run early.</param>
    /// <exception cref="ArgumentNullException"><paramref name="items"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><see cref="AddRangeOptions.Parallelism"/> is below 1.</exception>
    /// <exception cref="InvalidOperationException">The index is read-only.</exception>
    /// <exception cref="NewsIndexException">Writing failed, now or before.</exception>
    /// <exception cref="ObjectDisposedException">The index is disposed.</exception>
    public Task<AddRangeResult> AddRangeAsync(IAsyncEnumerable<NewsIndexItem> items, AddRangeOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(items);
        options ??= AddRangeOptions.Default;
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Parallelism, 1, nameof(options));
        Write(_ => { });
        return new AddRangeRun(this, options).RunAsync(items, cancellationToken);
    }
}
