using System.Collections.Frozen;

namespace ArabicNews;

/// <summary>What a phrase can mean in a credit line. Several at once are common: الرياض is a city and a paper.</summary>
[Flags]
internal enum CreditMeanings
{
    None = 0,
    Agency = 1 << 0,
    Outlet = 1 << 1,
    Place = 1 << 2,
    /// <summary>A place that is a country: «بنغازي (ليبيا)» is one place.</summary>
    Country = 1 << 3,
    /// <summary>The agency's name is an ordinary word or another name too: قنا, معا.</summary>
    CommonAgency = 1 << 4,
    /// <summary>The outlet's name is an ordinary word or a place too: الوطن, سبق.</summary>
    CommonOutlet = 1 << 5,
    /// <summary>The place's name is an ordinary word or a person's name too: الخبر, صالح.</summary>
    CommonPlace = 1 << 6,
    /// <summary>Stands before the person who did it: كتب, إعداد, تصوير.</summary>
    Role = 1 << 7,
    /// <summary>Stands before an outlet, a place or a person: مكتب, خاص, مراسل.</summary>
    Office = 1 << 8,
    /// <summary>Begins an outlet's name: صحيفة, موقع.</summary>
    Medium = 1 << 9,
    /// <summary>A section of the newsroom, which credits nobody: المحليات, زائر.</summary>
    Desk = 1 << 10,
    Honorific = 1 << 11,
    NameParticle = 1 << 12,
    /// <summary>Begins the name of a body that wrote: إدارة, مركز.</summary>
    Body = 1 << 13,
    PlaceHead = 1 << 14,
    SourceLabel = 1 << 15,
    GivenName = 1 << 16,
    FamilyName = 1 << 17,
    /// <summary>The name is an ordinary word too: سعيد, أمل.</summary>
    CommonName = 1 << 18,
    /// <summary>Opens many a lead, so what stands before it was a dateline: قال, أعلن.</summary>
    LeadVerb = 1 << 19,
}

/// <summary>
/// The words of credit lines: agencies, outlets, places, roles and parts of names, as <see cref="ArabicNormalizer.Match"/> writes them, words joined by one blank.
/// From <c>credits.bin</c>; immutable.
/// </summary>
internal sealed class CreditLexicon
{
    public const string Magic = "ANCR";
    public const int Version = 1;

    /// <summary>No phrase has more words.</summary>
    public const int MaxWords = 6;

    // The number of the agency stands above the meanings, which are below 2 to the 20th.
    private const int AgencyShift = 20;
    private const int AllMeanings = (1 << AgencyShift) - 1;

    private static readonly Lazy<CreditLexicon> s_default = new(() => new CreditLexicon(DataReader.Open("credits.bin", Magic, Version)));

    private readonly WordTable _phrases;
    private readonly string[] _agencies;
    private readonly FrozenDictionary<string, string[]>.AlternateLookup<ReadOnlySpan<char>> _outlets;

    /// <summary>Reads the sorted phrases, for each its meanings and its agency's usual name, then the keys of outlets, for each the spellings that the outlet uses.</summary>
    public CreditLexicon(DataReader reader)
    {
        _agencies = new string[reader.ReadVarint()];
        for (int i = 0; i < _agencies.Length; i++) _agencies[i] = reader.ReadString();
        string[] phrases = reader.ReadSortedStrings();
        var meanings = new KeyValuePair<string, int>[phrases.Length];
        for (int i = 0; i < phrases.Length; i++)
        {
            int meaning = reader.ReadVarint();
            if (((CreditMeanings)meaning & CreditMeanings.Agency) != 0) meaning |= reader.ReadVarint() << AgencyShift;
            meanings[i] = KeyValuePair.Create(phrases[i], meaning);
        }

        string[] keys = reader.ReadSortedStrings();
        var outlets = new Dictionary<string, string[]>(keys.Length, StringComparer.Ordinal);
        foreach (string key in keys)
        {
            string[] spellings = new string[reader.ReadVarint()];
            for (int i = 0; i < spellings.Length; i++) spellings[i] = phrases[reader.ReadVarint()];
            outlets.Add(key, spellings);
        }

        _phrases = new WordTable(meanings);
        _outlets = outlets.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public static CreditLexicon Default => s_default.Value;

    /// <summary>What <paramref name="phrase"/> means; nothing for an unknown one.</summary>
    public CreditMeanings MeaningsOf(ReadOnlySpan<char> phrase) => phrase.Length > 0 && _phrases.TryGet(phrase, out int value) ? (CreditMeanings)(value & AllMeanings) : CreditMeanings.None;

    /// <summary>The usual name of the agency that <paramref name="phrase"/> is a spelling of, or null.</summary>
    public string? AgencyNameOf(ReadOnlySpan<char> phrase) =>
        phrase.Length > 0 && _phrases.TryGet(phrase, out int value) && ((CreditMeanings)value & CreditMeanings.Agency) != 0 ? _agencies[value >> AgencyShift] : null;

    /// <summary>
    /// The spellings of the outlet that <paramref name="outlet"/> tells: an Arabic name, a key (<c>alriyadh</c>), a domain or an address. An Arabic name that is not known is
    /// its own only spelling; nothing is known of any other.
    /// </summary>
    public string[] SpellingsOf(string? outlet)
    {
        if (string.IsNullOrWhiteSpace(outlet)) return [];
        string key = ArabicNormalizer.Match.Normalize(outlet.Trim());
        if (_outlets.TryGetValue(key, out string[]? spellings)) return spellings;
        if (key.AsSpan().ContainsAnyExceptInRange('\0', '\u007F')) return [WithoutMedium(key)];

        ReadOnlySpan<char> host = HostOf(key);
        for (ReadOnlySpan<char> domain = host; ; domain = domain[(domain.IndexOf('.') + 1)..])
        {
            if (_outlets.TryGetValue(domain, out spellings)) return spellings;
            int dot = domain.IndexOf('.');
            if (_outlets.TryGetValue(dot < 0 ? domain : domain[..dot], out spellings)) return spellings;
            if (dot < 0) return [];
        }
    }

    private static ReadOnlySpan<char> HostOf(ReadOnlySpan<char> address)
    {
        int scheme = address.IndexOf("://", StringComparison.Ordinal);
        if (scheme >= 0) address = address[(scheme + 3)..];
        int end = address.IndexOfAny('/', '?', ':');
        return end < 0 ? address : address[..end];
    }

    // «صحيفة X» credits itself as X.
    private string WithoutMedium(string name)
    {
        int blank = name.IndexOf(' ', StringComparison.Ordinal);
        return blank > 0 && (MeaningsOf(name.AsSpan(0, blank)) & CreditMeanings.Medium) != 0 ? name[(blank + 1)..] : name;
    }
}
