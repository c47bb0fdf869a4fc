using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ArabicNews.Cli.Output;

namespace ArabicNews.Cli.Running;

/// <summary>
/// How far a run has come, in a small file beside its output (<c>out.jsonl.resume</c>): so many records, so many bytes of output and of errors. A run that is killed leaves it there; <c>--resume</c> cuts both files back to
/// it, passes over the records and goes on, and the result is byte for byte that of a run nobody killed. The file is renamed into its place, never written over, and removed when the run comes to its end.
/// </summary>
internal sealed class Checkpoint
{
    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(1);

    private readonly string _path;
    private readonly string _run;
    private long _lastSave = Stopwatch.GetTimestamp();

    private Checkpoint(string path, string run)
    {
        _path = path;
        _run = run;
    }

    /// <summary>Records, and damaged files, that an earlier run did.</summary>
    public long Records { get; private init; }

    /// <summary>Records among them that failed.</summary>
    public long Failed { get; private init; }

    /// <summary>Damaged files among them.</summary>
    public int Damaged { get; private init; }

    /// <summary>Bytes that they made in the output.</summary>
    public long OutputLength { get; private init; }

    /// <summary>Bytes that they made in the errors file.</summary>
    public long ErrorsLength { get; private init; }

    /// <summary>Whether there is nothing to go on with: the output is there and no checkpoint, so its run came to its end.</summary>
    public bool IsComplete { get; private init; }

    /// <summary>The checkpoint of a run with an output file, new or resumed; null without one.</summary>
    /// <exception cref="CliException"><c>--resume</c> without <c>--output</c>, or after a run with other files or options.</exception>
    public static Checkpoint? Open(CommandRun run)
    {
        bool resumes = run.Get(RecordOptions.Resume);
        if (run.Get(RecordOptions.Output) is not { } output) return resumes ? throw CliException.Usage("--resume goes on with a file: it needs --output.") : null;
        string path = output + ".resume", key = run.GetResumeKey();
        if (resumes && !File.Exists(path) && File.Exists(output))
        {
            run.Log.Remark($"{output} is complete; nothing to resume.");
            return new Checkpoint(path, key) { IsComplete = true };
        }

        Checkpoint checkpoint = resumes && File.Exists(path) ? Load(path, key) : new Checkpoint(path, key);
        run.OpenFiles(checkpoint);
        return checkpoint;
    }

    /// <summary>Saves when the last time is a second ago.</summary>
    public void SaveSometimes(DataWriter output, ErrorFile? errors, RecordCounts counts)
    {
        if (Stopwatch.GetElapsedTime(_lastSave) >= s_interval) Save(output, errors, counts);
    }

    public void Save(DataWriter output, ErrorFile? errors, RecordCounts counts)
    {
        output.FlushToDisk();
        errors?.Flush();
        string text = string.Create(CultureInfo.InvariantCulture, $$"""{"schema":1,"run":"{{_run}}","records":{{counts.Items}},"failed":{{counts.FailedRecords}},"damaged":{{counts.DamagedFiles}},"output":{{output.Length}},"errors":{{errors?.Length ?? ErrorsLength}}}""");
        File.WriteAllText(_path + ".new", text + "\n");
        File.Move(_path + ".new", _path, overwrite: true);
        _lastSave = Stopwatch.GetTimestamp();
    }

    /// <summary>The run came to its end.</summary>
    public void Complete() => File.Delete(_path);

    /// <summary>A digest of what makes two runs the same.</summary>
    public static string KeyOf(IEnumerable<string> parts) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', parts))))[..32];

    private static Checkpoint Load(string path, string key)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            JsonElement root = document.RootElement;
            if (root.GetProperty("run").GetString() != key) throw CliException.Usage($"The run that left {path} had other files or options; it cannot be resumed by this one.");
            return new Checkpoint(path, key)
            {
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
}
