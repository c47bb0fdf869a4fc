using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace NewsSearch.Web.Tests;

/// <summary>Headers, escaping and limits.</summary>
[Collection(SiteDefinition.Name)]
public sealed class SecurityTests(SiteFixture site)
{
    public static TheoryData<string> Queries => [.. ScriptPages.Queries];

    public static TheoryData<string> Addresses =>
        ["/", "/results?q=x", "/article/01-lusail-final-wire.txt", "/article/none", "/site.css", "/site.js", "/land.svg", "/api/search", "/api/articles/01-lusail-final-wire.txt", "/api/search?limit=0", "/openapi/v1.json", "/metrics", "/health/live", "/none"];

    [Theory, MemberData(nameof(Addresses))]
    public async Task EveryAnswer_HasItsHeaders(string url)
    {
        using HttpResponseMessage answer = await site.Client.GetAsync(url);
        string policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        policy.Should().Contain("default-src 'none'").And.Contain("script-src 'self'").And.Contain("style-src 'self'").And.Contain("base-uri 'none'")
            .And.Contain("frame-ancestors 'none'").And.Contain("require-trusted-types-for 'script'").And.NotContain("unsafe").And.NotContain("*").And.NotContain("nonce");
        answer.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
        answer.Headers.GetValues("Referrer-Policy").Should().Equal("same-origin");
        answer.Headers.GetValues("Cross-Origin-Opener-Policy").Should().Equal("same-origin");
        answer.Headers.Contains("Server").Should().BeFalse();
    }

    [Theory, MemberData(nameof(Queries))]
    public async Task Query_IsTextWhereverItIsShown(string query)
    {
        foreach (string path in new[] { "/?q=", "/results?q=", "/?person=", "/?source=", "/?story=", "/article/06-chandrayaan-wire.txt?q=" })
            ShouldHoldNothingInline(await site.GetAsync(path + Uri.EscapeDataString(query)));
        IHtmlDocument page = await site.GetAsync("/?q=" + Uri.EscapeDataString(query));
        page.QuerySelector<IHtmlInputElement>("#q")!.Value.Should().Be(query.Replace('\0', '\uFFFD').Trim());
    }

    [Theory]
    [InlineData(ScriptPages.TextId)]
    [InlineData(ScriptPages.HtmlId)]
    public async Task HostileArticle_IsTextInResultsAndOnItsPage(string id)
    {
        IHtmlDocument results = await site.GetAsync("/?q=" + ScriptPages.Word);
        results.QuerySelectorAll(".hit").Should().HaveCount(2);
        results.QuerySelector(".hits")!.TextContent.Should().Contain("<script>window.stolen=1</script>");
        ShouldHoldNothingInline(results);
        IHtmlDocument article = await site.GetAsync("/article/" + id);
        article.QuerySelector("main")!.TextContent.Should().Contain("onerror=");
        ShouldHoldNothingInline(article);
    }

    [Theory]
    [InlineData("q", 513, 1)]
    [InlineData("story", 513, 1)]
    [InlineData("person", 201, 1)]
    [InlineData("place", 1, 9)]
    [InlineData("source", 1, 9)]
    public async Task Parameter_BeyondItsLimit_IsRefused(string name, int length, int count)
    {
        string query = string.Join('&', Enumerable.Repeat($"{name}={new string('a', length)}", count));
        foreach (string path in new[] { "/", "/results", "/api/search" })
        {
            using HttpResponseMessage answer = await site.Client.GetAsync($"{path}?{query}");
            answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        }
    }

    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=101")]
    [InlineData("limit=many")]
    [InlineData("from=yesterday")]
    [InlineData("order=best")]
    public async Task Parameter_ThatIsNone_IsRefused(string query)
    {
        using HttpResponseMessage answer = await site.Client.GetAsync("/api/search?" + query);
        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        answer.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
    }

    [Fact]
    public async Task LongestQuery_IsAnswered_AndALongerRequestLineIsNot()
    {
        using HttpResponseMessage longest = await site.Client.GetAsync("/?q=" + Uri.EscapeDataString(new string('ش', 512)));
        longest.StatusCode.Should().Be(HttpStatusCode.OK);
        using HttpResponseMessage tooLong = await site.Client.GetAsync("/?q=" + new string('a', 9000));
        tooLong.StatusCode.Should().Be(HttpStatusCode.RequestUriTooLong);
    }

    [Fact]
    public async Task Body_IsRefused()
    {
        using HttpResponseMessage answer = await site.Client.PostAsync("/api/search", new StringContent("q=x"));
        answer.IsSuccessStatusCode.Should().BeFalse();
    }

    // Nothing that a browser runs, styles or follows except files of the site and links to http addresses.
    private static void ShouldHoldNothingInline(IHtmlDocument page)
    {
        page.QuerySelectorAll("script").Select(script => (script.GetAttribute("src"), script.TextContent)).Should().BeSubsetOf([("/theme.js", ""), ("/site.js", "")]);
        page.QuerySelectorAll("style, iframe, object, embed, base, img, template").Should().BeEmpty();
        IAttr[] attributes = [.. page.All.SelectMany(element => element.Attributes)];
        attributes.Should().NotContain(attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || attribute.Name == "style");
        attributes.Where(attribute => attribute.Name is "href" or "src" or "action").Select(attribute => attribute.Value)
            .Should().OnlyContain(url => url.StartsWith('/') || url.StartsWith('#') || url.StartsWith("http", StringComparison.Ordinal));
    }
}
