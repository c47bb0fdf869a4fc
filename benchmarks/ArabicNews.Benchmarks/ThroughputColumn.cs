using System.Globalization;
using System.Text;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace ArabicNews.Benchmarks;

/// <summary>
/// Megabytes (10^6) of UTF-8 per second. One call of every benchmark reads the whole <see cref="Corpus"/>, or those lines of it that its parameter <c>Text</c> names, or the pages of HTML that it is for.
/// </summary>
internal sealed class ThroughputColumn : IColumn
{
    public string Id => nameof(ThroughputColumn);

    public string ColumnName => "MB/s";

    public bool AlwaysShow => true;

    public ColumnCategory Category => ColumnCategory.Custom;

    public int PriorityInCategory => 0;

    public bool IsNumeric => true;

    public UnitType UnitType => UnitType.Dimensionless;

    public string Legend => "Megabytes of UTF-8 text per second";

    public bool IsAvailable(Summary summary) => true;

    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase) => GetValue(summary, benchmarkCase, summary.Style);

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) =>
        summary[benchmarkCase]?.ResultStatistics is { } statistics
            ? (BytesOf(benchmarkCase) * 1000.0 / statistics.Mean).ToString("0.0", CultureInfo.InvariantCulture)
            : "?";

    private static long BytesOf(BenchmarkCase benchmarkCase)
    {
        if (benchmarkCase.Descriptor.Type == typeof(HtmlBenchmarks)) return Corpus.HtmlPages().Sum(page => (long)Encoding.UTF8.GetByteCount(page));
        if (benchmarkCase.Descriptor.Type == typeof(HostilePagesBenchmarks))
            return HostilePagesBenchmarks.Bytes((string)benchmarkCase.Parameters[nameof(HostilePagesBenchmarks.Trap)], (int)benchmarkCase.Parameters[nameof(HostilePagesBenchmarks.Length)]);
        return Corpus.BytesOf(benchmarkCase.Parameters["Text"] as string ?? Corpus.All);
    }
}
