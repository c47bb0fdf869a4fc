namespace ArabicNews.Lucene;

/// <summary>The articles of an index that carry the same wire copy as a hit, the hit among them; see <see cref="StoryGrouper"/>.</summary>
/// <param name="Id">For <see cref="NewsQuery.Story"/>. It stays the same as long as the index has an article of the story.</param>
/// <param name="Count">How many articles of the index carry it; 1 for an article without copies.</param>
/// <param name="Earliest">The id of the page that published it first; undated ones come last, and of one moment the ordinal order of ids decides.</param>
/// <param name="AgencyCopy">The id of the first page among them that is an agency's own, by <see cref="PageMetadata.SiteName"/>; null without one.</param>
public sealed record NewsStory(string Id, int Count, string Earliest, string? AgencyCopy);
