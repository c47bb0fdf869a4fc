using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace ArabicNews;

/// <summary>
/// How often news texts use a form, in eleven steps, and whether it is the name of a place or a nationality. The evidence on which the segmenter decides what a particle is.
/// </summary>
/// <remarks>
/// The file (<c>lexicon.bin</c>) holds the forms in order, each as what it shares with the one before; then the words of grammar. In memory only a fingerprint of each remains, in a table of
/// open addressing: 24 bits of the hash, what is known of names and whole words, and the level in one word of 32 bits.
/// </remarks>
internal sealed class WordLexicon
{
    /// <summary>The highest level.</summary>
    public const int MaxLevel = 10;

    public const string Magic = "ANLX";
    public const int Version = 2;
    public const int NameFlag = 0x10;
    public const int WholeFlag = 0x80;

    /// <summary>The highest degree to which a form is a word of people's and places' names.</summary>
    public const int MaxNameLevel = 3;

    private const int NameShift = 5;
    private const int FilterBits = 20;
    private const uint ValueBits = 0xFF;
    private const int LevelBits = 0xF;
    private const int MaxFormLength = byte.MaxValue;

    // A count below the n-th bound has level n + 1; 0 is for forms that are not there.
    private static readonly int[] s_bounds = [4, 10, 25, 60, 150, 400, 1000, 3000, 10_000];

    private readonly uint[] _table;

    // One bit for each form, at a place of its hash: most questions are about forms that no one uses, and are answered here, in a tenth of the memory.
    private readonly ulong[] _filter = new ulong[1 << (FilterBits - 6)];
    private readonly KeyTable _grammar;

    // It runs once, before any method has been found worth optimizing, and reads a hundred thousand forms.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public WordLexicon(DataReader reader)
    {
        int count = reader.ReadVarint();
        _table = new uint[System.Numerics.BitOperations.RoundUpToPowerOf2((uint)count * 2)];
        Span<ulong> beginnings = stackalloc ulong[MaxFormLength + 1];
        beginnings[0] = 0;
        for (int i = 0; i < count; i++)
        {
            WordHash form = reader.ReadForm(beginnings);
            Add(form, reader.ReadByte());
        }

        int grammarCount = reader.ReadVarint();
        _grammar = new KeyTable(grammarCount);
        for (int i = 0; i < grammarCount; i++)
        {
            int prefix = reader.ReadByte(), suffix = reader.ReadByte();
            if (prefix >= Affixes.Prefixes.Length || suffix >= Affixes.Suffixes.Length) throw new InvalidDataException("The embedded file lexicon.bin is damaged: no such affix.");
            var form = default(WordHash);
            foreach (byte letter in reader.ReadBytes()) form = form.Append((char)(ArabicChars.Hamza + letter));
            _grammar.FindOrAdd(form.Value, (prefix << 8) | suffix);
        }
    }

    /// <summary>How forms are written here: as for search, but a teh marbuta stays one, since it is the plainest of all endings.</summary>
    public static ArabicNormalizer Form => Forms.Normalizer;

    public static WordLexicon Default => Shipped.Lexicon;

    /// <summary>The forms of the embedded file that news texts use or that are never cut, in ordinal order; not the words of names alone. Reads the file anew.</summary>
    public static ImmutableArray<string> ReadForms()
    {
        DataReader reader = DataReader.Open("lexicon.bin", Magic, Version);
        int count = reader.ReadVarint();
        var forms = ImmutableArray.CreateBuilder<string>(count);
        Span<char> form = stackalloc char[MaxFormLength];
        for (int i = 0; i < count; i++)
        {
            int length = reader.ReadFormLetters(form), value = reader.ReadByte();
            if ((value & (LevelBits | NameFlag)) != 0) forms.Add(form[..length].ToString());
        }

        return forms.DrainToImmutable();
    }

    /// <summary>The level of a count.</summary>
    public static int LevelOf(int count)
    {
        int level = 1;
        while (level <= s_bounds.Length && count >= s_bounds[level - 1]) level++;
        return level;
    }

    /// <summary>0 for an unknown form, else its level.</summary>
    public int Level(WordHash hash) => (int)(Find(hash) & LevelBits);

