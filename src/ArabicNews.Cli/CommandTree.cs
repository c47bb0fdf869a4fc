using System.CommandLine;
using System.CommandLine.Help;
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
        new("normalize", "Give text one spelling, with the way back", () => new NormalizeCommand()),
        new("index", "Build, search and look after an index", () => new IndexCommand()),
        new("duplicates", "Group articles that carry the same wire story", () => new DuplicatesCommand()),
        new("serve", "Answer searches over an index by HTTP and JSON", () => new ServeCommand()),
        new("export", "Settings, articles and queries for OpenSearch, Elasticsearch and PostgreSQL", () => new ExportCommand()),
    ];

    /// <summary>A file name may begin with @, and -nX is no pile of options.</summary>
    public static ParserConfiguration Parsing { get; } = new() { ResponseFileTokenReplacer = null, EnablePosixBundling = false };

    /// <summary>The tree for a command line; with null every command is built.</summary>
    public static RootCommand Build(string[]? args)
    {
        var root = new RootCommand("Arabic news text: one spelling, words, articles, dates, people and places, search.");
        GlobalOptions.AddTo(root);
        foreach (Entry entry in s_entries)
            root.Subcommands.Add(args is null || args.Contains(entry.Name) ? entry.Create() : new Command(entry.Name, entry.Description));
        HelpPage.Use(root);
        return root;
    }

    private sealed record Entry(string Name, string Description, Func<Command> Create);
}
