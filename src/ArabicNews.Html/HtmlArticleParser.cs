namespace ArabicNews.Html;

/// <summary>Finds the articles in an HTML page. Immutable and thread-safe.</summary>
public sealed class HtmlArticleParser(ArticleParserOptions? options = null)
{
    private readonly ArticleParserOptions _options = options ?? ArticleParserOptions.Default;

    /// <summary>A parser with the default settings.</summary>
    public static HtmlArticleParser Default { get; } = new();

    /// <summary>Parses a page.</summary>
    public NewsPage Parse(string html, Uri? source = null, CancellationToken cancellationToken = default) => throw new NotImplementedException(_options.Outlet);
}
