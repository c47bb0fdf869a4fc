using ArabicNews.Tests.Support;

namespace ArabicNews.Tests.Text;

public class LetterRunsTests
{
    // Blocks are 64 code units.
    private const int MaxLength = 3 * 64;

    [Fact]
    public void Contains_OfAnyCodeUnit_OnlyArabicLettersAndMarks()
    {
        for (int c = 0; c <= char.MaxValue; c++)
            if (LetterRuns.Contains((char)c) && ArabicChars.ClassOf((char)c) is not (CharClass.ArabicLetter or CharClass.Mark)) Assert.Fail($"U+{c:X4}");
    }

    [Fact]
    public void End_EveryCodeUnitAtEveryPlaceOfABlock_IsTheScalarOne()
    {
        foreach (bool among in new[] { true, false })
        {
            // Among letters the code unit may end a run, among blanks it may be one.
            char[] text = new char[2 * 64];
            Array.Fill(text, among ? 'م' : ' ');
            for (int c = 0; c <= char.MaxValue; c++)
            {
                bool contains = LetterRuns.Contains((char)c);
                for (int i = c % 3; i < 64; i += 3)
                {
                    char before = text[i];
                    text[i] = (char)c;
                    int end = default(LetterRuns).End(text, among ? 0 : i);
                    int expected = among ? (contains ? text.Length : i) : (contains ? i + 1 : i);
                    if (end != expected) Assert.Fail($"U+{c:X4} at {i}: {end}, not {expected}");
                    text[i] = before;
                }
            }
        }
    }

    [Fact]
    public void End_EveryLengthFromEveryStart_StopsAtTheStrangerOrTheEnd()
    {
        string letters = new('م', MaxLength);
        for (int length = 0; length <= MaxLength; length++)
        {
            for (int start = 0; start <= length; start++)
            {
                int end = default(LetterRuns).End(letters.AsSpan(0, length), start);
                if (end != length) Assert.Fail($"{start} of {length}: {end}");
            }
        }
    }

    [Fact]
    public void End_WalkOverAnyText_IsTheScalarWalk()
    {
        foreach (string text in RandomTexts.Create(Nightly.RandomTexts, maxPieces: 100))
        {
            var runs = default(LetterRuns);
            for (int position = 0; position < text.Length; position++)
            {
                int expected = position;
                while (expected < text.Length && LetterRuns.Contains(text[expected])) expected++;
                int end = runs.End(text, position);
                if (end != expected) Assert.Fail($"from {position}: {end}, not {expected} in {text}");
                position = end;
            }
        }
    }
}
