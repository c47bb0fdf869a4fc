using System.Text;
using ArabicNews.Cli.Input;

namespace ArabicNews.Cli.Tests;

public class ByteReaderTests
{
    [Fact]
    public void Lines_AreThoseOfSplit_HoweverTheStreamCutsThem()
    {
        var random = new Random(5);
        for (int i = 0; i < 300; i++)
        {
            string text = string.Concat(Enumerable.Range(0, random.Next(0, 400)).Select(_ => random.Next(6) switch { 0 => "\n", 1 => "\r\n", _ => "xy" }));
            var reader = new ByteReader(new TricklingStream(Encoding.ASCII.GetBytes(text), random));
            var lines = new List<string>();
            while (reader.TryReadLine(1 << 20, out byte[]? line)) lines.Add(Encoding.ASCII.GetString(line!));
            List<string> expected = [.. text.Split('\n').Select(line => line.EndsWith('\r') ? line[..^1] : line)];
            if (text.Length == 0 || text.EndsWith('\n')) expected.RemoveAt(expected.Count - 1);
            lines.Should().Equal(expected);
        }
    }

    [Fact]
    public void Line_LongerThanAllowed_IsSteppedOver_WithoutBeingKept()
    {
        byte[] text = [.. Enumerable.Repeat((byte)'x', 5_000_000), (byte)'\n', .. "ok\n"u8];
        var reader = new ByteReader(new MemoryStream(text));
        long before = GC.GetAllocatedBytesForCurrentThread();
        reader.TryReadLine(1000, out byte[]? tooLong).Should().BeTrue();
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(1 << 19);
        tooLong.Should().BeNull();
        reader.TryReadLine(1000, out byte[]? line).Should().BeTrue();
        line.Should().Equal("ok"u8.ToArray());
        reader.TryReadLine(1000, out _).Should().BeFalse();
    }

    [Fact]
    public void Blocks_AndPeeks_FollowEachOther()
    {
        var reader = new ByteReader(new TricklingStream("abcdefgh"u8.ToArray(), new Random(2)));
        reader.Peek(3).ToArray().Should().Equal("abc"u8.ToArray());
        reader.ReadBlock(4).Should().Equal("abcd"u8.ToArray());
        reader.Skip(2).Should().BeTrue();
        reader.ReadBlock(9).Should().Equal("gh"u8.ToArray());
        reader.Skip(1).Should().BeFalse();
    }

    [Fact]
    public void ReadToEnd_OfMoreThanAllowed_IsNull()
    {
        new ByteReader(new MemoryStream(new byte[2000])).ReadToEnd(1999).Should().BeNull();
        new ByteReader(new MemoryStream(new byte[2000])).ReadToEnd(2000).Should().HaveCount(2000);
    }

    /// <summary>Gives one to seven bytes at a time, as a slow pipe does.</summary>
    private sealed class TricklingStream(byte[] bytes, Random random) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, random.Next(1, 8)));
    }
}
