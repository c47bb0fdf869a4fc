using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace ArabicNews.Lucene.Tests;

public class AddRangeTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task AddRangeAsync_ManyPages_EqualsAddingOneByOne(int parallelism)
    {
        NewsIndexItem[] items = [.. Items(300)];
        using NewsIndex one = NewsIndex.CreateInMemory(), many = NewsIndex.CreateInMemory();
        foreach (NewsIndexItem item in items) one.Add(item.Id, item.Read(), item.Entities);
        AddRangeResult result = await many.AddRangeAsync(items.ToAsyncEnumerable(), new AddRangeOptions { Parallelism = parallelism });
        (result.ReadCount, result.AddedCount, result.FailedCount, result.IsCancelled).Should().Be((300, 300, 0, false));
        one.Merge();
        many.Merge();
        foreach (NewsQuery query in new[] { NewsQuery.All, NewsQuery.Parse("خبر -w7"), NewsQuery.FromText("نص w3 w4 w5") })
            many.Search(query with { Limit = 400 }).Should().Be(one.Search(query with { Limit = 400 }));
    }

    [Fact]
    public async Task AddRangeAsync_TheSameIdAgainAndAgain_TheLastOneStays()
    {
        // The earlier an item, the longer it takes, so that every later one would overtake it.
        const int Count = 64;
        using NewsIndex index = NewsIndex.CreateInMemory();
        IEnumerable<NewsIndexItem> items = Enumerable.Range(0, Count).Select(i => new NewsIndexItem(i % 4 == 3 ? "other" : "same", () =>
        {
            Thread.Sleep((Count - i) / 4);
            return News.Page(Text(i));
        }, EntityExtraction.Empty));
        AddRangeResult result = await index.AddRangeAsync(items.ToAsyncEnumerable(), new AddRangeOptions { Parallelism = 8 });
        result.AddedCount.Should().Be(Count);
        index.Search(NewsQuery.All).TotalCount.Should().Be(2);
        index.Search(NewsQuery.Parse("w62")).Hits.Single().Id.Should().Be("same");
        index.Search(NewsQuery.Parse("w63")).Hits.Single().Id.Should().Be("other");
    }

    [Fact]
    public async Task AddRangeAsync_BadItems_AreReportedAndTheRestIsAdded()
    {
        using NewsIndex index = NewsIndex.CreateInMemory();
        NewsPage page = News.Page(Text(1));
        NewsIndexItem[] items =
        [
            new("good", page, EntityExtraction.Empty),
            new("throws", () => throw new FormatException("no page")),
            null!,
            new(null!, page),
            new("", page),
            new(new string('x', NewsIndex.MaxIdLength + 1), page),
            new("null", () => null!),
            new("outside", page with { Text = "قصير" }, EntityExtraction.Empty),
            new("better", page, EntityExtraction.Empty),
        ];
        var told = new ConcurrentBag<AddRangeFailure>();
        AddRangeResult result = await index.AddRangeAsync(items.ToAsyncEnumerable(), new AddRangeOptions { OnFailure = told.Add });
        (result.ReadCount, result.AddedCount, result.FailedCount).Should().Be((9, 2, 7));
        result.Failures.Select(failure => failure.Position).Should().Equal(1, 2, 3, 4, 5, 6, 7);
        result.Failures.Select(failure => failure.Id).Take(4).Should().Equal("throws", null, null, "");
        result.Failures[0].Error.Should().BeOfType<FormatException>();
        told.OrderBy(failure => failure.Position).Should().Equal(result.Failures);
        index.Search(NewsQuery.All).Hits.Select(hit => hit.Id).Should().Equal("better", "good");
    }

    [Fact]
    public async Task AddRangeAsync_ManyFailures_KeepsTheFirst()
    {
        using NewsIndex index = NewsIndex.CreateInMemory();
        int told = 0;
        AddRangeResult result = await index.AddRangeAsync(Enumerable.Range(0, 1500).Select(i => new NewsIndexItem("", () => throw new FormatException())).ToAsyncEnumerable(),
            new AddRangeOptions { Parallelism = 1, OnFailure = _ => told++ });
        (result.FailedCount, result.Failures.Length, told).Should().Be((1500, AddRangeResult.MaxFailures, 1500));
    }

    [Fact]
    public async Task AddRangeAsync_Cancelled_SaysWhatWasAdded()
    {
        using NewsIndex index = NewsIndex.CreateInMemory();
        using var cancellation = new CancellationTokenSource();
        AddRangeResult result = await index.AddRangeAsync(Endless(i =>
        {
            if (i == 100) cancellation.Cancel();
        }), new AddRangeOptions { Parallelism = 3 }, cancellation.Token);
        result.IsCancelled.Should().BeTrue();
        result.ReadCount.Should().BeInRange(80, 101);
        result.AddedCount.Should().Be(result.ReadCount);
        index.Search(NewsQuery.All with { Limit = 1000 }).Hits.Select(hit => hit.Id).Should().Equal(Enumerable.Range(0, (int)result.ReadCount).Select(IdOf), "the first ones are there, and no other");

        AddRangeResult never = await index.AddRangeAsync(Endless(_ => { }), null, new CancellationToken(canceled: true));
        (never.IsCancelled, never.ReadCount).Should().Be((true, 0));
    }

    [Fact]
    public async Task AddRangeAsync_AFastSource_IsHeldBack()
    {
        using NewsIndex index = NewsIndex.CreateInMemory();
        int taken = 0, finished = 0, mostAhead = 0;
        IEnumerable<NewsIndexItem> items = Enumerable.Range(0, 400).Select(i =>
        {
            mostAhead = Math.Max(mostAhead, ++taken - Volatile.Read(ref finished));
            return new NewsIndexItem(IdOf(i), () =>
            {
                Interlocked.Increment(ref finished);
                return News.Page(Text(i));
            }, EntityExtraction.Empty);
        });
        await index.AddRangeAsync(items.ToAsyncEnumerable(), new AddRangeOptions { Parallelism = 2 });
        mostAhead.Should().BeLessThanOrEqualTo(12, "two threads have a queue of eight");
    }

    [Fact]
    public async Task AddRangeAsync_ASourceThatThrows_EndsTheRunAfterWhatCameBefore()
    {
        using NewsIndex index = NewsIndex.CreateInMemory();
        IEnumerable<NewsIndexItem> items = Items(30).Concat(Enumerable.Range(0, 1).Select<int, NewsIndexItem>(_ => throw new FormatException("the source")));
        (await FluentActions.Awaiting(() => index.AddRangeAsync(items.ToAsyncEnumerable())).Should().ThrowAsync<FormatException>()).WithMessage("the source");
        index.Search(NewsQuery.All).TotalCount.Should().Be(30);
    }

    [Fact]
    public async Task AddRangeAsync_Progress_EndsWithTheWhole()
    {
        using NewsIndex index = NewsIndex.CreateInMemory();
        var reports = new Reports();
        await index.AddRangeAsync(Items(50).Append(new NewsIndexItem("", News.Page("خبر"))).ToAsyncEnumerable(), new AddRangeOptions { Progress = reports });
        reports.All.Select(report => report.AddedCount + report.FailedCount).Should().BeInAscendingOrder();
        (reports.All[^1].AddedCount, reports.All[^1].FailedCount).Should().Be((50, 1));
        reports.All[^1].PerSecond.Should().BePositive();
    }

    [Fact]
    public async Task AddRangeAsync_WritingThatFails_EndsTheRunAndSaysSo()
    {
        var files = new FaultyDirectory();
        using NewsIndex index = NewsIndex.Open(files, "here", new NewsIndexOptions { BufferMegabytes = 0.1 });
        files.Faults = (files.Operations + 40, int.MaxValue);
        files.Fault = FaultyDirectory.DiskFull;
        (await FluentActions.Awaiting(() => index.AddRangeAsync(Endless(_ => { }))).Should().ThrowAsync<NewsIndexException>()).WithMessage("*disk is full*").Which.Problem.Should().Be(NewsIndexProblem.DiskFull);
        (await FluentActions.Awaiting(() => index.AddRangeAsync(Items(1).ToAsyncEnumerable())).Should().ThrowAsync<NewsIndexException>()).Which.Problem.Should().Be(NewsIndexProblem.DiskFull);
    }

    [Fact]
    public async Task AddRangeAsync_WhatCannotBe_IsTheCallersMistake()
    {
        NewsIndex index = NewsIndex.CreateInMemory();
        await FluentActions.Awaiting(() => index.AddRangeAsync(null!)).Should().ThrowAsync<ArgumentNullException>();
        await FluentActions.Awaiting(() => index.AddRangeAsync(Items(1).ToAsyncEnumerable(), new AddRangeOptions { Parallelism = 0 })).Should().ThrowAsync<ArgumentOutOfRangeException>();
        index.Dispose();
        await FluentActions.Awaiting(() => index.AddRangeAsync(Items(1).ToAsyncEnumerable())).Should().ThrowAsync<ObjectDisposedException>();
    }

    private static IEnumerable<NewsIndexItem> Items(int count) => Enumerable.Range(0, count).Select(i => new NewsIndexItem(IdOf(i), () => News.Page(Text(i)), EntityExtraction.Empty));

    private static async IAsyncEnumerable<NewsIndexItem> Endless(Action<int> before, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        for (int i = 0; ; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            before(i);
            yield return new NewsIndexItem(IdOf(i), News.Page(Text(i)), EntityExtraction.Empty);
            await Task.Yield();
        }
    }

    private static string IdOf(int i) => i.ToString("D6", CultureInfo.InvariantCulture);

    private static string Text(int i) => string.Create(CultureInfo.InvariantCulture, $"خبر w{i}\nنص الخبر w{i % 10}");

    private sealed class Reports : IProgress<AddRangeProgress>
    {
        public List<AddRangeProgress> All { get; } = [];

        public void Report(AddRangeProgress value) => All.Add(value);
    }
}
