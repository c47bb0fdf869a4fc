using System.Collections.Immutable;

namespace ArabicNews.Lucene;

/// <summary>Settings of <see cref="NewsIndex.AddRangeAsync"/>.</summary>
public sealed record AddRangeOptions
{
    /// <summary>The defaults.</summary>
    public static AddRangeOptions Default { get; } = new();

    /// <summary>Threads that parse, extract, analyze and add: at least 1. As many as there are processors by default.</summary>
    public int Parallelism { get; init; } = Environment.ProcessorCount;

    /// <summary>Told how far the run is, some times a second and once at the end; never twice at once. None by default.</summary>
    public IProgress<AddRangeProgress>? Progress { get; init; }

    /// <summary>Told of every item that fails, at once, by the thread that had it. None by default; <see cref="AddRangeResult.Failures"/> has the first ones in any case.</summary>
    public Action<AddRangeFailure>? OnFailure { get; init; }
}

/// <summary>How far a run is.</summary>
/// <param name="AddedCount">Pages that were added.</param>
/// <param name="FailedCount">Items that failed.</param>
/// <param name="Elapsed">Time since the run began.</param>
public readonly record struct AddRangeProgress(long AddedCount, long FailedCount, TimeSpan Elapsed)
{
    /// <summary>Items for each second so far, failures included.</summary>
    public double PerSecond => Elapsed > TimeSpan.Zero ? (AddedCount + FailedCount) / Elapsed.TotalSeconds : 0;
}

/// <summary>An item that was not added.</summary>
/// <param name="Position">Its place in the sequence, from 0.</param>
/// <param name="Id">Its id; null where the item itself was null.</param>
/// <param name="Error">What went wrong.</param>
public sealed record AddRangeFailure(long Position, string? Id, Exception Error);

/// <summary>What a run did.</summary>
/// <param name="ReadCount">Items that were taken from the sequence. All of them, and none behind, were added or failed: a run that was cancelled goes on with the item of this position.</param>
/// <param name="AddedCount">Pages that were added, those included that a later item of the same id replaced.</param>
/// <param name="FailedCount">Items that failed.</param>
/// <param name="Failures">The first <see cref="MaxFailures"/> of those, by position.</param>
/// <param name="IsCancelled">Whether the run was cancelled before the end of the sequence.</param>
/// <param name="Elapsed">How long it took.</param>
public sealed record AddRangeResult(long ReadCount, long AddedCount, long FailedCount, ImmutableArray<AddRangeFailure> Failures, bool IsCancelled, TimeSpan Elapsed)
{
    /// <summary>How many failures are kept, so that a bad source does not fill the memory.</summary>
    public const int MaxFailures = 1000;

    /// <inheritdoc/>
    public bool Equals(AddRangeResult? other) =>
        other is not null && (ReadCount, AddedCount, FailedCount, IsCancelled, Elapsed) == (other.ReadCount, other.AddedCount, other.FailedCount, other.IsCancelled, other.Elapsed)
        && Sequences.Equal(Failures, other.Failures);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(ReadCount, AddedCount, FailedCount, Sequences.Hash(Failures), IsCancelled, Elapsed);
}
