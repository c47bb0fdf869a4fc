using ArabicNews;
using ArabicNews.Html;
using Microsoft.Extensions.Options;

namespace NewsSearch.Web.News;

/// <summary>
/// The pages of a folder, each known by its path below it. The list is made once, and only what is on it is ever opened: no address that a visitor makes up leads to a file.
/// </summary>
internal sealed class NewsFolder
{
    private readonly SiteOptions _options;
    private readonly Dictionary<string, string> _paths;

    public NewsFolder(IOptions<SiteOptions> options)
    {
        _options = options.Value;
        Path = System.IO.Path.GetFullPath(_options.Folder ?? FindSeeds());
        var enumeration = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint };
        _paths = Directory.EnumerateFiles(Path, "*", enumeration)
            .Where(path => IsHtml(path) || path.EndsWith(".txt", StringComparison.OrdinalIgnoreCase))
            .Take(_options.MaxFiles)
            .ToDictionary(path => System.IO.Path.GetRelativePath(Path, path).Replace(System.IO.Path.DirectorySeparatorChar, '/'), path => path, StringComparer.Ordinal);
        Ids = [.. _paths.Keys.Order(StringComparer.Ordinal)];
    }

    public string Path { get; }

    public IReadOnlyList<string> Ids { get; }

    /// <summary>The parsed page, or null where there is none of this id.</summary>
    /// <exception cref="IOException">The file is gone, too large, or cannot be read.</exception>
    public NewsPage? Read(string id)
    {
        if (!_paths.TryGetValue(id, out string? path)) return null;
        using FileStream file = File.OpenRead(path);
        if (file.Length > _options.MaxFileBytes) throw new IOException($"{id} has {file.Length} bytes, more than {_options.MaxFileBytes}.");
        if (IsHtml(path)) return HtmlArticleParser.Default.Parse(file);
        using var reader = new StreamReader(file);
        return ArticleParser.Default.Parse(reader.ReadToEnd());
    }

    private static bool IsHtml(string path) => path.EndsWith(".html", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".htm", StringComparison.OrdinalIgnoreCase);

    // Above where the program runs, or where it lies.
    private static string FindSeeds()
    {
        foreach (string start in new[] { Directory.GetCurrentDirectory(), AppContext.BaseDirectory })
            for (DirectoryInfo? above = new(start); above is not null; above = above.Parent)
                if (System.IO.Path.Combine(above.FullName, "seeds", "articles") is var seeds && Directory.Exists(seeds)) return seeds;
        throw new DirectoryNotFoundException("No seeds/articles above this folder: say --folder PATH.");
    }
}
