using System.Diagnostics;
using System.Globalization;

namespace ArabicNews.SeedCompiler;

/// <summary>Trains the tagger of people, places and bodies on the corpora of the shared data.</summary>
internal sealed class TaggerTrainer
{
    private const int Folds = 3;

    private readonly string _ner;
    private readonly TaggerCorpus _corpus;
    private readonly Dictionary<string, string> _options;
    private readonly FeatureIndex _index = new();

    private TaggerTrainer(string sharedData, Dictionary<string, string> options)
    {
        _ner = Path.Combine(sharedData, "ner");
        (uint[] fingerprints, ushort[] values) = NameListsCompiler.Compile(sharedData);
        Console.WriteLine($"{fingerprints.Length} phrases of lists");
        _options = options;
        var clock = Stopwatch.StartNew();
        Dictionary<uint, (ushort, ushort)> clusters = Option("fine", 512) > 0 ? WordClusterer.Cluster(sharedData, (int)Option("coarse", 64), (int)Option("fine", 512)) : [];
        Console.WriteLine($"{clusters.Count} words in groups, {clock.Elapsed.TotalSeconds:F0} s");
        _corpus = new TaggerCorpus(Gazetteer.Default, new NameLists(fingerprints, values), new WordClusters(clusters));
    }

    public static int Run(string root, string sharedData, IEnumerable<string> arguments)
    {
        _ = root;
        var options = arguments.Select(argument => argument.Split('=')).ToDictionary(pair => pair[0], pair => pair.Length > 1 ? pair[1] : "1", StringComparer.Ordinal);
        new TaggerTrainer(sharedData, options).Run();
        return 0;
    }

    private float Option(string name, float value) => _options.TryGetValue(name, out string? given) ? float.Parse(given, CultureInfo.InvariantCulture) : value;

    private void Run()
    {
        var clock = Stopwatch.StartNew();
        bool wikipedia = Option("wiki", 1) != 0, union = Option("union", 1) != 0, tweets = Option("tweets", 0) != 0, web = Option("web", 0) != 0;
        List<TaggerSentence> news = Read("anercorp.train", Domain.News, union ? "newsfane.train" : null);
        List<TaggerSentence> others = [];
        if (wikipedia) others.AddRange(Read("wikifane.train", Domain.Wikipedia));
        if (web) others.AddRange(Read("wojoodsample.train", Domain.Web));
        if (tweets) others.AddRange(Read("idrisi.train", Domain.Tweets, placesOnly: true));
        string[] devNames = ["anercorp.dev", "newsfane.dev", "wikifane.dev", "aqmar.dev", "wojoodsample.dev", "idrisi.dev"];
        List<TaggerSentence>[] devs = [.. devNames.Select(name => Read(name, Domain.News, placesOnly: name.StartsWith("idrisi", StringComparison.Ordinal)))];
        Console.WriteLine($"read {clock.Elapsed.TotalSeconds:F0} s; {news.Count} sentences of news, {others.Count} others, {news.Count(sentence => sentence.Masks.Any(mask => !ushort.IsPow2(mask)))} with two readings");

        foreach (TaggerSentence sentence in news.Concat(others)) Encode(sentence, feature => { _index.Add(feature); return 0; });
        _index.Number((int)Option("cut", 2));
        foreach (TaggerSentence sentence in news.Concat(others).Concat(devs.SelectMany(dev => dev))) Encode(sentence, feature => _index[feature]);
        Console.WriteLine($"{_index.Count} features, {clock.Elapsed.TotalSeconds:F0} s");

        int runs = (int)Option("folds", Folds);
        var cv = new TaggerScore();
        for (int fold = 0; fold < runs; fold++)
        {
            List<TaggerSentence> test = FoldOf(news, fold);
            ChainTrainer model = Train([.. news.Except(test), .. others], clock);
            TaggerScore score = TaggerScore.Of(model, test, Option("recall", 0));
            Console.WriteLine($"fold {fold} {score}, {clock.Elapsed.TotalSeconds:F0} s");
            cv.Add(score);
        }

        if (runs > 0) Console.WriteLine($"CV {cv}");
        if (Option("full", 0) == 0) return;
        ChainTrainer all = Train([.. news, .. others], clock);
        for (int i = 0; i < devs.Length; i++) Console.WriteLine($"{devNames[i]} {TaggerScore.Of(all, devs[i], Option("recall", 0))}, {clock.Elapsed.TotalSeconds:F0} s");
    }

