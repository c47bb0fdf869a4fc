using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace ArabicNews.SeedCompiler;

/// <summary>Writes what <see cref="DataReader"/> reads; the format is told there.</summary>
internal sealed class DataWriter
{
    private readonly ArrayBufferWriter<byte> _bytes = new();

    public DataWriter(string magic, int version)
    {
        if (magic.Length != 4) throw new ArgumentException("A magic has four ASCII letters.", nameof(magic));
        _bytes.Write(Encoding.ASCII.GetBytes(magic));
        WriteVarint(version);
    }

    /// <summary>A piece without a head of its own, for <see cref="Append"/>.</summary>
    public DataWriter()
    {
    }

    public void Append(DataWriter piece) => _bytes.Write(piece._bytes.WrittenSpan);

    public void WriteByte(byte value) => _bytes.Write([value]);

    public void WriteVarint(int value) => WriteVarint((uint)value);

    public void WriteVarint(uint value)
    {
        for (; value >= 0x80; value >>= 7) WriteByte((byte)(value | 0x80));
        WriteByte((byte)value);
    }

    /// <summary>A signed number, small in either direction: 0, -1, 1, -2 … become 0, 1, 2, 3 …</summary>
    public void WriteSignedVarint(int value) => WriteVarint((uint)((value << 1) ^ (value >> 31)));

    public void WriteDouble(double value)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteDoubleLittleEndian(bytes, value);
        _bytes.Write(bytes);
    }

    public void WriteSingle(float value)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteSingleLittleEndian(bytes, value);
        _bytes.Write(bytes);
    }

    public void WriteString(string value)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(value);
        WriteVarint(bytes.Length);
        _bytes.Write(bytes);
    }

    public void WriteBytes(ReadOnlySpan<byte> bytes)
    {
        WriteVarint(bytes.Length);
        _bytes.Write(bytes);
    }

    /// <summary>Strings in ordinal order, each as the length it shares with the one before it, and the rest.</summary>
    public void WriteSortedStrings(IReadOnlyList<string> strings)
    {
        WriteVarint(strings.Count);
        string previous = "";
        foreach (string value in strings)
        {
            if (string.CompareOrdinal(previous, value) > 0) throw new ArgumentException($"'{value}' is out of order.", nameof(strings));
            int shared = 0;
            while (shared < previous.Length && shared < value.Length && previous[shared] == value[shared]) shared++;
            if (shared > 0 && char.IsHighSurrogate(value[shared - 1])) shared--;
            WriteVarint(shared);
            WriteString(value[shared..]);
            previous = value;
        }
    }

    /// <summary>A row of <see cref="DataRows"/>.</summary>
    public void WriteRow(DataWriter row) => WriteBytes(row._bytes.WrittenSpan);

    /// <summary>Words in ordinal order that are Arabic letters and nothing else, for <see cref="DataReader.ReadForm"/>.</summary>
    public void WriteForms(IReadOnlyList<string> forms)
    {
        WriteVarint(forms.Count);
        string previous = "";
        foreach (string form in forms)
        {
            WriteForm(previous, form);
            previous = form;
        }
    }

    /// <summary>One of them behind <paramref name="previous"/>.</summary>
    public void WriteForm(string previous, string form)
    {
        if (string.CompareOrdinal(previous, form) >= 0) throw new ArgumentException($"'{form}' is out of order.", nameof(form));
        if (form.Length > byte.MaxValue || form.AsSpan().ContainsAnyExceptInRange(ArabicChars.Hamza, ArabicChars.Yeh)) throw new ArgumentException($"'{form}' is no word of Arabic letters.", nameof(form));
        int shared = 0;
        while (shared < previous.Length && shared < form.Length && previous[shared] == form[shared]) shared++;
        WriteByte((byte)shared);
        WriteBytes([.. form.Skip(shared).Select(letter => (byte)(letter - ArabicChars.Hamza))]);
    }

    public byte[] ToArray() => _bytes.WrittenSpan.ToArray();
}
