namespace ArabicNews;

/// <summary>
/// What the other places of a text where a word stands tell of it: how much the first pass believed there that it is of a person's, place's or body's name. A short form beside strangers is known by the whole name
/// some lines away.
/// </summary>
internal sealed class DocumentEvidence
{
    /// <summary>Places so many words away on either side are heard: beyond, a text may have come to another subject.</summary>
    public const int Reach = 300;

    /// <summary>Unit of beliefs.</summary>
    public const int Whole = 1000;

    private readonly Dictionary<ulong, List<int>> _placesOf = [];
    private readonly List<List<int>> _places = [];
    private Belief[] _beliefs = [];
    private Belief[] _others = [];
    private int _count;

    /// <summary>Sums over the other places of a word within <see cref="Reach"/>.</summary>
    public readonly record struct Belief(int Count, int Person, int Place, int Organization)
    {
        public readonly int Count = Count;
        public readonly int Person = Person;
        public readonly int Place = Place;
        public readonly int Organization = Organization;
    }

    /// <summary>Adds a word: what it is remembered by, and the first pass's probabilities of its labels.</summary>
    public void Add(ulong key, ReadOnlySpan<float> probabilities)
    {
        if (!_placesOf.TryGetValue(key, out List<int>? places))
        {
            _placesOf.Add(key, places = []);
            _places.Add(places);
        }

        places.Add(_count);
        if (_count == _beliefs.Length) Array.Resize(ref _beliefs, Math.Max(64, _count * 2));
        _beliefs[_count++] = new Belief(1, Sum(probabilities, EntityKind.Person), Sum(probabilities, EntityKind.Place), Sum(probabilities, EntityKind.Organization));
    }

    /// <summary>Sums up, in time linear in the words, however often one comes again.</summary>
    public void Close()
    {
        _others = new Belief[_count];
        foreach (List<int> places in _places)
        {
            int first = 0, end = 0;
            var sum = default(Belief);
            for (int i = 0; i < places.Count; i++)
            {
                for (; end < places.Count && places[end] <= places[i] + Reach; end++) sum = Plus(sum, _beliefs[places[end]], 1);
                for (; places[first] < places[i] - Reach; first++) sum = Plus(sum, _beliefs[places[first]], -1);
                _others[places[i]] = Plus(sum, _beliefs[places[i]], -1);
            }
        }
    }

    public Belief Of(int word) => _others[word];

    /// <summary>What the first pass believed of a word by itself.</summary>
    public Belief OwnOf(int word) => _beliefs[word];

    /// <summary>The places of a word that was added under <paramref name="key"/>, in order.</summary>
    public List<int> PlacesOf(ulong key) => _placesOf[key];

    private static int Sum(ReadOnlySpan<float> probabilities, EntityKind kind)
    {
        int sum = 0;
        for (int label = TagLabels.Of(kind, TagLabels.Begin); label <= TagLabels.Of(kind, TagLabels.Single); label++) sum += (int)(probabilities[label] * Whole);
        return sum;
    }

    private static Belief Plus(Belief sum, Belief belief, int sign) =>
        new(sum.Count + sign, sum.Person + (sign * belief.Person), sum.Place + (sign * belief.Place), sum.Organization + (sign * belief.Organization));
}
