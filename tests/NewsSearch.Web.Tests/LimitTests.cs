using System.Diagnostics;
using System.Net;

namespace NewsSearch.Web.Tests;

/// <summary>Rates and deadlines, on small sites of their own.</summary>
public sealed class LimitTests
{
    [Fact]
    public async Task WhoAsksTooOften_IsToldWhenToComeBack_AndHealthIsNotCounted()
    {
        await using var site = new NewsSite(1, ("SearchBurst", "3"), ("SearchesPerSecond", "1"));
        using HttpClient client = site.CreateClient();
        var codes = new List<HttpStatusCode>();
        long start = Stopwatch.GetTimestamp();
        while (codes.Count < 8 || (!codes.Contains(HttpStatusCode.TooManyRequests) && Stopwatch.GetElapsedTime(start) < NewsSite.Patience))
        {
            using HttpResponseMessage answer = await client.GetAsync("/api/search");
            codes.Add(answer.StatusCode);
            if (answer.StatusCode == HttpStatusCode.TooManyRequests) answer.Headers.RetryAfter!.Delta.Should().Be(TimeSpan.FromSeconds(1));
        }

        codes.Take(3).Should().OnlyContain(code => code == HttpStatusCode.OK);
        codes.Should().Contain(HttpStatusCode.TooManyRequests);
        foreach (string free in new[] { "/health/live", "/metrics", "/site.css" })
        {
            using HttpResponseMessage answer = await client.GetAsync(free);
            answer.StatusCode.Should().Be(HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task SearchThatRunsOutOfTime_SaysSo()
    {
        await using var site = new NewsSite(3, ("SearchTimeLimit", "00:00:00.0000001"));
        using HttpClient client = await site.CreateReadyClientAsync();
        (await client.GetStringAsync("/api/search?q=زلزال")).Should().Contain("\"isPartial\":true");
        (await client.GetStringAsync("/?q=زلزال")).Should().Contain("انتهت المهلة");
        (await client.GetStringAsync("/metrics")).Should().Contain("newssearch_search_partial_total{} 2");
    }

    [Fact]
    public async Task FileThatIsTooLarge_IsLeftOut_AndTheRestIsFound()
    {
        await using var site = new NewsSite(2, ("MaxFileBytes", "5000"));
        using HttpClient client = await site.CreateReadyClientAsync();
        (await client.GetStringAsync("/api/search")).Should().Contain("\"total\":3").And.NotContain("000_b91ee82fcd84a4d3");
        using HttpResponseMessage large = await client.GetAsync("/article/000_b91ee82fcd84a4d3.txt");
        large.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }
}
