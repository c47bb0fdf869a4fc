namespace ArabicNews.Cli.Input;

/// <summary>What a <see cref="ByteReader"/> has left, as a stream.</summary>
internal sealed class ReaderStream(ByteReader reader) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty) return 0;
        ReadOnlySpan<byte> next = reader.PeekAvailable();
        if (next.Length > buffer.Length) next = next[..buffer.Length];
        next.CopyTo(buffer);
        reader.Advance(next.Length);
        return next.Length;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
