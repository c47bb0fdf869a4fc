using System.Globalization;
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

// --growth
// --index-size [COUNT]
// --search [--articles N] [--index FOLDER]
// [--short] [--traps] [--text FILE] [BenchmarkDotNet's own options]
// --rounds N CLASS [--text FILE]
// Each width of vectors is a job of its own, in a process of its own. --short measures in this process, with what the processor has, and ends in two minutes, all hostile pages in one row unless --traps asks for a
// row each; --index-size prints what an index takes over its text; --search prints how long queries take among 200,000 articles, or N, in an index that FOLDER keeps; --growth prints how the time for each hostile page grows with its length; --text reads another text than the repository's news pages; --rounds lets the rivals of one class take turns, N rounds, in this process.
if (args is ["--growth"])
{
    GrowthTable.Print(Console.Out);
    return 0;
}

if (args is ["--index-size", ..])
{
    IndexBenchmarks.PrintSizes(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 4000);
    return 0;
}

if (args is ["--search", ..])
{
    int articles = Array.IndexOf(args, "--articles"), folder = Array.IndexOf(args, "--index");
    SearchTimes.Print(articles > 0 ? int.Parse(args[articles + 1], CultureInfo.InvariantCulture) : 200_000, folder > 0 ? args[folder + 1] : null);
    return 0;
}

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

if (rest is ["--rounds", string count, string name] && int.TryParse(count, CultureInfo.InvariantCulture, out int rounds)
    && typeof(Corpus).Assembly.GetType($"{typeof(Corpus).Namespace}.{name}") is { } type)
{
    Rounds.Run(type, rounds);
    return 0;
}

Job[] jobs = isShort
    ? [Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(2).WithIterationCount(5).WithIterationTime(Perfolizer.Horology.TimeInterval.FromMilliseconds(60))]
    : [Wide("widest"), Wide("256", "DOTNET_EnableAVX512"), Wide("128", "DOTNET_EnableAVX2"), Wide("none", "DOTNET_EnableHWIntrinsic")];

const int LongestParameter = 40; // names of traps
ManualConfig config = ManualConfig.CreateEmpty()
    .AddJob(jobs)
    .AddLogger(ConsoleLogger.Default)
    .AddColumnProvider(DefaultColumnProviders.Descriptor, DefaultColumnProviders.Job, DefaultColumnProviders.Params, DefaultColumnProviders.Statistics, DefaultColumnProviders.Metrics)
    .AddColumn(new ThroughputColumn(), new GrowthColumn())
    .AddDiagnoser(MemoryDiagnoser.Default)
    .AddExporter(MarkdownExporter.GitHub)
    .WithSummaryStyle(SummaryStyle.Default.WithMaxParameterColumnWidth(LongestParameter));
BenchmarkSwitcher.FromAssembly(typeof(Corpus).Assembly).Run(rest.Count == 0 ? ["--filter", "*"] : [.. rest], config);
return 0;

static Job Wide(string name, string? without = null)
{
    Job job = Job.Default.WithRuntime(CoreRuntime.Core10_0).WithId(name).WithWarmupCount(5).WithIterationCount(9).WithIterationTime(Perfolizer.Horology.TimeInterval.FromMilliseconds(150));
    if (without is not null) job = job.WithEnvironmentVariable(without, "0");
    return Environment.GetEnvironmentVariable(Corpus.Variable) is { } file ? job.WithEnvironmentVariable(Corpus.Variable, file) : job;
}
