using System.CommandLine;
using ArabicNews.Cli.Input;
using ArabicNews.Cli.Running;
using ArabicNews.Lucene;

namespace ArabicNews.Cli.Indexing;

/// <summary>
/// <c>index build</c> and <c>index add</c>: records into an index, a batch at a time. A batch is added on all threads, committed, and told to the checkpoint; Ctrl-C ends it at the next record, and commits what was taken.
/// </summary>
internal sealed class IndexAddCommand : CliCommand
{
    private readonly Option<int> _batch = new Option<int>("--commit-every") { Description = "Commit after so many records", HelpName = "N", DefaultValueFactory = _ => 1000 }.AtLeastOne();
    private readonly Option<bool> _resume = new("--resume") { Description = "Go on where a run with the same files and index was cut off" };
    private readonly Option<bool> _merge = new("--merge") { Description = "At the end, make one segment of all: for an index that will not change" };

    public IndexAddCommand(bool isNew) : base(isNew ? "build" : "add", isNew ? "Make an index of records" : "Add records to an index, or replace those of the same id",
        new Example($"arabicnews index {(isNew ? "build" : "add")} pages.jsonl", "into news.index"),
        new Example($"arabicnews index {(isNew ? "build" : "add")} --index news/2024 --resume --errors failed.jsonl 'crawl/**/*.warc.gz'", "go on after a crash, keep what failed"))
    {
        Notes = "Every record is a page: its articles, the people and places they name and the story they carry. Committed records survive a crash; --resume goes on behind them.";
        RecordOptions.AddTo(this, writes: false);
        Options.Add(IndexOptions.Folder);
        Options.Add(_batch);
        Options.Add(_resume);
        Options.Add(_merge);
        Run(run => AddAsync(run, isNew));
    }

    private async Task<int> AddAsync(CommandRun run, bool isNew)
    {
        string folder = run.Get(IndexOptions.Folder);
        bool isThere = IndexOptions.HoldsAnything(folder);

        // Written after each commit: the records it counts are in the index whatever ends the process. Those behind it may be there too, and are added again under their ids, which changes nothing.
        var checkpoint = Checkpoint.Open(Path.TrimEndingDirectorySeparator(folder) + ".resume", run.GetResumeKey(_resume, _batch, _merge), run.Get(_resume));
        if (isNew && isThere && !run.Get(_resume)) throw CliException.Usage($"'{folder}' is there already: index add adds to it, --resume goes on with a build that was cut off.");
        if (checkpoint.IsResumed && !isThere) throw CliException.Usage($"There is no index in '{folder}' to go on with.");
        if (checkpoint.IsResumed) run.ReopenErrors(checkpoint.ErrorsLength);
        try
        {
            await using NewsIndex index = NewsIndex.Open(folder);
            var added = new Totals();
            run.Counts.Skip(checkpoint.Records, checkpoint.Failed, checkpoint.Damaged);
            checkpoint.Save(run.Counts, 0, checkpoint.ErrorsLength);
            await AddAllAsync(run, index, checkpoint, added);
            if (run.Get(_merge)) index.Merge();
            checkpoint.Complete();
            int code = run.GetExitCode();
            run.Write(
                json =>
                {
                    json.WriteString("index"u8, folder);
                    json.WriteNumber("pages"u8, added.Pages);
                    json.WriteNumber("articles"u8, added.Articles);
                    json.WriteNumber("failed"u8, run.Counts.FailedRecords);
                    json.WriteNumber("resumedAt"u8, checkpoint.Records);
                },
                paper => paper.WriteLine($"{added.Pages:N0} pages with {added.Articles:N0} articles in {folder}"));
            return code;
        }
        catch (NewsIndexException exception)
        {
            throw IndexOptions.Explain(exception);
        }
    }

    private async Task AddAllAsync(CommandRun run, NewsIndex index, Checkpoint checkpoint, Totals added)
    {
        var options = new AddRangeOptions { Parallelism = run.Get(RecordOptions.Jobs) };
        int batch = run.Get(_batch);
        await using IAsyncEnumerator<NewsRecord> records = run.ReadRecordsAsync().GetAsyncEnumerator();
        bool hasMore = true;
        while (hasMore)
        {
            var failed = new System.Collections.Concurrent.ConcurrentDictionary<long, NewsRecord>();
            try
            {
                AddRangeResult result = await index.AddRangeAsync(TakeAsync(), options with { OnFailure = failure => run.Fail(failed[failure.Position], failure.Error.Message) });
                added.Pages += result.AddedCount;
                added.Articles += result.ArticleCount;
            }
            finally
            {
                // Also after Ctrl-C: what was taken is finished, and stays.
                index.Commit();
                checkpoint.Save(run.Counts, 0, run.FlushErrors());
            }

            async IAsyncEnumerable<NewsIndexItem> TakeAsync()
            {
                for (int taken = 0; taken < batch; taken++)
                {
                    hasMore = await records.MoveNextAsync();
                    if (!hasMore) yield break;
                    NewsRecord record = records.Current;

                    // For who must say what failed; a batch of them is in memory only while it is worked on.
                    failed[taken] = record;
                    yield return new NewsIndexItem(record.Id, () => record.ToPage());
                }
            }
        }
    }

    private sealed class Totals
    {
        public long Pages { get; set; }

        public long Articles { get; set; }
    }
}
