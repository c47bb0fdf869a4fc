using System.Text.Json.Serialization;
using ArabicNews;
using ArabicNews.Lucene;
using Microsoft.AspNetCore.Http.HttpResults;
using NewsSearch.Web.News;

namespace NewsSearch.Web.Search;

/// <summary>The JSON side of the site. Matches are pairs of offsets, [start, end), in UTF-16 code units of the text beside them.</summary>
internal static class SearchApi
{
    public static void MapSearchApi(this IEndpointRouteBuilder app)
    {
        RouteGroupBuilder api = app.MapGroup("/api").WithTags("search");
        api.MapGet("/search", ([AsParameters] SearchParameters parameters, SearchService search) => TypedResults.Ok(SearchResponse.Of(search.Search(parameters))))
            .WithName("search").WithSummary("Finds articles").ProducesValidationProblem();
        api.MapGet("/articles/{**id}", Results<ContentHttpResult, NotFound> (string id, ArticleReader reader, int number = 0) => reader.Read(id, number) is { } article
                ? TypedResults.Text(NewsArticleJson.ToJsonLd(article.Page, article.Article, article.Entities), "application/ld+json")
                : TypedResults.NotFound())
            .WithName("article").WithSummary("An article as schema.org NewsArticle, with whom and what it mentions").Produces(StatusCodes.Status200OK, contentType: "application/ld+json");
    }
}

/// <summary>What a search found. Counts are over all articles found.</summary>
internal sealed record SearchResponse(
    int Total, bool IsPartial, bool IsIndexing, string? DidYouMean, IReadOnlyList<HitResponse> Hits,
    IReadOnlyList<FacetResponse> People, IReadOnlyList<FacetResponse> Places, IReadOnlyList<FacetResponse> Sources, IReadOnlyList<DayResponse> Days)
{
    public static SearchResponse Of(SearchAnswer answer) => new(
        answer.Result.TotalCount, answer.Result.IsPartial, !answer.IsReady, answer.Result.DidYouMean?.Text, [.. answer.Result.Hits.Select(HitResponse.Of)],
        FacetResponse.Of(answer.Result.Facets.People), FacetResponse.Of(answer.Result.Facets.Places), FacetResponse.Of(answer.Result.Facets.Sources),
        [.. answer.Result.Histogram.Select(day => new DayResponse(day.Day, day.Count))]);
}

internal sealed record HitResponse(
    string Id, int Number, TextResponse? Headline, IReadOnlyList<TextResponse> Snippets, DateTimeOffset? Published, string? PublishedPrecision,
    IReadOnlyList<string> Sources, string? Section, string? Url, string? Story, int StoryCount)
{
    public static HitResponse Of(NewsHit hit) => new(
        hit.Id, hit.Number, hit.Headline is { } headline ? TextResponse.Of(headline) : null, [.. hit.Snippets.Select(TextResponse.Of)], hit.Published,
        hit.Published is null ? null : hit.PublishedPrecision.ToString(), hit.Sources, hit.Section, hit.Url, hit.Story?.Id, hit.Story?.Count ?? 1);
}

internal sealed record TextResponse(string Text, int[][] Matches)
{
    public static TextResponse Of(Snippet snippet) => new(snippet.Text, [.. snippet.Matches.Select(match => new[] { match.Start, match.End })]);
}

internal sealed record FacetResponse(string Name, string? Id, int Count, string? EnglishName, string? CountryCode, double? Latitude, double? Longitude)
{
    public static IReadOnlyList<FacetResponse> Of(IEnumerable<FacetCount> facet) =>
        [.. facet.Select(one => new FacetResponse(one.Name, one.Id, one.Count, one.Place?.EnglishName, one.Place?.CountryCode, one.Place?.Latitude, one.Place?.Longitude))];
}

internal readonly record struct DayResponse(DateOnly Day, int Count);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SearchResponse))]
internal sealed partial class SearchJson : JsonSerializerContext;
