namespace ArabicNews;

/// <summary>What a marker marks.</summary>
internal enum MarkerKind : byte
{
    None, Date, Update, Source, Origin, Disclaimer, Byline, SignOff, Contact, Related, MostRead, Share, Follow, Subscribe, Comments, Form, Copyright,
    Navigation, Ads, Masthead, Views, ReadingTime, Tags, Caption, Paywall, List, Error, HeadlineFlag, DateWord,
}

/// <summary>Where in a line a marker counts.</summary>
internal enum MarkerPlace : byte
{
    /// <summary>Anywhere.</summary>
    Any,
    /// <summary>Anywhere, and what follows is a line of its own.</summary>
    Cut,
    /// <summary>At the start of a line.</summary>
    Start,
    /// <summary>As a whole line, but for numbers and signs.</summary>
    Line,
    /// <summary>As one word of a line that is made of such words.</summary>
    Word,
}

/// <summary>A marker: what it marks, where it counts, and whether a colon must follow.</summary>
internal readonly record struct Marker(MarkerKind Kind, MarkerPlace Place, bool NeedsColon);

/// <summary>
/// The markers of <c>seeds/lexicon/markers.tsv</c>, looked up word by word over text that <see cref="ArabicNormalizer.Match"/> wrote: a trie over words, so that a look-up ends with the first word
/// that continues none. The stop words stand in the same table: both are asked of every word of a page.
/// </summary>
internal sealed class MarkerLexicon
{
    public const string Magic = "ANMK";
    public const int Version = 1;

    // How the lexicon writes any number.
    private const string Number = "#";

    private const int StopWordFlag = 1;

    // A word's number is twice its place in _starts, one more for a stop word. Place 0 is for words that no marker has.
    private readonly WordTable _words;
    private readonly int _number;

    // By word the node behind it where a marker starts with it, else 0; by node and word the node behind both.
    private readonly int[] _starts;
    private readonly Dictionary<long, int> _steps = [];
    private readonly Marker[][] _markers;

    private MarkerLexicon(DataReader reader)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var starts = new List<int> { 0 };
        var markers = new List<List<Marker>> { new() };
        int count = reader.ReadVarint();
        for (int i = 0; i < count; i++)
        {
            string phrase = reader.ReadString();
            int value = reader.ReadVarint(), node = 0;
            foreach (string word in phrase.Split(' ')) node = AddStep(node, PlaceOf(IsNumber(word) ? Number : word));
            markers[node].Add(new Marker((MarkerKind)(value >> 4), (MarkerPlace)((value >> 1) & 7), (value & 1) != 0));
        }

        _number = places.GetValueOrDefault(Number) * 2;
        _starts = [.. starts];
        _markers = [.. markers.Select(node => node.ToArray())];
        var numbers = places.ToDictionary(place => place.Key, place => place.Value * 2, StringComparer.Ordinal);
        foreach (string word in ArabicStopWords.Normalized) numbers[word] = numbers.GetValueOrDefault(word) | StopWordFlag;
        _words = new WordTable(numbers);

        int PlaceOf(string word)
        {
            if (places.TryGetValue(word, out int place)) return place;
            places.Add(word, place = starts.Count);
            starts.Add(0);
            return place;
        }

        int AddStep(int node, int place)
        {
            int next = node == 0 ? starts[place] : _steps.GetValueOrDefault(KeyOf(node, place));
            if (next > 0) return next;
            next = markers.Count;
            markers.Add([]);
            if (node == 0) starts[place] = next;
            else _steps.Add(KeyOf(node, place), next);
            return next;
        }
    }

    public static MarkerLexicon Default { get; } = new(DataReader.Open("markers.bin", Magic, Version));

    /// <summary>What the lexicon knows of <paramref name="word"/>, all numbers being one word; 0 for nothing.</summary>
    public int Find(ReadOnlySpan<char> word) =>
        IsNumber(word) ? _number : _words.TryGet(word, out int number) ? number : 0;

    /// <summary>Whether a word that <see cref="Find"/> told is a stop word.</summary>
    public static bool IsStopWord(int word) => (word & StopWordFlag) != 0;

    /// <summary>The beginning of a marker that is this word; 0 for none.</summary>
    public int Start(int word) => _starts[word >> 1];

    /// <summary>The beginning of a marker that is <paramref name="node"/> and one more word; 0 for none.</summary>
    public int Step(int node, int word) => word < 2 ? 0 : _steps.GetValueOrDefault(KeyOf(node, word >> 1));

    /// <summary>The markers that are this beginning and no more.</summary>
    public ReadOnlySpan<Marker> MarkersAt(int node) => _markers[node];

    private static bool IsNumber(ReadOnlySpan<char> word) => char.IsAsciiDigit(word[0]) && !word.ContainsAnyExceptInRange('0', '9');

    private static long KeyOf(int node, int place) => ((long)node << 32) | (uint)place;
}
