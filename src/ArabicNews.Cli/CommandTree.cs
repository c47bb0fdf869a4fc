using System.CommandLine;
using ArabicNews.Cli.Commands;
using ArabicNews.Cli.Running;

namespace ArabicNews.Cli;

/// <summary>
/// All commands, in the order of the help. Only the command that the line names is built: each has options, and the start should not wait for forty of them. The others are their names.
/// </summary>
internal static class CommandTree
{
    private static readonly Entry[] s_entries =
    [
        new("demo", "Show it all on a page that comes along, offline", () => new DemoCommand()),
        new("normalize", "Give text one spelling, with the way back", () => new NormalizeCommand()),
        new("tokenize", "Cut text into tokens or sentences", () => new TokenizeCommand()),
        new("segment", "Cut words into particles, stem and endings", () => new SegmentCommand()),
        new("parse", "Find the article in a page: title, dates, credits, body", () => new ParseCommand()),
        new("entities", "Find people, places and organizations", () => new EntitiesCommand()),
        new("dates", "Find dates, in all calendars and month names of Arabic news", () => new DatesCommand()),
        new("compare", "Say why a search for one word finds another, or does not", () => new CompareCommand()),
        new("explain", "Tell the reasons: of a block, a name, a word", () => new ExplainCommand()),
        new("index", "Build, search and look after an index", () => new IndexCommand()),
        new("duplicates", "Group articles that carry the same wire story", () => new DuplicatesCommand()),
        new("serve", "Answer searches over an index by HTTP and JSON", () => new ServeCommand()),
        new("export", "Settings, articles and queries for OpenSearch, Elasticsearch and PostgreSQL", () => new ExportCommand()),
        new("completion", "Write a script that completes commands and options in your shell", () => new CompletionCommand()),
    ];

    /// <summary>A file name may begin with @, and -nX is no pile of options.</summary>
    public static ParserConfiguration Parsing { get; } = new() { ResponseFileTokenReplacer = null, EnablePosixBundling = false };

    /// <summary>The tree for a command line; with null every command is built.</summary>
    public static RootCommand Build(string[]? args)
    {
        // [suggest:3] "arabicnews par": the line that a shell completes is one argument.
        bool all = args is null || args.Any(arg => arg.StartsWith('['));
        var root = new RootCommand("Arabic news text: one spelling, words, articles, dates, people and places, search.");
        GlobalOptions.AddTo(root);
        foreach (Entry entry in s_entries)
            root.Subcommands.Add(all || args!.Contains(entry.Name) ? entry.Create() : new Command(entry.Name, entry.Description));
        HelpPage.Use(root);
        VersionLine.Use(root);
        return root;
    }

    private sealed record Entry(string Name, string Description, Func<Command> Create);
}
