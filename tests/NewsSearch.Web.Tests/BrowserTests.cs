using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace NewsSearch.Web.Tests;

/// <summary>The site in a real browser.</summary>
[Collection(SiteDefinition.Name)]
public sealed class BrowserTests(SiteFixture site)
{
    private const string Article = "/article/000_b91ee82fcd84a4d3.txt";

    [BrowserFact]
    public async Task Typing_ShowsResultsInPlace_AndAnnouncesThem()
    {
        await using WatchedPage page = await site.OpenAsync("/");
        await page.Page.EvaluateAsync("window.sameDocument = true");
        await page.Page.Locator("#q").PressSequentiallyAsync("زلزال", new() { Delay = 30 });
        await Expect(page.Page.Locator(".hit mark").First).ToHaveTextAsync("زلزال");
        await Expect(page.Page.Locator("#status")).ToContainTextAsync("مقالات");
        await Expect(page.Page).ToHaveTitleAsync("زلزال – مرصد الأخبار");
        page.Page.Url.Should().EndWith("/?q=" + Uri.EscapeDataString("زلزال"));
        (await page.Page.EvaluateAsync<bool>("window.sameDocument")).Should().BeTrue();
        await page.Page.Keyboard.PressAsync("Escape");
        await Expect(page.Page.Locator("#q")).ToHaveValueAsync("");
        await Expect(page.Page.Locator("#summary")).ToContainTextAsync("أحدث الأخبار");
        page.Troubles.Should().BeEmpty();
    }

    [BrowserFact]
    public async Task Typing_IsSearchedFor_AlsoWhenAnEarlierAnswerArrivesMeanwhile()
    {
        // Such an answer asks again later while pages are being indexed, with the words of the address, which are those of the earlier search.
        const string EarlierAnswer = "<div id='results' data-indexing='true'><h1 id='summary'></h1></div>";
        await using WatchedPage page = await site.OpenAsync("/");
        await page.Page.Clock.InstallAsync();
        await page.Page.Clock.PauseAtAsync(DateTime.UtcNow.AddHours(1));
        await page.Page.EvaluateAsync("""
            () => {
                const send = XMLHttpRequest.prototype.send;
                window.firstEnded = new Promise(ended => {
                    XMLHttpRequest.prototype.send = function () { this.addEventListener('loadend', () => ended()); send.call(this); };
                });
            }
            """);
        var first = new TaskCompletionSource<IRoute>();
        await page.Page.RouteAsync("**/results?**", async route =>
        {
            if (!first.TrySetResult(route)) await route.ContinueAsync();
        });
        await page.Page.Locator("#q").FillAsync("ز");
        await page.Page.Clock.RunForAsync(1000);
        IRoute earlier = await first.Task;
        await page.Page.Locator("#q").FillAsync("زلزال");
        await earlier.FulfillAsync(new() { ContentType = "text/html; charset=utf-8", Body = EarlierAnswer });
        await page.Page.EvaluateAsync("window.firstEnded");
        await page.Page.Clock.RunForAsync(1000);
        await Expect(page.Page.Locator(".hit mark").First).ToHaveTextAsync("زلزال");
        page.Page.Url.Should().EndWith("/?q=" + Uri.EscapeDataString("زلزال"));
        page.Troubles.Should().BeEmpty();
    }

    [BrowserFact]
    public async Task Facets_Narrow_AndTypingKeepsThem()
    {
        await using WatchedPage page = await site.OpenAsync("/");
        ILocator place = page.Page.Locator(".facet", new() { HasText = "أماكن" }).Locator("li a").First;
        string name = (await place.Locator(".name").TextContentAsync())!;
        await place.ClickAsync();
        await Expect(page.Page.Locator(".chip")).ToContainTextAsync(name);
        await page.Page.Locator("#q").FillAsync("قمة");
        await Expect(page.Page.Locator(".hit mark").First).ToBeVisibleAsync();
        await Expect(page.Page.Locator(".chip")).ToContainTextAsync(name);
        await page.LeaveAsync(() => page.Page.Keyboard.PressAsync("Enter"));
        page.Page.Url.Should().Contain("place=").And.Contain("q=");
        await page.Page.Locator(".chip").ClickAsync();
        await Expect(page.Page.Locator(".chip")).ToHaveCountAsync(0);
        await page.Page.Locator(".timeline a").First.ClickAsync();
        await Expect(page.Page.Locator(".chip")).ToHaveCountAsync(2);
        page.Troubles.Should().BeEmpty();
    }

