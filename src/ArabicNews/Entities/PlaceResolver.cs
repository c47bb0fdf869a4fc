using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace ArabicNews;

/// <summary>What speaks for one reading of a place's name, in points of about a factor of ten of population.</summary>
internal struct PlaceScore
{
    public double Weight, NeedsCue, Country, Near, CountryBeside, Marks, Head, Capital, Row, Anywhere, Dateline;

    /// <summary>What stands at the name itself.</summary>
    public readonly double BesideTotal => CountryBeside + Marks + Head + Capital + Row;

    public readonly double Total => Weight + NeedsCue + Country + Near + BesideTotal + Anywhere + Dateline;
}

/// <summary>
/// Decides which place a name means. Without evidence the weightier place is meant: countries before capitals, large cities before small ones. For a place speak, from strong to weak: marks that only its name has
/// («عُمان», «عمّان»), a name or adjective of its country beside («طرابلس اللبنانية», «صور في لبنان»), a head word of its kind («مدينة تونس»), a dateline for cities, other places of its country and adjectives
/// of it and those who lead it anywhere in the text, those of the dateline counting most, other places near it on the map or in its division, and the outlet's country.
/// </summary>
internal sealed class PlaceResolver
{
    private const int NearWords = 4, MaxAnchors = 64;
    private const double PerVote = 1.2, MaxVotes = 5, OfCredits = 3, Beside = 8, WithoutCue = 3, HeadAgrees = 3, DatelineIsCity = 3, NearKilometres = 150, PerNearPlace = 2, MaxNear = 3, InDivision = 0.75;
    private const double OnlyNamed = 2.5, InRow = 4, PerInnerVote = 1.5, PerOuterVote = 0.5, MaxOuterVotes = 2;

    private static readonly SearchValues<char> s_sentenceEnds = SearchValues.Create(".!?\u061F\r\n\u2028\u2029");

    private readonly Gazetteer _gazetteer;
    private readonly string _text;
    private readonly List<Word> _words;
    private readonly double[] _votes, _innerVotes;
    private readonly Dictionary<int, int> _countryAt = [];
    private readonly Dictionary<int, double> _fullNameVotes = [];
    private readonly Dictionary<int, PlaceSort> _sorts = [];
    private readonly ScoreTable _besideScores = new();
    private readonly ScoreTable _nearScores = new();
    private readonly HashSet<int> _anchors = [];
    private readonly Dictionary<int, FoundName> _placeAt = [], _placeBefore = [];

    private readonly EntityTrace? _trace;

    public PlaceResolver(Gazetteer gazetteer, string text, List<Word> words, List<FoundName> found, List<FoundNationality> nationalities, string? homeCountry, EntityTrace? trace)
    {
        _trace = trace;
        _gazetteer = gazetteer;
        _text = text;
        _words = words;
        _votes = new double[gazetteer.CountryCount];
        _innerVotes = new double[gazetteer.CountryCount];
        if (homeCountry is not null && gazetteer.CountryIndexOf(homeCountry) is >= 0 and var home) Vote(home, OfCredits, CountryVoteKind.Outlet, default);
        foreach (FoundName name in found)
        {
            if (name is not { Kind: EntityKind.Place, Known: > 0 }) continue;
            _placeAt[name.First] = name;
            _placeBefore[name.End] = name;
        }

        foreach (FoundName name in found)
            if (name is { Kind: EntityKind.Place, Known: > 0 }) CountPlace(name);
        Nationalities = CountNationalities(nationalities);
        CountPeople(found);
        foreach (FoundName name in found)
        {
            if (name is not { Kind: EntityKind.Place, Known: > 0 }) continue;
            foreach (Meaning meaning in gazetteer.MeaningsAt(name.Known))
            {
                if (meaning.Kind != MeaningKind.Place || BesideScoreOf(name, meaning.Value).BesideTotal is not (> 0 and var score)) continue;
                _besideScores.TryGet(BesideKey(name, meaning), out double before);
                _besideScores.Set(BesideKey(name, meaning), Math.Max(score, before));
            }
        }
    }

    private void Vote(int country, double votes, CountryVoteKind kind, TextSpan span)
    {
        _votes[country] += votes;
        _trace?.Vote(country, votes, kind, span);
    }

    /// <summary>The adjectives of nationality that are believed, in text order.</summary>
    public ImmutableArray<Nationality> Nationalities { get; }

