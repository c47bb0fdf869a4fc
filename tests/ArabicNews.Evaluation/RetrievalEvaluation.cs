using System.Globalization;
using System.Text.Json;
using ArabicNews.Lucene;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Ar;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace ArabicNews.Evaluation;

/// <summary>
/// Ranking by <see cref="ArabicNewsAnalyzer"/> in one field, or by <see cref="NewsIndex"/> with all its fields, against Lucene's ArabicAnalyzer in one field. The score is the gain of MRR@10;
/// with <c>--respelled</c> it is what our own MRR@10 gains, or loses, when the same queries are typed otherwise: those of the folder beside, <c>rcpool-dev-typing</c>.
/// </summary>
internal static class RetrievalEvaluation
{
    private const int Depth = 100;
    private const int Permutations = 10_000;
    private const int Seed = 20261125;

    public static Evaluation Evaluation { get; } = new("retrieval", "[--queries FILE | --respelled typing|marks|codepoints] [--system analyzer|index|cluster|cluster-stems]", Run);

    private static double Run(EvaluationArguments arguments)
    {
        string folder = arguments.RequiredPath;
        string[] docs = [.. File.ReadLines(Path.Combine(folder, "docs.jsonl")).Select(line => JsonDocument.Parse(line).RootElement).Select(doc => doc.GetProperty("text").GetString()!)];
        Dictionary<string, int> numbers = File.ReadLines(Path.Combine(folder, "docs.jsonl"))
            .Select((line, number) => (Id: JsonDocument.Parse(line).RootElement.GetProperty("id").GetString()!, number)).ToDictionary(doc => doc.Id, doc => doc.number, StringComparer.Ordinal);
        (string Id, string Text)[] queries = ReadQueries(arguments.Options.GetValueOrDefault("queries") ?? Path.Combine(folder, "queries.tsv"));
        ILookup<string, (int Doc, int Grade)> grades = File.ReadLines(Path.Combine(folder, "qrels.tsv")).Select(line => line.Split('\t'))
            .ToLookup(cells => cells[0], cells => (numbers[cells[1]], int.Parse(cells[2], CultureInfo.InvariantCulture)), StringComparer.Ordinal);

        if (arguments.Options.TryGetValue("respelled", out string? how)) return RunRespelled(docs, queries, ReadQueries(Path.Combine($"{folder}-{how}", "queries.tsv")), grades);
        string system = arguments.Options.GetValueOrDefault("system", "analyzer");
        IReadOnlyList<(int Doc, float Score)>[] theirs, ours;
        using (var analyzer = new ArabicAnalyzer(LuceneVersion.LUCENE_48)) theirs = RankInOneField(analyzer, docs, queries);
        switch (system)
        {
            case "analyzer":
                using (var analyzer = new ArabicNewsAnalyzer()) ours = RankInOneField(analyzer, docs, queries);
                break;
            case "index":
                ours = RankInIndex(docs, queries);
                break;
            case "cluster":
                ours = RankInFields([new ClusterAnalyzer(), new ClusterAnalyzer(ClusterTerms.Words), new ClusterAnalyzer(ClusterTerms.Grams)], docs, queries);
                break;
            case "cluster-stems":
                ours = RankInFields([new ClusterAnalyzer()], docs, queries);
                break;
            default:
                throw new UsageException($"no system '{system}'");
        }

        Measures[] before = [.. queries.Select((query, i) => Measures.Of(theirs[i], grades[query.Id]))], after = [.. queries.Select((query, i) => Measures.Of(ours[i], grades[query.Id]))];
        var table = new Table("system", "MRR@10", "nDCG@10", "R@10", "R@100", "S@1");
        Measures.Mean(before).AddTo(table, "Lucene.Net ArabicAnalyzer");
        Measures.Mean(after).AddTo(table, system switch { "index" => "NewsIndex.Search", "analyzer" => "ArabicNewsAnalyzer", _ => "ClusterAnalyzer" });
        table.Print();
        double[] gains = [.. before.Zip(after, (b, a) => a.ReciprocalRank - b.ReciprocalRank)];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{docs.Length} documents, {queries.Length} queries; sign-flip test over MRR@10: p = {SignFlipTest(gains):0.0000}"));

        if (arguments.Predictions is { } predictions)
            File.WriteAllLines(predictions, WritePredictions(queries, [.. numbers.OrderBy(pair => pair.Value).Select(pair => pair.Key)], ours));
        return gains.Average();
    }

