namespace ArabicNews;

/// <summary>
/// Groups of words that stand in like company (months, ministers, towns, verbs of saying), a coarse and a fine one for each word: what the annotated corpora teach of one word holds for its group.
/// </summary>
internal sealed class WordClusters
{
    private readonly FingerprintIndex _words;
    private readonly byte[] _coarse;
    private readonly ushort[] _fine;

    /// <param name="fingerprints">Each word's <see cref="NameLists.FingerprintOf"/>, smaller ones first, four bytes in little-endian order.</param>
    /// <param name="coarse">The coarse group of each, from 1. Taken over, as <paramref name="fine"/>.</param>
    /// <param name="fine">The fine group of each, from 1.</param>
    /// <exception cref="InvalidDataException">The lists are not equally long, or not in order.</exception>
    public WordClusters(ReadOnlySpan<byte> fingerprints, byte[] coarse, ushort[] fine)
    {
        if (fingerprints.Length != (long)fine.Length * sizeof(uint) || coarse.Length != fine.Length) throw new InvalidDataException("Groups of words are damaged: not every word has its groups.");
        _words = new FingerprintIndex(fingerprints);
        _coarse = coarse;
        _fine = fine;
    }

    /// <summary>The groups of a word by its key; zeros for a word that is in none.</summary>
    public (byte Coarse, ushort Fine) this[ulong key] => _words.Find(NameLists.FingerprintOf(key)) is >= 0 and var word ? (_coarse[word], _fine[word]) : default;
}
