namespace ArabicNews;

/// <summary>A place with what only the extractor needs.</summary>
/// <param name="Info">What callers see; without an id when the row has been taken off.</param>
/// <param name="Country">Number of its country.</param>
/// <param name="NeedsCue">Its name is also a word or a person's.</param>
/// <param name="Group">The row that it is counted with.</param>
/// <param name="Marked">Its name with the vowel marks that tell it from others («عُمَان»); null where none is given.</param>
/// <param name="List">0 for a row that the library ships, 1 for one of the first list added to it, and so on.</param>
internal sealed record PlaceRecord(PlaceInfo Info, int Country, bool NeedsCue, int Group, string? Marked, int List)
{
    // As much as the largest country has before a town, and less than a country beside the name: who adds a list of places means them, unless the text says otherwise.
    private const double PerList = 10;

    /// <summary>The one of a place's names that prints the most vowel marks; null when none prints any.</summary>
    public static string? MostMarked(IEnumerable<string> names)
    {
        string? best = null;
        int most = 0;
        foreach (string name in names)
        {
            int marks = 0;
            foreach (char unit in name)
                if (unit is >= '\u064B' and <= '\u0652') marks++;
            if (marks > most) (best, most) = (name, marks);
        }

        return best;
    }

    /// <summary>How likely the place is when nothing else is known: countries, then capitals, then by population; those of an added list before others.</summary>
    public double Weight => PopulationWeight + ListWeight + KindWeight;

    /// <summary>Its part of <see cref="Weight"/> for how many live there, 3 for none known.</summary>
    public double PopulationWeight => Math.Log10(Info.Population + 1000.0);

    /// <summary>Its part for the list that it is of.</summary>
    public double ListWeight => PerList * List;

    /// <summary>Its part for what sort of place it is.</summary>
    public double KindWeight => Info.Kind switch
    {
        PlaceKind.Country => 4,
        PlaceKind.Continent => 4,
        PlaceKind.Capital => 3,
        PlaceKind.Region or PlaceKind.City or PlaceKind.Area => 1,
        _ => 0,
    };
}

/// <summary>What the kinds of places have in common.</summary>
internal static class PlaceKinds
{
    public static bool IsSettlement(this PlaceKind kind) => kind is PlaceKind.Capital or PlaceKind.City or PlaceKind.Town;
}

/// <summary>A person or a body; of a person who holds an office of a country, the country.</summary>
internal sealed record NameRecord(string Id, string Name, string? EnglishName, int Country = -1);

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
    /// <summary>A word of clubs («دينامو»), before which stands nothing else than its city.</summary>
    Club = 8,
}

/// <summary>A meaning; the value is a row of its table, a country for a demonym, <see cref="HeadTakes"/> for a head of bodies, and 1 for a title that a country may follow.</summary>
internal readonly record struct Meaning(MeaningKind Kind, int Value)
{
    public readonly MeaningKind Kind = Kind;
    public readonly int Value = Value;
}

/// <summary>A meaning in the list of one phrase's.</summary>
/// <param name="Meaning">The meaning.</param>
/// <param name="Next">Where the next one is; -1 for the last.</param>
internal readonly record struct MeaningLink(Meaning Meaning, int Next)
{
    public readonly Meaning Meaning = Meaning;
    public readonly int Next = Next;
}

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
internal struct MeaningEnumerator(MeaningLink[] meanings, int next)
{
    private int _next = next;

    public Meaning Current { get; private set; }

    public readonly MeaningEnumerator GetEnumerator() => this;

    public bool MoveNext()
    {
        if (_next < 0) return false;
        (Current, _next) = (meanings[_next].Meaning, meanings[_next].Next);
        return true;
    }
}
