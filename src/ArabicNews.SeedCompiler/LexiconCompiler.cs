namespace ArabicNews.SeedCompiler;

/// <summary>seeds/lexicon words → lexicon.bin; see <see cref="WordLexicon"/>.</summary>
internal static class LexiconCompiler
{
    public static byte[] Compile(string root)
    {
        var forms = new SortedDictionary<string, byte>(StringComparer.Ordinal);
        foreach (SeedRow row in SeedFile.Read(root, "seeds/lexicon/words.tsv").Rows)
            forms[row["word"]] = (byte)WordLexicon.LevelOf(row.Int("count"));

        var writer = new DataWriter(WordLexicon.Magic, WordLexicon.Version);
        writer.WriteVarint(forms.Count);
        string previous = "";
        foreach ((string form, byte value) in forms)
        {
            int shared = 0;
            while (shared < previous.Length && shared < form.Length && previous[shared] == form[shared]) shared++;
            writer.WriteByte((byte)shared);
            writer.WriteBytes([.. form.Skip(shared).Select(letter => (byte)(letter - ArabicChars.Hamza))]);
            writer.WriteByte(value);
            previous = form;
        }

        return writer.ToArray();
    }
}
