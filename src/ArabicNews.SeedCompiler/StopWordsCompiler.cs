namespace ArabicNews.SeedCompiler;

/// <summary>seeds/lexicon/stopwords.tsv → stopwords.bin: every stop word as <see cref="ArabicNormalizer.Match"/> writes it, with the particles its row allows.</summary>
internal static class StopWordsCompiler
{
    public static byte[] Compile(string root)
    {
        var words = new SortedSet<string>(StringComparer.Ordinal);
        foreach (SeedRow row in SeedFile.Read(root, "seeds/lexicon/stopwords.tsv").Rows)
        {
            string word = ArabicNormalizer.Match.Normalize(row["word"]);
            words.Add(word);
            foreach (string particle in row["particles"].Split(' ', StringSplitOptions.RemoveEmptyEntries)) words.Add(particle + word);
        }

        var writer = new DataWriter("ANSW", 1);
        writer.WriteSortedStrings([.. words]);
        return writer.ToArray();
    }
}
