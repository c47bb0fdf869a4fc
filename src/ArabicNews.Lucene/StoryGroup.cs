namespace ArabicNews.Lucene;

/// <summary>Articles that carry the same wire copy, as they are at one moment. In a hit of an index the ids of articles are those of their pages.</summary>
/// <param name="Id">Its id, which stays the same as long as it has articles: that of its first article.</param>
/// <param name="Count">How many articles it has; an article without copies is a group by itself.</param>
/// <param name="Earliest">The id of the article that was published first; undated ones come last, and of one moment the ordinal order of ids decides.</param>
/// <param name="AgencyCopy">The id of the earliest article that is the agency's own copy; null without one.</param>
public readonly record struct StoryGroup(string Id, int Count, string Earliest, string? AgencyCopy);
