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
/// The traps of <see cref="HostilePages"/> in two lengths: with twice the length go twice the time and twice the bytes. <see cref="GrowthColumn"/> shows the ratio, which stays under 2.3 where no step is
/// quadratic. All in one call under <c>--short</c>, each by itself with <c>--traps</c> or without <c>--short</c>.
/// </summary>
[Config(typeof(ByTrap))]
public class HostilePagesBenchmarks
{
    /// <summary>The environment variable that asks for all traps in one call.</summary>
    public const string TogetherVariable = "ARABICNEWS_BENCHMARK_TRAPS_TOGETHER";

    private const string All = "all";

    private string[] _pages = [];

    /// <summary>The name of a trap, or all of them.</summary>
    [ParamsSource(nameof(Traps))]
    public string Trap { get; set; } = All;

    /// <summary>Of each trap, in UTF-16 code units.</summary>
    [Params(1 << 17, 1 << 18, Priority = 1)]
    public int Length { get; set; }

    public static IEnumerable<string> Traps => Environment.GetEnvironmentVariable(TogetherVariable) == "1" ? [All] : HostilePages.Names;

    [GlobalSetup]
    public void MakePages() => _pages = Pages(Trap, Length);

    [Benchmark]
    public int HtmlArticleParser()
    {
        int length = 0;
        foreach (string page in _pages) length += Html.HtmlArticleParser.Default.Parse(page).Text.Length;
        return length;
    }

    /// <summary>Size of what one call reads, in UTF-8.</summary>
    public static long Bytes(string trap, int length) => Pages(trap, length).Sum(page => (long)Encoding.UTF8.GetByteCount(page));

    private static string[] Pages(string trap, int length) => [.. (trap == All ? HostilePages.Names : [trap]).Select(name => HostilePages.Create(name, length))];

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
