using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace ArabicNews.Cli.Input;

/// <summary>What a server answered, as an archive keeps it: status line, headers, a body that may be chunked and compressed.</summary>
internal static class HttpAnswer
{
    /// <summary>The page of an answer; false when it is no page: another status than 200, another type than HTML, nothing.</summary>
    /// <param name="message">The whole message.</param>
    /// <param name="maxLength">Longest page, in bytes, once it is inflated.</param>
    /// <param name="page">The page.</param>
    /// <param name="charset">What the header says of its encoding.</param>
    /// <exception cref="InvalidDataException">The body is damaged, too large, or a bomb.</exception>
    public static bool TryRead(byte[] message, int maxLength, [NotNullWhen(true)] out byte[]? page, out string? charset)
    {
        (page, charset) = (null, null);
        var reader = new ByteReader(new MemoryStream(message, writable: false));
        if (!reader.TryReadLine(1 << 16, out byte[]? status) || status is null || !IsOk(status)) return false;
        var header = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (reader.TryReadLine(1 << 16, out byte[]? line) && line is not { Length: 0 }) AddHeader(header, line);
        string type = header.GetValueOrDefault("content-type") ?? "";
        if (!IsHtml(type)) return false;
        charset = CharsetOf(type);
        byte[] body = reader.ReadToEnd(message.Length)!;
        if (header.GetValueOrDefault("transfer-encoding") is { } transfer && transfer.Contains("chunked", StringComparison.OrdinalIgnoreCase)) body = Dechunk(body);
        page = Inflate(body, header.GetValueOrDefault("content-encoding"), maxLength);
        return page.Length > 0;
    }

    /// <summary>Adds a line of a header; of a name that comes twice the first stays, and a line that is none is passed over.</summary>
    public static void AddHeader(Dictionary<string, string> header, byte[]? line)
    {
        int colon = line.AsSpan().IndexOf((byte)':');
        if (colon > 0) header.TryAdd(Encoding.Latin1.GetString(line!, 0, colon).Trim(), Encoding.UTF8.GetString(line.AsSpan(colon + 1)).Trim());
    }

    public static bool IsHtml(string type) => type.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) || type.StartsWith("application/xhtml", StringComparison.OrdinalIgnoreCase);

    /// <summary><c>utf-8</c> out of <c>text/html; charset="utf-8"</c>.</summary>
    public static string? CharsetOf(string type)
    {
        int at = type.IndexOf("charset=", StringComparison.OrdinalIgnoreCase);
        if (at < 0) return null;
        string charset = type[(at + "charset=".Length)..];
        int end = charset.AsSpan().IndexOfAny(';', ',');
        return (end < 0 ? charset : charset[..end]).Trim(' ', '"', '\'');
    }

    private static bool IsOk(ReadOnlySpan<byte> status)
    {
        int blank = status.IndexOf((byte)' ');
        return status.StartsWith("HTTP/"u8) && blank > 0 && status[(blank + 1)..].StartsWith("200"u8);
    }

    // Archives made by some crawlers have the header and no chunks any more: what does not read as chunks is the body itself.
    private static byte[] Dechunk(byte[] body)
    {
        using var whole = new MemoryStream(body.Length);
        ReadOnlySpan<byte> rest = body;
        while (true)
        {
            int end = rest.IndexOf("\r\n"u8);
            if (end is < 1 or > 100) return whole.Length == 0 ? body : whole.ToArray();
            ReadOnlySpan<byte> size = rest[..end];
            int extension = size.IndexOf((byte)';');
            if (extension >= 0) size = size[..extension];
            if (!int.TryParse(size.Trim((byte)' '), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int length) || length < 0) return whole.Length == 0 ? body : whole.ToArray();
            if (length == 0) return whole.ToArray();
            rest = rest[(end + 2)..];
            if (length > rest.Length) length = rest.Length;
            whole.Write(rest[..length]);
            rest = rest[length..];
            if (rest.StartsWith("\r\n"u8)) rest = rest[2..];
        }
    }

    private static byte[] Inflate(byte[] body, string? encoding, int maxLength)
    {
        using var source = new MemoryStream(body, writable: false);
        switch (encoding?.Trim().ToLowerInvariant())
        {
            // Some crawlers inflate and leave the header.
            case "gzip" or "x-gzip" when InflateGuard.IsGzip(body):
                using (var gzip = new InflateGuard(source)) return ReadAll(gzip, maxLength);
            case "deflate" when body is [0x78, ..]:
                using (var zlib = new ZLibStream(source, CompressionMode.Decompress)) return ReadAll(zlib, maxLength);
            case "br" when !body.AsSpan().StartsWith("<"u8):
                using (var brotli = new BrotliStream(source, CompressionMode.Decompress)) return ReadAll(brotli, maxLength);
            default:
                return body.Length <= maxLength ? body : throw TooLarge(maxLength);
        }
    }

    private static byte[] ReadAll(Stream inflated, int maxLength)
    {
        try
        {
            return new ByteReader(inflated).ReadToEnd(maxLength) ?? throw TooLarge(maxLength);
        }
        catch (Exception exception) when (exception is InvalidOperationException or IOException)
        {
            throw new InvalidDataException($"the body of the answer is damaged: {exception.Message}", exception);
        }
    }

    private static InvalidDataException TooLarge(int maxLength) => new($"the body of the answer is larger than {maxLength >> 20} MiB (--max-record)");
}
