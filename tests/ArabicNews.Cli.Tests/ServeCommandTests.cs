using System.Diagnostics;
using System.Net;
using System.Text.Json;
using ArabicNews.Lucene;

namespace ArabicNews.Cli.Tests;

/// <summary>The server as a process: its limits, what it finds of what others commit, and its end.</summary>
public sealed class ServeCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [UnixFact]
    public async Task Server_AnswersWithinItsLimits_AndEndsWhenAsked()
    {
        string folder = _folder.At("news.index");
        using NewsIndex index = NewsIndex.Open(folder);
        index.Add("a", ArticleParser.Default.Parse("قمة في بيروت\nوصل القادة إلى بيروت صباح الجمعة لحضور القمة التي دعت إليها الجامعة العربية بعد أسابيع من المشاورات بين وزراء الخارجية في القاهرة والرياض وعمان."));
        index.Commit();
        using Process process = Tool.Start("serve", "--index", folder, "--port", "0", "--rate", "4", "--deadline", "600000");
        string url = JsonDocument.Parse(process.StandardOutput.ReadLine()!).RootElement.GetProperty("url").GetString()!;
        url.Should().StartWith("http://127.0.0.1:");
        using var client = new HttpClient { BaseAddress = new Uri(url) };

        using HttpResponseMessage found = await client.GetAsync("/search?q=" + Uri.EscapeDataString("القمة"));
        JsonDocument.Parse(await found.Content.ReadAsStringAsync()).RootElement.GetProperty("total").GetInt32().Should().Be(1);
        (found.Content.Headers.ContentType!.ToString(), found.Headers.GetValues("X-Content-Type-Options").Single()).Should().Be(("application/json; charset=utf-8", "nosniff"));
        index.Add("b", ArticleParser.Default.Parse("قمة ثانية\nوصل القادة إلى جدة مساء السبت لحضور القمة التي دعت إليها الجامعة العربية بعد أسابيع من المشاورات بين وزراء الخارجية في القاهرة والرياض وعمان."));
        index.Commit();
        (await client.GetStringAsync("/health")).Should().Contain("\"articles\":2");

        (await StatusOf(client, HttpMethod.Post, "/search")).Should().Be(HttpStatusCode.MethodNotAllowed);
        (await StatusOf(client, HttpMethod.Get, "/search?q=" + new string('x', 20_000))).Should().Be(HttpStatusCode.RequestUriTooLong);
        (await StatusOf(client, HttpMethod.Get, "/health", host: "evil.example")).Should().Be(HttpStatusCode.MisdirectedRequest);
        (await StatusOf(client, HttpMethod.Head, "/health")).Should().Be(HttpStatusCode.OK);
        HttpStatusCode[] all = await Task.WhenAll(Enumerable.Range(0, 80).Select(_ => StatusOf(client, HttpMethod.Get, "/health")));
        all.Should().Contain(HttpStatusCode.TooManyRequests).And.Contain(HttpStatusCode.OK);

        Tool.Signal(process, Tool.Sigterm);
        Tool.Await(process);
        process.ExitCode.Should().Be(ExitCode.Terminated);
    }

    [Fact]
    public void Server_ThatHasNoIndex_DoesNotStart() => Tool.Run("serve", "--index", _folder.At("nothing"), "--port", "0").ExitCode.Should().Be(ExitCode.Usage);

    private static async Task<HttpStatusCode> StatusOf(HttpClient client, HttpMethod method, string path, string? host = null)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Host = host;
        using HttpResponseMessage response = await client.SendAsync(request);
        return response.StatusCode;
    }
}
