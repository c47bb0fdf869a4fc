using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace ArabicNews.Lucene;

/// <summary>Reads from one state of an index which story an article belongs to, and what else does; each story once.</summary>
internal sealed class StoryReader(IndexSearcher searcher)
{
    private readonly IList<AtomicReaderContext> _leaves = searcher.IndexReader.Leaves;
    private readonly Dictionary<string, StoryGroup> _read = new(StringComparer.Ordinal);

    /// <summary>The story of a document; null where stories are not grouped. Linear in the articles of the story and in the segments of the index.</summary>
    public StoryGroup? Read(int doc)
    {
        AtomicReaderContext leaf = _leaves[ReaderUtil.SubIndex(doc, _leaves)];
        if (IdOf(leaf.AtomicReader.GetSortedDocValues(ArticleDocument.Story), doc - leaf.DocBase) is not { } id) return null;
        if (!_read.TryGetValue(id, out StoryGroup story)) _read.Add(id, story = Read(id));
        return story;
    }

    /// <summary>The id of a document's story, in the column of its segment.</summary>
    public static string? IdOf(SortedDocValues? stories, int doc)
    {
        if (stories is null || stories.GetOrd(doc) < 0) return null;
        var id = new BytesRef();
        stories.Get(doc, id);
        return id.Utf8ToString();
    }

    private StoryGroup Read(string id)
    {
        int count = 0;
        Member? earliest = null, agency = null;
        foreach (AtomicReaderContext leaf in _leaves)
        {
            AtomicReader reader = leaf.AtomicReader;
            if (reader.GetTermDocsEnum(new Term(ArticleDocument.Story, id)) is not { } docs) continue;
            SortedDocValues keys = reader.GetSortedDocValues(ArticleDocument.Key);
            NumericDocValues? agencies = reader.GetNumericDocValues(ArticleDocument.AgencyCopy);
            var published = new PublishedColumn(reader);
            for (int doc = docs.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.NextDoc())
            {
                count++;
                var key = new BytesRef();
                keys.Get(doc, key);
                var member = new Member(published.TryGet(doc, out long ticks) ? ticks : long.MaxValue, key.Utf8ToString());
                if (earliest is null || member.IsBefore(earliest)) earliest = member;
                if (agencies?.Get(doc) == 1 && (agency is null || member.IsBefore(agency))) agency = member;
            }
        }

        return new StoryGroup(id, count, earliest!.Page, agency?.Page);
    }

    private sealed record Member(long Published, string Key)
    {
        public string Page => ArticleDocument.SplitKey(Key).Page;

        public bool IsBefore(Member other) => Published != other.Published ? Published < other.Published : string.CompareOrdinal(Key, other.Key) < 0;
    }
}