    /// <summary>The row of the place that a name means.</summary>
    public int Resolve(FoundName name)
    {
        int best = -1;
        double bestScore = double.MinValue;
        bool isDateline = IsDateline(name);
        int country = _gazetteer.CountryNamed(name.Known), onlyNamed = OnlyNamedCountry(name.Known);
        foreach (Meaning meaning in _gazetteer.MeaningsAt(name.Known))
        {
            if (meaning.Kind != MeaningKind.Place) continue;
            PlaceScore parts = ScoreOf(name, meaning, isDateline, country, onlyNamed);
            double score = parts.Total;
            _trace?.Reading(name, meaning.Value, parts);

            // Meanings come in no order that means anything; of equals the first row of the table.
            if (score > bestScore || (score == bestScore && meaning.Value < best)) (best, bestScore) = (meaning.Value, score);
        }

        return best;
    }

    // Against a country of the name a capital has the voices of its own, as every city has; where the text names the one country and no other of the name («عمان» and the Jordan, «طرابلس» and Lebanon), that says more than a voice. A state or a town has those of places in its country, while that
    // itself may be named in any news: the Georgia of which Washington speaks is not for that in the United States.
    // Who writes «سلطنة عمان» says nothing of what a bare «عمان» means.
    private double CountryScore(PlaceRecord place, int country, int onlyNamed)
    {
        double votes = _votes[place.Country];
        if (country == place.Country) return PerVote * Math.Min(MaxVotes, votes - _fullNameVotes.GetValueOrDefault(country));
        if (country < 0 || place.Info.Kind == PlaceKind.Capital) return (PerVote * Math.Min(MaxVotes, votes)) + (place.Country == onlyNamed ? OnlyNamed : 0);

        // A text that names Tbilisi or Georgians means their country where it writes no more than «جورجيا».
        if (_votes[country] - _fullNameVotes.GetValueOrDefault(country) >= 1) return 0;
        double inner = _innerVotes[place.Country];
        return PerVote * Math.Min(MaxVotes, (PerInnerVote * inner) + Math.Min(MaxOuterVotes, PerOuterVote * (votes - inner)));
    }

    // The one country of those where places of a name lie that the text names; -1 where it names none of them, or several, or where all lie in one.
    private int OnlyNamedCountry(int node)
    {
        int named = -1;
        bool hasOthers = false;
        foreach (Meaning meaning in _gazetteer.MeaningsAt(node))
        {
            if (meaning.Kind != MeaningKind.Place || _gazetteer.Place(meaning.Value).Country is var country && country == named) continue;
            if (_votes[country] == 0) hasOthers = true;
            else if (named >= 0) return -1;
            else named = country;
        }

        return hasOthers ? named : -1;
    }

    private PlaceScore ScoreOf(FoundName name, Meaning meaning, bool isDateline, int country, int onlyNamed)
    {
        PlaceRecord place = _gazetteer.Place(meaning.Value);
        _besideScores.TryGet(BesideKey(name, meaning), out double anywhere);
        PlaceScore score = BesideScoreOf(name, meaning.Value);
        score.Weight = place.Weight;
        score.NeedsCue = place.NeedsCue ? -WithoutCue : 0;
        score.Country = CountryScore(place, country, onlyNamed);
        score.Near = NearScore(name, meaning.Value);
        score.Anywhere = 0.5 * anywhere;
        score.Dateline = isDateline && place.Info.Kind.IsSettlement() ? DatelineIsCity : 0;
        return score;
    }

    /// <summary>Whether a place of the text, by which others are told to be near, is near to this one.</summary>
    public static bool IsNear(PlaceInfo place, PlaceInfo anchor) => IsSpot(place) && Nearness(place, anchor) > 0;

    /// <summary>Whether an adjective of the place's country stands right behind the name.</summary>
    public bool HasNationality(FoundName name, int placeIndex) =>
        !_placeAt.ContainsKey(name.End) && _countryAt.TryGetValue(name.End, out int country) && country == _gazetteer.Place(placeIndex).Country && _words[name.End].Joined;

    private static bool IsSpot(PlaceInfo place) => place.Kind is not (PlaceKind.Country or PlaceKind.Continent or PlaceKind.Area or PlaceKind.Water);

