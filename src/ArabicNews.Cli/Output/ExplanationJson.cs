using System.Collections.Immutable;
using System.Text.Json;

namespace ArabicNews.Cli.Output;

/// <summary>Writes why a text's names are names.</summary>
internal static class ExplanationJson
{
    public static void Write(Utf8JsonWriter json, EntityExplanation why)
    {
        json.WriteStartArray("mentions"u8);
        foreach (ExplainedMention mention in why.Mentions) Write(json, mention, why.Extraction.Entities[mention.Entity!.Value]);
        json.WriteEndArray();
        json.WriteStartArray("dropped"u8);
        foreach (ExplainedMention mention in why.Dropped) Write(json, mention, null);
        json.WriteEndArray();
        json.WriteNumber("explainedTo"u8, why.End);
    }

    private static void Write(Utf8JsonWriter json, ExplainedMention mention, Entity? entity)
    {
        json.WriteStartObject();
        json.WriteSpan("span"u8, mention.Span);
        json.WriteString("text"u8, mention.Text);
        json.WriteString("kind"u8, JsonNames.Of(mention.Kind));
        if (entity is not null)
        {
            json.WriteString("name"u8, entity.Name);
            json.WriteStringOrNothing("id"u8, entity.Id);
            WriteNumber(json, "score"u8, mention.Score);
            json.WriteStartArray("evidence"u8);
            foreach (string evidence in JsonNames.FlagsOf(mention.Evidence)) json.WriteStringValue(evidence);
            json.WriteEndArray();
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
        if (!mention.Places.IsDefaultOrEmpty) WriteReadings(json, mention.Places);
        if (!mention.Words.IsDefaultOrEmpty) WriteWords(json, mention.Words);
        json.WriteEndObject();
    }

    private static void WriteReadings(Utf8JsonWriter json, ImmutableArray<PlaceReading> readings)
    {
        json.WriteStartArray("readings"u8);
        foreach (PlaceReading reading in readings)
        {
            json.WriteStartObject();
            EntityJson.WritePlace(json, reading.Place);
            WriteNumber(json, "points"u8, reading.Points);
            json.WriteStartObject("parts"u8);
            foreach (PlaceScorePart part in reading.Parts) WriteNumber(json, JsonNames.Of(part.Evidence), part.Points);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteWords(Utf8JsonWriter json, ImmutableArray<TaggedWord> words)
    {
        json.WriteStartArray("words"u8);
        foreach (TaggedWord word in words)
        {
            json.WriteStartObject();
            json.WriteSpan("span"u8, word.Span);
            json.WriteString("text"u8, word.Text);
            json.WriteString("label"u8, word.Label);
            WriteBelief(json, "alone"u8, word.Alone);
            WriteBelief(json, "belief"u8, word.Belief);
            json.WriteStartArray("features"u8);
            foreach (TagFeature feature in word.Features)
            {
                json.WriteStartObject();
                json.WriteString("what"u8, feature.What);
                WriteNumber(json, "points"u8, feature.Points);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteBelief(Utf8JsonWriter json, ReadOnlySpan<byte> name, TagBelief belief)
    {
        json.WriteStartObject(name);
        WriteNumber(json, "person"u8, belief.Person);
        WriteNumber(json, "place"u8, belief.Place);
        WriteNumber(json, "organization"u8, belief.Organization);
        json.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter json, ReadOnlySpan<byte> name, double value) => json.WriteNumber(name, Math.Round(value, 4));

    private static void WriteNumber(Utf8JsonWriter json, string name, double value) => json.WriteNumber(name, Math.Round(value, 4));
}
