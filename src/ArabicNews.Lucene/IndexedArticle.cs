using Lucene.Net.Documents;

namespace ArabicNews.Lucene;

/// <summary>An article on its way into the index: its document, which lacks only its story, and what finds that.</summary>
/// <param name="Document">The document.</param>
/// <param name="StoryKey">What the article is called among stories: the id of its page, for related articles with NUL and its number behind it.</param>
/// <param name="Signature">What its body is known by; null where stories are not grouped.</param>
/// <param name="Published">When it was published, if that is known.</param>
/// <param name="IsAgencyCopy">Whether the page is the agency's own.</param>
internal sealed record IndexedArticle(Document Document, string StoryKey, StorySignature? Signature, DateTimeOffset? Published, bool IsAgencyCopy);
