using System.Diagnostics;
using System.Globalization;

namespace ArabicNews.Lucene.Tests;

/// <summary>What this assembly does as a program: it writes to an index and is killed while it does. The tests start it with <see cref="Start"/>.</summary>
internal static class CrashProgram
{
    // Whoever started it may have been killed itself.
    private static readonly TimeSpan s_longestLife = TimeSpan.FromMinutes(2);

    public static int Main(string[] args)
    {
        using var end = new Timer(_ => Environment.Exit(3), null, s_longestLife, Timeout.InfiniteTimeSpan);
        switch (args)
        {
            case ["open", string folder]:
                Console.WriteLine(TryOpen(folder));
                return 0;
            case ["hold", string folder]:
                using (NewsIndex.Open(folder))
                {
                    Console.WriteLine("opened");
                    Thread.Sleep(Timeout.Infinite);
                }

                return 0;
            case ["write", string folder, string first]:
                Write(folder, int.Parse(first, CultureInfo.InvariantCulture));
                return 0;
            default:
                Console.Error.WriteLine("open FOLDER | hold FOLDER | write FOLDER BATCH");
                return 2;
        }
    }

    /// <summary>Runs this assembly with arguments; its output is read by the caller.</summary>
    public static Process Start(params string[] arguments)
    {
        string host = Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet";
        return Process.Start(new ProcessStartInfo(host, ["exec", typeof(CrashProgram).Assembly.Location, .. arguments]) { RedirectStandardOutput = true })!;
    }

    private static string TryOpen(string folder)
    {
        try
        {
            using NewsIndex index = NewsIndex.Open(folder);
            return "opened";
        }
        catch (NewsIndexException problem)
        {
            return problem.Problem.ToString();
        }
    }

    // Without end: says each batch that is committed, and merges, copies and searches now and then, so that the end may come in any of these.
    private static void Write(string folder, int first)
    {
        using NewsIndex index = NewsIndex.Open(folder);
        for (int batch = first; ; batch++)
        {
            TestIndex.Apply(index, batch);
            if (batch % 3 == 0) index.Search(NewsQuery.Parse("خبر"));
            index.Commit();
            Console.WriteLine(batch.ToString(CultureInfo.InvariantCulture));
            if (batch % 17 == 0) index.Merge(2);
        }
    }
}
