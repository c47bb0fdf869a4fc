using CsCheck;

namespace ArabicNews.Tests.Entities;

/// <summary>The chain against all sequences of labels, one by one.</summary>
public class TagChainTests
{
    private const int Count = TagLabels.Count, Stride = TagLabels.Stride;
    private const string Seed = "0N0XIzNsQ0O2";

    // Random scores for a step and for a label; the columns behind the last label hold what lies behind a row of weights.
    private static readonly Gen<float[]> s_steps = Gen.Float[-3, 3].Array[Count * Count];
    private static readonly Gen<float[]> s_emissions = Gen.Int[1, 4].SelectMany(words => Gen.Float[-6, 6].Array[words * Stride]);

    [Fact]
    public void CanFollow_OnlyWhatContinuesAName_StandsInIt()
    {
        // B I E S of a person are 1 to 4, of a place 5 to 8.
        bool[] afterBegin = [.. Enumerable.Range(0, Count).Select(label => TagLabels.CanFollow(1, label))];
        bool[] afterSingle = [.. Enumerable.Range(0, Count).Select(label => TagLabels.CanFollow(8, label))];

        Enumerable.Range(0, Count).Where(label => afterBegin[label]).Should().Equal(2, 3);
        Enumerable.Range(0, Count).Where(label => afterSingle[label]).Should().Equal(0, 1, 4, 5, 8, 9, 12);
    }

    [Fact]
    public void Probabilities_AreSumsOverAllSequences() => Gen.Select(s_steps, s_emissions).Sample((steps, emissions) => AssertSums(steps, emissions, []), iter: 60, seed: Seed);

    [Fact]
    public void Probabilities_WithMasks_AreSumsOverTheSequencesThatTheyAllow() => Gen.Select(s_steps, s_emissions, Gen.UShort.Array[4], Gen.Int[0, int.MaxValue]).Sample(
        (steps, emissions, bits, choice) =>
        {
            // Something must be allowed: one sequence, and whatever the bits say beside it.
            List<byte[]> sequences = Sequences(emissions.Length / Stride);
            byte[] allowed = sequences[choice % sequences.Count];
            AssertSums(steps, emissions, [.. allowed.Select((label, word) => (ushort)((bits[word] & TagLabels.All) | (1 << label)))]);
        }, iter: 60, seed: Seed);

    [Fact]
    public void Probabilities_WhereMasksAllowOneSequence_AreItAlone()
    {
        var chain = new TagChain();
        chain.SetSteps(new float[Count * Count]);
        byte[] labels = [0, 5, 6, 7, 4];
        float[] probabilities = new float[labels.Length * Stride];

        chain.Probabilities(new float[labels.Length * Stride], [.. labels.Select(label => (ushort)(1 << label))], probabilities, [], 0);

        for (int word = 0; word < labels.Length; word++)
            for (int label = 0; label < Count; label++) probabilities[(word * Stride) + label].Should().Be(label == labels[word] ? 1 : 0);
    }

    /// <summary>Weights of a text's words can be as far apart as sums of 160 bytes; what then is too small for a number of 32 bits may vanish, and never becomes no number.</summary>
    [Fact]
    public void Probabilities_OfScoresFarApart_AreProbabilities() => Gen.Select(Gen.Float[-40, 40].Array[Count * Count], Gen.Int[1, 8].SelectMany(words => Gen.Float[-160, 160].Array[words * Stride])).Sample(
        (steps, emissions) => AssertAreProbabilities(steps, emissions), iter: 2000, seed: Seed);

    [Fact]
    public void Probabilities_WhereOnlyTheSmallestNumbersAreLeft_AreProbabilities()
    {
        // The second word would continue a name of which the first, by its steps, cannot be a beginning: what is left is e^-79 times e^-20.
        float[] steps = new float[Count * Count], emissions = new float[2 * Stride];
        Array.Fill(steps, -20);
        emissions[0] = 70;
        emissions[Stride + TagLabels.Of(EntityKind.Place, TagLabels.Inside)] = 79;

        AssertAreProbabilities(steps, emissions);
    }

