using System.CommandLine;
using ArabicNews.Cli.Running;

namespace ArabicNews.Cli;

/// <summary>
/// A command: its options, its examples (shown first by <c>--help</c>) and what it does. A command of its own is 50 to 100 lines:
/// <code>
/// internal sealed class ShoutCommand : CliCommand
/// {
///     private readonly Option&lt;bool&gt; _twice = new("--twice") { Description = "Say it twice" };
///
///     public ShoutCommand() : base("shout", "Say what a text says, loudly", new Example("arabicnews shout page.html", "one page"))
///     {
///         Options.Add(_twice);
///         RecordOptions.AddTo(this);                                  // FILE..., --from, --limit, --jobs, --errors, --output, --resume
///         Run(run => run.WriteRecordsAsync(
///             json: (record, json) => json.WriteString("shout", record.GetText()),      // between the record's id and the keys that pass through
///             human: (record, paper) => paper.WriteLine(record.GetText())));
///     }
/// }
/// </code>
/// A command with threads of its own reads <c>run.ReadRecordsAsync()</c> instead and tells of failures by <c>run.Fail(record, error)</c>; <c>run.GetExitCode()</c> is then what it returns.
/// </summary>
internal abstract class CliCommand : Command
{
    protected CliCommand(string name, string description, params Example[] examples) : base(name, description) => Examples = examples;

    /// <summary>Lines to copy, the most useful first.</summary>
    public IReadOnlyList<Example> Examples { get; }

    /// <summary>What stands below the options in the help: formats, rules; one paragraph a line.</summary>
    public string? Notes { get; protected init; }

    /// <summary>Says what the command does; the result is its exit code.</summary>
    protected void Run(Func<CommandRun, Task<int>> body) => SetAction((parsed, _) => CommandRun.ExecuteAsync(parsed, body));

    /// <summary>Says what a command that waits for nothing does.</summary>
    protected void Run(Func<CommandRun, int> body) => Run(run => Task.FromResult(body(run)));
}

/// <summary>A line of the help that can be copied.</summary>
/// <param name="Line">The line.</param>
/// <param name="Meaning">What it does, in a few words.</param>
internal sealed record Example(string Line, string Meaning);
