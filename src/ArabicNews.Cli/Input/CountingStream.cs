namespace ArabicNews.Cli.Input;

/// <summary>Counts the bytes that are read through it. The stream below is left open.</summary>
internal sealed class CountingStream(Stream source) : ForwardStream
{
    private long _bytesRead;

    /// <summary>So many so far; may be asked from any thread.</summary>
    public long BytesRead => Volatile.Read(ref _bytesRead);

    public override int Read(Span<byte> buffer)
    {
        int read = source.Read(buffer);
        Volatile.Write(ref _bytesRead, _bytesRead + read);
        return read;
    }
}
