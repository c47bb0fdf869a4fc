namespace ArabicNews;

/// <summary>What long lists of names, partly machine-made, say of a phrase or a word. Evidence for the tagger, never a decision.</summary>
[Flags]
internal enum ListedAs : ushort
{
    None = 0,
    /// <summary>A whole name of a person.</summary>
    Person = 1,
    /// <summary>A place of a list that was read or agrees with another.</summary>
    Place = 2,
    /// <summary>A place of a translated list.</summary>
    DoubtfulPlace = 4,
    /// <summary>A body.</summary>
    Organization = 8,
    /// <summary>A word that begins several persons' names.</summary>
    First = 16,
    /// <summary>A word that ends several persons' names.</summary>
    Last = 32,
    /// <summary>A word of persons' names; with <see cref="OftenName"/> one of many.</summary>
    Name = 64,
    OftenName = 128,

    Words = First | Last | Name | OftenName,
}

/// <summary>Phrases under the hash of their words, of which 32 bits are kept: of the phrases of a long text that no list has, one in some hundred thousand is taken for another.</summary>
internal sealed class NameLists
{
    /// <summary>Longer names are left out.</summary>
    public const int MaxWords = 5;

    private readonly FingerprintIndex _phrases;
    private readonly ushort[] _values;

    /// <param name="fingerprints">Each phrase's <see cref="FingerprintOf"/>, smaller ones first, four bytes in little-endian order.</param>
    /// <param name="values">What the lists say of each, as <see cref="ListedAs"/>. Taken over.</param>
    /// <exception cref="InvalidDataException">The lists are not equally long, or not in order.</exception>
    public NameLists(ReadOnlySpan<byte> fingerprints, ushort[] values)
    {
        if (fingerprints.Length != (long)values.Length * sizeof(uint)) throw new InvalidDataException("Lists of names are damaged: not every phrase has a value.");
        _phrases = new FingerprintIndex(fingerprints);
        _values = values;
    }

    /// <summary>The hash of a phrase and one more word.</summary>
    public static ulong Join(ulong phrase, ulong word) => (phrase * 0x9E37_79B9_7F4A_7C15) + word;

    public static uint FingerprintOf(ulong phrase)
    {
        phrase ^= phrase >> 29;
        phrase *= 0xBF58_476D_1CE4_E5B9;
        return (uint)(phrase >> 32);
    }

    public ListedAs this[ulong phrase] => _phrases.Find(FingerprintOf(phrase)) is >= 0 and var place ? (ListedAs)_values[place] : ListedAs.None;
}
