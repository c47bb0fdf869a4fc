namespace ArabicNews;

/// <summary>Settings of an <see cref="EntityExtractor"/>.</summary>
public sealed record EntityExtractorOptions
{
    /// <summary>The defaults.</summary>
    public static EntityExtractorOptions Default { get; } = new();

    /// <summary>Lowest <see cref="Mention.Score"/> that is reported, in [0, 1].</summary>
    public float MinScore { get; init; } = 0.25f;
}
