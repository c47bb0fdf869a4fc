using Lucene.Net.Store;
using Lock = Lucene.Net.Store.Lock;

namespace ArabicNews.Lucene;

/// <summary>
/// One writer for each folder, on this machine: the system releases the lock when the process ends, however it ends. Lucene.Net's own lock asks for a shared one on Linux and macOS, and so keeps no other process out.
/// </summary>
internal sealed class IndexLockFactory(string folder) : LockFactory
{
    private readonly Dictionary<string, IndexLock> _locks = [];

    public override Lock MakeLock(string lockName)
    {
        lock (_locks)
        {
            if (!_locks.TryGetValue(lockName, out IndexLock? known)) _locks.Add(lockName, known = new IndexLock(Path.Combine(folder, lockName)));
            return known;
        }
    }

    /// <summary>Releases the lock if this factory holds it.</summary>
    public override void ClearLock(string lockName)
    {
        lock (_locks)
            if (_locks.TryGetValue(lockName, out IndexLock? known)) known.Dispose();
    }

    private sealed class IndexLock(string file) : Lock
    {
        // EWOULDBLOCK of Linux and of macOS, ERROR_SHARING_VIOLATION of Windows.
        private static readonly int[] s_held = [11, 35, unchecked((int)0x80070020)];

        private readonly object _gate = new();
        private FileStream? _held;

        public override bool Obtain()
        {
            lock (_gate)
            {
                if (_held is not null) return false;
                try
                {
                    _held = new FileStream(file, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, bufferSize: 1);
                    return true;
                }
                catch (IOException problem) when (s_held.Contains(problem.HResult))
                {
                    return false;
                }
            }
        }

        public override bool IsLocked()
        {
            lock (_gate)
            {
                if (_held is not null) return true;
                if (!Obtain()) return true;
                Release();
                return false;
            }
        }

        public override string ToString() => file;

        protected override void Dispose(bool disposing)
        {
            lock (_gate) Release();
        }

        // The file stays: were it deleted, one process could lock the deleted file while another locks a new one of the same name.
        private void Release()
        {
            _held?.Dispose();
            _held = null;
        }
    }
}