    // A name speaks for a country when all its readings lie there; in a dateline, which names cities, all that are cities («عمان - بترا» is of Jordan).
    private void CountPlace(FoundName name)
    {
        bool isDateline = IsDateline(name);
        int heaviest = isDateline ? _gazetteer.HeaviestOfOneCountry(name.Known, onlySettlements: true) : -1;
        if (heaviest < 0) heaviest = _gazetteer.HeaviestOfOneCountry(name.Known);
        if (heaviest < 0) return;
        AddAnchor(name, heaviest);
        PlaceRecord place = _gazetteer.Place(heaviest);
        if (place.Info.CountryCode.Length == 0) return;
        double votes = isDateline ? OfCredits : 1;
        Vote(place.Country, votes, isDateline ? CountryVoteKind.Dateline : CountryVoteKind.Place, name.Span);
        if (place.Info.Kind == PlaceKind.Country) _fullNameVotes[place.Country] = _fullNameVotes.GetValueOrDefault(place.Country) + 1;
        if (isDateline || place.Info.Kind is not (PlaceKind.Country or PlaceKind.Capital)) _innerVotes[place.Country] += votes;
        _countryAt[name.First] = place.Country;
    }

    // A name speaks for places near it when it names one spot, be it a city and its governorate; a few dozen such spots tell where a text plays.
    private void AddAnchor(FoundName name, int heaviest)
    {
        PlaceInfo spot = _gazetteer.Place(heaviest).Info;
        if (_anchors.Count == MaxAnchors || !IsSpot(spot)) return;
        foreach (Meaning meaning in _gazetteer.MeaningsAt(name.Known))
            if (meaning.Kind == MeaningKind.Place && Kilometres(spot, _gazetteer.Place(meaning.Value).Info) > NearKilometres) return;
        if (_anchors.Add(heaviest)) _trace?.Anchor(heaviest, name.Span);
    }

    private ImmutableArray<Nationality> CountNationalities(List<FoundNationality> nationalities)
    {
        var believed = new Nationality[nationalities.Count];
        int count = 0;
        foreach (FoundNationality nationality in nationalities)
        {
            // «الوضع المالي» is of Mali only in a text that names Mali.
            if (nationality.IsCommon && _votes[nationality.Country] == 0) continue;
            Vote(nationality.Country, 0.5, CountryVoteKind.Nationality, nationality.Span);
            believed[count++] = new Nationality(nationality.Span, _gazetteer.CountryCodeOf(nationality.Country));
            _countryAt[nationality.First] = nationality.Country;
        }

        if (count < believed.Length) Array.Resize(ref believed, count);
        return ImmutableCollectionsMarshal.AsImmutableArray(believed);
    }

    // Whoever leads a country speaks for it, each once: «ساسو نغيسو» for the Congo of Brazzaville.
    private void CountPeople(List<FoundName> found)
    {
        var counted = new HashSet<int>();
        foreach (FoundName name in found)
            if (name is { Kind: EntityKind.Person, Known: >= 0 } && _gazetteer.Person(name.Known).Country is >= 0 and var country && counted.Add(name.Known)) Vote(country, 1, CountryVoteKind.Person, name.Span);
    }

    private static ulong BesideKey(FoundName name, Meaning meaning) => ((ulong)(uint)name.Known << 32) | (uint)meaning.Value;

    private PlaceScore BesideScoreOf(FoundName name, int placeIndex)
    {
        PlaceRecord place = _gazetteer.Place(placeIndex);
        var score = default(PlaceScore);
        for (int i = name.End; i < Math.Min(_words.Count, name.End + NearWords) && score.CountryBeside == 0 && !EndsSentence(i - 1); i++)
            if (_countryAt.TryGetValue(i, out int country) && country == place.Country && !IsOfAnother(name.End, i)) score.CountryBeside = Beside - (i - name.End);
        if (place.Marked is { } marked) score.Marks = Beside * MarksAgree(name.Span.In(_text), marked);
        if (name.First > 0 && _words[name.First].Joined)
        {
            score.Head = HeadScore(name.First - 1, place.Info.Kind);

            // «العاصمة الأردنية عمان»
            if (name.First > 1 && _words[name.First - 1].Joined && _countryAt.TryGetValue(name.First - 1, out int before) && before == place.Country && !_placeAt.ContainsKey(name.First - 1)
                && HeadScore(name.First - 2, place.Info.Kind) is > 0 and var head)
            {
                score.Head = head;
                score.CountryBeside = Beside;
            }
        }

        if (RowSortOf(name) is var sort and not PlaceSort.None && sort == SortOf(place.Info.Kind)) score.Row = InRow;

        // «الجزائر العاصمة»
        if (place.Info.Kind == PlaceKind.Capital && name.End < _words.Count && _words[name.End].Joined && PlaceHeads.Capital.Contains(_words[name.End].Printed.Key)) score.Capital = Beside;
        return score;
    }