    [BrowserFact]
    public async Task Keys_LeadFromSearchThroughHitsToAnArticleAndBack()
    {
        await using WatchedPage page = await site.OpenAsync("/?q=زلزال");
        ILocator box = page.Page.Locator("#q"), hits = page.Page.Locator(".hit h2 a");
        await page.Page.Keyboard.PressAsync("/");
        await Expect(box).ToBeFocusedAsync();
        await Expect(box).ToHaveValueAsync("زلزال");
        await page.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(hits.Nth(0)).ToBeFocusedAsync();
        await page.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(hits.Nth(1)).ToBeFocusedAsync();
        await page.Page.Keyboard.PressAsync("ArrowUp");
        await page.Page.Keyboard.PressAsync("ArrowUp");
        await Expect(box).ToBeFocusedAsync();
        await page.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(hits.Nth(0)).ToBeFocusedAsync();
        await page.LeaveAsync(() => page.Page.Keyboard.PressAsync("Enter"));
        await Expect(page.Page.Locator(".reading h1")).ToContainTextAsync("زلزال");
        await page.LeaveAsync(() => page.Page.Keyboard.PressAsync("Escape"));
        page.Page.Url.Should().Contain("/?q=");
        page.Troubles.Should().BeEmpty();
    }

    [BrowserFact]
    public async Task Tab_VisitsEverythingInReadingOrder_AndShowsWhereItIs()
    {
        await using WatchedPage page = await site.OpenAsync("/?q=زلزال");
        var visited = new List<string>();
        for (int i = 0; i < 12; i++)
        {
            await page.Page.Keyboard.PressAsync("Tab");
            visited.Add(await page.Page.EvaluateAsync<string>("(e => e.id || e.className || e.closest('[class]').className)(document.activeElement)"));
            (await page.Page.EvaluateAsync<bool>("(s => s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2)(getComputedStyle(document.activeElement))")).Should().BeTrue(visited[^1]);
        }

        visited.Take(3).Should().Equal("skip", "wordmark", "q");
        visited.Should().ContainInOrder("theme", "choice", "hit");
    }

    [BrowserFact]
    public async Task DarkMode_FollowsTheSystem_AndTheButtonIsRemembered()
    {
        await using WatchedPage page = await site.OpenAsync("/", new() { ColorScheme = ColorScheme.Dark });
        (await PaperAsync(page)).Should().Be("rgb(20, 23, 26)");
        await Expect(page.Page.Locator("#theme")).ToHaveAttributeAsync("aria-pressed", "true");
        await page.Page.Locator("#theme").ClickAsync();
        (await PaperAsync(page)).Should().Be("rgb(255, 255, 255)");
        await page.GoAsync(Article);
        (await PaperAsync(page)).Should().Be("rgb(255, 255, 255)");
        await Expect(page.Page.Locator("#theme")).ToHaveAttributeAsync("aria-pressed", "false");
        page.Troubles.Should().BeEmpty();
    }

    [BrowserFact]
    public async Task Phone_NothingIsWiderThanTheScreen()
    {
        // What stands outside the screen and is not cut off by something that is hidden or drawn.
        const string Outside = "[...document.querySelectorAll('body *')].filter(e => !e.closest('.unseen, svg')).filter(e => (r => r.left < -1 || r.right > innerWidth + 1)(e.getBoundingClientRect())).map(e => e.tagName + '.' + e.className).join(' ')";
        const int Width = 320;
        await using WatchedPage page = await site.OpenAsync("/", new() { ViewportSize = new() { Width = Width, Height = 800 }, IsMobile = true, HasTouch = true });
        foreach (string url in new[] { "/", "/?q=زلزال&place=Q822", "/?q=" + ScriptPages.Word, "/?q=" + new string('س', 500), Article, "/article/" + ScriptPages.TextId, "/none" })
        {
            await page.GoAsync(url);
            (await page.Page.EvaluateAsync<string>(Outside)).Should().BeEmpty(url);
            (await page.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).Should().BeLessThanOrEqualTo(Width, url);
        }
    }

