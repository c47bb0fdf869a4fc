using System.Globalization;

namespace ArabicNews.SeedCompiler;

/// <summary>The lists of <c>gazetteer/</c> in the shared data as <see cref="NameLists"/>: NERAr (BSD-2), NETransliteration (MIT), dr5hn and GeoNames (ODbL, CC BY).</summary>
internal sealed class NameListsCompiler
{
    private const int OftenCount = 100;

    /// <summary>The files that are read.</summary>
    public static readonly string[] Files = ["person_fullnames.tsv", "organizations.tsv", "locations_misc.tsv", "places.tsv", "person_name_tokens.tsv", "arabic_names.tsv"];

    private readonly SortedDictionary<uint, ListedAs> _phrases = [];
    private readonly Dictionary<ulong, int> _first = [], _last = [];

    public static (uint[] Fingerprints, ushort[] Values) Compile(string sharedData)
    {
        var compiler = new NameListsCompiler();
        string folder = Path.Combine(sharedData, "gazetteer");
        foreach (string[] row in Rows(folder, "person_fullnames.tsv")) compiler.AddPerson(row[0]);
        compiler.AddEnds();
        foreach (string[] row in Rows(folder, "organizations.tsv")) compiler.Add(row[0], ListedAs.Organization);
        foreach (string[] row in Rows(folder, "locations_misc.tsv")) compiler.Add(row[0], ListedAs.Place);
        foreach (string[] row in Rows(folder, "places.tsv"))
        {
            bool doubtful = row[10] == "1";
            foreach (string name in row[2].Split('|').Prepend(row[1])) compiler.Add(name, doubtful ? ListedAs.DoubtfulPlace : ListedAs.Place);
        }

        foreach (string[] row in Rows(folder, "person_name_tokens.tsv"))
            compiler.Add(row[0], int.Parse(row[2], CultureInfo.InvariantCulture) >= OftenCount ? ListedAs.Name | ListedAs.OftenName : ListedAs.Name);
        foreach (string[] row in Rows(folder, "arabic_names.tsv")) compiler.Add(row[0], ListedAs.Name | ListedAs.OftenName);
        return ([.. compiler._phrases.Keys], [.. compiler._phrases.Values.Select(value => (ushort)value)]);
    }

    private static IEnumerable<string[]> Rows(string folder, string file) =>
        from line in File.ReadLines(Path.Combine(folder, file))
        where line.Length > 0 && line[0] != '#'
        select line.Split('\t');

    private void AddPerson(string name)
    {
        List<ulong> words = KeysOf(name);
        if (words.Count < 2 || words.Count > NameLists.MaxWords) return;
        Add(words, ListedAs.Person);
        _first[words[0]] = _first.GetValueOrDefault(words[0]) + 1;
        _last[words[^1]] = _last.GetValueOrDefault(words[^1]) + 1;
    }

    private void AddEnds()
    {
        foreach ((ulong word, int count) in _first)
            if (count > 1) Add([word], ListedAs.First);
        foreach ((ulong word, int count) in _last)
            if (count > 1) Add([word], ListedAs.Last);
    }

    private void Add(string name, ListedAs value)
    {
        List<ulong> words = KeysOf(name);
        if (words.Count > 0 && words.Count <= NameLists.MaxWords) Add(words, value);
    }

    private void Add(List<ulong> words, ListedAs value)
    {
        ulong phrase = words[0];
        foreach (ulong word in words.Skip(1)) phrase = NameLists.Join(phrase, word);
        uint fingerprint = NameLists.FingerprintOf(phrase);
        _phrases[fingerprint] = _phrases.GetValueOrDefault(fingerprint) | value;
    }

    private static List<ulong> KeysOf(string name)
    {
        var keys = new List<ulong>();
        foreach (Token token in ArabicTokenizer.Tokenize(name))
        {
            if (token.Kind is TokenKind.Punctuation or TokenKind.Symbol) continue;
            ulong key = TextWords.KeyOf(token.Span.In(name));
            if (key == 0) return [];
            keys.Add(key);
        }

        return keys;
    }
}
