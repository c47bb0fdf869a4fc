using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ArabicNews.Cli.Input;

/// <summary>
/// A record out of a line of JSON: <c>id</c>; one of <c>html</c>, <c>text</c>, <c>body</c>; <c>title</c>, <c>url</c>, <c>date</c> (ISO 8601), <c>source</c>. A null is a key that is not there; other keys are kept as they are written.
/// </summary>
internal static class JsonRecord
{
    private static readonly string[] s_days = ["yyyy-MM-dd", "yyyyMMdd"];

    private static readonly string[] s_moments =
    [
        "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mmK", "yyyy-MM-dd HH:mm:ss.FFFFFFF", "yyyy-MM-dd HH:mm:ss.FFFFFFFK",
    ];

    /// <exception cref="FormatException">The line is no such record; the message says what is wrong.</exception>
    public static NewsRecord Read(ReadOnlySpan<byte> line, string origin, long number, string defaultId)
    {
        try
        {
            return ReadObject(line, origin, number, defaultId);
        }
        catch (JsonException exception)
        {
            string reason = exception.Message;
            int position = reason.IndexOf(" LineNumber:", StringComparison.Ordinal);
            throw new FormatException($"not JSON at byte {exception.BytePositionInLine ?? 0}: {(position < 0 ? reason : reason[..position])}", exception);
        }
    }

    /// <summary>A date as ISO 8601 writes it, a day or a moment; one without an offset is in UTC.</summary>
    public static RecordDate? ParseDate(string date)
    {
        const DateTimeStyles Styles = DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowTrailingWhite | DateTimeStyles.AllowLeadingWhite;
        if (DateTimeOffset.TryParseExact(date, s_days, CultureInfo.InvariantCulture, Styles, out DateTimeOffset day)) return new RecordDate(day, DatePrecision.Day);
        return DateTimeOffset.TryParseExact(date, s_moments, CultureInfo.InvariantCulture, Styles, out DateTimeOffset moment) ? new RecordDate(moment, DatePrecision.Second) : null;
    }

    private static NewsRecord ReadObject(ReadOnlySpan<byte> line, string origin, long number, string defaultId)
    {
        var reader = new Utf8JsonReader(line, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Disallow });
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) throw new FormatException("not a JSON object");
        string? id = null, html = null, text = null, body = null, title = null, source = null, url = null, date = null;
        var extra = new List<KeyValuePair<string, byte[]>>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string key = JsonText.Read(ref reader);
            reader.Read();
            switch (key)
            {
                case "id": id = ReadId(ref reader); break;
                case "html": html = ReadText(ref reader, key); break;
                case "text": text = ReadText(ref reader, key); break;
                case "body": body = ReadText(ref reader, key); break;
                case "title": title = ReadText(ref reader, key); break;
                case "url": url = ReadText(ref reader, key); break;
                case "date": date = ReadText(ref reader, key); break;
                case "source": source = ReadText(ref reader, key); break;
                default:
                    int start = (int)reader.TokenStartIndex;
                    reader.Skip();
                    extra.Add(new(key, line[start..(int)reader.BytesConsumed].ToArray()));
                    break;
            }
        }

        // Nothing but white space may follow the object.
        while (reader.Read()) { }
        int bodies = (html is null ? 0 : 1) + (text is null ? 0 : 1) + (body is null ? 0 : 1);
        if (bodies != 1) throw new FormatException(bodies == 0 ? "none of the keys html, text and body" : "more than one of the keys html, text and body");
        return new NewsRecord
        {
            Origin = origin,
            Line = number,
            Id = id ?? defaultId,
            Html = html,
            Text = text,
            Body = body,
            Title = title,
            Source = source,
            Url = url is null ? null : Uri.TryCreate(url, UriKind.Absolute, out Uri? uri) ? uri : throw new FormatException("the url is no absolute address"),
            Date = date is null ? null : ParseDate(date) ?? throw new FormatException("the date is not ISO 8601 (2024-03-12 or 2024-03-12T08:30:00+03:00)"),
            Extra = extra,
        };
    }

    private static string? ReadId(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Number => Encoding.UTF8.GetString(reader.ValueSpan),
        JsonTokenType.String when JsonText.Read(ref reader) is { Length: > 0 } id => id,
        JsonTokenType.Null => null,
        _ => throw new FormatException("the id is neither a number nor a string of one character or more"),
    };

    private static string? ReadText(ref Utf8JsonReader reader, string key) => reader.TokenType switch
    {
        JsonTokenType.String => JsonText.Read(ref reader),
        JsonTokenType.Null => null,
        _ => throw new FormatException($"the value of {key} is no string"),
    };
}
