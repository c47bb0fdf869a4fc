using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;

namespace ArabicNews;

/// <summary>
/// Reads an embedded data file front to back. A file is four ASCII letters that name it, its version, then values in the
/// order its writer chose: varints (seven bits a byte, low bits first, high bit = more), doubles and floats in little-endian order,
/// strings (length in bytes, UTF-8), sorted string lists (each as the number of code units shared with the one before, and the rest), lists of forms (<see cref="ReadForm"/>).
/// </summary>
/// <remarks>
/// What reads a value of a long list is optimized at once: it is called a hundred thousand times before any method has been found worth it. The bytes lie in the loaded assembly and are not copied. Reading behind the end or a foreign magic is an <see cref="InvalidDataException"/>.
/// </remarks>
internal unsafe ref struct DataReader
{
    private readonly string _name;
    private readonly ReadOnlySpan<byte> _bytes;
    private int _position;

    /// <summary>Reads from <paramref name="bytes"/>; <paramref name="name"/> is for messages.</summary>
    public DataReader(string name, ReadOnlySpan<byte> bytes, string magic, int version)
    {
        _name = name;
        _bytes = bytes;
        foreach (char letter in magic)
            if (ReadByte() != letter) throw Damaged($"it does not start with '{magic}'");
        int found = ReadVarint();
        if (found != version) throw Damaged($"version {found} where {version} is expected");
    }

    /// <summary>Reads a part of an embedded file that has no head of its own.</summary>
    public DataReader(string name, ReadOnlySpan<byte> bytes)
    {
        _name = name;
        _bytes = bytes;
    }

    /// <summary>Opens the embedded file <c>Data/<paramref name="name"/></c> of this assembly.</summary>
    public static DataReader Open(string name, string magic, int version)
    {
        // An embedded resource is a view on the loaded assembly, which is never unloaded while this code runs.
        var stream = typeof(DataReader).Assembly.GetManifestResourceStream("ArabicNews.Data." + name) as UnmanagedMemoryStream
            ?? throw new InvalidDataException($"The embedded file {name} is missing.");
        return new DataReader(name, new ReadOnlySpan<byte>(stream.PositionPointer, checked((int)stream.Length)), magic, version);
    }

    /// <summary>Whether everything has been read.</summary>
    public readonly bool AtEnd => _position == _bytes.Length;

    /// <summary>A hash of the whole file, head included: tells two versions of it apart. FNV-1a, eight bytes at a time.</summary>
    public readonly ulong Digest()
    {
        const ulong Prime = 0x0000_0100_0000_01B3;
        ulong digest = 0xCBF2_9CE4_8422_2325;
        ReadOnlySpan<byte> rest = _bytes;
        for (; rest.Length >= sizeof(ulong); rest = rest[sizeof(ulong)..])
        {
            digest = (digest ^ BinaryPrimitives.ReadUInt64LittleEndian(rest)) * Prime;
            digest ^= digest >> 32;
        }

        foreach (byte value in rest) digest = (digest ^ value) * Prime;
        return digest;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public byte ReadByte() => _position < _bytes.Length ? _bytes[_position++] : throw Damaged("it ends too early");

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int ReadVarint()
    {
        uint value = 0;
        for (int shift = 0; shift < 35; shift += 7)
        {
            byte next = ReadByte();
            value |= (uint)(next & 0x7F) << shift;
            if (next < 0x80) return (int)value;
        }

        throw Damaged("a number is longer than five bytes");
    }

    public int ReadSignedVarint()
    {
        uint value = (uint)ReadVarint();
        return (int)(value >> 1) ^ -(int)(value & 1);
    }

    public double ReadDouble() => BinaryPrimitives.ReadDoubleLittleEndian(Take(sizeof(double)));

    public float ReadSingle() => BinaryPrimitives.ReadSingleLittleEndian(Take(sizeof(float)));

    public string ReadString() => Encoding.UTF8.GetString(ReadBytes());

    /// <summary>A counted run of bytes, not copied.</summary>
    public ReadOnlySpan<byte> ReadBytes() => Take(ReadVarint());

    /// <summary>A counted list of rows, each a counted run of bytes, not read yet.</summary>
    public DataRows ReadRows()
    {
        int count = ReadVarint();
        if ((uint)count > (uint)_bytes.Length) throw Damaged("a list is longer than the file");
        int[] starts = new int[count + 1];
        int start = _position;
        for (int i = 0; i < count; i++)
        {
            ReadBytes();
            starts[i + 1] = _position - start;
        }

        return new DataRows(_name, _bytes[start.._position], starts);
    }

    public string[] ReadSortedStrings()
    {
        // Every entry takes at least two bytes, so a damaged count cannot ask for more memory than the file has.
        int count = ReadVarint();
        if ((uint)count > (uint)_bytes.Length) throw Damaged("a list is longer than the file");
        string[] strings = new string[count];
        string previous = "";
        for (int i = 0; i < strings.Length; i++)
        {
            int shared = ReadVarint();
            if ((uint)shared > (uint)previous.Length) throw Damaged("a string shares more than there is");
            strings[i] = previous = string.Concat(previous.AsSpan(0, shared), ReadString());
        }

        return strings;
    }

    /// <summary>
    /// The hash of the next of a list of forms in order, each of which is the number of letters that it shares with the one before, and its other letters, a byte for each from hamza on.
    /// </summary>
    /// <param name="beginnings">The hash of each beginning of the form before, from the empty one on; 256 numbers, zeros before the first form.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public WordHash ReadForm(scoped Span<ulong> beginnings)
    {
        int shared = ReadByte();
        ReadOnlySpan<byte> rest = ReadBytes();
        if (shared + rest.Length >= beginnings.Length) throw Damaged("a form is too long");
        var form = new WordHash(beginnings[shared], shared);
        foreach (byte letter in rest)
        {
            form = form.Append((char)(ArabicChars.Hamza + letter));
            beginnings[form.Length] = form.Value;
        }

        return form;
    }

    /// <summary>The same, as letters: writes the form over the one before, which <paramref name="form"/> holds, and returns its length.</summary>
    public int ReadFormLetters(scoped Span<char> form)
    {
        int shared = ReadByte();
        ReadOnlySpan<byte> rest = ReadBytes();
        if (shared + rest.Length > form.Length) throw Damaged("a form is too long");
        for (int i = 0; i < rest.Length; i++) form[shared + i] = (char)(ArabicChars.Hamza + rest[i]);
        return shared + rest.Length;
    }

    private ReadOnlySpan<byte> Take(int length)
    {
        if ((uint)length > (uint)(_bytes.Length - _position)) throw Damaged("it ends too early");
        ReadOnlySpan<byte> taken = _bytes.Slice(_position, length);
        _position += length;
        return taken;
    }

    private readonly InvalidDataException Damaged(string how) => new($"The embedded file {_name} is damaged: {how}.");
}
