namespace ArabicNews;

/// <summary>
/// Where a walk over the words of a text stands in the names of a <see cref="Gazetteer"/>: behind the words of a name or of the beginning of one. For engines that have words already and want to know which of them are names, as
/// an analyzer does; who wants people and places with reasons asks an <see cref="EntityExtractor"/>. A value; thread-safe, allocates nothing.
/// </summary>
/// <example><code>
/// if (Gazetteer.Default.Names.TryStep("نيو", out NamePath start) &amp;&amp; start.TryStep("يورك", out NamePath name) &amp;&amp; name.TryGetName(out EntityKind kind, out string id))
///     Console.WriteLine($"{kind} {id}");
/// </code></example>
public readonly struct NamePath
{
    private readonly Gazetteer? _gazetteer;
    private readonly int _node;

    internal NamePath(Gazetteer gazetteer, int node)
    {
        _gazetteer = gazetteer;
        _node = node;
    }

    /// <summary>
    /// Goes on with <paramref name="word"/>, one word in any spelling and without attached particles. False, and a path that leads nowhere, when no name goes on like that. Linear in the length of the word.
    /// </summary>
    public bool TryStep(ReadOnlySpan<char> word, out NamePath longer)
    {
        // Nothing is set before the end: callers step from a path to itself.
        NameWord known = _gazetteer is null ? default : _gazetteer.GetNameWord(word);
        return TryStep(known, out longer);
    }

    /// <summary>The same for a word that this path's gazetteer has been asked about before; takes constant time.</summary>
    public bool TryStep(NameWord word, out NamePath longer)
    {
        int next = _gazetteer is null ? -1 : _gazetteer.Step(_node, word.Id);
        longer = next > 0 ? new NamePath(_gazetteer!, next) : default;
        return next > 0;
    }

    /// <summary>Whether longer names of places begin with the words so far. The first question to a gazetteer takes some milliseconds.</summary>
    public bool LeadsToPlace => _gazetteer is not null && _gazetteer.LeadsToPlace(_node);

    /// <summary>
    /// Whom or what the words so far name. Of several the place that is meant most often, else a person, else a body. False when they are no whole name, only a part of a person's, or a place whose name is also a word or a person's
    /// and so needs a reason.
    /// </summary>
    public bool TryGetName(out EntityKind kind, out string id)
    {
        (kind, id) = (EntityKind.Place, "");
        if (_gazetteer is null) return false;
        double most = double.MinValue;
        foreach (Meaning meaning in _gazetteer.MeaningsAt(_node))
        {
            if (meaning.Kind == MeaningKind.Place && _gazetteer.Place(meaning.Value) is { NeedsCue: false } place && place.Weight > most)
                (most, kind, id) = (place.Weight, EntityKind.Place, place.Info.Id);
            else if (meaning.Kind == MeaningKind.Person && (id.Length == 0 || kind == EntityKind.Organization))
                (kind, id) = (EntityKind.Person, _gazetteer.Person(meaning.Value).Id);
            else if (meaning.Kind == MeaningKind.Organization && id.Length == 0)
                (kind, id) = (EntityKind.Organization, _gazetteer.Organization(meaning.Value).Id);
        }

        return id.Length > 0;
    }
}

/// <summary>A word as the names of one <see cref="Gazetteer"/> know it: worth keeping for who meets the word again. Default: a word that no name has.</summary>
public readonly record struct NameWord
{
    // One more than the number of the word, so that the default is no word.
    private readonly int _number;

    internal NameWord(int id) => _number = id + 1;

    /// <summary>Whether a name has the word.</summary>
    public bool IsKnown => _number > 0;

    internal int Id => _number - 1;
}
