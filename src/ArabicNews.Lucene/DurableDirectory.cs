using System.Runtime.InteropServices;
using System.Text;
using Lucene.Net.Store;
using Microsoft.Win32.SafeHandles;

namespace ArabicNews.Lucene;

/// <summary>
/// The files of an index, memory-mapped for reading, which survive a power cut once <see cref="Sync"/> has returned. Lucene.Net's own directory takes a failed flush of the folder for a success, and does not flush
/// the folder above when it creates one.
/// </summary>
internal sealed class DurableDirectory : MMapDirectory
{
    /// <summary>Opens a folder; with <paramref name="create"/> it is there afterwards, and stays.</summary>
    public DurableDirectory(string path, bool create)
        : base(new DirectoryInfo(path), new IndexLockFactory(path))
    {
        if (create) Create(m_directory);
    }

    /// <summary>Writes the named files and the names in the folder through to the disk, whoever wrote them.</summary>
    /// <remarks>
    /// A flush that fails is not tried again: the system may have dropped the pages, and the second try would succeed without them ("fsyncgate", PostgreSQL 2018).
    /// </remarks>
    public override void Sync(ICollection<string> names)
    {
        EnsureOpen();
        foreach (string name in names)
        {
            using SafeFileHandle file = File.OpenHandle(Path.Combine(m_directory.FullName, name), FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
            RandomAccess.FlushToDisk(file);
        }

        if (names.Count > 0) FlushFolder(m_directory.FullName);
    }

    // Every file of a commit is synced by its name, so nothing has to be remembered.
    protected override void OnIndexOutputClosed(FSIndexOutput io)
    {
    }

    // A folder survives when the one above it has been flushed, up to the first that was there already.
    private static void Create(DirectoryInfo folder)
    {
        var missing = new List<DirectoryInfo>();
        for (DirectoryInfo? above = folder; above is { Exists: false }; above = above.Parent) missing.Add(above);
        folder.Create();
        foreach (DirectoryInfo created in missing)
            if (created.Parent is { } parent) FlushFolder(parent.FullName);
    }

    // .NET opens no folders, so the system is asked. Windows needs no flush: NTFS keeps a journal of names.
    private static void FlushFolder(string path)
    {
        if (OperatingSystem.IsWindows()) return;
        using var folder = new SafeFileHandle(OpenFolder(Encoding.UTF8.GetBytes(path + '\0'), flags: 0), ownsHandle: true);
        if (folder.IsInvalid)
        {
            int error = Marshal.GetLastPInvokeError();
            throw new IOException($"The folder {path} cannot be opened to flush it: {Marshal.GetPInvokeErrorMessage(error)}", error);
        }

        RandomAccess.FlushToDisk(folder);
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int OpenFolder(byte[] path, int flags);
}
