namespace ArabicNews;

/// <summary>
/// Marks people, places and bodies in the words of a text with the trained model, in three steps: each word gets a score for each label from what stands in and around it; the other places of the same word in the text
/// pull at these scores; the best sequence of labels is read off. One object serves one text.
/// </summary>
internal sealed partial class MentionTagger
{
    // A sentence that is longer is cut: the chain's memory stays bounded, and no name is as long.
    private const int MaxRun = 400;

    // What a name of the first pass is worth before it is heard from elsewhere: the annotated corpora name fewer things anew than fresh news does.
    private const float Caution = 0.5f;

    // How strongly the other places of a word pull, set by cross-validation on news: a person's name by how often it was surely one and by how regularly; a place by regularity, and away by its absence.
    private const float PersonMean = 2, PersonSum = 2, PersonSumLimit = 3, PlaceMean = 4, PlaceAbsence = 3, BodyMean = 4, BodyAbsence = 3;

    private readonly TaggerModel _model;
    private readonly Gazetteer _gazetteer;
    private readonly string _text;
    private readonly TagChain _chain = new();
    private readonly DocumentEvidence _evidence = new();
    private readonly List<Run> _runs = [];
    private float[] _emissions = [];
    private TagBelief[] _beliefs = [];
    private int _used;

    public MentionTagger(TaggerModel model, Gazetteer gazetteer, string text)
    {
        _model = model;
        _gazetteer = gazetteer;
        _text = text;
        _chain.SetSteps(model.Steps);
    }

    private sealed record Run(int First, int End, int Row)
    {
        public readonly int First = First;
        public readonly int End = End;
        public readonly int Row = Row;
    }

    /// <summary>The first pass over words <paramref name="first"/> to <paramref name="end"/>, in which rules have found <paramref name="found"/>. Parts come in text order.</summary>
    public void Read(ReadOnlySpan<Word> words, int first, int end, ReadOnlySpan<FoundName> found)
    {
        WordFacts[] facts = new WordFacts[Math.Min(end - first, MaxRun)];
        ulong[] buffer = new ulong[TagFeatures.MaxCount];
        float[] probabilities = new float[facts.Length * TagLabels.Stride];
        var reader = new WordFactsReader(_text, _gazetteer, _model.Lists, _model.Clusters, words);
        int name = 0;
        while (first < end)
        {
            int runEnd = RunEnd(words, first, end);
            int firstName = name;
            while (name < found.Length && found[name].First < runEnd) name++;
            Span<WordFacts> run = facts.AsSpan(0, runEnd - first);
            reader.Read(first, found[firstName..name], run);
            bool isSocial = IsSocial(words, first, runEnd);
            int row = _used;
            _used += run.Length * TagLabels.Stride;
            if (_emissions.Length < _used) Array.Resize(ref _emissions, Math.Max(_used, _emissions.Length * 2));
            Span<float> emissions = _emissions.AsSpan(row, run.Length * TagLabels.Stride);
            var features = new TagFeatures<NoFeatureKinds>(run, buffer, default);
            for (int i = 0; i < run.Length; i++) _model.Score(features.Of(i), isSocial, emissions.Slice(i * TagLabels.Stride, TagLabels.Stride));
            _chain.Probabilities(emissions, [], probabilities, [], 0);
            for (int i = 0; i < run.Length; i++) _evidence.Add(run[i].Rest, probabilities.AsSpan(i * TagLabels.Stride, TagLabels.Stride));
            _runs.Add(new Run(first, runEnd, row));
            first = runEnd;
        }
    }

