using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace ArabicNews.Lucene;

/// <summary>An article that was found: its document in the whole index, and what it is ordered by; its story where only one article of each is kept.</summary>
internal sealed record FoundArticle(int Doc, float Score, long Published, BytesRef Key, string? Story = null);

/// <summary>
/// Keeps the best articles that a query finds behind a given one, counts all, and shows all to the facets. The score of an article is that of its words, and what <see cref="GramScorer"/> adds, times what
/// <see cref="NewsRecency"/> takes.
/// </summary>
internal sealed class HitCollector(NewsQuery query, GramScorer grams, FacetCollector facets, SearchClock clock) : ICollector
{
    private const int ClockInterval = 1024;

    private readonly bool _newestFirst = query.Order == NewsOrder.Newest;
    private readonly NewsRecency? _recency = query.Recency;
    private readonly FoundArticle? _after = query.After is { } after ? new FoundArticle(-1, after.Score, after.Published, new BytesRef(after.Key)) : null;

    // A heap, the last of the kept first.
    private readonly PriorityQueue<FoundArticle, FoundArticle> _kept = new(Comparer<FoundArticle>.Create(query.Order == NewsOrder.Newest ? CompareNewest : CompareRelevance));
    private readonly HashSet<string> _shownStories = [.. query.After?.Stories ?? []];
    private readonly Dictionary<string, FoundArticle> _keptStories = new(StringComparer.Ordinal);
    private Scorer? _scorer;
    private NumericDocValues? _published;
    private SortedDocValues? _keys;
    private SortedDocValues? _stories;
    private int _base;
    private int _afterOrd;
    private int _lastOrd;

    public int TotalCount { get; private set; }

    public bool AcceptsDocsOutOfOrder => false;

    /// <summary>The kept articles, best first.</summary>
    public List<FoundArticle> Hits()
    {
        var hits = new List<FoundArticle>();
        while (_kept.TryDequeue(out FoundArticle? hit, out _)) hits.Add(hit);
        hits.Reverse();
        return hits;
    }

    public void SetScorer(Scorer scorer) => _scorer = scorer;

    public void SetNextReader(AtomicReaderContext context)
    {
        if (clock.Check()) throw new CollectionTerminatedException();
        facets.SetNextReader(context);
        grams.SetNextReader(context);
        _base = context.DocBase;
        _published = context.AtomicReader.GetNumericDocValues(ArticleDocument.Published);
        _keys = context.AtomicReader.GetSortedDocValues(ArticleDocument.Key);
        _stories = query.CollapseStories ? context.AtomicReader.GetSortedDocValues(ArticleDocument.Story) : null;
        _afterOrd = _after is null ? 0 : OrdOf(_after.Key);
        _lastOrd = _kept.Count > 0 ? OrdOf(_kept.Peek().Key) : 0;
    }

    public void Collect(int doc)
    {
        if (++TotalCount % ClockInterval == 0 && clock.Check())
        {
            TotalCount--;
            throw new CollectionTerminatedException();
        }

        facets.Collect(doc);
        if (query.Limit == 0) return;
        bool isFull = _kept.Count == query.Limit;
        FoundArticle? last = isFull ? _kept.Peek() : null;
        long published = (_newestFirst || _recency is not null) && _published is not null ? _published.Get(doc) : 0;
        float words = _scorer!.GetScore();
        if (last is not null && (_newestFirst ? published < last.Published : words + grams.Most < last.Score)) return;
        float score = (words + grams.Score(doc)) * (_recency?.FactorOf(published) ?? 1);
        if (_after is not null && !IsBehind(doc, score, published, _after, _afterOrd)) return;
        if (last is not null && IsBehind(doc, score, published, last, _lastOrd)) return;
        var key = new BytesRef();
        _keys!.Get(doc, key);
        Keep(new FoundArticle(_base + doc, score, published, BytesRef.DeepCopyOf(key), StoryReader.IdOf(_stories, doc)));
    }

    // Of a story the better of two articles is kept. Whatever was dropped for one of them had better ones of as many stories as are asked for before it.
    private void Keep(FoundArticle found)
    {
        if (found.Story is { } story)
        {
            if (_shownStories.Contains(story)) return;
            if (_keptStories.TryGetValue(story, out FoundArticle? other))
            {
                if (_kept.Comparer.Compare(found, other) <= 0) return;
                _kept.Remove(other, out _, out _);
            }

            _keptStories[story] = found;
        }

        if (_kept.Count == query.Limit && _kept.Dequeue().Story is { } dropped) _keptStories.Remove(dropped);
        _kept.Enqueue(found, found);
        if (_kept.Count == query.Limit) _lastOrd = OrdOf(_kept.Peek().Key);
    }

    // Keys are compared by their place in the segment, since most articles of a query without words are equal in all else. The other key is the last that stands before `ord`.
    private bool IsBehind(int doc, float score, long published, FoundArticle other, int ord)
    {
        if (_newestFirst && published != other.Published) return published < other.Published;
        return score != other.Score ? score < other.Score : _keys!.GetOrd(doc) >= ord;
    }

    // How many keys of the segment do not stand behind this one.
    private int OrdOf(BytesRef key)
    {
        if (_keys is null) return 0;
        int ord = _keys.LookupTerm(key);
        return ord >= 0 ? ord + 1 : -ord - 1;
    }

    private static int CompareRelevance(FoundArticle? a, FoundArticle? b)
    {
        int order = a!.Score.CompareTo(b!.Score);
        return order != 0 ? order : b.Key.CompareTo(a.Key);
    }

    private static int CompareNewest(FoundArticle? a, FoundArticle? b)
    {
        int order = a!.Published.CompareTo(b!.Published);
        return order != 0 ? order : CompareRelevance(a, b);
    }
}
