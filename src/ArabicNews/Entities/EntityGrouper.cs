using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace ArabicNews;

/// <summary>
/// Joins the names of a text that name the same: a known person under any alias, a person's full name with its shorter forms («لويد أوستن», «أوستن»), a place under any name,
/// and finds the short forms that no rule could see alone.
/// </summary>
internal sealed class EntityGrouper
{
    // A word that news uses more is a short form only where the tagger says so: «السلام» after «عبد السلام».
    private const int MaxShortLevel = 1;

    // Where the tagger believes less of a person, it is none: on folds of news and of an encyclopedia not one of 14 was, up to three times as much.
    private const float LeastBeliefInShort = 0.001f;

    private readonly Gazetteer _gazetteer;
    private readonly string _text;
    private readonly List<Word> _words;
    private readonly List<FoundName> _found;
    private readonly EntityReading _reading;
    private readonly List<EntityGroup> _groups = [];
    // Keys of 64 bits as .NET ships its dictionaries compiled for, with a sign: for others a dozen methods are compiled while the first text waits.
    private readonly Dictionary<long, int> _known = [];
    private readonly Dictionary<long, int> _fullNames = [];
    private readonly Dictionary<ulong, List<(int Word, int Group)>> _lastWords = [];
    private readonly Dictionary<ulong, List<(int Word, int Group)>> _firstWords = [];

    private readonly EntityTrace? _trace;

    public EntityGrouper(Gazetteer gazetteer, string text, EntityReading reading, List<FoundName> found, EntityTrace? trace)
    {
        _trace = trace;
        _reading = reading;
        _gazetteer = gazetteer;
        _text = text;
        _words = reading.Words;
        _found = found;
    }

    public ImmutableArray<Entity> Group(float minScore, List<FoundNationality> nationalities, string? homeCountry, out ImmutableArray<Nationality> known)
    {
        foreach (FoundName name in _found)
            if (name.Kind == EntityKind.Person && IsWhole(name)) AddWhole(name);
        foreach (FoundName name in _found)
            if (name.Kind == EntityKind.Person && !IsWhole(name)) AddShort(name);
        TakePlacesThatArePeople();
        AddUnseenShortForms();

        var places = new PlaceResolver(_gazetteer, _text, _words, _found, nationalities, homeCountry, _trace);
        known = places.Nationalities;
        var governments = new GovernmentSense(_gazetteer, _text, _words);
        foreach (FoundName name in _found)
        {
            if (name.Kind == EntityKind.Organization) Add(GroupOf(EntityKind.Organization, name.Known, KeyOf(name)), name, name.Known < 0 ? GroupRule.SameWords : GroupRule.Gazetteer);
            else if (name.Kind == EntityKind.Place && name.Known > 0)
            {
                int place = places.Resolve(name);
                _trace?.Resolved(name, place);
                if (places.HasNationality(name, place))
                {
                    name.Evidence |= MentionEvidence.Nationality;
                    _trace?.Used(name, name.End, forGovernment: false);
                }

                if (governments.WordFor(name, _gazetteer.Place(place).Info) is >= 0 and var word)
                {
                    name.Evidence |= MentionEvidence.Government;
                    _trace?.Used(name, word, forGovernment: true);
                }

                Add(GroupOf(EntityKind.Place, _gazetteer.Place(place).Group, 0), name, GroupRule.Gazetteer);
            }
            else if (name.Kind == EntityKind.Place) Add(GroupOf(EntityKind.Place, -1, KeyOf(name)), name, GroupRule.SameWords);
        }

        var entities = new List<Entity>(_groups.Count);
        foreach (EntityGroup group in _groups)
            if (EntityOf(group, minScore) is { } entity) entities.Add(entity);
        entities.Sort((left, right) => left.Mentions[0].Span.Start.CompareTo(right.Mentions[0].Span.Start));
        return [.. entities];
    }

    private static bool IsWhole(FoundName name) => !name.IsShort && (name.Known >= 0 || name.End - name.First > 1);

