using System.Collections.Immutable;
using System.Numerics;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace ArabicNews.Lucene;

/// <summary>A word to look for: the terms it may stand as, each of which adds to its weight.</summary>
/// <param name="Terms">Terms of <see cref="ArticleDocument.Text"/>.</param>
/// <param name="Weight">How often the query has it.</param>
/// <param name="AreAlternatives">Whether the terms are different words, of which the rarest must not outweigh the rest (<c>وزار*</c>): all weigh as one that is as frequent as they are together.</param>
internal sealed record QueryWord(IReadOnlyList<string> Terms, float Weight = 1, bool AreAlternatives = false);

/// <summary>
/// Articles that have any of some words, or all, by BM25 over all terms. Lucene merges posting lists through a heap, one article at a time, which for words of three terms each takes several times as long as to read
/// them; here each list is read through a window of articles before the next one is, and sums stand in an array. Where all words are asked for, the rarest is read, and the others skip to the articles that have those before.
/// </summary>
internal sealed class WordsQuery(ImmutableArray<QueryWord> words, bool all, TextStatistics statistics, SearchClock clock) : Query
{
    public ImmutableArray<QueryWord> Words => words;

    /// <summary>Whether every word must occur.</summary>
    public bool All => all;

    /// <summary>These words and those of <paramref name="other"/>; both ask for all of theirs.</summary>
    public WordsQuery With(WordsQuery other) => new([.. words, .. other.Words], all, statistics, clock);

    public override Weight CreateWeight(IndexSearcher searcher) => new WordsWeight(this, statistics, clock);

    public override string ToString(string field) => string.Join(all ? " AND " : " OR ", words.Select(word => string.Join('|', word.Terms)));

    private sealed class WordsWeight : Weight
    {
        private readonly WordsQuery _query;
        private readonly TextStatistics _statistics;
        private readonly SearchClock _clock;
        private readonly (IndexedTerm Term, float Weight, int Word)[] _terms;
        private float _boost = 1;

        public WordsWeight(WordsQuery query, TextStatistics statistics, SearchClock clock)
        {
            (_query, _statistics, _clock) = (query, statistics, clock);
            var terms = new List<(IndexedTerm, float, int)>();
            for (int word = 0; word < query.Words.Length; word++)
            {
                QueryWord looked = query.Words[word];
                IndexedTerm[] found = [.. looked.Terms.Select(term => statistics.Find(ArticleDocument.Text, term))];
                long together = looked.AreAlternatives ? found.Sum(term => (long)term.Count) : 0;
                foreach (IndexedTerm term in found)
                    terms.Add((term, looked.Weight * (NewsSimilarity.K1 + 1) * statistics.RarityOf(looked.AreAlternatives ? together : term.Count), word));
            }

            _terms = [.. terms];
        }

        public override Query Query => _query;

        public override float GetValueForNormalization() => 1;

        public override void Normalize(float norm, float topLevelBoost) => _boost = _query.Boost * topLevelBoost;

        public override Scorer? GetScorer(AtomicReaderContext context, IBits acceptDocs)
        {
            var words = new List<List<Posting>>();
            int lastWord = -1;
            foreach ((IndexedTerm term, float weight, int word) in _terms)
            {
                if (_statistics.PostingsOf(term, context, DocsFlags.FREQS) is not { } docs) continue;
                if (words.Count == 0 || (_query.All && word != lastWord)) words.Add([]);
                words[^1].Add(new Posting(docs, weight * _boost));
                lastWord = word;
            }

            if (words.Count == 0 || (_query.All && words.Count < _query.Words.Length)) return null;
            Posting[][] rarestFirst = [.. words.OrderBy(word => word.Sum(posting => posting.Docs.GetCost())).Select(word => word.ToArray())];
            return new WordsScorer(this, rarestFirst, acceptDocs, _statistics.FactsOf(context).Lengths, _statistics.AverageLength, _clock);
        }

        public override Explanation Explain(AtomicReaderContext context, int doc)
        {
            Scorer? scorer = GetScorer(context, context.AtomicReader.LiveDocs);
            bool found = scorer is not null && scorer.Advance(doc) == doc;
            return new Explanation(found ? scorer!.GetScore() : 0, _query.ToString());
        }
    }

    private readonly record struct Posting(DocsEnum Docs, float Weight);

