using System.Globalization;
using ArabicNews.Lucene;
using BenchmarkDotNet.Attributes;
using Lucene.Net.Analysis.Ar;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Directory = System.IO.Directory;

namespace ArabicNews.Benchmarks;

/// <summary>
/// Articles into an index on disk, parsed and searched for names beforehand, on one thread, with the commit: all fields of <see cref="NewsIndex"/> against Lucene's <see cref="ArabicAnalyzer"/> on title and body, both stored.
/// </summary>
public class IndexBenchmarks
{
    /// <summary>Articles that a call adds.</summary>
    public const int Count = 500;

    private MadeArticle[] _articles = [];

    [GlobalSetup]
    public void Make() => _articles = MadeArticle.Make(Count);

    [Benchmark(Baseline = true)]
    public int LuceneTitleAndBody() => InFolder(folder => AddToLucene(folder, _articles));

    [Benchmark]
    public int NewsIndexAllFields() => InFolder(folder => AddToNewsIndex(folder, _articles));

    /// <summary>Prints the size of an index of so many articles, in one segment, over the UTF-8 bytes of their headlines and bodies.</summary>
    public static void PrintSizes(int count)
    {
        MadeArticle[] articles = MadeArticle.Make(count);
        double text = articles.Sum(article => (double)System.Text.Encoding.UTF8.GetByteCount(article.Headline) + System.Text.Encoding.UTF8.GetByteCount(article.Body));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} articles, {text / count:0} bytes each"));
        Console.WriteLine("| index | over the text |\n|---|---|");
        InFolder(folder =>
        {
            AddToLucene(folder, articles, merge: true);
            Print("Lucene, title and body", new DirectoryInfo(folder).EnumerateFiles().Sum(file => file.Length));
            return 0;
        });
        InFolder(folder =>
        {
            AddToNewsIndex(folder, articles, merge: true);
            using NewsIndex index = NewsIndex.Open(folder, new NewsIndexOptions { ReadOnly = true });
            NewsIndexSize size = index.GetStatistics().Size;
            Print("NewsIndex, all fields", size.Total);
            foreach ((string kind, long bytes) in new[] { ("articles", size.Articles), ("terms", size.Terms), ("postings", size.Postings), ("values", size.Values), ("other", size.Other) })
                Print("… " + kind, bytes);
            return 0;
        });

        void Print(string name, long bytes) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {bytes / text:0.000} |"));
    }

    private static int AddToLucene(string folder, MadeArticle[] articles, bool merge = false)
    {
        using FSDirectory directory = FSDirectory.Open(folder);
        using var analyzer = new ArabicAnalyzer(LuceneVersion.LUCENE_48);
        using var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer) { RAMBufferSizeMB = NewsIndexOptions.Default.BufferMegabytes });
        for (int i = 0; i < articles.Length; i++)
        {
            string id = IdOf(i);
            writer.UpdateDocument(new Term("id", id),
            [
                new StringField("id", id, Field.Store.YES),
                new TextField("title", articles[i].Headline, Field.Store.YES),
                new TextField("body", articles[i].Body, Field.Store.YES),
            ]);
        }

        writer.Commit();
        if (merge) writer.ForceMerge(1);
        return articles.Length;
    }

    private static int AddToNewsIndex(string folder, MadeArticle[] articles, bool merge = false)
    {
        using NewsIndex index = NewsIndex.Open(folder);
        for (int i = 0; i < articles.Length; i++) index.Add(IdOf(i), articles[i].Page, articles[i].Entities);
        index.Commit();
        if (merge) index.Merge();
        return articles.Length;
    }

    private static string IdOf(int number) => number.ToString("D7", CultureInfo.InvariantCulture);

    private static int InFolder(Func<string, int> use)
    {
        string folder = Directory.CreateTempSubdirectory("indexbenchmark").FullName;
        try
        {
            return use(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
