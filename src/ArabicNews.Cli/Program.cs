using System.CommandLine;
using System.Globalization;
using System.Text;
using ArabicNews.Cli.Running;

namespace ArabicNews.Cli;

/// <summary>
/// The dotnet tool <c>arabicnews</c>. How it is put together: <see cref="CommandTree"/> lists the commands, <c>Commands/</c> has one file for each, <c>Input/</c> turns files of all kinds into records,
/// <c>Output/</c> writes JSON Lines for programs and tables for people, <c>Running/</c> is what lies between: options shared by all, threads, errors, resuming, Ctrl-C and exit codes.
/// </summary>
internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        // A console of Windows has an alphabet of its own; elsewhere it is UTF-8 anyway.
        if (OperatingSystem.IsWindows()) Console.OutputEncoding = Encoding.UTF8;
        RootCommand root = CommandTree.Build(args);
        ParseResult parsed = root.Parse(args, CommandTree.Parsing);
        if (parsed.Errors.Count > 0 && !HelpPage.IsWanted(parsed)) return UsageError.Write(parsed);
        // Signals are ours (see Interrupt): the default would kill a writer two seconds after Ctrl-C, finished or not.
        return await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null, EnableDefaultExceptionHandler = false });
    }
}
