using System.Runtime.CompilerServices;

namespace ArabicNews;

/// <summary>
/// What a <see cref="Gazetteer"/> knows: a trie of words with meanings at its nodes, and the tables that meanings point into. It is filled while a gazetteer is made and only read from then on.
/// </summary>
internal sealed class GazetteerTables
{
    /// <summary>The most places, people or bodies that one name can mean: every mention of a name costs as many steps as it has meanings.</summary>
    public const int MaxMeanings = 250;

    private readonly KeyTable _words;
    private readonly KeyTable _edges;
    private readonly Dictionary<string, int> _countryIndexes = new(StringComparer.Ordinal);
    private byte[] _nameParts;
    private int[] _firstMeaning;
    private MeaningLink[] _meanings;
    private int _wordCount, _nodeCount = 1, _meaningCount;
    private bool[]? _leadsToPlace;

    // Rows of the embedded file; those behind them are a user's.
    private readonly (int Places, int People, int Organizations) _shipped;

    private GazetteerTables(GazetteerTables other)
    {
        _words = new(other._words);
        _edges = new(other._edges);
        _nameParts = [.. other._nameParts];
        _firstMeaning = [.. other._firstMeaning];
        _meanings = [.. other._meanings];
        (_wordCount, _nodeCount, _meaningCount) = (other._wordCount, other._nodeCount, other._meaningCount);
        Date = other.Date;
        Countries = new(other.Countries);
        for (int i = 0; i < Countries.Count; i++) _countryIndexes.Add(Countries[i], i);
        Places = new(other.Places);
        People = new(other.People);
        Organizations = new(other.Organizations);
        _shipped = other._shipped;
    }

    /// <summary>Reads the embedded file; its writer is the seed compiler.</summary>
    public GazetteerTables(DataReader reader, bool withPeople)
    {
        Date = reader.ReadString();
        _wordCount = reader.ReadVarint();
        _words = ReadWords(ref reader, _wordCount);
        _nameParts = reader.ReadBytes().ToArray();

        Countries = [.. reader.ReadSortedStrings()];
        Places = new GazetteerRows<PlaceRecord>(reader.ReadRows(), ReadPlace);
        People = new GazetteerRows<NameRecord>(reader.ReadRows(), ReadPerson);
        Organizations = new GazetteerRows<NameRecord>(reader.ReadRows(), ReadName);
        _shipped = (Places.Count, People.Count, Organizations.Count);

        int phrases = reader.ReadVarint(), nodes = reader.ReadVarint(), meanings = reader.ReadVarint();
        _edges = new KeyTable(nodes);
        _firstMeaning = new int[nodes];
        _firstMeaning[0] = -1;
        _meanings = new MeaningLink[meanings];
        ReadPhrases(ref reader, phrases, withPeople);
    }

    /// <summary>The newest date of the seeds.</summary>
    public string Date { get; }

    public List<string> Countries { get; }

    public GazetteerRows<PlaceRecord> Places { get; }

    public GazetteerRows<NameRecord> People { get; }

    public GazetteerRows<NameRecord> Organizations { get; }

    public bool HasOwnEntries => Places.Count > _shipped.Places || People.Count > _shipped.People || Organizations.Count > _shipped.Organizations;

    public bool IsOwn(MeaningKind kind, int index) => kind switch
    {
        MeaningKind.Place => index >= _shipped.Places,
        MeaningKind.Person or MeaningKind.PersonShort => index >= _shipped.People,
        _ => index >= _shipped.Organizations,
    };

    public GazetteerTables Clone() => new(this);

    public int WordId(ulong key) => _words.Find(key);

    public NameParts NamePartsOf(int word) => word < 0 ? NameParts.None : (NameParts)_nameParts[word];

