using ArabicNews.Tests.Support;

namespace ArabicNews.Tests.Text;

/// <summary>
/// The law of the vectors: what <see cref="PlainTokens"/> finds are the tokens that the rules alone find, for every code unit, at every place, at every short length. <c>check.sh</c> runs this at every
/// width that the processor has, and once without any.
/// </summary>
public class PlainTokensTests
{
    private const int Width = PlainTokens.Length;

    [Theory]
    [InlineData("م")]
    [InlineData(" ")]
    [InlineData("م ")]
    [InlineData("1")]
    [InlineData("a")]
    [InlineData(")")]
    [InlineData(".")]
    [InlineData("1 a")]
    [InlineData("، ")]
    [InlineData("ﺑ")]
    public void Tokens_EveryCodeUnitAmongOthers_AreTheRules(string others)
    {
        char[] text = string.Concat(Enumerable.Repeat(others, 2 * Width)).ToCharArray(0, Width + 9);
        for (int c = 0; c <= char.MaxValue; c++)
        {
            for (int i = c % 19; i < text.Length; i += 19)
            {
                char before = text[i];
                text[i] = (char)c;
                ShouldBeTheRules(text);
                text[i] = before;
            }
        }
    }

    // What stands on either side decides, of classes that a look-up in 128 entries tells apart: each pair of code units of the blocks that vectors know, with a blank, a letter or a digit behind it.
    [Fact]
    public void Tokens_EveryPair_AreTheRules()
    {
        char[] units = [.. Enumerable.Range(0, char.MaxValue + 1).Select(c => (char)c).Where(c => c < 0x100 || c is (>= '\u0600' and < '\u0700') or (>= '\u2000' and < '\u2080') or (>= '\uFE80' and < '\uFF00') or '\uFE0F' or '\u20E3' or '\u0301' or '\uD83D')];
        char[] text = new char[Width];
        int next = 0;
        foreach (char first in units)
        {
            for (int i = 0; i < units.Length; i += 9)
            {
                for (int j = 0; j < 9; j++)
                {
                    text[7 * j] = first;
                    text[(7 * j) + 1] = units[(i + j) % units.Length];
                    "م1 a.".AsSpan(next++ % 5, 1).CopyTo(text.AsSpan((7 * j) + 2));
                    "ي 5 )، x ".AsSpan(next % 5, 4).CopyTo(text.AsSpan((7 * j) + 3));
                }

                ShouldBeTheRules(text);
            }
        }
    }

    [Fact]
    public void Tokens_EveryLength_AreTheRules()
    {
        string text = string.Concat(Enumerable.Repeat("قالت وكالة «رويترز»، اليوم (الثلاثاء) 12/3/2024: إنّ NATO أكّد ٣٫٥٪ في example.com و#وسم یک کتاب—ﻣﺤﻤﺪ 10:30! ", 3));
        for (int start = 0; start < 40; start++)
            for (int length = 0; length <= 3 * Width; length++) ShouldBeTheRules(text.AsSpan(start, length));
    }

    [Fact]
    public void Tokens_OfAnyText_AreTheRules()
    {
        foreach (string text in RandomTexts.Create(Nightly.RandomTexts, maxPieces: 100)) ShouldBeTheRules(text);
        foreach (string text in RandomTexts.Create(Nightly.RandomTexts, maxPieces: 100, pieces: TokenLawTests.Pieces)) ShouldBeTheRules(text);
    }

    // The last stretch reads no farther than the text.
    [LinuxTheory]
    [InlineData("م")]
    [InlineData("مﺑ 2 ")]
    public void Tokens_BetweenGuardPages_ReadNothingBeside(string piece)
    {
        using var memory = new GuardedText(4 * Width);
        string text = string.Concat(Enumerable.Repeat(piece, 4 * Width));
        for (int length = 0; length <= 3 * Width; length++)
        {
            text.AsSpan(0, length).CopyTo(memory.AtStart(length));
            ShouldBeTheRules(memory.AtStart(length));
            text.AsSpan(0, length).CopyTo(memory.AtEnd(length));
            ShouldBeTheRules(memory.AtEnd(length));
        }
    }

    private static void ShouldBeTheRules(ReadOnlySpan<char> text)
    {
        var rules = new TokenEnumerator(text);
        foreach (Token token in ArabicTokenizer.Tokenize(text))
            if (!rules.MoveByRules() || rules.Current != token) Assert.Fail($"{token}, not {rules.Current} of '{text}' {string.Join(' ', text.ToArray().Select(c => $"{(int)c:X4}"))}");
        if (rules.MoveByRules()) Assert.Fail($"no {rules.Current} of '{text}'");
    }
}
