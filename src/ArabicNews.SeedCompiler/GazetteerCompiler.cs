using System.Globalization;

namespace ArabicNews.SeedCompiler;

/// <summary>seeds/lexicon places, demonyms, people, organizations, name-tokens, titles and body-heads → gazetteer.bin; see <see cref="Gazetteer"/>.</summary>
internal sealed class GazetteerCompiler
{
    private const string Article = "\u0627\u0644";

    private static readonly string[] s_tables = ["places", "demonyms", "people", "organizations", "name-tokens", "titles", "body-heads"];

    private static readonly string[] s_roles =
    [
        "activist", "business", "culture", "foreign-minister", "head-of-government", "head-of-state", "history", "international-body", "militant", "military", "minister", "nobel", "official", "politician",
        "religious", "royal", "science", "sport",
    ];

    private static readonly string[] s_offices = ["foreign-minister", "head-of-government", "head-of-state", "militant", "military", "minister", "official", "politician", "royal"];

    private readonly SortedDictionary<string, NameParts> _words = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, SortedSet<(MeaningKind Kind, int Value)>> _phrases = new(StringComparer.Ordinal);
    private readonly string _root;
    private readonly string[] _countries;

    private GazetteerCompiler(string root)
    {
        _root = root;
        _countries = Rows("places").Select(row => row["country"]).Append("").Concat(Rows("demonyms").Select(row => row["country"]))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
    }

    public static byte[] Compile(string root) => new GazetteerCompiler(root).Compile();

    private byte[] Compile()
    {
        AddNameTokens();
        AddTitles();
        AddDemonyms();
        var tables = new DataWriter(Gazetteer.Magic, Gazetteer.FormatVersion);
        DataWriter places = WritePlaces(), people = WritePeople(), organizations = WriteOrganizations();

        tables.WriteString(NewestDate());
        tables.WriteForms([.. _words.Keys]);
        tables.WriteBytes([.. _words.Values.Select(parts => (byte)parts)]);
        tables.WriteSortedStrings(_countries);
        foreach (DataWriter table in (DataWriter[])[places, people, organizations]) tables.Append(table);

        string[] words = [.. _words.Keys];
        tables.WriteVarint(_phrases.Count);
        tables.WriteVarint(1 + _phrases.Keys.SelectMany(Beginnings).Distinct(StringComparer.Ordinal).Count());
        tables.WriteVarint(_phrases.Values.Sum(meanings => meanings.Count));
        foreach ((string phrase, SortedSet<(MeaningKind Kind, int Value)> meanings) in _phrases)
        {
            string[] parts = phrase.Split(' ');
            tables.WriteByte((byte)parts.Length);
            foreach (string part in parts) tables.WriteVarint(Array.BinarySearch(words, part, StringComparer.Ordinal));
            tables.WriteVarint(meanings.Count);
            foreach ((MeaningKind kind, int value) in meanings)
            {
                tables.WriteByte((byte)kind);
                tables.WriteVarint(value);
            }
        }

        return tables.ToArray();
    }

    // The nodes that a phrase needs: one for each of its beginnings, of one word and more.
    private static IEnumerable<string> Beginnings(string phrase)
    {
        for (int i = 0; i < phrase.Length; i++)
            if (phrase[i] == ' ') yield return phrase[..i];
        yield return phrase;
    }

    private string NewestDate() => s_tables.Select(table => SeedFile.Read(_root, $"seeds/lexicon/{table}.tsv").Date).Max(StringComparer.Ordinal)!;

    private void AddNameTokens()
    {
        foreach (SeedRow row in Rows("name-tokens"))
        {
            if (PhraseOf(row["token"]) is not { } token || token.Contains(' ', StringComparison.Ordinal)) continue;
            var parts = NameParts.None;
            foreach (string kind in row["kind"].Split('|'))
                parts |= kind switch
                {
                    "given" => NameParts.Given,
                    "family" => NameParts.Family,
                    "both" => NameParts.Given | NameParts.Family,
                    "particle" => NameParts.Particle,
                    _ => throw new InvalidDataException($"name-tokens.tsv: unknown kind '{kind}' of '{row["token"]}'."),
                };
            if (row["common"] == "1") parts |= NameParts.Common;
            _words[token] = _words.GetValueOrDefault(token) | parts;
        }
    }

