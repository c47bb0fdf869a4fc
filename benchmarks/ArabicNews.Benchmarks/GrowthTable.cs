using System.Diagnostics;
using System.Globalization;
using ArabicNews.Html;
using ArabicNews.Tests.Support;

namespace ArabicNews.Benchmarks;

/// <summary>
/// How the time for each trap of <see cref="HostilePages"/> and <see cref="HostileTexts"/> grows with its length: the fastest of several runs, all lengths by turns, so that what else the machine does in one second
/// falls on all of them. Each column is a time over the one for half the length: 2 where each step is linear, 4 where one is quadratic. A single column above 2.3 is memory's: caches that end, pages that are
/// touched first, the first collection of garbage; a quadratic step would be in every column from some length on.
/// </summary>
internal static class GrowthTable
{
    private const int Shortest = 1 << 17;
    private const int Lengths = 5;
    private const int Runs = 7;

    // A second collects garbage of all traps and lets the runtime compile what they call.
    private static readonly TimeSpan s_warmUp = TimeSpan.FromSeconds(10);

    public static void Print(TextWriter output)
    {
        (string Name, Func<int, string> Create, Func<string, NewsPage> Parse)[] traps =
        [
            .. HostilePages.Names.Select(name => ("HTML: " + name, (Func<int, string>)(length => HostilePages.Create(name, length)), (Func<string, NewsPage>)(page => HtmlArticleParser.Default.Parse(page)))),
            .. HostileTexts.Names.Select(name => ("text: " + name, (Func<int, string>)(length => HostileTexts.Create(name, length)), (Func<string, NewsPage>)ArticleParser.Default.Parse)),
        ];
        for (long start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < s_warmUp;)
            foreach ((_, Func<int, string> create, Func<string, NewsPage> parse) in traps) parse(create(Shortest / 16));

        output.WriteLine($"| trap | {Shortest >> 10} Ki code units, ms | " + string.Join(" | ", Enumerable.Range(1, Lengths - 1).Select(i => $"{Shortest >> 10 << i} Ki")) + " | mean |");
        output.WriteLine("|---|---|" + string.Concat(Enumerable.Repeat("---|", Lengths)));
        foreach ((string name, Func<int, string> create, Func<string, NewsPage> parse) in traps)
        {
            string[] pages = [.. Enumerable.Range(0, Lengths).Select(i => create(Shortest << i))];
            double[] fastest = [.. pages.Select(_ => double.PositiveInfinity)];
            for (int run = 0; run < Runs; run++)
                for (int i = 0; i < Lengths; i++)
                {
                    GC.Collect();
                    long start = Stopwatch.GetTimestamp();
                    parse(pages[i]);
                    fastest[i] = Math.Min(fastest[i], Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                }

            IEnumerable<string> ratios = Enumerable.Range(1, Lengths - 1).Select(i => Show(fastest[i] / fastest[i - 1]));
            output.WriteLine($"| {name} | {Show(fastest[0])} | {string.Join(" | ", ratios)} | {Show(Math.Pow(fastest[^1] / fastest[0], 1.0 / (Lengths - 1)))} |");
        }
    }

    private static string Show(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);
}
