namespace ArabicNews.Lucene;

/// <summary>Settings of a <see cref="NewsIndex"/>.</summary>
public sealed record NewsIndexOptions
{
    /// <summary>The defaults.</summary>
    public static NewsIndexOptions Default { get; } = new();

    /// <summary>Whether the index is only searched: no lock is taken, so that any number of readers may stand beside one writer, and a missing index is an error. False by default.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>Finds people and places of articles that are added without them. Null takes <see cref="EntityExtractor.Default"/>.</summary>
    public EntityExtractor? Extractor { get; init; }

    /// <summary>How much memory new articles may take before they are written out, in megabytes. 64 by default.</summary>
    public double BufferMegabytes { get; init; } = 64;
}
