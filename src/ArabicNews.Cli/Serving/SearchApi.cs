using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using ArabicNews.Cli.Output;
using ArabicNews.Lucene;

namespace ArabicNews.Cli.Serving;

/// <summary>The answers of <c>serve</c>: from a path and its query to a status and JSON. Knows no network. Thread-safe.</summary>
internal sealed class SearchApi(NewsIndex index, TimeSpan timeLimit)
{
    /// <summary>Hits, or values of a facet, that one answer has at most.</summary>
    public const int MaxLimit = 100;

    private const int DefaultLimit = 10;

    private static readonly string[] s_endpoints = ["/search?q=&limit=&order=relevance|newest&collapse=true", "/facets?q=&limit=&by=year|month|day", "/article?id=", "/health"];

    // What is special in HTML is escaped, so that an answer that is taken for a page is none.
    private static readonly JsonWriterOptions s_json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Answers one request.</summary>
    /// <param name="path">The path, from its slash on.</param>
    /// <param name="parameter">The first value of a parameter; null when it is not given.</param>
    public ApiAnswer Answer(string path, Func<string, string?> parameter)
    {
        try
        {
            return path switch
            {
                "/" => About(),
                "/health" => Health(),
                "/search" => Search(parameter),
                "/facets" => Facets(parameter),
                "/article" => Article(parameter),
                _ => ApiAnswer.Error(404, "There is /search, /facets, /article, /health."),
            };
        }
        catch (BadParameterException exception)
        {
            return ApiAnswer.Error(400, exception.Message);
        }
        catch (NewsIndexException exception)
        {
            return ApiAnswer.Error(503, exception.Problem == NewsIndexProblem.Damaged ? "The index is damaged." : "The index cannot be read.");
        }
    }

    private static ApiAnswer About() => ApiAnswer.Ok(json => json.WriteStrings("endpoints"u8, s_endpoints));

    private ApiAnswer Health()
    {
        int articles = index.Search(NewsQuery.All with { Limit = 0, FacetLimit = 0, Histogram = null, TimeLimit = timeLimit }).TotalCount;
        return ApiAnswer.Ok(json =>
        {
            json.WriteString("status"u8, "ok");
            json.WriteNumber("articles"u8, articles);
        });
    }

    private ApiAnswer Search(Func<string, string?> parameter)
    {
        NewsSearchResult result = index.Search(QueryOf(parameter) with
        {
            Limit = LimitOf(parameter),
            FacetLimit = 0,
            Histogram = null,
            CollapseStories = ChoiceOf(parameter, "collapse", "false", "true") == 1,
            Order = ChoiceOf(parameter, "order", "relevance", "newest") == 1 ? NewsOrder.Newest : NewsOrder.Relevance,
            TimeLimit = timeLimit,
        });
        return ApiAnswer.Ok(json =>
        {
            json.WriteNumber("total"u8, result.TotalCount);
            json.WriteBoolean("partial"u8, result.IsPartial);
            if (result.DidYouMean is { } other) json.WriteString("didYouMean"u8, other.Text);
            json.WriteStartArray("hits"u8);
            foreach (NewsHit hit in result.Hits)
            {
                json.WriteStartObject();
                SearchJson.WriteHit(json, hit);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
    }

    private ApiAnswer Facets(Func<string, string?> parameter)
    {
        DatePrecision? by = parameter("by") is null ? null : (DatePrecision)ChoiceOf(parameter, "by", "year", "month", "day");
        NewsSearchResult result = index.Search(QueryOf(parameter) with { Limit = 0, FacetLimit = LimitOf(parameter), Histogram = by, TimeLimit = timeLimit });
        return ApiAnswer.Ok(json =>
        {
            json.WriteNumber("total"u8, result.TotalCount);
            json.WriteBoolean("partial"u8, result.IsPartial);
            json.WriteStartArray("facets"u8);
            foreach ((string facet, FacetCount value) in SearchJson.FacetsOf(result.Facets))
            {
                json.WriteStartObject();
                SearchJson.WriteFacet(json, facet, value);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("dates"u8);
            foreach (DateCount bar in result.Histogram)
            {
                json.WriteStartObject();
                json.WriteString("date"u8, SearchJson.DateOf(bar.Start, by ?? DatePrecision.Day));
                json.WriteNumber("count"u8, bar.Count);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
    }

    private ApiAnswer Article(Func<string, string?> parameter)
    {
        string id = parameter("id") ?? throw new BadParameterException("/article needs id.");
        var articles = index.GetArticles(id);
        return articles.Length == 0 ? ApiAnswer.Error(404, "No article has this id.") : ApiAnswer.Ok(json =>
        {
            json.WriteStartArray("articles"u8);
            foreach (NewsIndexArticle article in articles)
            {
                json.WriteStartObject();
                SearchJson.WriteArticle(json, article);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
    }

    private static NewsQuery QueryOf(Func<string, string?> parameter)
    {
        string text = parameter("q") ?? "";
        return text.Length <= NewsQuery.MaxLength ? NewsQuery.Parse(text) : throw new BadParameterException($"q has at most {NewsQuery.MaxLength} characters.");
    }

    private static int LimitOf(Func<string, string?> parameter)
    {
        if (parameter("limit") is not { } text) return DefaultLimit;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int limit) && limit <= MaxLimit ? limit : throw new BadParameterException($"limit is a number up to {MaxLimit}.");
    }

    // The place of a parameter's value among the words it may have; 0 without one.
    private static int ChoiceOf(Func<string, string?> parameter, string name, params string[] words)
    {
        if (parameter(name) is not { } word) return 0;
        int place = Array.IndexOf(words, word);
        return place >= 0 ? place : throw new BadParameterException($"{name} is {string.Join(" or ", words)}.");
    }

    private sealed class BadParameterException(string message) : Exception(message);

    /// <summary>A status and its JSON.</summary>
    /// <param name="Status">As in HTTP.</param>
    /// <param name="Body">UTF-8.</param>
    internal readonly record struct ApiAnswer(int Status, ReadOnlyMemory<byte> Body)
    {
        public static ApiAnswer Ok(Action<Utf8JsonWriter> members) => Of(200, members);

        public static ApiAnswer Error(int status, string message) => Of(status, json => json.WriteString("error"u8, message));

        private static ApiAnswer Of(int status, Action<Utf8JsonWriter> members) => new(status, JsonLine.Render(members, s_json));
    }
}
