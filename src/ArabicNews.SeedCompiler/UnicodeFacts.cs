using System.Globalization;
using System.Text;

namespace ArabicNews.SeedCompiler;

/// <summary>
/// Writes down, once, the two properties of all 65,536 code units that the tables need: the class that the tokenizer tells apart, and
/// the simple lower case. .NET carries them without ICU (<see cref="CharUnicodeInfo"/>), in the version of Unicode that it names here.
/// </summary>
internal static class UnicodeFacts
{
    private const string UnicodeVersion = "16.0 (.NET 10)";

    public static int Run(string root)
    {
        File.WriteAllText(Path.Combine(root, "seeds/unicode/classes.tsv"), Classes());
        File.WriteAllText(Path.Combine(root, "seeds/unicode/lowercase.tsv"), LowerCase());
        return 0;
    }

    private static string Classes()
    {
        StringBuilder text = Head("Runs of code units by the class that ArabicTokenizer tells apart, from their general categories.");
        text.Append("first\tlast\tclass\n");
        for (int first = 0, last; first <= char.MaxValue; first = last + 1)
        {
            CharClass kind = ClassOf((char)first);
            for (last = first; last < char.MaxValue && ClassOf((char)(last + 1)) == kind;) last++;
            text.Append(CultureInfo.InvariantCulture, $"U+{first:X4}\tU+{last:X4}\t{kind}\n");
        }

        return text.ToString();
    }

    private static string LowerCase()
    {
        StringBuilder text = Head("Simple lower case of the code units that have one (FoldCase).");
        text.Append("from\tto\n");
        for (int c = 0; c <= char.MaxValue; c++)
        {
            // .NET leaves U+0130 alone, since the Turkish pair is a matter of culture there; its simple mapping is i.
            char lower = c == 0x130 ? 'i' : char.ToLowerInvariant((char)c);
            if (lower != c) text.Append(CultureInfo.InvariantCulture, $"U+{c:X4}\tU+{(int)lower:X4}\n");
        }

        return text.ToString();
    }

    private static StringBuilder Head(string title) => new StringBuilder()
        .Append("# ").Append(title).Append('\n')
        .Append("# Source: Unicode Character Database (unicode.org/ucd), Unicode License v3; version ").Append(UnicodeVersion).Append('\n')
        .Append("# Made by: dotnet run -c Release --project src/ArabicNews.SeedCompiler -- unicode\n");

    private static CharClass ClassOf(char c) => char.IsWhiteSpace(c) ? CharClass.Space : CharUnicodeInfo.GetUnicodeCategory(c) switch
    {
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter => IsArabic(c) ? CharClass.ArabicLetter : CharClass.Letter,
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark => CharClass.Mark,
        UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber => CharClass.Digit,
        UnicodeCategory.ConnectorPunctuation or UnicodeCategory.DashPunctuation or UnicodeCategory.OpenPunctuation
            or UnicodeCategory.ClosePunctuation or UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation
            or UnicodeCategory.OtherPunctuation => CharClass.Punctuation,
        UnicodeCategory.Format => CharClass.Format,
        UnicodeCategory.Surrogate => char.IsHighSurrogate(c) ? CharClass.HighSurrogate : CharClass.LowSurrogate,
        _ => CharClass.Symbol,
    };

    private static bool IsArabic(char c) => c is (>= '\u0600' and <= '\u06FF') or (>= '\u0750' and <= '\u077F') or (>= '\u0870' and <= '\u08FF')
        or (>= '\uFB50' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFE');
}
