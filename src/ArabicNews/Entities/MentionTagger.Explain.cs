using System.Collections.Immutable;

namespace ArabicNews;

/// <content>
/// Why the tagger believes what it does. The features of a word are not kept; a run that somebody asks about is read again, by the same code out of the same words and rules.
/// </content>
internal sealed partial class MentionTagger
{
    private const int MaxFeatures = 4, MaxElsewhereOnASide = 3;

    private WordFacts[] _explainedFacts = [];
    private byte[] _explainedLabels = [];
    private Run? _explained;
    private bool _explainedIsSocial;

    /// <summary>
    /// The words <paramref name="first"/> to <paramref name="end"/>, which are thought to be a name of <paramref name="kind"/>; none where the tagger has not read them. After <see cref="Names"/>. Asked in the order of the
    /// text, all answers together are linear in it.
    /// </summary>
    public ImmutableArray<TaggedWord> Explain(ReadOnlySpan<Word> words, List<FoundName> rules, int first, int end, EntityKind kind)
    {
        var explained = ImmutableArray.CreateBuilder<TaggedWord>(end - first);
        for (int i = first; i < end; i++)
        {
            if (RunOf(_runs, run => run.First, i) is not { } run || run.End <= i) return [];
            if (run != _explained) ReadAgain(words, rules, run);
            explained.Add(Explain(words, run, i, TagLabels.Of(kind, TagLabels.PlaceIn(i, first, end))));
        }

        return explained.ToImmutable();
    }

    private TaggedWord Explain(ReadOnlySpan<Word> words, Run run, int word, int label)
    {
        int index = word - run.First, heard = (run.Row / TagLabels.Stride) + index;
        Span<float> pull = stackalloc float[TagLabels.Stride];
        pull.Clear();
        DocumentEvidence.Belief others = _evidence.Of(heard);
        Pull(others, pull);
        float[] sums = new float[(int)TagFeatureSource.Use + 1];
        return new TaggedWord
        {
            Span = words[word].Span,
            Text = _text[(Range)words[word].Span],
            Label = NameOf(_explainedLabels[index]),
            Alone = BeliefOf(_evidence.OwnOf(heard)),
            Belief = _beliefs[word],
            Features = Strongest(words, run, index, label, sums),
            Sums = [.. SumsOf(sums)],
            ElsewhereCount = others.Count,
            Elsewhere = Elsewhere(words, heard, _explainedFacts[index].Rest),
            ElsewherePoints = pull[label] - pull[TagLabels.Outside],
        };
    }

    private ImmutableArray<TagFeature> Strongest(ReadOnlySpan<Word> words, Run run, int index, int label, float[] sums)
    {
        ReadOnlySpan<WordFacts> facts = _explainedFacts.AsSpan(0, run.End - run.First);
        var kinds = new KeptFeatureKinds();
        ReadOnlySpan<ulong> features = new TagFeatures<KeptFeatureKinds>(facts, new ulong[TagFeatures.MaxCount], kinds).Of(index);
        Span<float> row = stackalloc float[TagLabels.Stride];
        var strongest = new List<(float Points, int Kind)>();
        for (int i = 0; i < features.Length; i++)
        {
            _model.Score(features.Slice(i, 1), _explainedIsSocial, row);
            float points = row[label] - row[TagLabels.Outside];
            TagFeatureSource source = TagFeatureNames.SourceOf(kinds.Kinds[i]);
            sums[(int)source] += points;

            // What holds of every word explains none.
            if (points != 0 && source != TagFeatureSource.None) strongest.Add((points, kinds.Kinds[i]));
        }

        strongest.Sort((left, right) => MathF.Abs(right.Points).CompareTo(MathF.Abs(left.Points)) is not 0 and var order ? order : left.Kind.CompareTo(right.Kind));
        var named = ImmutableArray.CreateBuilder<TagFeature>(Math.Min(MaxFeatures, strongest.Count));
        foreach ((float points, int kind) in strongest)
        {
            if (named.Count == MaxFeatures) break;
            named.Add(new TagFeature(TagFeatureNames.Of(kind, facts, index, words[run.First..run.End], _text), points));
        }

        return named.ToImmutable();
    }

    private static IEnumerable<TagFeatureSum> SumsOf(float[] sums)
    {
        for (int source = 0; source < sums.Length; source++)
            if (sums[source] != 0) yield return new TagFeatureSum((TagFeatureSource)source, sums[source]);
    }

    // The nearest places of the word on either side.
    private ImmutableArray<WordElsewhere> Elsewhere(ReadOnlySpan<Word> words, int heard, ulong key)
    {
        List<int> places = _evidence.PlacesOf(key);
        int own = places.BinarySearch(heard);
        var elsewhere = ImmutableArray.CreateBuilder<WordElsewhere>();
        for (int i = Math.Max(0, own - MaxElsewhereOnASide); i < Math.Min(places.Count, own + MaxElsewhereOnASide + 1); i++)
        {
            if (i == own || Math.Abs(places[i] - heard) > DocumentEvidence.Reach) continue;
            Run run = RunOf(_runs, run => run.Row / TagLabels.Stride, places[i])!;
            elsewhere.Add(new WordElsewhere(words[run.First + places[i] - (run.Row / TagLabels.Stride)].Span, BeliefOf(_evidence.OwnOf(places[i]))));
        }

        return elsewhere.ToImmutable();
    }

    private void ReadAgain(ReadOnlySpan<Word> words, List<FoundName> rules, Run run)
    {
        int count = run.End - run.First, firstRule = CountTo(rules, rule => rule.First, run.First - 1), endOfRules = CountTo(rules, rule => rule.First, run.End - 1);
        if (_explainedFacts.Length == 0) (_explainedFacts, _explainedLabels) = (new WordFacts[MaxRun], new byte[MaxRun]);
        new WordFactsReader(_text, _gazetteer, _model.Lists, _model.Clusters, words).Read(run.First, rules[firstRule..endOfRules].ToArray(), _explainedFacts.AsSpan(0, count));

        // By now the scores hold what the rest of the text adds.
        _chain.Best(_emissions.AsSpan(run.Row, count * TagLabels.Stride), _explainedLabels);
        _explainedIsSocial = IsSocial(words, run.First, run.End);
        _explained = run;
    }

    // The last run that starts no later.
    private static Run? RunOf(List<Run> runs, Func<Run, int> startOf, int place) => CountTo(runs, startOf, place) is > 0 and var count ? runs[count - 1] : null;

    // How many of the items, which stand in text order, start no later.
    private static int CountTo<T>(List<T> items, Func<T, int> startOf, int place) where T : class
    {
        int low = 0, high = items.Count;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (startOf(items[middle]) <= place) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private static TagBelief BeliefOf(DocumentEvidence.Belief belief) =>
        new((float)belief.Person / DocumentEvidence.Whole, (float)belief.Place / DocumentEvidence.Whole, (float)belief.Organization / DocumentEvidence.Whole);

    /// <summary>A label in the notation of the trade: <c>O</c>, <c>B-PER</c>.</summary>
    public static string NameOf(int label) => label == TagLabels.Outside ? "O" : $"{"BIES"[TagLabels.PlaceOf(label)]}-{TagLabels.KindOf(label) switch { EntityKind.Person => "PER", EntityKind.Place => "LOC", _ => "ORG" }}";
}
