namespace ArabicNews;

/// <summary>A phrase of the gazetteer in the words of a text.</summary>
/// <param name="Node">Where its meanings are; 0 when nothing matches.</param>
/// <param name="Length">Number of words.</param>
/// <param name="Reading">How the first word is read.</param>
internal readonly record struct PhraseMatch(int Node, int Length, int Reading)
{
    public readonly int Node = Node;
    public readonly int Length = Length;
    public readonly int Reading = Reading;

    public bool Found => Node > 0;
}

/// <summary>Finds the longest phrase of some kind that starts at a word. Only the first word of a phrase can carry particles.</summary>
internal readonly ref struct GazetteerMatcher(Gazetteer gazetteer, ReadOnlySpan<Word> words)
{
    private readonly ReadOnlySpan<Word> _words = words;

    /// <summary>The longest phrase at <paramref name="index"/> with a meaning of <paramref name="kind"/>; of equally long ones the one that takes fewer letters for particles.</summary>
    public PhraseMatch Longest(int index, MeaningKind kind) => Longest(index, int.MaxValue, kind);

    /// <summary>The same of phrases of at most <paramref name="most"/> words.</summary>
    public PhraseMatch Longest(int index, int most, MeaningKind kind)
    {
        var best = default(PhraseMatch);
        for (int reading = 0; reading < _words[index].ReadingCount; reading++)
        {
            int node = gazetteer.Step(0, _words[index][reading].Id);
            for (int end = index + 1; node > 0 && end - index <= most; end++)
            {
                if (end - index > best.Length && HasMeaning(node, kind)) best = new PhraseMatch(node, end - index, reading);
                if (end == _words.Length || !_words[end].Joined) break;
                node = gazetteer.Step(node, _words[end].Printed.Id);
            }
        }

        return best;
    }

    /// <summary>The phrase of <paramref name="length"/> words at <paramref name="index"/>, whether or not a longer one begins there; else none.</summary>
    public PhraseMatch OfLength(int index, int length, MeaningKind kind) => Longest(index, length, kind) is var match && match.Length == length ? match : default;

    /// <summary>«ولاية الجزيرة», «محافظة الشرقية», names of which the head word is part in a list and not in news: what stands at <paramref name="index"/> behind such a head word, with the meanings of the whole name.</summary>
    public PhraseMatch DivisionBehindHead(int index)
    {
        if (index == 0 || index >= _words.Length || !_words[index].Joined || !IsRegionHead(_words[index - 1]) || PlaceHeads.Capital.Contains(_words[index].Printed.Key)) return default;
        PhraseMatch whole = Longest(index - 1, MeaningKind.Place);
        return whole.Length > 1 && PlaceHeads.Region.Contains(_words[index - 1][whole.Reading].Key) ? new PhraseMatch(whole.Node, whole.Length - 1, 0) : default;
    }

    /// <summary>What whole names of an entity's kind are in the gazetteer.</summary>
    public static MeaningKind MeaningOf(EntityKind kind) => kind switch
    {
        EntityKind.Person => MeaningKind.Person,
        EntityKind.Place => MeaningKind.Place,
        _ => MeaningKind.Organization,
    };

    /// <summary>What <see cref="FoundName.Known"/> is for a name that matched as <paramref name="kind"/>: of a place the node, since which place is meant is decided later; -1 for no match.</summary>
    public int KnownBy(PhraseMatch match, MeaningKind kind) => !match.Found ? -1 : kind == MeaningKind.Place ? match.Node : ValueOf(match, kind);

    /// <summary>The value of the first meaning of <paramref name="kind"/>; the match must have one.</summary>
    public int ValueOf(PhraseMatch match, MeaningKind kind)
    {
        foreach (Meaning meaning in gazetteer.MeaningsAt(match.Node))
            if (meaning.Kind == kind) return meaning.Value;
        return -1;
    }

    private static bool IsRegionHead(in Word word)
    {
        for (int reading = 0; reading < word.ReadingCount; reading++)
            if (PlaceHeads.Region.Contains(word[reading].Key)) return true;
        return false;
    }

    private bool HasMeaning(int node, MeaningKind kind)
    {
        foreach (Meaning meaning in gazetteer.MeaningsAt(node))
            if (meaning.Kind == kind) return true;
        return false;
    }
}
