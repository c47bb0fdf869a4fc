using System.Diagnostics;
using System.Globalization;
using ArabicNews.Tests.Support;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Directory = System.IO.Directory;

namespace ArabicNews.Lucene.Tests;

/// <summary>Opening, closing, committing, copying, verifying, and what is said when it cannot be done.</summary>
public sealed class NewsIndexLifeTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("newsindex").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Index => Path.Combine(_folder, "index");

    [Fact]
    public void Open_AfterClosing_HoldsWhatWasAdded()
    {
        Fill(batches: 3);
        using NewsIndex again = NewsIndex.Open(Index);
        again.Search(NewsQuery.Parse("w3")).TotalCount.Should().BePositive();
        TestIndex.Read(Index).Should().Equal(TestIndex.StateAfter(3));
        again.Versions.Should().Be(NewsIndexVersions.Current);
    }

    [Fact]
    public void Open_NothingAddedSince_WritesNoCommit()
    {
        Fill(batches: 1);
        string[] before = Commits();
        NewsIndex.Open(Index).Dispose();
        Commits().Should().Equal(before);

        string[] Commits() => [.. Directory.EnumerateFiles(Index, "segments_*").Order(StringComparer.Ordinal)];
    }

    [Fact]
    public void Open_ReadOnly_SeesEachCommit()
    {
        using NewsIndex writer = NewsIndex.Open(Index);
        TestIndex.Apply(writer, 1);
        writer.Commit();
        using NewsIndex reader = NewsIndex.Open(Index, new NewsIndexOptions { ReadOnly = true });
        using NewsIndex other = NewsIndex.Open(Index, new NewsIndexOptions { ReadOnly = true });
        TestIndex.Apply(writer, 2);
        reader.Search(NewsQuery.Parse("w2")).TotalCount.Should().Be(0, "that is not committed");
        writer.Search(NewsQuery.Parse("w2")).TotalCount.Should().BePositive("a search sees what was added before");
        writer.Commit();
        reader.Search(NewsQuery.Parse("w2")).Should().Be(other.Search(NewsQuery.Parse("w2")));
        reader.Search(NewsQuery.Parse("w2")).TotalCount.Should().BePositive();
        foreach (Action write in new Action[] { () => reader.Remove("000"), reader.Commit, () => reader.Merge(), () => reader.SnapshotTo(Path.Combine(_folder, "copy")) })
            write.Should().Throw<InvalidOperationException>().WithMessage("*read-only*");
    }

    [Fact]
    public void Open_ASecondWriter_IsToldSo()
    {
        using NewsIndex index = NewsIndex.Open(Index);
        ShouldBeRefused(Index, NewsIndexProblem.Locked, "*open for writing elsewhere*read-only*");
        TestIndex.Apply(index, 1);
        index.Dispose();
        NewsIndex.Open(Index).Dispose();
    }

    [Fact]
    public void Open_ASecondWriterInAnotherProcess_IsToldSo()
    {
        using NewsIndex index = NewsIndex.Open(Index);
        using Process other = CrashProgram.Start("open", Index);
        other.StandardOutput.ReadToEnd().Should().Contain("Locked");
        other.WaitForExit();
        index.Dispose();
        using Process later = CrashProgram.Start("open", Index);
        later.StandardOutput.ReadToEnd().Should().Contain("opened");
        later.WaitForExit();
    }

    [Fact]
    public void Open_WhileAnotherProcessWrites_IsRefused()
    {
        using Process other = CrashProgram.Start("hold", Index);
        other.StandardOutput.ReadLine().Should().Be("opened");
        ShouldBeRefused(Index, NewsIndexProblem.Locked, "*open for writing elsewhere*");
        other.Kill();
        other.WaitForExit();
        NewsIndex.Open(Index).Dispose();
    }

    [Fact]
    public void Open_AnotherSchema_IsRefused()
    {
        NewsIndex.Open(Index).Dispose();
        WriteWithLucene(new Dictionary<string, string> { ["arabicnews.schema"] = "0", ["arabicnews.library"] = "0.0.7" });
        ShouldBeRefused(Index, NewsIndexProblem.OtherVersion, $"*schema 0 (written by version 0.0.7)*reads schema {NewsIndex.SchemaVersion}*build it anew*");
        NewsIndexFinding finding = NewsIndex.Verify(Index).Findings.Single();
        (finding.Problem, finding.Message).Should().BeEquivalentTo((NewsIndexProblem.OtherVersion, finding.Message));
    }

    [Fact]
    public void Open_AnotherAnalysis_IsReadAndNotWritten()
    {
        Fill(batches: 2);
        WriteWithLucene(new Dictionary<string, string> { ["arabicnews.schema"] = NewsIndex.SchemaVersion.ToString(CultureInfo.InvariantCulture), ["arabicnews.analysis"] = "0123456789abcdef", ["arabicnews.library"] = "0.0.9" }, document: false);
        ShouldBeRefused(Index, NewsIndexProblem.OtherVersion, "*by version 0.0.9 (analysis 0123456789abcdef)*" + NewsIndexVersions.Current.Analysis + "*build it anew*read-only*AcceptOtherAnalysis*");
        using (NewsIndex reader = NewsIndex.Open(Index, new NewsIndexOptions { ReadOnly = true }))
        {
            reader.Versions.IsCurrent.Should().BeFalse();
            reader.Search(NewsQuery.Parse("w2")).TotalCount.Should().BePositive();
        }

        using (NewsIndex mixed = NewsIndex.Open(Index, new NewsIndexOptions { AcceptOtherAnalysis = true })) TestIndex.Apply(mixed, 3);
        NewsIndexVerification verified = NewsIndex.Verify(Index);
        verified.IsSound.Should().BeTrue();
        verified.Versions!.Analysis.Should().Be("0123456789abcdef," + NewsIndexVersions.Current.Analysis);
        ShouldBeRefused(Index, NewsIndexProblem.OtherVersion, "*");
    }

    [Fact]
    public void Open_WhatIsNoNewsIndex_IsRefused()
    {
        WriteWithLucene([]);
        ShouldBeRefused(Index, NewsIndexProblem.NotAnIndex, "*not one of news*");
        string file = Path.Combine(_folder, "file"), notes = Path.Combine(_folder, "notes");
        File.WriteAllText(file, "");
        ShouldBeRefused(file, NewsIndexProblem.NotAnIndex, "*is a file*");
        ShouldBeRefused(Path.Combine(file, "below"), NewsIndexProblem.Failed, "*cannot be opened*");
        Directory.CreateDirectory(notes);
        File.WriteAllText(Path.Combine(notes, "notes.txt"), "mine");
        ShouldBeRefused(notes, NewsIndexProblem.NotAnIndex, "*other files (notes.txt)*empty directory*");
        File.ReadAllText(Path.Combine(notes, "notes.txt")).Should().Be("mine");
    }

    [Fact]
    public void Open_NothingToRead_IsSaid()
    {
        string missing = Path.Combine(_folder, "missing");
        FluentActions.Invoking(() => NewsIndex.Open(missing, new NewsIndexOptions { ReadOnly = true })).Should().Throw<NewsIndexException>().WithMessage("There is no index in *").Which.Problem.Should().Be(NewsIndexProblem.Missing);
        Directory.Exists(missing).Should().BeFalse("reading creates nothing");
        NewsIndex.Verify(missing).Findings.Single().Problem.Should().Be(NewsIndexProblem.Missing);
    }

    [Fact]
    public void Open_NoPermission_IsSaid()
    {
        using var files = new FaultyDirectory();
        files.Fault = FaultyDirectory.Denied;
        FluentActions.Invoking(() => NewsIndex.Open(files, "here", NewsIndexOptions.Default)).Should().Throw<NewsIndexException>().WithMessage("here: Permission is denied*Let this process read and write there*")
            .Which.Problem.Should().Be(NewsIndexProblem.AccessDenied);
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess) return;
        string folder = Directory.CreateDirectory(Path.Combine(_folder, "forbidden"), UnixFileMode.UserRead | UnixFileMode.UserExecute).FullName;
        ShouldBeRefused(folder, NewsIndexProblem.AccessDenied, "*Permission is denied*");
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(2048.0)]
    [InlineData(double.NaN)]
    public void Open_ABufferOutOfRange_IsTheCallersMistake(double megabytes) =>
        FluentActions.Invoking(() => NewsIndex.CreateInMemory(new NewsIndexOptions { BufferMegabytes = megabytes })).Should().Throw<ArgumentOutOfRangeException>();

    [Fact]
    public void Open_AFirstCommitThatWasBrokenOff_StartsAnew()
    {
        NewsIndex.Open(Index).Dispose();
        string list = Directory.EnumerateFiles(Index, "segments_*").Single();
        File.WriteAllBytes(list, File.ReadAllBytes(list)[..20]);
        Fill(batches: 1);
        NewsIndex.Verify(Index).ArticleCount.Should().Be(TestIndex.StateAfter(1).Count);
    }

    [Fact]
    public void Dispose_Commits()
    {
        NewsIndex index = NewsIndex.Open(Index);
        TestIndex.Apply(index, 1);
        index.Dispose();
        index.Dispose();
        TestIndex.Read(Index).Should().Equal(TestIndex.StateAfter(1));
        foreach (Action use in new Action[] { () => index.Search(NewsQuery.All), () => index.Remove("000"), index.Commit, () => index.Merge(), () => index.GetStatistics(), () => index.SnapshotTo(Path.Combine(_folder, "copy")) })
            use.Should().Throw<ObjectDisposedException>();
    }

    [Fact]
    public async Task DisposeAsync_CommitsAndAllowsTheNextWriter()
    {
        await using (NewsIndex index = NewsIndex.Open(Index)) TestIndex.Apply(index, 1);
        using NewsIndex again = NewsIndex.Open(Index);
        again.GetStatistics().ArticleCount.Should().Be(TestIndex.StateAfter(1).Count);
    }

    [Fact]
    public void GetStatistics_WhileASegmentIsWritten_CountsItsBytes()
    {
        Fill(batches: 1);
        using NewsIndex index = NewsIndex.Open(Index);
        NewsIndexSize before = index.GetStatistics().Size;
        foreach (int length in new[] { 0, 3, 40 })
        {
            File.WriteAllBytes(Path.Combine(Index, "_zz.cfs"), new byte[length]);
            NewsIndexStatistics statistics = index.GetStatistics();
            statistics.ArticleCount.Should().Be(TestIndex.StateAfter(1).Count);
            statistics.Size.Total.Should().Be(before.Total + length);
        }
    }

    [Fact]
    public void GetStatistics_CountsWhatThereIs()
    {
        using NewsIndex index = NewsIndex.Open(Index);
        index.GetStatistics().Should().BeEquivalentTo(new { ArticleCount = 0, PageCount = 0, FirstPublished = (DateTimeOffset?)null, LastPublished = (DateTimeOffset?)null, Versions = NewsIndexVersions.Current });
        index.Add("one", News.Page("خبر\nنص", "2023-10-09", related: "طقس\nأمطار"), EntityExtraction.Empty);
        index.Add("two", News.Page("خبر\nنص", "2024-02-06"), EntityExtraction.Empty);
        index.Add("three", News.Page("خبر\nنص"), EntityExtraction.Empty);
        index.Commit();
        index.Add("two", News.Page("خبر\nآخر", "2024-02-07"), EntityExtraction.Empty);
        NewsIndexStatistics statistics = index.GetStatistics();
        (statistics.ArticleCount, statistics.PageCount, statistics.DeletedCount, statistics.SegmentCount).Should().Be((4, 3, 1, 2));
        (statistics.FirstPublished, statistics.LastPublished).Should().Be((News.Day("2023-10-09"), News.Day("2024-02-07")));
        index.Merge();
        statistics = index.GetStatistics();
        (statistics.ArticleCount, statistics.PageCount, statistics.DeletedCount, statistics.SegmentCount).Should().Be((4, 3, 0, 1));
        long onDisk = Directory.EnumerateFiles(Index).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)).Sum(file => new FileInfo(file).Length);
        statistics.Size.Total.Should().Be(onDisk);
        new[] { statistics.Size.Articles, statistics.Size.Terms, statistics.Size.Postings, statistics.Size.Values, statistics.Size.Other }.Should().OnlyContain(bytes => bytes > 0);
    }

    [Fact]
    public void SnapshotTo_IsAnIndexOfItsOwn()
    {
        string copy = Path.Combine(_folder, "copies", "one");
        using NewsIndex index = NewsIndex.Open(Index);
        TestIndex.Apply(index, 1);
        index.SnapshotTo(copy);
        TestIndex.Apply(index, 2);
        index.Merge();
        TestIndex.Read(copy).Should().Equal(TestIndex.StateAfter(1));
        NewsIndex.Verify(copy).IsSound.Should().BeTrue();
        FluentActions.Invoking(() => index.SnapshotTo(copy)).Should().Throw<ArgumentException>().WithMessage("*holds something already*");
        using NewsIndex copied = NewsIndex.Open(copy);
        TestIndex.Apply(copied, 2);
        copied.Commit();
        TestIndex.Read(copy).Should().Equal(TestIndex.StateAfter(2));
    }

    [Fact]
    public async Task SnapshotTo_WhileOthersWrite_IsOneMomentOfTheIndex()
    {
        using NewsIndex index = NewsIndex.Open(Index);
        using var stop = new CancellationTokenSource();
        int batch = 0;
        Task writing = Task.Run(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                TestIndex.Apply(index, ++batch);
                index.Commit();
                if (batch % 20 == 0) index.Merge(2);
            }
        });
        for (int i = 0; i < 5; i++)
        {
            string copy = Path.Combine(_folder, i.ToString(CultureInfo.InvariantCulture));
            index.SnapshotTo(copy);
            NewsIndex.Verify(copy).Findings.Should().BeEmpty();

            // A snapshot may come in the middle of a batch: it holds what the one before left, and the beginning of the next.
            SortedDictionary<string, string> state = TestIndex.Read(copy);
            int last = TestIndex.LastBatch(state);
            SortedDictionary<string, string> before = TestIndex.StateAfter(last);
            int applied = Enumerable.Range(0, TestIndex.Batch(last + 1).Count()).FirstOrDefault(count => Apply(before, last + 1, count).SequenceEqual(state), -1);
            applied.Should().BeGreaterThanOrEqualTo(0, "copy {0} is the state after batch {1} and a part of the next", i, last);
        }

        await stop.CancelAsync();
        await writing;
        TestIndex.Read(Index).Should().Equal(TestIndex.StateAfter(batch));

        static SortedDictionary<string, string> Apply(SortedDictionary<string, string> state, int batch, int count)
        {
            var after = new SortedDictionary<string, string>(state, StringComparer.Ordinal);
            foreach ((string id, string? text) in TestIndex.Batch(batch).Take(count))
                if (text is null) after.Remove(id);
                else after[id] = text;
            return after;
        }
    }

    [Fact]
    public void SnapshotTo_BrokenOff_IsNoIndex()
    {
        Fill(batches: 2);
        string copy = Path.Combine(_folder, "copy");
        Directory.CreateDirectory(copy);
        foreach (string file in Directory.EnumerateFiles(Index, "_*")) File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        ShouldBeRefused(copy, NewsIndexProblem.Damaged, "*no list of them*a copy was broken off*Restore a snapshot*");
        NewsIndex.Verify(copy).Findings.Single().Problem.Should().Be(NewsIndexProblem.Damaged);
        Directory.EnumerateFiles(copy, "_*").Should().NotBeEmpty("what is left is not wiped");
    }

    [Fact]
    public void SnapshotTo_Cancelled_LeavesTheIndexAsItWas()
    {
        using NewsIndex index = NewsIndex.Open(Index);
        TestIndex.Apply(index, 1);
        FluentActions.Invoking(() => index.SnapshotTo(Path.Combine(_folder, "copy"), new CancellationToken(canceled: true))).Should().Throw<OperationCanceledException>();
        TestIndex.Apply(index, 2);
        index.Commit();
        TestIndex.Read(Index).Should().Equal(TestIndex.StateAfter(2));
    }

    [Fact]
    public void Verify_ASoundIndex_CountsItsArticles()
    {
        using NewsIndex index = NewsIndex.Open(Index);
        TestIndex.Apply(index, 1);
        index.Commit();
        TestIndex.Apply(index, 2);
        NewsIndex.Verify(Index).Should().Be(new NewsIndexVerification([], TestIndex.StateAfter(1).Count, NewsIndexVersions.Current));
    }

    [Theory]
    [InlineData("deleted", "is missing")]
    [InlineData("emptied", "is damaged")]
    [InlineData("truncated", "is damaged")]
    [InlineData("wiped", "is damaged")]
    [InlineData("longer", "is damaged")]
    public void Verify_ADamagedFile_IsNamedWithWhatToDo(string how, string message)
    {
        Fill(batches: 3);
        foreach (string path in Directory.EnumerateFiles(Index, "_*").ToArray())
        {
            byte[] bytes = File.ReadAllBytes(path);
            switch (how)
            {
                case "deleted": File.Delete(path); break;
                case "emptied": File.WriteAllBytes(path, []); break;
                case "truncated": File.WriteAllBytes(path, bytes[..(bytes.Length / 2)]); break;
                case "wiped": File.WriteAllBytes(path, new byte[bytes.Length]); break;
                case "longer": File.WriteAllBytes(path, [.. bytes, .. bytes]); break;
                default: throw new ArgumentOutOfRangeException(nameof(how));
            }

            NewsIndexVerification verified = NewsIndex.Verify(Index);
            verified.IsSound.Should().BeFalse();
            verified.Findings[0].Problem.Should().Be(NewsIndexProblem.Damaged);
            verified.Findings[0].Message.Should().Contain("Restore a snapshot of the index, or build it anew");
            if (verified.Findings[0].File is { } file) (file, verified.Findings[0].Message.Contains(message, StringComparison.Ordinal)).Should().Be((Path.GetFileName(path), true));
            File.WriteAllBytes(path, bytes);
            NewsIndex.Verify(Index).IsSound.Should().BeTrue();
        }
    }

    [Fact]
    public void Verify_AnyBitThatFlips_IsFound()
    {
        Fill(batches: 1);
        foreach (string path in Directory.EnumerateFiles(Index).Where(IsOfCommit).ToArray())
        {
            byte[] bytes = File.ReadAllBytes(path);
            int step = Nightly.IsOn ? 1 : Math.Max(1, bytes.Length / 60);
            for (int at = 0; at < bytes.Length; at += step)
            {
                bytes[at] ^= (byte)(1 << (at & 7));
                File.WriteAllBytes(path, bytes);
                NewsIndex.Verify(Index).IsSound.Should().BeFalse("bit {0} of byte {1} of {2} has flipped", at & 7, at, Path.GetFileName(path));
                bytes[at] ^= (byte)(1 << (at & 7));
            }

            File.WriteAllBytes(path, bytes);
        }

        NewsIndex.Verify(Index).IsSound.Should().BeTrue();

        // The lock holds nothing.
        static bool IsOfCommit(string path) => Path.GetFileName(path) != "write.lock";
    }

    [Fact]
    public void Open_ALostListOfSegments_IsRefusedAndNotWiped()
    {
        Fill(batches: 2);
        foreach (string list in Directory.EnumerateFiles(Index, "segments*").ToArray()) File.Delete(list);
        ShouldBeRefused(Index, NewsIndexProblem.Damaged, "*no list of them*Restore a snapshot*");
        Directory.EnumerateFiles(Index, "_*").Should().NotBeEmpty();
    }

    [Fact]
    public void Open_ATornListOfSegments_IsRefusedAndNotWiped()
    {
        Fill(batches: 2);
        foreach (string list in Directory.EnumerateFiles(Index, "segments_*").ToArray()) File.WriteAllBytes(list, File.ReadAllBytes(list)[..^9]);
        ShouldBeRefused(Index, NewsIndexProblem.Damaged, "*list of segments*cannot be read*Restore a snapshot*");
        Directory.EnumerateFiles(Index, "_*").Should().NotBeEmpty();
    }

    private static void ShouldBeRefused(string folder, NewsIndexProblem problem, string message) =>
        FluentActions.Invoking(() => NewsIndex.Open(folder)).Should().Throw<NewsIndexException>().WithMessage(message).Which.Problem.Should().Be(problem);

    private void Fill(int batches)
    {
        using NewsIndex index = NewsIndex.Open(Index);
        for (int batch = 1; batch <= batches; batch++)
        {
            TestIndex.Apply(index, batch);
            index.Commit();
        }
    }

    private void WriteWithLucene(Dictionary<string, string> userData, bool document = true)
    {
        using FSDirectory directory = FSDirectory.Open(Index);
        using var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, new KeywordAnalyzer()));
        if (document) writer.AddDocument([new StringField("page", "x", Field.Store.NO)]);
        writer.SetCommitData(userData);
    }
}
