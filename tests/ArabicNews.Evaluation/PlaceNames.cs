namespace ArabicNews.Evaluation;

/// <summary>Names of places as texts print them, and which of them need a decision.</summary>
internal static class PlaceNames
{
    private const char Alef = '\u0627', Lam = '\u0644';

    // A letter with more marks than that is none that anybody prints.
    private const int LetterWithMarks = 8;

    /// <summary>
    /// The name of a mention, as a gazetteer would list it: of «للأرجنتين» the mention is «لأرجنتين», since the alef of its article is not printed. «للبنان» is ل before لبنان, so what is a name as printed stays.
    /// </summary>
    public static string Of(string text, TextSpan span)
    {
        string name = span.In(text).ToString();
        return StartsWithLam(name) && IsBehindLam(text, span.Start) && Gazetteer.Default.FindPlaces(name).IsEmpty ? Alef + name : name;
    }

    /// <summary>
    /// Whether places of one name are two or more different places. A city and the region it lies in («حلب») are one here: a region counts only where no settlement of its country bears the name.
    /// (The gazetteer does not say what lies in what; of its regions and settlements with one name in one country, each is such a pair.) A country and its capital («تونس») are two.
    /// </summary>
    public static bool AreDifferent(IReadOnlyCollection<PlaceInfo> places) =>
        places.Count(place => place.Kind != PlaceKind.Region || !places.Any(other => IsSettlement(other.Kind) && other.CountryCode == place.CountryCode)) > 1;

    private static bool IsSettlement(PlaceKind kind) => kind is PlaceKind.Capital or PlaceKind.City or PlaceKind.Town;

    private static bool StartsWithLam(string name) => ArabicNormalizer.Match.Normalize(name).StartsWith(Lam);

    private static bool IsBehindLam(string text, int start) => ArabicNormalizer.Match.Normalize(text[Math.Max(0, start - LetterWithMarks)..start]).EndsWith(Lam);
}
