using System.Diagnostics;
using ArabicNews.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace NewsSearch.Web.Tests;

/// <summary>The site as it runs, over a folder of its own, with settings of a test. The folder has the pages of the repository, so many of them or all, and the hostile ones.</summary>
internal sealed class NewsSite(int seeds, params (string Name, string Value)[] settings) : WebApplicationFactory<Program>
{
    /// <summary>How long a test waits for anything before it fails: for a machine with much other work to do, since nothing here measures time.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    // All pages are indexed in some seconds of processor time, of which a machine with thirty other jobs gives few in a minute.
    private static readonly TimeSpan s_patienceForIndex = 5 * Patience;

    private readonly string _folder = CreateFolder(seeds);

    /// <summary>A client of the site once all pages are indexed.</summary>
    public async Task<HttpClient> CreateReadyClientAsync()
    {
        HttpClient client = CreateClient();
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < s_patienceForIndex)
        {
            using HttpResponseMessage answer = await client.GetAsync("/health/ready");
            if (answer.IsSuccessStatusCode) return client;
            await Task.Delay(50);
        }

        throw new TimeoutException($"The index is not ready after {s_patienceForIndex}.");
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("NewsSearch:Folder", _folder);
        builder.UseSetting("NewsSearch:SearchTimeLimit", Patience.ToString());
        foreach ((string name, string value) in settings) builder.UseSetting($"NewsSearch:{name}", value);
    }

    private static string CreateFolder(int seeds)
    {
        string folder = Directory.CreateTempSubdirectory("newssearch").FullName;
        foreach (string page in Directory.EnumerateFiles(RepositoryFiles.InRepository("seeds/articles")).Order(StringComparer.Ordinal).Take(seeds))
            File.Copy(page, Path.Combine(folder, Path.GetFileName(page)));
        Directory.CreateDirectory(Path.Combine(folder, "hostile"));
        File.WriteAllText(Path.Combine(folder, ScriptPages.TextId), ScriptPages.Text);
        File.WriteAllText(Path.Combine(folder, ScriptPages.HtmlId), ScriptPages.Html);
        return folder;
    }
}
