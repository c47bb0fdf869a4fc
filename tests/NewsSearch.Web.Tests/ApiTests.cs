using System.Text.Json;

namespace NewsSearch.Web.Tests;

/// <summary>What programs read: JSON, its description, health and metrics.</summary>
[Collection(SiteDefinition.Name)]
public sealed class ApiTests(SiteFixture site)
{
    [Fact]
    public async Task Search_TellsMatchesByOffsets()
    {
        JsonElement answer = await GetAsync("/api/search?q=زلزال&limit=3");
        JsonElement hit = answer.GetProperty("hits")[0];
        JsonElement headline = hit.GetProperty("headline");
        JsonElement match = headline.GetProperty("matches")[0];
        headline.GetProperty("text").GetString()![match[0].GetInt32()..match[1].GetInt32()].Should().Be("زلزال");
        answer.GetProperty("hits").GetArrayLength().Should().BeInRange(1, 3);
        answer.GetProperty("isPartial").GetBoolean().Should().BeFalse();
        answer.GetProperty("places").EnumerateArray().Any(place => place.TryGetProperty("latitude", out _)).Should().BeTrue();
        answer.GetProperty("days").EnumerateArray().Sum(day => day.GetProperty("count").GetInt32()).Should().BeInRange(1, answer.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Article_IsSchemaOrg()
    {
        JsonElement article = await GetAsync("/api/articles/000_b91ee82fcd84a4d3.txt");
        article.GetProperty("@type").GetString().Should().Be("NewsArticle");
        article.GetProperty("headline").GetString().Should().StartWith("أوستن");
    }

    [Fact]
    public async Task OpenApi_DescribesBothOperations_WithTheirLimits()
    {
        JsonElement paths = (await GetAsync("/openapi/v1.json")).GetProperty("paths");
        paths.EnumerateObject().Select(path => path.Name).Should().BeEquivalentTo("/api/search", "/api/articles/{id}");
        Dictionary<string, JsonElement> parameters = paths.GetProperty("/api/search").GetProperty("get").GetProperty("parameters").EnumerateArray()
            .ToDictionary(parameter => parameter.GetProperty("name").GetString()!.ToUpperInvariant(), parameter => parameter);
        parameters.Keys.Should().BeEquivalentTo("Q", "PERSON", "PLACE", "SOURCE", "FROM", "BEFORE", "STORY", "COPIES", "ORDER", "LIMIT");
        parameters["Q"].GetProperty("schema").GetProperty("maxLength").GetInt32().Should().Be(512);
        parameters["LIMIT"].GetProperty("schema").GetProperty("maximum").GetInt32().Should().Be(100);
    }

    [Fact]
    public async Task Health_IsTold()
    {
        (await site.Client.GetStringAsync("/health/live")).Should().Be("Healthy");
        (await site.Client.GetStringAsync("/health/ready")).Should().Be("Healthy");
    }

    [Fact]
    public async Task Metrics_CountSearchesAndRequests()
    {
        await site.Client.GetStringAsync("/api/search?q=قمة");
        string[] lines = (await site.Client.GetStringAsync("/metrics")).Split('\n');
        lines.Should().Contain("# TYPE newssearch_search_duration_seconds histogram");
        lines.Should().Contain(line => line.StartsWith("newssearch_search_duration_seconds_bucket{le=\"+Inf\"} ", StringComparison.Ordinal));
        lines.Should().Contain(line => line.StartsWith("http_server_request_duration_seconds_count{", StringComparison.Ordinal) && line.Contains("http_route=\"/api/search\"", StringComparison.Ordinal));
        lines.Should().Contain(line => line.StartsWith("dotnet_process_memory_working_set", StringComparison.Ordinal));
    }

    private async Task<JsonElement> GetAsync(string url)
    {
        using JsonDocument document = JsonDocument.Parse(await site.Client.GetStringAsync(url));
        return document.RootElement.Clone();
    }
}
