using System.Globalization;
using ArabicNews.Tests.Support;

namespace ArabicNews.Lucene.Tests;

/// <summary>The disk fails at each operation in turn, or loses its power there: the last commit that was acknowledged is there, whole, and an error says what to do.</summary>
public class NewsIndexFaultTests
{
    private const int Batches = 2;

    [Theory]
    [InlineData(1)]
    [InlineData(int.MaxValue)]
    public void DiskFull_AtEveryWrite_LosesNoAcknowledgedCommit(int failures)
    {
        int operations = CountOperations();
        operations.Should().BeGreaterThan(100);
        for (int first = 0; first < operations; first++)
        {
            var files = new FaultyDirectory { Fault = FaultyDirectory.DiskFull, Faults = (first, failures) };
            (int acknowledged, NewsIndexException? error) = Run(files);
            if (error is not null)
            {
                error.Problem.Should().Be(NewsIndexProblem.DiskFull, "write {0} failed", first);
                error.Message.Should().Contain("The disk is full").And.ContainAny("Make room", "make room");
            }

            // Room was made.
            files.Fault = null;
            ShouldHold(files, acknowledged, string.Create(CultureInfo.InvariantCulture, $"write {first} failed"));
            ShouldGoOn(files);
        }
    }

    [Fact]
    public void PowerCut_AtEveryWrite_LosesNoAcknowledgedCommit()
    {
        int operations = CountOperations();
        for (int first = 0; first < operations; first++)
        {
            var files = new FaultyDirectory { Fault = () => new IOException("The power is off."), Faults = (first, int.MaxValue) };
            (int acknowledged, _) = Run(files);
            for (int chance = 0; chance < Nightly.PowerCuts; chance++)
            {
                FaultyDirectory left = files.AfterPowerCut(new Random((first * 1000) + chance));
                ShouldHold(left, acknowledged, string.Create(CultureInfo.InvariantCulture, $"the power was cut at write {first}, chance {chance}"));
                ShouldGoOn(left);
            }
        }
    }

    [Fact]
    public void PowerCut_WithoutSyncing_WouldLoseCommits()
    {
        // The disk of these tests is no better than a real one: it is the syncing that keeps commits.
        var files = new FaultyDirectory();
        using (NewsIndex index = NewsIndex.Open(files, "here", NewsIndexOptions.Default)) TestIndex.Apply(index, 1);
        int lost = 0;
        for (int seed = 0; seed < 20; seed++)
        {
            var careless = new FaultyDirectory();
            foreach (string name in files.ListAll()) files.Copy(careless, name, name, global::Lucene.Net.Store.IOContext.DEFAULT);
            if (!NewsIndex.Verify(careless.AfterPowerCut(new Random(seed)), "here").IsSound) lost++;
        }

        lost.Should().BeGreaterThan(10);
    }

    [Fact]
    public void Write_ThatFailed_EndsWritingAndNotSearching()
    {
        var files = new FaultyDirectory();
        using NewsIndex index = NewsIndex.Open(files, "here", NewsIndexOptions.Default);
        TestIndex.Apply(index, 1);
        index.Commit();
        index.Search(NewsQuery.Parse("w1")).TotalCount.Should().BePositive();
        TestIndex.Apply(index, 2);
        files.Faults = (files.Operations, 1);
        files.Fault = FaultyDirectory.DiskFull;
        FluentActions.Invoking(index.Commit).Should().Throw<NewsIndexException>().WithMessage("here: The disk is full*What is committed is safe; what was added since is lost. Make room, then dispose of the index, open it again and add that once more.");

        // The one failure is over, but nobody knows what Lucene has dropped.
        foreach (Action write in new Action[] { index.Commit, () => TestIndex.Apply(index, 3), () => index.Remove("000"), () => index.Merge() })
            write.Should().Throw<NewsIndexException>().Which.Problem.Should().Be(NewsIndexProblem.DiskFull);
        index.Search(NewsQuery.Parse("w1")).TotalCount.Should().BePositive();
        index.Dispose();
        TestIndex.Read(files).Should().Equal(TestIndex.StateAfter(1));
    }

    [Fact]
    public void Dispose_ThatCannotCommit_SaysSo()
    {
        var files = new FaultyDirectory();
        NewsIndex index = NewsIndex.Open(files, "here", NewsIndexOptions.Default);
        TestIndex.Apply(index, 1);
        files.Faults = (files.Operations, int.MaxValue);
        files.Fault = FaultyDirectory.DiskFull;
        FluentActions.Invoking(index.Dispose).Should().Throw<NewsIndexException>().WithMessage("*The disk is full*");
        files.Fault = null;
        index.Dispose();
        ShouldGoOn(files);
    }

