using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using ArabicNews.Cli.Output;
using ArabicNews.Cli.Running;
using ArabicNews.Lucene;

namespace ArabicNews.Cli.Indexing;

/// <summary><c>index search</c>: the articles that a query finds, the best first.</summary>
internal sealed class IndexSearchCommand : CliCommand
{
    private readonly Argument<string> _query = new("QUERY") { Description = "Words, phrases, fields; all articles without one", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<int> _limit = new Option<int>("--limit", "-n") { Description = "Hits at most", HelpName = "N", DefaultValueFactory = _ => 10 }.Between(1, 10_000);
    private readonly Option<bool> _newest = new("--newest") { Description = "The newest first instead of the best" };
    private readonly Option<bool> _any = new("--any") { Description = "Read the query as plain words, the more the better; no operators" };
    private readonly Option<bool> _collapse = new("--collapse") { Description = "One article of each story" };

    public IndexSearchCommand() : base("search", "Find articles",
        new Example("arabicnews index search 'أوستن بغداد'", "both words, in any inflection"),
        new Example("arabicnews index search '«مجلس الأمن» مكان:ليبيا بعد:2024-03' --newest", "a phrase, a place, a date"))
    {
        Notes = "\"…\" or «…» phrase; أو OR, ليس NOT or -word, ( ); وزار* prefix; زلزل~ misspelled; person: place: country: source: section: tag: title: lede: after: before: near:, also in Arabic.";
        Arguments.Add(_query);
        Options.Add(IndexOptions.Folder);
        foreach (Option option in (Option[])[_limit, _newest, _any, _collapse]) Options.Add(option);
        Run(Search);
    }

    private int Search(CommandRun run)
    {
        string text = run.Get(_query) ?? "";
        NewsQuery query = run.Get(_any) ? NewsQuery.FromText(text) : NewsQuery.Parse(text);
        using NewsIndex index = IndexOptions.Open(run);
        NewsSearchResult result = IndexOptions.Guard(() => index.Search(query with
        {
            Limit = run.Get(_limit),
            Order = run.Get(_newest) ? NewsOrder.Newest : NewsOrder.Relevance,
            CollapseStories = run.Get(_collapse),
            FacetLimit = 0,
            Histogram = null,
        }));
        int rank = 0;
        int code = run.WriteEach(result.Hits,
            (hit, json) =>
            {
                json.WriteNumber("rank"u8, ++rank);
                json.WriteNumber("total"u8, result.TotalCount);
                SearchJson.WriteHit(json, hit);
            },
            (hit, paper) => WriteHit(paper, hit, ++rank));
        if (result.DidYouMean is { } other) run.Log.Remark($"Did you mean {SafeText.Isolate(SafeText.OneLine(other.Text))}? ({other.TotalCount:N0})");
        if (result.IsPartial) run.Log.Warn("The search ran out of time; these are the hits so far.");
        run.Log.Remark(result.TotalCount == 0 ? "Nothing found." : $"{result.Hits.Length:N0} of {result.TotalCount:N0} articles.");
        return code;
    }

    private static void WriteHit(Paper paper, NewsHit hit, int rank)
    {
        paper.Write(rank.ToString(CultureInfo.InvariantCulture), Tone.Faint).Write("  ");
        if (hit.Headline is { } headline) paper.WriteMarked(headline.Text, headline.Matches, Tone.Strong).WriteLine();
        else paper.WriteLine(hit.Id, Tone.Strong);
        paper.Write("   ");
        if (hit.Published is { } published) paper.Write(SearchJson.DateOf(published, hit.PublishedPrecision), Tone.Faint).Write("  ");
        foreach (string source in hit.Sources.Take(2)) paper.Write(source, Tone.Faint).Write("  ");
        if (hit.Story is { Count: > 1 } story) paper.Write(string.Create(CultureInfo.InvariantCulture, $"{story.Count} copies"), Tone.Faint).Write("  ");
        paper.WriteLine(hit.Number == 0 ? hit.Id : string.Create(CultureInfo.InvariantCulture, $"{hit.Id}#{hit.Number}"), Tone.Faint);
        foreach (Snippet snippet in hit.Snippets) paper.Write("   ").WriteMarked(snippet.Text, snippet.Matches, Tone.Good).WriteLine();
        paper.WriteLine();
    }
}