    [Fact]
    public void Best_IsTheBestOfAllSequences_AndPossible() => Gen.Select(s_steps, s_emissions).Sample(
        (steps, emissions) =>
        {
            var chain = new TagChain();
            chain.SetSteps(steps);
            byte[] labels = new byte[emissions.Length / Stride];
            chain.Best(emissions, labels);

            IsPossible(labels).Should().BeTrue();
            ScoreOf(labels, steps, emissions).Should().BeApproximately(Sequences(labels.Length).Max(sequence => ScoreOf(sequence, steps, emissions)), 1e-4);
        }, iter: 100, seed: Seed);

    [Fact]
    public void Best_OfWordsThatAllWouldContinueAName_IsPossible()
    {
        // The worst case for a walk that took the best label of each word: I of a person everywhere.
        var chain = new TagChain();
        chain.SetSteps(new float[Count * Count]);
        for (int words = 1; words <= 50; words++)
        {
            float[] emissions = new float[words * Stride];
            for (int word = 0; word < words; word++) emissions[(word * Stride) + TagLabels.Of(EntityKind.Person, TagLabels.Inside)] = 50;
            byte[] labels = new byte[words];

            chain.Best(emissions, labels);

            IsPossible(labels).Should().BeTrue();
        }
    }

    [Fact]
    public void Best_StepsThatAreImpossible_AreNotTakenForAnyWeight()
    {
        // The weights of impossible steps stand in the file too; they count for nothing.
        float[] steps = new float[Count * Count];
        for (int before = 0; before < Count; before++)
            for (int label = 0; label < Count; label++) steps[(before * Count) + label] = TagLabels.CanFollow(before, label) ? -5 : 1000;
        var chain = new TagChain();
        chain.SetSteps(steps);
        Gen.Float[-2, 2].Array[8 * Stride].Sample(
            emissions =>
            {
                byte[] labels = new byte[8];
                chain.Best(emissions, labels);
                IsPossible(labels).Should().BeTrue();
            }, iter: 200, seed: Seed, threads: 1);
    }

    [Fact]
    public void ARun_AfterALongerOne_IsReadAsIfItWereTheFirst() => Gen.Select(s_steps, Gen.Float[-6, 6].Array[30 * Stride], s_emissions).Sample(
        (steps, longer, emissions) =>
        {
            TagChain used = new(), fresh = new();
            used.SetSteps(steps);
            fresh.SetSteps(steps);
            used.Probabilities(longer, [], new float[longer.Length], [], 0);
            used.Best(longer, new byte[30]);

            float[] expected = new float[emissions.Length], probabilities = new float[emissions.Length];
            fresh.Probabilities(emissions, [], expected, [], 0);
            used.Probabilities(emissions, [], probabilities, [], 0);
            probabilities.AsSpan().SequenceEqual(expected).Should().BeTrue();

            byte[] expectedLabels = new byte[emissions.Length / Stride], labels = new byte[emissions.Length / Stride];
            fresh.Best(emissions, expectedLabels);
            used.Best(emissions, labels);
            labels.Should().Equal(expectedLabels);
        }, iter: 50, seed: Seed);

    [Fact]
    public void NoWords_HaveNoLabels()
    {
        var chain = new TagChain();
        chain.SetSteps(new float[Count * Count]);
        float[] sums = new float[Count * Count];

        chain.Probabilities([], [], [], sums, 1);
        chain.Best([], []);

        sums.Should().OnlyContain(sum => sum == 0);
    }

    [Fact]
    public void Exp_IsThatOfTheLibrary_ToElevenDigits()
    {
        for (double x = -80; x <= 80; x += 0.0137)
        {
            double expected = Math.Exp(x);
            if (Math.Abs(TagChain.Exp(x) - expected) > 2e-11 * expected) TagChain.Exp(x).Should().BeApproximately(expected, 2e-11 * expected, "of {0}", x);
        }
    }

    [Theory]
    [InlineData(-80.001, 0)]
    [InlineData(double.NegativeInfinity, 0)]
    [InlineData(0, 1)]
    public void Exp_AtItsEdges(double x, double expected) => TagChain.Exp(x).Should().Be(expected);

    [Theory]
    [InlineData(80.1)]
    [InlineData(1e300)]
    [InlineData(double.PositiveInfinity)]
    public void Exp_Above80_IsThatOf80(double x) => TagChain.Exp(x).Should().Be(TagChain.Exp(80));

