using System.Collections.Immutable;

namespace ArabicNews;

/// <summary>
/// The names that the library knows: places with country and coordinates, people and bodies of public life, and the words that stand beside names. Immutable and
/// thread-safe. The first use reads the embedded file (some milliseconds).
/// </summary>
public sealed class Gazetteer
{
    internal const string Magic = "ANGZ";
    internal const int Version = 1;

    private static readonly Lazy<Gazetteer> s_default = new(() => new Gazetteer(DataReader.Open("gazetteer.bin", Magic, Version), NameParts.All));

    private readonly Dictionary<ulong, int> _words;
    private readonly byte[] _nameParts;
    private readonly Dictionary<long, int> _edges = [];
    private readonly List<int> _firstMeaning = [-1];
    private readonly List<(Meaning Meaning, int Next)> _meanings = [];
    private readonly PlaceRecord[] _places;
    private readonly PersonRecord[] _people;
    private readonly OrganizationRecord[] _organizations;
    private readonly string[] _countries;
    private readonly Dictionary<string, int> _placesById;

    internal Gazetteer(DataReader reader, NameParts nameParts, bool withPeople = true)
    {
        string[] words = reader.ReadSortedStrings();
        _words = new Dictionary<ulong, int>(words.Length);
        for (int i = 0; i < words.Length; i++) _words.TryAdd(TextWords.KeyOf(words[i]), i);
        _nameParts = reader.ReadBytes().ToArray();
        for (int i = 0; i < _nameParts.Length; i++) _nameParts[i] &= (byte)nameParts;

        _countries = reader.ReadSortedStrings();
        _places = new PlaceRecord[reader.ReadVarint()];
        for (int i = 0; i < _places.Length; i++)
        {
            string id = reader.ReadString(), name = reader.ReadString(), english = reader.ReadString();
            int country = reader.ReadVarint();
            var kind = (PlaceKind)reader.ReadByte();
            bool needsCue = reader.ReadByte() != 0;
            double latitude = reader.ReadSignedVarint() / 10_000.0, longitude = reader.ReadSignedVarint() / 10_000.0;
            int population = reader.ReadVarint(), groupsWith = reader.ReadVarint() - 1;
            _places[i] = new PlaceRecord(new PlaceInfo(id, name, english, _countries[country], latitude, longitude, kind), country, population, needsCue, groupsWith < 0 ? i : groupsWith);
        }

        _people = new PersonRecord[reader.ReadVarint()];
        for (int i = 0; i < _people.Length; i++) _people[i] = new PersonRecord(reader.ReadString(), reader.ReadString());
        _organizations = new OrganizationRecord[reader.ReadVarint()];
        for (int i = 0; i < _organizations.Length; i++) _organizations[i] = new OrganizationRecord(reader.ReadString(), reader.ReadString());

        int phrases = reader.ReadVarint();
        for (int i = 0; i < phrases; i++)
        {
            int node = 0;
            for (int length = reader.ReadByte(); length > 0; length--) node = AddEdge(node, reader.ReadVarint());
            for (int count = reader.ReadVarint(); count > 0; count--)
            {
                var kind = (MeaningKind)reader.ReadByte();
                int value = reader.ReadVarint();
                if (!withPeople && kind is MeaningKind.Person or MeaningKind.PersonShort) continue;
                _meanings.Add((new Meaning(kind, value), _firstMeaning[node]));
                _firstMeaning[node] = _meanings.Count - 1;
            }
        }

        _placesById = new Dictionary<string, int>(_places.Length, StringComparer.Ordinal);
        for (int i = 0; i < _places.Length; i++) _placesById.TryAdd(_places[i].Info.Id, i);
    }

    /// <summary>The gazetteer that the library ships; its rows are <c>seeds/lexicon/{places,people,organizations}.tsv</c>.</summary>
    public static Gazetteer Default => s_default.Value;

    /// <summary>Number of places.</summary>
    public int PlaceCount => _places.Length;

