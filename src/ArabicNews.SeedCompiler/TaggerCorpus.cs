namespace ArabicNews.SeedCompiler;

/// <summary>A kind of text; each has copies of the features of its own.</summary>
internal enum Domain
{
    News,
    Wikipedia,
    Tweets,
    Web,
}

/// <summary>A mention of a corpus: first and last token, and its kind.</summary>
internal readonly record struct GoldMention(int First, int Last, EntityKind Kind);

/// <summary>A sentence of an annotated corpus as the tagger sees it.</summary>
internal sealed class TaggerSentence
{
    public required Domain Domain { get; init; }

    /// <summary>The tokens joined by blanks.</summary>
    public required string Text { get; init; }

    /// <summary>Where each token stands in the text.</summary>
    public required TextSpan[] Spans { get; init; }

    public required List<Word> Words { get; init; }

    public required WordFacts[] Facts { get; init; }

    /// <summary>What the annotators marked; a second reading where there are two.</summary>
    public required List<GoldMention> Gold { get; init; }

    /// <summary>For each word the labels that the annotations allow, as bits.</summary>
    public required ushort[] Masks { get; init; }

    /// <summary>Features of word i: from Starts[i] to Starts[i + 1].</summary>
    public int[] Features { get; set; } = [];

    public int[] Starts { get; set; } = [];

    /// <summary>Tokens first and last of words first and last.</summary>
    public GoldMention TokensOf(int firstWord, int lastWord, EntityKind kind) => TokensOf(TextSpan.FromBounds(Words[firstWord].Span.Start, Words[lastWord].Span.End), kind);

    /// <summary>The tokens that a span touches.</summary>
    public GoldMention TokensOf(TextSpan span, EntityKind kind)
    {
        int first = -1, last = -1;
        for (int i = 0; i < Spans.Length; i++)
        {
            if (first < 0 && Spans[i].End > span.Start) first = i;
            if (Spans[i].Start < span.End) last = i;
        }

        return new GoldMention(first, last, kind);
    }
}

/// <summary>Reads annotated corpora (<c>token TAB tag</c>, a blank line behind each sentence).</summary>
internal sealed class TaggerCorpus(Gazetteer gazetteer, NameLists lists, WordClusters clusters)
{
    public List<TaggerSentence> Read(string file, Domain domain, bool placesOnly, string? secondFile = null)
    {
        Dictionary<string, string[]> second = secondFile is null ? [] : Second(secondFile);
        var sentences = new List<TaggerSentence>();
        foreach ((string[] tokens, string[] tags) in Sentences(file))
            sentences.Add(Build(tokens, tags, second.GetValueOrDefault(string.Join(' ', tokens)), domain, placesOnly));
        return sentences;
    }

    public static IEnumerable<(string[] Tokens, string[] Tags)> Sentences(string file)
    {
        List<string> tokens = [], tags = [];
        foreach (string line in File.ReadLines(file).Append(""))
        {
            if (line.Length > 0)
            {
                int tab = line.IndexOf('\t', StringComparison.Ordinal);
                tokens.Add(line[..tab]);
                tags.Add(line[(tab + 1)..]);
            }
            else if (tokens.Count > 0)
            {
                yield return ([.. tokens], [.. tags]);
                tokens.Clear();
                tags.Clear();
            }
        }
    }

    private static Dictionary<string, string[]> Second(string file)
    {
        var second = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach ((string[] tokens, string[] tags) in Sentences(file)) second.TryAdd(string.Join(' ', tokens), tags);
        return second;
    }

    private TaggerSentence Build(string[] tokens, string[] tags, string[]? otherTags, Domain domain, bool placesOnly)
    {
        string text = string.Join(' ', tokens);
        var spans = new TextSpan[tokens.Length];
        int position = 0;
        for (int i = 0; i < tokens.Length; i++)
        {
            spans[i] = new TextSpan(position, tokens[i].Length);
            position += tokens[i].Length + 1;
        }

        var words = new List<Word>();
        TextWords.Read(text, new TextSpan(0, text.Length), gazetteer, words);
        Word[] array = [.. words];
        var found = new List<FoundName>();
        new MentionFinder(text, gazetteer, array, found, []).Find(0, array.Length, MentionEvidence.None);
        var facts = new WordFacts[array.Length];
        new WordFactsReader(text, gazetteer, lists, clusters, array).Read(0, [.. found], facts);

        List<GoldMention> gold = MentionsOf(tags);
        ushort[] masks = Masks(array, spans, gold, placesOnly);
        if (otherTags is not null)
        {
            ushort[] others = Masks(array, spans, MentionsOf(otherTags), placesOnly);
            for (int i = 0; i < masks.Length; i++) masks[i] |= others[i];
        }

        return new TaggerSentence { Domain = domain, Text = text, Spans = spans, Words = words, Facts = facts, Gold = gold, Masks = masks };
    }

    // BIO; an I-X with no open X opens one. Other kinds than ours are outside.
    private static List<GoldMention> MentionsOf(string[] tags)
    {
        var mentions = new List<GoldMention>();
        int first = -1;
        for (int i = 0; i <= tags.Length; i++)
        {
            string tag = i < tags.Length ? tags[i] : "O";
            if (first >= 0 && !(tag[0] == 'I' && tag.AsSpan(1).SequenceEqual(tags[first].AsSpan(1))))
            {
                if (KindOf(tags[first]) is { } kind) mentions.Add(new GoldMention(first, i - 1, kind));
                first = -1;
            }

            if (first < 0 && tag != "O") first = i;
        }

        return mentions;
    }

    private static EntityKind? KindOf(string tag) => tag.AsSpan(2) switch
    {
        "PER" => EntityKind.Person,
        "LOC" => EntityKind.Place,
        "ORG" => EntityKind.Organization,
        _ => null,
    };

    private static ushort[] Masks(Word[] words, TextSpan[] spans, List<GoldMention> gold, bool placesOnly)
    {
        ushort outside = 1 << TagLabels.Outside;

        // Where people and bodies were not marked, they may be there.
        if (placesOnly)
            for (int label = 0; label < TagLabels.Count; label++)
                if (label != 0 && TagLabels.KindOf(label) != EntityKind.Place) outside |= (ushort)(1 << label);
        ushort[] masks = new ushort[words.Length];
        Array.Fill(masks, outside);
        int next = 0;
        foreach (GoldMention mention in gold)
        {
            int start = spans[mention.First].Start, end = spans[mention.Last].End;
            while (next < words.Length && words[next].Span.End <= start) next++;
            int last = next;
            while (last < words.Length && words[last].Span.Start < end) last++;
            for (int i = next; i < last; i++)
                masks[i] = (ushort)(1 << TagLabels.Of(mention.Kind, TagLabels.PlaceIn(i, next, last)));
            next = Math.Max(next, last);
        }

        return masks;
    }
}
