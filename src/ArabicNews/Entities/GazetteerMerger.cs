using System.Globalization;

namespace ArabicNews;

/// <summary>Adds a list to a copy of some tables; see <see cref="Gazetteer.With"/> for what takes precedence.</summary>
internal sealed class GazetteerMerger(GazetteerTables tables, int list)
{
    private readonly HashSet<int> _ownNodes = [];
    private readonly Dictionary<int, int> _meaningCounts = [];
    private int _firstPlace, _firstPerson, _firstOrganization;

    public GazetteerTables Tables { get; } = tables.Clone();

    /// <summary>Adds all entries and returns their digest.</summary>
    public ulong Add(IEnumerable<GazetteerEntry> entries)
    {
        GazetteerEntry[] added = [.. entries];
        var ids = new HashSet<string>(added.Length, StringComparer.Ordinal);
        foreach (GazetteerEntry entry in added)
        {
            if (entry is null) throw new ArgumentException("An entry is null.", nameof(entries));
            if (!ids.Add(entry.Id)) throw new ArgumentException($"Two entries have the id '{GazetteerEntry.Shown(entry.Id)}'.", nameof(entries));
            if (entry.Problem() is { } problem) throw new ArgumentException($"The entry '{GazetteerEntry.Shown(entry.Id)}': {problem}", nameof(entries));
        }

        Tables.RemoveRows(ids.Contains);
        (_firstPlace, _firstPerson, _firstOrganization) = (Tables.Places.Count, Tables.People.Count, Tables.Organizations.Count);
        var digest = new ListDigest();
        foreach (GazetteerEntry entry in added)
        {
            Add(entry);
            digest.Add(entry);
        }

        return digest.Value;
    }

    private void Add(GazetteerEntry entry)
    {
        switch (entry)
        {
            case { Kind: EntityKind.Place, Place: { } place }:
                AddNames(entry, MeaningKind.Place, MeaningKind.Place, Tables.Places.Count);
                Tables.Places.Add(new PlaceRecord(place, Tables.CountryOf(place.CountryCode), entry.NeedsCue, Tables.Places.Count, PlaceRecord.MostMarked([entry.Name, .. entry.Aliases]), list));
                break;
            case { Kind: EntityKind.Person }:
                AddNames(entry, MeaningKind.Person, MeaningKind.PersonShort, Tables.People.Count);
                Tables.People.Add(new NameRecord(entry.Id, entry.Name, entry.EnglishName));
                break;
            default:
                AddNames(entry, MeaningKind.Organization, MeaningKind.Organization, Tables.Organizations.Count);
                Tables.Organizations.Add(new NameRecord(entry.Id, entry.Name, entry.EnglishName));
                break;
        }
    }

    private void AddNames(GazetteerEntry entry, MeaningKind kind, MeaningKind shortKind, int row)
    {
        AddName(entry, entry.Name, kind, row);
        foreach (string alias in entry.Aliases) AddName(entry, alias, kind, row);
        foreach (string name in entry.ShortNames) AddName(entry, name, shortKind, row);
    }

    private void AddName(GazetteerEntry entry, string name, MeaningKind kind, int row)
    {
        int node = Tables.AddPhrase(name);

        // Once a name belongs to this list, what other kinds it had before is gone; each node is cleaned once, so that many entries with one name stay linear.
        if (_ownNodes.Add(node)) Tables.RemoveMeanings(node, meaning => IsOlderOfAnotherKind(meaning, entry.Kind));

        // A person's name of one word introduces nobody by itself, just as in the list that the library ships.
        if (kind == MeaningKind.Person && !name.AsSpan().Trim().ContainsAny(' ', '\t', '\u00A0')) kind = MeaningKind.PersonShort;
        foreach (Meaning first in Tables.MeaningsAt(node))
        {
            // «أثينا» and its alias «اثينا» are one spelling here.
            if (first == new Meaning(kind, row)) return;
            break;
        }

        int count = _meaningCounts[node] = _meaningCounts.GetValueOrDefault(node) + 1;
        if (count > GazetteerTables.MaxMeanings)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"The entry '{GazetteerEntry.Shown(entry.Id)}': '{GazetteerEntry.Shown(name)}' is the name of more than {GazetteerTables.MaxMeanings} entries."));
        Tables.AddMeaning(node, new Meaning(kind, row));
    }

    private bool IsOlderOfAnotherKind(Meaning meaning, EntityKind kind) => meaning.Kind switch
    {
        MeaningKind.Place => kind != EntityKind.Place && meaning.Value < _firstPlace,
        MeaningKind.Person or MeaningKind.PersonShort => kind != EntityKind.Person && meaning.Value < _firstPerson,
        MeaningKind.Organization => kind != EntityKind.Organization && meaning.Value < _firstOrganization,
        _ => false,
    };
}

/// <summary>FNV-1a over UTF-16 code units: a name for a list's content, not a seal.</summary>
internal struct ListDigest()
{
    private const ulong Prime = 0x0000_0100_0000_01B3;

    public ulong Value { get; private set; } = 0xCBF2_9CE4_8422_2325;

    public void Add(GazetteerEntry entry)
    {
        Add(string.Create(CultureInfo.InvariantCulture, $"{(int)entry.Kind} {(entry.NeedsCue ? 1 : 0)} {entry.Aliases.Length} {entry.ShortNames.Length}"));
        Add(entry.Id);
        Add(entry.Name);
        Add(entry.EnglishName ?? "");
        foreach (string name in entry.Aliases) Add(name);
        foreach (string name in entry.ShortNames) Add(name);
        if (entry.Place is { } place)
            Add(string.Create(CultureInfo.InvariantCulture, $"{place.CountryCode} {place.Subdivision} {(int)place.Kind} {place.Latitude:R} {place.Longitude:R} {place.Population}"));
    }

    public void Add(string text)
    {
        foreach (char unit in text) Value = (Value ^ unit) * Prime;
        Value = (Value ^ 0xFFFF) * Prime;
    }
}
