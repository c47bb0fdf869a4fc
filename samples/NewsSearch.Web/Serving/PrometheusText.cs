using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace NewsSearch.Web.Serving;

/// <summary>
/// Listens to the meters of the site and of ASP.NET Core, and writes what they measured in the text format of Prometheus. A large site would let OpenTelemetry do so; this is what one page of code can.
/// </summary>
internal sealed class PrometheusText : IDisposable
{
    // An instrument with a tag that visitors choose must not fill the memory.
    private const int MaxSeries = 500;

    private static readonly string[] s_meters = [SiteMetrics.Meter, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.RateLimiting", "System.Runtime"];
    private static readonly double[] s_bounds = [.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10];

    private readonly Lock _lock = new();
    private readonly Dictionary<(Instrument Instrument, string Labels), Series> _series = [];
    private readonly MeterListener _listener = new();

    public PrometheusText()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (s_meters.Contains(instrument.Meter.Name)) listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Measure(instrument, value, tags));
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Measure(instrument, value, tags));
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Measure(instrument, value, tags));
        _listener.Start();
    }

    public void Dispose() => _listener.Dispose();

    public string Write()
    {
        _listener.RecordObservableInstruments();
        var text = new StringBuilder();
        lock (_lock)
        {
            foreach (var instrument in _series.GroupBy(one => one.Key.Instrument).OrderBy(one => one.Key.Name, StringComparer.Ordinal))
            {
                string name = NameOf(instrument.Key);
                text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {instrument.Key.Description?.Replace('\n', ' ')}\n# TYPE {name} {(IsHistogram(instrument.Key) ? "histogram" : IsSum(instrument.Key) ? "counter" : "gauge")}\n");
                foreach (((_, string labels), Series series) in instrument)
                    if (series.Buckets is { } buckets) WriteBuckets(text, name, labels, buckets, series.Sum);
                    else text.Append(CultureInfo.InvariantCulture, $"{name}{{{labels}}} {series.Sum}\n");
            }
        }

        return text.ToString();
    }

    private static void WriteBuckets(StringBuilder text, string name, string labels, long[] buckets, double sum)
    {
        string others = labels.Length == 0 ? "" : labels + ",";
        long count = 0;
        for (int i = 0; i <= s_bounds.Length; i++)
        {
            count += buckets[i];
            text.Append(CultureInfo.InvariantCulture, $"{name}_bucket{{{others}le=\"{(i < s_bounds.Length ? s_bounds[i].ToString(CultureInfo.InvariantCulture) : "+Inf")}\"}} {count}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"{name}_sum{{{labels}}} {sum}\n{name}_count{{{labels}}} {count}\n");
    }

    private void Measure(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = new StringBuilder();
        foreach ((string key, object? tag) in tags)
        {
            string words = Convert.ToString(tag, CultureInfo.InvariantCulture)?.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).ReplaceLineEndings(" ") ?? "";
            labels.Append(labels.Length == 0 ? "" : ",").Append(key.Replace('.', '_')).Append("=\"").Append(words).Append('"');
        }

        lock (_lock)
        {
            var key = (instrument, labels.ToString());
            if (!_series.TryGetValue(key, out Series? series))
            {
                if (_series.Count >= MaxSeries) return;
                _series.Add(key, series = new Series(IsHistogram(instrument) ? new long[s_bounds.Length + 1] : null));
            }

            // Observable instruments tell totals; the others tell each change.
            series.Sum = instrument.IsObservable ? value : series.Sum + value;
            if (series.Buckets is not { } buckets) return;
            int bucket = Array.BinarySearch(s_bounds, value);
            buckets[bucket < 0 ? ~bucket : bucket]++;
        }
    }

    private static string NameOf(Instrument instrument) =>
        instrument.Name.Replace('.', '_') + (instrument.Unit is "s" ? "_seconds" : instrument.Unit is "By" ? "_bytes" : "") + (IsSum(instrument) ? "_total" : "");

    private static bool IsHistogram(Instrument instrument) => instrument is Histogram<double> or Histogram<long> or Histogram<int>;

    private static bool IsSum(Instrument instrument) => instrument is Counter<long> or Counter<double> or Counter<int> or ObservableCounter<long> or ObservableCounter<double>;

    // Only a histogram has buckets.
    private sealed class Series(long[]? buckets)
    {
        public double Sum { get; set; }

        public long[]? Buckets => buckets;
    }
}
