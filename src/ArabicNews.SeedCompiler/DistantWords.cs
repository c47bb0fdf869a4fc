namespace ArabicNews.SeedCompiler;

/// <summary>
/// Words whose cut, or a part of it, the counts of seeds/lexicon/words.tsv prove without an annotator: they show the segmenter what forty articles are too few to show.
/// </summary>
internal static class DistantWords
{
    private const string Al = "\u0627\u0644";

    // Enough not to be a slip of the pen.
    private const int MinCount = 10;

    // و ف ب ك ل س
    private static readonly string[] s_particles = ["\u0648", "\u0641", "\u0628", "\u0643", "\u0644", "\u0633"];

    // ه ها هم
    private static readonly string[] s_pronouns = ["\u0647", "\u0647\u0627", "\u0647\u0645"];

    // وال فال بال كال لل وبال ولل
    private static readonly string[] s_articles = ["\u0648" + Al, "\u0641" + Al, "\u0628" + Al, "\u0643" + Al, "\u0644\u0644", "\u0648\u0628" + Al, "\u0648\u0644\u0644"];

    /// <summary>No conjunction or preposition stands behind an article: there is الوكالة, so the و of وكالة is its own, and وكالتهم too begins with its stem.</summary>
    public static IEnumerable<(string Form, string Prefix)> Nouns(string root, WordLexicon lexicon)
    {
        foreach (string word in Words(root))
        {
            if (!s_particles.Any(particle => word.StartsWith(particle, StringComparison.Ordinal)) || lexicon.Level(WordHash.Of(Al + word)) == 0) continue;
            yield return (word, "");
            string stem = word[^1] == ArabicChars.TehMarbuta ? word[..^1] + ArabicChars.Teh : word;
            foreach (string pronoun in s_pronouns) yield return (stem + pronoun, "");
            foreach (string particle in s_particles[..^1]) yield return (particle + word, particle);
        }
    }

    /// <summary>Where الأمن and أمن are both common, فالأمن and كالأمن have an article, though no text may hold them. Each word behind one of the beginnings, in turn.</summary>
    public static IEnumerable<(string Form, string Prefix)> Definites(string root)
    {
        var words = Words(root).ToHashSet(StringComparer.Ordinal);
        int turn = 0;
        foreach (string word in Words(root).Where(word => words.Contains(Al + word)))
        {
            string article = s_articles[turn++ % s_articles.Length];
            yield return (article + word, article);
        }
    }

    /// <summary>قواتها is قو+ات+ها, and وقوات و+قو+ات, since there is قوات and no قواة; مباراتها is مبارا+ت+ها, since there is مباراة.</summary>
    public static IEnumerable<(string Form, string Prefix, string Suffix)> Endings(string root, WordLexicon lexicon)
    {
        int turn = 0;
        foreach (string word in Words(root))
        {
            bool isFeminine = word[^1] == ArabicChars.TehMarbuta;
            bool isPlural = word.EndsWith("\u0627\u062A", StringComparison.Ordinal) && lexicon.Level(WordHash.Of(word[..^1] + ArabicChars.TehMarbuta)) == 0;
            if (word.Length < 4 || !(isFeminine || isPlural) || s_particles.Append(Al).Any(letter => word.StartsWith(letter, StringComparison.Ordinal))) continue;
            string stem = isFeminine ? word[..^1] + ArabicChars.Teh : word, ending = isFeminine ? "\u062A" : "\u0627\u062A";
            foreach (string pronoun in s_pronouns) yield return (stem + pronoun, "", ending + pronoun);
            string particle = s_particles[turn++ % (s_particles.Length - 1)];
            yield return (particle + word, particle, isFeminine ? "\u0629" : ending);

            // السعوديه, القاهره: a heh for the teh marbuta leaves the same stem.
            if (!isFeminine) continue;
            yield return (word[..^1] + ArabicChars.Heh, "", "\u0647");
            yield return (Al + word[..^1] + ArabicChars.Heh, Al, "\u0647");
        }
    }

    /// <summary>Each name behind one of the particles, in turn: ل+بايدن.</summary>
    public static IEnumerable<(string Form, string Prefix)> BehindParticles(IEnumerable<string> names)
        => names.Select((name, turn) => (s_particles[turn % (s_particles.Length - 1)] + name, s_particles[turn % (s_particles.Length - 1)]));

    private static IEnumerable<string> Words(string root)
        => from row in SeedFile.Read(root, "seeds/lexicon/words.tsv").Rows
           where row.Int("count") >= MinCount && row["word"].Length >= 3
           select row["word"];
}
