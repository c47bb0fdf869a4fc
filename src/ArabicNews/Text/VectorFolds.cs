using System.Runtime.InteropServices;

namespace ArabicNews;

/// <summary>
/// <see cref="CharFolds"/> cut down to what vectors look up: blocks of 128 code units, from which nearly all of any news text comes. The last of each is left to the
/// scalar version, because its index is also that of everything above.
/// </summary>
internal sealed unsafe class VectorFolds
{
    /// <summary>What is stripped becomes NUL, so that a NUL of the text itself must be one of those that are left to the scalar version.</summary>
    public const char Strip = '\0';

    /// <summary>This control character stands for what becomes several or joins: the scalar version knows how.</summary>
    public const char Leave = '\u0001';

    /// <summary>The first code unit of the block that comes first: Arabic letters, marks, digits and signs.</summary>
    public const char Arabic = '\u0600';

    /// <summary>An entry of <see cref="ArabicEntries"/> from here on is an ASCII character: the seven bits below.</summary>
    public const byte Ascii = 0x80;

    private const int Alignment = 32;

    // Beside Arabic: ASCII, Latin-1, the other half of Arabic, dashes with curly quotes and direction marks, and the presentation forms of single letters.
    private static readonly char[] s_blocks = [Arabic, '\u0000', '\u0080', '\u0680', '\u2000', '\uFE80'];

    // By the block, where its code units begin in _words.
    private readonly ushort*[] _wordFolds = new ushort*[(char.MaxValue + 1) / ByteTable.Length];
    private readonly ushort[] _words = GC.AllocateArray<ushort>((s_blocks.Length * ByteTable.Length) + Alignment, pinned: true);

    public VectorFolds(CharFolds folds)
    {
        ushort* words = (ushort*)(((nint)Marshal.UnsafeAddrOfPinnedArrayElement(_words, 0) + (Alignment * sizeof(ushort)) - 1) & -(Alignment * sizeof(ushort)));
        Blocks = new Block[s_blocks.Length];
        for (int block = 0; block < s_blocks.Length; block++, words += ByteTable.Length)
        {
            char start = s_blocks[block];
            _wordFolds[start / ByteTable.Length] = words;
            for (int i = 0; i < ByteTable.Length; i++) words[i] = FoldedOrLeave(folds, start, i);
            Blocks[block] = new Block(start, new ReadOnlySpan<ushort>(words, ByteTable.Length));
        }

        byte[] entries = new byte[ByteTable.Length];
        ushort* arabic = _wordFolds[Arabic / ByteTable.Length];
        for (int i = 0; i < entries.Length; i++) entries[i] = ArabicEntry((char)arabic[i]);
        ArabicEntries = new ByteTable(entries);
        FirstUpperCase = folds['A'] == 'a' ? (byte)'A' : (byte)0x80;
        Guillemets = folds['\u00AB'] == '\u00AB' && folds['\u00BB'] == '\u00BB' ? (byte)0xAB : (byte)0x10;
    }

    /// <summary>What becomes of each code unit of <see cref="Arabic"/>: the low byte of a code unit of the same block, or an ASCII character and <see cref="Ascii"/>.</summary>
    public ByteTable ArabicEntries { get; }

    /// <summary>What is looked up when a vector holds more than Arabic and ASCII.</summary>
    public Block[] Blocks { get; }

    /// <summary>The first of 26 code units that get the bit 0x20: A when capitals become small; otherwise what is no ASCII.</summary>
    public byte FirstUpperCase { get; }

    /// <summary>What « and », of which news are full, have in common in the bits 0xEF of their low byte, if they stay; otherwise what nothing has.</summary>
    public byte Guillemets { get; }

    /// <summary>What becomes of each of the 128 code units of the block that <paramref name="c"/> is in; null when it is in none of <see cref="Blocks"/>.</summary>
    public ushort* WordFolds(char c) => _wordFolds[c / ByteTable.Length];

    private static byte ArabicEntry(char folded) => folded < Ascii ? (byte)(folded | Ascii) : folded - Arabic is >= 0 and < Ascii ? (byte)folded : (byte)(Leave | Ascii);

    private static char FoldedOrLeave(CharFolds folds, char start, int i)
    {
        char c = (char)(start + i);
        if (c is Strip or Leave || i == ByteTable.Length - 1) return Leave;
        return folds[c] switch
        {
            char same when same == c => same,
            CharFolds.Strip => Strip,
            CharFolds.Expand or CharFolds.Join => Leave,
            char folded => folded,
        };
    }

    /// <summary>What becomes of the code units from <see cref="Start"/> on, as low and high bytes.</summary>
    public sealed class Block(char start, ReadOnlySpan<ushort> folded)
    {
        public char Start { get; } = start;

        public ByteTable Low { get; } = Table(folded, 0);

        public ByteTable High { get; } = Table(folded, 8);

        private static ByteTable Table(ReadOnlySpan<ushort> folded, int shift)
        {
            byte[] bytes = new byte[ByteTable.Length];
            for (int i = 0; i < bytes.Length; i++) bytes[i] = (byte)(folded[i] >> shift);
            return new ByteTable(bytes);
        }
    }
}
