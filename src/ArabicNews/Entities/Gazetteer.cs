using System.Collections.Immutable;
using System.Globalization;

namespace ArabicNews;

/// <summary>
/// The names that an <see cref="EntityExtractor"/> knows: places with country and coordinates, people and bodies of public life, and the words that stand beside names (titles, adjectives of nationality,
/// parts of people's names). Lists of your own are added with <see cref="With"/>, entries are taken off with <see cref="Without"/>. Immutable and thread-safe; both give a gazetteer of its own.
/// </summary>
/// <remarks>The first use of <see cref="Default"/> reads the names in the embedded file (some milliseconds); what it says of a place or person is read when a text names one.</remarks>
/// <example><code>
/// using Stream list = File.OpenRead("towns.tsv");
/// Gazetteer gazetteer = Gazetteer.Default
///     .With(Gazetteer.ReadEntries(list))
///     .With(GazetteerEntry.ForPerson("staff/17", "سلمى الخطيب") with { ShortNames = ["الخطيب"] })
///     .Without("Q3471");
/// var extractor = new EntityExtractor(gazetteer);
/// </code></example>
public sealed class Gazetteer
{
    internal const string Magic = "ANGZ";
    internal const int FormatVersion = 5;

    private readonly GazetteerTables _tables;
    private readonly int _lists;

    // What most users never ask for is made when somebody asks.
    private readonly Lazy<string> _version;
    private readonly Lazy<Dictionary<string, int>> _placesById;

    /// <summary>The shipped one, or what it is without its people.</summary>
    internal Gazetteer(bool withPeople)
    {
        _tables = new GazetteerTables(OpenFile(), withPeople);
        _version = new(() => string.Create(CultureInfo.InvariantCulture, $"{_tables.Date}+{OpenFile().Digest():x16}"));
        _placesById = new(() => IndexPlaces(_tables));
    }

    private Gazetteer(GazetteerTables tables, string version, int lists)
    {
        _tables = tables;
        _lists = lists;
        _version = new(version);
        _placesById = new(() => IndexPlaces(tables));
    }

    /// <summary>The gazetteer that the library ships; its rows are <c>seeds/lexicon/{places,people,organizations}.tsv</c>.</summary>
    public static Gazetteer Default => Shipped.Whole;

    /// <summary>
    /// States the content, to be kept with results: of <see cref="Default"/> the newest date of its rows and their digest, and for each list that was added or taken off a digest more. Two gazetteers
    /// of one library version that are made by the same steps have the same version, on any machine.
    /// </summary>
    public string Version => _version.Value;

    /// <summary>Number of places.</summary>
    public int PlaceCount => _placesById.Value.Count;

    /// <summary>
    /// A gazetteer that knows the names of <paramref name="entries"/> only. The words of the language come along (titles, adjectives of nationality, parts of people's names), so that people are still
    /// found by the look of their names.
    /// </summary>
    /// <inheritdoc cref="With" path="/exception"/>
    public static Gazetteer Create(params IEnumerable<GazetteerEntry> entries) => Words.Only.With(entries);

    /// <summary>A gazetteer that knows the names of one list only: <see cref="Create"/> of <see cref="ReadEntries"/>.</summary>
    /// <inheritdoc cref="ReadEntries" path="/exception"/>
    public static Gazetteer Load(Stream list) => Create(ReadEntries(list));

    /// <summary>
    /// Reads a list in UTF-8: TAB-separated with a header line, or a JSON array of objects with the same names; what it is, its first character tells. Columns are <c>id</c>, <c>name</c>, <c>kind</c>
    /// (<c>person</c>, <c>organization</c> or a <see cref="PlaceKind"/>), and where wanted <c>english</c>, <c>aliases</c>, <c>short</c> (several with <c>|</c> between; in JSON an array), <c>country</c>, <c>subdivision</c>,
    /// <c>latitude</c>, <c>longitude</c> (both needed for a place), <c>population</c> and <c>cue</c> (1: <see cref="GazetteerEntry.NeedsCue"/>). Lines that start with <c>#</c> above the header are comments.
    /// The stream is read to its end and not closed. Linear in its length.
    /// </summary>
    /// <exception cref="ArgumentNullException"><paramref name="list"/> is null.</exception>
    /// <exception cref="InvalidDataException">
    /// The list is damaged, longer than 64 MiB, or holds a row that is no entry; the message names line and column, both from 1 (columns of TSV in characters, of JSON in bytes).
    /// </exception>
    public static ImmutableArray<GazetteerEntry> ReadEntries(Stream list)
    {
        ArgumentNullException.ThrowIfNull(list);
        return GazetteerListReader.Read(list);
    }

    /// <summary>
    /// This gazetteer and <paramref name="entries"/>, which take precedence: an entry with the id of an older one replaces it with all its names; a name of an entry no longer means older people, bodies or places
    /// of another kind; of older places with that name the new one is preferred unless the text speaks for the other. Time and memory are linear in both.
    /// </summary>
    /// <exception cref="ArgumentNullException"><paramref name="entries"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// An entry is null, has the id of another one of <paramref name="entries"/>, a name without an Arabic word or of more than 32 words, or a place with impossible coordinates, population or codes; or more than 250
    /// entries share a name.
    /// </exception>
    public Gazetteer With(params IEnumerable<GazetteerEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var merger = new GazetteerMerger(_tables, _lists + 1);
        ulong digest = merger.Add(entries);
        return new Gazetteer(merger.Tables, $"{Version}+{digest:x16}", _lists + 1);
    }

