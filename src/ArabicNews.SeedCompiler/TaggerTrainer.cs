using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace ArabicNews.SeedCompiler;

/// <summary>
/// Trains the tagger of people, places and bodies on the annotated corpora of the shared data → <c>tagger.bin</c>, and <c>tagger.json</c>, which tells what it was made from. The same corpora give the same bytes.
/// </summary>
/// <remarks>
/// ANERcorp and NewsFANE annotate the same news: where they disagree, both readings are right. IDRISI marks places alone: people and bodies may be anywhere else. Each feature stands twice, for all texts and for its
/// own kind of text; what the tagger reads with are the sums for news and for social texts.
/// </remarks>
internal sealed class TaggerTrainer
{
    private const int Folds = 3, WindowSentences = 20, Epochs = 6, MinCount = 2;
    private const float Rate = 0.1f, Sparsity = 0.2f;

    // What a copy of a feature for one kind of text counts beside the feature for all. As much (1) lets each kind of text keep what it learns to itself, and news then hears little of what the encyclopedia teaches.
    private const float CopyValue = 0.5f;

    // Rows of weights without one of this size are left out of the file.
    private const float MinRow = 0.05f;

    // The source, in seeds/lexicon/places.tsv, of the places that the training does not see.
    private const string KeptBack = "an2";

    private static readonly (string Name, Domain Domain, bool PlacesOnly)[] s_others =
        [("wikifane.train", Domain.Wikipedia, false), ("wojoodsample.train", Domain.Web, false), ("idrisi.train", Domain.Tweets, true)];

    // The parts of the file and the terms of each, as THIRD-PARTY-NOTICES.md has them.
    private static readonly (string Part, string Licence)[] s_licences =
    [
        ("weights", "CC BY-SA 4.0"), ("groups of words", "CC BY-SA 4.0"), ("lists of persons, bodies and words of names", "MIT and BSD-2-Clause"), ("lists of places", "ODbL 1.0"),
    ];

    private readonly string _sharedData;
    private readonly (uint[] Fingerprints, ushort[] Values) _lists;
    private readonly (uint[] Fingerprints, byte[] Coarse, ushort[] Fine) _clusters;
    private readonly TaggerCorpus _corpus;
    private readonly FeatureIndex _features = new(), _copies = new();

    private TaggerTrainer(string root, string sharedData)
    {
        _sharedData = sharedData;
        _lists = NameListsCompiler.Compile(sharedData);
        _clusters = WordClusterer.Cluster(sharedData);
        Console.WriteLine($"{_lists.Values.Length} phrases of lists, {_clusters.Fine.Length} words in groups");
        _corpus = new TaggerCorpus(Taught(root), new NameLists(MemoryMarshal.AsBytes<uint>(_lists.Fingerprints), _lists.Values),
            new WordClusters(MemoryMarshal.AsBytes<uint>(_clusters.Fingerprints), _clusters.Coarse, _clusters.Fine));
    }

    // What news will name tomorrow stands in no text of the corpora: with every place of the list before it, the tagger would learn that what no list has is no place. So one list is kept from it.
    private static Gazetteer Taught(string root) =>
        Gazetteer.Default.Without(SeedFile.ReadIfPresent(root, "seeds/lexicon/places.tsv").Where(row => row["source"] == KeptBack).Select(row => row["id"]));

    /// <summary>Trains and writes; with <paramref name="withFolds"/> prints the scores of three folds of the news first, each read by a model that has not seen it.</summary>
    public static int Run(string root, string sharedData, bool withFolds)
    {
        var trainer = new TaggerTrainer(root, sharedData);
        List<TaggerSentence> news = trainer.Read("anercorp.train", Domain.News, false, "newsfane.train");
        List<TaggerSentence> others = [.. s_others.SelectMany(other => trainer.Read(other.Name, other.Domain, other.PlacesOnly, null))];
        TaggerSentence[] all = [.. news, .. others];
        trainer.Encode(all);
        Console.WriteLine($"{all.Length} sentences, {news.Count(sentence => sentence.Masks.Any(mask => !ushort.IsPow2(mask)))} of news with two readings; {trainer._features.Count} features, {trainer._copies.Count} copies");
        if (withFolds) trainer.Validate(news, others);

        ChainTrainer model = trainer.Train(all);
        byte[] bytes = trainer.Write(model);
        File.WriteAllBytes(Path.Combine(root, "src/ArabicNews/Data/tagger.bin"), bytes);
        File.WriteAllText(Path.Combine(root, "src/ArabicNews/Data/tagger.json"), trainer.Origin(bytes));
        Console.WriteLine($"src/ArabicNews/Data/tagger.bin {bytes.Length} bytes");
        return 0;
    }

    private static ulong KeyOf(Domain domain) => ((ulong)domain + 1) * 0xC2B2_AE3D_27D4_EB4F;

