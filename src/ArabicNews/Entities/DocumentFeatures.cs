namespace ArabicNews;

/// <summary>The features of the second pass: what the first pass thinks of a word and its neighbours, and what the other places of the same word tell.</summary>
/// <param name="facts">The words of a run.</param>
/// <param name="probabilities">The first pass's, a row for each word.</param>
/// <param name="others">What the other places tell of each word.</param>
/// <param name="buffer">Room for <see cref="MaxCount"/> features.</param>
internal ref struct DocumentFeatures(ReadOnlySpan<WordFacts> facts, ReadOnlySpan<float> probabilities, ReadOnlySpan<DocumentEvidence.Belief> others, Span<ulong> buffer)
{
    public const int MaxCount = 48;

    private readonly ReadOnlySpan<WordFacts> _facts = facts;
    private readonly ReadOnlySpan<float> _probabilities = probabilities;
    private readonly ReadOnlySpan<DocumentEvidence.Belief> _others = others;
    private readonly Span<ulong> _features = buffer;
    private int _count;
    private int _kind;

    /// <summary>The features of word <paramref name="index"/>, in the buffer.</summary>
    public ReadOnlySpan<ulong> Of(int index)
    {
        (_count, _kind) = (0, 0);
        (int label, int sureness) = Best(index);
        (int before, int sureBefore) = Best(index - 1);
        (int after, int sureAfter) = Best(index + 1);
        Add(1, 0, 0);
        Add(label, sureness, 0);
        Add(label, before, after);
        DocumentEvidence.Belief belief = _others[index];
        int heard = Heard(index), heardBefore = Heard(index - 1), heardAfter = Heard(index + 1);
        ref readonly WordFacts word = ref _facts[index];
        Add(heardBefore, label, before);
        Add(heardAfter, label, after);
        if (belief.Count == 0)
        {
            Add(label, (int)word.Parts, 0);
            return _features[.._count];
        }

        int count = Math.Min(belief.Count, 4);
        Add(heard, label, sureness);
        Add(heard, count, label);
        Add(Share(belief.Person, belief.Count), Sum(belief.Person), 0);
        Add(Share(belief.Place, belief.Count), Sum(belief.Place), 0);
        Add(Share(belief.Organization, belief.Count), Sum(belief.Organization), 0);
        Add(Share(belief.Person, belief.Count), label, sureness);
        Add(Share(belief.Place, belief.Count), label, sureness);
        Add(Sum(belief.Person), word.Level, 0);
        Add(Sum(belief.Place), word.Level, 0);
        Add(Share(belief.Person, belief.Count), word.Level, word.Triggers & WordFactsReader.Article);
        Add(heard, (int)word.Parts, word.Level);
        Add(heard, word.Rule, label);
        Add(heard, word.Particles, label);
        Add(heard, heardBefore, heardAfter);
        Add(heard, before, sureBefore);
        Add(heard, after, sureAfter);
        Add(heard, word.Before, word.After);
        Add(heard, (int)word.Listed, 0);
        return _features[.._count];
    }

    // The likeliest label and how sure it is; outside the run none.
    private readonly (int Label, int Sureness) Best(int index)
    {
        if ((uint)index >= (uint)_facts.Length) return (TagLabels.Count, 0);
        ReadOnlySpan<float> row = _probabilities.Slice(index * TagLabels.Stride, TagLabels.Count);
        int best = 0;
        for (int label = 1; label < row.Length; label++)
            if (row[label] > row[best]) best = label;
        float most = row[best];
        return (best, most < 0.5f ? 0 : most < 0.7f ? 1 : most < 0.85f ? 2 : most < 0.95f ? 3 : most < 0.99f ? 4 : 5);
    }

    // What the other places say most, and how strongly, as one number.
    private readonly int Heard(int index)
    {
        if ((uint)index >= (uint)_others.Length || _others[index].Count == 0) return 0;
        DocumentEvidence.Belief belief = _others[index];
        (int kind, int most) = (1, belief.Person);
        if (belief.Place > most) (kind, most) = (2, belief.Place);
        if (belief.Organization > most) (kind, most) = (3, belief.Organization);
        int share = Share(most, belief.Count);
        return share == 0 ? 1 : (kind * 8) + share;
    }

    private static int Share(int sum, int count)
    {
        int share = sum / count;
        return share < 50 ? 0 : share < 200 ? 1 : share < 400 ? 2 : share < 600 ? 3 : share < 800 ? 4 : share < 950 ? 5 : 6;
    }

    private static int Sum(int sum) => sum < 50 ? 0 : sum < 300 ? 1 : sum < 700 ? 2 : sum < 1500 ? 3 : sum < 3000 ? 4 : 5;

    private void Add(int first, int second, int third)
    {
        ulong hash = ((ulong)(uint)first << 40) ^ ((ulong)(uint)second << 20) ^ (uint)third ^ ((ulong)++_kind << 56);
        hash *= 0xBF58_476D_1CE4_E5B9;
        hash ^= hash >> 32;
        hash *= 0x94D0_49BB_1331_11EB;
        _features[_count++] = hash ^ (hash >> 29);
    }
}
