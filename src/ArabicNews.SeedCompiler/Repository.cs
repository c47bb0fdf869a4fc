namespace ArabicNews.SeedCompiler;

/// <summary>Where the repository is: the nearest folder above the working directory, or above this program, with <c>ArabicNews.sln</c>.</summary>
internal static class Repository
{
    public static string FindRoot()
    {
        foreach (string start in new[] { Directory.GetCurrentDirectory(), AppContext.BaseDirectory })
            for (DirectoryInfo? folder = new(start); folder is not null; folder = folder.Parent)
                if (File.Exists(Path.Combine(folder.FullName, "ArabicNews.sln"))) return folder.FullName;
        throw new DirectoryNotFoundException("ArabicNews.sln was not found above the working directory.");
    }
}
