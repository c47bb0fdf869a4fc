namespace ArabicNews.Cli;

/// <summary>What the shell is told. When several are true the higher of those below 100 is told, and an interruption before all.</summary>
internal static class ExitCode
{
    /// <summary>Everything was done.</summary>
    public const int Ok = 0;

    /// <summary>The run came to its end, but some records failed; they are in the errors file.</summary>
    public const int SomeFailed = 1;

    /// <summary>The command line asks for what cannot be: an unknown option, a file that is not there.</summary>
    public const int Usage = 2;

    /// <summary>A file or an index is damaged, or is not what it says it is.</summary>
    public const int Damaged = 3;

    /// <summary>Ctrl-C; what was written is whole.</summary>
    public const int Interrupted = 130;

    /// <summary>Who read our output went away (<c>| head</c>), as a shell reports SIGPIPE.</summary>
    public const int PipeClosed = 141;

    /// <summary>SIGTERM; what was written is whole.</summary>
    public const int Terminated = 143;
}