    private void Validate(List<TaggerSentence> news, List<TaggerSentence> others)
    {
        TaggerScore first = new(), whole = new(), extracted = new();
        for (int fold = 0; fold < Folds; fold++)
        {
            List<TaggerSentence> test = news[(news.Count * fold / Folds)..(news.Count * (fold + 1) / Folds)];
            var unseen = test.ToHashSet();
            ChainTrainer model = Train([.. news.Where(sentence => !unseen.Contains(sentence)), .. others]);
            first.Add(TaggerScore.Of(model, test, 1));
            TaggerScore score = TaggerScore.Of(model, test, WindowSentences);
            Console.WriteLine($"fold {fold}, windows of {WindowSentences} sentences: {score}");
            whole.Add(score);
            TaggerScore byExtract = ScoreOfExtract(model, test);
            Console.WriteLine($"fold {fold}, by the whole of Extract: {byExtract}");
            extracted.Add(byExtract);
        }

        Console.WriteLine($"{Folds} folds, sentence by sentence: {first}");
        Console.WriteLine($"{Folds} folds, windows of {WindowSentences} sentences: {whole}");
        Console.WriteLine($"{Folds} folds by the whole of Extract, windows of {WindowSentences} sentences: {extracted}");
    }

    // With the model as it would be shipped.
    private TaggerScore ScoreOfExtract(ChainTrainer model, List<TaggerSentence> test)
    {
        byte[] written = Write(model);
        byte[] bytes = GC.AllocateUninitializedArray<byte>(written.Length, pinned: true);
        written.CopyTo(bytes, 0);
        TaggerScore score = TaggerScore.OfExtract(new TaggerModel(new DataReader("tagger.bin", bytes, TaggerModel.Magic, TaggerModel.Version)), test, WindowSentences);
        GC.KeepAlive(bytes);
        return score;
    }

    private byte[] Write(ChainTrainer model) => TaggerWriter.Write(model, _features, _copies, feature => feature ^ KeyOf(Domain.News), feature => feature ^ KeyOf(Domain.Tweets), _lists, _clusters, MinRow);

    private ChainTrainer Train(TaggerSentence[] sentences)
    {
        var model = new ChainTrainer(_features.Count + _copies.Count, _features.Count, CopyValue, Rate, Sparsity);
        model.Train(sentences, Epochs);
        return model;
    }

    private List<TaggerSentence> Read(string name, Domain domain, bool placesOnly, string? second)
        => _corpus.Read(FileOf(name), domain, placesOnly, second is null ? null : FileOf(second));

    private string FileOf(string corpus) => Path.Combine(_sharedData, "ner", corpus + ".conll");

    private void Encode(TaggerSentence[] sentences)
    {
        foreach (TaggerSentence sentence in sentences)
        {
            VisitFeatures(sentence, (feature, copy) =>
            {
                _features.Add(feature);
                _copies.Add(copy);
            });
        }

        _features.Number(MinCount);
        _copies.Number(MinCount);
        foreach (TaggerSentence sentence in sentences)
        {
            var numbers = new List<int>();
            sentence.Starts = VisitFeatures(sentence, (feature, copy) =>
            {
                if (_features[feature] is >= 0 and var number) numbers.Add(number);
                if (_copies[copy] is >= 0 and var own) numbers.Add(_features.Count + own);
            }, numbers);
            sentence.Features = [.. numbers];
        }
    }

    private static int[] VisitFeatures(TaggerSentence sentence, Action<ulong, ulong> visit, List<int>? numbers = null)
    {
        int[] starts = new int[sentence.Facts.Length + 1];
        var features = new TagFeatures<NoFeatureKinds>(sentence.Facts, stackalloc ulong[TagFeatures.MaxCount], default);
        for (int word = 0; word < sentence.Facts.Length; word++)
        {
            foreach (ulong feature in features.Of(word)) visit(feature, feature ^ KeyOf(sentence.Domain));
            starts[word + 1] = numbers?.Count ?? 0;
        }

        return starts;
    }

    private string Origin(byte[] model)
    {
        var text = new StringBuilder();
        text.Append("{\n  \"file\": \"tagger.bin\",\n");
        text.Append(CultureInfo.InvariantCulture, $"  \"sha256\": \"{Convert.ToHexStringLower(SHA256.HashData(model))}\",\n");
        text.Append("  \"command\": \"dotnet run -c Release --project src/ArabicNews.SeedCompiler -- train <shared data folder>\",\n");
        text.Append("  \"licences\": {\n");
        text.AppendJoin(",\n", s_licences.Select(part => $"    \"{part.Part}\": \"{part.Licence}\""));
        text.Append("\n  },\n  \"sources\": [\n");
        string[] files =
        [
            .. ((string[])["anercorp.train", "newsfane.train", .. s_others.Select(other => other.Name)]).Select(name => $"ner/{name}.conll"),
            AntCorpus.File,
            .. NameListsCompiler.Files.Select(file => $"gazetteer/{file}"),
        ];
        text.AppendJoin(",\n", files.Select(file => $"    {{ \"file\": \"{file}\", \"sha256\": \"{Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(_sharedData, file))))}\" }}"));
        return text.Append("\n  ]\n}\n").ToString();
    }
}
