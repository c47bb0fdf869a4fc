using ArabicNews.Cli.Output;

namespace ArabicNews.Cli.Tests;

public class SafeTextTests
{
    [Theory]
    [InlineData("a\u001b[2Jb", "a\u241b[2Jb")]
    [InlineData("\u0007\u007f\u009b1m", "\u2407\u2421\ufffd1m")]
    [InlineData("a\r\n\tb", "a   b")]
    [InlineData("\u202eevil\u2069", "evil")]
    public void OneLine_LeavesNothingThatATerminalObeys(string text, string expected) => SafeText.OneLine(text).Should().Be(expected);

    [Fact]
    public void OneLine_OfALoneSurrogate_IsAReplacement() => SafeText.OneLine("\ud83d\ude00\ud83d").Should().Be("\ud83d\ude00\ufffd");

    [Fact]
    public void OneLine_OfAnyCodeUnit_HasNoControlCharacter()
    {
        string all = new([.. Enumerable.Range(0, 0x10000).Select(unit => (char)unit)]);
        SafeText.OneLine(all).Should().NotMatchRegex("[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]");
        SafeText.Lines(all).Count(unit => unit == '\n').Should().Be(1);
    }

    [Fact]
    public void Isolate_OfArabic_ClosesWhatItOpens() => SafeText.Isolate("بغداد").Should().Be("\u2068بغداد\u2069");
}
