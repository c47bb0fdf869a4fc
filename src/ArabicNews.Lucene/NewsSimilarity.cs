using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;

namespace ArabicNews.Lucene;

/// <summary>How fields are weighed: BM25 everywhere, but that <see cref="ArticleDocument.Text"/>, which only <see cref="WordsQuery"/> reads, has its exact length as norm.</summary>
internal sealed class NewsSimilarity : PerFieldSimilarityWrapper
{
    public const float K1 = 1.2f, B = 0.75f;

    private readonly BM25Similarity _bm25 = new(K1, B);
    private readonly ExactLength _exactLength = new();

    public override Similarity Get(string name) => name == ArticleDocument.Text ? _exactLength : _bm25;

    private sealed class ExactLength : Similarity
    {
        // Terms at one position are one word.
        public override long ComputeNorm(FieldInvertState state) => state.Length - state.NumOverlap;

        public override SimWeight ComputeWeight(float queryBoost, CollectionStatistics collectionStats, params TermStatistics[] termStats) => throw NotReadHere();

        public override SimScorer GetSimScorer(SimWeight weight, AtomicReaderContext context) => throw NotReadHere();

        private static NotSupportedException NotReadHere() => new($"The field {ArticleDocument.Text} is for {nameof(WordsQuery)} alone.");
    }
}
