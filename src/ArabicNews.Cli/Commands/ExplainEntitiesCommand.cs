using System.Globalization;
using System.Text.Json;
using ArabicNews.Cli.Input;
using ArabicNews.Cli.Output;
using ArabicNews.Cli.Running;

namespace ArabicNews.Cli.Commands;

/// <summary><c>explain entities</c>: for each mention what speaks for it, in its sentence.</summary>
internal sealed class ExplainEntitiesCommand : CliCommand
{
    private const int Around = 24;

    public ExplainEntitiesCommand() : base("entities", "What speaks for each name that was found",
        new Example("arabicnews explain entities --text 'قالت واشنطن إن الرئيس جو بايدن يزور صور اللبنانية'", "mention by mention"),
        new Example("arabicnews explain entities page.html --json", "for programs"))
    {
        RecordOptions.AddTo(this);
        Run(run => run.WriteRecordsAsync(
            json: (record, json) =>
            {
                (EntityExtraction found, string text) = Extract(record, run.Cancellation);
                json.WriteString("text"u8, text);
                Write(json, found, text);
            },
            human: (record, paper) =>
            {
                (EntityExtraction found, string text) = Extract(record, run.Cancellation);
                if (record.Origin is not ("-" or "--text")) paper.WriteLine(record.Id, Tone.Faint);
                foreach (Entity entity in found.Entities.OrderBy(entity => entity.Mentions[0].Span.Start)) Write(paper, entity, text);
                if (found.Entities.IsDefaultOrEmpty) paper.WriteLine("no names", Tone.Faint).WriteLine();
            }));
    }

    private static (EntityExtraction Found, string Text) Extract(NewsRecord record, CancellationToken cancellationToken)
    {
        if ((record.Text ?? record.Body) is { } text) return (EntityExtractor.Default.Extract(text), text);
        NewsPage page = record.ToPage(cancellationToken);
        return (EntityExtractor.Default.Extract(page), page.Text);
    }

    private static void Write(Paper paper, Entity entity, string text)
    {
        paper.Write(entity.Name, entity.Kind switch { EntityKind.Person => Tone.Person, EntityKind.Place => Tone.Place, _ => Tone.Organization });
        string known = string.Join("; ", ((string?[])[JsonNames.Of(entity.Kind), entity.EnglishName, EntityPaper.Known(entity), entity.Id]).Where(part => !string.IsNullOrEmpty(part)));
        paper.Write("  ").WriteLine(known, Tone.Faint);
        var table = new PaperTable("span", "score", "as printed", "what speaks for it", "");
        foreach (Mention mention in entity.Mentions)
            table.Add(
                new Cell("  " + mention.Span, Tone.Faint), mention.Score.ToString("0.00", CultureInfo.InvariantCulture), new Cell(mention.Span.In(text).ToString(), Tone.Strong),
                string.Join("; ", MentionReasons.Of(mention.Evidence)), new Cell(ContextOf(text, mention.Span), Tone.Faint));
        paper.Write(table).WriteLine();
    }

    private static void Write(Utf8JsonWriter json, EntityExtraction found, string text)
    {
        json.WriteStartArray("mentions"u8);
        foreach ((Entity entity, Mention mention) in found.Entities.SelectMany(entity => entity.Mentions.Select(mention => (entity, mention))).OrderBy(pair => pair.mention.Span.Start))
        {
            json.WriteStartObject();
            json.WriteSpan("span"u8, mention.Span);
            json.WriteString("text"u8, mention.Span.In(text));
            json.WriteString("kind"u8, JsonNames.Of(mention.Kind));
            json.WriteString("name"u8, entity.Name);
            json.WriteStringOrNothing("id"u8, entity.Id);
            json.WriteNumber("score"u8, MathF.Round(mention.Score, 4));
            json.WriteStartArray("reasons"u8);
            foreach (string reason in MentionReasons.Of(mention.Evidence)) json.WriteStringValue(reason);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string ContextOf(string text, TextSpan span)
    {
        int start = Math.Max(0, span.Start - Around), end = Math.Min(text.Length, span.End + Around);
        return $"{(start > 0 ? "…" : "")}{text.AsSpan(start, end - start)}{(end < text.Length ? "…" : "")}";
    }
}
