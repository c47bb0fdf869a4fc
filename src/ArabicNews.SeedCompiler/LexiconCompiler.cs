namespace ArabicNews.SeedCompiler;

/// <summary>seeds/lexicon words, names, nationalities, uncut-words, whole-words and clitics → lexicon.bin; see <see cref="WordLexicon"/>.</summary>
internal static class LexiconCompiler
{
    public static byte[] Compile(string root) => Compile(root, withNames: true);

    /// <summary>Without names: what the trainer teaches to know a name by its letters alone.</summary>
    public static byte[] Compile(string root, bool withNames)
    {
        var forms = new SortedDictionary<string, byte>(StringComparer.Ordinal);
        foreach (SeedRow row in SeedFile.Read(root, "seeds/lexicon/words.tsv").Rows)
            forms[row["word"]] = WordLexicon.ValueOf(WordLexicon.LevelOf(row.Int("count")), 0, false);
        foreach (SeedRow row in withNames ? SeedFile.Read(root, "seeds/lexicon/names.tsv").Rows : [])
            forms[row["name"]] = (byte)(forms.GetValueOrDefault(row["name"]) | WordLexicon.ValueOf(0, row.Int("level"), false));
        foreach (SeedRow row in SeedFile.Read(root, "seeds/lexicon/nationalities.tsv").Rows)
        {
            foreach (string name in (string[])[row["place"], row["nationality"]])
            {
                if (name.Length == 0) continue;
                string form = WordLexicon.Form.Normalize(name);
                forms[form] = (byte)(forms.GetValueOrDefault(form, (byte)1) | WordLexicon.NameFlag);
            }
        }

        foreach (SeedRow row in SeedFile.Read(root, "seeds/lexicon/uncut-words.tsv").Rows)
        {
            string form = WordLexicon.Form.Normalize(row["word"]);
            forms[form] = (byte)(forms.GetValueOrDefault(form, (byte)1) | WordLexicon.NameFlag);
        }

        foreach (SeedRow row in SeedFile.Read(root, "seeds/lexicon/whole-words.tsv").Rows)
        {
            string form = WordLexicon.Form.Normalize(row["word"]);
            forms[form] = (byte)(forms.GetValueOrDefault(form, (byte)1) | WordLexicon.WholeFlag);
        }

        var writer = new DataWriter(WordLexicon.Magic, WordLexicon.Version);
        writer.WriteVarint(forms.Count);
        string previous = "";
        foreach ((string form, byte value) in forms)
        {
            writer.WriteForm(previous, form);
            writer.WriteByte(value);
            previous = form;
        }

        List<(string Form, int Prefix, int Suffix)> grammar = [.. SeedFile.Read(root, "seeds/lexicon/clitics.tsv").Rows.SelectMany(Grammar)];
        writer.WriteVarint(grammar.Count);
        foreach ((string form, int prefix, int suffix) in grammar)
        {
            writer.WriteByte((byte)prefix);
            writer.WriteByte((byte)suffix);
            writer.WriteBytes([.. form.Select(letter => (byte)(letter - ArabicChars.Hamza))]);
        }

        return writer.ToArray();
    }

    // A word alone, and behind each conjunction.
    private static IEnumerable<(string Form, int Prefix, int Suffix)> Grammar(SeedRow row)
    {
        string[] segments = [.. row["segments"].Split('+').Select(WordLexicon.Form.Normalize)];
        SegmentKind[] kinds = [.. row["kinds"].Split('+').Select(kind => Enum.Parse<SegmentKind>(kind))];
        if (segments.Length != kinds.Length) throw new InvalidDataException($"{row["segments"]}: {segments.Length} segments, {kinds.Length} kinds.");
        (SegmentKind Kind, string Letters)[] parts = [.. kinds.Zip(segments)];
        int stem = Array.IndexOf(kinds, SegmentKind.Stem), pronoun = Array.IndexOf(kinds, SegmentKind.Pronoun);
        int before = stem >= 0 ? stem : pronoun, after = stem >= 0 ? stem + 1 : pronoun;
        int suffix = IndexOf(Affixes.Suffixes, parts[after..]);
        string form = string.Concat(segments);
        yield return (form, IndexOf(Affixes.Prefixes, parts[..before]), suffix);
        foreach (string conjunction in (string[])["\u0648", "\u0641"])
            yield return (conjunction + form, IndexOf(Affixes.Prefixes, [(SegmentKind.Conjunction, conjunction), .. parts[..before]]), suffix);
    }

    private static int IndexOf(Affix[] affixes, (SegmentKind Kind, string Letters)[] parts)
    {
        int index = Array.FindIndex(affixes, affix => affix.Parts.SequenceEqual(parts));
        return index >= 0 ? index : throw new InvalidDataException($"No affix {string.Join('+', parts.Select(part => part.Letters))} is known.");
    }
}
