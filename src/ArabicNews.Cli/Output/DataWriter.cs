using Microsoft.Win32.SafeHandles;

namespace ArabicNews.Cli.Output;

/// <summary>Whoever read our output has gone; there is no use in writing more.</summary>
internal sealed class PipeClosedException() : Exception("The pipe is closed.");

/// <summary>Bytes of data, to stdout or a file, through a buffer. One thread.</summary>
internal sealed class DataWriter : IDisposable
{
    private const int BufferLength = 1 << 16;

    private readonly Stream _target;
    private readonly byte[] _buffer = new byte[BufferLength];
    private int _filled;
    private long _written;

    private DataWriter(Stream target) => _target = target;

    /// <summary>Bytes written, with those that were there before.</summary>
    public long Length => _written + _filled;

    public static DataWriter ToStandardOutput()
    {
        if (!OperatingSystem.IsWindows())
        {
            // The console's own stream keeps it to itself that a pipe was closed, and | head would run for hours. A file is written by it all the same: it shares its place in the file with stderr.
            var stream = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, 0);
            if (!stream.CanSeek) return new DataWriter(stream);
        }

        return new DataWriter(Console.OpenStandardOutput());
    }

    /// <summary>Writes a file, anew or behind the first <paramref name="keep"/> bytes.</summary>
    public static DataWriter ToFile(string path, long keep = 0) => new(FileToGoOn.Open(path, keep)) { _written = keep };

    public void Write(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            int copied = Math.Min(bytes.Length, BufferLength - _filled);
            bytes[..copied].CopyTo(_buffer.AsSpan(_filled));
            _filled += copied;
            bytes = bytes[copied..];
            if (_filled == BufferLength) Flush();
        }
    }

    public void Flush()
    {
        int length = _filled;
        _filled = 0;
        _written += length;
        try
        {
            if (length > 0) _target.Write(_buffer, 0, length);
            _target.Flush();
        }
        catch (IOException exception) when (IsClosedPipe(exception))
        {
            throw new PipeClosedException();
        }
    }

    /// <summary>The same, and waits for the disk.</summary>
    public void FlushToDisk()
    {
        Flush();
        if (_target is FileStream { CanSeek: true } file) file.Flush(flushToDisk: true);
    }

    public void Dispose() => _target.Dispose();

    // EPIPE is 32 on Linux and macOS.
    private static bool IsClosedPipe(IOException exception) => exception.HResult == 32;
}
