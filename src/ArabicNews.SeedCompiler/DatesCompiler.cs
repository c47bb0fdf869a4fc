using System.Globalization;

namespace ArabicNews.SeedCompiler;

/// <summary>The lists of months, weekdays, numbers, words and time zones of dates → dates.bin; see <see cref="DateLexicon"/>.</summary>
internal static class DatesCompiler
{
    public static byte[] Compile(string root)
    {
        var phrases = new SortedDictionary<string, SortedSet<(DateWord Kind, int Value)>>(StringComparer.Ordinal);
        foreach (SeedRow row in SeedFile.Read(root, "seeds/lexicon/months.tsv").Rows)
            Add(row["name"], row["calendar"] == "hijri" ? DateWord.HijriMonth : DateWord.Month, row.Int("month"));
        foreach (SeedRow row in SeedFile.Read(root, "seeds/lexicon/weekdays.tsv").Rows)
            Add(row["name"], DateWord.Weekday, row.Int("day"));
        foreach (SeedRow row in SeedFile.Read(root, "seeds/lexicon/number-words.tsv").Rows)
            Add(row["word"], Enum.Parse<DateWord>(row["kind"], ignoreCase: true), row.Int("value"));
        foreach (SeedRow row in SeedFile.Read(root, "seeds/lexicon/date-words.tsv").Rows)
        {
            DateWord kind = Enum.Parse<DateWord>(row["kind"], ignoreCase: true);
            Add(row["word"], kind, ValueOf(kind, row["value"]));
        }

        IReadOnlyList<SeedRow> names = SeedFile.Read(root, "seeds/lexicon/time-zones.tsv").Rows;
        string[] zones = ["local", .. names.Select(row => row["zone"]).Where(zone => zone != "local").Distinct().Order(StringComparer.Ordinal)];
        foreach (SeedRow row in names)
            Add(row["name"], row["bare"] == "yes" ? DateWord.BareZone : DateWord.Zone, Array.IndexOf(zones, row["zone"]));

        var writer = new DataWriter(DateLexicon.Magic, DateLexicon.Version);
        writer.WriteSortedStrings([.. phrases.Keys]);
        foreach (SortedSet<(DateWord Kind, int Value)> meanings in phrases.Values)
        {
            writer.WriteVarint(meanings.Count);
            foreach ((DateWord kind, int value) in meanings)
            {
                writer.WriteByte((byte)kind);
                writer.WriteSignedVarint(value);
            }
        }

        WriteZones(writer, SeedFile.Read(root, "seeds/lexicon/time-zone-rules.tsv").Rows, zones);
        return writer.ToArray();

        void Add(string word, DateWord kind, int value)
        {
            string phrase = DateItems.Spell(ArabicNormalizer.Match.Normalize(word));
            if (!phrases.TryGetValue(phrase, out var meanings)) phrases.Add(phrase, meanings = []);
            if (meanings.Any(meaning => meaning.Kind == kind && meaning.Value != value))
                throw new InvalidDataException($"'{word}' has two values as {kind}.");
            meanings.Add((kind, value));
        }
    }

    private static int ValueOf(DateWord kind, string value) => kind switch
    {
        DateWord.Unit or DateWord.Units or DateWord.Two or DateWord.Few or DateWord.Period => (int)Enum.Parse<DateUnit>(value, ignoreCase: true),
        DateWord.Meridiem => (int)Enum.Parse<DateMeridiem>(value, ignoreCase: true),
        DateWord.Era => (int)Enum.Parse<DateEra>(value, ignoreCase: true),
        _ => int.Parse(value, CultureInfo.InvariantCulture),
    };

    private static void WriteZones(DataWriter writer, IReadOnlyList<SeedRow> rules, string[] zones)
    {
        writer.WriteVarint(rules.Count);
        foreach (SeedRow row in rules)
        {
            int zone = Array.IndexOf(zones, row["zone"]);
            if (zone < 0) throw new InvalidDataException($"No name leads to the zone '{row["zone"]}'.");
            string offset = row["offset"];
            int minutes = (int.Parse(offset.AsSpan(1, 2), CultureInfo.InvariantCulture) * 60) + int.Parse(offset.AsSpan(4, 2), CultureInfo.InvariantCulture);
            writer.WriteVarint(zone);
            writer.WriteVarint(row["from"].Length == 0 ? 1 : row.Int("from"));
            writer.WriteVarint(row["to"].Length == 0 ? 9999 : row.Int("to"));
            writer.WriteSignedVarint(offset[0] == '-' ? -minutes : minutes);
            writer.WriteByte((byte)(row["rule"].Length == 0 ? DateZones.SummerTime.None : Enum.Parse<DateZones.SummerTime>(row["rule"], ignoreCase: true)));
        }
    }
}