    [BrowserFact]
    public async Task Accessibility_AxeFindsNothing()
    {
        await using WatchedPage page = await site.OpenAsync("/?q=زلزال&place=Q822", Still(ColorScheme.Light));
        AxeResult result = await ShouldPassAsync(page, new());
        result.Passes.Select(rule => rule.Id).Should().Contain(["color-contrast", "html-has-lang", "landmark-one-main", "link-name", "label", "heading-order"]);
        foreach (string url in new[] { "/article/26-jordan-korea-petra.txt", "/?q=شاندرايانن" })
        {
            await page.GoAsync(url);
            await ShouldPassAsync(page, new());
        }
    }

    [BrowserFact]
    public async Task DarkMode_HasItsContrasts()
    {
        await using WatchedPage page = await site.OpenAsync("/?q=زلزال&place=Q822", Still(ColorScheme.Dark));
        var contrast = new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast"] } };
        (await ShouldPassAsync(page, contrast)).Passes.Should().NotBeEmpty();
        await page.GoAsync("/article/26-jordan-korea-petra.txt");
        (await ShouldPassAsync(page, contrast)).Passes.Should().NotBeEmpty();
    }

    [BrowserFact]
    public async Task HostileArticlesAndQueries_RunNothing_AndThePolicyHasNothingToStop()
    {
        await using WatchedPage page = await site.OpenAsync("/");
        string[] urls = ["/?q=" + ScriptPages.Word, "/article/" + ScriptPages.TextId, "/article/" + ScriptPages.HtmlId, .. ScriptPages.Queries.Take(4).Select(query => "/?q=" + Uri.EscapeDataString(query))];
        foreach (string url in urls)
        {
            await page.GoAsync(url);
            (await page.Page.EvaluateAsync<bool>("'stolen' in window")).Should().BeFalse(url);
        }

        await page.GoAsync("/");
        foreach (string typed in ScriptPages.Queries.Take(2).Append(ScriptPages.Word))
        {
            await page.Page.Locator("#q").FillAsync(typed);
            await page.Page.WaitForResponseAsync("**/results?**");
        }

        await Expect(page.Page.Locator(".hit")).ToHaveCountAsync(2);
        (await page.Page.EvaluateAsync<bool>("'stolen' in window")).Should().BeFalse();
        page.Troubles.Should().BeEmpty();
    }

    [BrowserFact]
    public async Task Policy_StopsWhatWouldBeInline()
    {
        // The site never does so; this shows that the policy would hold if it did.
        await using WatchedPage page = await site.OpenAsync("/");
        await page.Page.EvaluateAsync("() => { try { document.getElementById('main').innerHTML = '<img src=x onerror=\"window.stolen=1\">'; } catch (e) { window.refused = e.name; } }");
        (await page.Page.EvaluateAsync<string>("window.refused")).Should().Be("TypeError");
        (await page.Page.EvaluateAsync<bool>("'stolen' in window")).Should().BeFalse();
        page.Troubles.Should().NotBeEmpty();
    }

    [BrowserFact]
    public async Task WithoutScript_TheFormSearches()
    {
        await using WatchedPage page = await site.OpenAsync("/", new() { JavaScriptEnabled = false });
        await Expect(page.Page.Locator("#theme")).ToBeHiddenAsync();
        await page.Page.Locator("#q").FillAsync("زلزال");
        await page.Page.Keyboard.PressAsync("Enter");
        await Expect(page.Page.Locator(".hit mark").First).ToHaveTextAsync("زلزال");
        await page.Page.Locator(".hit h2 a").First.ClickAsync();
        await Expect(page.Page.Locator(".reading h1")).ToBeVisibleAsync();
    }

    private static BrowserNewContextOptions Still(ColorScheme scheme) =>
        new() { ColorScheme = scheme, ViewportSize = new() { Width = 1280, Height = 1000 }, ReducedMotion = ReducedMotion.Reduce };

    private static async Task<AxeResult> ShouldPassAsync(WatchedPage page, AxeRunOptions options)
    {
        options.ResultTypes = [ResultType.Violations]; // Of the rest one example for each rule: telling of every element takes longer than the checks.
        AxeResult result = await page.Page.RunAxe(options);
        result.Violations.SelectMany(violation => violation.Nodes.Select(node => $"{violation.Id}: {node.Html} {string.Join(' ', node.Any.Select(check => check.Message))}")).Should().BeEmpty(page.Page.Url);
        return result;
    }

    private static async Task<string> PaperAsync(WatchedPage page) => await page.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");
}
