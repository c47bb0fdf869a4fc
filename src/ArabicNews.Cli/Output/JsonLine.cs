using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ArabicNews.Cli.Input;

namespace ArabicNews.Cli.Output;

/// <summary>Objects of JSON, one a line: Arabic as it is, control characters escaped. <c>"schema":1</c> comes first and changes when a key changes its meaning or goes.</summary>
internal static class JsonLine
{
    public const int Schema = 1;

    // Keys that the record has and the output too.
    private const string InputKey = "input";

    private const int LongestDescription = 1 << 20;

    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>A line that stands for no record.</summary>
    public static byte[] Render(Action<Utf8JsonWriter> members) => Render(members, s_options);

    /// <summary>The same in another way of writing strings.</summary>
    public static byte[] Render(Action<Utf8JsonWriter> members, JsonWriterOptions options)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, options))
        {
            writer.WriteStartObject();
            writer.WriteNumber("schema"u8, Schema);
            members(writer);
            writer.WriteEndObject();
        }

        return WithLineEnd(buffer);
    }

    /// <summary>
    /// The line of a record: schema, id, what the command writes, then what the record says of itself (title, url, date, source), so that the output can be the input of the next command, and the keys of the record that are none of
    /// ours. Of those the ones that the command writes too stand in an object <c>input</c>.
    /// </summary>
    public static byte[] Render(NewsRecord record, Action<NewsRecord, Utf8JsonWriter> members, bool keepsMetadata = true)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, s_options))
        {
            writer.WriteStartObject();
            writer.WriteNumber("schema"u8, Schema);
            writer.WriteString("id"u8, record.Id);
            members(record, writer);
            if (keepsMetadata) WriteMetadata(record, writer);
            if (record.Extra.Count > 0)
            {
                writer.Flush();
                WriteExtra(record, writer, KeysOf(buffer.WrittenSpan));
            }

            writer.WriteEndObject();
        }

        return WithLineEnd(buffer);
    }

    /// <summary>A record that came as JSON as a line of JSON again, so that it can be mended; null for one that is a file by itself, or very long.</summary>
    public static string? Describe(NewsRecord record)
    {
        string? content = record.Html ?? record.Text ?? record.Body;
        if (content is null || content.Length > LongestDescription) return null;
        var buffer = new ArrayBufferWriter<byte>(content.Length);
        using (var writer = new Utf8JsonWriter(buffer, s_options))
        {
            writer.WriteStartObject();
            writer.WriteString("id"u8, record.Id);
            writer.WriteString(record.Html is not null ? "html"u8 : record.Text is not null ? "text"u8 : "body"u8, content);
            WriteMetadata(record, writer);
            WritePairs(writer, record.Extra);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteMetadata(NewsRecord record, Utf8JsonWriter writer)
    {
        writer.WriteStringOrNothing("title"u8, record.Title);
        writer.WriteStringOrNothing("url"u8, record.Url?.OriginalString);
        if (record.Date is { } date) writer.WriteString("date"u8, date.Value.ToString(date.Precision == DatePrecision.Day ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture));
        writer.WriteStringOrNothing("source"u8, record.Source);
    }

    private static void WriteExtra(NewsRecord record, Utf8JsonWriter writer, HashSet<string> taken)
    {
        ILookup<bool, KeyValuePair<string, byte[]>> pairs = record.Extra.ToLookup(pair => taken.Contains(pair.Key) || pair.Key == InputKey);
        WritePairs(writer, pairs[false]);
        if (!pairs.Contains(true)) return;
        writer.WriteStartObject(InputKey);
        WritePairs(writer, pairs[true]);
        writer.WriteEndObject();
    }

    private static void WritePairs(Utf8JsonWriter writer, IEnumerable<KeyValuePair<string, byte[]>> pairs)
    {
        foreach ((string key, byte[] value) in pairs)
        {
            writer.WritePropertyName(key);
            writer.WriteRawValue(value, skipInputValidation: true);
        }
    }

    // The object is open yet, so it is read as far as it goes.
    private static HashSet<string> KeysOf(ReadOnlySpan<byte> written)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var reader = new Utf8JsonReader(written, isFinalBlock: false, default);
        while (reader.Read())
            if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 1) keys.Add(reader.GetString()!);
        return keys;
    }

    private static byte[] WithLineEnd(ArrayBufferWriter<byte> buffer)
    {
        buffer.Write("\n"u8);
        return buffer.WrittenSpan.ToArray();
    }
}
