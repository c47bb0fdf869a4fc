using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace ArabicNews;

/// <summary>
/// Writes an article in the two vocabularies that newsrooms and search engines read: schema.org's <c>NewsArticle</c> as JSON-LD, and IPTC ninjs 3.0. Thread-safe; free of reflection, so that it may be
/// trimmed and compiled ahead of time. The same article gives the same document, in any culture.
/// </summary>
/// <remarks>
/// Documents hold no line break and none of the characters that end a script or a tag (<c>&lt; &gt; &amp; '</c>): they are escaped, and so is a lone surrogate, to U+FFFD. Arabic is written as it is.
/// A document may therefore stand in a <c>script</c> element of a page.
/// </remarks>
public static class NewsArticleJson
{
    // Arabic letters stay readable; what is special in HTML is escaped whatever the ranges.
    private static readonly NewsArticleJsonContext s_context = new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    });

    /// <summary>
    /// The article as a <c>NewsArticle</c> of schema.org, for <c>&lt;script type="application/ld+json"&gt;</c>. Dates are written as exactly as they are known (a year, a month, a day, a minute) and without
    /// a zone where the page prints none; photographers and translators are contributors, agencies and sources <c>sourceOrganization</c>, entities <c>mentions</c>.
    /// </summary>
    /// <param name="page">The page; what it says of itself (address, site, language) is written for its main article only.</param>
    /// <param name="article">The page's main article or one of its related ones.</param>
    /// <param name="entities">What <see cref="EntityExtractor"/> found in it; null leaves mentions out.</param>
    /// <exception cref="ArgumentNullException"><paramref name="page"/> or <paramref name="article"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A span of the article does not lie inside the page's text: it is another page's article.</exception>
    public static string ToJsonLd(NewsPage page, Article article, EntityExtraction? entities = null) =>
        JsonSerializer.Serialize(JsonLdArticle.From(new ExportedArticle(page, article, entities)), s_context.JsonLdArticle);

    /// <summary>
    /// The article as a news item of IPTC ninjs 3.0. Its <c>uri</c> is the address that the page gives for itself, else the one it was fetched from, else a UUID (version 8) made from the article's words, which is
    /// the same for the same words. The standard knows only moments, so a day stands as its first one; a month or a year is left out. <c>representationType</c> is <c>partial</c> for a page behind a wall or cut.
    /// </summary>
    /// <inheritdoc cref="ToJsonLd" path="/param"/>
    /// <inheritdoc cref="ToJsonLd" path="/exception"/>
    public static string ToNinjs(NewsPage page, Article article, EntityExtraction? entities = null) =>
        JsonSerializer.Serialize(NinjsItem.From(new ExportedArticle(page, article, entities)), s_context.NinjsItem);
}

[JsonSerializable(typeof(JsonLdArticle))]
[JsonSerializable(typeof(NinjsItem))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class NewsArticleJsonContext : JsonSerializerContext;
