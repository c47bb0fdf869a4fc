namespace ArabicNews;

/// <summary>
/// The places, people or bodies of a gazetteer by number. Rows of the embedded file are read when they are asked for; a thread that reads one at the same time as another keeps the other's.
/// </summary>
internal sealed class GazetteerRows<T>
    where T : class
{
    private readonly DataRows _shipped;
    private readonly Func<DataReader, int, T> _read;
    private T?[] _rows;

    /// <param name="shipped">The rows of the embedded file.</param>
    /// <param name="read">Reads one of them; it is given its number too.</param>
    public GazetteerRows(DataRows shipped, Func<DataReader, int, T> read)
    {
        _shipped = shipped;
        _read = read;
        _rows = new T?[shipped.Count];
        Count = shipped.Count;
    }

    /// <summary>A copy that can be changed without changing the other.</summary>
    public GazetteerRows(GazetteerRows<T> other)
    {
        _shipped = other._shipped;
        _read = other._read;
        _rows = [.. other._rows];
        Count = other.Count;
    }

    public int Count { get; private set; }

    public T this[int index]
    {
        get => _rows[index] ?? Read(index);
        set => _rows[index] = value;
    }

    public void Add(T row)
    {
        if (Count == _rows.Length) Array.Resize(ref _rows, Math.Max(4, Count * 2));
        _rows[Count++] = row;
    }

    private T Read(int index) => Interlocked.CompareExchange(ref _rows[index], _read(_shipped[index], index), null) ?? _rows[index]!;
}
