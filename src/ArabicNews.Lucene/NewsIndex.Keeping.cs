using Lucene.Net.Index;
using Lucene.Net.Store;
using LuceneDirectory = Lucene.Net.Store.Directory;

namespace ArabicNews.Lucene;

/// <content>Snapshots, and reading an index for what is wrong with it.</content>
public sealed partial class NewsIndex
{
    /// <summary>Commits, and copies the index as it is then into an empty or new directory, while others go on adding and searching. The copy is an index like any other, and safe on its disk when this returns.</summary>
    /// <param name="directory">Where to. Broken off, it holds no index and is refused when it is opened.</param>
    /// <param name="cancellationToken">Looked at before each file.</param>
    /// <exception cref="ArgumentException"><paramref name="directory"/> is empty, or the directory holds something.</exception>
    /// <exception cref="InvalidOperationException">The index is read-only.</exception>
    /// <exception cref="NewsIndexException">Committing failed, as in <see cref="Commit"/>; or the copy cannot be written, which leaves the index as it was.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was.</exception>
    /// <exception cref="ObjectDisposedException">The index is disposed.</exception>
    public void SnapshotTo(string directory, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        string path = Path.GetFullPath(directory);
        if (File.Exists(path) || (System.IO.Directory.Exists(path) && System.IO.Directory.EnumerateFileSystemEntries(path).Any()))
            throw new ArgumentException($"{path} holds something already: name an empty directory for the snapshot, or a new one.", nameof(directory));
        Commit();
        IndexCommit commit = _snapshots!.Snapshot();
        try
        {
            using LuceneDirectory copy = new DurableDirectory(path, create: true);
            CopyTo(copy, commit, cancellationToken);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw IndexProblems.OnCopying(path, problem);
        }
        finally
        {
            _snapshots.Release(commit);
        }
    }

    /// <summary>Reads every file of the last commit in a directory and checks it: checksums, structure, every article. Takes as long as reading them three times does; the index may be open meanwhile, here or elsewhere.</summary>
    /// <param name="directory">The directory of an index; nothing is written there.</param>
    /// <param name="cancellationToken">Looked at between files.</param>
    /// <exception cref="ArgumentException"><paramref name="directory"/> is empty.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="directory"/> is null.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was.</exception>
    public static NewsIndexVerification Verify(string directory, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        string path = Path.GetFullPath(directory);
        using LuceneDirectory files = new DurableDirectory(path, create: false);
        return Verify(files, path, cancellationToken);
    }

    /// <summary>As <see cref="Verify(string, CancellationToken)"/>, in a directory of Lucene's.</summary>
    internal static NewsIndexVerification Verify(LuceneDirectory directory, string name, CancellationToken cancellationToken = default)
    {
        // A writer elsewhere may commit while this one reads, and delete what it is reading: then it is read again.
        const int Tries = 5;
        var commits = new CommitDirectory(directory);
        for (int tried = 1; ; tried++)
        {
            string? before = null;
            NewsIndexVerification result;
            try
            {
                SegmentInfos commit = IndexFolder.ReadLastCommit(commits, name) ?? throw new NewsIndexException(NewsIndexProblem.Missing, $"There is no index in {name}.");
                before = commit.GetSegmentsFileName();
                result = IndexVerifier.Verify(commits, name, commit, cancellationToken);
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                NewsIndexException known = IndexProblems.OnOpening(name, problem);
                result = new NewsIndexVerification([new NewsIndexFinding(known.Problem, null, known.Message)], 0, null);
            }

            if (result.IsSound || tried == Tries || before is null || LastCommit(commits) == before) return result;
        }
    }

    private static string? LastCommit(LuceneDirectory directory)
    {
        try
        {
            return SegmentInfos.GetLastCommitSegmentsFileName(directory);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // The file that names the others comes last, when they are safe: a copy that was broken off is no index.
    private void CopyTo(LuceneDirectory copy, IndexCommit commit, CancellationToken cancellationToken)
    {
        string[] files = [.. commit.FileNames.Where(file => file != commit.SegmentsFileName)];
        foreach (string file in files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _directory.Copy(copy, file, file, IOContext.READ_ONCE);
        }

        copy.Sync(files);
        _directory.Copy(copy, commit.SegmentsFileName, commit.SegmentsFileName, IOContext.READ_ONCE);
        copy.Sync([commit.SegmentsFileName]);
    }
}
