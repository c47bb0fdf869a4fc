using System.Diagnostics;
using System.Globalization;
using ArabicNews.Cli.Running;

namespace ArabicNews.Cli.Output;

/// <summary>One line on stderr that is written over four times a second: records, rate, share and remaining time where the end is known, failures. Gone when the run ends.</summary>
internal sealed class ProgressDisplay : IDisposable
{
    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(250);

    private readonly RecordCounts _counts;
    private readonly Func<(long Read, long? Total)> _bytes;
    private readonly long? _limit;
    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly Timer? _timer;
    private readonly Lock _lock = new();
    private bool _isShown;
    private bool _isOver;

    public ProgressDisplay(bool isShown, RecordCounts counts, Func<(long Read, long? Total)> bytes, long? limit)
    {
        (_counts, _bytes, _limit) = (counts, bytes, limit);
        if (isShown) _timer = new Timer(_ => Show(), null, s_interval, s_interval);
    }

    public void Dispose()
    {
        _timer?.Dispose();
        lock (_lock)
        {
            _isOver = true;
            if (_isShown) Console.Error.Write("\r\u001b[K");
        }
    }

    /// <summary>The line.</summary>
    public static string Describe(long records, long skipped, long failed, double share, TimeSpan elapsed)
    {
        double rate = elapsed > TimeSpan.Zero ? (records - skipped) / elapsed.TotalSeconds : 0;
        string line = string.Create(CultureInfo.InvariantCulture, $"{records:N0} records  {rate:N0}/s");
        if (share is > 0 and <= 1)
        {
            TimeSpan left = elapsed * ((1 - share) / share);
            line += string.Create(CultureInfo.InvariantCulture, $"  {share:P0}  {(int)left.TotalHours}:{left.Minutes:00}:{left.Seconds:00} left");
        }

        return failed == 0 ? line : line + string.Create(CultureInfo.InvariantCulture, $"  {failed:N0} failed");
    }

    private void Show()
    {
        (long read, long? total) = _bytes();
        double share = total is > 0 ? (double)read / total.Value : 0;
        if (_limit is > 0) share = Math.Max(share, (double)_counts.Read / _limit.Value);
        string line = Describe(_counts.Read, _counts.Skipped, _counts.FailedRecords, share, Stopwatch.GetElapsedTime(_start));
        lock (_lock)
        {
            if (_isOver) return;
            _isShown = true;
            Console.Error.Write($"\r{line}\u001b[K");
        }
    }
}
