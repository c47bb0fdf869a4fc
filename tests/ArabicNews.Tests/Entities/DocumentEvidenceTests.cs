using CsCheck;

namespace ArabicNews.Tests.Entities;

public class DocumentEvidenceTests
{
    // Few words, so that they come again within reach and beyond it; a row of probabilities as thousandths of each label.
    private static readonly Gen<(ulong Key, float[] Row)[]> s_words = Gen.Select(Gen.ULong[0, 30], Gen.Float[0, 1].Array[TagLabels.Stride].Select(ToRow)).Array[0, 1200];

    [Fact]
    public void Of_IsTheSumOverTheOtherPlacesWithinReach() => s_words.Sample(words =>
    {
        var evidence = new DocumentEvidence();
        foreach ((ulong key, float[] row) in words) evidence.Add(key, row);
        evidence.Close();

        for (int i = 0; i < words.Length; i++)
            if (evidence.Of(i) != Obvious(words, i)) evidence.Of(i).Should().Be(Obvious(words, i), "word {0}", i);
    }, iter: 40, seed: "0N0XIzNsQ0O2");

    [Fact]
    public void Of_PlacesAtTheEdgeOfReach_AreHeard_AndThoseBehindItNot()
    {
        float[] person = RowOf(EntityKind.Person, 1);
        var evidence = new DocumentEvidence();
        evidence.Add(1, person);
        for (ulong other = 1; other < DocumentEvidence.Reach; other++) evidence.Add(1000 + other, person);
        evidence.Add(1, person);
        evidence.Add(1, RowOf(EntityKind.Place, 1));
        evidence.Close();

        evidence.Of(0).Should().Be(new DocumentEvidence.Belief(1, 1000, 0, 0));
        evidence.Of(DocumentEvidence.Reach).Should().Be(new DocumentEvidence.Belief(2, 1000, 1000, 0));
        evidence.Of(DocumentEvidence.Reach + 1).Should().Be(new DocumentEvidence.Belief(1, 1000, 0, 0));
        evidence.Of(1).Should().Be(default(DocumentEvidence.Belief));
    }

    /// <summary>Each word is added to a sum once and taken off once: with a sum over all other places, a million of one word would be 10^12 steps, and this test would run for hours.</summary>
    [Fact]
    public void Of_AMillionTimesOneWord_IsTheSumOfItsReach()
    {
        const int Count = 1_000_000, Reach = DocumentEvidence.Reach;
        float[] half = RowOf(EntityKind.Organization, 0.5f);
        var evidence = new DocumentEvidence();
        for (int i = 0; i < Count; i++) evidence.Add(7, half);
        long before = GC.GetAllocatedBytesForCurrentThread();
        evidence.Close();
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(Count * 17L);

        for (int i = 0; i < Count; i++)
        {
            int others = Math.Min(i, Reach) + Math.Min(Count - 1 - i, Reach);
            var expected = new DocumentEvidence.Belief(others, 0, 0, others * 500);
            if (evidence.Of(i) != expected) evidence.Of(i).Should().Be(expected, "word {0}", i);
        }
    }

    [Fact]
    public void Close_WithoutWords_Returns()
    {
        var evidence = new DocumentEvidence();
        FluentActions.Invoking(evidence.Close).Should().NotThrow();
    }

    private static DocumentEvidence.Belief Obvious((ulong Key, float[] Row)[] words, int word)
    {
        int count = 0;
        int[] sums = new int[TagLabels.Kinds];
        for (int other = 0; other < words.Length; other++)
        {
            if (other == word || words[other].Key != words[word].Key || Math.Abs(other - word) > DocumentEvidence.Reach) continue;
            count++;
            for (int label = 1; label < TagLabels.Count; label++) sums[(label - 1) / 4] += (int)(words[other].Row[label] * DocumentEvidence.Whole);
        }

        return new DocumentEvidence.Belief(count, sums[0], sums[1], sums[2]);
    }

    private static float[] ToRow(float[] weights)
    {
        float sum = weights.Take(TagLabels.Count).Sum();
        return [.. weights.Select(weight => sum > 0 ? weight / sum : 0)];
    }

    private static float[] RowOf(EntityKind kind, float probability)
    {
        float[] row = new float[TagLabels.Stride];
        row[TagLabels.Of(kind, TagLabels.Single)] = probability;
        return row;
    }
}