    private ChainTrainer Train(TaggerSentence[] sentences, Stopwatch clock)
    {
        var model = new ChainTrainer(_index.Count, Option("rate", 0.1f), Option("l1", 0.2f), Option("l2", 0));
        model.Train(sentences, (int)Option("epochs", 6), epoch => { if (Option("verbose", 0) != 0) Console.WriteLine($"epoch {epoch}, {clock.Elapsed.TotalSeconds:F0} s"); });
        return model;
    }

    private static List<TaggerSentence> FoldOf(List<TaggerSentence> news, int fold) => news[(news.Count * fold / Folds)..(news.Count * (fold + 1) / Folds)];

    private List<TaggerSentence> Read(string name, Domain domain, string? second = null, bool placesOnly = false)
        => _corpus.Read(Path.Combine(_ner, name + ".conll"), domain, placesOnly, second is null ? null : Path.Combine(_ner, second + ".conll"));

    // Every feature twice: of all texts, and of its own kind of text.
    private static void Encode(TaggerSentence sentence, Func<ulong, int> numberOf)
    {
        var features = new List<int>();
        int[] starts = new int[sentence.Facts.Length + 1];
        Span<ulong> buffer = stackalloc ulong[TagFeatures.MaxCount];
        var writer = new TagFeatures(sentence.Facts, buffer);
        ulong domain = ((ulong)sentence.Domain + 1) * 0xC2B2_AE3D_27D4_EB4F;
        for (int word = 0; word < sentence.Facts.Length; word++)
        {
            foreach (ulong feature in writer.Of(word))
            {
                if (numberOf(feature) is >= 0 and var general) features.Add(general);
                if (numberOf(feature ^ domain) is >= 0 and var own) features.Add(own);
            }

            starts[word + 1] = features.Count;
        }

        (sentence.Features, sentence.Starts) = ([.. features], starts);
    }
}

/// <summary>Right, found and gold mentions by kind.</summary>
internal sealed class TaggerScore
{
    private readonly int[] _right = new int[3], _found = new int[3], _gold = new int[3];

    public static TaggerScore Of(ChainTrainer model, IEnumerable<TaggerSentence> sentences, float recall)
    {
        var score = new TaggerScore();
        var chain = new TagChain();
        chain.SetSteps(model.Steps);
        foreach (TaggerSentence sentence in sentences)
        {
            int count = sentence.Masks.Length;
            float[] emissions = new float[count * TagLabels.Stride];
            byte[] labels = new byte[count];
            model.Emissions(sentence, emissions);
            for (int i = 0; i < count; i++) emissions[i * TagLabels.Stride] -= recall;
            chain.Best(emissions, labels);
            score.Count(sentence, labels);
        }

        return score;
    }

    public void Count(TaggerSentence sentence, ReadOnlySpan<byte> labels)
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

    public void Add(TaggerScore other)
    {
        for (int i = 0; i < 3; i++)
        {
            _right[i] += other._right[i];
            _found[i] += other._found[i];
            _gold[i] += other._gold[i];
        }
    }

    public override string ToString() => string.Join("; ", Enumerable.Range(0, 3).Select(kind => string.Create(CultureInfo.InvariantCulture,
        $"{(EntityKind)kind} {100.0 * _right[kind] / Math.Max(1, _found[kind]):F1}/{100.0 * _right[kind] / Math.Max(1, _gold[kind]):F1}/{200.0 * _right[kind] / Math.Max(1, _found[kind] + _gold[kind]):F1}")));
}
