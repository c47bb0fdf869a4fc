using System.CommandLine;
using System.Text;
using ArabicNews.Cli.Running;
using ArabicNews.Lucene;

namespace ArabicNews.Cli.Commands;

/// <summary><c>export</c>: what other engines need to search as this library does.</summary>
internal sealed class ExportCommand : CliCommand
{
    public ExportCommand() : base("export", "Settings, articles and queries for OpenSearch, Elasticsearch and PostgreSQL",
        new Example("arabicnews export opensearch index > index.json", "settings and fields of an index: PUT /news"),
        new Example("arabicnews export opensearch articles pages.jsonl > bulk.ndjson", "articles with people, places and dates: POST /news/_bulk"),
        new Example("arabicnews export postgres schema | psql news", "a table with words, people and places"))
    {
        Subcommands.Add(new ClusterExportCommand("opensearch", "OpenSearch"));
        Subcommands.Add(new ClusterExportCommand("elasticsearch", "Elasticsearch"));
        Subcommands.Add(new PostgresExportCommand());
    }
}

/// <summary>What stands behind the name of an engine and needs one text.</summary>
internal sealed class ExportTextCommand : CliCommand
{
    public ExportTextCommand(string name, string description, string example, Func<string> write) : base(name, description, new Example(example, description))
    {
        Run(run => run.WriteText(write()));
    }
}

/// <summary>A query of an engine for what somebody typed.</summary>
internal sealed class ExportQueryCommand : CliCommand
{
    private readonly Argument<string> _query = new("QUERY") { Description = "What somebody typed" };

    public ExportQueryCommand(string description, string example, Func<string, string> write) : base("query", description, new Example(example, description))
    {
        Arguments.Add(_query);
        Run(run => run.WriteText(write(run.Get(_query))));
    }
}

/// <summary><c>export opensearch</c> and <c>export elasticsearch</c>, which take the same.</summary>
internal sealed class ClusterExportCommand : CliCommand
{
    public ClusterExportCommand(string name, string title) : base(name, $"What {title} needs, without a plugin",
        new Example($"arabicnews export {name} index", "the body of PUT /news"), new Example($"arabicnews export {name} query 'الوزير في درنة'", "the body of POST /news/_search"))
    {
        Subcommands.Add(new ExportTextCommand("index", "Settings and fields of an index", $"arabicnews export {name} index > index.json", ClusterExport.CreateIndex));
        Subcommands.Add(new ClusterArticlesCommand(name));
        Subcommands.Add(new ExportQueryCommand("A search in stems, words and runs of letters", $"arabicnews export {name} query 'الوزير في درنة'", text => ClusterExport.CreateSearch(text)));
    }
}

/// <summary>Articles for the bulk API.</summary>
internal sealed class ClusterArticlesCommand : CliCommand
{
    private readonly Option<string?> _index = new("--index") { Description = "Name of the index, for POST /_bulk", HelpName = "NAME" };

    public ClusterArticlesCommand(string engine) : base("articles", "Articles as lines of the bulk API", new Example($"arabicnews export {engine} articles pages.jsonl --index news > bulk.ndjson", "two lines for each article"))
    {
        Options.Add(_index);
        RecordOptions.AddTo(this);
        Run(run =>
        {
            string? index = run.Get(_index);
            return run.WriteRecordsAsync(record => Encoding.UTF8.GetBytes(ClusterExport.CreateBulk(record.Id, record.ToPage(run.Cancellation), index: index)));
        });
    }
}

/// <summary><c>export postgres</c>.</summary>
internal sealed class PostgresExportCommand : CliCommand
{
    public PostgresExportCommand() : base("postgres", "What PostgreSQL needs, without an extension",
        new Example("arabicnews export postgres schema | psql news", "the table"), new Example("arabicnews export postgres articles pages.jsonl | psql news", "articles with their words"),
        new Example("arabicnews export postgres query 'وزير \"مجلس الأمن\"'", "a tsquery"))
    {
        Subcommands.Add(new ExportTextCommand("schema", "The table and its indexes", "arabicnews export postgres schema | psql news", () => PostgresExport.Schema));
        Subcommands.Add(new PostgresArticlesCommand());
        Subcommands.Add(new ExportQueryCommand("A tsquery for the query language", "arabicnews export postgres query 'وزير'", text => PostgresExport.ToTsQuery(NewsQuery.Parse(text)) + "\n"));
    }
}

/// <summary>Articles as one transaction for psql.</summary>
internal sealed class PostgresArticlesCommand : CliCommand
{
    public PostgresArticlesCommand() : base("articles", "Articles as a script for psql, one transaction", new Example("arabicnews export postgres articles pages.jsonl | psql news", "pages that are there already are replaced"))
    {
        RecordOptions.AddTo(this, writes: false);
        Run(async run =>
        {
            run.Data.Write(Encoding.UTF8.GetBytes(PostgresExport.CopyStart));
            int code = await run.WriteRecordsAsync(record => Encoding.UTF8.GetBytes(PostgresExport.CreateRows(record.Id, record.ToPage(run.Cancellation))));

            // Not after Ctrl-C: the transaction is left open, and the server takes it back.
            run.Data.Write(Encoding.UTF8.GetBytes(PostgresExport.CopyEnd));
            return code;
        });
    }
}
