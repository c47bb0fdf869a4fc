using System.Runtime.Intrinsics;

namespace ArabicNews.SeedCompiler;

/// <summary>
/// Trains a linear-chain conditional random field: for each sentence the difference between what the model expects and what the annotators allow, by the "follow the regularized leader" rule with a step of its own for
/// each weight (McMahan et al. 2013). Seeded, one thread, sums in a fixed order: the same corpus gives the same bytes.
/// </summary>
/// <param name="featureCount">Number of features.</param>
/// <param name="copyStart">The first feature that is a copy for one kind of text.</param>
/// <param name="copyValue">What such a copy counts where it stands; a feature for all texts counts 1. The less it is, the more of what is learned is shared.</param>
/// <param name="rate">Size of the first steps.</param>
/// <param name="sparsity">Weight of the sum of absolute weights (L1): what moves a weight less than this leaves it at zero.</param>
internal sealed class ChainTrainer(int featureCount, int copyStart, float copyValue, float rate, float sparsity)
{
    private const int Stride = TagLabels.Stride;
    private const float Beta = 1;

    // A word whose labels are this certain teaches nothing.
    private const float MinError = 0.002f;

    // For each feature a row of gradient sums and one of their squares.
    private readonly float[] _rows = new float[(long)featureCount * Stride * 2];
    private readonly double[] _stepSums = new double[TagLabels.Count * TagLabels.Count], _stepSquares = new double[TagLabels.Count * TagLabels.Count];
    private readonly float[] _steps = new float[TagLabels.Count * TagLabels.Count], _stepGradient = new float[TagLabels.Count * TagLabels.Count];
    private readonly TagChain _chain = new();
    private float[] _emissions = [], _expected = [], _allowed = [];
    private ulong _random = 0x9E37_79B9_7F4A_7C15;

    public ReadOnlySpan<float> Steps => _steps;

    public void Train(TaggerSentence[] sentences, int epochs)
    {
        TaggerSentence[] order = [.. sentences];
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            Shuffle(order);
            foreach (TaggerSentence sentence in order) Learn(sentence);
        }
    }

    /// <summary>The scores of a sentence's words, a row for each.</summary>
    public void Emissions(TaggerSentence sentence, Span<float> emissions)
    {
        for (int word = 0; word < sentence.Masks.Length; word++)
        {
            Vector512<float> sum = Vector512<float>.Zero;
            foreach (int feature in sentence.Features.AsSpan(sentence.Starts[word]..sentence.Starts[word + 1])) sum += Weights(feature);
            sum.CopyTo(emissions[(word * Stride)..]);
        }
    }

    /// <summary>What a feature adds to a word's scores.</summary>
    public Vector512<float> Weights(int feature)
    {
        ref float row = ref _rows[(long)feature * Stride * 2];
        return Weights(Vector512.LoadUnsafe(ref row), Vector512.LoadUnsafe(ref row, Stride)) * ValueOf(feature);
    }

    private float ValueOf(int feature) => feature < copyStart ? 1 : copyValue;

    private Vector512<float> Weights(Vector512<float> sums, Vector512<float> squares)
    {
        Vector512<float> size = Vector512.Max(Vector512.Abs(sums) - Vector512.Create(sparsity), Vector512<float>.Zero);
        Vector512<float> weight = size / ((Vector512.Create(Beta) + Vector512.Sqrt(squares)) * Vector512.Create(1 / rate));
        return Vector512.ConditionalSelect(Vector512.LessThan(sums, Vector512<float>.Zero), weight, -weight);
    }

    private void Learn(TaggerSentence sentence)
    {
        int count = sentence.Masks.Length;
        if (count == 0) return;
        int length = count * Stride;
        Grow(ref _emissions, length);
        Grow(ref _expected, length);
        Grow(ref _allowed, length);
        Emissions(sentence, _emissions);
        Array.Clear(_stepGradient);
        _chain.SetSteps(_steps);
        _chain.Probabilities(_emissions.AsSpan(0, length), [], _expected, _stepGradient, 1);
        _chain.Probabilities(_emissions.AsSpan(0, length), sentence.Masks, _allowed, _stepGradient, -1);
        for (int word = 0; word < count; word++)
        {
            Vector512<float> gradient = Vector512.Create(_expected, word * Stride) - Vector512.Create(_allowed, word * Stride);
            if (Vector512.LessThanAll(Vector512.Abs(gradient), Vector512.Create(MinError))) continue;
            foreach (int feature in sentence.Features.AsSpan(sentence.Starts[word]..sentence.Starts[word + 1]))
            {
                Vector512<float> own = gradient * ValueOf(feature), square = own * own;
                ref float row = ref _rows[(long)feature * Stride * 2];
                Vector512<float> sums = Vector512.LoadUnsafe(ref row), squares = Vector512.LoadUnsafe(ref row, Stride), newSquares = squares + square;
                Vector512<float> step = (Vector512.Sqrt(newSquares) - Vector512.Sqrt(squares)) * Vector512.Create(1 / rate);
                (sums + own - (step * Weights(sums, squares))).StoreUnsafe(ref row);
                newSquares.StoreUnsafe(ref row, Stride);
            }
        }

        for (int i = 0; i < _steps.Length; i++)
        {
            double gradient = _stepGradient[i];
            if (gradient == 0) continue;
            _stepSums[i] -= gradient * rate / Math.Sqrt(1 + (_stepSquares[i] += gradient * gradient));
            _steps[i] = (float)_stepSums[i];
        }
    }

    // xorshift; not Random, whose sequence is not promised between versions of .NET.
    private void Shuffle(TaggerSentence[] sentences)
    {
        for (int i = sentences.Length - 1; i > 0; i--)
        {
            _random ^= _random << 13;
            _random ^= _random >> 7;
            _random ^= _random << 17;
            int j = (int)(_random % (uint)(i + 1));
            (sentences[i], sentences[j]) = (sentences[j], sentences[i]);
        }
    }

    private static void Grow(ref float[] buffer, int length)
    {
        if (buffer.Length < length) buffer = new float[Math.Max(length, buffer.Length * 2)];
    }
}
