using Lucene.Net.Index;

namespace ArabicNews.Lucene;

/// <summary>Turns what the system and Lucene throw into a <see cref="NewsIndexException"/> that says what to do.</summary>
internal static class IndexProblems
{
    /// <summary>What to do about an index that cannot be read.</summary>
    public const string RestoreOrRebuild = "Restore a snapshot of the index, or build it anew from its pages.";

    // ENOSPC and EDQUOT of Linux, EDQUOT of macOS; ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL of Windows.
    private static readonly int[] s_diskFull = OperatingSystem.IsWindows() ? [unchecked((int)0x80070070), unchecked((int)0x80070027)] : [28, 122, 69];

    /// <summary>The problem, looked for in the exception and in what caused it.</summary>
    public static NewsIndexProblem Of(Exception problem)
    {
        for (Exception? cause = problem; cause is not null; cause = cause.InnerException)
        {
            if (cause is NewsIndexException known) return known.Problem;
            if (cause is IOException && s_diskFull.Contains(cause.HResult)) return NewsIndexProblem.DiskFull;
            if (cause is UnauthorizedAccessException) return NewsIndexProblem.AccessDenied;
            if (cause is CorruptIndexException or EndOfStreamException or FileNotFoundException) return NewsIndexProblem.Damaged;
        }

        return NewsIndexProblem.Failed;
    }

    /// <summary>An index that could not be opened.</summary>
    public static NewsIndexException OnOpening(string name, Exception problem) => problem is NewsIndexException known ? known : Describe(problem) switch
    {
        (NewsIndexProblem.DiskFull, string what) => new(NewsIndexProblem.DiskFull, $"{name}: {what} Make room there, or open the index read-only.", problem),
        (NewsIndexProblem.AccessDenied, string what) => new(NewsIndexProblem.AccessDenied, $"{name}: {what} Let this process read and write there, or open the index read-only.", problem),
        (NewsIndexProblem.Damaged, string what) => new(NewsIndexProblem.Damaged, $"{name}: {what} {RestoreOrRebuild}", problem),
        (NewsIndexProblem kind, string what) => new(kind, $"{name}: the index cannot be opened. {what}", problem),
    };

    /// <summary>A write that failed; nothing is written to the index any more, so that no commit can pretend to hold what was lost.</summary>
    public static NewsIndexException OnWriting(string name, Exception problem)
    {
        (NewsIndexProblem kind, string what) = Describe(problem);
        string remedy = kind switch
        {
            NewsIndexProblem.DiskFull => "Make room, then dispose of the index, open it again",
            NewsIndexProblem.AccessDenied => "Let this process write there, then dispose of the index, open it again",
            _ => "Dispose of the index, open it again",
        };
        return new NewsIndexException(kind, $"{name}: {what} What is committed is safe; what was added since is lost. {remedy} and add that once more.", problem);
    }

    /// <summary>A merge of segments that failed: nothing is lost, but nothing should be added.</summary>
    public static NewsIndexException OnMerging(string name, Exception problem)
    {
        (NewsIndexProblem kind, string what) = Describe(problem);
        return new NewsIndexException(kind, $"{name}: joining segments failed. {what} Nothing is lost. Commit, make room or mend the cause, dispose of the index and open it again.", problem);
    }

    /// <summary>A snapshot that could not be written; the index itself is as it was.</summary>
    public static NewsIndexException OnCopying(string name, Exception problem)
    {
        (NewsIndexProblem kind, string what) = Describe(problem);
        return new NewsIndexException(kind, $"{name}: the snapshot could not be written. {what} The index is as it was. Delete what is there of the snapshot, and take it anew.", problem);
    }

    /// <summary>A search that could not read.</summary>
    public static NewsIndexException OnReading(string name, Exception problem)
    {
        (NewsIndexProblem kind, string what) = Describe(problem);
        return new NewsIndexException(kind, $"{name}: the index cannot be read. {what} Verify it; if it is damaged, restore a snapshot or build it anew from its pages.", problem);
    }

    private static (NewsIndexProblem Kind, string What) Describe(Exception problem)
    {
        NewsIndexProblem kind = Of(problem);

        // What failed first: Lucene puts whole stack traces into the messages around it.
        string message = problem.GetBaseException().Message;
        return (kind, kind switch
        {
            NewsIndexProblem.DiskFull => "The disk is full, or the quota used up.",
            NewsIndexProblem.AccessDenied => $"Permission is denied ({message}).",
            NewsIndexProblem.Damaged => $"The index is damaged: {message}",
            _ => message,
        });
    }
}
