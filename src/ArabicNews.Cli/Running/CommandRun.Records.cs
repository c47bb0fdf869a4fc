using System.Buffers;
using System.CommandLine;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using ArabicNews.Cli.Input;
using ArabicNews.Cli.Output;

namespace ArabicNews.Cli.Running;

// Records: one thread reads, --jobs work, one writes in the order of the input. Records travel in batches, so that a million short lines are not a million tasks; a batch ends where the reader would have to wait, so that
// what a person types is answered at once.
internal sealed partial class CommandRun
{
    private const int MaxBatch = 64;

    // Bytes in a batch, so that large records do not pile up by the dozen.
    private const int MaxBatchLength = 1 << 20;

    private static readonly TimeSpan s_saveInterval = TimeSpan.FromSeconds(1);

    private ErrorFile? _errors;
    private List<string>? _files;
    private RecordReader? _reader;

    /// <summary>What was read and what failed so far.</summary>
    public RecordCounts Counts { get; } = new();

    /// <summary>
    /// Reads the records that the line names and writes one result for each, in their order. In JSON an object with <c>schema</c>, <c>id</c>, what <paramref name="json"/> writes, and the record's keys that are none of ours.
    /// </summary>
    /// <param name="json">Writes the members of the record's object; called on several threads. What it throws is that record's error.</param>
    /// <param name="human">Writes the record for a person.</param>
    /// <param name="keepsMetadata">Whether the record's title, url, date and source go into the object too; not where the command writes them in a place of its own.</param>
    /// <returns>The exit code.</returns>
    public Task<int> WriteRecordsAsync(Action<NewsRecord, Utf8JsonWriter> json, Action<NewsRecord, Paper> human, bool keepsMetadata = true)
    {
        Func<NewsRecord, byte[]> work = IsHuman ? record => Paper.Render(Surface, paper => human(record, paper)) : record => JsonLine.Render(record, json, keepsMetadata);
        return WriteRecordsAsync(work);
    }

    /// <summary>The same for a command that writes a format of its own.</summary>
    /// <param name="work">The bytes for a record; called on several threads.</param>
    public async Task<int> WriteRecordsAsync(Func<NewsRecord, byte[]> work)
    {
        if (!TryOpenOutput(out Checkpoint? checkpoint)) return ExitCode.Ok;
        long lastSave = Stopwatch.GetTimestamp();
        using ProgressDisplay progress = StartProgress(showsBesideData: false);
        int jobs = Get(RecordOptions.Jobs);
        using var slots = new SemaphoreSlim(jobs);
        var results = Channel.CreateBounded<Task<List<WorkResult>>>(new BoundedChannelOptions(jobs * 2) { SingleReader = true, SingleWriter = true });
        StartReader(batch =>
        {
            slots.Wait(Cancellation);
            Task<List<WorkResult>> task = Task.Run(() =>
            {
                try
                {
                    return batch.ConvertAll(item => WorkOn(item, work));
                }
                finally
                {
                    slots.Release();
                }
            });
            results.Writer.WriteAsync(task, Cancellation).AsTask().GetAwaiter().GetResult();
        }, results.Writer.Complete);

        try
        {
            await foreach (Task<List<WorkResult>> task in results.Reader.ReadAllAsync(Cancellation))
            {
                foreach (WorkResult result in await task)
                {
                    if (result.Error is { } error) Fail(error);
                    else Data.Write(result.Output!);
                    Counts.Done(isRecord: result.Error is not { IsDamage: true });
                }

                if (!results.Reader.TryPeek(out _)) Data.Flush();
                if (checkpoint is null || Stopwatch.GetElapsedTime(lastSave) < s_saveInterval) continue;
                Save(checkpoint);
                lastSave = Stopwatch.GetTimestamp();
            }
        }
        finally
        {
            // Also after Ctrl-C: what is written is whole, and the checkpoint says how far it goes.
            if (checkpoint is not null) Save(checkpoint);
        }

        Data.Flush();
        checkpoint?.Complete();
        return GetExitCode();
    }

