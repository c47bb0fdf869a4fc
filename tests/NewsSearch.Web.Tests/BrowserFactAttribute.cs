namespace NewsSearch.Web.Tests;

/// <summary>A fact that needs Chromium or Chrome on the path, or where <c>ARABICNEWS_CHROMIUM</c> says; skipped, with a message, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (Browser is null) Skip = "needs Chromium or Chrome, on the path or where ARABICNEWS_CHROMIUM says";
    }

    public static string? Browser { get; } = Find();

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("ARABICNEWS_CHROMIUM") is { Length: > 0 } told) return File.Exists(told) ? told : null;
        string suffix = OperatingSystem.IsWindows() ? ".exe" : "";
        string[] names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(folder => names.Select(name => Path.Combine(folder, name + suffix)))
            .FirstOrDefault(File.Exists);
    }
}

/// <summary>Takes the pictures of the README anew; skipped unless <c>ARABICNEWS_SCREENSHOTS</c> is 1, since they are part of the repository.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ScreenshotFactAttribute : BrowserFactAttribute
{
    public ScreenshotFactAttribute()
    {
        if (Environment.GetEnvironmentVariable("ARABICNEWS_SCREENSHOTS") != "1") Skip ??= "takes pictures only where ARABICNEWS_SCREENSHOTS is 1";
    }
}
