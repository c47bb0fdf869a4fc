using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ArabicNews.SeedCompiler;

/// <summary>Writes <c>tagger.bin</c>; see <see cref="TaggerModel"/>.</summary>
internal static class TaggerWriter
{
    public static byte[] Write(ChainTrainer model, FeatureIndex features, FeatureIndex copies, Func<ulong, ulong> news, Func<ulong, ulong> social, (uint[] Fingerprints, ushort[] Values) lists,
        (uint[] Fingerprints, byte[] Coarse, ushort[] Fine) clusters, float minNorm)
    {
        var writer = new DataWriter(TaggerModel.Magic, TaggerModel.Version);
        foreach (float step in model.Steps) writer.WriteSingle(step);
        writer.WriteBytes(MemoryMarshal.AsBytes<uint>(lists.Fingerprints));
        writer.WriteBytes(MemoryMarshal.AsBytes<ushort>(lists.Values));
        writer.WriteBytes(MemoryMarshal.AsBytes<uint>(clusters.Fingerprints));
        writer.WriteBytes(clusters.Coarse);
        writer.WriteBytes(MemoryMarshal.AsBytes<ushort>(clusters.Fine));
        var rows = new List<(ulong Feature, sbyte[] Row)>();
        var socialRows = new List<(ulong Feature, sbyte[] Row)>();
        foreach ((ulong feature, int number) in features.Numbered())
        {
            Vector512<float> ofNews = CopyOf(news(feature)), ofSocial = CopyOf(social(feature));
            Add(rows, feature, model.Weights(number) + ofNews, minNorm);
            if (ofSocial != ofNews) Add(socialRows, feature, ofSocial - ofNews, minNorm);
        }

        WriteTable(writer, rows);
        WriteTable(writer, socialRows);
        Console.WriteLine($"{rows.Count} features, {socialRows.Count} of social texts");
        return writer.ToArray();

        Vector512<float> CopyOf(ulong copy) => copies[copy] is >= 0 and var number ? model.Weights(features.Count + number) : Vector512<float>.Zero;
    }

    private static void Add(List<(ulong Feature, sbyte[] Row)> rows, ulong feature, Vector512<float> weights, float minNorm)
    {
        sbyte[] row = new sbyte[TagLabels.Count];
        float norm = 0;
        for (int label = 0; label < row.Length; label++)
        {
            row[label] = (sbyte)Math.Clamp(MathF.Round(weights[label] * TaggerModel.Unit), sbyte.MinValue + 1, sbyte.MaxValue);
            norm = Math.Max(norm, Math.Abs(weights[label]));
        }

        if (norm >= minNorm) rows.Add((feature, row));
    }

    private static void WriteTable(DataWriter writer, List<(ulong Feature, sbyte[] Row)> rows)
    {
        rows.Sort((left, right) => left.Feature.CompareTo(right.Feature));
        byte[] counts = new byte[1 << TaggerModel.BucketBits], fingerprints = new byte[rows.Count * 2], weights = new byte[(rows.Count * TagLabels.Count) + Vector128<byte>.Count];
        for (int i = 0; i < rows.Count; i++)
        {
            checked
            {
                counts[rows[i].Feature >> (64 - TaggerModel.BucketBits)]++;
            }

            BinaryPrimitives.WriteUInt16LittleEndian(fingerprints.AsSpan(i * 2), (ushort)rows[i].Feature);
            MemoryMarshal.AsBytes<sbyte>(rows[i].Row).CopyTo(weights.AsSpan(i * TagLabels.Count));
        }

        writer.WriteBytes(counts);
        writer.WriteBytes(fingerprints);
        writer.WriteBytes(weights);
    }
}
