namespace ArabicNews.SeedCompiler;

/// <summary>Counts three letters in a row in seeds/lexicon/words.tsv and names.tsv, each form once → <see cref="NameLetters"/>.</summary>
internal static class NameLettersCounter
{
    // Of letters that were hardly seen nothing is believed: so many are thought to have been seen on both sides.
    private const double Prior = 3;

    public static NameLetters Count(string root)
    {
        int[] words = CountIn(SeedFile.Read(root, "seeds/lexicon/words.tsv").Rows.Select(row => row["word"]));
        int[] names = CountIn(SeedFile.Read(root, "seeds/lexicon/names.tsv").Rows.Select(row => row["name"]));
        double perWord = 1.0 / words.Sum(), perName = 1.0 / names.Sum();

        // A logarithm of base two may differ in its last bit between machines; rounded to an eighth, it does not.
        return new NameLetters([.. words.Zip(names, (word, name) => word + name == 0
            ? (sbyte)0
            : (sbyte)Math.Clamp(Math.Round(NameLetters.Bit * Math.Log2((name + Prior) * perName / ((word + Prior) * perWord))), sbyte.MinValue, sbyte.MaxValue))]);
    }

    private static int[] CountIn(IEnumerable<string> forms)
    {
        int[] counts = new int[NameLetters.WeightCount];
        foreach (string form in forms)
            foreach (int index in NameLetters.IndexesOf(form)) counts[index]++;
        return counts;
    }
}
