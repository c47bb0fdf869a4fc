using System.Globalization;
using System.Text;

namespace ArabicNews.SeedCompiler;

/// <summary>
/// Counts the words of permissively licensed text → seeds/lexicon/words.tsv: a form, as <see cref="WordLexicon.Form"/> writes it, and how often it stands
/// there. Only counts are kept, and only of forms seen often enough that a single text cannot be told from them.
/// </summary>
internal static class WordCounter
{
    private const int MinCount = 3;
    private const int MaxWords = 60_000;

    private static readonly string[] s_annotated = ["anercorp", "newsfane", "wikifane", "wojoodsample"];

    public static int Run(string root, string sharedData)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (string news in AntCorpus.Texts(sharedData)) Count(counts, news);

        // ANERcorp and NewsFANE annotate the same text: it counts once.
        foreach (string corpus in s_annotated.Where(name => name != "newsfane"))
        {
            foreach (string line in File.ReadLines(Path.Combine(sharedData, $"ner/{corpus}.train.conll")))
                Count(counts, line.Split('\t')[0]);
        }

        var kept = counts.Where(entry => entry.Value >= MinCount).OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key, StringComparer.Ordinal).Take(MaxWords).ToList();
        var text = new StringBuilder();
        text.Append("# How often a form stands in 1.5 million words of news and encyclopedia text; forms that stand there once or twice are left out.\n");
        text.Append("# Source: ANT corpus 1.1 (Chouigui et al., Apache-2.0); ANERcorp (CC BY-SA 4.0), WikiFANE (CC BY-SA 3.0), Wojood sample (MIT): train parts. Counts only.\n");
        text.Append("# Licence: CC BY-SA 4.0. Date: 2026-11-24\n");
        text.Append("# Made by: dotnet run -c Release --project src/ArabicNews.SeedCompiler -- words <folder of the data>\n");
        text.Append("word\tcount\n");
        foreach ((string word, int count) in kept) text.Append(CultureInfo.InvariantCulture, $"{word}\t{count}\n");
        File.WriteAllText(Path.Combine(root, "seeds/lexicon/words.tsv"), text.ToString());
        Console.WriteLine($"{counts.Values.Sum()} words, {counts.Count} forms, {kept.Count} kept");
        NameCollector.Run(root, sharedData);
        return 0;
    }

    private static void Count(Dictionary<string, int> counts, string text)
    {
        foreach (Token token in ArabicTokenizer.Tokenize(text))
        {
            if (token.Kind != TokenKind.Word) continue;
            string form = WordLexicon.Form.Normalize(token.Span.In(text).ToString());
            if (form.Length is < 2 or > WordLetters.MaxLetters || form.AsSpan().ContainsAnyExceptInRange(ArabicChars.Hamza, ArabicChars.Yeh)) continue;
            counts[form] = counts.GetValueOrDefault(form) + 1;
        }
    }
}