    private static double RunRespelled(string[] docs, (string Id, string Text)[] queries, (string Id, string Text)[] respelled, ILookup<string, (int Doc, int Grade)> grades)
    {
        var table = new Table("system", "MRR@10", "nDCG@10", "R@10", "R@100", "S@1");
        using Analyzer theirs = new ArabicAnalyzer(LuceneVersion.LUCENE_48), ours = new ArabicNewsAnalyzer();
        double loss = 0;
        foreach ((string name, Analyzer analyzer) in new[] { ("Lucene.Net ArabicAnalyzer", theirs), ("ArabicNewsAnalyzer", ours) })
        {
            IReadOnlyList<(int Doc, float Score)>[] rankings = RankInOneField(analyzer, docs, [.. queries, .. respelled]);
            Measures[] all = [.. queries.Concat(respelled).Select((query, i) => Measures.Of(rankings[i], grades[query.Id]))];
            Measures before = Measures.Mean(all[..queries.Length]), after = Measures.Mean(all[queries.Length..]);
            before.AddTo(table, name);
            after.AddTo(table, $"{name}, respelled");
            loss = after.ReciprocalRank - before.ReciprocalRank;
        }

        table.Print();
        return loss;
    }

    private static (string Id, string Text)[] ReadQueries(string file) => [.. File.ReadLines(file).Select(line => line.Split('\t', 2)).Select(cells => (cells[0], cells[1]))];

    private static IReadOnlyList<(int Doc, float Score)>[] RankInOneField(Analyzer analyzer, string[] docs, (string Id, string Text)[] queries) => RankInFields([analyzer], docs, queries);

    // The scores of the fields, one for each analyzer, are added up, as a cluster does for "most_fields". One segment, so that Lucene's document numbers, by which it breaks ties, are the order of the file.
    private static IReadOnlyList<(int Doc, float Score)>[] RankInFields(Analyzer[] analyzers, string[] docs, (string Id, string Text)[] queries)
    {
        Dictionary<string, Analyzer> fields = analyzers.Index().ToDictionary(pair => pair.Index.ToString(CultureInfo.InvariantCulture), pair => pair.Item, StringComparer.Ordinal);
        BooleanQuery.MaxClauseCount = int.MaxValue;
        var similarity = new BM25Similarity(1.2f, 0.75f);
        using var directory = new RAMDirectory();
        var config = new IndexWriterConfig(LuceneVersion.LUCENE_48, new PerFieldAnalyzerWrapper(analyzers[0], fields)) { Similarity = similarity, RAMBufferSizeMB = 1024 };
        using (var writer = new IndexWriter(directory, config))
            foreach (string doc in docs) writer.AddDocument([.. fields.Keys.Select(field => new TextField(field, doc, Field.Store.NO))]);
        using DirectoryReader reader = DirectoryReader.Open(directory);
        if (reader.Leaves.Count > 1) throw new InvalidOperationException("the documents did not fit into one segment");
        var searcher = new IndexSearcher(reader) { Similarity = similarity };
        return Array.ConvertAll(queries, query =>
        {
            var terms = new BooleanQuery();
            foreach ((string field, Analyzer analyzer) in fields)
            {
                using TokenStream stream = analyzer.GetTokenStream(field, query.Text);
                var term = stream.AddAttribute<ICharTermAttribute>();
                stream.Reset();
                while (stream.IncrementToken()) terms.Add(new TermQuery(new Term(field, term.ToString())), Occur.SHOULD);
                stream.End();
            }

            return (IReadOnlyList<(int, float)>)Array.ConvertAll(searcher.Search(terms, Depth).ScoreDocs, hit => (hit.Doc, hit.Score));
        });
    }

