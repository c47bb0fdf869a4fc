using System.Collections.Immutable;

namespace ArabicNews.Lucene;

/// <summary>The size of an index.</summary>
/// <param name="ArticleCount">Articles that a search can find, related ones included.</param>
/// <param name="DeletedCount">Articles that are removed or replaced, and still take room until segments are merged.</param>
/// <param name="SegmentCount">Segments; Lucene merges them by itself.</param>
/// <param name="SizeInBytes">Bytes of all files, those of the buffer not yet written left out.</param>
public sealed record NewsIndexStatistics(int ArticleCount, int DeletedCount, int SegmentCount, long SizeInBytes);

/// <summary>What <see cref="NewsIndex.Verify"/> found. Immutable; equal when all content is equal.</summary>
/// <param name="Problems">What is wrong and what to do about it; empty for a sound index.</param>
public sealed record NewsIndexVerification(ImmutableArray<string> Problems)
{
    /// <summary>Whether nothing is wrong.</summary>
    public bool IsSound => Problems.IsDefaultOrEmpty;

    /// <inheritdoc/>
    public bool Equals(NewsIndexVerification? other) => other is not null && Sequences.Equal(Problems, other.Problems);

    /// <inheritdoc/>
    public override int GetHashCode() => Sequences.Hash(Problems);
}