    /// <summary>The names of all that was read, in text order.</summary>
    public List<TaggedName> Names()
    {
        _evidence.Close();
        _beliefs = new TagBelief[_runs.Count == 0 ? 0 : _runs[^1].End];
        var names = new List<TaggedName>();
        byte[] labels = new byte[MaxRun];
        float[] probabilities = new float[MaxRun * TagLabels.Stride];
        int word = 0;
        foreach (Run run in _runs)
        {
            int count = run.End - run.First;
            Span<float> emissions = _emissions.AsSpan(run.Row, count * TagLabels.Stride);
            for (int i = 0; i < count; i++) Pull(_evidence.Of(word++), emissions.Slice(i * TagLabels.Stride, TagLabels.Stride));
            _chain.Best(emissions, labels);
            _chain.Probabilities(emissions, [], probabilities, [], 0);
            for (int i = 0; i < count; i++) _beliefs[run.First + i] = BeliefOf(probabilities.AsSpan(i * TagLabels.Stride, TagLabels.Stride));
            float score = 1;
            for (int i = 0, first = 0; i < count; i++)
            {
                if (labels[i] == TagLabels.Outside) continue;
                if (TagLabels.Opens(labels[i])) (first, score) = (i, 1);
                score = Math.Min(score, probabilities[(i * TagLabels.Stride) + labels[i]]);
                if (TagLabels.Closes(labels[i])) names.Add(new TaggedName(run.First + first, run.First + i + 1, TagLabels.KindOf(labels[i]), score, MentionEvidence.Model));
            }
        }

        return names;
    }

    /// <summary>How likely it is that word number <paramref name="word"/> belongs to a name of <paramref name="kind"/>; 0 for a word that was not read. After <see cref="Names"/>.</summary>
    public float Belief(int word, EntityKind kind) => word >= _beliefs.Length ? 0 : kind switch
    {
        EntityKind.Person => _beliefs[word].Person,
        EntityKind.Place => _beliefs[word].Place,
        _ => _beliefs[word].Organization,
    };

    private static TagBelief BeliefOf(ReadOnlySpan<float> row) => new(Sum(row, EntityKind.Person), Sum(row, EntityKind.Place), Sum(row, EntityKind.Organization));

    private static float Sum(ReadOnlySpan<float> row, EntityKind kind)
    {
        int first = TagLabels.Of(kind, 0);
        return row[first] + row[first + 1] + row[first + 2] + row[first + 3];
    }

    /// <summary>What the other places of a word add to its scores.</summary>
    public static void Pull(DocumentEvidence.Belief belief, Span<float> row)
    {
        row[TagLabels.Outside] -= Caution;
        if (belief.Count == 0) return;
        float person = (float)belief.Person / DocumentEvidence.Whole, place = (float)belief.Place / DocumentEvidence.Whole, body = (float)belief.Organization / DocumentEvidence.Whole, count = belief.Count;
        float absence = (count - person - place - body) / count;
        for (int label = 1; label < TagLabels.Count; label++)
        {
            row[label] += TagLabels.KindOf(label) switch
            {
                EntityKind.Person => (PersonMean * person / count) + (PersonSum * Math.Min(person, PersonSumLimit)),
                EntityKind.Place => (PlaceMean * place / count) - (PlaceAbsence * absence),
                _ => (BodyMean * body / count) - (BodyAbsence * absence),
            };
        }
    }

    // To the next end of a line or sentence.
    private int RunEnd(ReadOnlySpan<Word> words, int first, int end)
    {
        end = Math.Min(end, first + MaxRun);
        for (int i = first + 1; i < end; i++)
            if (!words[i].Joined && words[i - 1].Letters != 1 && EndsSentence(_text.AsSpan(words[i - 1].Span.End, words[i].Span.Start - words[i - 1].Span.End))) return i;
        return end;
    }

    // Gaps are a sign and a blank.
    private static bool EndsSentence(ReadOnlySpan<char> gap)
    {
        foreach (char c in gap)
        {
            if (ArabicChars.IsLineBreak(c)) return true;
            if (gap.Length > 1 && c is '.' or '!' or '?' or ArabicChars.QuestionMark or ArabicChars.FullStop or '\u2026') return true;
        }

        return false;
    }

    // Hashtags, handles and addresses stand in what people post.
    private bool IsSocial(ReadOnlySpan<Word> words, int first, int end)
    {
        int start = first == 0 ? 0 : words[first - 1].Span.End, length = words[end - 1].Span.End - start;
        ReadOnlySpan<char> text = _text.AsSpan(start, length);
        return text.ContainsAny('#', '@', '_') || text.Contains("//", StringComparison.Ordinal);
    }
}
