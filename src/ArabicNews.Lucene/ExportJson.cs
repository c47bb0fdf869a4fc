using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace ArabicNews.Lucene;

/// <summary>JSON for other engines: letters of all scripts as they are, and people and places.</summary>
internal static class ExportJson
{
    private static readonly JsonWriterOptions s_line = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };
    private static readonly JsonWriterOptions s_lines = s_line with { Indented = true, NewLine = "\n" };

    /// <summary>A value on one line, without a line feed.</summary>
    public static string OneLine(Action<Utf8JsonWriter> write) => Write(s_line, write);

    /// <summary>A value on indented lines, each with its line feed.</summary>
    public static string Lines(Action<Utf8JsonWriter> write) => Write(s_lines, write) + "\n";

    /// <summary>Who or what is named, with where it stands in the article's text as [start, end).</summary>
    public static void WriteEntity(Utf8JsonWriter json, ExportText article, Entity entity, bool withKind = false)
    {
        json.WriteStartObject();
        if (withKind) json.WriteString("type", entity.Kind == EntityKind.Person ? "person" : "place");
        WriteOptional(json, "id", ExportNames.IdOf(entity));
        json.WriteString("name", entity.Name);
        WriteOptional(json, "name_en", ExportNames.EnglishOf(entity));
        WriteOptional(json, "role", entity.Role);
        if (entity.Place is { } place)
        {
            if (place.CountryCode.Length > 0) json.WriteString("country", place.CountryCode);
            json.WriteString("kind", ExportNames.Of(place.Kind));
            if (double.IsFinite(place.Latitude) && double.IsFinite(place.Longitude))
            {
                json.WriteStartObject("location");
                json.WriteNumber("lat", place.Latitude);
                json.WriteNumber("lon", place.Longitude);
                json.WriteEndObject();
            }
        }

        json.WriteStartArray("mentions");
        foreach (TextSpan mention in article.MentionsOf(entity))
        {
            json.WriteStartArray();
            json.WriteNumberValue(mention.Start);
            json.WriteNumberValue(mention.End);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void WriteOptional(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null) json.WriteString(name, value);
    }

    private static string Write(JsonWriterOptions options, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, options)) write(json);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
