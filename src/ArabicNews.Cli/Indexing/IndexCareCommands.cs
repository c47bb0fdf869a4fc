using System.CommandLine;
using System.Globalization;
using ArabicNews.Cli.Output;
using ArabicNews.Cli.Running;
using ArabicNews.Lucene;

namespace ArabicNews.Cli.Indexing;

/// <summary><c>index stats</c>: what is in an index.</summary>
internal sealed class IndexStatsCommand : CliCommand
{
    public IndexStatsCommand() : base("stats", "Count articles and bytes", new Example("arabicnews index stats", "of news.index"))
    {
        Options.Add(IndexOptions.Folder);
        Run(run =>
        {
            using NewsIndex index = IndexOptions.Open(run);
            NewsIndexStatistics statistics = IndexOptions.Guard(index.GetStatistics);
            return run.Write(
                json =>
                {
                    json.WriteNumber("articles"u8, statistics.ArticleCount);
                    json.WriteNumber("pages"u8, statistics.PageCount);
                    json.WriteNumber("deleted"u8, statistics.DeletedCount);
                    json.WriteNumber("segments"u8, statistics.SegmentCount);
                    if (statistics.FirstPublished is { } first) json.WriteString("firstPublished"u8, SearchJson.DateOf(first, DatePrecision.Second));
                    if (statistics.LastPublished is { } last) json.WriteString("lastPublished"u8, SearchJson.DateOf(last, DatePrecision.Second));
                    json.WriteStartObject("bytes"u8);
                    foreach ((string name, long bytes) in SizesOf(statistics.Size)) json.WriteNumber(name, bytes);
                    json.WriteEndObject();
                },
                paper =>
                {
                    WriteRow(paper, "articles", statistics.ArticleCount);
                    WriteRow(paper, "pages", statistics.PageCount);
                    WriteRow(paper, "deleted", statistics.DeletedCount);
                    WriteRow(paper, "segments", statistics.SegmentCount);
                    if (statistics.FirstPublished is { } first && statistics.LastPublished is { } last)
                        paper.Write("published".PadRight(12)).WriteLine($"{SearchJson.DateOf(first, DatePrecision.Day)} to {SearchJson.DateOf(last, DatePrecision.Day)}");
                    foreach ((string name, long bytes) in SizesOf(statistics.Size)) WriteRow(paper, name, bytes, " bytes");
                });
        });
    }

    private static (string Name, long Bytes)[] SizesOf(NewsIndexSize size) =>
        [("total", size.Total), ("texts", size.Articles), ("terms", size.Terms), ("postings", size.Postings), ("values", size.Values), ("other", size.Other)];

    private static void WriteRow(Paper paper, string name, long value, string unit = "") => paper.Write(name.PadRight(12)).WriteLine(string.Create(CultureInfo.InvariantCulture, $"{value:N0}{unit}"));
}

/// <summary><c>index verify</c>: whether an index is what was written.</summary>
internal sealed class IndexVerifyCommand : CliCommand
{
    public IndexVerifyCommand() : base("verify", "Read every byte of an index and say what is damaged", new Example("arabicnews index verify", "exit code 3 when something is"))
    {
        Options.Add(IndexOptions.Folder);
        Run(run =>
        {
            string folder = IndexOptions.FolderOf(run);
            NewsIndexVerification found = IndexOptions.Guard(() => NewsIndex.Verify(folder, run.Cancellation));
            run.WriteEach(found.Findings,
                (finding, json) =>
                {
                    json.WriteString("problem"u8, JsonNames.Of(finding.Problem));
                    json.WriteStringOrNothing("file"u8, finding.File);
                    json.WriteString("message"u8, finding.Message);
                },
                (finding, paper) => paper.Write($"{finding.Problem}: ", Tone.Bad).WriteLine(finding.File is null ? finding.Message : $"{finding.File}: {finding.Message}"));
            run.Write(
                json =>
                {
                    json.WriteBoolean("sound"u8, found.IsSound);
                    json.WriteNumber("articles"u8, found.ArticleCount);
                },
                paper => paper.WriteLine(found.IsSound ? string.Create(CultureInfo.InvariantCulture, $"sound: {found.ArticleCount:N0} articles") : "not sound", found.IsSound ? Tone.Good : Tone.Bad));
            return found.IsSound ? ExitCode.Ok : ExitCode.Damaged;
        });
    }
}

