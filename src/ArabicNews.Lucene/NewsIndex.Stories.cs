using System.Globalization;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace ArabicNews.Lucene;

/// <content>Which articles carry the same wire copy.</content>
public sealed partial class NewsIndex
{
    // Filled from the index by the first write; null where stories are not grouped.
    private readonly Lazy<StoryGrouper>? _stories;

    private static string StoryKeyOf(string id, int number) => number == 0 ? id : string.Create(CultureInfo.InvariantCulture, $"{id}\0{number}");

    // The site of an agency calls itself by the agency's name and no other.
    private static bool IsAgencySite(PageMetadata metadata) =>
        metadata.SiteName is { } site && Byline.TryParse(site, null, out Byline? byline) && byline.Agencies.Length > 0 && byline.Outlets.IsEmpty && byline.Persons.IsEmpty;

    // Of two pages that are added under one id at once, the index may keep the one and the groups the other until the index is opened again.
    private void PutIntoStories(string id, List<IndexedArticle> articles)
    {
        if (_stories?.Value is not { } stories) return;
        for (int number = 0; stories.Remove(StoryKeyOf(id, number)) || number == 0; number++)
        {
        }

        foreach (IndexedArticle article in articles)
        {
            if (article.Signature is not { } signature) continue;
            StoryGroup story = stories.Add(article.StoryKey, signature, article.Published, article.IsAgencyCopy);
            ArticleDocument.AddStory(article.Document, story.Id, signature, article.IsAgencyCopy);
        }
    }

    private StoryGrouper RestoreStories()
    {
        var stories = new StoryGrouper();
        IndexSearcher searcher = _searchers.Acquire();
        try
        {
            foreach (AtomicReaderContext leaf in searcher.IndexReader.Leaves) RestoreStories(leaf.AtomicReader, stories);
        }
        finally
        {
            _searchers.Release(searcher);
        }

        return stories;
    }

    private static void RestoreStories(AtomicReader reader, StoryGrouper stories)
    {
        SortedDocValues? ids = reader.GetSortedDocValues(ArticleDocument.Story), keys = reader.GetSortedDocValues(ArticleDocument.Key);
        BinaryDocValues? signatures = reader.GetBinaryDocValues(ArticleDocument.Signature);
        NumericDocValues? agencies = reader.GetNumericDocValues(ArticleDocument.AgencyCopy);
        if (ids is null || keys is null || signatures is null) return;
        IBits? live = reader.LiveDocs;
        var published = new PublishedColumn(reader);
        BytesRef key = new(), signature = new();
        for (int doc = 0; doc < reader.MaxDoc; doc++)
        {
            if (live?.Get(doc) == false || StoryReader.IdOf(ids, doc) is not { } id) continue;
            keys.Get(doc, key);
            signatures.Get(doc, signature);
            (string page, int number) = ArticleDocument.SplitKey(key.Utf8ToString());
            DateTimeOffset? when = published.TryGet(doc, out long ticks) ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;
            stories.Restore(StoryKeyOf(page, number), id, StorySignature.FromBytes(signature.Bytes.AsSpan(signature.Offset, signature.Length)), when, agencies?.Get(doc) == 1);
        }
    }
}
