using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Lucene.Net.Index;

namespace ArabicNews.Lucene;

/// <summary>Counts facets and dates of all articles that a search finds, while it finds them.</summary>
internal sealed class FacetCollector(NewsQuery query, TextStatistics statistics, FacetNames names)
{
    private readonly bool _countsFacets = query.FacetLimit > 0 || query.MapLimit > 0;
    private readonly Dictionary<int, int> _dates = [];
    private int[] _counts = [];
    private int[] _dayCounts = [];
    private SegmentFacts? _segment;

    public void SetNextReader(AtomicReaderContext context)
    {
        FinishSegment();
        _segment = statistics.FactsOf(context);
        if (_countsFacets && _counts.Length < names.All.Length) Array.Resize(ref _counts, names.All.Length);
        _dayCounts = query.Histogram is null ? [] : new int[_segment.Days.Length];
    }

    public void Collect(int doc)
    {
        if (_countsFacets)
        {
            int[] counts = _counts;
            foreach (int name in _segment!.FacetsOf(doc)) counts[name]++;
        }

        if (_dayCounts.Length > 0 && _segment!.DayOf[doc] is >= 0 and var day) _dayCounts[day]++;
    }

    /// <summary>The facets, and all places with coordinates.</summary>
    public (NewsFacets Facets, ImmutableArray<FacetCount> Map) Facets()
    {
        if (!_countsFacets) return (NewsFacets.Empty, []);
        List<FacetCount>[] groups = Group();
        ImmutableArray<FacetCount> Top(FacetKind kind) => TopOf(groups[(int)kind], query.FacetLimit);
        var facets = new NewsFacets
        {
            People = Top(FacetKind.Person),
            Places = Top(FacetKind.Place),
            Countries = Top(FacetKind.Country),
            Sources = Top(FacetKind.Source),
            Sections = Top(FacetKind.Section),
        };
        return (facets, query.MapLimit == 0 ? [] : TopOf(groups[(int)FacetKind.Place].Where(place => place.Place is not null), query.MapLimit));
    }

    public ImmutableArray<DateCount> Histogram()
    {
        FinishSegment();
        return [.. _dates.OrderBy(bar => bar.Key).Select(bar => new DateCount(new DateTimeOffset(bar.Key * TimeSpan.TicksPerDay, TimeSpan.Zero), bar.Value))];
    }

    // The label that most articles have is shown.
    private List<FacetCount>[] Group()
    {
        ReadOnlySpan<FacetNames.Name> all = names.All;
        var groups = new Dictionary<int, (FacetKind Kind, FacetCount Shown, int ShownCount, int Sum)>();
        for (int i = 0; i < _counts.Length; i++)
        {
            if (_counts[i] == 0) continue;
            FacetNames.Name name = all[i];
            ref var group = ref CollectionsMarshal.GetValueRefOrAddDefault(groups, name.Group, out bool exists);
            bool isShown = !exists || _counts[i] > group.ShownCount || (_counts[i] == group.ShownCount && string.CompareOrdinal(name.Value.Name, group.Shown.Name) < 0);
            group = isShown ? (name.Kind, name.Value, _counts[i], group.Sum + _counts[i]) : group with { Sum = group.Sum + _counts[i] };
        }

        var kinds = new List<FacetCount>[FacetLabel.Kinds];
        for (int kind = 0; kind < kinds.Length; kind++) kinds[kind] = [];
        foreach ((FacetKind kind, FacetCount shown, _, int sum) in groups.Values) kinds[(int)kind].Add(shown with { Count = sum });
        return kinds;
    }

    private static ImmutableArray<FacetCount> TopOf(IEnumerable<FacetCount> values, int limit) =>
        [.. values.OrderByDescending(value => value.Count).ThenBy(value => value.Name, StringComparer.Ordinal).ThenBy(value => value.Id, StringComparer.Ordinal).Take(limit)];

    private void FinishSegment()
    {
        for (int i = 0; i < _dayCounts.Length; i++)
            if (_dayCounts[i] > 0) CollectionsMarshal.GetValueRefOrAddDefault(_dates, StartOf(_segment!.Days[i]), out _) += _dayCounts[i];
        _dayCounts = [];
    }

    private int StartOf(int day)
    {
        var date = DateOnly.FromDayNumber(day);
        return query.Histogram switch
        {
            DatePrecision.Year => new DateOnly(date.Year, 1, 1).DayNumber,
            DatePrecision.Month => new DateOnly(date.Year, date.Month, 1).DayNumber,
            _ => day,
        };
    }
}
