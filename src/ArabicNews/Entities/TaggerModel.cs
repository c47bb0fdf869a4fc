using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ArabicNews;

/// <summary>
/// The trained weights of the tagger, in units of 1/<see cref="Unit"/>: for each feature a row of <see cref="TagLabels.Count"/> bytes. A sum of small integers is the same on every machine.
/// </summary>
/// <remarks>
/// A feature is found by 18 bits of its hash, which name its bucket, and 16 more, which tell it from the others there; of a million features that the model does not have some eight are taken for one that it has.
/// The rows lie in the loaded assembly and are not copied. Made by <c>ArabicNews.SeedCompiler train</c>.
/// </remarks>
internal sealed class TaggerModel
{
    public const string Magic = "ANTG";
    public const int Version = 1;

    /// <summary>A weight of one, as it is stored.</summary>
    public const int Unit = 64;

    public const int BucketBits = 18;

    private readonly FeatureTable _features;
    private readonly FeatureTable _social;

    /// <param name="reader">At the head of the file; its bytes must stay where they are for as long as the model is used.</param>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    public TaggerModel(DataReader reader)
    {
        float[] steps = new float[TagLabels.Count * TagLabels.Count];
        foreach (ref float step in steps.AsSpan()) step = reader.ReadSingle();
        Steps = steps;
        ReadOnlySpan<byte> fingerprints = reader.ReadBytes();
        Lists = new NameLists(fingerprints, ReadShorts(ref reader));
        ReadOnlySpan<byte> words = reader.ReadBytes();
        byte[] coarse = reader.ReadBytes().ToArray();
        Clusters = new WordClusters(words, coarse, ReadShorts(ref reader));
        _features = FeatureTable.Read(ref reader);
        _social = FeatureTable.Read(ref reader);
        if (!reader.AtEnd) throw Damaged("something follows its end");
    }

    /// <summary>The model that the library ships. The first to ask loads it; who asks meanwhile waits.</summary>
    public static TaggerModel Default => Shipped.Model;

    /// <summary>Weights of steps from label to label.</summary>
    public float[] Steps { get; }

    public NameLists Lists { get; }

    public WordClusters Clusters { get; }

    /// <summary>The sum of the features' weights for each label, into a row.</summary>
    /// <param name="features">The features of a word.</param>
    /// <param name="isSocial">Whether the text is of the kind that people post, with hashtags and handles; they have weights of their own.</param>
    /// <param name="row">A row of <see cref="TagLabels.Stride"/> scores.</param>
    /// <remarks>
    /// Sums saturate: 160 features of full weight are more than sixteen bits hold, though no text has come near it. Optimized at once: a third of what the first text runs of code that is not optimized yet would be this, and
    /// nothing in it depends on what a profile would tell.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Score(ReadOnlySpan<ulong> features, bool isSocial, Span<float> row)
    {
        Vector256<short> sum = Vector256<short>.Zero;
        foreach (ulong feature in features) sum = Vector256.AddSaturate(sum, _features[feature]);
        if (isSocial)
            foreach (ulong feature in features) sum = Vector256.AddSaturate(sum, _social[feature]);
        Vector256<float> scale = Vector256.Create(1f / Unit);
        ref float scores = ref row[..TagLabels.Stride][0];
        (Vector256.ConvertToSingle(Vector256.WidenLower(sum)) * scale).StoreUnsafe(ref scores);
        (Vector256.ConvertToSingle(Vector256.WidenUpper(sum)) * scale).StoreUnsafe(ref scores, (nuint)Vector256<float>.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static ushort[] ReadShorts(ref DataReader reader)
    {
        ReadOnlySpan<byte> bytes = reader.ReadBytes();
        if (bytes.Length % sizeof(ushort) != 0) throw Damaged("a list ends within a number");
        ushort[] values = new ushort[bytes.Length / sizeof(ushort)];
        for (int i = 0; i < values.Length; i++) values[i] = BinaryPrimitives.ReadUInt16LittleEndian(bytes[(i * sizeof(ushort))..]);
        return values;
    }

    private static InvalidDataException Damaged(string how) => new($"The embedded file tagger.bin is damaged: {how}.");

    private static class Shipped
    {
        public static readonly TaggerModel Model = new(DataReader.Open("tagger.bin", Magic, Version));
    }

    private sealed unsafe class FeatureTable
    {
        private readonly int[] _starts = new int[(1 << BucketBits) + 1];
        private readonly ushort[] _fingerprints;
        private readonly sbyte* _rows;

        // It runs once, before any method has been found worth optimizing, and reads a quarter of a million values.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private FeatureTable(ReadOnlySpan<byte> counts, ushort[] fingerprints, ReadOnlySpan<byte> rows)
        {
            for (int i = 0; i < counts.Length; i++) _starts[i + 1] = _starts[i] + counts[i];

            // Look-ups read rows without a check of their own: no bucket may end behind the last row.
            if (_starts[^1] != fingerprints.Length) throw Damaged("its buckets do not hold its rows");
            _fingerprints = fingerprints;

            // The assembly is never unloaded while this code runs, and its bytes do not move.
            _rows = (sbyte*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(rows));
        }

        public static FeatureTable Read(ref DataReader reader)
        {
            ReadOnlySpan<byte> counts = reader.ReadBytes();
            ushort[] fingerprints = ReadShorts(ref reader);
            ReadOnlySpan<byte> rows = reader.ReadBytes();

            // A row is read as a whole vector: behind the last one stand as many bytes more.
            if (counts.Length != 1 << BucketBits || rows.Length != ((long)fingerprints.Length * TagLabels.Count) + Vector128<byte>.Count) throw Damaged("a table has another size");
            return new FeatureTable(counts, fingerprints, rows);
        }

        public Vector256<short> this[ulong feature]
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get
            {
                int bucket = (int)(feature >> (64 - BucketBits));
                ushort fingerprint = (ushort)feature;
                for (int i = _starts[bucket], end = _starts[bucket + 1]; i < end; i++)
                {
                    if (_fingerprints[i] != fingerprint) continue;
                    Vector128<sbyte> weights = Vector128.Load(_rows + ((long)i * TagLabels.Count));
                    return Vector256.Create(Vector128.WidenLower(weights), Vector128.WidenUpper(weights));
                }

                return Vector256<short>.Zero;
            }
        }
    }
}
