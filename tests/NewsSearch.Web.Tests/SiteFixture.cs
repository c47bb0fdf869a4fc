using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Playwright;

namespace NewsSearch.Web.Tests;

/// <summary>One site on a port of its own and one browser, for all tests.</summary>
public sealed class SiteFixture : IAsyncLifetime
{
    private static readonly float s_patience = (float)NewsSite.Patience.TotalMilliseconds;

    private readonly NewsSite _site = new(int.MaxValue, ("SearchBurst", "100000"), ("SearchesPerSecond", "100000"));
    private readonly Lazy<Task<IBrowser>> _browser;
    private IPlaywright? _playwright;

    public SiteFixture() => _browser = new Lazy<Task<IBrowser>>(LaunchAsync);

    public HttpClient Client { get; private set; } = null!;

    public string Address => Client.BaseAddress!.ToString().TrimEnd('/');

    public async Task InitializeAsync()
    {
        _site.UseKestrel(0);
        _site.StartServer();
        Client = await _site.CreateReadyClientAsync();
    }

    public async Task DisposeAsync()
    {
        if (_browser.IsValueCreated) await (await _browser.Value).CloseAsync();
        _playwright?.Dispose();
        Client?.Dispose(); // Null where the site never came up: that is what a test then tells.
        await _site.DisposeAsync();
    }

    /// <summary>The page as a browser without script would read it.</summary>
    public async Task<IHtmlDocument> GetAsync(string url) => new HtmlParser().ParseDocument(await Client.GetStringAsync(url));

    public async Task<WatchedPage> OpenAsync(string url, BrowserNewContextOptions? options = null)
    {
        IBrowserContext context = await (await _browser.Value).NewContextAsync(options ?? new() { ViewportSize = new() { Width = 1280, Height = 1000 } });
        context.SetDefaultTimeout(s_patience); // Of actions and navigation.
        var page = new WatchedPage(await context.NewPageAsync(), Address);
        await page.GoAsync(url);
        return page;
    }

    private async Task<IBrowser> LaunchAsync()
    {
        _playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(s_patience);
        return await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = BrowserFactAttribute.Browser, Timeout = s_patience, Args = ["--no-sandbox", "--disable-gpu"] });
    }
}

[CollectionDefinition(Name)]
public sealed class SiteDefinition : ICollectionFixture<SiteFixture>
{
    public const string Name = "site";
}
