using System.CommandLine;
using System.Globalization;
using System.Threading.Channels;
using ArabicNews.Cli.Input;
using ArabicNews.Cli.Output;
using ArabicNews.Cli.Running;
using ArabicNews.Lucene;

namespace ArabicNews.Cli.Commands;

/// <summary><c>duplicates</c>: which records carry the same wire copy. Pages are parsed on several threads and grouped in the order of the input, so that the result is always the same.</summary>
internal sealed class DuplicatesCommand : CliCommand
{
    private readonly Option<bool> _all = new("--all") { Description = "Groups of one article too" };

    public DuplicatesCommand() : base("duplicates", "Group articles that carry the same wire story", new Example("arabicnews duplicates pages.jsonl", "a group a line, the largest first"))
    {
        Notes = "Articles are one story where a good part of the shorter one is in the longer one, and its figures are. Headlines, credits and spelling do not matter.";
        RecordOptions.AddTo(this, writes: false);
        Options.Add(_all);
        Run(GroupAsync);
    }

    private async Task<int> GroupAsync(CommandRun run)
    {
        var grouper = new StoryGrouper();
        var articles = new Dictionary<string, Known>(StringComparer.Ordinal);
        var order = new List<string>();
        await foreach (Sketch sketch in SketchAsync(run))
        {
            if (sketch.Error is { } error)
            {
                run.Fail(sketch.Record, error);
                continue;
            }

            if (sketch is not { Article: { } article, Signature: { } signature }) continue;
            if (!articles.TryAdd(article.Id, article))
            {
                run.Fail(sketch.Record, $"A record with the id '{article.Id}' came before.");
                continue;
            }

            order.Add(article.Id);
            grouper.Add(article.Id, signature, article.Published?.Value, sketch.IsAgencyCopy);
        }

        int smallest = run.Get(_all) ? 1 : 2;
        StoryGroup[] groups = [.. order.Select(id => grouper.TryGet(id, out StoryGroup group) ? group : default).DistinctBy(group => group.Id, StringComparer.Ordinal).Where(group => group.Count >= smallest)
            .OrderByDescending(group => group.Count)];
        run.WriteEach(groups,
            (group, json) =>
            {
                SearchJson.WriteStory(json, group);
                json.WriteStartArray("articles"u8);
                foreach (Known article in grouper.GetMembers(group.Id).Select(id => articles[id]))
                {
                    json.WriteStartObject();
                    json.WriteString("id"u8, article.Id);
                    json.WriteStringOrNothing("headline"u8, article.Headline);
                    json.WriteStringOrNothing("published"u8, article.Published?.ToIsoString());
                    json.WriteStringOrNothing("source"u8, article.Source);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            },
            (group, paper) =>
            {
                paper.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{group.Count} {(group.Count == 1 ? "article" : "articles")}"), Tone.Strong);
                foreach (Known article in grouper.GetMembers(group.Id).Select(id => articles[id]))
                {
                    paper.Write("   ");
                    if (article.Published is { } published) paper.Write(published.ToIsoString(), Tone.Faint).Write("  ");
                    if (article.Source is not null) paper.Write(article.Source, Tone.Organization).Write("  ");
                    paper.Write(article.Id, Tone.Faint).Write("  ").WriteLine(article.Headline ?? "");
                }
            });
        run.Log.Remark(string.Create(CultureInfo.InvariantCulture, $"{grouper.Count:N0} articles are {grouper.GroupCount:N0} stories."));
        return run.GetExitCode();
    }

    private static async IAsyncEnumerable<Sketch> SketchAsync(CommandRun run)
    {
        int jobs = run.Get(RecordOptions.Jobs);
        var sketches = Channel.CreateBounded<Task<Sketch>>(jobs * 4);
        using var slots = new SemaphoreSlim(jobs);
        Task reading = Task.Run(async () =>
        {
            try
            {
                await foreach (NewsRecord record in run.ReadRecordsAsync())
                {
                    await slots.WaitAsync(run.Cancellation);
                    await sketches.Writer.WriteAsync(Task.Run(() =>
                    {
                        try
                        {
                            return Sketch.Of(record, run.Cancellation);
                        }
                        finally
                        {
                            slots.Release();
                        }
                    }), run.Cancellation);
                }

                sketches.Writer.Complete();
            }
            catch (Exception exception)
            {
                sketches.Writer.Complete(exception);
            }
        });
        await foreach (Task<Sketch> sketch in sketches.Reader.ReadAllAsync(run.Cancellation)) yield return await sketch;
        await reading;
    }

    // What is kept of an article while the others are read; its record is let go.
    private sealed record Known(string Id, string? Headline, ArticleDate? Published, string? Source);

    private sealed record Sketch(NewsRecord Record, Known? Article = null, StorySignature? Signature = null, bool IsAgencyCopy = false, string? Error = null)
    {
        public static Sketch Of(NewsRecord record, CancellationToken cancellationToken)
        {
            try
            {
                NewsPage page = record.ToPage(cancellationToken);
                if (page.Main is not { } main) return new Sketch(record);
                string? agency = main.Byline?.Agencies.FirstOrDefault().Name ?? main.Dateline?.Agencies.FirstOrDefault().Name ?? main.Sources.FirstOrDefault()?.Name;
                bool isAgencySite = page.Metadata.SiteName is { } site && Byline.TryParse(site, null, out Byline? byline) && byline.Agencies.Length > 0 && byline.Outlets.IsEmpty && byline.Persons.IsEmpty;
                return new Sketch(record, new Known(record.Id, main.Headline?.In(page.Text).ToString(), main.Published, page.Metadata.SiteName ?? agency), StorySignature.Create(main, page.Text), isAgencySite);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                return new Sketch(record, Error: exception.Message);
            }
        }
    }
}
