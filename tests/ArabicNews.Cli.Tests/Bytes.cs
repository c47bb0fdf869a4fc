using System.IO.Compression;
using System.Text;

namespace ArabicNews.Cli.Tests;

/// <summary>Files as they come from outside.</summary>
internal static class Bytes
{
    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    public static byte[] Gzip(params byte[][] members)
    {
        using var all = new MemoryStream();
        foreach (byte[] member in members)
            using (var gzip = new GZipStream(all, CompressionLevel.Optimal, leaveOpen: true)) gzip.Write(member);
        return all.ToArray();
    }

    /// <summary>A record of a web archive.</summary>
    public static byte[] Warc(string type, string contentType, byte[] block, string uri = "https://site.example/1") =>
        [.. Utf8($"WARC/1.1\r\nWARC-Type: {type}\r\nWARC-Target-URI: {uri}\r\nWARC-Date: 2024-03-12T06:00:00Z\r\nContent-Type: {contentType}\r\nContent-Length: {block.Length}\r\n\r\n"), .. block, .. Utf8("\r\n\r\n")];

    /// <summary>What a server answers.</summary>
    public static byte[] Http(byte[] body, string headers = "Content-Type: text/html; charset=utf-8", string status = "200 OK") =>
        [.. Utf8($"HTTP/1.1 {status}\r\n{headers}\r\n\r\n"), .. body];

    /// <summary>In chunks of so many bytes.</summary>
    public static byte[] Chunked(byte[] body, int size)
    {
        using var chunks = new MemoryStream();
        foreach (byte[] chunk in body.Chunk(size))
        {
            chunks.Write(Utf8($"{chunk.Length:x}\r\n"));
            chunks.Write(chunk);
            chunks.Write("\r\n"u8);
        }

        chunks.Write("0\r\n\r\n"u8);
        return chunks.ToArray();
    }
}