    private static void AssertSums(float[] steps, float[] emissions, ushort[] masks)
    {
        int words = emissions.Length / Stride;
        double[] labelSums = new double[words * Count], stepSums = new double[Count * Count];
        double total = 0;
        foreach (byte[] sequence in Sequences(words))
        {
            if (masks.Length > 0 && sequence.Where((label, word) => (masks[word] & (1 << label)) == 0).Any()) continue;
            double weight = Math.Exp(ScoreOf(sequence, steps, emissions));
            total += weight;
            for (int word = 0; word < words; word++)
            {
                labelSums[(word * Count) + sequence[word]] += weight;
                if (word > 0) stepSums[(sequence[word - 1] * Count) + sequence[word]] += weight;
            }
        }

        var chain = new TagChain();
        chain.SetSteps(steps);
        float[] probabilities = new float[emissions.Length], sums = new float[Count * Count];
        Array.Fill(sums, 3);
        chain.Probabilities(emissions, masks, probabilities, sums, -2);

        for (int word = 0; word < words; word++)
            for (int label = 0; label < Count; label++)
                Near(probabilities[(word * Stride) + label], labelSums[(word * Count) + label] / total, $"word {word}, label {label}");
        for (int step = 0; step < sums.Length; step++) Near(sums[step], 3 - (2 * stepSums[step] / total), $"step {step}");
    }

    private static void AssertAreProbabilities(float[] steps, float[] emissions)
    {
        var chain = new TagChain();
        chain.SetSteps(steps);
        float[] probabilities = new float[emissions.Length], sums = new float[Count * Count];
        chain.Probabilities(emissions, [], probabilities, sums, 1);

        for (int word = 0; word < emissions.Length / Stride; word++)
        {
            float sum = 0;
            foreach (float probability in probabilities.AsSpan(word * Stride, Count))
            {
                if (!(probability is >= 0 and <= 1.00001f)) Assert.Fail($"word {word}: {probability}");
                sum += probability;
            }

            if (!(sum is 0 or (>= 0.9999f and <= 1.0001f))) Assert.Fail($"word {word}: the sum is {sum}");
        }

        if (Array.Exists(sums, sum => !(sum >= 0 && sum <= emissions.Length))) Assert.Fail("a step has no number");
    }

    private static void Near(float actual, double expected, string where)
    {
        if (!(Math.Abs(actual - expected) <= 2e-5)) Assert.Fail($"{where}: {actual}, and by all sequences {expected}");
    }

    private static double ScoreOf(byte[] labels, float[] steps, float[] emissions)
    {
        double score = emissions[labels[0]];
        for (int word = 1; word < labels.Length; word++) score += (double)steps[(labels[word - 1] * Count) + labels[word]] + emissions[(word * Stride) + labels[word]];
        return score;
    }

    private static readonly Lazy<List<byte[]>[]> s_sequences = new(() => [.. Enumerable.Range(0, 5).Select(AllPossible)]);

    private static List<byte[]> Sequences(int words) => s_sequences.Value[words];

    private static List<byte[]> AllPossible(int words)
    {
        var sequences = new List<byte[]>();
        for (int number = 0; number < (int)Math.Pow(Count, words); number++)
        {
            byte[] labels = new byte[words];
            for (int word = 0, rest = number; word < words; word++, rest /= Count) labels[word] = (byte)(rest % Count);
            if (words > 0 && IsPossible(labels)) sequences.Add(labels);
        }

        return sequences;
    }

    // Said once more, by what the labels mean: every name has a beginning and an end, and all of it is of one kind.
    private static bool IsPossible(ReadOnlySpan<byte> labels)
    {
        int open = -1;
        foreach (byte label in labels)
        {
            int kind = label == 0 ? -1 : (label - 1) / 4, place = label == 0 ? -1 : (label - 1) % 4;
            bool opens = place is TagLabels.Begin or TagLabels.Single, continues = place is TagLabels.Inside or TagLabels.End;
            if (open >= 0 ? !continues || kind != open : continues) return false;
            if (opens && place == TagLabels.Begin) open = kind;
            if (place == TagLabels.End) open = -1;
        }

        return open < 0;
    }
}
