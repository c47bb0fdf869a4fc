using System.Diagnostics;
using System.Globalization;
using ArabicNews.Lucene;
using Directory = System.IO.Directory;

namespace ArabicNews.Benchmarks;

/// <summary>
/// How long searches take in an index of many articles put together from our own (<see cref="MadeArticle"/>): three words each with ten hits, two snippets a hit, facets of ten and a histogram of days. The middle and the slowest hundredth
/// of many queries, one after another on one thread.
/// </summary>
internal static class SearchTimes
{
    private const int Queries = 300, Rounds = 5, WordsInQuery = 3, Batch = 5000;

    /// <param name="count">Articles.</param>
    /// <param name="folder">Where the index is kept for the next time, or lies already; null builds it in a folder that is deleted at the end.</param>
    public static void Print(int count, string? folder)
    {
        string used = folder ?? Directory.CreateTempSubdirectory("searchtimes").FullName;
        try
        {
            Build(used, count);
            using NewsIndex index = NewsIndex.Open(used, new NewsIndexOptions { ReadOnly = true });
            NewsIndexStatistics statistics = index.GetStatistics();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{statistics.ArticleCount} articles in {statistics.SegmentCount} segments, {statistics.Size.Total >> 20} MiB"));
            Console.WriteLine("| query | found, mean | median, ms | p99, ms | processor: median, ms | p99, ms |\n|---|---|---|---|---|---|");
            string[] queries = DrawQueries();
            Print("all three words", index, queries, query => NewsQuery.Parse(query));
            Print("any of the three", index, queries, NewsQuery.FromText);
            Print("all three, newest first", index, queries, query => NewsQuery.Parse(query) with { Order = NewsOrder.Newest });
            Print("all three, counts only", index, queries, query => NewsQuery.Parse(query) with { Limit = 0, FacetLimit = 0, Histogram = null });
            Print("any of the three, hits only", index, queries, query => NewsQuery.FromText(query) with { SnippetCount = 0, FacetLimit = 0, Histogram = null });
            Print("everything", index, queries[..20], _ => NewsQuery.All);
        }
        finally
        {
            if (folder is null) Directory.Delete(used, recursive: true);
        }
    }

    // In parts, each drawn with a seed of its own, so that not all articles are held at once.
    private static void Build(string folder, int count)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFiles(folder).Any()) return;
        using NewsIndex index = NewsIndex.Open(folder);
        for (int start = 0; start < count; start += Batch)
        {
            MadeArticle[] articles = MadeArticle.Make(Math.Min(Batch, count - start), start);
            Parallel.For(0, articles.Length, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
                i => index.Add((start + i).ToString("D7", CultureInfo.InvariantCulture), articles[i].Page, articles[i].Entities));
        }

        index.Commit();
    }

    // Words that stand in one paragraph, stop words left out.
    private static string[] DrawQueries()
    {
        var random = new Random(7);
        string[] paragraphs = [.. MadeArticle.Make(1000, 1).Select(article => article.Headline + " " + article.Page.Main!.Lede!.Value.In(article.Page.Text).ToString())];
        var queries = new List<string>();
        while (queries.Count < Queries)
        {
            string text = paragraphs[random.Next(paragraphs.Length)];
            var words = new List<string>();
            foreach (Token token in ArabicTokenizer.Tokenize(text))
                if (token.Kind == TokenKind.Word && !ArabicStopWords.Contains(token.Span.In(text))) words.Add(token.Span.In(text).ToString());
            if (words.Count < WordsInQuery) continue;
            queries.Add(string.Join(' ', Enumerable.Range(0, WordsInQuery).Select(_ => words[random.Next(words.Count)])));
        }

        return [.. queries];
    }

    private static void Print(string name, NewsIndex index, string[] texts, Func<string, NewsQuery> read)
    {
        NewsQuery[] queries = Array.ConvertAll(texts, text => read(text));
        foreach (NewsQuery query in queries.Take(100)) index.Search(query);
        double[] times = new double[queries.Length], processor = new double[queries.Length];
        double found = 0;
        for (int i = 0; i < queries.Length; i++)
        {
            // The best of some: what else runs on the machine is not the query's.
            times[i] = processor[i] = double.PositiveInfinity;
            for (int round = 0; round < Rounds; round++)
            {
                TimeSpan used = Environment.CpuUsage.TotalTime;
                long start = Stopwatch.GetTimestamp();
                found += index.Search(queries[i]).TotalCount / (double)Rounds;
                times[i] = Math.Min(times[i], Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                processor[i] = Math.Min(processor[i], (Environment.CpuUsage.TotalTime - used).TotalMilliseconds);
            }
        }

        Console.WriteLine($"| {name} | {(found / queries.Length).ToString("0", CultureInfo.InvariantCulture)} | {Show(times)} | {Show(processor)} |");
    }

    private static string Show(double[] times)
    {
        Array.Sort(times);
        return string.Create(CultureInfo.InvariantCulture, $"{times[times.Length / 2]:0.0} | {times[times.Length * 99 / 100]:0.0}");
    }
}
