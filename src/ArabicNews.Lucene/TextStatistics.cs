using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace ArabicNews.Lucene;

/// <summary>What weighing a word takes beside the word: how many articles there are and how long. Of one state of the index; those deleted but not yet merged away still count, as in all of Lucene.</summary>
internal sealed class TextStatistics
{
    private readonly IndexSearcher _searcher;
    private readonly SegmentCache _segments;

    public TextStatistics(IndexSearcher searcher, SegmentCache segments)
    {
        (_searcher, _segments) = (searcher, segments);
        long total = 0, count = 0;
        foreach (AtomicReaderContext leaf in searcher.IndexReader.Leaves)
        {
            total += FactsOf(leaf).TotalLength;
            count += leaf.AtomicReader.MaxDoc;
        }

        AverageLength = total == 0 ? 1 : (float)total / count;
    }

    /// <summary>Words of an article in the mean; 1 for an index without words.</summary>
    public float AverageLength { get; }

    /// <summary>The facets of the index; all segments have been read.</summary>
    public FacetNames FacetNames => _segments.Names;

    public WordList Words(SearchClock clock) => new(_searcher.IndexReader, clock);

    public SegmentFacts FactsOf(AtomicReaderContext leaf) => _segments.Get(leaf.AtomicReader);

    /// <summary>Where a term stands; the weight of one that is in no article does not matter.</summary>
    public IndexedTerm Find(string field, string term)
    {
        var looked = new Term(field, term);
        return new IndexedTerm(looked.Bytes, TermContext.Build(_searcher.TopReaderContext, looked));
    }

    /// <summary>How much a word says that this many articles have: BM25's, which is above zero for every word.</summary>
    public float RarityOf(long articles)
    {
        long all = Math.Max(_searcher.IndexReader.MaxDoc, articles);
        return (float)Math.Log(1 + ((all - articles + 0.5) / (articles + 0.5)));
    }
}

/// <summary>A term and where it stands in each segment.</summary>
internal readonly record struct IndexedTerm(BytesRef Bytes, TermContext States)
{
    /// <summary>How many articles have it.</summary>
    public int Count => States.DocFreq;

    /// <summary>The articles of a segment that have it; null when none has.</summary>
    public DocsEnum? Postings(AtomicReaderContext segment, TermsEnum dictionary, DocsFlags flags)
    {
        if (States.Get(segment.Ord) is not { } state) return null;
        dictionary.SeekExact(Bytes, state);
        return dictionary.Docs(null, null, flags);
    }
}