/// <summary><c>index snapshot</c>: a copy of the last commit.</summary>
internal sealed class IndexSnapshotCommand : CliCommand
{
    private readonly Argument<string> _target = new("TARGET") { Description = "Folder of the copy; new or empty" };

    public IndexSnapshotCommand() : base("snapshot", "Copy an index to another folder", new Example("arabicnews index snapshot backup/2024-03-27", "news.index as it is now"))
    {
        Arguments.Add(_target);
        Options.Add(IndexOptions.Folder);
        Run(run =>
        {
            string target = run.Get(_target);
            if (target.Length == 0 || File.Exists(target) || IndexOptions.HoldsAnything(target)) throw CliException.Usage($"A snapshot goes into a new folder or an empty one, and '{target}' is neither.");
            using NewsIndex index = IndexOptions.Open(run, isReadOnly: false);
            IndexOptions.Guard(() => index.SnapshotTo(target, run.Cancellation));
            return run.Write(json => json.WriteString("snapshot"u8, target), paper => paper.WriteLine($"copied to {target}"));
        });
    }
}

/// <summary><c>index delete</c>: pages out of an index, by their ids.</summary>
internal sealed class IndexDeleteCommand : CliCommand
{
    private readonly Argument<string[]> _ids = new("ID") { Description = "Ids of pages; - reads them from stdin, one a line", Arity = ArgumentArity.OneOrMore };
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Say what would go, and leave it" };

    public IndexDeleteCommand() : base("delete", "Remove pages by their ids", new Example("arabicnews index delete page-7 page-9", "two pages with all their articles"), new Example("arabicnews index delete --dry-run - < ids.txt", "say what would go"))
    {
        Notes = "Ids that are not there are told, and make the exit code 1.";
        Arguments.Add(_ids);
        Options.Add(IndexOptions.Folder);
        Options.Add(_dryRun);
        Run(Delete);
    }

    private int Delete(CommandRun run)
    {
        bool isDry = run.Get(_dryRun);
        using NewsIndex index = IndexOptions.Open(run, isReadOnly: isDry);
        int missing = 0;
        run.WriteEach(IdsOf(run).Select(id => (Id: id, Articles: IndexOptions.Guard(() => Remove(index, id, isDry)))),
            (row, json) =>
            {
                if (row.Articles == 0) missing++;
                json.WriteString("id"u8, row.Id);
                json.WriteNumber("articles"u8, row.Articles);
                json.WriteBoolean("deleted"u8, row.Articles > 0 && !isDry);
            },
            (row, paper) =>
            {
                if (row.Articles == 0) missing++;
                paper.Write(row.Id).Write("  ").WriteLine(row.Articles == 0 ? "not there" : $"{row.Articles} {(row.Articles == 1 ? "article" : "articles")}{(isDry ? "" : " deleted")}", row.Articles == 0 ? Tone.Bad : Tone.Plain);
            });
        if (!isDry) IndexOptions.Guard(index.Commit);
        return missing > 0 ? ExitCode.SomeFailed : ExitCode.Ok;
    }

    private static int Remove(NewsIndex index, string id, bool isDry)
    {
        if (id.Length is 0 or > NewsIndex.MaxIdLength) return 0;
        int articles = index.GetArticles(id).Length;
        if (articles > 0 && !isDry) index.Remove(id);
        return articles;
    }

    private IEnumerable<string> IdsOf(CommandRun run)
    {
        foreach (string id in run.Get(_ids))
        {
            if (id != "-")
            {
                yield return id;
                continue;
            }

            using var input = new StreamReader(Console.OpenStandardInput());
            while (input.ReadLine() is { } line)
                if (line.Length > 0) yield return line;
        }
    }
}
