namespace ArabicNews.SeedCompiler;

/// <summary>seeds/lexicon agencies, outlets, places, name-tokens and credit-words → credits.bin; see <see cref="CreditLexicon"/>.</summary>
internal sealed class CreditLexiconCompiler
{
    private readonly SortedDictionary<string, CreditMeanings> _phrases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _agencies = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, SortedSet<string>> _outlets = new(StringComparer.Ordinal);
    private readonly string _root;

    private CreditLexiconCompiler(string root) => _root = root;

    public static byte[] Compile(string root) => new CreditLexiconCompiler(root).Compile();

    private byte[] Compile()
    {
        string[] agencyNames = AddAgencies();
        AddOutlets();
        AddPlaces();
        foreach (SeedRow row in Rows("credit-words")) Add(row["word"], MeaningOf(row["kind"]));
        AddNameTokens();

        var writer = new DataWriter(CreditLexicon.Magic, CreditLexicon.Version);
        writer.WriteVarint(agencyNames.Length);
        foreach (string name in agencyNames) writer.WriteString(name);
        string[] phrases = [.. _phrases.Keys];
        writer.WriteSortedStrings(phrases);
        foreach ((string phrase, CreditMeanings meanings) in _phrases)
        {
            writer.WriteVarint((int)meanings);
            if ((meanings & CreditMeanings.Agency) != 0) writer.WriteVarint(_agencies[phrase]);
        }

        writer.WriteSortedStrings([.. _outlets.Keys]);
        foreach (SortedSet<string> spellings in _outlets.Values)
        {
            writer.WriteVarint(spellings.Count);
            foreach (string spelling in spellings) writer.WriteVarint(Array.BinarySearch(phrases, spelling, StringComparer.Ordinal));
        }

        return writer.ToArray();
    }

    private string[] AddAgencies()
    {
        IReadOnlyList<SeedRow> rows = Rows("agencies");
        for (int i = 0; i < rows.Count; i++)
            foreach (string name in Names(rows[i]))
            {
                // The aliases of a name that is an ordinary word spell it out, and are not.
                bool common = rows[i]["common"] == "1" && name == rows[i]["name"];
                if (Add(name, CreditMeanings.Agency | (common ? CreditMeanings.CommonAgency : 0)) is { } phrase) _agencies.TryAdd(phrase, i);
            }

        return [.. rows.Select(row => row["name"])];
    }

    private void AddOutlets()
    {
        foreach (SeedRow row in Rows("outlets"))
        {
            string[] spellings = [.. Names(row).Select(name => Add(name, CreditMeanings.Outlet | (row["common"] == "1" && name == row["name"] ? CreditMeanings.CommonOutlet : 0))).OfType<string>()];
            foreach (string key in row["keys"].Split('|').Append(PhraseOf(row["name"])!))
            {
                if (!_outlets.TryGetValue(key, out SortedSet<string>? known)) _outlets.Add(key, known = new(StringComparer.Ordinal));
                known.UnionWith(spellings);
            }
        }
    }

    private void AddPlaces()
    {
        foreach (SeedRow row in Rows("places"))
        {
            CreditMeanings meaning = CreditMeanings.Place
                | (row["kind"] == "country" ? CreditMeanings.Country : 0) | (row["cue"] == "1" ? CreditMeanings.CommonPlace : 0);
            string[] names = [.. Names(row)];

            // Credits name a country without its form of state: «عمان», not «سلطنة عمان».
            foreach (string name in names)
                if (row["kind"] != "country" || !names.Any(bare => name.EndsWith(' ' + bare, StringComparison.Ordinal) && !name.AsSpan(0, name.Length - bare.Length - 1).Contains(' '))) Add(name, meaning);
        }
    }

    private void AddNameTokens()
    {
        foreach (SeedRow row in Rows("name-tokens"))
        {
            var meaning = CreditMeanings.None;
            foreach (string kind in row["kind"].Split('|'))
                meaning |= kind switch
                {
                    "given" => CreditMeanings.GivenName,
                    "family" => CreditMeanings.FamilyName,
                    "both" => CreditMeanings.GivenName | CreditMeanings.FamilyName,
                    "particle" => CreditMeanings.NameParticle,
                    _ => throw new InvalidDataException($"name-tokens.tsv: unknown kind '{kind}' of '{row["token"]}'."),
                };
            if (row["common"] == "1") meaning |= CreditMeanings.CommonName;
            Add(row["token"], meaning);
        }
    }

    private static CreditMeanings MeaningOf(string kind) => kind switch
    {
        "writer" or "editor" or "translator" or "photographer" => CreditMeanings.Role,
        "office" => CreditMeanings.Office,
        "medium" => CreditMeanings.Medium,
        "desk" => CreditMeanings.Desk,
        "honorific" => CreditMeanings.Honorific,
        "name-particle" => CreditMeanings.NameParticle,
        "body" => CreditMeanings.Body,
        "place-head" => CreditMeanings.PlaceHead,
        "source-label" => CreditMeanings.SourceLabel,
        "lead-verb" => CreditMeanings.LeadVerb,
        _ => throw new InvalidDataException($"credit-words.tsv: unknown kind '{kind}'."),
    };

    // The phrase under which it was added; null for one that is too long or has no word. A row whose name is not common makes the phrase uncommon for all:
    // the paper عمان and the city عمان leave the city a city.
    private string? Add(string name, CreditMeanings meaning)
    {
        if (PhraseOf(name) is not { } phrase) return null;
        CreditMeanings known = _phrases.GetValueOrDefault(phrase);
        foreach ((CreditMeanings kind, CreditMeanings common) in s_common)
            if ((known & kind) != 0 && (meaning & kind) != 0 && (known & meaning & common) == 0)
            {
                known &= ~common;
                meaning &= ~common;
            }

        _phrases[phrase] = known | meaning;
        return phrase;
    }

    private static readonly (CreditMeanings Kind, CreditMeanings Common)[] s_common =
    [
        (CreditMeanings.Agency, CreditMeanings.CommonAgency),
        (CreditMeanings.Outlet, CreditMeanings.CommonOutlet),
        (CreditMeanings.Place, CreditMeanings.CommonPlace),
    ];

    private static string? PhraseOf(string name)
    {
        var words = new List<string>();
        foreach (Token token in ArabicTokenizer.Tokenize(name))
            if (token.Kind is not (TokenKind.Punctuation or TokenKind.Symbol)) words.Add(ArabicNormalizer.Match.Normalize(name[(Range)token.Span]));
        return words.Count is > 0 and <= CreditLexicon.MaxWords ? string.Join(' ', words) : null;
    }

    private static IEnumerable<string> Names(SeedRow row) =>
        row["aliases"].Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Prepend(row["name"]);

    private IReadOnlyList<SeedRow> Rows(string table) => SeedFile.ReadIfPresent(_root, $"seeds/lexicon/{table}.tsv");
}
