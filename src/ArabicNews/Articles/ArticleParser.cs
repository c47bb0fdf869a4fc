namespace ArabicNews;

/// <summary>Finds the articles in the text of a page. Immutable and thread-safe.</summary>
public sealed class ArticleParser(ArticleParserOptions? options = null)
{
    private readonly ArticleParserOptions _options = options ?? ArticleParserOptions.Default;

    /// <summary>A parser with the default settings.</summary>
    public static ArticleParser Default { get; } = new();

    /// <summary>Parses the text of a crawled page, one block per line.</summary>
    public NewsPage Parse(string text) => throw new NotImplementedException(_options.Outlet);

    /// <summary>Parses a page whose blocks are known; <see cref="NewsPage.Text"/> is their texts joined by one line feed each.</summary>
    public NewsPage Parse(ReadOnlySpan<TextBlock> blocks, PageMetadata metadata) => throw new NotImplementedException(_options.Outlet);
}
