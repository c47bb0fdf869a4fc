using System.Diagnostics;
using System.Globalization;
using ArabicNews.Tests.Support;
using Directory = System.IO.Directory;

namespace ArabicNews.Lucene.Tests;

/// <summary>A commit that was acknowledged is there, whole, whatever ends the program, the disk or its power, and whenever.</summary>
public sealed class NewsIndexCrashTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("newsindexcrash").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Kill_AtAnyMoment_LosesNoAcknowledgedCommit()
    {
        var random = new Random(20261126);
        int acknowledged = 0;
        for (int kill = 0; kill < Nightly.Kills; kill++)
        {
            // An index of its own now and then, so that the first commit is hit too.
            string folder = Path.Combine(_folder, (kill / 10).ToString(CultureInfo.InvariantCulture));
            if (kill % 10 == 0) acknowledged = 0;
            acknowledged = Math.Max(acknowledged, WriteUntilKilled(folder, acknowledged + 1, random));
            if (acknowledged == 0 && !Directory.Exists(folder)) continue;

            NewsIndex.Open(folder).Dispose();
            NewsIndexVerification verified = NewsIndex.Verify(folder);
            verified.Findings.Should().BeEmpty("kill {0} came after batch {1} was acknowledged", kill, acknowledged);
            SortedDictionary<string, string> state = TestIndex.Read(folder);
            int last = TestIndex.LastBatch(state);
            last.Should().BeOneOf([acknowledged, acknowledged + 1], "what was acknowledged is there, and at most the batch that was being committed");
            state.Should().Equal(TestIndex.StateAfter(last), "batch {0} is there as a whole", last);
            verified.ArticleCount.Should().Be(state.Count);
            acknowledged = last;
        }

        acknowledged.Should().BePositive();
    }

    // The last batch that was acknowledged, 0 for none.
    private static int WriteUntilKilled(string folder, int firstBatch, Random random)
    {
        using Process writer = CrashProgram.Start("write", folder, firstBatch.ToString(CultureInfo.InvariantCulture));
        var lines = new List<string>();
        using var first = new ManualResetEventSlim();
        writer.OutputDataReceived += (_, line) =>
        {
            if (line.Data is null) return;
            lock (lines) lines.Add(line.Data);
            first.Set();
        };
        writer.BeginOutputReadLine();

        // Mostly a while after the first commit; sometimes at a moment of the start.
        if (random.Next(5) == 0) Thread.Sleep(random.Next(600));
        else if (first.Wait(TimeSpan.FromSeconds(60))) Thread.Sleep(random.Next(250));
        writer.Kill();
        writer.WaitForExit();
        return lines.Count == 0 ? 0 : int.Parse(lines[^1], CultureInfo.InvariantCulture);
    }
}
