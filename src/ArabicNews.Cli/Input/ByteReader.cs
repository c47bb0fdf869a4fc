namespace ArabicNews.Cli.Input;

/// <summary>Reads lines and blocks of bytes from a stream, never more of them into memory than the caller allows. One thread.</summary>
/// <param name="stream">The stream; it is left open.</param>
internal sealed class ByteReader(Stream stream)
{
    private const int BufferLength = 1 << 16;

    private byte[] _buffer = new byte[BufferLength];
    private int _start;
    private int _end;

    /// <summary>Called before the stream is asked for more, which may take until tomorrow where a person types.</summary>
    public Action? BeforeRead { get; init; }

    /// <summary>The next bytes, at most <paramref name="count"/>, left where they are; fewer at the end of the stream only.</summary>
    public ReadOnlySpan<byte> Peek(int count)
    {
        while (_end - _start < count && Fill(count)) { }
        return _buffer.AsSpan(_start, Math.Min(count, _end - _start));
    }

    /// <summary>What is at hand, left where it is; empty at the end of the stream only.</summary>
    public ReadOnlySpan<byte> PeekAvailable()
    {
        if (_start == _end) Fill(1);
        return _buffer.AsSpan(_start, _end - _start);
    }

    /// <summary>Steps over bytes that were peeked at.</summary>
    public void Advance(int count) => _start += count;

    /// <summary>Reads up to the next line feed or the end; the line feed, and a carriage return before it, are not part of the line.</summary>
    /// <param name="maxLength">Of a longer line nothing is kept: the line is stepped over and null returned.</param>
    /// <param name="line">The line.</param>
    /// <returns>False at the end of the stream.</returns>
    public bool TryReadLine(int maxLength, out byte[]? line)
    {
        int searched = 0;
        bool isTooLong = false;
        while (true)
        {
            int found = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n');
            int length = found < 0 ? _end - _start : searched + found;
            if (found < 0)
            {
                if (length > maxLength + 1)
                {
                    isTooLong = true;
                    _start = _end;
                    length = 0;
                }

                searched = length;
                if (Fill(length + 1)) continue;
                if (length == 0 && !isTooLong)
                {
                    line = null;
                    return false;
                }
            }

            ReadOnlySpan<byte> bytes = _buffer.AsSpan(_start, length);
            if (bytes.EndsWith("\r"u8)) bytes = bytes[..^1];
            line = isTooLong || bytes.Length > maxLength ? null : bytes.ToArray();
            _start += Math.Min(length + 1, _end - _start);
            return true;
        }
    }

    /// <summary>Reads exactly so many bytes, or fewer at the end of the stream.</summary>
    public byte[] ReadBlock(int length)
    {
        byte[] block = new byte[length];
        int read = 0;
        while (read < length)
        {
            int copied = Math.Min(length - read, _end - _start);
            if (copied == 0)
            {
                if (!Fill(1)) break;
                continue;
            }

            _buffer.AsSpan(_start, copied).CopyTo(block.AsSpan(read));
            _start += copied;
            read += copied;
        }

        return read == length ? block : block[..read];
    }

    /// <summary>Steps over so many bytes; false when the stream ends before.</summary>
    public bool Skip(long length)
    {
        while (length > 0)
        {
            int skipped = (int)Math.Min(length, _end - _start);
            if (skipped == 0)
            {
                if (!Fill(1)) return false;
                continue;
            }

            _start += skipped;
            length -= skipped;
        }

        return true;
    }

    /// <summary>Reads to the end; null when there are more than <paramref name="maxLength"/> bytes.</summary>
    public byte[]? ReadToEnd(int maxLength)
    {
        using var all = new MemoryStream();
        while (true)
        {
            all.Write(_buffer, _start, _end - _start);
            _start = _end;
            if (all.Length > maxLength) return null;
            if (!Fill(1)) return all.ToArray();
        }
    }

    // Makes room for `wanted` bytes from _start on, and reads once.
    private bool Fill(int wanted)
    {
        if (_start == _end) _start = _end = 0;
        if (_buffer.Length - _start < wanted || _end == _buffer.Length)
        {
            byte[] target = wanted + 1 > _buffer.Length ? new byte[Math.Max(wanted + 1, _buffer.Length * 2)] : _buffer;
            _buffer.AsSpan(_start, _end - _start).CopyTo(target);
            (_buffer, _end, _start) = (target, _end - _start, 0);
        }

        BeforeRead?.Invoke();
        int read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        return read > 0;
    }
}
