using System.CommandLine;
using System.Text;
using ArabicNews.Cli.Input;
using ArabicNews.Cli.Output;
using ArabicNews.Cli.Running;

namespace ArabicNews.Cli.Commands;

/// <summary><c>parse</c>: the article of a page, with its credits and dates, and what on the page is none of it.</summary>
internal sealed class ParseCommand : CliCommand
{
    private enum Target
    {
        Page,
        JsonLd,
        Ninjs,
    }

    private static readonly IReadOnlyDictionary<string, Target> s_targets = new Dictionary<string, Target>(StringComparer.Ordinal)
    {
        ["page"] = Target.Page,
        ["jsonld"] = Target.JsonLd,
        ["ninjs"] = Target.Ninjs,
    };

    private readonly Option<Target> _to = Choices.Option("--to", "What to write: the page with all spans, schema.org NewsArticle, or IPTC ninjs 3.0", s_targets, Target.Page);

    public ParseCommand() : base("parse", "Find the article in a page: title, dates, credits, body",
        new Example("arabicnews parse page.html", "one page, for reading"),
        new Example("arabicnews parse crawl.warc.gz --errors failed.jsonl > pages.jsonl", "an archive; what fails is kept"),
        new Example("arabicnews parse 'news/**/*.html' -o pages.jsonl --resume", "go on where a run was cut off"),
        new Example("curl -s https://site.example/rss | arabicnews parse --json | jq .main.headlineText", "the items of a feed"))
    {
        RecordOptions.AddTo(this);
        Options.Add(_to);
        Notes = """
            Input: text, HTML, JSON Lines (id; one of html, text, body; title, url, date, source), RSS and Atom, WARC and WET, each also as .gz.
            Output: one object a record; spans are [start,end) in UTF-16 code units of its "text". The keys are listed in the package's README.
            """;
        Run(run =>
        {
            Target target = run.Get(_to);
            if (target != Target.Page) return run.WriteRecordsAsync(record => Export(record, target, run.Cancellation));
            return run.WriteRecordsAsync(
                json: (record, json) => PageJson.Write(json, record.ToPage(run.Cancellation)),
                human: (record, paper) => PagePaper.Write(paper, record.ToPage(run.Cancellation), record),
                keepsMetadata: false);
        });
    }

    // A page without an article has nothing to say in these vocabularies, and leaves no line.
    private static byte[] Export(NewsRecord record, Target target, CancellationToken cancellationToken)
    {
        NewsPage page = record.ToPage(cancellationToken);
        if (page.Main is not { } main) return [];
        EntityExtraction entities = EntityExtractor.Default.Extract(page);
        return Encoding.UTF8.GetBytes((target == Target.JsonLd ? NewsArticleJson.ToJsonLd(page, main, entities) : NewsArticleJson.ToNinjs(page, main, entities)) + "\n");
    }
}