    private void AddTitles()
    {
        foreach (SeedRow row in Rows("titles"))
            AddPhrase(row["title"], row["kind"] switch
            {
                "head" => MeaningKind.Title,
                "verb" => MeaningKind.SpeechVerb,
                "place" => MeaningKind.PlaceHead,
                "organization" => MeaningKind.OrganizationHead,
                string kind => throw new InvalidDataException($"titles.tsv: unknown kind '{kind}' of '{row["title"]}'."),
            }, row["country_follows"] == "1" ? 1 : 0);
        foreach (SeedRow row in Rows("body-heads")) AddPhrase(row["head"], MeaningKind.BodyHead, (int)HeadTakesOf(row));
    }

    private static HeadTakes HeadTakesOf(SeedRow row)
    {
        HeadTakes takes = row["names"] switch
        {
            "body" => HeadTakes.None,
            "club" => HeadTakes.Club,
            "thing" => HeadTakes.Unreported,
            string names => throw new InvalidDataException($"body-heads.tsv: '{row["head"]}' names '{names}'."),
        };
        foreach (string kind in row["takes"].Split('|'))
            takes |= kind switch
            {
                "place" => HeadTakes.Place,
                "person" => HeadTakes.Person,
                _ => throw new InvalidDataException($"body-heads.tsv: '{row["head"]}' takes '{kind}'."),
            };
        return takes;
    }

    private void AddDemonyms()
    {
        foreach (SeedRow row in Rows("demonyms"))
        {
            int value = CountryOf(row) | (row["common"] == "1" ? NationalityReader.CommonFlag : 0);
            foreach (string form in Names(row, "demonym", "feminine", "plural", "aliases"))
            {
                // «الجنوب أفريقي», but «الكوري الجنوبي»: an adjective behind an adjective has the article too.
                AddPhrase(form, MeaningKind.Demonym, value);
                AddPhrase(Article + form, MeaningKind.Demonym, value);
                AddPhrase(Article + form.Replace(" ", " " + Article, StringComparison.Ordinal), MeaningKind.Demonym, value);
            }
        }
    }

    private DataWriter WritePlaces()
    {
        IReadOnlyList<SeedRow> rows = Rows("places");
        var indexes = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < rows.Count; i++)
            if (!indexes.TryAdd(rows[i]["id"], i)) throw new InvalidDataException($"places.tsv: the id '{rows[i]["id"]}' stands twice.");

        var table = new DataWriter();
        table.WriteVarint(rows.Count);
        for (int i = 0; i < rows.Count; i++)
        {
            SeedRow row = rows[i];
            var place = new DataWriter();
            place.WriteString(row["id"]);
            place.WriteString(row["name"]);
            place.WriteString(row["english"]);
            place.WriteVarint(CountryOf(row));
            place.WriteString(SubdivisionOf(row));
            place.WriteByte((byte)Enum.Parse<PlaceKind>(row["kind"], ignoreCase: true));
            place.WriteByte(row["cue"] == "1" ? (byte)1 : (byte)0);
            place.WriteSignedVarint(Degrees(row["latitude"], 90));
            place.WriteSignedVarint(Degrees(row["longitude"], 180));
            place.WriteVarint(row["population"].Length == 0 ? 0 : (int)Math.Min(int.MaxValue, long.Parse(row["population"], CultureInfo.InvariantCulture)));
            string group = row["groups_with"];
            place.WriteVarint(group.Length == 0 ? 0 : (indexes.TryGetValue(group, out int target) ? target + 1 : throw new InvalidDataException($"places.tsv: no id '{group}' to group with.")));
            place.WriteString(PlaceRecord.MostMarked(Names(row, "name", "aliases")) ?? "");
            table.WriteRow(place);
            foreach (string name in Names(row, "name", "aliases")) AddPhrase(row["kind"] == "capital" || !row["name"].Equals(name, StringComparison.Ordinal) ? WithoutHead(name) : name, MeaningKind.Place, i);
        }

