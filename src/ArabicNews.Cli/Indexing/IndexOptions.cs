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

    /// <summary>Whether there is a folder of this name with anything in it.</summary>
    public static bool HoldsAnything(string folder) => Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any();

    /// <summary>The folder that the line names, which is there.</summary>
    /// <exception cref="CliException">It is not.</exception>
    public static string FolderOf(CommandRun run)
    {
        string folder = run.Get(Folder);
        return Directory.Exists(folder) ? folder : throw CliException.Usage($"There is no index in '{folder}'; --index FOLDER names another, arabicnews index build makes one.");
    }

    /// <summary>Opens the index that the line names.</summary>
    /// <exception cref="CliException">It is not there, or cannot be opened.</exception>
    public static NewsIndex Open(CommandRun run, bool isReadOnly = true)
    {
        string folder = FolderOf(run);
        return Guard(() => NewsIndex.Open(folder, new NewsIndexOptions { ReadOnly = isReadOnly }));
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

    /// <inheritdoc cref="Guard{T}(Func{T})"/>
    public static void Guard(Action work) => Guard(() =>
    {
        work();
        return true;
    });

    /// <summary>The end of a command for what is wrong with an index.</summary>
    public static CliException Explain(NewsIndexException exception) => exception.Problem is NewsIndexProblem.Damaged or NewsIndexProblem.OtherVersion or NewsIndexProblem.NotAnIndex
        ? CliException.Damaged(exception.Message, exception)
        : CliException.Usage(exception.Message, exception);
}
