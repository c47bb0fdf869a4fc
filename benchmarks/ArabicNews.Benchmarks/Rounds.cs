using System.Globalization;
using System.Reflection;
using BenchmarkDotNet.Attributes;

namespace ArabicNews.Benchmarks;

/// <summary>
/// For a machine with other work to do: rivals by turns, round after round, and the best round of each. BenchmarkDotNet measures one rival to the end before the next, so whatever else starts between them is in the ratio;
/// here it is in some rounds of all. Processor time is counted, since a call of ten milliseconds is hardly ever left in peace. Knows the classes with <c>Text</c> as their only parameter, or none.
/// </summary>
internal static class Rounds
{
    private const int WarmupRounds = 15;

    public static void Run(Type type, int rounds)
    {
        PropertyInfo? text = type.GetProperty("Text");
        MethodInfo[] rivals = [.. type.GetMethods().Where(method => method.IsDefined(typeof(BenchmarkAttribute))).OrderByDescending(IsBaseline)];
        Console.WriteLine($"| text | {string.Join(" | ", rivals.Select(rival => rival.Name))} |");
        Console.WriteLine($"|---|{string.Concat(rivals.Select(_ => "---|"))}");
        foreach (string kind in text is null ? [Corpus.All] : Corpus.Kinds)
        {
            object benchmarks = Activator.CreateInstance(type)!;
            text?.SetValue(benchmarks, kind);
            Invoke<GlobalSetupAttribute>(benchmarks);
            Func<int>[] calls = [.. rivals.Select(rival => rival.CreateDelegate<Func<int>>(benchmarks))];
            (double Time, long Bytes)[] best = Measure(calls, rounds);
            Console.WriteLine($"| {kind} | {string.Join(" | ", best.Select((one, i) => Show(one, i == 0 ? null : best[0].Time)))} |");
            Invoke<GlobalCleanupAttribute>(benchmarks);
        }
    }

    private static (double Time, long Bytes)[] Measure(Func<int>[] calls, int rounds)
    {
        var best = new (double Time, long Bytes)[calls.Length];
        Array.Fill(best, (double.MaxValue, long.MaxValue));
        for (int round = -WarmupRounds; round < rounds; round++)
        {
            // Time for the compiler's second tier.
            if (round < 0) Thread.Sleep(20);
            for (int i = 0; i < calls.Length; i++)
            {
                long bytes = GC.GetAllocatedBytesForCurrentThread();
                TimeSpan start = Environment.CpuUsage.TotalTime;
                calls[i]();
                double time = (Environment.CpuUsage.TotalTime - start).TotalMicroseconds;
                bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
                if (round >= 0) best[i] = (Math.Min(best[i].Time, time), Math.Min(best[i].Bytes, bytes));
            }
        }

        return best;
    }

    private static string Show((double Time, long Bytes) measured, double? baseline) =>
        string.Create(CultureInfo.InvariantCulture, $"{measured.Time:0} μs{(baseline is { } other ? $", {other / measured.Time:0.0}x" : "")}, {measured.Bytes} B");

    private static bool IsBaseline(MethodInfo method) => method.GetCustomAttribute<BenchmarkAttribute>()!.Baseline;

    private static void Invoke<T>(object benchmarks)
        where T : Attribute
    {
        foreach (MethodInfo method in benchmarks.GetType().GetMethods().Where(method => method.IsDefined(typeof(T)))) method.Invoke(benchmarks, null);
    }
}