    private void AddWhole(FoundName name)
    {
        ulong key = KeyOf(name);
        int group = name.Known >= 0 ? GroupOf(EntityKind.Person, name.Known, key)
            : _fullNames.TryGetValue((long)key, out int seen) ? seen
            : NewGroup(EntityKind.Person, -1);
        Add(group, name, name.Known >= 0 ? GroupRule.Gazetteer : GroupRule.WholeName);
        if (name.End - name.First == 1)
        {
            Remember(_lastWords, WordKey(name, name.First), name.First, group);
            return;
        }

        // «محمد بن سلمان» begins «محمد بن سلمان بن عبد العزيز», «إيتمار غفير» is its first and last word.
        ulong sequence = 0;
        for (int i = name.First; i < name.End; i++)
        {
            sequence = NameLists.Join(sequence, WordKey(name, i));
            if (i > name.First) _fullNames.TryAdd((long)sequence, group);
        }

        _fullNames.TryAdd((long)NameLists.Join(NameLists.Join(0, WordKey(name, name.First)), WordKey(name, name.End - 1)), group);
        Remember(_lastWords, WordKey(name, name.End - 1), name.First, group);
        Remember(_firstWords, WordKey(name, name.First), name.First, group);
    }

    private void AddShort(FoundName name)
    {
        ulong key = WordKey(name, name.End - 1);
        int group = Nearest(_lastWords, key, name.First);
        GroupRule rule = group >= 0 ? GroupRule.LastWord : name.Known < 0 ? GroupRule.FirstWord : GroupRule.Gazetteer;
        if (group < 0 && name.Known < 0) group = Nearest(_firstWords, key, name.First);
        if (group >= 0) name.Evidence |= MentionEvidence.ShortForm;
        else if (name.Known >= 0) group = GroupOf(EntityKind.Person, name.Known, 0);
        else group = NewGroup(EntityKind.Person, -1);
        Add(group, name, rule);
        if (name.Known < 0) Remember(_lastWords, key, name.First, group);
    }

    // «أوستن» of a text that names لويد أوستن is he and not the city, unless the words around say so.
    private void TakePlacesThatArePeople()
    {
        if (_lastWords.Count > 0)
            _found.RemoveAll(IsPerson);
    }

    private bool IsPerson(FoundName name)
    {
        if (name.Kind != EntityKind.Place || name.Known <= 0 || name.End - name.First > 1 || (name.Evidence & (MentionEvidence.Context | MentionEvidence.CreditLine)) != 0) return false;
        int group = Nearest(_lastWords, WordKey(name, name.First), name.First);
        if (group < 0 || IsCountryOrCapital(name.Known)) return false;
        _trace?.TakenForPerson(name, _groups[group].Names[0]);
        return true;
    }

    private bool IsCountryOrCapital(int node)
    {
        foreach (Meaning meaning in _gazetteer.MeaningsAt(node))
            if (meaning.Kind == MeaningKind.Place && _gazetteer.Place(meaning.Value).Info.Kind is PlaceKind.Country or PlaceKind.Capital or PlaceKind.Continent) return true;
        return false;
    }

    private void AddUnseenShortForms()
    {
        if (_lastWords.Count == 0) return;
        bool[] covered = new bool[_words.Count];
        foreach (FoundName name in _found)
            for (int i = name.First; i < name.End; i++) covered[i] = true;
        var added = new List<FoundName>();
        for (int i = 0; i < _words.Count; i++)
        {
            // A letter by itself is a middle initial, a list's number or the hijri «هـ», not who is meant.
            if (covered[i] || _words[i].IsStop || _words[i].Letters == 1 || _words[i].Level > MaxShortLevel) continue;
            for (int reading = 0; reading < _words[i].ReadingCount; reading++)
            {
                int group = Nearest(_lastWords, _words[i][reading].Key, i);
                if (group < 0) continue;
                if (_reading.BeliefInPerson(i) < LeastBeliefInShort)
                {
                    _trace?.IsUnbelievedShort(i, _groups[group].Names[0]);
                    break;
                }

                NameParts parts = _gazetteer.NamePartsOf(_words[i][reading].Id);
                if (reading == 0 && (parts & NameParts.Given) != 0 && (parts & NameParts.Common) != 0)
                {
                    _trace?.IsCommonGiven(i, _groups[group].Names[0]);
                    break;
                }

                var name = new FoundName
                {
                    Kind = EntityKind.Person,
                    First = i,
                    End = i + 1,
                    Reading = reading,
                    Span = TextSpan.FromBounds(_words[i][reading].Start, _words[i].Span.End),
                    Score = MentionScores.ShortForm,
                    Evidence = MentionEvidence.ShortForm,
                };
                Add(group, name, GroupRule.UnseenLastWord);
                added.Add(name);
                break;
            }
        }

        _found.AddRange(added);
    }

