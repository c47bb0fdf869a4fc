using System.Text.Json;

namespace ArabicNews.Lucene;

/// <summary>People and places as JSON for other engines.</summary>
internal static class ExportJson
{
    /// <summary>Who or what is named, with where it stands in the article's text as [start, end).</summary>
    public static void WriteEntity(Utf8JsonWriter json, ExportText article, Entity entity, bool withKind = false)
    {
        json.WriteStartObject();
        if (withKind) json.WriteString("type", entity.Kind == EntityKind.Person ? "person" : "place");
        WriteOptional(json, "id", entity.Place?.Id ?? entity.Id);
        json.WriteString("name", entity.Name);
        WriteOptional(json, "name_en", entity.Place?.EnglishName ?? entity.EnglishName);
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
}
