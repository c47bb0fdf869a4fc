namespace ArabicNews.Cli.Running;

/// <summary>How many records were read, and how many failed. Counted by one thread, asked by any.</summary>
internal sealed class RecordCounts
{
    private long _items;
    private long _read;
    private long _failed;
    private int _damaged;

    /// <summary>Records and damaged files so far, those of the run that is resumed too: where a run goes on.</summary>
    public long Items => Volatile.Read(ref _items);

    /// <summary>Records so far, those that failed too, and those of the run that is resumed.</summary>
    public long Read => Volatile.Read(ref _read);

    /// <summary>Records that an earlier run did.</summary>
    public long Skipped { get; private set; }

    public long FailedRecords => Volatile.Read(ref _failed);

    /// <summary>Files of which a part could not be read at all.</summary>
    public int DamagedFiles => Volatile.Read(ref _damaged);

    public void Done(bool isRecord)
    {
        Volatile.Write(ref _items, _items + 1);
        if (isRecord) Volatile.Write(ref _read, _read + 1);
    }

    /// <summary>Goes on counting where an earlier run was cut off.</summary>
    /// <param name="items">Records and damaged files that it did.</param>
    /// <param name="failed">Records among them that failed.</param>
    /// <param name="damaged">Damaged files among them.</param>
    public void Skip(long items, long failed, int damaged)
    {
        Skipped = items - damaged;
        Volatile.Write(ref _items, items);
        Volatile.Write(ref _read, Skipped);
        Volatile.Write(ref _failed, failed);
        Volatile.Write(ref _damaged, damaged);
    }

    public void Failed(bool isDamage)
    {
        if (isDamage) Volatile.Write(ref _damaged, _damaged + 1);
        else Volatile.Write(ref _failed, _failed + 1);
    }
}
