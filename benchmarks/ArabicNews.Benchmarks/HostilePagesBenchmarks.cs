using ArabicNews.Html;
using ArabicNews.Tests.Support;
using BenchmarkDotNet.Attributes;

namespace ArabicNews.Benchmarks;

/// <summary>All the traps of <see cref="HostilePages"/>, in two lengths: with twice the length go twice the time and twice the bytes. A quadratic step in one of them would show as minutes.</summary>
public class HostilePagesBenchmarks
{
    private string[] _pages = [];

    /// <summary>Of each trap, in UTF-16 code units.</summary>
    [Params(1 << 17, 1 << 18)]
    public int Length { get; set; }

    [GlobalSetup]
    public void MakePages() => _pages = [.. HostilePages.Names.Select(name => HostilePages.Create(name, Length))];

    [Benchmark]
    public int HtmlArticleParser()
    {
        int length = 0;
        foreach (string page in _pages) length += Html.HtmlArticleParser.Default.Parse(page).Text.Length;
        return length;
    }
}
