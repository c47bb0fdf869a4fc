using System.Collections.Immutable;

namespace ArabicNews;

/// <summary>
/// One row of a list of your own: a person, a place or an organization with the names that texts use. Names are found in any spelling (with or without hamza, diacritics, tatweel) and behind attached particles, so
/// one spelling of each is enough. Immutable; equal when all content is equal.
/// </summary>
/// <example><code>
/// GazetteerEntry village = GazetteerEntry.ForPlace(new PlaceInfo("own/1", "دير العسل", "Deir al-Asal", "PS", 31.47, 34.95, PlaceKind.Town)) with { Aliases = ["دير العسل الفوقا"] };
/// </code></example>
public sealed record GazetteerEntry
{
    private const int MaxWords = 32, MaxShown = 40;

    private GazetteerEntry(EntityKind kind, string id, string name, string? englishName, PlaceInfo? place)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Kind = kind;
        Id = id;
        Name = name;
        EnglishName = englishName;
        Place = place;
    }

    /// <summary>Person, place or organization.</summary>
    public EntityKind Kind { get; }

    /// <summary>What <see cref="Entity.Id"/> will be; unique among all kinds.</summary>
    public string Id { get; }

    /// <summary>The usual Arabic name: what <see cref="Entity.Name"/> will be.</summary>
    public string Name { get; }

    /// <summary>The usual English name; null where none is given.</summary>
    public string? EnglishName { get; }

    /// <summary>For a place, where it is; else null.</summary>
    public PlaceInfo? Place { get; }

    /// <summary>Other names and spellings; empty unless set.</summary>
    public ImmutableArray<string> Aliases
    {
        get => field.IsDefault ? [] : field;
        init;
    } = [];

    /// <summary>Of a person, names by which a text goes on («السيسي»): found beside a title or a verb of speech, behind the whole name, and alone where the word is nothing else. Empty unless set.</summary>
    public ImmutableArray<string> ShortNames
    {
        get => field.IsDefault ? [] : field;
        init;
    } = [];

    /// <summary>The name of a place is also a word or a person's name («صور», «بابل»): it is the place only beside a preposition, a head word («مدينة صور») or an adjective of its country.</summary>
    public bool NeedsCue { get; init; }

    /// <summary>A person.</summary>
    /// <exception cref="ArgumentException"><paramref name="id"/> or <paramref name="name"/> is null, empty or blank.</exception>
    public static GazetteerEntry ForPerson(string id, string name, string? englishName = null) => new(EntityKind.Person, id, name, englishName, null);

    /// <summary>A body of people: government, company, party, club, agency.</summary>
    /// <exception cref="ArgumentException"><paramref name="id"/> or <paramref name="name"/> is null, empty or blank.</exception>
    public static GazetteerEntry ForOrganization(string id, string name, string? englishName = null) => new(EntityKind.Organization, id, name, englishName, null);

    /// <summary>A place; id and names are its own.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="place"/> is null.</exception>
    /// <exception cref="ArgumentException">Its id or name is null, empty or blank.</exception>
    public static GazetteerEntry ForPlace(PlaceInfo place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return new(EntityKind.Place, place.Id, place.Name, place.EnglishName, place);
    }

    /// <inheritdoc/>
    public bool Equals(GazetteerEntry? other) =>
        ReferenceEquals(this, other) || (other is not null && Kind == other.Kind && Id == other.Id && Name == other.Name && EnglishName == other.EnglishName && Place == other.Place
            && NeedsCue == other.NeedsCue && Sequences.Equal(Aliases, other.Aliases) && Sequences.Equal(ShortNames, other.ShortNames));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, Id, Name, EnglishName, Place, NeedsCue, Sequences.Hash(Aliases), Sequences.Hash(ShortNames));

    /// <summary>What keeps the entry out of a gazetteer, as the end of a sentence; null when nothing does.</summary>
    internal string? Problem()
    {
        foreach (string name in (IEnumerable<string>)[Name, .. Aliases, .. ShortNames])
            if (ProblemOf(name) is { } problem) return problem;
        return Place is { } place ? ProblemOf(place) : null;
    }

    /// <summary>What a message quotes of a list: its beginning, since a list may hold anything.</summary>
    internal static string Shown(ReadOnlySpan<char> text) => text.Length <= MaxShown ? text.ToString() : string.Concat(text[..MaxShown], "\u2026");

    private static string? ProblemOf(string? name)
    {
        if (name is null) return "one of its names is null.";
        int words = 0;
        foreach (Token token in ArabicTokenizer.Tokenize(name))
        {
            if (token.Kind is TokenKind.Punctuation or TokenKind.Symbol) continue;
            if (token.Kind != TokenKind.Word || TextWords.KeyOf(token.Span.In(name)) == 0) return $"'{Shown(token.Span.In(name))}' in its name '{Shown(name)}' is no Arabic word.";
            if (++words > MaxWords) return $"its name '{Shown(name)}' has more than 32 words.";
        }

        return words == 0 ? $"its name '{Shown(name)}' has no Arabic word." : null;
    }

    // «not (in range)», so that NaN is out of it.
    private static string? ProblemOf(PlaceInfo place) => place switch
    {
        { Latitude: not (>= -90 and <= 90) } => "its latitude is not in [-90, 90].",
        { Longitude: not (>= -180 and <= 180) } => "its longitude is not in [-180, 180].",
        { Population: < 0 } => "its population is negative.",
        { CountryCode: not ("" or [>= 'A' and <= 'Z', >= 'A' and <= 'Z']) } => $"its country '{Shown(place.CountryCode)}' is no code of ISO 3166-1.",
        { Subdivision: not (null or [>= 'A' and <= 'Z', >= 'A' and <= 'Z', '-', _, ..]) } => $"its subdivision '{Shown(place.Subdivision)}' is no code of ISO 3166-2.",
        _ => Enum.IsDefined(place.Kind) ? null : "its kind is no PlaceKind.",
    };
}
