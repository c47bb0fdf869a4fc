using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace ArabicNews.Benchmarks;

/// <summary>
/// Time for a length over the time for half of it, in benchmarks that have a <c>Length</c>: 2 where each step is linear, 4 where one is quadratic. Of the fastest runs, which other work on the machine disturbs least.
/// </summary>
internal sealed class GrowthColumn : IColumn
{
    private const string Parameter = nameof(HostilePagesBenchmarks.Length);

    public string Id => nameof(GrowthColumn);

    public string ColumnName => "t(2n)/t(n)";

    public bool AlwaysShow => false;

    public ColumnCategory Category => ColumnCategory.Custom;

    public int PriorityInCategory => 1;

    public bool IsNumeric => true;

    public UnitType UnitType => UnitType.Dimensionless;

    public string Legend => "Fastest time for this length over the fastest for half of it";

    public bool IsAvailable(Summary summary) => summary.BenchmarksCases.Any(benchmark => LengthOf(benchmark) > 0);

    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase) => GetValue(summary, benchmarkCase, summary.Style);

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style)
    {
        BenchmarkCase? half = summary.BenchmarksCases.FirstOrDefault(other => LengthOf(other) * 2 == LengthOf(benchmarkCase) && other.Descriptor == benchmarkCase.Descriptor && OthersOf(other).SequenceEqual(OthersOf(benchmarkCase)));
        return half is not null && summary[half]?.ResultStatistics is { } before && summary[benchmarkCase]?.ResultStatistics is { } after
            ? (after.Min / before.Min).ToString("0.00", CultureInfo.InvariantCulture)
            : "";
    }

    private static int LengthOf(BenchmarkCase benchmark) => benchmark.Parameters.Items.FirstOrDefault(item => item.Name == Parameter)?.Value is int length ? length : 0;

    private static IEnumerable<object?> OthersOf(BenchmarkCase benchmark) => benchmark.Parameters.Items.Where(item => item.Name != Parameter).Select(item => item.Value);
}
