using ArabicNews;
using Microsoft.Extensions.Caching.Memory;

namespace NewsSearch.Web.News;

/// <summary>An article as it is read: the page it stands on, and who and where it names.</summary>
/// <param name="Id">The id of the page.</param>
/// <param name="Number">0 for the main article of the page, else the place of a related one.</param>
public sealed record ArticleView(string Id, int Number, NewsPage Page, Article Article, EntityExtraction Entities)
{
    public string Title => TitleOf(Page, Article);

    public string TextOf(TextSpan span) => span.In(Page.Text).ToString();

    /// <summary>The headline, or the first words of an article that has none.</summary>
    public static string TitleOf(NewsPage page, Article article)
    {
        ReadOnlySpan<char> words = (article.Headline ?? article.Lede ?? article.Span).In(page.Text);
        return words.Length <= 160 ? words.ToString() : string.Concat(words[..160], "…");
    }
}

/// <summary>
/// Reads articles again from their files. The index holds what a search shows; a whole page takes some milliseconds to parse, so only those that were read lately are kept.
/// </summary>
internal sealed class ArticleReader(NewsFolder folder, IMemoryCache cache)
{
    /// <summary>How much text of articles is kept, in UTF-16 code units.</summary>
    public const long CacheSize = 8 << 20;

    /// <summary>Null where there is no such article, or its file is gone.</summary>
    public ArticleView? Read(string id, int number)
    {
        if (cache.TryGetValue((id, number), out ArticleView? kept)) return kept;
        if (ReadFile(id, number) is not { } article) return null;
        return cache.Set((id, number), article, new MemoryCacheEntryOptions { Size = article.Page.Text.Length, AbsoluteExpirationRelativeToNow = TimeSpan.FromMinutes(10) });
    }

    private ArticleView? ReadFile(string id, int number)
    {
        try
        {
            if (folder.Read(id) is not { } page) return null;
            Article? article = number == 0 ? page.Main : number > 0 && number <= page.Related.Length ? page.Related[number - 1] : null;
            return article is null ? null : new ArticleView(id, number, page, article, EntityExtractor.Default.Extract(article, page.Text));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
