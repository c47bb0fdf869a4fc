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
        List<char> letters = [.. replaced];
        if (_forms.HasFlag(ArabicNormalization.ComposeHamza)) Compose(letters);
        return string.Concat(letters.Where(c => !s_strips.Exists(strip => _forms.HasFlag(strip.Flag) && c >= strip.First && c <= strip.Last)));
    }

    private string Replace(string text) => string.Concat(text.Select(c => _replacements.GetValueOrDefault(c, c.ToString())));

    private void Compose(List<char> letters)
    {
        for (int i = 1; i < letters.Count; i++)
        {
            if (letters[i] is not (>= '\u0653' and <= '\u0655')) continue;
            int letter = i - 1;
            while (letter >= 0 && s_marks.Contains(letters[letter]) && letters[letter] is not (>= '\u0653' and <= '\u0655')) letter--;
            if (letter < 0) continue;
            foreach ((char from, char mark, char composed) in s_compositions)
            {
                if (letters[i] != mark || letters[letter] != Folded(from)) continue;
                letters[letter] = composed;
                letters.RemoveAt(i--);
                break;
            }
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
