using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Text;

namespace ArabicNews.Cli;

/// <summary>The help of a command: lines to copy first, then what it takes, then the exit codes. Written by hand, since the start of a command should not wait for a layout engine.</summary>
internal sealed class HelpPage : SynchronousCommandLineAction
{
    private const int Width = 100;
    private const int LongestLeft = 26;

    private static readonly Example[] s_rootExamples =
    [
        new("arabicnews demo", "what it can do, offline"),
        new("arabicnews compare وزير الوزير", "why a search finds a word, beside Lucene's analyzer"),
        new("arabicnews parse page.html", "title, dates, credits and body of a page"),
        new("arabicnews entities pages.jsonl > names.jsonl", "people and places with coordinates; JSON Lines into a pipe or file"),
    ];

    /// <summary>Makes <c>--help</c> of a tree write these pages.</summary>
    public static void Use(RootCommand root)
    {
        foreach (Option option in root.Options)
            if (option is HelpOption help)
            {
                help.Action = new HelpPage();
                help.Description = "Show this";
                // Of the habits of three systems one is enough, and completion shows what is left.
                foreach (string alias in help.Aliases.Where(alias => alias != "-h").ToArray()) help.Aliases.Remove(alias);
            }
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
        page.Append(command.Description).Append('\n');
        IReadOnlyList<Example> examples = command is CliCommand ours ? ours.Examples : s_rootExamples;
        AddHeading(page, "Examples");
        foreach (Example example in examples) page.Append("  ").Append(example.Line).Append("\n      ").Append(example.Meaning).Append('\n');
        AddHeading(page, "Usage");
        page.Append("  ").Append(UsageOf(command)).Append('\n');
        if (command.Subcommands.Count > 0)
        {
            AddHeading(page, "Commands");
            AddRows(page, command.Subcommands.Where(sub => !sub.Hidden).Select(sub => (sub.Name, sub.Description ?? "")));
        }

        if (command.Arguments.Count > 0)
        {
            AddHeading(page, "Arguments");
            AddRows(page, command.Arguments.Select(argument => (argument.Name, argument.Description ?? "")));
        }

        AddHeading(page, "Options");
        AddRows(page, OptionsOf(command).Where(option => !option.Hidden).Select(option => (NamesOf(option), DescriptionOf(option))));
        if (command is CliCommand { Notes: { } notes })
        {
            page.Append('\n');
            foreach (string note in notes.ReplaceLineEndings("\n").Split('\n')) AddFolded(page, note, 0);
        }

        page.Append("\nExit codes: 0 done, 1 some records failed, 2 usage, 3 damaged data or index, 130 Ctrl-C.\n");
        return page.ToString();
    }

    /// <summary>A command as it is called: <c>arabicnews index search</c>.</summary>
    public static string PathOf(Command command) => string.Join(' ', Ancestors(command).Reverse().Select(level => level is RootCommand ? "arabicnews" : level.Name));

    private static void AddHeading(StringBuilder page, string heading) => page.Append('\n').Append(heading).Append('\n');

    private static string UsageOf(Command command)
    {
        var names = new List<string> { PathOf(command) };
        if (command.Subcommands.Count > 0) names.Add("COMMAND");
        foreach (Argument argument in command.Arguments)
            names.Add(argument.Arity.MinimumNumberOfValues > 0 ? argument.Name + (argument.Arity.MaximumNumberOfValues > 1 ? "..." : "") : $"[{argument.Name}{(argument.Arity.MaximumNumberOfValues > 1 ? "..." : "")}]");
        names.Add("[options]");
        return string.Join(' ', names);
    }

    private static IEnumerable<Option> OptionsOf(Command command)
    {
        IEnumerable<Option> own = command.Options.Where(option => option is not HelpOption and not VersionOption);
        var root = Ancestors(command).OfType<RootCommand>().FirstOrDefault();
        IEnumerable<Option> common = root is null ? [] : root.Options.Where(option => option is HelpOption || (option is VersionOption && command is RootCommand) || option.Recursive);
        return own.Concat(common).Distinct();
    }

    private static IEnumerable<Command> Ancestors(Command command)
    {
        for (Command? level = command; level is not null; level = level.Parents.OfType<Command>().FirstOrDefault()) yield return level;
    }

    private static string NamesOf(Option option)
    {
        IEnumerable<string> names = option.Aliases.Where(alias => alias.StartsWith('-') && alias.Length == 2).Append(option.Name);
        string value = option.ValueType == typeof(bool) || option.ValueType == typeof(void) || option is HelpOption or VersionOption ? "" : $" {option.HelpName ?? "VALUE"}";
        return string.Join(", ", names) + value;
    }

    private static string DescriptionOf(Option option) => option.Description ?? "";

    private static void AddRows(StringBuilder page, IEnumerable<(string Left, string Right)> rows)
    {
        (string Left, string Right)[] all = [.. rows];
        int column = Math.Min(LongestLeft, all.Max(row => row.Left.Length)) + 4;
        foreach ((string left, string right) in all)
        {
            page.Append("  ").Append(left);
            if (left.Length + 4 > column) page.Append('\n').Append(' ', column);
            else page.Append(' ', column - left.Length - 2);
            AddFolded(page, right, column);
        }
    }

    // The first line goes on where the page is; the others are indented.
    private static void AddFolded(StringBuilder page, string text, int indent)
    {
        int filled = indent;
        foreach (string word in text.Split(' '))
        {
            if (filled > indent && filled + 1 + word.Length > Width)
            {
                page.Append('\n').Append(' ', indent);
                filled = indent;
            }

            if (filled > indent) page.Append(' ');
            page.Append(word);
            filled += word.Length + (filled > indent ? 1 : 0);
        }

        page.Append('\n');
    }
}
