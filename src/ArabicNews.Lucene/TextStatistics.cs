using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace ArabicNews.Lucene;

/// <summary>What weighing a word takes beside the word: how many articles there are and how long. Of one state of the index; those deleted but not yet merged away still count, as in all of Lucene. For one search on one thread.</summary>
internal sealed class TextStatistics
{
    private readonly IndexSearcher _searcher;
    private readonly SegmentCache _segments;
    private readonly Dictionary<(string Field, string Term), IndexedTerm> _found = [];
    private readonly Dictionary<(string Field, int Segment), TermsEnum?> _dictionaries = [];

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

    /// <summary>Where a term stands. Asked once for each term: it takes a look into every segment.</summary>
    public IndexedTerm Find(string field, string term)
    {
        if (_found.TryGetValue((field, term), out IndexedTerm found)) return found;
        var bytes = new BytesRef(term);
        var states = new TermContext(_searcher.TopReaderContext);
        foreach (AtomicReaderContext leaf in _searcher.IndexReader.Leaves)
            if (DictionaryOf(field, leaf) is { } terms && terms.SeekExact(bytes)) states.Register(terms.GetTermState(), leaf.Ord, terms.DocFreq, terms.TotalTermFreq);
        return _found[(field, term)] = new IndexedTerm(field, bytes, states);
    }

    /// <summary>The articles of a segment that have a term; null when none has.</summary>
    public DocsEnum? PostingsOf(in IndexedTerm term, AtomicReaderContext segment, DocsFlags flags)
    {
        if (term.States.Get(segment.Ord) is not { } state || DictionaryOf(term.Field, segment) is not { } terms) return null;
        terms.SeekExact(term.Bytes, state);
        return terms.Docs(null, null, flags);
    }

    /// <summary>How much a word says that this many articles have: BM25's, which is above zero for every word.</summary>
    public float RarityOf(long articles)
    {
        long all = Math.Max(_searcher.IndexReader.MaxDoc, articles);
        return (float)Math.Log(1 + ((all - articles + 0.5) / (articles + 0.5)));
    }

    // One for each field and segment, since they are large.
    private TermsEnum? DictionaryOf(string field, AtomicReaderContext leaf)
    {
        if (!_dictionaries.TryGetValue((field, leaf.Ord), out TermsEnum? terms))
            _dictionaries.Add((field, leaf.Ord), terms = leaf.AtomicReader.GetTerms(field)?.GetEnumerator());
        return terms;
    }
}

/// <summary>A term and where it stands in each segment.</summary>
internal readonly record struct IndexedTerm(string Field, BytesRef Bytes, TermContext States)
{
    /// <summary>How many articles have it.</summary>
    public int Count => States.DocFreq;
}
