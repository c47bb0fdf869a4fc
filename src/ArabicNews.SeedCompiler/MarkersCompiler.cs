namespace ArabicNews.SeedCompiler;

/// <summary>seeds/lexicon/markers.tsv → markers.bin: the words of each marker as <see cref="ArabicNormalizer.Match"/> writes them, with kind, place and colon; see <see cref="MarkerLexicon"/>.</summary>
internal static class MarkersCompiler
{
    public static byte[] Compile(string root)
    {
        var markers = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (SeedRow row in SeedFile.Read(root, "seeds/lexicon/markers.tsv").Rows)
        {
            string normal = ArabicNormalizer.Match.Normalize(row["marker"]);
            var words = new List<string>();
            foreach (TextSpan word in LineWords.Of(normal)) words.Add(normal.AsSpan(word.Start, word.Length).ToString());
            if (words.Count == 0) throw new InvalidDataException($"The marker '{row["marker"]}' has no word.");
            for (int i = 0; i < words.Count; i++)
                if (words[i] == "n") words[i] = "0";

            var kind = Enum.Parse<MarkerKind>(row["kind"].Replace("-", "", StringComparison.Ordinal), ignoreCase: true);
            var place = Enum.Parse<MarkerPlace>(row["where"], ignoreCase: true);
            int colon = row["marker"].EndsWith(':') ? 1 : 0;
            markers[$"{string.Join(' ', words)}\t{row["kind"]}\t{row["where"]}\t{colon}"] = ((int)kind << 4) | ((int)place << 1) | colon;
        }

        var writer = new DataWriter(MarkerLexicon.Magic, MarkerLexicon.Version);
        writer.WriteVarint(markers.Count);
        foreach ((string key, int value) in markers)
        {
            writer.WriteString(key[..key.IndexOf('\t', StringComparison.Ordinal)]);
            writer.WriteVarint(value);
        }

        return writer.ToArray();
    }
}
