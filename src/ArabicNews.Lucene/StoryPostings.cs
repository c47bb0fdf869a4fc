using System.Runtime.InteropServices;

namespace ArabicNews.Lucene;

/// <summary>Which articles have a band term: for each term a list of at most <see cref="MaxArticles"/>, the newest first. Eight to sixteen bytes each, in one array.</summary>
internal sealed class StoryPostings
{
    /// <summary>
    /// A term keeps its newest articles only. What so many different stories share is a stock phrase («خادم الحرمين الشريفين الملك سلمان»), or somebody floods the index; copies follow their story within days.
    /// </summary>
    public const int MaxArticles = 64;

    private const int None = -1;

    private readonly Dictionary<uint, int> _heads = [];
    private Entry[] _entries = new Entry[16];
    private int _used;
    private int _free = None;

    public void Add(StoryMember article)
    {
        foreach (uint term in article.Signature.BandTerms)
        {
            ref int head = ref CollectionsMarshal.GetValueRefOrAddDefault(_heads, term, out bool exists);
            head = Take(article, exists ? head : None);
            CutBehind(head);
        }
    }

    public void Remove(StoryMember article)
    {
        foreach (uint term in article.Signature.BandTerms)
        {
            if (!_heads.TryGetValue(term, out int at)) continue;
            int before = None;
            while (at != None && _entries[at].Article != article) (before, at) = (at, _entries[at].Next);
            if (at == None) continue;
            int next = _entries[at].Next;
            if (before != None) _entries[before].Next = next;
            else if (next != None) _heads[term] = next;
            else _heads.Remove(term);
            Give(at);
        }
    }

    /// <summary>Counts for each article how many of the terms it has.</summary>
    public void Count(ReadOnlySpan<uint> terms, Dictionary<StoryMember, int> counts)
    {
        foreach (uint term in terms)
        {
            if (!_heads.TryGetValue(term, out int at)) continue;
            for (; at != None; at = _entries[at].Next) CollectionsMarshal.GetValueRefOrAddDefault(counts, _entries[at].Article!, out _)++;
        }
    }

    private int Take(StoryMember article, int next)
    {
        int at = _free;
        if (at != None) _free = _entries[at].Next;
        else
        {
            if (_used == _entries.Length) Array.Resize(ref _entries, _entries.Length * 2);
            at = _used++;
        }

        _entries[at] = new Entry { Article = article, Next = next };
        return at;
    }

    private void CutBehind(int at)
    {
        for (int i = 1; i < MaxArticles && at != None; i++) at = _entries[at].Next;
        if (at == None) return;
        int rest = _entries[at].Next;
        _entries[at].Next = None;
        while (rest != None)
        {
            int next = _entries[rest].Next;
            Give(rest);
            rest = next;
        }
    }

    private void Give(int at)
    {
        _entries[at] = new Entry { Next = _free };
        _free = at;
    }

    private struct Entry
    {
        public StoryMember? Article;
        public int Next;
    }
}
