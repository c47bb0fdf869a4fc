using ArabicNews.Cli.Indexing;

namespace ArabicNews.Cli.Commands;

/// <summary><c>index</c>: an index on disk from the command line.</summary>
internal sealed class IndexCommand : CliCommand
{
    public IndexCommand() : base("index", "Build, search and look after an index",
        new Example("arabicnews index build pages.jsonl", "into the folder news.index"), new Example("arabicnews index search 'أوستن بغداد'", "the best ten articles"), new Example("arabicnews index facets 'زلزال'", "who and where"))
    {
        Subcommands.Add(new IndexAddCommand(isNew: true));
        Subcommands.Add(new IndexAddCommand(isNew: false));
        Subcommands.Add(new IndexSearchCommand());
        Subcommands.Add(new IndexFacetsCommand());
        Subcommands.Add(new IndexStatsCommand());
        Subcommands.Add(new IndexVerifyCommand());
        Subcommands.Add(new IndexSnapshotCommand());
        Subcommands.Add(new IndexDeleteCommand());
    }
}
