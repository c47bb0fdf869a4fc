using ArabicNews.Tests.Support;

namespace ArabicNews.Tests.Text;

/// <summary>
/// The normalizer as one would write it without a thought for speed: every step on its own, over lists, again and again until nothing changes. It reads the tables of <c>seeds/unicode</c>
/// itself, so that compiled tables and look-ups are tested too.
/// </summary>
internal sealed class ObviousNormalizer
{
    private static readonly List<(ArabicNormalization Flag, char From, string To)> s_replacements = [.. Replacements()];
    private static readonly List<(ArabicNormalization Flag, char First, char Last)> s_strips = [.. Strips()];
    private static readonly List<(char Letter, char Mark, char Composed)> s_compositions = [.. Compositions()];
    private static readonly HashSet<char> s_marks = [.. Enumerable.Range(0, 0x10000).Select(c => (char)c).Where(c => char.GetUnicodeCategory(c)
        is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark or System.Globalization.UnicodeCategory.EnclosingMark)];

    private readonly ArabicNormalization _forms;
    private readonly Dictionary<char, string> _replacements;

    public ObviousNormalizer(ArabicNormalization forms)
    {
        _forms = forms;
        _replacements = s_replacements.Where(row => forms.HasFlag(row.Flag)).GroupBy(row => row.From).ToDictionary(row => row.Key, row => row.Last().To);
    }

    public string Normalize(string text)
    {
        for (string next = Pass(text); ; (text, next) = (next, Pass(next)))
            if (next == text) return text;
    }

    private string Pass(string text)
    {
        string replaced = Replace(text);
        for (string next = Replace(replaced); next != replaced; next = Replace(next)) replaced = next;
        if (!_forms.HasFlag(ArabicNormalization.ComposeHamza)) return string.Concat(replaced.Where(c => !IsStripped(c)));

        // What is stripped does not stand between a letter and its hamza: a tatweel or a joiner would otherwise cost a hamza that the same text keeps when it is normalized once more.
        List<char> letters = [.. replaced.Where(c => IsHamza(c) || !IsStripped(c))];
        Compose(letters);
        return string.Concat(letters.Where(c => !IsStripped(c)));
    }

    private bool IsStripped(char c) => s_strips.Exists(strip => _forms.HasFlag(strip.Flag) && c >= strip.First && c <= strip.Last);

    private static bool IsHamza(char c) => c is >= '\u0653' and <= '\u0655';

    private string Replace(string text) => string.Concat(text.Select(c => _replacements.GetValueOrDefault(c, c.ToString())));

    private void Compose(List<char> letters)
    {
        for (int i = 1; i < letters.Count; i++)
        {
            if (!IsHamza(letters[i])) continue;
            int letter = i - 1;
            while (letter >= 0 && s_marks.Contains(letters[letter]) && !IsHamza(letters[letter])) letter--;
            if (letter < 0) continue;
            int row = s_compositions.FindIndex(row => letters[i] == row.Mark && letters[letter] == Folded(row.Letter));
            if (row >= 0) letters[letter] = s_compositions[row].Composed;
            if (row >= 0 || IsStripped(letters[i])) letters.RemoveAt(i--);
        }
    }

    // A letter of the table in the shape in which this normalizer's text has it.
    private char Folded(char letter)
    {
        while (_replacements.TryGetValue(letter, out string? to) && to.Length == 1) letter = to[0];
        return letter;
    }

    private static IEnumerable<(ArabicNormalization Flag, char From, string To)> Replacements()
    {
        foreach (var row in Rows("folds")) yield return (Enum.Parse<ArabicNormalization>(row["flag"]), Char(row["from"]), Char(row["to"]).ToString());
        foreach (var row in Rows("lowercase")) yield return (ArabicNormalization.FoldCase, Char(row["from"]), Char(row["to"]).ToString());
        foreach (var row in Rows("presentation-forms"))
            yield return (ArabicNormalization.ExpandPresentationForms, Char(row["from"]), string.Concat(row["to"].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Char)));
    }

    private static IEnumerable<(ArabicNormalization Flag, char First, char Last)> Strips()
        => Rows("strips").Select(row => (Enum.Parse<ArabicNormalization>(row["flag"]), Char(row["first"]), Char(row["last"])));

    private static IEnumerable<(char Letter, char Mark, char Composed)> Compositions()
        => Rows("compositions").Select(row => (Char(row["base"]), Char(row["mark"]), Char(row["composed"])));

    private static char Char(string hex) => (char)Convert.ToInt32(hex.Replace("U+", "", StringComparison.Ordinal), 16);

    private static IEnumerable<Dictionary<string, string>> Rows(string table)
    {
        string[] lines = [.. File.ReadLines(RepositoryFiles.InRepository($"seeds/unicode/{table}.tsv")).Where(line => line.Length > 0 && line[0] != '#')];
        string[] header = lines[0].Split('\t');
        return lines.Skip(1).Select(line => line.Split('\t').Zip(header).ToDictionary(cell => cell.Second, cell => cell.First, StringComparer.Ordinal));
    }
}
