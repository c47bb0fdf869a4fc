using System.Collections.Immutable;
using System.Text;
using ArabicNews.Html;
using ArabicNews.Tests.Support;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Order;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace ArabicNews.Benchmarks;

/// <summary>
/// The traps of <see cref="HostilePages"/> and <see cref="HostileTexts"/> in two lengths: with twice the length go twice the time and twice the bytes. <see cref="GrowthColumn"/> shows the ratio, which stays under 2.3
/// where no step is quadratic. All in one call under <c>--short</c>, each by itself with <c>--traps</c> or without <c>--short</c>.
/// </summary>
/// <remarks>
/// The lengths lie behind a step that is not the parser's: a page of 2^17 mostly ends before the first collection of garbage, one of 2^18 mostly has one, and from there on their number grows with the length.
/// </remarks>
[Config(typeof(ByTrap))]
public class HostilePagesBenchmarks
{
    /// <summary>The environment variable that asks for all traps in one call.</summary>
    public const string TogetherVariable = "ARABICNEWS_BENCHMARK_TRAPS_TOGETHER";

    private const string All = "all";

    // Before the names of traps that are crawl text.
    private const string Text = "text: ";

    private (string Trap, string Page)[] _pages = [];

    /// <summary>The name of a trap, or all of them.</summary>
    [ParamsSource(nameof(Traps))]
    public string Trap { get; set; } = All;

    /// <summary>Of each trap, in UTF-16 code units.</summary>
    [Params(1 << 19, 1 << 20, Priority = 1)]
    public int Length { get; set; }

    public static IEnumerable<string> Traps => Environment.GetEnvironmentVariable(TogetherVariable) == "1" ? [All] : AllTraps;

    private static IEnumerable<string> AllTraps => [.. HostilePages.Names, .. HostileTexts.Names.Select(name => Text + name)];

    [GlobalSetup]
    public void MakePages() => _pages = Pages(Trap, Length);

    [Benchmark]
    public int Parse()
    {
        int length = 0;
        foreach ((string trap, string page) in _pages) length += (IsText(trap) ? ArticleParser.Default.Parse(page) : HtmlArticleParser.Default.Parse(page)).Text.Length;
        return length;
    }

    /// <summary>Size of what one call reads, in UTF-8.</summary>
    public static long Bytes(string trap, int length) => Pages(trap, length).Sum(page => (long)Encoding.UTF8.GetByteCount(page.Page));

    private static (string Trap, string Page)[] Pages(string trap, int length) => [.. (trap == All ? AllTraps : [trap]).Select(name => (name, Create(name, length)))];

    private static string Create(string trap, int length) => IsText(trap) ? HostileTexts.Create(trap[Text.Length..], length) : HostilePages.Create(trap, length);

    private static bool IsText(string trap) => trap.StartsWith(Text, StringComparison.Ordinal);

    private sealed class ByTrap : ManualConfig
    {
        public ByTrap() => Orderer = new TrapOrderer();
    }

    // The two lengths of a trap run one after the other, so that a ratio compares times of one minute of a shared machine.
    private sealed class TrapOrderer() : DefaultOrderer
    {
        public override IEnumerable<BenchmarkCase> GetExecutionOrder(ImmutableArray<BenchmarkCase> benchmarksCase, IEnumerable<BenchmarkLogicalGroupRule>? order = null) =>
            benchmarksCase.OrderBy(benchmark => (string)benchmark.Parameters[nameof(Trap)], StringComparer.Ordinal).ThenBy(benchmark => (int)benchmark.Parameters[nameof(Length)]);

        protected override IEnumerable<BenchmarkCase> GetSummaryOrderForGroup(ImmutableArray<BenchmarkCase> benchmarksCase, Summary summary) => GetExecutionOrder(benchmarksCase);
    }
}
