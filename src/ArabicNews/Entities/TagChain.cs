using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ArabicNews;

/// <summary>
/// A first-order chain of labels: how likely each label of each word is when all sequences are weighed (forward and backward sums), and the best sequence (Viterbi). Rows are <see cref="TagLabels.Stride"/> wide.
/// One object serves one thread; its buffers grow with the longest run.
/// </summary>
/// <remarks>
/// Sums have a fixed order and <see cref="Exp"/> is our own, so that every machine gets the same bits. The walks and what they are made of are optimized at once: otherwise their loops are
/// compiled two or three times while the first text waits, and nothing in them depends on what a profile would tell.
/// </remarks>
internal sealed class TagChain
{
    private const int Stride = TagLabels.Stride;

    // 2^100: a change of the exponent alone.
    private const float Enlargement = 1.2676506e30f;

    // Weight of a step from one label to the next, and what it becomes as a factor; 0 where the step is impossible. Row and column are the label before and the label.
    private readonly float[] _steps = new float[Stride * Stride];
    private readonly float[] _factors = new float[Stride * Stride];
    private readonly float[] _columns = new float[Stride * Stride];
    private float[] _scores = [];
    private float[] _forward = [];
    private float[] _backward = [];
    private byte[] _from = [];

    /// <summary>Takes over the weights of steps, <see cref="TagLabels.Count"/> squared.</summary>
    public void SetSteps(ReadOnlySpan<float> steps)
    {
        for (int before = 0; before < TagLabels.Count; before++)
        {
            for (int label = 0; label < TagLabels.Count; label++)
            {
                int index = (before * Stride) + label;
                bool possible = TagLabels.CanFollow(before, label);
                _steps[index] = possible ? steps[(before * TagLabels.Count) + label] : float.NegativeInfinity;
                _columns[(label * Stride) + before] = _factors[index] = possible ? (float)Exp(_steps[index]) : 0;
            }
        }
    }

    /// <summary>
    /// The probability of each label of each word, given that every word has a label of its <paramref name="masks"/>, or any where there are none. <paramref name="stepSums"/>, unless empty, is increased by the
    /// probability of each step times <paramref name="sign"/>.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Probabilities(ReadOnlySpan<float> emissions, ReadOnlySpan<ushort> masks, Span<float> probabilities, Span<float> stepSums, float sign)
    {
        int count = emissions.Length / Stride;
        if (count == 0) return;
        Grow(ref _scores, emissions.Length);
        Grow(ref _forward, emissions.Length);
        Grow(ref _backward, emissions.Length);
        for (int i = 0; i < count; i++) Exponentials(emissions.Slice(i * Stride, Stride), masks.IsEmpty ? TagLabels.All : masks[i], _scores.AsSpan(i * Stride, Stride));

        for (int label = 0; label < Stride; label++) _forward[label] = label == TagLabels.Outside || (label < TagLabels.Count && TagLabels.Opens(label)) ? _scores[label] : 0;
        Normalize(_forward.AsSpan(0, Stride));
        for (int i = 1; i < count; i++)
        {
            Vector512<float> sum = Multiply(_forward.AsSpan((i - 1) * Stride, Stride), _factors) * Load(_scores, i);
            Store(sum, _forward, i);
            Normalize(_forward.AsSpan(i * Stride, Stride));
        }

        for (int label = 0; label < Stride; label++) _backward[((count - 1) * Stride) + label] = label < TagLabels.Count && TagLabels.Closes(label) ? 1 : 0;
        for (int i = count - 1; i > 0; i--)
        {
            // From here on the row holds what follows, the word's own score included.
            Vector512<float> follows = Load(_backward, i) * Load(_scores, i);
            Store(Load(_forward, i) * Load(_backward, i), probabilities, i);
            Normalize(probabilities.Slice(i * Stride, Stride));
            Store(follows, _backward, i);
            if (!stepSums.IsEmpty) AddSteps(_forward.AsSpan((i - 1) * Stride, Stride), follows, stepSums, sign);
            Store(Multiply(_backward.AsSpan(i * Stride, Stride), _columns), _backward, i - 1);
            Normalize(_backward.AsSpan((i - 1) * Stride, Stride));
        }

        Store(Load(_forward, 0) * Load(_backward, 0), probabilities, 0);
        Normalize(probabilities[..Stride]);
    }

