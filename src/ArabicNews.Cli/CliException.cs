namespace ArabicNews.Cli;

/// <summary>Ends a command with one line on stderr and an exit code: what the user can do something about. No stack trace is shown.</summary>
internal sealed class CliException(int exitCode, string message, Exception? inner = null) : Exception(message, inner)
{
    public int ExitCode { get; } = exitCode;

    /// <summary>The command line asks for what cannot be.</summary>
    public static CliException Usage(string message, Exception? inner = null) => new(Cli.ExitCode.Usage, message, inner);

    /// <summary>A file or an index is damaged.</summary>
    public static CliException Damaged(string message, Exception? inner = null) => new(Cli.ExitCode.Damaged, message, inner);
}
