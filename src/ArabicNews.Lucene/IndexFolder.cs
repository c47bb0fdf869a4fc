using Lucene.Net.Index;
using Lucene.Net.Store;
using Lock = Lucene.Net.Store.Lock;
using LuceneDirectory = Lucene.Net.Store.Directory;

namespace ArabicNews.Lucene;

/// <summary>What lies in a directory: an index with its last commit, nothing yet, or something that must not be written over.</summary>
internal static class IndexFolder
{
    /// <summary>Holds the lock of the writer while an index is looked at.</summary>
    /// <exception cref="NewsIndexException">Another writer holds it.</exception>
    public static Lock Hold(LuceneDirectory directory, string name)
    {
        Lock held = directory.MakeLock(IndexWriter.WRITE_LOCK_NAME);
        if (held.Obtain()) return held;
        throw new NewsIndexException(NewsIndexProblem.Locked, $"The index in {name} is open for writing elsewhere, in this process or another. Close it there, or open it here read-only.");
    }

    /// <summary>Reads the last complete commit; null when there has never been one.</summary>
    /// <exception cref="NewsIndexException">The directory holds what is no index, or one that cannot be read.</exception>
    public static SegmentInfos? ReadLastCommit(CommitDirectory directory, string name)
    {
        string[] files = [.. ListAll(directory).Where(file => file != IndexWriter.WRITE_LOCK_NAME)];
        bool hasSegments = files.Any(IsOfSegment);
        if (files.Any(CommitDirectory.IsCommit)) return Read(directory, name, mayBeBrokenOff: !hasSegments);
        if (hasSegments)
            throw new NewsIndexException(NewsIndexProblem.Damaged,
                $"{name} holds segments of an index, but no list of them (segments_N): the list was lost, or a copy was broken off. {IndexProblems.RestoreOrRebuild}");
        if (files.Length == 0) return null;
        throw new NewsIndexException(NewsIndexProblem.NotAnIndex, $"{name} holds other files ({files[0]}), and no index: name an empty directory, or a new one.");
    }

    /// <summary>The files of a commit, the list itself last.</summary>
    public static IReadOnlyList<string> FilesOf(SegmentInfos commit, LuceneDirectory directory) =>
        [.. commit.GetFiles(directory, includeSegmentsFile: false).Order(StringComparer.Ordinal), commit.GetSegmentsFileName()];

    private static string[] ListAll(LuceneDirectory directory)
    {
        try
        {
            return directory.ListAll();
        }
        catch (DirectoryNotFoundException)
        {
            return [];
        }
    }

    // _0.cfs, _1a_Lucene41_0.doc
    private static bool IsOfSegment(string file) => file.StartsWith('_') && file.Contains('.', StringComparison.Ordinal);

    private static SegmentInfos? Read(CommitDirectory directory, string name, bool mayBeBrokenOff)
    {
        for (string newest = SegmentInfos.GetLastCommitSegmentsFileName(directory); ;)
        {
            try
            {
                // By name: when Lucene.Net looks for the newest itself, it forgets why it could not read it.
                var commit = new SegmentInfos();
                commit.Read(directory, newest);
                return commit;
            }
            catch (Exception problem) when (problem is not OutOfMemoryException && IndexProblems.Of(problem) is not (NewsIndexProblem.AccessDenied or NewsIndexProblem.DiskFull))
            {
                // A writer elsewhere has made another commit and deleted this one.
                if (SegmentInfos.GetLastCommitSegmentsFileName(directory) is { } newer && newer != newest)
                {
                    newest = newer;
                    continue;
                }

                // An index without a segment whose list is torn: the first commit, which no caller has seen return.
                if (mayBeBrokenOff && problem is not (IndexFormatTooNewException or IndexFormatTooOldException)) return null;
                throw Unreadable(name, problem);
            }
        }
    }

    private static NewsIndexException Unreadable(string name, Exception problem) => problem is IndexFormatTooNewException or IndexFormatTooOldException
        ? new NewsIndexException(NewsIndexProblem.OtherVersion, $"{name} was written by another version of Lucene: {problem.Message} Build it anew from its pages, or use the version that made it.", problem)
        : new NewsIndexException(NewsIndexProblem.Damaged, $"The list of segments in {name} cannot be read: {problem.Message} {IndexProblems.RestoreOrRebuild}", problem);
}
