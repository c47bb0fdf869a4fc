namespace ArabicNews;

/// <summary>Settings of an <see cref="ArticleParser"/>.</summary>
public sealed record ArticleParserOptions
{
    /// <summary>The defaults.</summary>
    public static ArticleParserOptions Default { get; } = new();

    /// <summary>
    /// The moment against which relative dates («أمس الأربعاء», «قبل ساعتين») are read where the page gives no date of its own, as a rule when it was fetched;
    /// null leaves such dates out.
    /// </summary>
    public DateTimeOffset? Reference { get; init; }

    /// <summary>
    /// The outlet whose pages are parsed, where known: it tells «الرياض» the paper from الرياض the city in credit lines. <see cref="PageMetadata.SiteName"/> goes before it.
    /// </summary>
    public string? Outlet { get; init; }

    /// <summary>Longest text read, in UTF-16 code units; what follows is ignored and the page flagged <see cref="PageFlags.Truncated"/>. 16 Mi by default.</summary>
    public int MaxLength { get; init; } = 16 * 1024 * 1024;
}