    /// <summary>Articles that have one of the postings of each word; for any of several words, those of all are one.</summary>
    private sealed class WordsScorer : Scorer
    {
        private const int WindowSize = 2048;
        private const float ShortestFactor = NewsSimilarity.K1 * (1 - NewsSimilarity.B);

        private readonly Posting[][] _words;
        private readonly IBits? _accepted;
        private readonly int[] _lengths;
        private readonly float _perWord;
        private readonly SearchClock _clock;
        private readonly float[] _scores = new float[WindowSize];
        private ulong[] _matched = new ulong[WindowSize / 64];
        private ulong[] _matchedNext = new ulong[WindowSize / 64];
        private int _window = -WindowSize;
        private int _doc = -1;

        public WordsScorer(Weight weight, Posting[][] words, IBits? accepted, int[] lengths, float averageLength, SearchClock clock)
            : base(weight)
        {
            (_words, _accepted, _lengths, _clock) = (words, accepted, lengths, clock);
            _perWord = NewsSimilarity.K1 * NewsSimilarity.B / averageLength;
        }

        public override int DocID => _doc;

        public override int Freq => _words.Length;

        public override float GetScore() => _scores[_doc - _window];

        public override long GetCost() => _words[0].Sum(posting => posting.Docs.GetCost());

        public override int NextDoc() => Advance(_doc + 1);

        public override int Advance(int target)
        {
            while (true)
            {
                if (target >= _window + WindowSize && !Fill(target)) return _doc = NO_MORE_DOCS;
                for (int i = Math.Max(target - _window, 0); i < WindowSize; i = (i | 63) + 1)
                {
                    ulong left = _matched[i >> 6] & (ulong.MaxValue << i);
                    if (left == 0) continue;
                    return _doc = _window + (i & ~63) + BitOperations.TrailingZeroCount(left);
                }

                target = _window + WindowSize;
            }
        }

        // Reads the window in which the rarest word next stands from target on. False when it does no more.
        private bool Fill(int target)
        {
            int first = NO_MORE_DOCS;
            foreach (Posting posting in _words[0])
                first = Math.Min(first, posting.Docs.DocID < target ? posting.Docs.Advance(target) : posting.Docs.DocID);
            if (first == NO_MORE_DOCS || _clock.Check()) return false;
            Array.Clear(_matched);
            Array.Clear(_scores);
            _window = first & ~(WindowSize - 1);
            foreach (Posting posting in _words[0]) Add(posting);
            foreach (Posting[] word in _words.AsSpan(1))
            {
                Array.Clear(_matchedNext);
                foreach (Posting posting in word) AddToMatched(posting);
                (_matched, _matchedNext) = (_matchedNext, _matched);
            }

            if (_accepted is { } accepted) DropDeleted(accepted);
            return true;
        }

        private void Add(Posting posting)
        {
            int end = (int)Math.Min((long)_window + WindowSize, _lengths.Length);
            for (int doc = posting.Docs.DocID; doc < end; doc = posting.Docs.NextDoc())
            {
                int i = doc - _window;
                _scores[i] += WeightIn(posting, doc);
                _matched[i >> 6] |= 1UL << i;
            }
        }

        private void AddToMatched(Posting posting)
        {
            int at = posting.Docs.DocID;
            for (int block = 0; block < _matched.Length; block++)
                for (ulong left = _matched[block]; left != 0; left &= left - 1)
                {
                    int i = (block * 64) + BitOperations.TrailingZeroCount(left), doc = _window + i;
                    if (at < doc) at = posting.Docs.Advance(doc);
                    if (at != doc) continue;
                    _scores[i] += WeightIn(posting, doc);
                    _matchedNext[block] |= 1UL << i;
                }
        }

        private float WeightIn(Posting posting, int doc)
        {
            float frequency = posting.Docs.Freq;
            return posting.Weight * frequency / (frequency + ShortestFactor + (_perWord * _lengths[doc]));
        }

        private void DropDeleted(IBits accepted)
        {
            for (int block = 0; block < _matched.Length; block++)
                for (ulong left = _matched[block]; left != 0; left &= left - 1)
                    if (!accepted.Get(_window + (block * 64) + BitOperations.TrailingZeroCount(left))) _matched[block] &= ~(left & (0 - left));
        }
    }
}
