using Lucene.Net.Index;

namespace ArabicNews.Lucene;

/// <summary>
/// What the runs of letters that an article shares with the words of a query add to its score. Only articles that have one of the words are asked, and of those only such as could still be among the hits: that ranks as well
/// as asking all (the runs alone find too much), and takes next to no time.
/// </summary>
internal sealed class GramScorer
{
    // Whether an article has a run says more than how often. Best of a broad plateau on three sets of queries; see SEARCH.md.
    private const float Weight = 1.6f, K1 = 0.5f, B = 0.5f;

    private readonly TextStatistics _statistics;
    private readonly (IndexedTerm Term, float Weight)[] _grams;
    private readonly List<(DocsEnum Docs, float Weight)> _postings = [];
    private int[] _lengths = [];

    /// <param name="grams">Each run with how often the query has it.</param>
    /// <param name="statistics">Of the index.</param>
    public GramScorer(IReadOnlyDictionary<string, int> grams, TextStatistics statistics)
    {
        _statistics = statistics;
        _grams = [.. grams.OrderBy(gram => gram.Key, StringComparer.Ordinal).Select(gram => (Term: statistics.Find(ArticleDocument.Grams, gram.Key), gram.Value))
            .Where(gram => gram.Term.Count > 0).Select(gram => (gram.Term, Weight * gram.Value * (K1 + 1) * statistics.RarityOf(gram.Term.Count)))];
        Most = _grams.Sum(gram => gram.Weight) / (1 + (K1 * (1 - B)));
    }

    /// <summary>More than any article gets.</summary>
    public float Most { get; }

    public void SetNextReader(AtomicReaderContext context)
    {
        _postings.Clear();
        _lengths = _statistics.FactsOf(context).Lengths;
        foreach ((IndexedTerm term, float weight) in _grams)
            if (_statistics.PostingsOf(term, context, DocsFlags.NONE) is { } docs) _postings.Add((docs, weight));
    }

    /// <summary>What an article of the segment gets. Articles are asked in order.</summary>
    public float Score(int doc)
    {
        float sum = 0;
        foreach ((DocsEnum docs, float weight) in _postings)
            if ((docs.DocID < doc ? docs.Advance(doc) : docs.DocID) == doc) sum += weight;
        return sum == 0 ? 0 : sum / (1 + (K1 * (1 - B + (B * _lengths[doc] / _statistics.AverageLength))));
    }
}
