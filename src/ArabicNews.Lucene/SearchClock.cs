using System.Diagnostics;

namespace ArabicNews.Lucene;

/// <summary>Runs out after the time that a query may take. Whoever does the work of a search asks it every few thousand steps, and stops.</summary>
internal sealed class SearchClock(TimeSpan? limit)
{
    private readonly long _start = Stopwatch.GetTimestamp();

    /// <summary>Whether a part of the work was left out.</summary>
    public bool HasExpired { get; private set; }

    /// <summary>Whether to stop now; true ever after.</summary>
    public bool Check()
    {
        if (!HasExpired && limit is { } most && Stopwatch.GetElapsedTime(_start) >= most) HasExpired = true;
        return HasExpired;
    }
}
