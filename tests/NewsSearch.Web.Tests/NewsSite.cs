using ArabicNews.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace NewsSearch.Web.Tests;

/// <summary>The site as it runs, over a folder of its own, with settings of a test.</summary>
internal sealed class NewsSite(string folder, params (string Name, string Value)[] settings) : WebApplicationFactory<Program>
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("NewsSearch:Folder", folder);
        foreach ((string name, string value) in settings) builder.UseSetting($"NewsSearch:{name}", value);
    }

    /// <summary>Waits until all pages are indexed.</summary>
    public static async Task WaitAsync(HttpClient client)
    {
        for (int i = 0; i < 1200; i++)
        {
            using HttpResponseMessage answer = await client.GetAsync("/health/ready");
            if (answer.IsSuccessStatusCode) return;
            await Task.Delay(50);
        }

        throw new TimeoutException("The index is not ready after a minute.");
    }

    /// <summary>A folder with the pages of the repository and the hostile ones; <paramref name="seeds"/> of them, or all.</summary>
    public static string CreateFolder(int seeds = int.MaxValue)
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
