using System.Globalization;
using System.Text;

namespace ArabicNews.Evaluation;

/// <summary>How the formats compare text: bare letters for names and titles, shingles of words for bodies.</summary>
internal static class Shingles
{
    private const int Width = 4;

    /// <summary>The text without every character that is no letter, number or underscore; marks go too.</summary>
    public static string Bare(string text)
    {
        var bare = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
            if (IsWord(rune)) bare.Append(rune.ToString());
        return bare.ToString();
    }

    /// <summary>Maximal runs of letters, numbers and underscores.</summary>
    public static List<string> Words(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (IsWord(rune))
            {
                word.Append(rune.ToString());
            }
            else if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        if (word.Length > 0) words.Add(word.ToString());
        return words;
    }

    /// <summary>Precision, recall and F1 of <paramref name="found"/> against <paramref name="gold"/> over the multisets of their four-word shingles.</summary>
    public static Score Compare(string gold, string found)
    {
        Dictionary<string, int> expected = Count(gold);
        Dictionary<string, int> actual = Count(found);
        int common = expected.Sum(pair => Math.Min(pair.Value, actual.GetValueOrDefault(pair.Key)));
        return Score.Of(common, expected.Values.Sum(), actual.Values.Sum());
    }

    private static Dictionary<string, int> Count(string text)
    {
        List<string> words = Words(text);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i + Width <= words.Count; i++)
        {
            string shingle = string.Join(' ', words.GetRange(i, Width));
            counts[shingle] = counts.GetValueOrDefault(shingle) + 1;
        }

        return counts;
    }

    private static bool IsWord(Rune rune) => rune.Value == '_' || Rune.GetUnicodeCategory(rune) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter
        or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter
        or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;
}

/// <summary>Precision, recall and their harmonic mean, each in [0, 1].</summary>
internal readonly record struct Score(double Precision, double Recall, double F1)
{
    public static Score Of(int common, int expected, int found) => new(
        found == 0 ? 0 : (double)common / found,
        expected == 0 ? 0 : (double)common / expected,
        common == 0 ? 0 : 2.0 * common / (expected + found));
}
