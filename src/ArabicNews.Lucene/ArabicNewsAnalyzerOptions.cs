namespace ArabicNews.Lucene;

/// <summary>Settings of an <see cref="ArabicNewsAnalyzer"/>. An index and the queries against it must use the same.</summary>
public sealed record ArabicNewsAnalyzerOptions
{
    /// <summary>The defaults.</summary>
    public static ArabicNewsAnalyzerOptions Default { get; } = new();

    /// <summary>Whether the words of <see cref="ArabicStopWords"/> are left out; each leaves a gap of one position. True by default.</summary>
    public bool StopWords { get; init; } = true;

    /// <summary>
    /// Whether a word becomes one term, its stem, instead of three. The index is then about a third as large, and ranking a little worse. False by default.
    /// </summary>
    public bool Lean { get; init; }
}