    /// <summary>This gazetteer without the entries of some ids («Q85» Cairo, «person/antonio-guterres»); ids that it does not have are ignored. Linear in the size of the gazetteer.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="ids"/> or one of them is null.</exception>
    public Gazetteer Without(params IEnumerable<string> ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        var gone = new HashSet<string>(StringComparer.Ordinal);
        foreach (string id in ids) gone.Add(id ?? throw new ArgumentNullException(nameof(ids), "An id is null."));
        var digest = new ListDigest();
        foreach (string id in gone.Order(StringComparer.Ordinal)) digest.Add(id);
        GazetteerTables tables = _tables.Clone();
        tables.RemoveRows(gone.Contains);
        return new Gazetteer(tables, $"{Version}-{digest.Value:x16}", _lists);
    }

    /// <summary>
    /// The places of a name in any spelling («القاهرة», «القاهره»), without attached particles; those of added lists first, then the larger kind and population. Empty for a name that no place has.
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
        return [.. found.OrderByDescending(place => Place(place).Weight).ThenBy(place => place).Select(place => Place(place).Info)];
    }

    /// <summary>The place of an id, or null when the gazetteer has none; see <see cref="PlaceInfo.Id"/>.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> is null.</exception>
    public PlaceInfo? GetPlace(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return _placesById.Value.TryGetValue(id, out int place) ? Place(place).Info : null;
    }

    /// <summary>Where a walk over the words of names begins.</summary>
    public NamePath Names => new(this, 0);

    /// <summary>What the names know of <paramref name="word"/>, one word in any spelling and without attached particles. Linear in its length, allocates nothing.</summary>
    public NameWord GetNameWord(ReadOnlySpan<char> word) => new(WordId(TextWords.KeyOf(word)));

    internal int CountryCount => _tables.Countries.Count;

    internal string CountryCodeOf(int country) => _tables.Countries[country];

    /// <summary>The number of a country; -1 for a code that no place or nationality has.</summary>
    internal int CountryIndexOf(string code) => _tables.Countries.IndexOf(code);

    /// <summary>The id of a word's <see cref="TextWords.KeyOf"/>; -1 when no name holds the word.</summary>
    internal int WordId(ulong key) => _tables.WordId(key);

    internal NameParts NamePartsOf(int word) => _tables.NamePartsOf(word);

    /// <summary>From the node of some words to the node of those and one more; -1 when no name goes on like that. The root is 0.</summary>
    internal int Step(int node, int word) => _tables.Step(node, word);

    internal bool LeadsToPlace(int node) => _tables.LeadsToPlace(node);

    internal MeaningEnumerator MeaningsAt(int node) => _tables.MeaningsAt(node);

    /// <summary>Whether it holds entries that the library does not ship.</summary>
    internal bool HasOwnEntries => _tables.HasOwnEntries;

    /// <summary>Whether a person, place or body came with a user's list.</summary>
    internal bool IsOwn(MeaningKind kind, int index) => _tables.IsOwn(kind, index);

    internal PlaceRecord Place(int index) => _tables.Places[index];

    internal NameRecord Person(int index) => _tables.People[index];

    internal NameRecord Organization(int index) => _tables.Organizations[index];

    /// <summary>Of the places that a name may mean, or the settlements among them, the weightiest; -1 when there are none, or they lie in several countries.</summary>
    internal int HeaviestOfOneCountry(int node, bool onlySettlements = false)
    {
        int country = -1, heaviest = -1;
        foreach (Meaning meaning in MeaningsAt(node))
        {
            if (meaning.Kind != MeaningKind.Place) continue;
            PlaceRecord place = Place(meaning.Value);
            if (onlySettlements && !place.Info.Kind.IsSettlement()) continue;
            if (country >= 0 && country != place.Country) return -1;
            country = place.Country;
            if (heaviest < 0 || place.Weight > Place(heaviest).Weight) heaviest = meaning.Value;
        }

        return heaviest;
    }

    /// <summary>The number of the country that bears a name itself; -1 where none does.</summary>
    internal int CountryNamed(int node)
    {
        foreach (Meaning meaning in MeaningsAt(node))
            if (meaning.Kind == MeaningKind.Place && Place(meaning.Value) is { Info.Kind: PlaceKind.Country } place) return place.Country;
        return -1;
    }

    /// <summary>Whether two names have a place in common.</summary>
    internal bool NameOnePlace(int left, int right)
    {
        foreach (Meaning one in MeaningsAt(left))
            foreach (Meaning other in MeaningsAt(right))
                if (one == other && one.Kind == MeaningKind.Place) return true;
        return false;
    }

    private static Gazetteer WordsOnly()
    {
        GazetteerTables tables = Default._tables.Clone();
        tables.RemoveRows(_ => true);
        return new Gazetteer(tables, "own", 0);
    }

    private static DataReader OpenFile() => DataReader.Open("gazetteer.bin", Magic, FormatVersion);

    private static Dictionary<string, int> IndexPlaces(GazetteerTables tables)
    {
        var index = new Dictionary<string, int>(tables.Places.Count, StringComparer.Ordinal);
        for (int i = 0; i < tables.Places.Count; i++)
            if (tables.Places[i].Info.Id is { Length: > 0 } id) index.TryAdd(id, i);
        return index;
    }

    private static class Shipped
    {
        public static readonly Gazetteer Whole = new(withPeople: true);
    }

    private static class Words
    {
        public static readonly Gazetteer Only = WordsOnly();
    }
}
