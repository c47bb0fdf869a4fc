using System.Collections.Immutable;
using System.Text.Json;

namespace ArabicNews.Cli.Output;

/// <summary>Why mentions are mentions, for programs. The sentences are for people and may be worded otherwise tomorrow.</summary>
internal static class ExplanationJson
{
    public static void Write(Utf8JsonWriter json, EntityExplanation why, bool showsWords)
    {
        WriteMentions(json, "mentions"u8, why.Mentions, why.Extraction, showsWords);
        WriteMentions(json, "dropped"u8, why.Dropped, why.Extraction, showsWords);
    }

    private static void WriteMentions(Utf8JsonWriter json, ReadOnlySpan<byte> name, ImmutableArray<ExplainedMention> mentions, EntityExtraction found, bool showsWords)
    {
        json.WriteStartArray(name);
        foreach (ExplainedMention mention in mentions)
        {
            json.WriteStartObject();
            json.WriteSpan("span"u8, mention.Span);
            json.WriteString("text"u8, mention.Text);
            json.WriteString("kind"u8, JsonNames.Of(mention.Kind));
            if (mention.Entity is { } number)
            {
                Entity entity = found.Entities[number];
                json.WriteString("name"u8, entity.Name);
                json.WriteStringOrNothing("id"u8, entity.Id);
                json.WriteNumber("score"u8, MathF.Round(mention.Score, 4));
            }

            json.WriteStartArray("steps"u8);
            foreach (ExplainedStep step in mention.Steps)
            {
                json.WriteStartObject();
                json.WriteString("kind"u8, JsonNames.Of(step.Kind));
                json.WriteString("text"u8, step.Text);
                if (step.At is { } at) json.WriteSpan("at"u8, at);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            WritePlaces(json, mention.Places);
            if (showsWords) WriteWords(json, mention.Words);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WritePlaces(Utf8JsonWriter json, ImmutableArray<PlaceReading> places)
    {
        if (places.IsDefaultOrEmpty) return;
        json.WriteStartArray("readings"u8);
        foreach (PlaceReading reading in places)
        {
            json.WriteStartObject();
            EntityJson.WritePlace(json, reading.Place);
            json.WriteNumber("points"u8, Math.Round(reading.Points, 4));
            json.WriteStartObject("parts"u8);
            foreach (PlaceScorePart part in reading.Parts) json.WriteNumber(JsonNames.Of(part.Evidence), Math.Round(part.Points, 4));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteWords(Utf8JsonWriter json, ImmutableArray<TaggedWord> words)
    {
        if (words.IsDefaultOrEmpty) return;
        json.WriteStartArray("words"u8);
        foreach (TaggedWord word in words)
        {
            json.WriteStartObject();
            json.WriteSpan("span"u8, word.Span);
            json.WriteString("label"u8, word.Label);
            json.WriteString("text"u8, word.ToString());
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
