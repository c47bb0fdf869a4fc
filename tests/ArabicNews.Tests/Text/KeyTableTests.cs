namespace ArabicNews.Tests.Text;

/// <summary><see cref="KeyTable"/> against a dictionary: with room for all keys and growing, with keys that begin their search at one slot, and in a copy.</summary>
public class KeyTableTests
{
    private const int Keys = 20_000;

    // What makes the table begin every search at its first slot: the inverse of its multiplier times a small number.
    private const ulong Inverse = 0xF1DE_83E1_9937_733D;

    [Theory]
    [InlineData(0)]
    [InlineData(Keys)]
    public void Find_GivesWhatWasAdded_AndNothingElse(int capacity)
    {
        var table = new KeyTable(capacity);
        var expected = new Dictionary<ulong, int>();
        for (int i = 0; i < Keys; i++)
        {
            ulong key = KeyOf(i % (Keys / 2));
            expected.TryAdd(key, i);
            table.FindOrAdd(key, i).Should().Be(expected[key]);
        }

        table.Count.Should().Be(expected.Count);
        foreach ((ulong key, int number) in expected)
            if (table.Find(key) != number) table.Find(key).Should().Be(number);
        Enumerable.Range(Keys, Keys).Should().OnlyContain(i => table.Find(KeyOf(i)) == -1);
    }

    [Fact]
    public void Find_OfZero_IsNoFreeSlot()
    {
        var table = new KeyTable(4);
        table.Find(0).Should().Be(-1);
        table.FindOrAdd(0, 0).Should().Be(0);
        table.Find(0).Should().Be(0);
    }

    [Fact]
    public void Find_OfKeysThatShareASlot_KeepsThemApart()
    {
        unchecked(Inverse * 0x9E37_79B9_7F4A_7C15).Should().Be(1);
        var table = new KeyTable(0);
        for (int i = 0; i < 100; i++) table.FindOrAdd(unchecked(Inverse * (ulong)i), i);
        for (int i = 0; i < 100; i++) table.Find(unchecked(Inverse * (ulong)i)).Should().Be(i);
    }

    [Fact]
    public void Copy_AndOriginal_GrowApart()
    {
        var table = new KeyTable(2);
        table.FindOrAdd(KeyOf(1), 1);
        var copy = new KeyTable(table);
        copy.FindOrAdd(KeyOf(2), 2);
        table.FindOrAdd(KeyOf(3), 3);
        (table.Find(KeyOf(2)), copy.Find(KeyOf(3)), copy.Find(KeyOf(1))).Should().Be((-1, -1, 1));
        (table.Count, copy.Count).Should().Be((2, 2));
    }

    // A number as a hash of 64 bits (SplitMix64): the same in every run.
    private static ulong KeyOf(int number)
    {
        ulong key = unchecked((ulong)(number + 1) * 0x9E37_79B9_7F4A_7C15);
        key = unchecked((key ^ (key >> 30)) * 0xBF58_476D_1CE4_E5B9);
        key = unchecked((key ^ (key >> 27)) * 0x94D0_49BB_1331_11EB);
        return key ^ (key >> 31);
    }
}
