using System.Diagnostics;
using System.Globalization;

namespace ArabicNews.SeedCompiler;

/// <summary>Trains the tagger of people, places and bodies on the corpora of the shared data.</summary>
internal sealed class TaggerTrainer
{
    private const int Folds = 3, WindowSentences = 20;

    private readonly string _ner;
    private readonly TaggerCorpus _corpus;
    private readonly Dictionary<string, string> _options;
    private readonly FeatureIndex _index = new(), _documentIndex = new();
    private float[] _firstSteps = [];

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

        // Each fold is read by a model that has not seen it.
        var firstScore = new TaggerScore();
        for (int fold = 0; fold < Folds; fold++)
        {
            List<TaggerSentence> test = FoldOf(news, fold);
            ChainTrainer model = Train([.. news.Except(test), .. others], clock);
            TaggerScore score = TaggerScore.Of(model, test, Option("recall", 0.5f));
            Console.WriteLine($"fold {fold} {score}, {clock.Elapsed.TotalSeconds:F0} s");
            firstScore.Add(score);
            Emit(model, test);
        }

        Console.WriteLine($"CV first pass  {firstScore}");
        var secondScore = new TaggerScore();
        List<TaggerSentence>[] heard = [.. Enumerable.Range(0, Folds).Select(fold => Hear(FoldOf(news, fold), WindowSentences, Option("union2", 0) == 0))];
        foreach (TaggerSentence sentence in heard.SelectMany(fold => fold)) Count(sentence);
        _documentIndex.Number((int)Option("cut2", 2));
        for (int fold = 0; fold < Folds; fold++)
        {
            TaggerSentence[] sentences = [.. Enumerable.Range(0, Folds).Where(other => other != fold).SelectMany(other => heard[other])];
            foreach (TaggerSentence sentence in heard[fold].Concat(sentences)) EncodeHeard(sentence);
            secondScore.Add(TaggerScore.Of(TrainSecond(sentences), heard[fold], Option("recall2", 0.5f)));
        }

        Console.WriteLine($"CV second pass {secondScore}, {_documentIndex.Count} features, {clock.Elapsed.TotalSeconds:F0} s");
        foreach (string setting in _options.GetValueOrDefault("pulls", "0:0:0:0:0").Split(','))
        {
            float[] pulls = [.. setting.Split(':').Select(pull => float.Parse(pull, CultureInfo.InvariantCulture))];
            var score = new TaggerScore();
            for (int fold = 0; fold < Folds; fold++) score.Add(Pulled(heard[fold], pulls));
            Console.WriteLine($"pull {setting}: {score}");
        }