    private Entity? EntityOf(EntityGroup group, float minScore)
    {
        group.Names.Sort((left, right) => left.Span.Start.CompareTo(right.Span.Start));
        var mentions = new Mention[group.Names.Count];
        int count = 0;
        TextSpan role = default, longest = default;
        foreach (FoundName name in group.Names)
        {
            if (name.Score < minScore)
            {
                _trace?.BelowLeast(name, minScore);
                continue;
            }

            mentions[count++] = new Mention(name.Span, name.Kind, name.Score, name.Evidence);
            _trace?.Reported(name, mentions[count - 1]);
            if (role.IsEmpty) role = name.Role;
            if (name.Span.Length > longest.Length) longest = name.Span;
        }

        if (count == 0) return null;
        if (count < mentions.Length) Array.Resize(ref mentions, count);
        ImmutableArray<Mention> named = ImmutableCollectionsMarshal.AsImmutableArray(mentions);
        string? printedRole = role.IsEmpty ? null : _text[(Range)role];
        if (group.Known < 0) return new Entity(group.Kind, _text[(Range)longest], null, named, printedRole, null);
        if (group.Kind == EntityKind.Place)
        {
            PlaceInfo place = _gazetteer.Place(group.Known).Info;
            return new Entity(EntityKind.Place, place.Name, place.Id, named, printedRole, place, place.EnglishName is { Length: > 0 } english ? english : null);
        }

        NameRecord known = group.Kind == EntityKind.Person ? _gazetteer.Person(group.Known) : _gazetteer.Organization(group.Known);
        return new Entity(group.Kind, known.Name, known.Id, named, printedRole, null, known.EnglishName);
    }

    private int GroupOf(EntityKind kind, int known, ulong key)
    {
        if (known < 0)
        {
            long name = (long)(key ^ (ulong)kind);
            if (_fullNames.TryGetValue(name, out int named) && _groups[named].Kind == kind) return named;
            return _fullNames[name] = NewGroup(kind, -1);
        }

        long row = ((long)kind << 32) | (uint)known;
        if (!_known.TryGetValue(row, out int group)) _known.Add(row, group = NewGroup(kind, known));
        return group;
    }

    private int NewGroup(EntityKind kind, int known)
    {
        _groups.Add(new EntityGroup(kind, known));
        return _groups.Count - 1;
    }

    private void Add(int group, FoundName name, GroupRule rule)
    {
        List<FoundName> names = _groups[group].Names;
        _trace?.Grouped(name, rule, names.Count > 0 ? names[0] : null);
        names.Add(name);
    }

    private ulong KeyOf(FoundName name)
    {
        ulong key = 0;
        for (int i = name.First; i < name.End; i++) key = NameLists.Join(key, WordKey(name, i));
        return key;
    }

    private ulong WordKey(FoundName name, int word) => _words[word][word == name.First ? name.Reading : 0].Key;

    private static void Remember(Dictionary<ulong, List<(int, int)>> words, ulong key, int word, int group)
    {
        if (!words.TryGetValue(key, out List<(int Word, int Group)>? seen)) words.Add(key, seen = []);
        if (seen.Count == 0 || seen[^1].Group != group) seen.Add((word, group));
    }

    // Whoever of that name was named last before the word, or first behind it. Names are remembered in text order.
    private static int Nearest(Dictionary<ulong, List<(int Word, int Group)>> words, ulong key, int word)
    {
        if (!words.TryGetValue(key, out List<(int Word, int Group)>? seen)) return -1;
        int low = 0, high = seen.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (seen[middle].Word <= word) low = middle + 1;
            else high = middle;
        }

        return seen[Math.Max(0, low - 1)].Group;
    }

    private sealed class EntityGroup(EntityKind kind, int known)
    {
        public EntityKind Kind { get; } = kind;

        public int Known { get; } = known;

        public List<FoundName> Names { get; } = [];
    }
}
