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

    /// <summary>How much memory new articles may take before they are written out, in megabytes: more than 0, below 2048. 64 by default.</summary>
    public double BufferMegabytes { get; init; } = 64;

    /// <summary>
    /// Whether an index may be written to whose words another version of this library analyzed. Its older articles are then found by most words but not by all, until they are added again. False by default: such an index is
    /// refused. Read-only it can always be searched; <see cref="NewsIndexVersions.IsCurrent"/> tells.
    /// </summary>
    public bool AcceptOtherAnalysis { get; init; }

    /// <summary>
    /// Whether articles that carry the same wire copy become one story (<see cref="NewsHit.Story"/>) as they are added. A writer keeps some 1.6 KB of memory an article for it, and the first write to an existing index reads what
    /// is known of its stories: about a third of a second for 30,000 articles. True by default.
    /// </summary>
    public bool GroupStories { get; init; } = true;

    /// <summary>Throws when a setting is out of its range.</summary>
    /// <exception cref="ArgumentOutOfRangeException">One is.</exception>
    internal void Check()
    {
        if (!(BufferMegabytes > 0 && BufferMegabytes < 2048))
            throw new ArgumentOutOfRangeException(nameof(BufferMegabytes), BufferMegabytes, "The buffer takes more than 0 and less than 2048 megabytes.");
    }
}
