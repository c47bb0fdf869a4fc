using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace ArabicNews;

/// <summary>
/// Groups of words that stand in like company (months, ministers, towns, verbs of saying), a coarse and a fine one for each word: what the annotated corpora teach of one word holds for its group.
/// </summary>
internal sealed class WordClusters
{
    private const int CoarseShift = 16;

    private readonly KeyTable _groups;

    /// <param name="fingerprints">Each word's <see cref="NameLists.FingerprintOf"/>, four bytes in little-endian order.</param>
    /// <param name="coarse">The coarse group of each, from 1.</param>
    /// <param name="fine">The fine group of each, from 1.</param>
    /// <exception cref="InvalidDataException">The lists are not equally long.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public WordClusters(ReadOnlySpan<byte> fingerprints, ReadOnlySpan<byte> coarse, ReadOnlySpan<ushort> fine)
    {
        if (fingerprints.Length != (long)fine.Length * sizeof(uint) || coarse.Length != fine.Length) throw new InvalidDataException("Groups of words are damaged: not every word has its groups.");
        _groups = new KeyTable(fine.Length);
        for (int i = 0; i < fine.Length; i++) _groups.FindOrAdd(BinaryPrimitives.ReadUInt32LittleEndian(fingerprints[(i * sizeof(uint))..]), (coarse[i] << CoarseShift) | fine[i]);
    }

    /// <summary>The groups of a word by its key; zeros for a word that is in none.</summary>
    public (byte Coarse, ushort Fine) this[ulong key] => _groups.Find(NameLists.FingerprintOf(key)) is >= 0 and var groups ? ((byte)(groups >> CoarseShift), (ushort)groups) : default;
}
