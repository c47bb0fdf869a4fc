using BenchmarkDotNet.Attributes;

namespace ArabicNews.Benchmarks;

/// <summary>
/// Whole pages of crawl text, one call each: the news pages of the repository, or the file of <c>--text</c> as one page. <see cref="NormalizeAlone"/> is the pass with offsets that comes first. The number of
/// parts is returned.
/// </summary>
public class ArticleParserBenchmarks
{
    private string[] _pages = [];

    [GlobalSetup]
    public void ReadCorpus() => _pages = Corpus.ReadPages();

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
