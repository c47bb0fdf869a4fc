using System.CommandLine;
using ArabicNews.Cli.Running;
using ArabicNews.Lucene;

namespace ArabicNews.Cli.Indexing;

/// <summary>Where an index is, and how it is opened; what is wrong with it as an exit code.</summary>
internal static class IndexOptions
{
    /// <summary>The folder.</summary>
    public static Option<string> Folder { get; } = new("--index", "-i")
    {
        Description = "Folder of the index",
        HelpName = "FOLDER",
        DefaultValueFactory = _ => "news.index",
        Validators =
        {
            result =>
            {
                if (result.Tokens is [{ Value.Length: 0 }]) result.AddError("--index names no folder.");
            },
        },
    };

    /// <summary>Whether there is a file of this name, or a folder with anything in it.</summary>
    public static bool IsTaken(string path) => File.Exists(path) || (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any());

    /// <summary>Opens the index that the line names.</summary>
    /// <exception cref="CliException">It cannot be opened.</exception>
    public static NewsIndex Open(CommandRun run, NewsIndexOptions options)
    {
        string folder = run.Get(Folder);
        if (options.ReadOnly && !Directory.Exists(folder)) throw CliException.Usage($"There is no index in '{folder}'; --index FOLDER names another, arabicnews index build makes one.");
        return Guard(() => NewsIndex.Open(folder, options));
    }

    /// <summary>Does something with an index; what is wrong with it ends the command.</summary>
    public static T Guard<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (NewsIndexException exception)
        {
            throw Explain(exception);
        }
    }

    /// <summary>The end of a command for what is wrong with an index.</summary>
    public static CliException Explain(NewsIndexException exception) => exception.Problem is NewsIndexProblem.Damaged or NewsIndexProblem.OtherVersion or NewsIndexProblem.NotAnIndex
        ? CliException.Damaged(exception.Message, exception)
        : CliException.Usage(exception.Message, exception);
}
