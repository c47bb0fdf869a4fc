using Lucene.Net.Store;
using Directory = Lucene.Net.Store.Directory;

namespace ArabicNews.Lucene.Tests;

/// <summary>
/// A disk in memory that fails when it is told to, and that can lose its power: then only what was synced is sure to be there, and everything else is there, missing, cut short or torn, by chance.
/// Every operation that writes is counted, so that a test can let each of them fail.
/// </summary>
/// <remarks>What a disk promises is modelled as POSIX does: the bytes of a file are safe once it was synced; its name, and that another is deleted, once the folder was synced, which <see cref="Sync"/> does last.</remarks>
internal sealed class FaultyDirectory : BaseDirectory
{
    private readonly Dictionary<string, Bytes> _files = new(StringComparer.Ordinal);

    // What would be there after a power cut for sure: names of the folder as last synced, with the bytes as last synced.
    private Dictionary<string, Bytes> _safeNames = new(StringComparer.Ordinal);
    private readonly object _gate = new();

    public FaultyDirectory() => SetLockFactory(new SingleInstanceLockFactory());

    /// <summary>No room is left.</summary>
    public static Func<Exception> DiskFull { get; } = () => new IOException("No space left on device", OperatingSystem.IsWindows() ? unchecked((int)0x80070070) : 28);

    /// <summary>Writing is not permitted.</summary>
    public static Func<Exception> Denied { get; } = () => new UnauthorizedAccessException("Access to the path is denied.");

    /// <summary>Operations that wrote something, so far.</summary>
    public int Operations { get; private set; }

    /// <summary>The first operation that fails, and how many do; none by default.</summary>
    public (int First, int Count) Faults { get; set; } = (0, int.MaxValue);

    /// <summary>What a failing operation throws; null lets none fail.</summary>
    public Func<Exception>? Fault { get; set; }

    /// <summary>The threads for which operations fail; all by default.</summary>
    public Func<Thread, bool> FaultOnThread { get; set; } = _ => true;

    /// <summary>What a disk holds after its power was cut. <paramref name="random"/> is what chance does to what was not safe.</summary>
    public FaultyDirectory AfterPowerCut(Random random)
    {
        lock (_gate)
        {
            var left = new FaultyDirectory();
            foreach (string name in _files.Keys.Union(_safeNames.Keys).Order(StringComparer.Ordinal))
            {
                bool isThere = _files.TryGetValue(name, out Bytes? now), wasSafe = _safeNames.TryGetValue(name, out Bytes? safe);
                Bytes kept;
                if (isThere && wasSafe && now == safe) kept = now!;
                else if (random.Next(2) == 0) kept = isThere ? now! : safe!;
                else if (wasSafe) kept = safe!;
                else continue;
                left._files[name] = kept.AfterPowerCut(random);
            }

            left._safeNames = new Dictionary<string, Bytes>(left._files, StringComparer.Ordinal);
            return left;
        }
    }

    public override string[] ListAll()
    {
        lock (_gate) return [.. _files.Keys];
    }

    [Obsolete("Lucene's.")]
    public override bool FileExists(string name)
    {
        lock (_gate) return _files.ContainsKey(name);
    }

    public override long FileLength(string name) => Find(name).Length;

    public override void DeleteFile(string name)
    {
        lock (_gate)
        {
            Count();
            if (!_files.Remove(name)) throw new FileNotFoundException(name);
        }
    }

    public override IndexOutput CreateOutput(string name, IOContext context)
    {
        lock (_gate)
        {
            Count();
            var bytes = new Bytes();
            _files[name] = bytes;
            return new Output(this, bytes);
        }
    }

    public override IndexInput OpenInput(string name, IOContext context) => new Input(name, Find(name).ToArray());

    public override void Sync(ICollection<string> names)
    {
        lock (_gate)
        {
            foreach (string name in names)
            {
                Count();
                Find(name).Sync();
            }

            if (names.Count == 0) return;
            Count();
            _safeNames = new Dictionary<string, Bytes>(_files, StringComparer.Ordinal);
        }
    }

    protected override void Dispose(bool disposing)
    {
    }

    private Bytes Find(string name)
    {
        lock (_gate) return _files.TryGetValue(name, out Bytes? bytes) ? bytes : throw new FileNotFoundException(name);
    }

    private void Count()
    {
        lock (_gate)
        {
            int operation = Operations++;
            if (Fault is not null && operation >= Faults.First && operation - Faults.First < Faults.Count && FaultOnThread(Thread.CurrentThread)) throw Fault();
        }
    }

    /// <summary>A file: what was written, and how much of it is safe.</summary>
    private sealed class Bytes
    {
        private readonly MemoryStream _written = new();
        private int _safe;

        public long Length
        {
            get
            {
                lock (_written) return _written.Length;
            }
        }

        public void Write(byte[] bytes, int offset, int length)
        {
            lock (_written) _written.Write(bytes, offset, length);
        }

        public void Sync()
        {
            lock (_written) _safe = (int)_written.Length;
        }

        public byte[] ToArray()
        {
            lock (_written) return _written.ToArray();
        }

        // What was synced stays; of the rest some is there, and some of that is zeros: a length that was written before the bytes were.
        public Bytes AfterPowerCut(Random random)
        {
            byte[] all = ToArray();
            int length = random.Next(_safe, all.Length + 1), written = random.Next(_safe, length + 1);
            if (random.Next(3) == 0) (length, written) = (all.Length, all.Length);
            Array.Clear(all, written, all.Length - written);
            var left = new Bytes();
            left.Write(all, 0, length);
            left.Sync();
            return left;
        }
    }

    private sealed class Output(FaultyDirectory directory, Bytes bytes) : BufferedIndexOutput
    {
        public override long Length => bytes.Length;

        protected override void FlushBuffer(byte[] b, int offset, int length)
        {
            directory.Count();
            bytes.Write(b, offset, length);
        }
    }

    private sealed class Input(string name, byte[] bytes) : BufferedIndexInput(name)
    {
        private long _position;

        public override long Length => bytes.Length;

        protected override void ReadInternal(byte[] b, int offset, int length)
        {
            if (_position + length > bytes.Length) throw new EndOfStreamException(ToString());
            Array.Copy(bytes, _position, b, offset, length);
            _position += length;
        }

        protected override void SeekInternal(long pos) => _position = pos;

        protected override void Dispose(bool disposing)
        {
        }
    }
}
