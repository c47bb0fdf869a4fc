namespace ArabicNews.Cli.Input;

/// <summary>What a <see cref="ByteReader"/> has left, as a stream.</summary>
internal sealed class ReaderStream(ByteReader reader) : ForwardStream
{
    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty) return 0;
        ReadOnlySpan<byte> next = reader.PeekAvailable();
        if (next.Length > buffer.Length) next = next[..buffer.Length];
        next.CopyTo(buffer);
        reader.Advance(next.Length);
        return next.Length;
    }
}
