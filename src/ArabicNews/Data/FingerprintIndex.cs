using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace ArabicNews;

/// <summary>Finds hashes of 32 bits in a sorted list. Hashes lie evenly, so the high half of one says where in the list it is, but for a few beside it. Immutable.</summary>
/// <remarks>A table of open addressing would take twice the memory, and its places have to be found for all hashes while the first text waits.</remarks>
internal sealed class FingerprintIndex
{
    private const int BucketShift = 16;

    private readonly uint[] _fingerprints;

    // For each high half the first hash that has it or a larger one, and behind them the number of hashes.
    private readonly int[] _starts = new int[(1 << (32 - BucketShift)) + 1];

    /// <param name="bytes">The hashes, smaller ones first, four bytes each in little-endian order.</param>
    /// <exception cref="InvalidDataException">They are not in order.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public FingerprintIndex(ReadOnlySpan<byte> bytes)
    {
        _fingerprints = new uint[bytes.Length / sizeof(uint)];
        int bucket = 0;
        uint previous = 0;
        for (int i = 0; i < _fingerprints.Length; i++)
        {
            uint fingerprint = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(i * sizeof(uint))..]);
            if (fingerprint < previous) throw new InvalidDataException("A list of hashes is damaged: it is not in order.");
            _fingerprints[i] = previous = fingerprint;
            while (bucket <= (int)(fingerprint >> BucketShift)) _starts[bucket++] = i;
        }

        while (bucket < _starts.Length) _starts[bucket++] = _fingerprints.Length;
    }

    /// <summary>Where in the list a hash is; -1 when it is not there.</summary>
    public int Find(uint fingerprint)
    {
        int bucket = (int)(fingerprint >> BucketShift);
        for (int i = _starts[bucket], end = _starts[bucket + 1]; i < end; i++)
            if (_fingerprints[i] == fingerprint) return i;
        return -1;
    }
}