        return table;
    }

    private DataWriter WritePeople()
    {
        IReadOnlyList<SeedRow> rows = Rows("people");
        var table = new DataWriter();
        table.WriteVarint(rows.Count);
        for (int i = 0; i < rows.Count; i++)
        {
            table.WriteRow(PersonOf(rows[i]));
            foreach (string name in Names(rows[i], "name", "aliases")) AddPhrase(name, name.Contains(' ', StringComparison.Ordinal) ? MeaningKind.Person : MeaningKind.PersonShort, i);
            foreach (string name in Names(rows[i], "short")) AddPhrase(name, MeaningKind.PersonShort, i);
        }

        return table;
    }

    // The country for which somebody speaks by office, in its column; -1 of athletes, artists and heads of international bodies, who are named in news of other countries.
    private int LedCountryOf(SeedRow person) =>
        s_offices.Contains(person["role"]) && Array.BinarySearch(_countries, person["country"], StringComparer.Ordinal) is > 0 and var country ? country : -1;

    private DataWriter PersonOf(SeedRow row)
    {
        DataWriter person = NameOf(row, LatinOf(row));
        person.WriteVarint(LedCountryOf(row) + 1);
        return person;
    }

    private static DataWriter NameOf(SeedRow row, string latin)
    {
        var name = new DataWriter();
        name.WriteString(row["id"]);
        name.WriteString(row["name"]);
        name.WriteString(latin);
        return name;
    }

    private static string LatinOf(SeedRow person)
    {
        if (!s_roles.Contains(person["role"])) throw new InvalidDataException($"people.tsv: '{person["id"]}' is a '{person["role"]}', which is none of {string.Join(", ", s_roles)}.");
        return person["latin"].Length > 0 ? person["latin"] : throw new InvalidDataException($"people.tsv: '{person["id"]}' has no Latin name.");
    }

    private DataWriter WriteOrganizations()
    {
        IReadOnlyList<SeedRow> rows = Rows("organizations");
        var table = new DataWriter();
        table.WriteVarint(rows.Count);
        for (int i = 0; i < rows.Count; i++)
        {
            table.WriteRow(NameOf(rows[i], ""));
            foreach (string name in Names(rows[i], "name", "aliases")) AddPhrase(name, MeaningKind.Organization, i);
        }

        return table;
    }

    // «مدينة الكويت» names الكويت: the head word is no part of the name. It is of «مدينة نصر», whose row bears it as its name and is no capital.
    private static string WithoutHead(string name)
    {
        foreach (string head in (string[])["\u0645\u062F\u064A\u0646\u0629 ", "\u062F\u0648\u0644\u0629 "])
            if (name.StartsWith(head, StringComparison.Ordinal)) return name[head.Length..];
        return name;
    }

    // ISO 3166-2: the country or, of what lies in a disputed area, another one, a hyphen and one to three letters or digits.
    private static string SubdivisionOf(SeedRow row)
    {
        string code = row["subdivision"];
        bool isCode = code.Length == 0 || (code.Length is >= 4 and <= 6 && code[2] == '-' && code.All(sign => char.IsAsciiLetterUpper(sign) || char.IsAsciiDigit(sign) || sign == '-'));
        return isCode ? code : throw new InvalidDataException($"places.tsv: '{row["id"]}' lies in '{code}'.");
    }

    private static int Degrees(string text, int limit)
    {
        double degrees = double.Parse(text, CultureInfo.InvariantCulture);
        if (Math.Abs(degrees) > limit) throw new InvalidDataException($"places.tsv: {text} degrees.");
        return (int)Math.Round(degrees * 10_000, MidpointRounding.AwayFromZero);
    }

    private int CountryOf(SeedRow row) => Array.BinarySearch(_countries, row["country"], StringComparer.Ordinal);

    private IReadOnlyList<SeedRow> Rows(string table) => SeedFile.ReadIfPresent(_root, $"seeds/lexicon/{table}.tsv");

    private static IEnumerable<string> Names(SeedRow row, params string[] columns) =>
        columns.SelectMany(column => row[column].Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Distinct(StringComparer.Ordinal);

    private void AddPhrase(string name, MeaningKind kind, int value)
    {
        if (PhraseOf(name) is not { } phrase) return;
        foreach (string word in phrase.Split(' ')) _words.TryAdd(word, NameParts.None);
        if (!_phrases.TryGetValue(phrase, out SortedSet<(MeaningKind, int)>? meanings)) _phrases.Add(phrase, meanings = []);
        meanings.Add((kind, value));
    }

    // The words of a name as the matcher reads them, or null for one with words that no Arabic text writes.
    private static string? PhraseOf(string name)
    {
        var words = new List<string>();
        foreach (Token token in ArabicTokenizer.Tokenize(name))
        {
            if (token.Kind is TokenKind.Punctuation or TokenKind.Symbol) continue;
            string word = ArabicNormalizer.Match.Normalize(name[(Range)token.Span]);
            if (token.Kind != TokenKind.Word || TextWords.KeyOf(word) == 0) return null;
            words.Add(word);
        }

        return words.Count is > 0 and <= byte.MaxValue ? string.Join(' ', words) : null;
    }
}
