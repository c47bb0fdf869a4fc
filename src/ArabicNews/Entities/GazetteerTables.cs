using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ArabicNews;

/// <summary>
/// What a <see cref="Gazetteer"/> knows: a trie of words with meanings at its nodes, and the tables that meanings point into. It is filled while a gazetteer is made and only read from then on.
/// </summary>
internal sealed class GazetteerTables
{
    /// <summary>The most places, people or bodies that one name can mean: every mention of a name costs as many steps as it has meanings.</summary>
    public const int MaxMeanings = 250;

    private readonly Dictionary<ulong, int> _words;
    private readonly List<byte> _nameParts;
    private readonly Dictionary<long, int> _edges;
    private readonly List<int> _firstMeaning;
    private readonly List<(Meaning Meaning, int Next)> _meanings;
    private readonly Dictionary<string, int> _countryIndexes;
    private bool[]? _leadsToPlace;

    // Rows of the embedded file; those behind them are a user's.
    private readonly (int Places, int People, int Organizations) _shipped;

    private GazetteerTables(GazetteerTables other)
    {
        _words = new(other._words);
        _nameParts = new(other._nameParts);
        _edges = new(other._edges);
        _firstMeaning = new(other._firstMeaning);
        _meanings = new(other._meanings);
        _countryIndexes = new(other._countryIndexes, StringComparer.Ordinal);
        Countries = new(other.Countries);
        Places = new(other.Places);
        People = new(other.People);
        Organizations = new(other.Organizations);
        _shipped = other._shipped;
    }

    /// <summary>Reads the embedded file; its writer is the seed compiler. It runs once, before any method has been found worth optimizing, and reads half a million values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public GazetteerTables(ref DataReader reader, NameParts nameParts, bool withPeople)
    {
        Date = reader.ReadString();
        string[] words = reader.ReadSortedStrings();
        _words = new(words.Length);
        for (int i = 0; i < words.Length; i++) _words.TryAdd(TextWords.KeyOf(words[i]), i);
        _nameParts = [.. reader.ReadBytes()];
        foreach (ref byte parts in CollectionsMarshal.AsSpan(_nameParts)) parts &= (byte)nameParts;

        Countries = [.. reader.ReadSortedStrings()];
        _countryIndexes = new(Countries.Count, StringComparer.Ordinal);
        for (int i = 0; i < Countries.Count; i++) _countryIndexes.Add(Countries[i], i);
        Places = ReadPlaces(ref reader);
        People = ReadNames(ref reader);
        Organizations = ReadNames(ref reader);
        _shipped = (Places.Count, People.Count, Organizations.Count);

        int phrases = reader.ReadVarint();
        _edges = new(phrases * 2);
        _firstMeaning = new(phrases * 2) { -1 };
        _meanings = new(phrases * 2);
        for (int i = 0; i < phrases; i++)
        {
            int node = 0;
            for (int length = reader.ReadByte(); length > 0; length--) node = AddEdge(node, reader.ReadVarint());
            for (int count = reader.ReadVarint(); count > 0; count--)
            {
                var kind = (MeaningKind)reader.ReadByte();
                int value = reader.ReadVarint();
                if (withPeople || kind is not (MeaningKind.Person or MeaningKind.PersonShort)) AddMeaning(node, new Meaning(kind, value));
            }
        }
    }

    /// <summary>The newest date of the seeds.</summary>
    public string Date { get; } = "";

    public List<string> Countries { get; }

    public List<PlaceRecord> Places { get; }

    public List<NameRecord> People { get; }

    public List<NameRecord> Organizations { get; }

    public bool HasOwnEntries => Places.Count > _shipped.Places || People.Count > _shipped.People || Organizations.Count > _shipped.Organizations;

    public bool IsOwn(MeaningKind kind, int index) => kind switch
    {
        MeaningKind.Place => index >= _shipped.Places,
        MeaningKind.Person or MeaningKind.PersonShort => index >= _shipped.People,
        _ => index >= _shipped.Organizations,
    };

    public GazetteerTables Clone() => new(this);

    public int WordId(ulong key) => _words.TryGetValue(key, out int id) ? id : -1;

    public NameParts NamePartsOf(int word) => word < 0 ? NameParts.None : (NameParts)_nameParts[word];

    public int Step(int node, int word) => word >= 0 && _edges.TryGetValue(EdgeOf(node, word), out int next) ? next : -1;

    /// <summary>Whether a name of a place, however long, begins with the words of a node and goes on. The first question walks over all names once.</summary>
    public bool LeadsToPlace(int node) => (_leadsToPlace ??= FindWaysToPlaces())[node];

    public MeaningEnumerator MeaningsAt(int node) => new(_meanings, node <= 0 ? -1 : _firstMeaning[node]);

    public int CountryOf(string code)
    {
        if (_countryIndexes.TryGetValue(code, out int index)) return index;
        _countryIndexes.Add(code, Countries.Count);
        Countries.Add(code);
        return Countries.Count - 1;
    }

    /// <summary>The node of a name, made where there is none yet; 0 for a name without an Arabic word.</summary>
    public int AddPhrase(string name)
    {
        int node = 0;
        foreach (Token token in ArabicTokenizer.Tokenize(name))
        {
            if (token.Kind != TokenKind.Word) continue;
            ulong key = TextWords.KeyOf(token.Span.In(name));
            if (!_words.TryGetValue(key, out int word))
            {
                _words.Add(key, word = _nameParts.Count);
                _nameParts.Add((byte)NameParts.None);
            }

            node = AddEdge(node, word);
        }

        return node;
    }

