using System.Diagnostics;
using System.Globalization;
using System.Text;
using ArabicNews.Lucene;

namespace ArabicNews.Benchmarks;

/// <summary>
/// What story groups cost: signatures a second, then how long the next thousand articles take to be put into their groups when so many are there, and the memory for each. Articles are made of the corpus's text by chance with a fixed seed. Of
/// drawn words no two are alike, as of different stories; of drawn lines all share whole paragraphs with hundreds of others and are copies of none, which is the worst that a flood of one template can do.
/// </summary>
internal static class StoryTable
{
    private const int Seed = 20261126;
    private const int WordsOfArticle = 250;
    private const int Next = 1_000;
    private static readonly int[] s_counts = [10_000, 50_000, 200_000];

    public static void Print(TextWriter output)
    {
        string[] lines = [.. Corpus.Lines.Where(line => line.Length > 80)];
        string[] words = [.. lines.SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))];
        PrintSignatures(output, lines);
        output.WriteLine();
        output.WriteLine("| articles of | there | the next, us | there twice, us | bytes each | groups |");
        output.WriteLine("|---|---|---|---|---|---|");
        PrintGroups(output, "words", words);
        PrintGroups(output, "lines", lines);
    }

    private static void PrintSignatures(TextWriter output, string[] lines)
    {
        var random = new Random(Seed);
        string[] bodies = [.. Enumerable.Range(0, Next).Select(_ => Draw(random, lines))];
        double fastest = double.PositiveInfinity;
        for (int run = 0; run < 30; run++) fastest = Math.Min(fastest, Time(() => Array.ForEach(bodies, body => StorySignature.Create(body))));
        int bytes = bodies.Sum(body => StorySignature.Create(body).ToBytes().Length) / bodies.Length;
        double length = bodies.Average(body => body.Length);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"A signature of {length:0} code units: {fastest / bodies.Length:0.0} us, {bodies.Length / fastest * 1e6:0} a second, {bytes} bytes."));
    }

    private static void PrintGroups(TextWriter output, string name, string[] pieces)
    {
        var random = new Random(Seed);
        var stories = new StoryGrouper();
        int added = 0;
        long before = GC.GetTotalMemory(forceFullCollection: true);
        foreach (int count in s_counts)
        {
            for (; added < count; added++) stories.Add(IdOf(added), StorySignature.Create(Draw(random, pieces)));
            long bytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / added;
            StorySignature[] next = [.. Enumerable.Range(0, Next).Select(_ => StorySignature.Create(Draw(random, pieces)))];
            double fresh = double.PositiveInfinity, again = double.PositiveInfinity;
            for (int run = 0; run < 5; run++)
            {
                fresh = Math.Min(fresh, Time(() => Add(stories, next, "new")));
                again = Math.Min(again, Time(() => Add(stories, next, "again")));
                for (int i = 0; i < Next; i++)
                {
                    stories.Remove("new" + IdOf(i));
                    stories.Remove("again" + IdOf(i));
                }
            }

            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {count} | {fresh / Next:0.0} | {again / Next:0.0} | {bytes} | {stories.GroupCount} |"));
        }
    }

    private static void Add(StoryGrouper stories, StorySignature[] signatures, string prefix)
    {
        for (int i = 0; i < signatures.Length; i++) stories.Add(prefix + IdOf(i), signatures[i]);
    }

    private static string Draw(Random random, string[] pieces)
    {
        var body = new StringBuilder();
        for (int words = 0; words < WordsOfArticle;)
        {
            string piece = pieces[random.Next(pieces.Length)];
            body.Append(piece).Append(' ');
            words += 1 + piece.AsSpan().Count(' ');
        }

        return body.ToString();
    }

    private static string IdOf(int number) => number.ToString(CultureInfo.InvariantCulture);

    // Microseconds of processor time: the machine may have other work to do.
    private static double Time(Action action)
    {
        TimeSpan start = Process.GetCurrentProcess().TotalProcessorTime;
        action();
        return (Process.GetCurrentProcess().TotalProcessorTime - start).TotalMicroseconds;
    }
}
