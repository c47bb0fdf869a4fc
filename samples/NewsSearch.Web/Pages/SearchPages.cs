using ArabicNews.Lucene;
using Microsoft.AspNetCore.Http.HttpResults;
using NewsSearch.Web.News;
using NewsSearch.Web.Search;

namespace NewsSearch.Web.Pages;

/// <summary>The pages that people see. They are rendered here and need no script; with it, <c>/results</c> is fetched as one types.</summary>
internal static class SearchPages
{
    public static void MapSearchPages(this IEndpointRouteBuilder app)
    {
        RouteGroupBuilder pages = app.MapGroup("").ExcludeFromDescription();
        pages.MapGet("/", ([AsParameters] SearchParameters parameters, SearchService search) => new RazorComponentResult<SearchPage>(new { Answer = search.Search(parameters) }));
        pages.MapGet("/results", ([AsParameters] SearchParameters parameters, SearchService search) => new RazorComponentResult<Results>(new { Answer = search.Search(parameters) }));
        pages.MapGet("/article/{**id}", IResult ([AsParameters] SearchParameters parameters, string id, SearchService search, ArticleReader reader, int number = 0) =>
        {
            if (reader.Read(id, number) is not { } article) return NotFound();
            (IReadOnlyList<NewsHit> copies, IReadOnlyList<NewsHit> similar) = search.FindNear(article);
            return new RazorComponentResult<ArticlePage>(new { Article = article, Copies = copies, Similar = similar, Parameters = parameters });
        });
        pages.MapFallback(NotFound);
    }

    private static RazorComponentResult<NotFoundPage> NotFound() => new() { StatusCode = StatusCodes.Status404NotFound };
}
