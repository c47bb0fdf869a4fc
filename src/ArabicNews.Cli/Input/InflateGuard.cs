using System.IO.Compression;

namespace ArabicNews.Cli.Input;

/// <summary>
/// Inflates gzip, and stops where more comes out than text can hold: a bomb of a kilobyte would otherwise keep a machine busy for a day. Arabic pages shrink to a fifth or a tenth, the most repetitive
/// feeds to a fiftieth. The ratio is asked of the whole and of each stretch, so that honest data in front does not pay for a bomb behind it.
/// That a file which ends in the middle of a member is damaged, and not whole, .NET says only where the project file asks it to (System.IO.Compression.UseStrictValidation).
/// </summary>
internal sealed class InflateGuard : ForwardStream
{
    /// <summary>More than so many bytes out of one byte in is a bomb.</summary>
    public const int MaxRatio = 100;

    // So much may come out of nothing: a file of a few lines can be all blanks.
    private const long Allowance = 1 << 20;

    // Stretches that are long against what the decompressor reads ahead.
    private const long Stretch = 16 << 20;

    private readonly CountingStream _source;
    private readonly GZipStream _inflated;
    private long _written;
    private long _stretchWritten;
    private long _stretchRead;

    public InflateGuard(Stream source)
    {
        _source = new CountingStream(source);
        _inflated = new GZipStream(_source, CompressionMode.Decompress, leaveOpen: true);
    }

    /// <summary>Whether the first bytes are those of gzip.</summary>
    public static bool IsGzip(ReadOnlySpan<byte> head) => head.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]);

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">The data is damaged, or a bomb.</exception>
    public override int Read(Span<byte> buffer)
    {
        int read = Inflate(buffer);
        _written += read;
        _stretchWritten += read;
        if (_written > Allowance && _written / MaxRatio > _source.BytesRead) throw Bomb();
        if (_stretchWritten < Stretch) return read;
        if (_stretchWritten / MaxRatio > _source.BytesRead - _stretchRead) throw Bomb();
        (_stretchWritten, _stretchRead) = (0, _source.BytesRead);
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _inflated.Dispose();
        base.Dispose(disposing);
    }

    // What the decompressor says of a wrong checksum is that it does not know the method.
    private int Inflate(Span<byte> buffer)
    {
        try
        {
            return _inflated.Read(buffer);
        }
        catch (InvalidDataException exception)
        {
            throw new InvalidDataException($"compressed data is corrupt or cut off after {_written} bytes", exception);
        }
    }

    private InvalidDataException Bomb() => new($"compressed more than {MaxRatio}:1 ({_written} bytes out of {_source.BytesRead}); a file like this is made to fill memory, and is not read further");
}