    /// <summary>The best sequence of labels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Best(ReadOnlySpan<float> emissions, Span<byte> labels)
    {
        int count = emissions.Length / Stride;
        if (count == 0) return;
        Grow(ref _forward, emissions.Length);
        if (_from.Length < emissions.Length) _from = new byte[emissions.Length];
        for (int label = 0; label < TagLabels.Count; label++) _forward[label] = label == TagLabels.Outside || TagLabels.Opens(label) ? emissions[label] : float.NegativeInfinity;
        for (int i = 1; i < count; i++)
        {
            for (int label = 0; label < TagLabels.Count; label++)
            {
                float best = float.NegativeInfinity;
                int from = 0;
                for (int before = 0; before < TagLabels.Count; before++)
                {
                    float score = _forward[((i - 1) * Stride) + before] + _steps[(before * Stride) + label];
                    if (score > best) (best, from) = (score, before);
                }

                _forward[(i * Stride) + label] = best + emissions[(i * Stride) + label];
                _from[(i * Stride) + label] = (byte)from;
            }
        }

        int last = TagLabels.Outside;
        for (int label = 1; label < TagLabels.Count; label++)
            if (TagLabels.Closes(label) && _forward[((count - 1) * Stride) + label] > _forward[((count - 1) * Stride) + last]) last = label;
        for (int i = count - 1; i >= 0; i--)
        {
            labels[i] = (byte)last;
            last = _from[(i * Stride) + last];
        }
    }

    /// <summary>e to the power of <paramref name="x"/>, to about 12 digits; 0 below -80.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Exp(double x)
    {
        if (x < -80) return 0;
        if (x > 80) x = 80;

        // e^x = 2^k e^r, |r| <= ln 2 / 2; the sum of a series of nine terms.
        double k = Math.Floor((x * 1.4426950408889634) + 0.5), r = x - (k * 0.6931471805599453);
        double sum = 1;
        for (int i = 9; i > 0; i--) sum = 1 + (r / i * sum);
        return BitConverter.Int64BitsToDouble(((long)k + 1023) << 52) * sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Exponentials(ReadOnlySpan<float> emissions, int mask, Span<float> scores)
    {
        float most = float.NegativeInfinity;
        for (int label = 0; label < TagLabels.Count; label++)
            if ((mask & (1 << label)) != 0 && emissions[label] > most) most = emissions[label];
        scores.Clear();
        for (int label = 0; label < TagLabels.Count; label++)
            if ((mask & (1 << label)) != 0) scores[label] = (float)Exp(emissions[label] - most);
    }

    // A row times a matrix.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Multiply(ReadOnlySpan<float> row, float[] matrix)
    {
        Vector512<float> sum = Vector512<float>.Zero;
        for (int i = 0; i < TagLabels.Count; i++) sum += Vector512.Create(row[i]) * Vector512.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(matrix), (nuint)(i * Stride));
        return sum;
    }

    private void AddSteps(ReadOnlySpan<float> forward, Vector512<float> follows, Span<float> sums, float sign)
    {
        float total = 0;
        Span<float> row = stackalloc float[Stride];
        for (int before = 0; before < TagLabels.Count; before++)
        {
            if (forward[before] == 0) continue;
            (Vector512.LoadUnsafe(ref _factors[before * Stride]) * follows * Vector512.Create(forward[before])).CopyTo(row);
            for (int label = 0; label < TagLabels.Count; label++) total += row[label];
        }

        float scale = sign / total;
        if (!float.IsFinite(scale)) return;
        for (int before = 0; before < TagLabels.Count; before++)
        {
            if (forward[before] == 0) continue;
            (Vector512.LoadUnsafe(ref _factors[before * Stride]) * follows * Vector512.Create(forward[before] * scale)).CopyTo(row);
            for (int label = 0; label < TagLabels.Count; label++) sums[(before * TagLabels.Count) + label] += row[label];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Normalize(Span<float> row)
    {
        float sum = 0;
        for (int label = 0; label < TagLabels.Count; label++) sum += row[label];
        if (sum <= 0) return;
        float scale = 1 / sum;
        if (!float.IsFinite(scale))
        {
            // What is left are numbers so small that their inverse is none: made larger first.
            for (int label = 0; label < TagLabels.Count; label++) row[label] *= Enlargement;
            scale = 1 / (sum * Enlargement);
        }

        for (int label = 0; label < TagLabels.Count; label++) row[label] *= scale;
    }

    // By reference: the methods of vectors that take spans are generic ones more to compile before the first text.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Load(ReadOnlySpan<float> rows, int index) => Vector512.LoadUnsafe(in rows.Slice(index * Stride, Stride)[0]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector512<float> value, Span<float> rows, int index) => value.StoreUnsafe(ref rows.Slice(index * Stride, Stride)[0]);

    private static void Grow(ref float[] buffer, int length)
    {
        if (buffer.Length < length) buffer = new float[Math.Max(length, buffer.Length * 2)];
    }
}
