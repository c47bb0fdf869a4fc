using System.CommandLine;

namespace ArabicNews.Cli.Running;

/// <summary>Options that every command has; read them through <see cref="CommandRun"/>.</summary>
internal static class GlobalOptions
{
    public static Option<bool> Json { get; } = new("--json") { Description = "Write JSON Lines; so it is anyway when the output is no terminal", Recursive = true };

    public static Option<bool> Plain { get; } = new("--plain") { Description = "Write for people, without colour, also into a pipe", Recursive = true };

    public static Option<bool> Quiet { get; } = new("--quiet", "-q") { Description = "No progress and no remarks on stderr, only what ends the command", Recursive = true };

    public static Option<bool> NoColor { get; } = new("--no-color") { Description = "No colour; NO_COLOR and TERM=dumb say the same", Recursive = true };

    public static void AddTo(RootCommand root)
    {
        root.Options.Add(Json);
        root.Options.Add(Plain);
        root.Options.Add(Quiet);
        root.Options.Add(NoColor);
    }
}
