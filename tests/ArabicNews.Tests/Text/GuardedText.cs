using System.Runtime.InteropServices;

namespace ArabicNews.Tests.Text;

/// <summary>
/// Memory between two pages that nobody may touch, so that reading or writing one code unit beside a span ends the process. Linux only.
/// </summary>
internal sealed unsafe class GuardedText : IDisposable
{
    private const int None = 0, ReadWrite = 3, PrivateAnonymous = 0x22;

    private readonly nint _start;
    private readonly nuint _size;

    /// <summary>Room for <paramref name="length"/> code units and more.</summary>
    public GuardedText(int length)
    {
        int page = Environment.SystemPageSize;
        int pages = (length * sizeof(char) + page - 1) / page;
        Length = pages * page / sizeof(char);
        _size = (nuint)((pages + 2) * page);
        _start = Map(0, _size, None, PrivateAnonymous, -1, 0);
        if (_start == -1 || Protect(_start + page, (nuint)(pages * page), ReadWrite) != 0) throw new InvalidOperationException("mmap or mprotect failed.");
    }

    /// <summary>Code units between the guards.</summary>
    public int Length { get; }

    private Span<char> Whole => new((void*)(_start + Environment.SystemPageSize), Length);

    /// <summary>The <paramref name="length"/> code units that end at a guard.</summary>
    public Span<char> AtEnd(int length) => Whole[^length..];

    /// <summary>The <paramref name="length"/> code units that start at a guard.</summary>
    public Span<char> AtStart(int length) => Whole[..length];

    public void Dispose() => _ = Unmap(_start, _size);

    [DllImport("libc", EntryPoint = "mmap")]
    private static extern nint Map(nint address, nuint length, int protection, int flags, int file, nint offset);

    [DllImport("libc", EntryPoint = "mprotect")]
    private static extern int Protect(nint address, nuint length, int protection);

    [DllImport("libc", EntryPoint = "munmap")]
    private static extern int Unmap(nint address, nuint length);
}
