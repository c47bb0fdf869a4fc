using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ArabicNews.Cli.Running;

/// <summary>
/// How far a run has come, in a small file beside what it writes (<c>out.jsonl.resume</c>, <c>news.index.resume</c>): so many records, so many bytes of output and of errors. A run that is killed leaves it there; <c>--resume</c> goes on behind it.
/// The file is renamed into its place, never written over, and removed when the run comes to its end.
/// </summary>
internal sealed class Checkpoint
{
    private readonly string _path;
    private readonly string _run;

    private Checkpoint(string path, string run) => (_path, _run) = (path, run);

    /// <summary>Whether an earlier run left one.</summary>
    public bool IsResumed { get; private init; }

    /// <summary>Records, and damaged files, that an earlier run did.</summary>
    public long Records { get; private init; }

    /// <summary>Records among them that failed.</summary>
    public long Failed { get; private init; }

    /// <summary>Damaged files among them.</summary>
    public int Damaged { get; private init; }

    /// <summary>Bytes that they made in the output; 0 where that is an index.</summary>
    public long OutputLength { get; private init; }

    /// <summary>Bytes that they made in the errors file.</summary>
    public long ErrorsLength { get; private init; }

    /// <summary>The checkpoint of a run; an earlier one when <paramref name="resumes"/> and it is there.</summary>
    /// <param name="path">Its file.</param>
    /// <param name="run">What makes two runs the same; hexadecimal digits.</param>
    /// <param name="resumes">Whether the run is to go on with what another left.</param>
    /// <exception cref="CliException">The earlier run had other files or options, or its checkpoint is damaged.</exception>
    public static Checkpoint Open(string path, string run, bool resumes)
    {
        if (!resumes || !File.Exists(path)) return new Checkpoint(path, run);
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            JsonElement root = document.RootElement;
            if (root.GetProperty("run").GetString() != run) throw CliException.Usage($"The run that left {path} had other files or options; it cannot be resumed by this one.");
            return new Checkpoint(path, run)
            {
                IsResumed = true,
                Records = root.GetProperty("records").GetInt64(),
                Failed = root.GetProperty("failed").GetInt64(),
                Damaged = root.GetProperty("damaged").GetInt32(),
                OutputLength = root.GetProperty("output").GetInt64(),
                ErrorsLength = root.GetProperty("errors").GetInt64(),
            };
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw CliException.Damaged($"{path} is damaged: {exception.Message}", exception);
        }
    }

    /// <summary>Says that what <paramref name="counts"/> counts is done, and on the disk.</summary>
    public void Save(RecordCounts counts, long outputLength, long errorsLength)
    {
        string text = string.Create(CultureInfo.InvariantCulture, $$"""{"schema":1,"run":"{{_run}}","records":{{counts.Items}},"failed":{{counts.FailedRecords}},"damaged":{{counts.DamagedFiles}},"output":{{outputLength}},"errors":{{errorsLength}}}""");
        using (var file = new FileStream(_path + ".new", FileMode.Create, FileAccess.Write))
        {
            file.Write(Encoding.UTF8.GetBytes(text + "\n"));

            // Before it has its name: after a power cut a file system may know the new name and not what is in the file.
            file.Flush(flushToDisk: true);
        }

        File.Move(_path + ".new", _path, overwrite: true);
    }

    /// <summary>The run came to its end.</summary>
    public void Complete() => File.Delete(_path);
}
