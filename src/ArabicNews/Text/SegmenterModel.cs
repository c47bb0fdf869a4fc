using System.Runtime.CompilerServices;

namespace ArabicNews;

/// <summary>
/// Weighs the ways to cut a word. The score of a cut is a sum of trained integer weights, one for each of its <see cref="SegmentFeatures"/>. A linear model: the sum can be read, and there is nothing to overflow or to round.
/// </summary>
internal sealed class SegmenterModel
{
    public const string Magic = "ANSG";
    public const int Version = 4;

    public SegmenterModel(int[] weights, NameLetters nameLetters) => (Weights, NameLetters) = (weights, nameLetters);

    public static SegmenterModel Default => Shipped.Model;

    public int[] Weights { get; }

    public NameLetters NameLetters { get; }

    public int Score(ReadOnlySpan<int> features)
    {
        int score = 0;
        foreach (int feature in features) score += Weights[feature];
        return score;
    }

    /// <summary>Two runs of numbers, the weights and those of the letters, each with its length; a 0 is followed by the number of zeros.</summary>
    public void Write(Action<int> signed, Action<int> unsigned)
    {
        Write(Weights, signed, unsigned);
        Write([.. NameLetters.Weights], signed, unsigned);
    }

    private static void Write(int[] values, Action<int> signed, Action<int> unsigned)
    {
        unsigned(values.Length);
        for (int i = 0; i < values.Length;)
        {
            signed(values[i]);
            if (values[i++] != 0) continue;
            int run = 1;
            while (i < values.Length && values[i] == 0) (i, run) = (i + 1, run + 1);
            unsigned(run);
        }
    }

    // Both run before any method has been found worth optimizing, and read some ten thousand numbers.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static SegmenterModel Read(DataReader reader)
    {
        int[] weights = Read(ref reader, SegmentFeatures.WeightCount), letters = Read(ref reader, NameLetters.WeightCount);
        sbyte[] nameLetters = new sbyte[letters.Length];
        for (int i = 0; i < letters.Length; i++) nameLetters[i] = (sbyte)letters[i];
        return new SegmenterModel(weights, new NameLetters(nameLetters));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int[] Read(ref DataReader reader, int count)
    {
        if (reader.ReadVarint() != count) throw new InvalidDataException("The embedded file segmenter.bin is damaged: another number of weights.");
        int[] values = new int[count];
        for (int i = 0; i < count;)
        {
            int value = reader.ReadSignedVarint();
            if (value != 0) values[i++] = value;
            else i += Math.Max(1, reader.ReadVarint());
        }

        return values;
    }

    // Read when somebody asks for it, and not by whoever trains a new one.
    private static class Shipped
    {
        public static readonly SegmenterModel Model = Read(DataReader.Open("segmenter.bin", Magic, Version));
    }
}
