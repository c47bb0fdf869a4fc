using System.Globalization;
using System.Text;

namespace ArabicNews.Evaluation;

/// <summary>What two articles are to each other, told from their whole texts.</summary>
internal enum StoryRelation
{
    /// <summary>Half of what the shorter one says is in the other word for word, and their figures agree.</summary>
    Copy,

    /// <summary>Less than a fifth is, or the figures differ: another article, or the next of a series.</summary>
    Other,

    /// <summary>Anything between, which nobody is asked about: a report that took some paragraphs over.</summary>
    Partly,
}

/// <summary>
/// Tells copies by exact comparison of all sequences of eight words, with letters folded by a table of its own. The thresholds were set before any signature was scored: eight words in a row are hardly ever written twice.
/// </summary>
internal sealed class StoryJudge
{
    private const int Width = 8;
    private const double CopyShare = 0.5, OtherShare = 0.2;

    // From so many figures on they tell a series: the same sentences with another day's figures.
    private const int SeriesFigures = 3;

    private readonly HashSet<string> _sequences = new(StringComparer.Ordinal);
    private readonly HashSet<string> _figures = new(StringComparer.Ordinal);

    public StoryJudge(string body)
    {
        List<string> words = Words(body);
        for (int i = 0; i + Width <= words.Count; i++) _sequences.Add(string.Join(' ', words.GetRange(i, Width)));
        foreach (string word in words)
            if (char.IsAsciiDigit(word[0])) _figures.Add(word);
    }

    public StoryRelation Compare(StoryJudge other)
    {
        double share = Share(_sequences, other._sequences);
        if (share < OtherShare) return StoryRelation.Other;
        if (share < CopyShare) return StoryRelation.Partly;
        return Math.Min(_figures.Count, other._figures.Count) >= SeriesFigures && Share(_figures, other._figures) < 0.5 ? StoryRelation.Other : StoryRelation.Copy;
    }

    private static double Share(HashSet<string> left, HashSet<string> right)
    {
        (HashSet<string> fewer, HashSet<string> more) = left.Count <= right.Count ? (left, right) : (right, left);
        return fewer.Count == 0 ? 0 : (double)fewer.Count(more.Contains) / fewer.Count;
    }

    private static List<string> Words(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (char.IsLetter(c)) folded.Append(Fold(c));
            else if (char.IsDigit(c)) folded.Append((char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c)));
            else if (char.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark) folded.Append(' ');
        }

        return [.. folded.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)];
    }

    private static char Fold(char letter) => letter switch
    {
        'أ' or 'إ' or 'آ' => 'ا',
        'ى' => 'ي',
        'ة' => 'ه',
        _ => letter,
    };
}