    // The id is the number of the document in ten digits: the index breaks ties by id.
    private static IReadOnlyList<(int Doc, float Score)>[] RankInIndex(string[] docs, (string Id, string Text)[] queries)
    {
        using var index = NewsIndex.CreateInMemory();
        for (int i = 0; i < docs.Length; i++)
        {
            var whole = new TextSpan(0, docs[i].Length);
            index.Add(i.ToString("D10", CultureInfo.InvariantCulture), new Article { Span = whole, Parts = [new ArticlePart(whole, ArticlePartKind.Paragraph)] }, docs[i], EntityExtraction.Empty);
        }

        return Array.ConvertAll(queries, query =>
        {
            NewsSearchResult result = index.Search(NewsQuery.FromText(query.Text) with { Limit = Depth, SnippetCount = 0, FacetLimit = 0 });
            return (IReadOnlyList<(int, float)>)[.. result.Hits.Select(hit => (int.Parse(hit.Id, CultureInfo.InvariantCulture), hit.Score))];
        });
    }

    // Two-sided paired randomization: how often random signs give a difference as large as ours.
    private static double SignFlipTest(double[] differences)
    {
        var random = new Random(Seed);
        double[] nonzero = [.. differences.Where(difference => difference != 0)];
        double observed = Math.Abs(nonzero.Sum()) - 1e-9;
        int reached = 0;
        for (int i = 0; i < Permutations; i++)
        {
            double sum = 0;
            foreach (double difference in nonzero) sum += random.Next(2) == 0 ? difference : -difference;
            if (Math.Abs(sum) >= observed) reached++;
        }

        return (reached + 1.0) / (Permutations + 1);
    }

    private static IEnumerable<string> WritePredictions((string Id, string Text)[] queries, string[] ids, IReadOnlyList<(int Doc, float Score)>[] rankings) =>
        queries.SelectMany((query, i) => rankings[i].Select((hit, rank) =>
            string.Create(CultureInfo.InvariantCulture, $"{query.Id}\t{ids[hit.Doc]}\t{rank + 1}\t{hit.Score:R}")));

    /// <summary>The measures of one query, or their means.</summary>
    private sealed record Measures(double ReciprocalRank, double Gain, double RecallAt10, double RecallAt100, double SuccessAt1)
    {
        public static Measures Of(IReadOnlyList<(int Doc, float Score)> ranking, IEnumerable<(int Doc, int Grade)> gold)
        {
            Dictionary<int, int> relevant = gold.Where(doc => doc.Grade > 0).ToDictionary(doc => doc.Doc, doc => doc.Grade);
            if (relevant.Count == 0) return new Measures(0, 0, 0, 0, 0);
            int[] grades = [.. ranking.Select(hit => relevant.GetValueOrDefault(hit.Doc))];
            int first = Array.FindIndex(grades, grade => grade > 0);
            double ideal = Discounted(relevant.Values.OrderDescending());
            return new Measures(
                first is >= 0 and < 10 ? 1.0 / (first + 1) : 0,
                Discounted(grades) / ideal,
                grades.Take(10).Count(grade => grade > 0) / (double)relevant.Count,
                grades.Take(Depth).Count(grade => grade > 0) / (double)relevant.Count,
                first == 0 ? 1 : 0);
        }

        public static Measures Mean(Measures[] all) => new(all.Average(m => m.ReciprocalRank), all.Average(m => m.Gain),
            all.Average(m => m.RecallAt10), all.Average(m => m.RecallAt100), all.Average(m => m.SuccessAt1));

        public void AddTo(Table table, string system) => table.Add(system, ReciprocalRank, Gain, RecallAt10, RecallAt100, SuccessAt1);

        private static double Discounted(IEnumerable<int> grades) => grades.Take(10).Select((grade, rank) => grade / Math.Log2(rank + 2)).Sum();
    }
}
