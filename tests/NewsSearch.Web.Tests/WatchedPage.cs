using Microsoft.Playwright;

namespace NewsSearch.Web.Tests;

/// <summary>A page in a browser that remembers what should not happen: dialogs, errors of scripts, and what the Content-Security-Policy had to stop, which the console tells.</summary>
public sealed class WatchedPage : IAsyncDisposable
{
    // Two minutes in all, as for everything else that a test waits for.
    private const int PollMilliseconds = 100, MostPolls = 1200;

    private readonly string _address;
    private readonly List<string> _troubles = [];

    public WatchedPage(IPage page, string address)
    {
        (Page, _address) = (page, address);
        page.Dialog += async (_, dialog) =>
        {
            _troubles.Add("dialog: " + dialog.Message);
            await dialog.DismissAsync();
        };
        page.PageError += (_, error) => _troubles.Add("error: " + error);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") _troubles.Add($"{message.Type}: {message.Text}");
        };
    }

    public IPage Page { get; }

    public IReadOnlyList<string> Troubles => _troubles;

    public async Task GoAsync(string url) => await Page.GotoAsync(_address + url);

    /// <summary>Does what leads to another page and waits until that has loaded, its scripts included: the address alone does not tell, since the site changes it as one types. Asks the page itself: on the way back the browser tells of loading before one can wait for it.</summary>
    public async Task LeaveAsync(Func<Task> action)
    {
        await Page.EvaluateAsync("document.documentElement.dataset.left = 'true'");
        await action();
        await Assertions.Expect(Page.Locator("html[data-left]")).ToHaveCountAsync(0);
        for (int i = 0; await Page.EvaluateAsync<string>("document.readyState") != "complete"; i++)
        {
            if (i == MostPolls) throw new TimeoutException($"{Page.Url} has not loaded.");
            await Task.Delay(PollMilliseconds);
        }
    }

    public async ValueTask DisposeAsync() => await Page.Context.CloseAsync();
}