        if (Option("full", 0) == 0) return;
        ChainTrainer all = Train([.. news, .. others], clock);
        ChainTrainer second = TrainSecond([.. heard.SelectMany(fold => fold)]);
        for (int i = 0; i < devs.Length; i++)
        {
            Console.WriteLine($"{devNames[i],-18} {TaggerScore.Of(all, devs[i], Option("recall", 0.5f))}, {clock.Elapsed.TotalSeconds:F0} s");
            Emit(all, devs[i]);
            foreach (int window in (int[])[1, WindowSentences])
            {
                List<TaggerSentence> read = Hear(devs[i], window, false);
                foreach (TaggerSentence sentence in read) EncodeHeard(sentence);
                Console.WriteLine($"      window {window,-4} {TaggerScore.Of(second, read, Option("recall2", 0.5f))}");
            }
        }
    }

    private static void Emit(ChainTrainer model, List<TaggerSentence> sentences)
    {
        var chain = new TagChain();
        chain.SetSteps(model.Steps);
        foreach (TaggerSentence sentence in sentences)
        {
            sentence.Emissions = new float[sentence.Masks.Length * TagLabels.Stride];
            sentence.Probabilities = new float[sentence.Emissions.Length];
            model.Emissions(sentence, sentence.Emissions);
            chain.Probabilities(sentence.Emissions, [], sentence.Probabilities, [], 0);
        }
    }

    // The same sentences with what the second pass sees: so many in a row are one text.
    private static List<TaggerSentence> Hear(List<TaggerSentence> sentences, int window, bool onlyFirst)
    {
        var heard = new List<TaggerSentence>();
        foreach (TaggerSentence[] text in sentences.Chunk(window))
        {
            var evidence = new DocumentEvidence();
            foreach (TaggerSentence sentence in text)
                for (int i = 0; i < sentence.Facts.Length; i++) evidence.Add(sentence.Facts[i].Rest, sentence.Probabilities.AsSpan(i * TagLabels.Stride, TagLabels.Stride));
            evidence.Close();
            int word = 0;
            foreach (TaggerSentence sentence in text)
            {
                TaggerSentence copy = sentence.Copy();
                copy.Offsets = sentence.Emissions;
                if (onlyFirst) copy.Masks = copy.FirstMasks;
                copy.Others = new DocumentEvidence.Belief[sentence.Facts.Length];
                for (int i = 0; i < copy.Others.Length; i++) copy.Others[i] = evidence.Of(word++);
                heard.Add(copy);
            }
        }

        return heard;
    }

    // Person by mean, by sum, place by mean, by sum, body by mean, outside by mean.
    private TaggerScore Pulled(List<TaggerSentence> sentences, float[] pulls)
    {
        var score = new TaggerScore();
        var chain = new TagChain();
        chain.SetSteps(_firstSteps);
        foreach (TaggerSentence sentence in sentences)
        {
            float[] emissions = [.. sentence.Emissions];
            byte[] labels = new byte[sentence.Facts.Length];
            for (int i = 0; i < labels.Length; i++)
            {
                DocumentEvidence.Belief belief = sentence.Others[i];
                emissions[i * TagLabels.Stride] -= Option("recall", 0.5f);
                if (belief.Count == 0) continue;
                float person = belief.Person / 1000f, place = belief.Place / 1000f, body = belief.Organization / 1000f, count = belief.Count;
                float most = Option("most", 2);
                emissions[i * TagLabels.Stride] += pulls[5] * (count - person - place - body) / count;
                for (int label = 1; label < TagLabels.Count; label++)
                    emissions[(i * TagLabels.Stride) + label] += TagLabels.KindOf(label) switch
                    {
                        EntityKind.Person => (pulls[0] * person / count) + (pulls[1] * Math.Min(person, most)),
                        EntityKind.Place => (pulls[2] * place / count) + (pulls[3] * Math.Min(place, most)),
                        _ => pulls[4] * body / count,
                    };
            }

            chain.Best(emissions, labels);
            score.Count(sentence, labels);
        }

        return score;
    }

    private void Count(TaggerSentence sentence)
    {
        var features = new DocumentFeatures(sentence.Facts, sentence.Probabilities, sentence.Others, stackalloc ulong[DocumentFeatures.MaxCount]);
        for (int i = 0; i < sentence.Facts.Length; i++)
            foreach (ulong feature in features.Of(i)) _documentIndex.Add(feature);
    }

    private void EncodeHeard(TaggerSentence sentence)
    {
        var numbers = new List<int>();
        int[] starts = new int[sentence.Facts.Length + 1];
        var features = new DocumentFeatures(sentence.Facts, sentence.Probabilities, sentence.Others, stackalloc ulong[DocumentFeatures.MaxCount]);
        for (int i = 0; i < sentence.Facts.Length; i++)
        {
            foreach (ulong feature in features.Of(i))
                if (_documentIndex[feature] is >= 0 and var number) numbers.Add(number);
            starts[i + 1] = numbers.Count;
        }

        if (Option("whole2", 0) != 0)
        {
            // All features of the first pass too, behind those of the second.
            var all = new List<int>();
            int[] allStarts = new int[starts.Length];
            for (int i = 0; i < sentence.Facts.Length; i++)
            {
                all.AddRange(numbers[starts[i]..starts[i + 1]]);
                foreach (int feature in sentence.FirstFeatures.AsSpan(sentence.FirstStarts[i]..sentence.FirstStarts[i + 1])) all.Add(_documentIndex.Count + feature);
                allStarts[i + 1] = all.Count;
            }

            (numbers, starts) = (all, allStarts);
            sentence.Offsets = null;
        }

        (sentence.Features, sentence.Starts) = ([.. numbers], starts);
    }

    private ChainTrainer TrainSecond(TaggerSentence[] sentences)
    {
        var model = new ChainTrainer(_documentIndex.Count + (Option("whole2", 0) != 0 ? _index.Count : 0), Option("rate2", 0.05f), Option("l12", 0), Option("l22", 0));
        model.SetSteps(_firstSteps);
        model.StepRate = Option("srate2", 0.1f);
        model.Train(sentences, (int)Option("epochs2", 6));
        return model;
    }

    private ChainTrainer Train(TaggerSentence[] sentences, Stopwatch clock)
    {
        var model = new ChainTrainer(_index.Count, Option("rate", 0.1f), Option("l1", 0.2f), Option("l2", 0));
        model.Train(sentences, (int)Option("epochs", 6), epoch => { if (Option("verbose", 0) != 0) Console.WriteLine($"epoch {epoch}, {clock.Elapsed.TotalSeconds:F0} s"); });
        _firstSteps = model.Steps.ToArray();
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
        (sentence.FirstFeatures, sentence.FirstStarts) = (sentence.Features, sentence.Starts);
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
