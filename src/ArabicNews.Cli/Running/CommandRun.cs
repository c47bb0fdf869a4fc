using System.CommandLine;
using System.Text.Json;
using ArabicNews.Cli.Input;
using ArabicNews.Cli.Output;

namespace ArabicNews.Cli.Running;

/// <summary>
/// One run of a command: what its line says, where its data and its remarks go, and whether it is to end. The members by which a command reads and writes records are in <c>CommandRun.Records.cs</c>.
/// What a command throws as <see cref="CliException"/> is one line on stderr and an exit code; Ctrl-C and SIGTERM cancel <see cref="Cancellation"/>, and an <see cref="OperationCanceledException"/> after that is 130 or 143.
/// </summary>
internal sealed partial class CommandRun : IDisposable
{
    private readonly ParseResult _parsed;
    private readonly Interrupt _interrupt;
    private DataWriter? _data;

    private CommandRun(ParseResult parsed, Interrupt interrupt)
    {
        _parsed = parsed;
        _interrupt = interrupt;
        Surface = Surface.Detect(noColor: Get(GlobalOptions.NoColor) || Get(GlobalOptions.Plain));
        Log = new Log(Surface, Get(GlobalOptions.Quiet));
    }

    /// <summary>Cancelled by Ctrl-C and SIGTERM.</summary>
    public CancellationToken Cancellation => _interrupt.Token;

    /// <summary>What stdout and stderr are: terminals or not, how wide, with colour or without.</summary>
    public Surface Surface { get; }

    /// <summary>Remarks for people, on stderr.</summary>
    public Log Log { get; }

    /// <summary>Whether a person reads the output; else it is JSON Lines. A terminal is read by a person unless <c>--json</c> says otherwise; a pipe or file only with <c>--plain</c>.</summary>
    public bool IsHuman => !Get(GlobalOptions.Json) && (Get(GlobalOptions.Plain) || (Surface.IsOutputTerminal && !HasOutputFile));

    /// <summary>Where data goes: stdout, or the file of <c>--output</c>.</summary>
    public DataWriter Data => _data ??= OpenData();

    private bool HasOutputFile => _parsed.GetResult(RecordOptions.Output) is { Implicit: false };

    /// <summary>The value of an option of this command.</summary>
    public T Get<T>(Option<T> option) => _parsed.GetValue(option)!;

    /// <summary>The value of an argument of this command.</summary>
    public T Get<T>(Argument<T> argument) => _parsed.GetValue(argument)!;

    /// <summary>Writes one result, not one of a stream of records: an object of JSON on a line of its own, or what a person reads.</summary>
    /// <param name="json">Writes the members of the object; <c>"schema":1</c> stands before them.</param>
    /// <param name="human">Writes the same for a person.</param>
    public int Write(Action<Utf8JsonWriter> json, Action<Paper> human)
    {
        Data.Write(IsHuman ? Paper.Render(Surface, human) : JsonLine.Render(json));
        Data.Flush();
        return ExitCode.Ok;
    }

    public static async Task<int> ExecuteAsync(ParseResult parsed, Func<CommandRun, Task<int>> body)
    {
        using var interrupt = new Interrupt();
        using var run = new CommandRun(parsed, interrupt);
        try
        {
            int code = await body(run);
            run._data?.Flush();
            return interrupt.ExitCode ?? code;
        }
        catch (OperationCanceledException) when (interrupt.ExitCode is { } code)
        {
            run.FlushQuietly();
            return code;
        }
        catch (PipeClosedException)
        {
            return ExitCode.PipeClosed;
        }
        catch (CliException exception)
        {
            run.FlushQuietly();
            Log.Fatal(exception.Message);
            return interrupt.ExitCode ?? exception.ExitCode;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A full disk, a folder that may not be written: nothing that a stack trace explains, and not all was done.
            Log.Fatal(exception.Message);
            return interrupt.ExitCode ?? Cli.ExitCode.SomeFailed;
        }
    }

    public void Dispose() => _data?.Dispose();

    // The buffer may hold the end of a record whose beginning is written.
    private void FlushQuietly()
    {
        try
        {
            _data?.Flush();
        }
        catch (Exception exception) when (exception is PipeClosedException or IOException)
        {
            // The run ends for another reason, and that is told.
        }
    }

    private DataWriter OpenData() => HasOutputFile ? DataWriter.ToFile(Get(RecordOptions.Output)!) : DataWriter.ToStandardOutput();
}
