using System.Diagnostics.Metrics;
using ArabicNews.Lucene;

namespace NewsSearch.Web.Serving;

/// <summary>What the site counts of its searches; read by <c>dotnet-counters</c> and OpenTelemetry by the name of the meter, and by <c>/metrics</c>.</summary>
internal sealed class SiteMetrics
{
    public const string Meter = "NewsSearch.Web";

    private readonly Histogram<double> _duration;
    private readonly Counter<long> _empty, _partial;

    public SiteMetrics(IMeterFactory meters)
    {
        Meter meter = meters.Create(Meter);
        _duration = meter.CreateHistogram<double>("newssearch.search.duration", "s", "Time a search takes");
        _empty = meter.CreateCounter<long>("newssearch.search.empty", null, "Searches that found nothing");
        _partial = meter.CreateCounter<long>("newssearch.search.partial", null, "Searches that ran out of time");
    }

    public void Searched(TimeSpan elapsed, NewsSearchResult result)
    {
        _duration.Record(elapsed.TotalSeconds);
        if (result.TotalCount == 0) _empty.Add(1);
        if (result.IsPartial) _partial.Add(1);
    }
}
