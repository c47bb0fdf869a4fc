namespace ArabicNews;

/// <summary>Finds the people, places and organizations that a text names. Immutable and thread-safe.</summary>
public sealed class EntityExtractor(EntityExtractorOptions? options = null)
{
    private readonly EntityExtractorOptions _options = options ?? EntityExtractorOptions.Default;

    /// <summary>An extractor with the default settings.</summary>
    public static EntityExtractor Default { get; } = new();

    /// <summary>Finds what a plain text names.</summary>
    public EntityExtraction Extract(string text) => throw new NotImplementedException(_options.ToString());

    /// <summary>Finds what one article of a page names; spans are into <paramref name="text"/>, the page's whole text.</summary>
    public EntityExtraction Extract(Article article, string text) => throw new NotImplementedException(_options.ToString());
}