    /// <summary>
    /// The records that the line names, for a command that brings its own threads. What cannot be read goes to the errors file; what the command cannot do with a record it tells by <see cref="Fail(NewsRecord, string)"/>,
    /// and at the end it returns <see cref="GetExitCode"/>.
    /// </summary>
    public async IAsyncEnumerable<NewsRecord> ReadRecordsAsync()
    {
        using ProgressDisplay progress = StartProgress(showsBesideData: true);
        var batches = Channel.CreateBounded<List<ReadItem>>(new BoundedChannelOptions(4) { SingleReader = true, SingleWriter = true });
        StartReader(batch => batches.Writer.WriteAsync(batch, Cancellation).AsTask().GetAwaiter().GetResult(), batches.Writer.Complete);
        await foreach (List<ReadItem> batch in batches.Reader.ReadAllAsync(Cancellation))
            foreach (ReadItem item in batch)
            {
                Counts.Done(isRecord: item.Error is not { IsDamage: true });
                if (item.Error is { } error) Fail(error);
                else yield return item.Record!;
            }
    }

    /// <summary>Says that a command could not do its work with a record. From any thread.</summary>
    public void Fail(NewsRecord record, string message) => Fail(ErrorOf(record, message));

    /// <summary>Says that a record failed. From any thread.</summary>
    public void Fail(RecordError error)
    {
        lock (Counts)
        {
            Counts.Failed(error.IsDamage);
            (_errors ??= ErrorFile.Open(Get(RecordOptions.Errors), Log)).Add(error);
        }
    }

    /// <summary>Tells what failed, and gives the exit code that this makes.</summary>
    public int GetExitCode()
    {
        _errors?.Close(Counts, Get(RecordOptions.Errors));
        return Counts.DamagedFiles > 0 ? ExitCode.Damaged : Counts.FailedRecords > 0 ? ExitCode.SomeFailed : ExitCode.Ok;
    }

    /// <summary>A default of <c>--lines</c> for commands that work line by line as filters do.</summary>
    public bool ReadsLines { get; set; }

    /// <summary>Two runs with the same key read the same records and write the same bytes: the words of the line but for those that change neither, and the lengths of the files.</summary>
    public string GetResumeKey(params Option[] alsoFree)
    {
        Option[] free = [RecordOptions.Resume, RecordOptions.Jobs, GlobalOptions.Quiet, GlobalOptions.NoColor, RecordOptions.Limit, .. alsoFree];
        IEnumerable<string> options = _parsed.CommandResult.Children.OfType<System.CommandLine.Parsing.OptionResult>().Where(option => !option.Implicit && !free.Contains(option.Option))
            .Select(option => option.Option.Name + "=" + string.Join(' ', option.Tokens.Select(token => token.Value))).Order(StringComparer.Ordinal);
        string[] parts = [HelpPage.PathOf(_parsed.CommandResult.Command), IsHuman ? "human" : "json", .. options,
            .. Files.Select(file => $"{file}:{(file == InputFiles.StandardInput ? 0 : new FileInfo(file).Length)}")];
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', parts))))[..32];
    }

    // Opens the output file, if there is one, and cuts it and the errors file back to where an earlier run got, else to nothing. False when nothing is left to do: the output is there and no checkpoint, so its run came to its end.
    private bool TryOpenOutput(out Checkpoint? checkpoint)
    {
        checkpoint = null;
        bool resumes = Get(RecordOptions.Resume);
        if (Get(RecordOptions.Output) is not { } output) return resumes ? throw CliException.Usage("--resume goes on with a file: it needs --output.") : true;
        string path = output + ".resume", key = GetResumeKey();
        if (resumes && !File.Exists(path) && File.Exists(output))
        {
            Log.Remark($"{output} is complete; nothing to resume.");
            return false;
        }

        checkpoint = Checkpoint.Open(path, key, resumes);
        _data = DataWriter.ToFile(output, checkpoint.OutputLength);
        ReopenErrors(checkpoint.ErrorsLength);
        Counts.Skip(checkpoint.Records, checkpoint.Failed, checkpoint.Damaged);
        Save(checkpoint);
        return true;
    }

    private void Save(Checkpoint checkpoint)
    {
        Data.FlushToDisk();
        checkpoint.Save(Counts, Data.Length, FlushErrors());
    }

