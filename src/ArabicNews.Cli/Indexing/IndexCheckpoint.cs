using System.Globalization;
using System.Text.Json;
using ArabicNews.Cli.Running;

namespace ArabicNews.Cli.Indexing;

/// <summary>
/// How far <c>index build</c> or <c>index add</c> has come, in a small file beside the index (<c>news.index.resume</c>). It is written after each commit, so the records it counts are in the index whatever ends the process; those behind it
/// may be there too, and are added again under their ids, which changes nothing. Renamed into its place, and removed when the run comes to its end.
/// </summary>
internal sealed class IndexCheckpoint
{
    private readonly string _path;
    private readonly string _run;

    private IndexCheckpoint(string path, string run) => (_path, _run) = (path, run);

    /// <summary>Records, and damaged files, that an earlier run did.</summary>
    public long Records { get; private init; }

    /// <summary>Records among them that failed.</summary>
    public long Failed { get; private init; }

    /// <summary>Damaged files among them.</summary>
    public int Damaged { get; private init; }

    /// <summary>Bytes of the errors file at that time.</summary>
    public long ErrorsLength { get; private init; }

    /// <summary>Whether an earlier run left one.</summary>
    public bool IsResumed { get; private init; }

    /// <summary>The checkpoint of a run; an earlier one when <paramref name="resumes"/> and it is there.</summary>
    /// <exception cref="CliException">The earlier run had other files or options, or its checkpoint is damaged.</exception>
    public static IndexCheckpoint Open(string folder, string run, bool resumes)
    {
        string path = Path.TrimEndingDirectorySeparator(folder) + ".resume";
        if (!resumes || !File.Exists(path)) return new IndexCheckpoint(path, run);
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            if (document.RootElement.GetProperty("run").GetString() != run) throw CliException.Usage($"The run that left {path} had other files or options; it cannot be resumed by this one.");
            JsonElement root = document.RootElement;
            return new IndexCheckpoint(path, run)
            {
                Records = root.GetProperty("records").GetInt64(),
                Failed = root.GetProperty("failed").GetInt64(),
                Damaged = root.GetProperty("damaged").GetInt32(),
                ErrorsLength = root.GetProperty("errors").GetInt64(),
                IsResumed = true,
            };
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw CliException.Damaged($"{path} is damaged: {exception.Message}", exception);
        }
    }

    /// <summary>Says that all records so far are committed.</summary>
    public void Save(RecordCounts counts, long errorsLength)
    {
        string text = string.Create(CultureInfo.InvariantCulture, $$"""{"schema":1,"run":"{{_run}}","records":{{counts.Items}},"failed":{{counts.FailedRecords}},"damaged":{{counts.DamagedFiles}},"errors":{{errorsLength}}}""");
        File.WriteAllText(_path + ".new", text + "\n");
        File.Move(_path + ".new", _path, overwrite: true);
    }

    /// <summary>The run came to its end.</summary>
    public void Complete() => File.Delete(_path);
}
