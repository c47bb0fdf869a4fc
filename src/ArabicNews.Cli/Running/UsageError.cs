using System.CommandLine;
using ArabicNews.Cli.Output;

namespace ArabicNews.Cli.Running;

/// <summary>What is said of a line that cannot be understood: each error, then where help is.</summary>
internal static class UsageError
{
    public static int Write(ParseResult parsed)
    {
        foreach (var error in parsed.Errors) Console.Error.WriteLine($"arabicnews: {SafeText.OneLine(error.Message)}");
        Console.Error.WriteLine($"Try: {HelpPage.PathOf(parsed.CommandResult.Command)} --help");
        return ExitCode.Usage;
    }
}
