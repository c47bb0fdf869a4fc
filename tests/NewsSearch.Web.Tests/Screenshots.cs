using ArabicNews.Tests.Support;
using Microsoft.Playwright;

namespace NewsSearch.Web.Tests;

/// <summary>The pictures of the README.</summary>
[Collection(SiteDefinition.Name)]
public sealed class Screenshots(SiteFixture site)
{
    private const string Search = "/?q=«كأس العالم»";

    [ScreenshotFact]
    public async Task TakeAll()
    {
        await TakeAsync("light", Search, 1280, 900, ColorScheme.Light);
        await TakeAsync("dark", Search, 1280, 900, ColorScheme.Dark);
        await TakeAsync("article", "/article/26-jordan-korea-petra.txt", 1280, 900, ColorScheme.Light);
        await TakeAsync("phone", Search, 390, 844, ColorScheme.Light);
    }

    private async Task TakeAsync(string name, string url, int width, int height, ColorScheme scheme)
    {
        for (int i = 0; i < 5; i++) await site.Client.GetStringAsync(url); // A site that has been asked before.
        await using WatchedPage page = await site.OpenAsync(url, new() { ViewportSize = new() { Width = width, Height = height }, ColorScheme = scheme });
        string folder = RepositoryFiles.InRepository("samples/NewsSearch.Web/screenshots");
        Directory.CreateDirectory(folder);
        string path = Path.Combine(folder, name + ".png");
        await page.Page.ScreenshotAsync(new() { Path = path });
        new FileInfo(path).Length.Should().BeLessThan(250 << 10);
    }
}
