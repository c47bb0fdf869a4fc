using System.Runtime.InteropServices;

namespace ArabicNews.Tests.Entities;

/// <summary><see cref="NameLists"/> and <see cref="WordClusters"/>: what goes in comes out, and strangers come out as none.</summary>
public class NameListsTests
{
    private const int Entries = 50_000, Strangers = 100_000;

    private static readonly int[] s_entries = [.. Enumerable.Range(0, Entries).DistinctBy(number => NameLists.FingerprintOf(PhraseOf(number))).OrderBy(number => NameLists.FingerprintOf(PhraseOf(number)))];

    [Fact]
    public void Lists_WhatGoesIn_ComesOut()
    {
        (uint[] fingerprints, ushort[] values) = DistinctEntries();
        var lists = new NameLists(MemoryMarshal.AsBytes<uint>(fingerprints), values);

        for (int i = 0; i < values.Length; i++)
            if ((ushort)lists[PhraseOf(s_entries[i])] != values[i]) lists[PhraseOf(s_entries[i])].Should().Be((ListedAs)values[i], "phrase {0}", i);
    }

    [Fact]
    public void Lists_StrangersAreNone()
    {
        (uint[] fingerprints, ushort[] values) = DistinctEntries();
        var lists = new NameLists(MemoryMarshal.AsBytes<uint>(fingerprints), values);

        // 50,000 of 2^32 fingerprints are taken: of 100,000 strangers about one meets one of them.
        Enumerable.Range(Entries, Strangers).Count(i => lists[PhraseOf(i)] != ListedAs.None).Should().BeLessThan(8);
        Enumerable.Range(Entries, Strangers).Count(i => TaggerModel.Default.Lists[PhraseOf(i)] != ListedAs.None).Should().BeLessThan(20);
    }

    [Fact]
    public void Lists_WithFingerprintsThatShareAPlace_KeepThemApart()
    {
        // The smallest, the largest, and many with the same high half.
        uint[] fingerprints = [0, .. Enumerable.Range(1, 40).Select(i => (7u << 16) | (uint)i), uint.MaxValue];
        ushort[] values = [.. Enumerable.Range(1, fingerprints.Length).Select(i => (ushort)i)];
        var lists = new NameLists(MemoryMarshal.AsBytes<uint>(fingerprints), values);

        for (int i = 0; i < fingerprints.Length; i++) lists[PhraseWith(fingerprints[i])].Should().Be((ListedAs)values[i]);
        foreach (uint stranger in (uint[])[1, 7u << 16, (7u << 16) | 41, 8u << 16, uint.MaxValue - 1]) lists[PhraseWith(stranger)].Should().Be(ListedAs.None);
    }

    [Fact]
    public void Lists_OutOfOrder_AreDamaged() =>
        FluentActions.Invoking(() => new NameLists(MemoryMarshal.AsBytes<uint>([5u, 7u, 6u]), new ushort[3])).Should().Throw<InvalidDataException>();

    [Fact]
    public void Lists_OfNothing_KnowNothing() => new NameLists([], [])[PhraseOf(1)].Should().Be(ListedAs.None);

    [Fact]
    public void Join_TellsTheOrderOfWords()
    {
        NameLists.Join(PhraseOf(1), PhraseOf(2)).Should().NotBe(NameLists.Join(PhraseOf(2), PhraseOf(1)));
        NameLists.Join(PhraseOf(1), PhraseOf(2)).Should().NotBe(NameLists.Join(PhraseOf(1), PhraseOf(3)));
    }

    [Fact]
    public void Clusters_WhatGoesIn_ComesOut_AndStrangersAreInNone()
    {
        (uint[] fingerprints, ushort[] values) = DistinctEntries();
        var clusters = new WordClusters(MemoryMarshal.AsBytes<uint>(fingerprints), [.. values.Select(value => (byte)((value % 64) + 1))], values);

        for (int i = 0; i < values.Length; i++)
        {
            (byte Coarse, ushort Fine) expected = ((byte)((values[i] % 64) + 1), values[i]);
            if (clusters[PhraseOf(s_entries[i])] != expected) clusters[PhraseOf(s_entries[i])].Should().Be(expected, "word {0}", i);
        }

        Enumerable.Range(Entries, Strangers).Count(i => clusters[PhraseOf(i)] != default).Should().BeLessThan(8);
        Enumerable.Range(Entries, Strangers).Count(i => TaggerModel.Default.Clusters[PhraseOf(i)] != default).Should().BeLessThan(8);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(3, 1)]
    [InlineData(5, 1)]
    [InlineData(8, 1)]
    [InlineData(4, 0)]
    public void Lists_OfUnequalLength_AreDamaged(int bytes, int values) =>
        FluentActions.Invoking(() => new NameLists(new byte[bytes], new ushort[values])).Should().Throw<InvalidDataException>();

    [Theory]
    [InlineData(4, 1, 2)]
    [InlineData(4, 2, 1)]
    [InlineData(8, 1, 1)]
    [InlineData(4, 0, 1)]
    [InlineData(3, 1, 1)]
    public void Clusters_OfUnequalLength_AreDamaged(int bytes, int coarse, int fine) =>
        FluentActions.Invoking(() => new WordClusters(new byte[bytes], new byte[coarse], new ushort[fine])).Should().Throw<InvalidDataException>();

    // Values from 1, no fingerprint twice, in order.
    private static (uint[] Fingerprints, ushort[] Values) DistinctEntries() =>
        ([.. s_entries.Select(number => NameLists.FingerprintOf(PhraseOf(number)))], [.. s_entries.Select((_, i) => (ushort)((i % 255) + 1))]);

    // A number as a hash of 64 bits (SplitMix64): the same in every run.
    private static ulong PhraseOf(int number)
    {
        ulong hash = ((ulong)number + 1) * 0x9E37_79B9_7F4A_7C15;
        hash = (hash ^ (hash >> 30)) * 0xBF58_476D_1CE4_E5B9;
        hash = (hash ^ (hash >> 27)) * 0x94D0_49BB_1331_11EB;
        return hash ^ (hash >> 31);
    }

    // A phrase with this fingerprint: the steps of FingerprintOf backwards, both of which can be undone.
    private static ulong PhraseWith(uint fingerprint)
    {
        ulong inverse = 0xBF58_476D_1CE4_E5B9;
        for (int i = 0; i < 6; i++) inverse *= 2 - (0xBF58_476D_1CE4_E5B9 * inverse);
        ulong phrase = ((ulong)fingerprint << 32) * inverse;
        ulong original = phrase;
        for (int i = 0; i < 3; i++) original = phrase ^ (original >> 29);
        NameLists.FingerprintOf(original).Should().Be(fingerprint);
        return original;
    }
}
