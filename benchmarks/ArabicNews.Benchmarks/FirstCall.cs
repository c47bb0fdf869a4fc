using System.Diagnostics;
using System.Globalization;

namespace ArabicNews.Benchmarks;

/// <summary>
/// How long the first call of an engine takes in a process that has done nothing yet: reading the embedded data and compiling what the call needs. Each measurement is a process of its own, engines by turns; on a machine
/// with other work to do the least processor time says more than any time of the clock.
/// </summary>
internal static class FirstCall
{
    /// <summary>The argument that makes this program the process that is measured; the engine and the file to read follow.</summary>
    public const string Option = "--first-call-of";

    private const double Megabyte = 1 << 20;

    private static readonly string[] s_engines = ["Extract", "Parse", "Normalize"];

    /// <summary>Starts <paramref name="runs"/> processes for each engine and prints a table.</summary>
    public static void Print(TextWriter output, int runs)
    {
        string page = Corpus.SeedPage();
        Measurement[][] all = [.. s_engines.Select(_ => new Measurement[runs])];
        for (int run = 0; run < runs; run++)
            for (int engine = 0; engine < s_engines.Length; engine++) all[engine][run] = Start(s_engines[engine], page);

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(page)}, {File.ReadAllText(page).Length} code units; median and least of {runs} processes\n"));
        output.WriteLine("| first call | ms | processor, ms | ms from the start of the process to its result | working set, MB | of that before the call |");
        output.WriteLine("|---|---|---|---|---|---|");
        for (int engine = 0; engine < s_engines.Length; engine++)
        {
            IEnumerable<string> cells = [Show(all[engine], one => one.Call), Show(all[engine], one => one.Processor), Show(all[engine], one => one.FromStart), Show(all[engine], one => one.Memory), Show(all[engine], one => one.MemoryBefore)];
            output.WriteLine($"| {s_engines[engine]} | {string.Join(" | ", cells)} |");
        }
    }

    /// <summary>In the process that is measured: calls the engine once and prints what it took.</summary>
    public static int Measure(string engine, string page)
    {
        string text = File.ReadAllText(page);
        using var process = Process.GetCurrentProcess();
        long memoryBefore = process.WorkingSet64;
        TimeSpan processorBefore = process.TotalProcessorTime;
        long start = Stopwatch.GetTimestamp();
        int size = engine switch
        {
            "Extract" => EntityExtractor.Default.Extract(text).Entities.Length,
            "Parse" => ArticleParser.Default.Parse(text).Text.Length,
            "Normalize" => ArabicNormalizer.Search.Normalize(text).Length,
            _ => -1,
        };
        double call = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        process.Refresh();
        double processor = (process.TotalProcessorTime - processorBefore).TotalMilliseconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{call} {processor} {process.WorkingSet64 / Megabyte} {memoryBefore / Megabyte}"));
        return size > 0 ? 0 : 1;
    }

    private static Measurement Start(string engine, string page)
    {
        string program = Environment.ProcessPath!, assembly = typeof(FirstCall).Assembly.Location;
        string[] call = [Option, engine, page];

        // As a program of its own, or as what the dotnet host was given.
        var start = new ProcessStartInfo(program, Path.GetFileNameWithoutExtension(program) == "dotnet" ? [assembly, .. call] : call) { RedirectStandardOutput = true };
        long started = Stopwatch.GetTimestamp();
        using Process process = Process.Start(start)!;
        string line = process.StandardOutput.ReadLine() ?? "";
        double fromStart = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"The process for {engine} ended with {process.ExitCode}.");
        double[] numbers = [.. line.Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture))];
        return new Measurement(numbers[0], numbers[1], fromStart, numbers[2], numbers[3]);
    }

    private static string Show(Measurement[] measurements, Func<Measurement, double> number)
    {
        double[] sorted = [.. measurements.Select(number).Order()];
        return string.Create(CultureInfo.InvariantCulture, $"{sorted[sorted.Length / 2]:0} ({sorted[0]:0})");
    }

    private sealed record Measurement(double Call, double Processor, double FromStart, double Memory, double MemoryBefore);
}