    public int Step(int node, int word) => word >= 0 ? _edges.Find(EdgeOf(node, word)) : -1;

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
            int word = _words.FindOrAdd(key, _wordCount);
            if (word == _wordCount) MakeRoom(ref _nameParts, ++_wordCount);
            node = AddEdge(node, word);
        }

        return node;
    }

    /// <summary>Adds a meaning before those that the node has.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddMeaning(int node, Meaning meaning)
    {
        if (_meaningCount == _meanings.Length) MakeRoom(ref _meanings, _meaningCount + 1);
        _meanings[_meaningCount] = new MeaningLink(meaning, _firstMeaning[node]);
        _firstMeaning[node] = _meaningCount++;
    }

    /// <summary>Takes the meanings off a node for which <paramref name="isGone"/>; the others keep their order.</summary>
    public void RemoveMeanings(int node, Predicate<Meaning> isGone)
    {
        MeaningLink[] meanings = _meanings;
        int kept = -1;
        for (int i = _firstMeaning[node]; i >= 0; i = meanings[i].Next)
        {
            if (isGone(meanings[i].Meaning)) continue;
            if (kept < 0) _firstMeaning[node] = i;
            else meanings[kept] = new MeaningLink(meanings[kept].Meaning, i);
            kept = i;
        }

        if (kept < 0) _firstMeaning[node] = -1;
        else meanings[kept] = new MeaningLink(meanings[kept].Meaning, -1);
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
        for (int node = 1; node < _nodeCount; node++)
            if (_firstMeaning[node] >= 0)
                RemoveMeanings(node, meaning => meaning.Kind switch
                {
                    MeaningKind.Place => places[meaning.Value],
                    MeaningKind.Person or MeaningKind.PersonShort => people[meaning.Value],
                    MeaningKind.Organization => organizations[meaning.Value],
                    _ => false,
                });
    }

    private static bool[] MarkGone<T>(GazetteerRows<T> rows, Predicate<string> isGone, Func<T, string> idOf)
        where T : class
    {
        bool[] gone = new bool[rows.Count];
        for (int i = 0; i < gone.Length; i++) gone[i] = idOf(rows[i]) is var id && (id.Length == 0 || isGone(id));
        return gone;
    }

    // A node is made before those behind it, so one pass from the last to the first tells each of its successors'. Two threads that ask at once find the same.
    private bool[] FindWaysToPlaces()
    {
        ulong[] edges = new ulong[_nodeCount];
        _edges.CopyKeysTo(edges);
        bool[] leads = new bool[_nodeCount];
        for (int node = leads.Length - 1; node > 0; node--)
        {
            bool names = leads[node];
            foreach (Meaning meaning in MeaningsAt(node)) names |= meaning.Kind == MeaningKind.Place;
            leads[NodeBefore(edges[node])] |= names;
        }

        return leads;
    }

    private static int NodeBefore(ulong edge) => (int)(edge >> 32);

    private static ulong EdgeOf(int node, int word) => ((ulong)(uint)node << 32) | (uint)word;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int AddEdge(int node, int word)
    {
        int next = _edges.FindOrAdd(EdgeOf(node, word), _nodeCount);
        if (next < _nodeCount) return next;
        if (_nodeCount == _firstMeaning.Length) MakeRoom(ref _firstMeaning, _nodeCount + 1);
        _firstMeaning[_nodeCount] = -1;
        return _nodeCount++;
    }

    // The two loops over all words and names run once, before any method has been found worth optimizing.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static KeyTable ReadWords(ref DataReader reader, int count)
    {
        var words = new KeyTable(count);
        Span<ulong> beginnings = stackalloc ulong[byte.MaxValue + 1];
        beginnings[0] = 0;
        for (int i = 0; i < count; i++) words.FindOrAdd(reader.ReadForm(beginnings).Mixed(), i);
        return words;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ReadPhrases(ref DataReader reader, int phrases, bool withPeople)
    {
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

    private static void MakeRoom<T>(ref T[] array, int count)
    {
        if (count > array.Length) Array.Resize(ref array, Math.Max(count, array.Length * 2));
    }

    private PlaceRecord ReadPlace(DataReader reader, int index)
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
        return new PlaceRecord(info, country, needsCue, groupsWith < 0 ? index : groupsWith, marked.Length == 0 ? null : marked, List: 0);
    }

    private static NameRecord ReadPerson(DataReader reader, int index) => ReadName(ref reader) with { Country = reader.ReadVarint() - 1 };

    private static NameRecord ReadName(DataReader reader, int index) => ReadName(ref reader);

    private static NameRecord ReadName(ref DataReader reader)
    {
        string id = reader.ReadString(), name = reader.ReadString(), english = reader.ReadString();
        return new NameRecord(id, name, english.Length == 0 ? null : english);
    }
}
