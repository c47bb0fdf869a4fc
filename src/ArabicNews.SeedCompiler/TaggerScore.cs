using System.Globalization;

namespace ArabicNews.SeedCompiler;

/// <summary>Right, found and gold mentions by kind: the same first and last token and kind.</summary>
internal sealed class TaggerScore
{
    private const int Kinds = TagLabels.Kinds;

    private readonly int[] _right = new int[Kinds], _found = new int[Kinds], _gold = new int[Kinds];

    /// <summary>Reads so many sentences at a time as one text.</summary>
    public static TaggerScore Of(ChainTrainer model, IEnumerable<TaggerSentence> sentences, int window)
    {
        var score = new TaggerScore();
        var chain = new TagChain();
        chain.SetSteps(model.Steps);
        foreach (TaggerSentence[] text in sentences.Chunk(window))
        {
            var evidence = new DocumentEvidence();
            float[][] emissions = new float[text.Length][];
            for (int i = 0; i < text.Length; i++)
            {
                emissions[i] = new float[text[i].Facts.Length * TagLabels.Stride];
                float[] probabilities = new float[emissions[i].Length];
                model.Emissions(text[i], emissions[i]);
                chain.Probabilities(emissions[i], [], probabilities, [], 0);
                for (int j = 0; j < text[i].Facts.Length; j++) evidence.Add(text[i].Facts[j].Rest, probabilities.AsSpan(j * TagLabels.Stride, TagLabels.Stride));
            }

            evidence.Close();
            int word = 0;
            for (int i = 0; i < text.Length; i++)
            {
                byte[] labels = new byte[text[i].Facts.Length];
                for (int j = 0; j < labels.Length; j++) MentionTagger.Pull(evidence.Of(word++), emissions[i].AsSpan(j * TagLabels.Stride, TagLabels.Stride));
                chain.Best(emissions[i], labels);
                score.Count(text[i], labels);
            }
        }

        return score;
    }

    public void Add(TaggerScore other)
    {
        for (int i = 0; i < Kinds; i++)
        {
            _right[i] += other._right[i];
            _found[i] += other._found[i];
            _gold[i] += other._gold[i];
        }
    }

    public override string ToString() => string.Join("; ", Enumerable.Range(0, Kinds).Select(kind => string.Create(CultureInfo.InvariantCulture,
        $"{(EntityKind)kind} {100.0 * _right[kind] / Math.Max(1, _found[kind]):F1} / {100.0 * _right[kind] / Math.Max(1, _gold[kind]):F1} / {200.0 * _right[kind] / Math.Max(1, _found[kind] + _gold[kind]):F1}")));

    private void Count(TaggerSentence sentence, ReadOnlySpan<byte> labels)
    {
        var gold = sentence.Gold.ToHashSet();
        foreach (GoldMention mention in gold) _gold[(int)mention.Kind]++;
        int first = 0;
        for (int i = 0; i < labels.Length; i++)
        {
            if (labels[i] == TagLabels.Outside) continue;
            if (TagLabels.Opens(labels[i])) first = i;
            if (!TagLabels.Closes(labels[i])) continue;
            EntityKind kind = TagLabels.KindOf(labels[i]);
            _found[(int)kind]++;
            if (gold.Contains(sentence.TokensOf(first, i, kind))) _right[(int)kind]++;
        }
    }
}
