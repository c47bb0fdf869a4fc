using System.Globalization;
using System.Text;

namespace ArabicNews.SeedCompiler;

/// <summary>
/// Collects words of people's and places' names → seeds/lexicon/names.tsv: a form, as <see cref="WordLexicon.Form"/> writes it, and how sure it is that it is a name, from 1 to 3.
/// A word of a name is seldom cut, whatever its letters look like: the و of <c>ويليامز</c> is no "and", the ين of <c>ياسين</c> no plural.
/// </summary>
internal static class NameCollector
{
    // Of all places where a form stands, this share must be inside names: ولاية stands in many, and is a word.
    private const double MinShare = 0.7;

    // One letter, or the article, which stand before names as they do before other words.
    private static readonly string[] s_particles = ["\u0648", "\u0641", "\u0628", "\u0644", "\u0643", "\u0627\u0644"];

    public static void Run(string root, string sharedData)
    {
        var levels = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (string line in File.ReadLines(Path.Combine(sharedData, "gazetteer/person_name_tokens.tsv")).Where(line => line[0] != '#'))
        {
            string[] cells = line.Split('\t');
            if (!StartsWithArticle(cells[0])) Raise(levels, FormOf(cells[0]), int.Parse(cells[2], CultureInfo.InvariantCulture) switch { >= 4 => 3, >= 2 => 2, _ => 1 });
        }

        foreach ((string form, int count) in NamesOf(sharedData)) Raise(levels, form, count switch { >= 8 => 3, >= 3 => 2, _ => 1 });

        var text = new StringBuilder();
        text.Append("# Words of people's and places' names, as the segmenter's lexicon writes them. level: 3 = of four people or in eight mentions at least, 2 = of two or in three, 1 = of one.\n");
        text.Append("# Source: steveash/NETransliteration-COLING2018 5d5f59e5 (MIT; names of Wikidata); words that ANERcorp (CC BY-SA 4.0) and WikiFANE (CC BY-SA 3.0), train parts, mostly tag as person or place.\n");
        text.Append("# Licence: CC BY-SA 4.0. Date: 2026-11-26\n");
        text.Append("# Made by: dotnet run -c Release --project src/ArabicNews.SeedCompiler -- words <folder of the data>\n");
        text.Append("name\tlevel\n");
        foreach ((string form, int level) in levels) text.Append(CultureInfo.InvariantCulture, $"{form}\t{level}\n");
        File.WriteAllText(Path.Combine(root, "seeds/lexicon/names.tsv"), text.ToString());
        Console.WriteLine($"{levels.Count} words of names");
    }

    // الأسد is a name with an article; ألكسندر, whose hamza is often left out, has none. WikiFANE leaves out every hamza: there one cannot know.
    private static bool StartsWithArticle(string word) => word.StartsWith("\u0627\u0644", StringComparison.Ordinal);

    private static void Raise(SortedDictionary<string, int> levels, string? form, int level)
    {
        if (form is not null) levels[form] = Math.Max(level, levels.GetValueOrDefault(form));
    }

    // Forms that are tagged nearly everywhere, with their number of mentions; without those that are another such form behind a particle (وبغداد).
    private static IEnumerable<(string Form, int Count)> NamesOf(string sharedData)
    {
        var all = new Dictionary<string, int>(StringComparer.Ordinal);
        var tagged = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (string line in ((string[])["anercorp", "wikifane"]).SelectMany(corpus => File.ReadLines(Path.Combine(sharedData, $"ner/{corpus}.train.conll"))))
        {
            string[] cells = line.Split('\t');
            if (cells.Length < 2 || FormOf(cells[0]) is not { } form) continue;
            all[form] = all.GetValueOrDefault(form) + 1;
            if (cells[1].EndsWith("-PER", StringComparison.Ordinal) || cells[1].EndsWith("-LOC", StringComparison.Ordinal)) tagged[form] = tagged.GetValueOrDefault(form) + 1;
        }

        foreach ((string form, int count) in tagged)
        {
            if (count < MinShare * all[form] || StartsWithArticle(form)) continue;
            if (s_particles.Any(particle => form.StartsWith(particle, StringComparison.Ordinal) && tagged.GetValueOrDefault(form[particle.Length..]) * 2 >= count)) continue;
            yield return (form, count);
        }
    }

    private static string? FormOf(string word)
    {
        string form = WordLexicon.Form.Normalize(word);
        return form.Length is < 2 or > WordLetters.MaxLetters || form.AsSpan().ContainsAnyExceptInRange(ArabicChars.Hamza, ArabicChars.Yeh) ? null : form;
    }
}
