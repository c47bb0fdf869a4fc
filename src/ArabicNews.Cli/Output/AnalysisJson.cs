using System.Text.Json;
using ArabicNews.Lucene;

namespace ArabicNews.Cli.Output;

/// <summary>Writes what becomes of the words of a text.</summary>
internal static class AnalysisJson
{
    public static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> name, AnalysisExplanation explanation)
    {
        json.WriteStartObject(name);
        json.WriteString("text"u8, explanation.Text);
        json.WriteStartArray("words"u8);
        foreach (ExplainedWord word in explanation.Words) Write(json, word);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ExplainedWord word)
    {
        json.WriteStartObject();
        json.WriteString("text"u8, word.Text);
        json.WriteSpan("span"u8, word.Span);
        json.WriteString("normalized"u8, word.Normalized);
        json.WriteBoolean("stopWord"u8, word.IsStopWord);
        json.WriteStartArray("segments"u8);
        foreach (ExplainedSegment segment in word.Segments)
        {
            json.WriteStartObject();
            json.WriteString("text"u8, segment.Text);
            json.WriteString("kind"u8, JsonNames.Of(segment.Kind));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("stem"u8, word.Stem);
        json.WriteString("skeleton"u8, word.Skeleton);
        json.WriteStrings("terms"u8, word.Terms);
        json.WriteEndObject();
    }
}
