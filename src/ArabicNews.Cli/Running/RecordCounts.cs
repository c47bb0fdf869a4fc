namespace ArabicNews.Cli.Running;

/// <summary>How many records were read, and how many failed. Counted by one thread, asked by any.</summary>
internal sealed class RecordCounts
{
    private long _read;
    private long _failed;
    private int _damaged;

    /// <summary>Records so far, with those that failed and those of the run that is resumed.</summary>
    public long Read => Volatile.Read(ref _read);

    /// <summary>Records that an earlier run did.</summary>
    public long Skipped { get; private set; }

    public long FailedRecords => Volatile.Read(ref _failed);

    /// <summary>Files of which a part could not be read at all.</summary>
    public int DamagedFiles => Volatile.Read(ref _damaged);

    public void Done() => Volatile.Write(ref _read, _read + 1);

    public void Skip(long count)
    {
        Skipped = count;
        Volatile.Write(ref _read, _read + count);
    }

    public void Failed(bool isDamage)
    {
        Volatile.Write(ref _failed, _failed + 1);
        if (isDamage) Volatile.Write(ref _damaged, _damaged + 1);
    }
}
