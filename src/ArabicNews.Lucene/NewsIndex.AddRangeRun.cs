using System.Collections.Concurrent;
using System.Diagnostics;
using System.Threading.Channels;

namespace ArabicNews.Lucene;

/// <content>The run behind <see cref="AddRangeAsync"/>.</content>
public sealed partial class NewsIndex
{
    /// <summary>
    /// One reader takes items from the source and hands them, through a short queue, to workers. An item knows the one of the same id before it, if that is still under way, and is written after it: so the last one wins, while both
    /// are parsed and searched for names at once. The item before is always with a worker already, since the queue is first in, first out, so nobody waits for ever.
    /// </summary>
    private sealed class AddRangeRun(NewsIndex index, AddRangeOptions options)
    {
        private const int ItemsPerWorker = 4;
        private static readonly TimeSpan s_progressInterval = TimeSpan.FromMilliseconds(200);

        private readonly ConcurrentDictionary<string, Task> _underWay = new(StringComparer.Ordinal);
        private readonly List<AddRangeFailure> _failures = [];
        private readonly Stopwatch _clock = Stopwatch.StartNew();
        private long _read, _added, _articles, _failed;
        private TimeSpan _nextProgress;

        private readonly record struct Job(NewsIndexItem Item, long Position, Task? Before, TaskCompletionSource Done);

        public async Task<AddRangeResult> RunAsync(IAsyncEnumerable<NewsIndexItem> items, CancellationToken cancellationToken)
        {
            // Also cancelled by a worker that cannot go on.
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var queue = Channel.CreateBounded<Job>(new BoundedChannelOptions(options.Parallelism * ItemsPerWorker) { SingleWriter = true });
            Task[] workers = [.. Enumerable.Range(0, options.Parallelism).Select(_ => Task.Run(() => WorkAsync(queue.Reader, stop), CancellationToken.None))];
            bool isCancelled = false;
            try
            {
                await foreach (NewsIndexItem item in items.WithCancellation(stop.Token).ConfigureAwait(false))
                {
                    stop.Token.ThrowIfCancellationRequested();
                    await queue.Writer.WriteAsync(JobOf(item), stop.Token).ConfigureAwait(false);
                    _read++;
                }
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                isCancelled = true;
            }
            finally
            {
                // Whatever happened, what was taken is finished first. A worker's error is more than the reader's.
                queue.Writer.Complete();
                await Task.WhenAll(workers).ConfigureAwait(false);
            }

            Report(isLast: true);
            return new AddRangeResult(_read, _added, _articles, _failed, [.. _failures.OrderBy(failure => failure.Position)], isCancelled, _clock.Elapsed);
        }

        private Job JobOf(NewsIndexItem? item)
        {
            var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            Task? before = null;
            if (item?.Id is { } id)
            {
                _underWay.TryGetValue(id, out before);
                _underWay[id] = done.Task;
            }

            return new Job(item!, _read, before, done);
        }

        private async Task WorkAsync(ChannelReader<Job> queue, CancellationTokenSource stop)
        {
            try
            {
                await foreach (Job job in queue.ReadAllAsync().ConfigureAwait(false)) await FinishAsync(job).ConfigureAwait(false);
            }
            catch
            {
                await stop.CancelAsync().ConfigureAwait(false);
                await foreach (Job job in queue.ReadAllAsync().ConfigureAwait(false)) job.Done.TrySetResult();
                throw;
            }
        }

        private async Task FinishAsync(Job job)
        {
            try
            {
                List<IndexedArticle>? documents = TryPrepare(job);
                if (job.Before is { } before) await before.ConfigureAwait(false);
                if (documents is null) return;
                index.Replace(job.Item.Id, documents);
                Interlocked.Increment(ref _added);
                Interlocked.Add(ref _articles, documents.Count);
            }
            finally
            {
                if (job.Item?.Id is { } id) _underWay.TryRemove(new KeyValuePair<string, Task>(id, job.Done.Task));
                job.Done.TrySetResult();
            }

            Report(isLast: false);
        }

        private List<IndexedArticle>? TryPrepare(Job job)
        {
            try
            {
                ArgumentNullException.ThrowIfNull(job.Item);
                CheckId(job.Item.Id);
                NewsPage page = job.Item.Read() ?? throw new InvalidOperationException("The page is null.");
                return index.DocumentsOf(job.Item.Id, page, job.Item.Entities);
            }
            catch (Exception problem) when (problem is not OutOfMemoryException)
            {
                var failure = new AddRangeFailure(job.Position, job.Item?.Id, problem);
                lock (_failures)
                {
                    _failed++;
                    if (_failures.Count < AddRangeResult.MaxFailures) _failures.Add(failure);
                }

                options.OnFailure?.Invoke(failure);
                return null;
            }
        }

        private void Report(bool isLast)
        {
            if (options.Progress is null) return;
            lock (_clock)
            {
                if (!isLast && _clock.Elapsed < _nextProgress) return;
                options.Progress.Report(new AddRangeProgress(Interlocked.Read(ref _added), Interlocked.Read(ref _failed), _clock.Elapsed));
                _nextProgress = _clock.Elapsed + s_progressInterval;
            }
        }
    }
}
