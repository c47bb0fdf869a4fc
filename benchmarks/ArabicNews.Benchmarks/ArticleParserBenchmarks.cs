using System.Diagnostics;
using BenchmarkDotNet.Attributes;

namespace ArabicNews.Benchmarks;

/// <summary>
/// Whole pages of crawl text, one call each: the news pages of the repository, or the file of <c>--text</c> as one page. <see cref="NormalizeAlone"/> is the pass with offsets that comes first. The number of
/// parts is returned.
/// </summary>
public class ArticleParserBenchmarks
{
    // Parsing is made of hundreds of methods, each of which the runtime first compiles plainly, then counts in, then compiles well in the background. The warm-up of a short job ends long before that.
    private static readonly TimeSpan s_untilCompiled = TimeSpan.FromSeconds(8);

    private string[] _pages = [];

    [GlobalSetup]
    public void ReadCorpus()
    {
        _pages = Corpus.ReadPages();
        for (long start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < s_untilCompiled;) Parse();
    }

    [Benchmark]
    public int Parse()
    {
        int parts = 0;
        foreach (string page in _pages) parts += ArticleParser.Default.Parse(page).Main?.Parts.Length ?? 0;
        return parts;
    }

    [Benchmark]
    public int NormalizeAlone()
    {
        int length = 0;
        foreach (string page in _pages) length += ArabicNormalizer.Match.NormalizeWithOffsets(page).Text.Length;
        return length;
    }
}
