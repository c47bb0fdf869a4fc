using System.CommandLine;
using System.Globalization;
using ArabicNews.Cli.Output;
using ArabicNews.Cli.Running;
using ArabicNews.Lucene;

namespace ArabicNews.Cli.Indexing;

/// <summary><c>index facets</c>: who and where the articles that a query finds are about, who published them, and when.</summary>
internal sealed class IndexFacetsCommand : CliCommand
{
    private static readonly IReadOnlyDictionary<string, DatePrecision?> s_bars = new Dictionary<string, DatePrecision?>(StringComparer.Ordinal) { ["none"] = null, ["year"] = DatePrecision.Year, ["month"] = DatePrecision.Month, ["day"] = DatePrecision.Day };

    private readonly Argument<string> _query = new("QUERY") { Description = "As for search; all articles without one", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<int> _limit = new("--limit", "-n") { Description = "Values of each facet at most", HelpName = "N", DefaultValueFactory = _ => 10 };
    private readonly Option<DatePrecision?> _by = Choices.Option("--by", "Count dates too", s_bars, null);

    public IndexFacetsCommand() : base("facets", "Count people, places, countries, sources, sections and dates",
        new Example("arabicnews index facets 'زلزال'", "who and where articles on earthquakes are about"), new Example("arabicnews index facets --by month", "all articles, by month too"))
    {
        Arguments.Add(_query);
        Options.Add(IndexOptions.Folder);
        Options.Add(_limit);
        Options.Add(_by);
        Run(Count);
    }

    private int Count(CommandRun run)
    {
        using NewsIndex index = IndexOptions.Open(run);
        NewsSearchResult result = IndexOptions.Guard(() => index.Search(NewsQuery.Parse(run.Get(_query) ?? "") with { Limit = 0, FacetLimit = Math.Clamp(run.Get(_limit), 1, 10_000), Histogram = run.Get(_by) }));
        string last = "";
        DatePrecision precision = run.Get(_by) ?? DatePrecision.Day;
        return run.WriteEach(SearchJson.FacetsOf(result.Facets).Concat(result.Histogram.Select(bar => (Facet: "date", Value: new FacetCount(SearchJson.DateOf(bar.Start, precision), null, bar.Count)))),
            (row, json) => SearchJson.WriteFacet(json, row.Facet, row.Value),
            (row, paper) =>
            {
                if (row.Facet != last) paper.WriteLine(row.Facet, Tone.Strong);
                last = row.Facet;
                paper.Write(row.Value.Count.ToString("N0", CultureInfo.InvariantCulture).PadLeft(9)).Write("  ").WriteLine(row.Value.Name);
            });
    }
}
