using System.Collections.Immutable;

namespace ArabicNews.Lucene;

/// <summary>What <see cref="NewsIndex.Verify(string, CancellationToken)"/> found. Immutable; equal when all content is equal.</summary>
/// <param name="Findings">What is wrong, each with what to do about it; empty for a sound index.</param>
/// <param name="ArticleCount">Articles that were read, whole and as they were added.</param>
/// <param name="Versions">What made the index; null when that cannot be read.</param>
public sealed record NewsIndexVerification(ImmutableArray<NewsIndexFinding> Findings, int ArticleCount, NewsIndexVersions? Versions)
{
    /// <summary>Whether nothing is wrong.</summary>
    public bool IsSound => Findings.IsDefaultOrEmpty;

    /// <inheritdoc/>
    public bool Equals(NewsIndexVerification? other) =>
        other is not null && Sequences.Equal(Findings, other.Findings) && ArticleCount == other.ArticleCount && Versions == other.Versions;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Sequences.Hash(Findings), ArticleCount, Versions);
}

/// <summary>One thing that is wrong with an index.</summary>
/// <param name="Problem">What kind of problem.</param>
/// <param name="File">The file that is concerned; null when it is all of them.</param>
/// <param name="Message">What is wrong and what to do.</param>
public sealed record NewsIndexFinding(NewsIndexProblem Problem, string? File, string Message);