    // «لغرناطة أخت في نيكاراغوا»: a noun right behind the name is what is in the country; but «تقع في», «مدينة في».
    private bool IsOfAnother(int behind, int country) => country == behind + 2 && _placeAt.ContainsKey(country) && _words[behind] is { Joined: true, IsStop: false, HasArticle: false } && _words[behind + 1].Printed.Key == PlacePrepositions.In
        && !PlaceHeads.Lies.Contains(_words[behind].Printed.Key) && !new GazetteerMatcher(_gazetteer, CollectionsMarshal.AsSpan(_words)).Longest(behind, MeaningKind.PlaceHead).Found;

    // «بين صنعاء وعمان», «من القاهرة إلى عمان», «السعودية وعمان»: of what sort its neighbours in a row are.
    private PlaceSort RowSortOf(FoundName name)
    {
        if (_placeBefore.TryGetValue(name.First, out FoundName? before) && _words[name.First].ContinuesRow(name.Reading)) return SortOf(before);
        if (_placeBefore.TryGetValue(name.First - 1, out before) && IsTo(name.First - 1) && _words[name.First].Joined) return SortOf(before);
        if (_placeAt.TryGetValue(name.End, out FoundName? behind) && _words[name.End].ContinuesRow(behind.Reading)) return SortOf(behind);
        return _placeAt.TryGetValue(name.End + 1, out behind) && IsTo(name.End) && _words[name.End + 1].Joined ? SortOf(behind) : PlaceSort.None;
    }

    private bool IsTo(int word) => _words[word].Joined && _words[word].Printed.Key == PlacePrepositions.To;

    // A name of a country and a city («تونس») is of neither; of a city and its division, a city's.
    private PlaceSort SortOf(FoundName name)
    {
        if (!_sorts.TryGetValue(name.Known, out PlaceSort sort)) _sorts[name.Known] = sort = SortOfAll(name.Known);
        return sort;
    }

    private PlaceSort SortOfAll(int node)
    {
        var all = PlaceSort.None;
        foreach (Meaning meaning in _gazetteer.MeaningsAt(node))
        {
            if (meaning.Kind != MeaningKind.Place) continue;
            PlaceSort sort = SortOf(_gazetteer.Place(meaning.Value).Info.Kind);
            if (all is PlaceSort.None || (all == PlaceSort.Division && sort == PlaceSort.Settlement)) all = sort;
            else if (all != sort && !(all == PlaceSort.Settlement && sort == PlaceSort.Division)) return PlaceSort.None;
        }

        return all;
    }

    private static PlaceSort SortOf(PlaceKind kind) => kind == PlaceKind.Country ? PlaceSort.Country : kind.IsSettlement() ? PlaceSort.Settlement : kind == PlaceKind.Region ? PlaceSort.Division : PlaceSort.None;

    private enum PlaceSort
    {
        None,
        Country,
        Division,
        Settlement,
    }

    private bool EndsSentence(int word)
    {
        int start = _words[word].Span.End;
        return word + 1 < _words.Count && _text.AsSpan(start, _words[word + 1].Span.Start - start).IndexOfAny(s_sentenceEnds) >= 0;
    }

    // «عمّان» is Amman, «عُمان» Oman: where a text prints a letter's marks, they tell two readings apart. 1 when the name has them all, -1 when it has others, 0 when either prints none.
    private static int MarksAgree(ReadOnlySpan<char> printed, ReadOnlySpan<char> marked)
    {
        int agree = 0;
        while (NextLetter(ref printed, out int inText) && NextLetter(ref marked, out int inName))
        {
            if (inText == 0 || inName == 0) continue;
            if ((inText & ~inName) != 0) return -1;
            agree = 1;
        }

        return agree;
    }

