using ArabicNews.Html;
using BenchmarkDotNet.Attributes;

namespace ArabicNews.Benchmarks;

/// <summary>
/// The repository's pages of HTML (<c>seeds/articles/*.html</c>), decoded, one after the other: to their article with dates, credits and spans, or with SmartReader to the text of its readability. Small pages of
/// three to ten kilobytes; the ratio on real ones is printed by <c>tests/ArabicNews.Evaluation -- articles</c>.
/// </summary>
public class HtmlBenchmarks
{
    private const string Address = "https://news.example/";

    private static readonly Uri s_address = new(Address);

    private string[] _pages = [];

    [GlobalSetup]
    public void ReadPages() => _pages = Corpus.HtmlPages();

    [Benchmark(Baseline = true)]
    public int SmartReader()
    {
        int length = 0;
        foreach (string page in _pages) length += new global::SmartReader.Reader(Address, page).GetArticle().TextContent?.Length ?? 0;
        return length;
    }

    [Benchmark]
    public int HtmlArticleParser()
    {
        int length = 0;
        foreach (string page in _pages) length += Html.HtmlArticleParser.Default.Parse(page, s_address).Main?.Span.Length ?? 0;
        return length;
    }
}
