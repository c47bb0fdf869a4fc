using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace ArabicNews.Lucene;

/// <summary>Counts facets and dates of all articles that a search finds, while it finds them. Ordinals are counted within each segment; only labels that occur are read.</summary>
internal sealed class FacetCollector(bool countFacets, DatePrecision? histogram) : ICollector
{
    private static readonly string[] s_fields =
        [ArticleDocument.PersonFacet, ArticleDocument.PlaceFacet, ArticleDocument.CountryFacet, ArticleDocument.SourceFacet, ArticleDocument.SectionFacet];

    private readonly Dictionary<string, int>[] _labels = Array.ConvertAll(s_fields, _ => new Dictionary<string, int>(StringComparer.Ordinal));
    private readonly SortedSetDocValues?[] _values = new SortedSetDocValues?[s_fields.Length];
    private readonly int[][] _counts = new int[s_fields.Length][];
    private readonly Dictionary<long, int> _dates = [];
    private NumericDocValues? _published;
    private IBits? _dated;

    public bool AcceptsDocsOutOfOrder => true;

    public void SetScorer(Scorer scorer)
    {
    }

    public void SetNextReader(AtomicReaderContext context)
    {
        FinishSegment();
        for (int i = 0; i < s_fields.Length && countFacets; i++)
        {
            _values[i] = context.AtomicReader.GetSortedSetDocValues(s_fields[i]);
            _counts[i] = _values[i] is { } values ? new int[values.ValueCount] : [];
        }

        _published = histogram is null ? null : context.AtomicReader.GetNumericDocValues(ArticleDocument.Published);
        _dated = _published is null ? null : context.AtomicReader.GetDocsWithField(ArticleDocument.Published);
    }

    public void Collect(int doc)
    {
        for (int i = 0; i < _values.Length; i++)
        {
            if (_values[i] is not { } values) continue;
            values.SetDocument(doc);
            for (long ord = values.NextOrd(); ord != SortedSetDocValues.NO_MORE_ORDS; ord = values.NextOrd()) _counts[i][ord]++;
        }

        if (_published is not null && _dated!.Get(doc)) CollectionsMarshal.GetValueRefOrAddDefault(_dates, StartOf(_published.Get(doc)), out _)++;
    }

    public NewsFacets Facets(int limit)
    {
        FinishSegment();
        return new NewsFacets
        {
            People = Top(0, limit),
            Places = Top(1, limit),
            Countries = Top(2, limit),
            Sources = Top(3, limit),
            Sections = Top(4, limit),
        };
    }

    public ImmutableArray<DateCount> Histogram() => [.. _dates.OrderBy(bar => bar.Key).Select(bar => new DateCount(new DateTimeOffset(bar.Key, TimeSpan.Zero), bar.Value))];

    private void FinishSegment()
    {
        var label = new BytesRef();
        for (int i = 0; i < _values.Length; i++)
        {
            if (_values[i] is not { } values) continue;
            for (int ord = 0; ord < _counts[i].Length; ord++)
            {
                if (_counts[i][ord] == 0) continue;
                values.LookupOrd(ord, label);
                CollectionsMarshal.GetValueRefOrAddDefault(_labels[i], label.Utf8ToString(), out _) += _counts[i][ord];
            }

            _values[i] = null;
        }
    }

    // One who is known is one by id, one who is not by name in any spelling; the label that most articles have is shown.
    private ImmutableArray<FacetCount> Top(int field, int limit) =>
        [.. _labels[field].Select(label => FacetLabel.Read(label.Key, label.Value))
            .GroupBy(value => FacetLabel.KeyOf(value.Id, value.Name), StringComparer.Ordinal)
            .Select(group => group.OrderByDescending(value => value.Count).ThenBy(value => value.Name, StringComparer.Ordinal).First() with { Count = group.Sum(value => value.Count) })
            .OrderByDescending(value => value.Count).ThenBy(value => value.Name, StringComparer.Ordinal).ThenBy(value => value.Id, StringComparer.Ordinal).Take(limit)];

    private long StartOf(long ticks)
    {
        var date = new DateTime(ticks, DateTimeKind.Utc);
        return histogram switch
        {
            DatePrecision.Year => new DateTime(date.Year, 1, 1, 0, 0, 0, DateTimeKind.Utc).Ticks,
            DatePrecision.Month => new DateTime(date.Year, date.Month, 1, 0, 0, 0, DateTimeKind.Utc).Ticks,
            _ => date.Date.Ticks,
        };
    }
}
