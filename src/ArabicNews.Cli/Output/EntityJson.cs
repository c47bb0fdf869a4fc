using System.Text.Json;

namespace ArabicNews.Cli.Output;

/// <summary>Writes what a text names.</summary>
internal static class EntityJson
{
    public static void Write(Utf8JsonWriter json, EntityExtraction found, string text)
    {
        json.WriteStartArray("entities"u8);
        foreach (Entity entity in found.Entities) Write(json, entity, text);
        json.WriteEndArray();
        if (found.Nationalities.IsDefaultOrEmpty) return;
        json.WriteStartArray("nationalities"u8);
        foreach (Nationality nationality in found.Nationalities)
        {
            json.WriteStartObject();
            json.WriteString("countryCode"u8, nationality.CountryCode);
            json.WriteSpan("span"u8, nationality.Span);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void WritePlace(Utf8JsonWriter json, PlaceInfo place)
    {
        json.WriteStartObject("place"u8);
        json.WriteString("id"u8, place.Id);
        json.WriteString("name"u8, place.Name);
        json.WriteString("englishName"u8, place.EnglishName);
        json.WriteString("kind"u8, JsonNames.Of(place.Kind));
        if (place.CountryCode.Length > 0) json.WriteString("countryCode"u8, place.CountryCode);
        json.WriteStringOrNothing("subdivision"u8, place.Subdivision);
        json.WriteNumber("latitude"u8, place.Latitude);
        json.WriteNumber("longitude"u8, place.Longitude);
        if (place.Population > 0) json.WriteNumber("population"u8, place.Population);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Entity entity, string text)
    {
        json.WriteStartObject();
        json.WriteString("kind"u8, JsonNames.Of(entity.Kind));
        json.WriteString("name"u8, entity.Name);
        json.WriteStringOrNothing("englishName"u8, entity.EnglishName);
        json.WriteStringOrNothing("id"u8, entity.Id);
        json.WriteStringOrNothing("role"u8, entity.Role);
        if (entity.Place is { } place) WritePlace(json, place);
        json.WriteStartArray("mentions"u8);
        foreach (Mention mention in entity.Mentions)
        {
            json.WriteStartObject();
            json.WriteSpan("span"u8, mention.Span);
            json.WriteString("text"u8, mention.Span.In(text));
            json.WriteNumber("score"u8, MathF.Round(mention.Score, 4));
            json.WriteStrings("evidence"u8, JsonNames.FlagsOf(mention.Evidence));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
