namespace ArabicNews;

/// <summary>
/// Decides which place a name means. Without evidence the weightier place is meant; names and adjectives of a country in the text speak for its places, most of all those that
/// stand beside the name («طرابلس اللبنانية», «صور في لبنان») and those in the dateline.
/// </summary>
internal sealed class PlaceResolver
{
    private const int NearWords = 4;
    private const double PerVote = 1.2, MaxVotes = 5, Beside = 8, HeadAgrees = 3;

    private readonly Gazetteer _gazetteer;
    private readonly string _text;
    private readonly List<Word> _words;
    private readonly double[] _votes;
    private readonly Dictionary<int, int> _countryAt = [];
    private readonly Dictionary<(int Node, int Place), double> _besideScores = [];

    public PlaceResolver(Gazetteer gazetteer, string text, List<Word> words, List<FoundName> found)
    {
        _gazetteer = gazetteer;
        _text = text;
        _words = words;
        _votes = new double[gazetteer.CountryCount];
        CountDemonyms();
        foreach (FoundName name in found)
            if (name is { Kind: EntityKind.Place, Known: > 0 }) CountPlace(name);
        foreach (FoundName name in found)
        {
            if (name is not { Kind: EntityKind.Place, Known: > 0 }) continue;
            foreach (Meaning meaning in gazetteer.MeaningsAt(name.Known))
                if (meaning.Kind == MeaningKind.Place && BesideScore(name, meaning.Value) is > 0 and var score)
                    _besideScores[(name.Known, meaning.Value)] = Math.Max(score, _besideScores.GetValueOrDefault((name.Known, meaning.Value)));
        }
    }

    /// <summary>The row of the place that a name means.</summary>
    public int Resolve(FoundName name)
    {
        int best = -1;
        double bestScore = double.MinValue;
        foreach (Meaning meaning in _gazetteer.MeaningsAt(name.Known))
        {
            if (meaning.Kind != MeaningKind.Place) continue;
            PlaceRecord place = _gazetteer.Place(meaning.Value);
            double score = place.Weight - (place.NeedsCue ? 3 : 0) + (PerVote * Math.Min(MaxVotes, _votes[place.Country]))
                + BesideScore(name, meaning.Value) + (0.5 * _besideScores.GetValueOrDefault((name.Known, meaning.Value)));

            // Meanings come in no order that means anything; of equals the first row of the table.
            if (score > bestScore || (score == bestScore && meaning.Value < best)) (best, bestScore) = (meaning.Value, score);
        }

        return best;
    }

    private void CountDemonyms()
    {
        var matcher = new GazetteerMatcher(_gazetteer, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_words));
        for (int i = 0; i < _words.Count; i++)
        {
            if (matcher.Longest(i, MeaningKind.Demonym) is not { Found: true } demonym) continue;
            int country = matcher.ValueOf(demonym, MeaningKind.Demonym);
            _votes[country] += 0.5;
            _countryAt[i] = country;
        }
    }

    // A name speaks for a country when all its readings lie there.
    private void CountPlace(FoundName name)
    {
        int country = -1;
        foreach (Meaning meaning in _gazetteer.MeaningsAt(name.Known))
        {
            if (meaning.Kind != MeaningKind.Place) continue;
            int found = _gazetteer.Place(meaning.Value).Country;
            if (country >= 0 && country != found) return;
            country = found;
        }

        if (country < 0) return;
        _votes[country] += (name.Evidence & MentionEvidence.CreditLine) != 0 ? 3 : 1;
        _countryAt[name.First] = country;
    }

    private double BesideScore(FoundName name, int placeIndex)
    {
        PlaceRecord place = _gazetteer.Place(placeIndex);
        double score = 0;
        for (int i = name.End; i < Math.Min(_words.Count, name.End + NearWords) && score == 0; i++)
            if (_countryAt.TryGetValue(i, out int country) && country == place.Country) score = Beside - (i - name.End);
        if (HasShadda(name.Span.In(_text)) && HasShadda(place.Info.Name)) score += Beside;
        if (name.First > 0 && _words[name.First].Joined) score += HeadScore(name.First - 1, place.Info.Kind);
        return score;
    }

    // «عمّان» is Amman: where a text prints the doubling, it tells the city from the country.
    private static bool HasShadda(ReadOnlySpan<char> name) => name.Contains('\u0651');

    private double HeadScore(int head, PlaceKind kind)
    {
        ulong key = _words[head].Printed.Key;
        bool city = kind is PlaceKind.Capital or PlaceKind.City or PlaceKind.Town;
        if (PlaceHeads.City.Contains(key)) return city ? HeadAgrees : 0;
        if (PlaceHeads.Capital.Contains(key)) return kind == PlaceKind.Capital ? HeadAgrees : 0;
        if (PlaceHeads.Country.Contains(key)) return kind == PlaceKind.Country ? Beside : 0;
        return PlaceHeads.Region.Contains(key) && kind == PlaceKind.Region ? HeadAgrees : 0;
    }
}

/// <summary>Head words that tell the kind of the place behind them.</summary>
internal static class PlaceHeads
{
    /// <summary>مدينة بلدة</summary>
    public static readonly ulong[] City = Keys("\u0645\u062F\u064A\u0646\u0629", "\u0628\u0644\u062F\u0629");

    /// <summary>العاصمة</summary>
    public static readonly ulong[] Capital = Keys("\u0627\u0644\u0639\u0627\u0635\u0645\u0629");

    /// <summary>سلطنة دولة جمهورية مملكة</summary>
    public static readonly ulong[] Country = Keys("\u0633\u0644\u0637\u0646\u0629", "\u062F\u0648\u0644\u0629", "\u062C\u0645\u0647\u0648\u0631\u064A\u0629", "\u0645\u0645\u0644\u0643\u0629");

    /// <summary>محافظة ولاية إقليم</summary>
    public static readonly ulong[] Region = Keys("\u0645\u062D\u0627\u0641\u0638\u0629", "\u0648\u0644\u0627\u064A\u0629", "\u0625\u0642\u0644\u064A\u0645");

    /// <summary>مدينة بلدة قرية ضاحية حي مخيم, which stand before the name of a settlement and nothing else</summary>
    public static readonly ulong[] Settlement = Keys("\u0645\u062F\u064A\u0646\u0629", "\u0628\u0644\u062F\u0629", "\u0642\u0631\u064A\u0629", "\u0636\u0627\u062D\u064A\u0629", "\u062D\u064A", "\u0645\u062E\u064A\u0645");

    /// <summary>كفر دير عين تل بيت خان أم أبو رأس بني, first words of names of villages</summary>
    public static readonly ulong[] Toponym = Keys("\u0643\u0641\u0631", "\u062F\u064A\u0631", "\u0639\u064A\u0646", "\u062A\u0644", "\u0628\u064A\u062A", "\u062E\u0627\u0646", "\u0623\u0645", "\u0623\u0628\u0648", "\u0631\u0623\u0633", "\u0628\u0646\u064A");

    private static ulong[] Keys(params string[] words) => Array.ConvertAll(words, word => TextWords.KeyOf(word));
}
