using ArabicNews.Benchmarks;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Environments;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

// [--short] [--traps] [--text FILE] [BenchmarkDotNet's own options]
// --short measures in this process and ends in a few minutes, all hostile pages in one row unless --traps asks for a row each; --text reads another text than the repository's news pages.
var rest = new List<string>(args);
bool isShort = rest.Remove("--short"), withTraps = rest.Remove("--traps");
if (isShort && !withTraps) Environment.SetEnvironmentVariable(HostilePagesBenchmarks.TogetherVariable, "1");
int text = rest.IndexOf("--text");
if (text >= 0)
{
    if (text + 1 == rest.Count || !File.Exists(rest[text + 1]))
    {
        Console.Error.WriteLine("--text needs a file.");
        return 2;
    }

    Environment.SetEnvironmentVariable(Corpus.Variable, Path.GetFullPath(rest[text + 1]));
    rest.RemoveRange(text, 2);
}

Job job = isShort
    ? Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(2).WithIterationCount(5).WithIterationTime(Perfolizer.Horology.TimeInterval.FromMilliseconds(250))
    : Job.Default.WithRuntime(CoreRuntime.Core10_0);
if (Environment.GetEnvironmentVariable(Corpus.Variable) is { } file) job = job.WithEnvironmentVariable(Corpus.Variable, file);

const int LongestParameter = 40; // names of traps
ManualConfig config = ManualConfig.CreateEmpty()
    .AddJob(job)
    .AddLogger(ConsoleLogger.Default)
    .AddColumnProvider(DefaultColumnProviders.Descriptor, DefaultColumnProviders.Params, DefaultColumnProviders.Statistics, DefaultColumnProviders.Metrics)
    .AddColumn(new ThroughputColumn(), new GrowthColumn())
    .AddDiagnoser(MemoryDiagnoser.Default)
    .AddExporter(MarkdownExporter.GitHub)
    .WithSummaryStyle(SummaryStyle.Default.WithMaxParameterColumnWidth(LongestParameter));
BenchmarkSwitcher.FromAssembly(typeof(Corpus).Assembly).Run(rest.Count == 0 ? ["--filter", "*"] : [.. rest], config);
return 0;
