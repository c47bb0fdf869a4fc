using System.Globalization;
using System.Text.Json;
using ArabicNews.Lucene;

namespace ArabicNews.Cli.Output;

/// <summary>What a search finds as JSON, the same for <c>index</c> and <c>serve</c>. Spans are <c>[start, end)</c> in UTF-16 code units of the text beside them.</summary>
internal static class SearchJson
{
    /// <summary>The members of a hit.</summary>
    public static void WriteHit(Utf8JsonWriter json, NewsHit hit)
    {
        json.WriteString("id"u8, hit.Id);
        json.WriteNumber("number"u8, hit.Number);
        json.WriteNumber("score"u8, hit.Score);
        if (hit.Headline is { } headline)
        {
            json.WritePropertyName("headline"u8);
            WriteSnippet(json, headline);
        }

        json.WriteStartArray("snippets"u8);
        foreach (Snippet snippet in hit.Snippets) WriteSnippet(json, snippet);
        json.WriteEndArray();
        WriteFacts(json, hit.Published, hit.PublishedPrecision, hit.Url, hit.Section, hit.Sources, hit.Tags);
        if (hit.Story is not { } story) return;
        json.WriteStartObject("story"u8);
        WriteStory(json, story);
        json.WriteEndObject();
    }

    /// <summary>The members of a story.</summary>
    public static void WriteStory(Utf8JsonWriter json, StoryGroup story)
    {
        json.WriteString("id"u8, story.Id);
        json.WriteNumber("count"u8, story.Count);
        json.WriteString("earliest"u8, story.Earliest);
        json.WriteStringOrNothing("agencyCopy"u8, story.AgencyCopy);
    }

    /// <summary>The members of an article.</summary>
    public static void WriteArticle(Utf8JsonWriter json, NewsIndexArticle article)
    {
        json.WriteString("id"u8, article.Id);
        json.WriteNumber("number"u8, article.Number);
        WriteFacts(json, article.Published, article.PublishedPrecision, article.Url, article.Section, article.Sources, article.Tags);
        json.WriteString("text"u8, article.Text);
        json.WriteStartArray("parts"u8);
        foreach (ArticlePart part in article.Parts)
        {
            json.WriteStartObject();
            json.WriteString("kind"u8, JsonNames.Of(part.Kind));
            json.WriteSpan("span"u8, part.Span);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>One value of a facet with its count.</summary>
    public static void WriteFacet(Utf8JsonWriter json, string facet, FacetCount value)
    {
        json.WriteString("facet"u8, facet);
        json.WriteString("name"u8, value.Name);
        json.WriteStringOrNothing("id"u8, value.Id);
        json.WriteNumber("count"u8, value.Count);
        if (value.Place is not { } place) return;
        json.WriteString("country"u8, place.CountryCode);
        json.WriteNumber("latitude"u8, place.Latitude);
        json.WriteNumber("longitude"u8, place.Longitude);
    }

    /// <summary>All facets of a result with their names, in the order people read them.</summary>
    public static IEnumerable<(string Facet, FacetCount Value)> FacetsOf(NewsFacets facets) =>
        facets.People.Select(value => ("person", value)).Concat(facets.Places.Select(value => ("place", value))).Concat(facets.Countries.Select(value => ("country", value)))
            .Concat(facets.Sources.Select(value => ("source", value))).Concat(facets.Sections.Select(value => ("section", value)));

    /// <summary>A moment, no finer than it is known; the zone where a time of day is.</summary>
    public static string DateOf(DateTimeOffset date, DatePrecision precision) => date.ToString(precision switch
    {
        DatePrecision.Year => "yyyy",
        DatePrecision.Month => "yyyy-MM",
        DatePrecision.Day => "yyyy-MM-dd",
        _ => "yyyy-MM-dd'T'HH:mm:sszzz",
    }, CultureInfo.InvariantCulture);

    private static void WriteFacts(Utf8JsonWriter json, DateTimeOffset? published, DatePrecision precision, string? url, string? section, IEnumerable<string> sources, IEnumerable<string> tags)
    {
        if (published is { } date) json.WriteString("published"u8, DateOf(date, precision));
        json.WriteStringOrNothing("url"u8, url);
        json.WriteStringOrNothing("section"u8, section);
        json.WriteStrings("sources"u8, sources);
        json.WriteStrings("tags"u8, tags);
    }

    private static void WriteSnippet(Utf8JsonWriter json, Snippet snippet)
    {
        json.WriteStartObject();
        json.WriteString("text"u8, snippet.Text);
        json.WriteStartArray("matches"u8);
        foreach (TextSpan match in snippet.Matches) json.WriteSpanValue(match);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
