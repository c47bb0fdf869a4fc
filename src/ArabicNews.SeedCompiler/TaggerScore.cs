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
                score.Count(text[i], NamesOf(text[i], labels));
            }
        }

        return score;
    }

    /// <summary>Reads so many sentences at a time as one text, with all that stands around the chain: rules, the second witness, the groups.</summary>
    public static TaggerScore OfExtract(TaggerModel model, IEnumerable<TaggerSentence> sentences, int window)
    {
        var score = new TaggerScore();
        EntityExtractor extractor = EntityExtractor.Of(model);
        foreach (TaggerSentence[] text in sentences.Chunk(window))
        {
            List<Mention> mentions = [.. extractor.Extract(string.Join('\n', text.Select(sentence => sentence.Text))).Entities.SelectMany(entity => entity.Mentions)];
            int start = 0;
            foreach (TaggerSentence sentence in text)
            {
                int end = start + sentence.Text.Length;
                score.Count(sentence, mentions.Where(mention => mention.Span.Start >= start && mention.Span.Start < end)
                    .Select(mention => sentence.TokensOf(new TextSpan(mention.Span.Start - start, mention.Span.Length), mention.Kind)));
                start = end + 1;
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

    private void Count(TaggerSentence sentence, IEnumerable<GoldMention> found)
    {
        var gold = sentence.Gold.ToHashSet();
        foreach (GoldMention mention in gold) _gold[(int)mention.Kind]++;
        foreach (GoldMention mention in found)
        {
            _found[(int)mention.Kind]++;
            if (gold.Contains(mention)) _right[(int)mention.Kind]++;
        }
    }

    private static List<GoldMention> NamesOf(TaggerSentence sentence, ReadOnlySpan<byte> labels)
    {
        var names = new List<GoldMention>();
        int first = 0;
        for (int i = 0; i < labels.Length; i++)
        {
            if (labels[i] == TagLabels.Outside) continue;
            if (TagLabels.Opens(labels[i])) first = i;
            if (TagLabels.Closes(labels[i])) names.Add(sentence.TokensOf(first, i, TagLabels.KindOf(labels[i])));
        }

        return names;
    }
}
