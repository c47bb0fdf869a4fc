using Lucene.Net.Codecs;
using Lucene.Net.Index;
using Lucene.Net.Store;
using LuceneDirectory = Lucene.Net.Store.Directory;

namespace ArabicNews.Lucene;

/// <summary>
/// Shows Lucene only lists of segments that are whole. A power cut can leave a torn list beside the last good one, and Lucene.Net, which looks at the newest first, gives up on some kinds of tearing instead of going back to the
/// one before. It gives up as well on a torn <c>segments.gen</c>, a second hint at which list is the newest; no such file is kept here.
/// </summary>
internal sealed class CommitDirectory(LuceneDirectory files) : FilterDirectory(files)
{
    // Lists whose checksum was right. One that was torn, or not yet finished, may be whole at the next look.
    private readonly HashSet<string> _sound = new(StringComparer.Ordinal);

    public static bool IsCommit(string file) => file.StartsWith("segments_", StringComparison.Ordinal);

    /// <summary>All files, without lists that are torn; with them when no other is there, so that an index that has lost its list is told from none.</summary>
    public override string[] ListAll()
    {
        string[] all = [.. m_input.ListAll().Where(file => file != IndexFileNames.SEGMENTS_GEN)];
        return all.Count(IsCommit) > 1 && all.Any(file => IsCommit(file) && IsSound(file)) ? [.. all.Where(file => !IsCommit(file) || IsSound(file))] : all;
    }

    /// <summary>Deletes lists that are torn, all if none is whole. The lock of the writer must be held, or one that is being written would be taken for one.</summary>
    public void DeleteTornCommits()
    {
        foreach (string file in m_input.ListAll())
            if (file == IndexFileNames.SEGMENTS_GEN || (IsCommit(file) && !IsSound(file))) m_input.DeleteFile(file);
    }

    public override IndexInput OpenInput(string name, IOContext context) =>
        name == IndexFileNames.SEGMENTS_GEN ? throw new FileNotFoundException(name) : m_input.OpenInput(name, context);

    public override IndexOutput CreateOutput(string name, IOContext context) => name == IndexFileNames.SEGMENTS_GEN ? new RAMOutputStream() : m_input.CreateOutput(name, context);

    public override void Sync(ICollection<string> names)
    {
        if (!names.Contains(IndexFileNames.SEGMENTS_GEN)) m_input.Sync(names);
    }

    public override IndexInputSlicer CreateSlicer(string name, IOContext context) => m_input.CreateSlicer(name, context);

    private bool IsSound(string commit)
    {
        lock (_sound)
            if (_sound.Contains(commit)) return true;
        try
        {
            using IndexInput input = m_input.OpenInput(commit, IOContext.READ_ONCE);
            CodecUtil.ChecksumEntireFile(input);
        }
        catch (Exception problem) when (problem is not (OutOfMemoryException or UnauthorizedAccessException))
        {
            return false;
        }

        lock (_sound) _sound.Add(commit);
        return true;
    }
}
