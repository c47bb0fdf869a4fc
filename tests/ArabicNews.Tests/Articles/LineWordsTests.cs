using ArabicNews.Tests.Support;

namespace ArabicNews.Tests.Articles;

public class LineWordsTests
{
    private const int BlockLength = 64;

    [Fact]
    public void Of_EveryCodeUnitAtEveryPlaceOfABlock_WordsAsTheObviousWalkHasThem()
    {
        char[] line = new char[2 * BlockLength];
        for (int c = 0; c <= char.MaxValue; c++)
        {
            // Among letters the code unit may end a word, among blanks it may be one.
            Array.Fill(line, c % 2 == 0 ? 'م' : ' ');
            for (int i = c % 7; i < BlockLength; i += 7)
            {
                char before = line[i];
                line[i] = (char)c;
                AssertObvious(line);
                line[i] = before;
            }
        }
    }

    [Fact]
    public void Of_EveryLength_WordsAsTheObviousWalkHasThem()
    {
        string letters = string.Concat(Enumerable.Repeat("من قال \"كذا\" 2024. ", 12));
        for (int length = 0; length <= letters.Length; length++) AssertObvious(letters.AsSpan(0, length));
    }

    [Fact]
    public void Of_AnyText_WordsAsTheObviousWalkHasThem()
    {
        foreach (string text in RandomTexts.Create(Nightly.RandomTexts, maxPieces: 100)) AssertObvious(text);
    }

    private static void AssertObvious(ReadOnlySpan<char> line)
    {
        LineWords words = LineWords.Of(line);
        for (int start = 0; start < line.Length;)
        {
            int end = start;
            while (end < line.Length && LineWords.IsWordChar(line[end])) end++;
            if (end > start && !(words.MoveNext() && words.Current == TextSpan.FromBounds(start, end))) Assert.Fail($"[{start}, {end}) of {line}");
            start = end + 1;
        }

        Assert.False(words.MoveNext());
    }
}
