using System.CommandLine;
using ArabicNews.Cli.Output;

namespace ArabicNews.Cli.Running;

/// <summary>What is said of a line that cannot be understood: each error, then where help is.</summary>
internal static class UsageError
{
    public static int Write(ParseResult parsed)
    {
        foreach (var error in parsed.Errors) Console.Error.WriteLine($"arabicnews: {SafeText.OneLine(error.Message)}");
        string command = parsed.CommandResult.Command is RootCommand ? "arabicnews" : $"arabicnews {parsed.CommandResult.Command.Name}";
        Console.Error.WriteLine($"Try: {command} --help");
        return ExitCode.Usage;
    }
}
