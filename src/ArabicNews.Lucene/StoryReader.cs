using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace ArabicNews.Lucene;

/// <summary>Reads from an index which story an article belongs to, and what else does.</summary>
internal static class StoryReader
{
    /// <summary>The story of a document; null where stories are not grouped. Linear in the articles of the story and in the segments of the index.</summary>
    public static NewsStory? Read(IndexSearcher searcher, int doc)
    {
        IList<AtomicReaderContext> leaves = searcher.IndexReader.Leaves;
        AtomicReaderContext leaf = leaves[ReaderUtil.SubIndex(doc, leaves)];
        if (Of(leaf.AtomicReader.GetSortedDocValues(ArticleDocument.Story), doc - leaf.DocBase) is not { } id) return null;
        int count = 0;
        Member? earliest = null, agency = null;
        foreach (AtomicReaderContext each in leaves)
        {
            AtomicReader reader = each.AtomicReader;
            if (reader.GetTermDocsEnum(new Term(ArticleDocument.Story, id)) is not { } docs) continue;
            SortedDocValues keys = reader.GetSortedDocValues(ArticleDocument.Key);
            NumericDocValues? published = reader.GetNumericDocValues(ArticleDocument.Published), agencies = reader.GetNumericDocValues(ArticleDocument.AgencyCopy);
            IBits? dated = reader.GetDocsWithField(ArticleDocument.Published);
            for (int member = docs.NextDoc(); member != DocIdSetIterator.NO_MORE_DOCS; member = docs.NextDoc())
            {
                count++;
                var key = new BytesRef();
                keys.Get(member, key);
                var found = new Member(published is not null && dated!.Get(member) ? published.Get(member) : long.MaxValue, key.Utf8ToString());
                if (earliest is null || found.IsBefore(earliest)) earliest = found;
                if (agencies?.Get(member) == 1 && (agency is null || found.IsBefore(agency))) agency = found;
            }
        }

        return new NewsStory(id, count, earliest!.Page, agency?.Page);
    }

    /// <summary>The id of a document's story, in the column of its segment.</summary>
    public static string? Of(SortedDocValues? stories, int doc)
    {
        if (stories is null || stories.GetOrd(doc) < 0) return null;
        var id = new BytesRef();
        stories.Get(doc, id);
        return id.Utf8ToString();
    }

    private sealed record Member(long Published, string Key)
    {
        public string Page => Key[..Key.IndexOf('\0', StringComparison.Ordinal)];

        public bool IsBefore(Member other) => Published != other.Published ? Published < other.Published : string.CompareOrdinal(Key, other.Key) < 0;
    }
}