    /// <summary>Whether the form is not cut: a place or a nationality of <c>seeds/lexicon/nationalities.tsv</c>, or one of <c>uncut-words.tsv</c>.</summary>
    public bool IsName(WordHash hash) => (Find(hash) & NameFlag) != 0;

    /// <summary>0 for a form that no list of names has, else how sure it is that it is one.</summary>
    public int NameLevel(WordHash hash) => (int)(Find(hash) >> NameShift) & MaxNameLevel;

    /// <summary>Whether the first letters of the form are its own, no particles (<c>seeds/lexicon/whole-words.tsv</c>).</summary>
    public bool IsWhole(WordHash hash) => (Find(hash) & WholeFlag) != 0;

    /// <summary>What a form's byte in the file is.</summary>
    public static byte ValueOf(int level, int nameLevel, bool isName) => (byte)(level | (nameLevel << NameShift) | (isName ? NameFlag : 0));

    /// <summary>How a word of grammar is cut (<c>seeds/lexicon/clitics.tsv</c>), as numbers of <see cref="Affixes"/>.</summary>
    public bool TryGetGrammar(WordHash hash, out (byte Prefix, byte Suffix) affixes)
    {
        int found = _grammar.Find(hash.Value);
        affixes = ((byte)(found >> 8), (byte)found);
        return found >= 0;
    }

    private uint Find(WordHash hash)
    {
        ulong mixed = hash.Mixed();
        int bit = (int)(mixed >> (64 - FilterBits));
        if ((_filter[bit >> 6] & (1UL << (bit & 63))) == 0) return 0;
        uint fingerprint = (uint)(mixed >> 32) & ~ValueBits;
        int mask = _table.Length - 1;
        for (int slot = (int)mixed & mask; _table[slot] != 0; slot = (slot + 1) & mask)
            if ((_table[slot] & ~ValueBits) == fingerprint) return _table[slot];
        return 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add(WordHash hash, byte value)
    {
        ulong mixed = hash.Mixed();
        int mask = _table.Length - 1;
        int slot = (int)mixed & mask;
        while (_table[slot] != 0) slot = (slot + 1) & mask;
        _table[slot] = ((uint)(mixed >> 32) & ~ValueBits) | value;
        int bit = (int)(mixed >> (64 - FilterBits));
        _filter[bit >> 6] |= 1UL << (bit & 63);
    }

    private static class Forms
    {
        public static readonly ArabicNormalizer Normalizer = new(ArabicNormalization.Search & ~ArabicNormalization.FoldTehMarbuta);
    }

    // Read when somebody asks for it, and not by whoever compiles a new one.
    private static class Shipped
    {
        public static readonly WordLexicon Lexicon = new(DataReader.Open("lexicon.bin", Magic, Version));
    }
}

/// <summary>
/// A polynomial hash of letters, so that the hash of any part of a word, and of a part with letters added at either end, costs a multiplication.
/// </summary>
internal readonly record struct WordHash(ulong Value, int Length)
{
    private const ulong Base = 0x9E37_79B9_7F4A_7C15;
    private static readonly ulong[] s_powers = Powers();

    public static WordHash Of(ReadOnlySpan<char> letters)
    {
        var hash = default(WordHash);
        foreach (char letter in letters) hash = hash.Append(letter);
        return hash;
    }

    public WordHash Append(char letter) => new((Value * Base) + letter, Length + 1);

    public WordHash Append(WordHash other) => new((Value * s_powers[other.Length]) + other.Value, Length + other.Length);

    /// <summary>What is left when the first letters, <paramref name="prefix"/>, are taken off.</summary>
    public WordHash Without(WordHash prefix) => new(Value - (prefix.Value * s_powers[Length - prefix.Length]), Length - prefix.Length);

    /// <summary>All bits spread over all others; a polynomial alone leaves its low bits poor.</summary>
    public ulong Mixed()
    {
        ulong mixed = Value ^ (Value >> 32);
        mixed *= 0xD6E8_FEB8_6659_FD93;
        mixed ^= mixed >> 32;
        mixed *= 0xD6E8_FEB8_6659_FD93;
        return mixed ^ (mixed >> 32);
    }

    private static ulong[] Powers()
    {
        ulong[] powers = new ulong[256];
        powers[0] = 1;
        for (int i = 1; i < powers.Length; i++) powers[i] = powers[i - 1] * Base;
        return powers;
    }
}
