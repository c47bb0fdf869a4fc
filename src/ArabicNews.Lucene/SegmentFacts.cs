using System.Runtime.CompilerServices;
using Lucene.Net.Index;

namespace ArabicNews.Lucene;

/// <summary>
/// What every search reads of every article it finds, in arrays instead of compressed columns: lengths, facets and days. About 12 bytes an article and 4 for each name in it; read once for each segment, which never changes.
/// </summary>
internal sealed class SegmentFacts
{
    private readonly int[] _facetStarts;
    private readonly int[] _facets;

    private SegmentFacts(int[] lengths, int[] facetStarts, int[] facets, int[] days, int[] dayOf)
    {
        (Lengths, _facetStarts, _facets, Days, DayOf) = (lengths, facetStarts, facets, days, dayOf);
        foreach (int length in lengths) TotalLength += length;
    }

    /// <summary>Words of each article, repeated ones of the headline and lead included.</summary>
    public int[] Lengths { get; }

    public long TotalLength { get; }

    /// <summary>The days on which articles were published, in order, as days since the year 1, UTC.</summary>
    public int[] Days { get; }

    /// <summary>For each article its place in <see cref="Days"/>; -1 for one without a date.</summary>
    public int[] DayOf { get; }

    /// <summary>The facets of an article, as numbers of <see cref="FacetNames"/>.</summary>
    public ReadOnlySpan<int> FacetsOf(int doc) => _facets.AsSpan(_facetStarts[doc], _facetStarts[doc + 1] - _facetStarts[doc]);

    public static SegmentFacts Read(AtomicReader reader, FacetNames names)
    {
        int count = reader.MaxDoc;
        int[] lengths = new int[count];
        if (reader.GetNormValues(ArticleDocument.Text) is { } norms)
            for (int doc = 0; doc < count; doc++) lengths[doc] = (int)norms.Get(doc);
        (int[] starts, int[] facets) = ReadFacets(reader, names);
        (int[] days, int[] dayOf) = ReadDays(reader);
        return new SegmentFacts(lengths, starts, facets, days, dayOf);
    }

    private static (int[] Starts, int[] Facets) ReadFacets(AtomicReader reader, FacetNames names)
    {
        int[] starts = new int[reader.MaxDoc + 1];
        if (reader.GetSortedSetDocValues(ArticleDocument.Facet) is not { } values) return (starts, []);
        int[] numbers = names.Add(values);
        var facets = new List<int>();
        for (int doc = 0; doc < reader.MaxDoc; doc++)
        {
            values.SetDocument(doc);
            for (long ord = values.NextOrd(); ord != SortedSetDocValues.NO_MORE_ORDS; ord = values.NextOrd()) facets.Add(numbers[ord]);
            starts[doc + 1] = facets.Count;
        }

        return (starts, [.. facets]);
    }

    private static (int[] Days, int[] DayOf) ReadDays(AtomicReader reader)
    {
        int[] dayOf = new int[reader.MaxDoc];
        Array.Fill(dayOf, -1);
        var published = new PublishedColumn(reader);
        for (int doc = 0; doc < dayOf.Length; doc++)
            if (published.TryGet(doc, out long ticks)) dayOf[doc] = (int)(ticks / TimeSpan.TicksPerDay);
        int[] days = [.. dayOf.Where(day => day >= 0).Distinct().Order()];
        for (int doc = 0; doc < dayOf.Length; doc++)
            if (dayOf[doc] >= 0) dayOf[doc] = Array.BinarySearch(days, dayOf[doc]);
        return (days, dayOf);
    }
}

/// <summary>The facts of all segments that searches have read, for as long as Lucene keeps the segment. Thread-safe.</summary>
internal sealed class SegmentCache
{
    private readonly ConditionalWeakTable<object, Lazy<SegmentFacts>> _facts = [];

    public FacetNames Names { get; } = new();

    public SegmentFacts Get(AtomicReader reader) => _facts.GetValue(reader.CoreCacheKey, _ => new Lazy<SegmentFacts>(() => SegmentFacts.Read(reader, Names))).Value;
}
