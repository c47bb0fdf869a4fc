namespace ArabicNews.Lucene;

/// <summary>Settings of an <see cref="ArabicNewsAnalyzer"/>. An index and the queries against it must use the same.</summary>
public sealed record ArabicNewsAnalyzerOptions
{
    /// <summary>The defaults.</summary>
    public static ArabicNewsAnalyzerOptions Default { get; } = new();

    /// <summary>Whether the words of <see cref="ArabicStopWords"/> are left out; each leaves a gap of one position. True by default.</summary>
    public bool StopWords { get; init; } = true;

    /// <summary>
    /// The terms that a word becomes, all at one position. All three rank best; <see cref="TermForms.Stem"/> alone makes an index about a third as large, and ranking a little worse;
    /// <see cref="TermForms.Word"/> alone, without stop words left out, is for finding words as they are written.
    /// </summary>
    public TermForms Forms { get; init; } = TermForms.All;
}

/// <summary>The terms that a word can become; see <see cref="ArabicNewsStemFilter"/>.</summary>
[Flags]
public enum TermForms
{
    /// <summary>None; no setting of an analyzer.</summary>
    None = 0,
    /// <summary>The stem, unmarked.</summary>
    Stem = 1,
    /// <summary>The normalized word, marked <c>=</c>.</summary>
    Word = 2,
    /// <summary>The consonants of the stem, marked <c>~</c>.</summary>
    Skeleton = 4,
    /// <summary>All three, in this order.</summary>
    All = Stem | Word | Skeleton,
}