    // The next letter's marks as bits, U+064B to U+0652; tatweel is no letter. The letters themselves are the same, since both are spellings of one name.
    private static bool NextLetter(ref ReadOnlySpan<char> text, out int marks)
    {
        marks = 0;
        int i = 0;
        while (i < text.Length && (IsMark(text[i]) || text[i] == ArabicChars.Tatweel)) i++;
        bool found = i < text.Length;
        for (i++; i < text.Length && (IsMark(text[i]) || text[i] == ArabicChars.Tatweel); i++)
            if (IsMark(text[i])) marks |= 1 << (text[i] - '\u064B');
        text = text[Math.Min(i, text.Length)..];
        return found;
    }

    private static bool IsMark(char c) => c is >= '\u064B' and <= '\u0652';

    // «الجزائر - رويترز»: datelines name cities. In running text a name that opens a line before a dash is one too, unless another place follows, as in «الجزائر - تونس» of a match.
    private bool IsDateline(FoundName name)
    {
        if ((name.Evidence & MentionEvidence.CreditLine) != 0) return true;
        ReadOnlySpan<char> before = _text.AsSpan(0, name.Span.Start), after = _text.AsSpan(name.Span.End);
        if (_placeAt.ContainsKey(name.End)) return false;
        before = before[Math.Max(0, before.Length - 8)..].TrimEnd(" \u200F\t");
        if (name.Span.Start > 0 && before.Length > 0 && before[^1] is not ('\n' or '\r' or '\u2028' or '\u2029')) return false;
        after = after[..Math.Min(after.Length, 8)].TrimStart(" \t");
        return after.Length > 1 && after[0] is '-' or '\u2013' or '\u2014';
    }

    // What lies near speaks for the country as well where the name is also its capital's («تونس» beside «قرطاج»): it tells apart what is far apart, not the state and its city.
    private double NearScore(FoundName name, int placeIndex)
    {
        PlaceRecord place = _gazetteer.Place(placeIndex);
        if (place.Info.Kind != PlaceKind.Country) return NearScore(placeIndex);
        double score = 0;
        foreach (Meaning meaning in _gazetteer.MeaningsAt(name.Known))
            if (meaning.Kind == MeaningKind.Place && _gazetteer.Place(meaning.Value).Country == place.Country) score = Math.Max(score, NearScore(meaning.Value));
        return score;
    }

    private double NearScore(int placeIndex)
    {
        if (_anchors.Count == 0) return 0;
        if (_nearScores.TryGet((uint)placeIndex, out double score)) return score;
        PlaceInfo place = _gazetteer.Place(placeIndex).Info;
        if (IsSpot(place))
            foreach (int anchor in _anchors)
                if (anchor != placeIndex) score += PerNearPlace * Nearness(place, _gazetteer.Place(anchor).Info);
        score = Math.Min(MaxNear, score);
        _nearScores.Set((uint)placeIndex, score);
        return score;
    }

    // 1 at the spot, 0 from a hundred miles on; a large division is near to whatever lies in it, though its middle may be far: Atlanta speaks for the Georgia that it lies in.
    private static double Nearness(PlaceInfo place, PlaceInfo anchor) => Math.Max(
        1 - (Kilometres(place, anchor) / NearKilometres), place.Subdivision is not null && place.Subdivision == anchor.Subdivision ? InDivision : 0);

    // On a flat earth, good enough for a hundred miles: a degree of latitude is 111 km, of longitude that times the cosine of the latitude.
    private static double Kilometres(PlaceInfo left, PlaceInfo right)
    {
        double north = 111 * (left.Latitude - right.Latitude), east = 111 * (left.Longitude - right.Longitude) * Math.Cos(double.DegreesToRadians(left.Latitude));
        return Math.Sqrt((north * north) + (east * east));
    }

    private double HeadScore(int head, PlaceKind kind)
    {
        ulong key = _words[head].Printed.Key;
        bool city = kind.IsSettlement();
        if (PlaceHeads.City.Contains(key) || PlaceHeads.InCity.Contains(key)) return city ? HeadAgrees : 0;
        if (PlaceHeads.Capital.Contains(key)) return kind == PlaceKind.Capital ? HeadAgrees : 0;
        if (PlaceHeads.Country.Contains(key)) return kind == PlaceKind.Country ? Beside : 0;
        if (PlaceHeads.OfWater.Contains(key)) return kind == PlaceKind.Water ? Beside : kind == PlaceKind.Region ? -HeadAgrees : 0;
        return !PlaceHeads.Region.Contains(key) ? 0 : kind == PlaceKind.Region ? HeadAgrees : kind == PlaceKind.Country ? -HeadAgrees : 0;
    }
}
