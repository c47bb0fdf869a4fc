using System.CommandLine;

namespace ArabicNews.Cli.Commands;

/// <summary><c>explain</c>: the reasons for what the other commands write.</summary>
internal sealed class ExplainCommand : CliCommand
{
    public ExplainCommand() : base("explain", "Tell the reasons: of a block, a name, a word",
        new Example("arabicnews explain page page.html", "why a block was kept or set aside, whose date and title were believed"),
        new Example("arabicnews explain entities page.html", "what speaks for each name"),
        new Example("arabicnews explain word 'وبمدرستهم لبنان'", "what a word becomes in the index"))
    {
        Subcommands.Add(new ExplainPageCommand());
        Subcommands.Add(new ExplainEntitiesCommand());
        Subcommands.Add(new ExplainWordCommand());
    }
}
