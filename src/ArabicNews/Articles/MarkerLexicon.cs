using System.Collections.Frozen;

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
/// The markers of <c>seeds/lexicon/markers.tsv</c>, looked up word by word over text that <see cref="ArabicNormalizer.Match"/> wrote: every beginning of a marker is an entry,
/// so that a look-up ends with the first word that continues none.
/// </summary>
internal sealed class MarkerLexicon
{
    public const string Magic = "ANMK";
    public const int Version = 1;

    // The node of a beginning that is no whole marker.
    private static readonly Marker[] s_none = [];

    private readonly FrozenDictionary<WordHash, Marker[]> _nodes;

    private MarkerLexicon(DataReader reader)
    {
        var nodes = new Dictionary<WordHash, List<Marker>>();
        int count = reader.ReadVarint();
        for (int i = 0; i < count; i++)
        {
            string words = reader.ReadString();
            int value = reader.ReadVarint();
            var marker = new Marker((MarkerKind)(value >> 4), (MarkerPlace)((value >> 1) & 7), (value & 1) != 0);
            WordHash hash = default;
            foreach (string word in words.Split(' '))
            {
                hash = Append(hash, word);
                nodes.TryAdd(hash, []);
            }

            nodes[hash].Add(marker);
        }

        _nodes = nodes.ToFrozenDictionary(node => node.Key, node => node.Value.Count == 0 ? s_none : [.. node.Value]);
    }

    public static MarkerLexicon Default { get; } = new(DataReader.Open("markers.bin", Magic, Version));

    /// <summary>The hash of the words behind <paramref name="before"/> and <paramref name="word"/>; all numbers are one word.</summary>
    public static WordHash Append(WordHash before, ReadOnlySpan<char> word)
    {
        if (before.Length > 0) before = before.Append(' ');
        return char.IsAsciiDigit(word[0]) && !word.ContainsAnyExceptInRange('0', '9') ? before.Append('#') : before.Append(WordHash.Of(word));
    }

    /// <summary>Whether some marker starts with these words; <paramref name="markers"/> are those that end with them.</summary>
    public bool TryFind(WordHash words, out ReadOnlySpan<Marker> markers)
    {
        bool found = _nodes.TryGetValue(words, out Marker[]? node);
        markers = node;
        return found;
    }
}
