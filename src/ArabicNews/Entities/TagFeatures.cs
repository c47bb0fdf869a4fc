namespace ArabicNews;

/// <summary>What holds of <see cref="TagFeatures{TKinds}"/> of all kinds.</summary>
internal static class TagFeatures
{
    /// <summary>At most so many for one word.</summary>
    public const int MaxCount = 160;
}

/// <summary>Hears which kinds of features a word has. A struct, so that who does not ask pays nothing.</summary>
internal interface IFeatureKinds
{
    /// <summary>Feature number <paramref name="feature"/> of a word is of <paramref name="kind"/>, from 1.</summary>
    void Note(int feature, int kind);
}

/// <summary>Does not ask.</summary>
internal readonly struct NoFeatureKinds : IFeatureKinds
{
    public void Note(int feature, int kind)
    {
    }
}

/// <summary>Keeps them.</summary>
internal readonly struct KeptFeatureKinds() : IFeatureKinds
{
    public readonly byte[] Kinds = new byte[TagFeatures.MaxCount];

    public void Note(int feature, int kind) => Kinds[feature] = (byte)kind;
}

/// <summary>The features of a word among its neighbours, as hashes of 64 bits. No string is built.</summary>
/// <param name="facts">The words of a run.</param>
/// <param name="buffer">Room for <see cref="TagFeatures.MaxCount"/> features.</param>
/// <param name="kinds">Hears of which kind each feature is.</param>
internal ref struct TagFeatures<TKinds>(ReadOnlySpan<WordFacts> facts, Span<ulong> buffer, TKinds kinds)
    where TKinds : struct, IFeatureKinds
{
    private static readonly WordFacts s_edge = new() { Key = 1, Rest = 1, Stem = 1, Before = 14, After = 14, Script = 4 };

    private readonly ReadOnlySpan<WordFacts> _facts = facts;
    private readonly Span<ulong> _features = buffer;
    private readonly TKinds _kinds = kinds;
    private int _count;
    private ulong _kind;

    /// <summary>The features of word <paramref name="index"/>, in the buffer.</summary>
    public ReadOnlySpan<ulong> Of(int index)
    {
        _count = 0;
        _kind = 0;
        ref readonly WordFacts word = ref At(index), before = ref At(index - 1), after = ref At(index + 1), before2 = ref At(index - 2), after2 = ref At(index + 2);
        Add(1);
        Words(word, before, after, before2, after2);
        Letters(word, before, after);
        Shapes(word, before, after);
        Lists(word, before, after);
        Companions(index, word, before, after, before2, after2);
        Rules(word, before, after);
        Clusters(word, before, after, before2, after2);
        return _features[.._count];
    }

    private readonly ref readonly WordFacts At(int index)
    {
        if ((uint)index < (uint)_facts.Length) return ref _facts[index];
        return ref s_edge;
    }

    private void Words(in WordFacts word, in WordFacts before, in WordFacts after, in WordFacts before2, in WordFacts after2)
    {
        Add(word.Key);
        Add(before.Key);
        Add(after.Key);
        Add(before2.Key);
        Add(after2.Key);
        Add(before.Key, word.Key);
        Add(word.Key, after.Key);
        Add(word.Rest);
        Add(before.Rest);
        Add(after.Rest);
        Add(word.Stem);
        Add(before.Stem);
        Add(after.Stem);
        Add(before2.Stem);
        Add(after2.Stem);
        Add(before2.Key, before.Key);
    }

    private void Letters(in WordFacts word, in WordFacts before, in WordFacts after)
    {
        for (int i = 0; i < 4; i++)
        {
            AddIf(word.Beginnings[i]);
            AddIf(word.Endings[i]);
        }

        for (int i = 1; i < 3; i++)
        {
            AddIf(before.Beginnings[i]);
            AddIf(before.Endings[i]);
            AddIf(after.Beginnings[i]);
            AddIf(after.Endings[i]);
        }

        _kind++;
        for (int i = 0; i < word.TrigramCount; i++) Put(word.Trigrams[i]);
    }

    private void Shapes(in WordFacts word, in WordFacts before, in WordFacts after)
    {
        Add(word.Length);
        AddIf(word.Script);
        Add(word.Particles);
        Add(Pair(word.Particles, word.RestLevel));
        Add(Pair(word.Particles, word.Suffixes));
        Add(word.Suffixes);
        Add(before.Suffixes);
        Add(after.Suffixes);
        Add(after.Particles);
        Add(word.Level);
        Add(word.RestLevel);
        Add(word.StemLevel);
        Add(before.Level);
        Add(after.Level);
        Add(Pair(word.Level, word.StemLevel));
        Add(Pair(before.Level, word.Level));
        Add(Pair(word.Level, after.Level));
        Add(word.Before);
        Add(word.After);
        Add(Pair(word.Before, word.After));
        Add(Pair(word.Before, before.Before));
        Add(word.Key, word.Before);
        Add(Pair(word.Likeness, word.Level));
        Add(Pair(word.RestLikeness, word.RestLevel, word.Particles));
        Add(Pair(before.Likeness / 2, word.Likeness / 2, after.Likeness / 2));
    }

    private void Lists(in WordFacts word, in WordFacts before, in WordFacts after)
    {
        int names = Names(word), namesBefore = Names(before), namesAfter = Names(after), rest = RestNames(word);
        Add(names);
        Add(rest, word.Particles);
        Add(Pair(namesBefore, names));
        Add(Pair(names, namesAfter));
        Add(Pair(namesBefore, names, namesAfter));
        Add(Pair(names, word.Level, word.Likeness / 3));
        Add(Pair(names, word.Before));
        Add(Pair(names, word.After));
        AddIf(word.Place);
        AddIf(word.Person);
        AddIf(word.Short);
        AddIf(word.Organization);
        AddIf(before.Place);
        AddIf(before.Person);
        AddIf(before.Organization);
        AddIf(after.Place);
        AddIf(after.Person);
        AddIf(after.Organization);
        AddIf(word.ListedPerson);
        AddIf(word.ListedPlace);
        AddIf(word.DoubtfulPlace);
        AddIf(word.ListedOrganization);
        int listed = word.ListedPerson + (word.ListedPlace * 5) + (word.DoubtfulPlace * 25) + (word.ListedOrganization * 125);
        int known = word.Place + (word.Person * 5) + (word.Short * 25) + (word.Organization * 125);
        int listedBefore = before.ListedPerson + (before.ListedPlace * 5), listedAfter = after.ListedPerson + (after.ListedPlace * 5);
        Add(Pair(listed, known));
        Add(Pair(listed, word.Level));
        Add(Pair(known, word.Level, word.Particles));
        Add(Pair(listed, names));
        Add(Pair(listedBefore, listed));
        Add(Pair(listed, listedAfter));
        Add(Pair((int)word.Listed, word.Level));
        Add(Pair((int)before.Listed, (int)word.Listed));
        Add(Pair((int)word.Listed, (int)after.Listed));
        Add(before.Key, listed + 1);
        Add(before.Stem, names + 1);
        Add(before.Key, names + 1);
        Add(after.Key, names + 1);
        Add(after.Stem, listed + 1);
    }

    // Words that stand beside names: what they are, how far away.
    private void Companions(int index, in WordFacts word, in WordFacts before, in WordFacts after, in WordFacts before2, in WordFacts after2)
    {
        int names = Names(word);
        AddIf(word.Triggers);
        AddIf(before.Triggers);
        AddIf(after.Triggers);
        AddIf(before2.Triggers);
        AddIf(after2.Triggers);
        Add(Pair(before.Triggers, names));
        Add(Pair(before2.Triggers, before.Triggers, names));
        Add(Pair(word.Triggers, after.Triggers, names));
        Add(Pair(before.Triggers, word.Place, word.ListedPlace));
        Add(Pair(before.Triggers, word.Level, word.Likeness / 3));
        Add(Pair(word.Triggers & ~WordFactsReader.Stop, word.Particles));
        int title = Distance(index, WordFactsReader.Title), verb = Distance(index, WordFactsReader.SpeechVerb), head = Distance(index, WordFactsReader.BodyHead | WordFactsReader.OrganizationHead);
        Add(Pair(title, names));
        Add(Pair(verb, names));
        Add(Pair(head, names));
        Add(Pair(head, word.Place, word.Triggers & WordFactsReader.Demonym));
        Add(Pair(title, before.Triggers & WordFactsReader.Demonym, word.Level));
    }

    // How many words before the word one with such a trigger stands, up to 5, with no sign but blanks between; 0 for none.
    private readonly int Distance(int index, int trigger)
    {
        for (int distance = 1; distance <= 5; distance++)
        {
            if (index - distance < 0 || _facts[index - distance + 1].Before is not (0 or 2)) return 0;
            if ((_facts[index - distance].Triggers & trigger) != 0) return distance;
        }

        return 0;
    }

    private void Rules(in WordFacts word, in WordFacts before, in WordFacts after)
    {
        Add(word.Rule);
        Add(Pair(word.Rule, word.RuleStrength));
        Add(Pair(before.Rule, word.Rule));
        Add(Pair(word.Rule, after.Rule));
        Add(Pair(before.Rule, word.Rule, after.Rule));
        Add(Pair(word.Rule, word.Level));
        Add(Pair(word.Rule, Names(word)));
        Add(word.Rest, word.Rule);
        Add(before.Stem, word.Rule);
        Add(after.Key, word.Rule);
        Add(Pair(word.Rule, word.ListedPerson, word.ListedPlace));
        Add(Pair(word.Rule, word.Before, word.After));
    }

    private void Clusters(in WordFacts word, in WordFacts before, in WordFacts after, in WordFacts before2, in WordFacts after2)
    {
        AddIf(word.Coarse);
        AddIf(before.Coarse);
        AddIf(after.Coarse);
        AddIf(before2.Coarse);
        AddIf(after2.Coarse);
        AddIf(word.Fine);
        AddIf(before.Fine);
        AddIf(after.Fine);
        Add(Pair(before.Coarse, word.Coarse));
        Add(Pair(word.Coarse, after.Coarse));
        Add(Pair(before.Coarse, Names(word)));
        Add(Pair(after.Coarse, Names(word)));
        Add(Pair(before.Fine, word.Rule));
    }

    private static int Names(in WordFacts word) => (int)word.Parts | (word.NameLevel << 4) | ((int)word.Listed << 6);

    private static int RestNames(in WordFacts word) => (int)word.RestParts | (word.RestNameLevel << 4);

    private static ulong Pair(int first, int second) => ((ulong)(uint)first << 32) | (uint)second;

    private static ulong Pair(int first, int second, int third) => ((ulong)(uint)first << 40) ^ ((ulong)(uint)second << 20) ^ (uint)third;

    private void Add(ulong value)
    {
        _kind++;
        Put(value);
    }

    private void Add(int value) => Add((ulong)(uint)value);

    private void Add(ulong value, ulong other) => Add((value * 0x9E37_79B9_7F4A_7C15) + other);

    private void Add(ulong value, int other) => Add(value, (ulong)(uint)other);

    private void Add(int value, int other) => Add(Pair(value, other));

    private void AddIf(ulong value)
    {
        _kind++;
        if (value != 0) Put(value);
    }

    private void AddIf(int value) => AddIf((ulong)(uint)value);

    private void Put(ulong value)
    {
        ulong hash = (value ^ (_kind * 0xD6E8_FEB8_6659_FD93)) * 0xBF58_476D_1CE4_E5B9;
        hash ^= hash >> 32;
        hash *= 0x94D0_49BB_1331_11EB;
        _kinds.Note(_count, (int)_kind);
        _features[_count++] = hash ^ (hash >> 29);
    }
}