    // The files that the line names, those of folders and globs one by one. Found once, before anything is written: an output in a folder that is read would be one of them later.
    private List<string> Files => _files ??= FindFiles();

    private List<string> FindFiles()
    {
        if (Get(RecordOptions.Text) is not null) return [];
        List<string> files = InputFiles.Expand(Get(RecordOptions.Files) ?? []);
        RefuseToWriteOver(files, RecordOptions.Output);
        RefuseToWriteOver(files, RecordOptions.Errors);
        return files;
    }

    private RecordReader OpenReader()
    {
        if (Files.Contains(InputFiles.StandardInput) && !Console.IsInputRedirected) Log.Remark("reading what you type; Ctrl-D ends it");
        return new RecordReader(Files, new RecordReaderOptions
        {
            Format = Get(RecordOptions.From),
            Encoding = GetEncoding(),
            Lines = ReadsLines || Get(RecordOptions.Lines),
            Text = Get(RecordOptions.Text),
            MaxRecordLength = Math.Min(Get(RecordOptions.MaxRecord), 1024) << 20,
        });
    }

    // Opening it would empty what is to be read.
    private void RefuseToWriteOver(List<string> files, Option<string?> target)
    {
        if (Get(target) is not { } path) return;
        string full = Path.GetFullPath(path);
        if (files.Any(file => file != InputFiles.StandardInput && Path.GetFullPath(file) == full)) throw CliException.Usage($"{target.Name} {path} is one of the files that are read.");
    }

    private Encoding? GetEncoding()
    {
        if (Get(RecordOptions.Encoding) is not { } name) return null;
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        try
        {
            return Encoding.GetEncoding(name);
        }
        catch (ArgumentException exception)
        {
            throw CliException.Usage($"No encoding is called '{name}'.", exception);
        }
    }

    // A thread and not a task: reading stdin blocks, and nothing wakes it. It is a background thread, so that the process can end while it waits.
    private void StartReader(Action<List<ReadItem>> handOn, Action<Exception?> complete)
    {
        // What an earlier run did is passed over.
        long skip = Counts.Items;
        _reader ??= OpenReader();
        RecordReader reader = _reader;
        long? limit = Get(RecordOptions.Limit);
        new Thread(() =>
        {
            var batch = new List<ReadItem>();
            long length = 0;
            void HandOn()
            {
                if (batch.Count == 0) return;
                handOn(batch);
                (batch, length) = ([], 0);
            }

            try
            {
                long count = 0;
                reader.BeforeRead = HandOn;
                if (limit is not <= 0)
                    foreach (ReadItem item in reader.Read())
                    {
                        Cancellation.ThrowIfCancellationRequested();
                        count++;
                        if (count > skip)
                        {
                            batch.Add(item);
                            length += item.Record?.Length ?? 0;
                        }

                        if (batch.Count >= MaxBatch || length >= MaxBatchLength) HandOn();
                        if (count == limit) break;
                    }

                HandOn();
                complete(null);
            }
            catch (Exception exception)
            {
                complete(exception);
            }
        })
        {
            IsBackground = true,
            Name = "reader",
        }.Start();
    }

    private WorkResult WorkOn(ReadItem item, Func<NewsRecord, byte[]> work)
    {
        if (item.Error is { } unread) return new WorkResult(null, unread);
        NewsRecord record = item.Record!;
        try
        {
            Cancellation.ThrowIfCancellationRequested();
            return new WorkResult(work(record), null);
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or CliException))
        {
            return new WorkResult(null, ErrorOf(record, exception.Message));
        }
    }

    private static RecordError ErrorOf(NewsRecord record, string message) => new(record.Origin, record.Line, message) { Id = record.Id, Record = JsonLine.Describe(record) };

    private ProgressDisplay StartProgress(bool showsBesideData)
    {
        // On one terminal data and progress would write over each other.
        bool isShown = Surface.IsErrorTerminal && !Get(GlobalOptions.Quiet) && (showsBesideData || !Surface.IsOutputTerminal || HasOutputFile);
        return new ProgressDisplay(isShown, Counts, () => (_reader?.BytesRead ?? 0, _reader?.TotalBytes), Get(RecordOptions.Limit));
    }

    private readonly record struct WorkResult(byte[]? Output, RecordError? Error);
}
