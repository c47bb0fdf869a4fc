using System.Text;
using ArabicNews.Cli.Output;

namespace ArabicNews.Cli.Running;

// What commands need that keep their output in another place than a file of records.
internal sealed partial class CommandRun
{
    /// <summary>Writes a text in a form of its own: a script, the body of a request.</summary>
    public int WriteText(string text)
    {
        Data.Write(Encoding.UTF8.GetBytes(text));
        Data.Flush();
        return ExitCode.Ok;
    }

    /// <summary>Writes things one by one: each an object of JSON on a line of its own, or what a person reads.</summary>
    public int WriteEach<T>(IEnumerable<T> things, Action<T, System.Text.Json.Utf8JsonWriter> json, Action<T, Paper> human)
    {
        bool isHuman = IsHuman;
        foreach (T thing in things)
        {
            Cancellation.ThrowIfCancellationRequested();
            Data.Write(isHuman ? Paper.Render(Surface, paper => human(thing, paper)) : JsonLine.Render(writer => json(thing, writer)));
        }

        Data.Flush();
        return ExitCode.Ok;
    }

    /// <summary>Bytes of the errors file so far, on the disk.</summary>
    public long FlushErrors()
    {
        lock (Counts)
        {
            _errors?.FlushToDisk();
            return _errors?.Length ?? 0;
        }
    }

    /// <summary>Goes on with the errors file of an earlier run, behind its first <paramref name="keep"/> bytes.</summary>
    public void ReopenErrors(long keep)
    {
        if (Get(RecordOptions.Errors) is { } errors) _errors = ErrorFile.Open(errors, Log, keep);
    }
}
