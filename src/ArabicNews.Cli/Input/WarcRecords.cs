using System.Globalization;

namespace ArabicNews.Cli.Input;

/// <summary>
/// The pages of a web archive (WARC 1.0 and 1.1, ISO 28500): HTML that a server answered with 200, HTML kept as a resource, and the plain text of WET files. Everything else in an archive (requests, pictures, metadata) is passed over.
/// </summary>
internal static class WarcRecords
{
    private const int MaxHeaderLength = 1 << 16;
    private const int MaxHeaders = 1000;

    public static IEnumerable<ReadItem> Read(InputFile file)
    {
        for (long number = 1; ReadHeader(file.Bytes) is { } header; number++)
        {
            if (!header.TryGetValue("content-length", out string? written) || !long.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out long length))
                throw new InvalidDataException($"record {number} does not say how long it is");
            Kind kind = KindOf(header);
            if (kind != Kind.None && length > file.Options.MaxRecordLength)
            {
                yield return file.TooLarge(number);
                kind = Kind.None;
            }

            if (kind == Kind.None)
            {
                if (!file.Bytes.Skip(length)) throw new InvalidDataException($"record {number} is cut off");
                continue;
            }

            byte[] block = file.Bytes.ReadBlock((int)length);
            if (block.Length < length) throw new InvalidDataException($"record {number} is cut off");
            if (ToItem(file, number, header, kind, block) is { } item) yield return item;
        }
    }

    private static ReadItem? ToItem(InputFile file, long number, Dictionary<string, string> header, Kind kind, byte[] block)
    {
        string? uri = header.GetValueOrDefault("warc-target-uri")?.Trim('<', '>');
        var record = new NewsRecord
        {
            Origin = file.Name,
            Line = number,
            Id = uri is { Length: > 0 } ? uri : header.GetValueOrDefault("warc-record-id") ?? file.DefaultId(number),
            Url = Uri.TryCreate(uri, UriKind.Absolute, out Uri? url) ? url : null,
            Fetched = DateTimeOffset.TryParse(header.GetValueOrDefault("warc-date"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset fetched) ? fetched : null,
        };
        if (kind == Kind.Text) return TextBytes.TryDecode(block, null, out string? text) ? new ReadItem(record with { Text = text }, null) : file.Failed(number, "text that is not UTF-8");
        if (kind == Kind.Page) return new ReadItem(record with { HtmlBytes = block, Charset = CharsetOf(header.GetValueOrDefault("content-type")) }, null);
        try
        {
            return HttpAnswer.TryRead(block, file.Options.MaxRecordLength, out byte[]? page, out string? charset) ? new ReadItem(record with { HtmlBytes = page, Charset = charset }, null) : null;
        }
        catch (InvalidDataException exception)
        {
            return new ReadItem(null, new RecordError(file.Name, number, exception.Message) { Id = record.Id });
        }
    }

    // Null at the end of the file.
    private static Dictionary<string, string>? ReadHeader(ByteReader bytes)
    {
        byte[]? line;
        do
        {
            if (!bytes.TryReadLine(MaxHeaderLength, out line)) return null;
        }
        while (line is { Length: 0 });

        if (line is null || !line.AsSpan().StartsWith("WARC/"u8)) throw new InvalidDataException("there is no WARC record where one should begin");
        var header = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (bytes.TryReadLine(MaxHeaderLength, out line) && line is not { Length: 0 })
            if (header.Count < MaxHeaders) HttpAnswer.AddHeader(header, line);
        return header;
    }

    private static Kind KindOf(Dictionary<string, string> header)
    {
        string type = header.GetValueOrDefault("content-type") ?? "";
        return header.GetValueOrDefault("warc-type")?.ToLowerInvariant() switch
        {
            "response" when type.StartsWith("application/http", StringComparison.OrdinalIgnoreCase) => Kind.Answer,
            "response" or "resource" when HttpAnswer.IsHtml(type) => Kind.Page,
            "conversion" when type.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase) => Kind.Text,
            _ => Kind.None,
        };
    }

    private static string? CharsetOf(string? type) => type is null ? null : HttpAnswer.CharsetOf(type);

    private enum Kind
    {
        None,
        /// <summary>An HTTP message with a page in it.</summary>
        Answer,
        Page,
        Text,
    }
}