    /// <summary>Adds a meaning before those that the node has.</summary>
    public void AddMeaning(int node, Meaning meaning)
    {
        _meanings.Add((meaning, _firstMeaning[node]));
        _firstMeaning[node] = _meanings.Count - 1;
    }

    /// <summary>Takes the meanings off a node for which <paramref name="isGone"/>; the others keep their order.</summary>
    public void RemoveMeanings(int node, Predicate<Meaning> isGone)
    {
        Span<(Meaning Meaning, int Next)> meanings = CollectionsMarshal.AsSpan(_meanings);
        int kept = -1;
        for (int i = _firstMeaning[node]; i >= 0; i = meanings[i].Next)
        {
            if (isGone(meanings[i].Meaning)) continue;
            if (kept < 0) _firstMeaning[node] = i;
            else meanings[kept].Next = i;
            kept = i;
        }

        if (kept < 0) _firstMeaning[node] = -1;
        else meanings[kept].Next = -1;
    }

    /// <summary>Takes all rows off for which <paramref name="isGone"/>, with their names; linear in the tables. Rows keep their numbers, one without an id is gone.</summary>
    public void RemoveRows(Predicate<string> isGone)
    {
        bool[] places = MarkGone(Places, isGone, place => place.Info.Id), people = MarkGone(People, isGone, person => person.Id), organizations = MarkGone(Organizations, isGone, body => body.Id);
        for (int i = 0; i < places.Length; i++)
        {
            if (places[i]) Places[i] = Places[i] with { Info = Places[i].Info with { Id = "" } };
            else if (places[Places[i].Group]) Places[i] = Places[i] with { Group = i };
        }

        for (int i = 0; i < people.Length; i++)
            if (people[i]) People[i] = People[i] with { Id = "" };
        for (int i = 0; i < organizations.Length; i++)
            if (organizations[i]) Organizations[i] = Organizations[i] with { Id = "" };
        for (int node = 1; node < _firstMeaning.Count; node++)
            if (_firstMeaning[node] >= 0)
                RemoveMeanings(node, meaning => meaning.Kind switch
                {
                    MeaningKind.Place => places[meaning.Value],
                    MeaningKind.Person or MeaningKind.PersonShort => people[meaning.Value],
                    MeaningKind.Organization => organizations[meaning.Value],
                    _ => false,
                });
    }

    private static bool[] MarkGone<T>(List<T> rows, Predicate<string> isGone, Func<T, string> idOf)
    {
        bool[] gone = new bool[rows.Count];
        for (int i = 0; i < gone.Length; i++) gone[i] = idOf(rows[i]) is var id && (id.Length == 0 || isGone(id));
        return gone;
    }

    // A node is made before those behind it, so one pass from the last to the first tells each of its successors'. Two threads that ask at once find the same.
    private bool[] FindWaysToPlaces()
    {
        int[] before = new int[_firstMeaning.Count];
        foreach ((long edge, int next) in _edges) before[next] = (int)(edge >> 32);
        bool[] leads = new bool[before.Length];
        for (int node = leads.Length - 1; node > 0; node--)
        {
            bool names = leads[node];
            foreach (Meaning meaning in MeaningsAt(node)) names |= meaning.Kind == MeaningKind.Place;
            leads[before[node]] |= names;
        }

        return leads;
    }

    private static long EdgeOf(int node, int word) => ((long)node << 32) | (uint)word;

    private int AddEdge(int node, int word)
    {
        if (_edges.TryGetValue(EdgeOf(node, word), out int next)) return next;
        _edges.Add(EdgeOf(node, word), _firstMeaning.Count);
        _firstMeaning.Add(-1);
        return _firstMeaning.Count - 1;
    }

    private List<PlaceRecord> ReadPlaces(ref DataReader reader)
    {
        int count = reader.ReadVarint();
        var places = new List<PlaceRecord>(count);
        for (int i = 0; i < count; i++)
        {
            string id = reader.ReadString(), name = reader.ReadString(), english = reader.ReadString();
            int country = reader.ReadVarint();
            string subdivision = reader.ReadString();
            var kind = (PlaceKind)reader.ReadByte();
            bool needsCue = reader.ReadByte() != 0;
            double latitude = reader.ReadSignedVarint() / 10_000.0, longitude = reader.ReadSignedVarint() / 10_000.0;
            int population = reader.ReadVarint(), groupsWith = reader.ReadVarint() - 1;
            string marked = reader.ReadString();
            var info = new PlaceInfo(id, name, english, Countries[country], latitude, longitude, kind, subdivision.Length == 0 ? null : subdivision, population);
            places.Add(new PlaceRecord(info, country, needsCue, groupsWith < 0 ? i : groupsWith, marked.Length == 0 ? null : marked, List: 0));
        }

        return places;
    }

    private static List<NameRecord> ReadNames(ref DataReader reader)
    {
        int count = reader.ReadVarint();
        var names = new List<NameRecord>(count);
        for (int i = 0; i < count; i++)
        {
            string id = reader.ReadString(), name = reader.ReadString(), english = reader.ReadString();
            names.Add(new NameRecord(id, name, english.Length == 0 ? null : english));
        }

        return names;
    }
}
