namespace NewsSearch.Web;

/// <summary>Settings of the site: the section <c>NewsSearch</c> of the configuration, so also <c>NewsSearch__SearchesPerSecond=5</c> in the environment.</summary>
internal sealed class SiteOptions
{
    public const string Section = "NewsSearch";

    /// <summary>Where the pages lie, as .txt and .html; null takes <c>seeds/articles</c> of the repository.</summary>
    public string? Folder { get; set; }

    /// <summary>Larger files are left out.</summary>
    public long MaxFileBytes { get; set; } = 4 << 20;

    /// <summary>Further files are left out.</summary>
    public int MaxFiles { get; set; } = 100_000;

    /// <summary>What one address may ask for in the long run, and at once: someone who types fast is not stopped.</summary>
    public int SearchesPerSecond { get; set; } = 10;

    public int SearchBurst { get; set; } = 40;

    /// <summary>A search that takes longer shows what it has found until then.</summary>
    public TimeSpan SearchTimeLimit { get; set; } = TimeSpan.FromSeconds(1);
}