    [Fact]
    public void Search_WhenThereIsNoRoomForASegment_AnswersFromTheLast()
    {
        var files = new FaultyDirectory();
        using NewsIndex index = NewsIndex.Open(files, "here", NewsIndexOptions.Default);
        TestIndex.Apply(index, 1);
        index.Search(NewsQuery.Parse("w1")).TotalCount.Should().BePositive();
        TestIndex.Apply(index, 2);
        files.Faults = (files.Operations, int.MaxValue);
        files.Fault = FaultyDirectory.DiskFull;
        index.Search(NewsQuery.Parse("w1")).TotalCount.Should().BePositive();
        FluentActions.Invoking(index.Commit).Should().Throw<NewsIndexException>().Which.Problem.Should().Be(NewsIndexProblem.DiskFull);
    }

    [Fact]
    public void Merge_ThatFailsInTheBackground_LosesNothing()
    {
        var files = new FaultyDirectory();
        NewsIndex index = NewsIndex.Open(files, "here", NewsIndexOptions.Default);
        int batch = 0;

        // Ten segments make a merge, on a thread of its own; it copies stored articles, and so writes more than a commit of one page in one go.
        files.FaultOnThread = thread => thread.IsBackground && thread.Name?.Contains("Merge", StringComparison.Ordinal) == true;
        files.Fault = FaultyDirectory.DiskFull;
        NewsIndexException? refused = null;
        var accepted = new List<(string Id, string? Text)>();
        while (refused is null && ++batch <= 60)
        {
            // The merge may fail between any two pages, so what the commit must hold is what was accepted, page by page.
            try
            {
                foreach ((string Id, string? Text) change in TestIndex.Batch(batch))
                {
                    TestIndex.Apply(index, change.Id, change.Text);
                    accepted.Add(change);
                }
            }
            catch (NewsIndexException problem)
            {
                refused = problem;
            }

            index.Commit();
        }

        refused.Should().NotBeNull();
        refused!.Problem.Should().Be(NewsIndexProblem.DiskFull);
        refused.Message.Should().Contain("joining segments failed").And.Contain("Nothing is lost").And.Contain("open it again");
        index.Dispose();
        files.Fault = null;
        TestIndex.Read(files).Should().Equal(TestIndex.StateAfter(accepted));
        ShouldGoOn(files);
    }

    // Opens, and twice adds, replaces, removes, commits; then merges. What was acknowledged before something failed, and what failed.
    private static (int Acknowledged, NewsIndexException? Error) Run(FaultyDirectory files)
    {
        int acknowledged = 0;
        NewsIndexException? error = null;
        try
        {
            using NewsIndex index = NewsIndex.Open(files, "here", NewsIndexOptions.Default);
            for (int batch = 1; batch <= Batches; batch++)
            {
                TestIndex.Apply(index, batch);
                if (batch == 1) index.Search(NewsQuery.Parse("خبر"));
                index.Commit();
                acknowledged = batch;
            }

            index.Merge();
        }
        catch (NewsIndexException problem)
        {
            error = problem;
        }

        return (acknowledged, error);
    }

    private static int CountOperations()
    {
        var files = new FaultyDirectory();
        Run(files).Acknowledged.Should().Be(Batches);
        return files.Operations;
    }

    private static void ShouldHold(FaultyDirectory files, int acknowledged, string because)
    {
        NewsIndex.Open(files, "here", NewsIndexOptions.Default).Dispose();
        NewsIndexVerification verified = NewsIndex.Verify(files, "here");
        verified.Findings.Should().BeEmpty(because);
        SortedDictionary<string, string> state = TestIndex.Read(files);
        int last = TestIndex.LastBatch(state);
        last.Should().BeInRange(acknowledged, Math.Min(acknowledged + 1, Batches), because);
        if (!state.SequenceEqual(TestIndex.StateAfter(last))) Assert.Fail($"Batch {last} is torn: {because}.");
    }

    private static void ShouldGoOn(FaultyDirectory files)
    {
        using NewsIndex index = NewsIndex.Open(files, "here", NewsIndexOptions.Default);
        index.Add("later", News.Page("خبر لاحق\nنص"), EntityExtraction.Empty);
        index.Commit();
        index.Search(NewsQuery.Parse("لاحق")).TotalCount.Should().Be(1);
    }
}
