using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ArabicNews;

/// <summary>
/// Rows of an embedded file, each read when somebody asks for it: a text names a few of the places that the file knows, and to make the strings of all of them takes longer than to read the text.
/// </summary>
internal sealed unsafe class DataRows
{
    private readonly string _name;
    private readonly byte* _bytes;
    private readonly int[] _starts;

    /// <param name="name">Of the file, for messages.</param>
    /// <param name="bytes">All rows. They must stay where they are: the loaded assembly, which is never unloaded while this code runs.</param>
    /// <param name="starts">Where each row starts in <paramref name="bytes"/>, and where the last one ends.</param>
    public DataRows(string name, ReadOnlySpan<byte> bytes, int[] starts)
    {
        _name = name;
        _bytes = (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(bytes));
        _starts = starts;
    }

    public int Count => _starts.Length - 1;

    /// <summary>A reader of one row.</summary>
    public DataReader this[int row]
    {
        get
        {
            var reader = new DataReader(_name, new ReadOnlySpan<byte>(_bytes + _starts[row], _starts[row + 1] - _starts[row]));
            return new DataReader(_name, reader.ReadBytes());
        }
    }
}