    /// <summary>
    /// The places of a name in any spelling («القاهرة», «القاهره»), without attached particles; the larger kind and population first. Empty for a name that no place has.
    /// </summary>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public ImmutableArray<PlaceInfo> FindPlaces(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        int node = 0;
        foreach (Token token in ArabicTokenizer.Tokenize(name))
            if (token.Kind == TokenKind.Word && (node = Step(node, WordId(TextWords.KeyOf(token.Span.In(name))))) < 0) return [];
        var found = new List<int>();
        foreach (Meaning meaning in MeaningsAt(node))
            if (meaning.Kind == MeaningKind.Place) found.Add(meaning.Value);
        return [.. found.OrderByDescending(place => _places[place].Weight).ThenBy(place => place).Select(place => _places[place].Info)];
    }

    /// <summary>The place of an id, or null when the gazetteer has none; see <see cref="PlaceInfo.Id"/>.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> is null.</exception>
    public PlaceInfo? GetPlace(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return _placesById.TryGetValue(id, out int place) ? _places[place].Info : null;
    }

    internal int CountryCount => _countries.Length;

    /// <summary>The id of a word's <see cref="TextWords.KeyOf"/>; -1 when no name holds the word.</summary>
    internal int WordId(ulong key) => _words.TryGetValue(key, out int id) ? id : -1;

    internal NameParts NamePartsOf(int word) => word < 0 ? NameParts.None : (NameParts)_nameParts[word];

    /// <summary>From the node of some words to the node of those and one more; -1 when no name goes on like that. The root is 0.</summary>
    internal int Step(int node, int word) => word >= 0 && _edges.TryGetValue(EdgeOf(node, word), out int next) ? next : -1;

    internal MeaningEnumerator MeaningsAt(int node) => new(_meanings, node <= 0 ? -1 : _firstMeaning[node]);

    internal PlaceRecord Place(int index) => _places[index];

    internal PersonRecord Person(int index) => _people[index];

    internal OrganizationRecord Organization(int index) => _organizations[index];

    private static long EdgeOf(int node, int word) => ((long)node << 32) | (uint)word;

    private int AddEdge(int node, int word)
    {
        if (_edges.TryGetValue(EdgeOf(node, word), out int next)) return next;
        _edges.Add(EdgeOf(node, word), _firstMeaning.Count);
        _firstMeaning.Add(-1);
        return _firstMeaning.Count - 1;
    }
}

/// <summary>A place with what only the extractor needs.</summary>
internal readonly record struct PlaceRecord(PlaceInfo Info, int Country, int Population, bool NeedsCue, int Group)
{
    /// <summary>How likely the place is when nothing else is known: countries, then capitals, then by population.</summary>
    public double Weight => Math.Log10(Population + 1000.0) + Info.Kind switch
    {
        PlaceKind.Country => 4,
        PlaceKind.Continent => 4,
        PlaceKind.Capital => 3,
        PlaceKind.Region or PlaceKind.City or PlaceKind.Area => 1,
        _ => 0,
    };
}

internal readonly record struct PersonRecord(string Id, string Name);

internal readonly record struct OrganizationRecord(string Id, string Name);

/// <summary>What a phrase of the gazetteer may be.</summary>
internal enum MeaningKind : byte
{
    Place,
    PlaceHead,
    Person,
    PersonShort,
    Organization,
    OrganizationHead,
    Title,
    SpeechVerb,
    Demonym,
    /// <summary>A head word of bodies and things that takes the name behind it into its own.</summary>
    BodyHead,
}

/// <summary>What a <see cref="MeaningKind.BodyHead"/> takes into its name, and whether the whole is an organization that is reported.</summary>
[Flags]
internal enum HeadTakes : byte
{
    None = 0,
    Place = 1,
    Person = 2,
    /// <summary>The whole is a thing: a ground, a road, a ship, a prize.</summary>
    Unreported = 4,
}

/// <summary>A meaning; the value is a row of its table, a country for a demonym, <see cref="HeadTakes"/> for a head of bodies, and 1 for a title that a country may follow.</summary>
internal readonly record struct Meaning(MeaningKind Kind, int Value);

/// <summary>What part of a person's name a word can be.</summary>
[Flags]
internal enum NameParts : byte
{
    None = 0,
    Given = 1,
    Family = 2,
    Particle = 4,
    /// <summary>Also a word of the language, or a place.</summary>
    Common = 8,
    All = 15,
}

/// <summary>Walks the meanings of one phrase.</summary>
internal struct MeaningEnumerator(List<(Meaning Meaning, int Next)> meanings, int next)
{
    private int _next = next;

    public Meaning Current { get; private set; }

    public readonly MeaningEnumerator GetEnumerator() => this;

    public bool MoveNext()
    {
        if (_next < 0) return false;
        (Current, _next) = meanings[_next];
        return true;
    }
}
