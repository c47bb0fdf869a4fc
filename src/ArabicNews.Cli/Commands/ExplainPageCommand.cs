using System.Globalization;
using System.Text.Json;
using ArabicNews.Cli.Output;
using ArabicNews.Cli.Running;

namespace ArabicNews.Cli.Commands;

/// <summary><c>explain page</c>: what each block of a page was taken for, with what the parser weighs, and the vote on title, dates, authors and section.</summary>
internal sealed class ExplainPageCommand : CliCommand
{
    // Cells that the other columns take.
    private const int RoomBeside = 46;

    public ExplainPageCommand() : base("page", "What each block of a page was taken for, and whose word was believed",
        new Example("arabicnews explain page page.html", "a table"),
        new Example("arabicnews explain page crawl.jsonl --limit 3 --json", "for programs"))
    {
        RecordOptions.AddTo(this);
        Notes = "The parser weighs length, stop words, signs and marker words of each line, in HTML also role and links, and decides about all lines together: one weak line inside a strong body stays.";
        Run(run => run.WriteRecordsAsync(
            json: (record, json) =>
            {
                NewsPage page = record.ToPage(run.Cancellation);
                Write(json, page, PageBlocks.Of(page));
            },
            human: (record, paper) =>
            {
                NewsPage page = record.ToPage(run.Cancellation);
                if (record.IsOfAFile) paper.WriteLine(record.Id, Tone.Faint);
                Write(paper, page, PageBlocks.Of(page));
            },
            keepsMetadata: false));
    }

    private static void Write(Paper paper, NewsPage page, IReadOnlyList<PageBlock> blocks)
    {
        if (page.Main is null) paper.WriteLine($"No article: {PagePaper.Explain(page.NoArticleReason)}", Tone.Strong);
        var table = new PaperTable("taken for", "words", "stop", "signs", "block");
        foreach (PageBlock block in blocks)
            table.Add(
                new Cell(block.TakenFor, block.Owner switch { BlockOwner.Main => Tone.Good, BlockOwner.Related => Tone.Organization, _ => Tone.Faint }),
                Number(block.Words), Number(block.StopWords), Number(block.Signs), new Cell(Shorten(block.Span.In(page.Text), paper.Width - RoomBeside), IsFolded: false));
        paper.Write(table);
        if (page.Evidence.Length > 0)
        {
            var evidence = new PaperTable("field", "said by", "", "value");
            foreach (FieldEvidence said in page.Evidence)
                evidence.Add(JsonNames.Of(said.Field), JsonNames.Of(said.Source), new Cell(Explain(said.Verdict), said.Verdict is EvidenceVerdict.Chosen or EvidenceVerdict.Confirms ? Tone.Good : Tone.Faint), said.Value);
            paper.WriteLine().Write(evidence);
        }

        paper.WriteLine();
    }

    private static void Write(Utf8JsonWriter json, NewsPage page, IReadOnlyList<PageBlock> blocks)
    {
        json.WriteString("text"u8, page.Text);
        if (page.Main is null) json.WriteString("noArticleReason"u8, JsonNames.Of(page.NoArticleReason));
        json.WriteStartArray("blocks"u8);
        foreach (PageBlock block in blocks)
        {
            json.WriteStartObject();
            json.WriteSpan("span"u8, block.Span);
            json.WriteString("owner"u8, JsonNames.Of(block.Owner));
            json.WriteString("takenFor"u8, block.TakenFor);
            json.WriteNumber("words"u8, block.Words);
            json.WriteNumber("stopWords"u8, block.StopWords);
            json.WriteNumber("signs"u8, block.Signs);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        PageJson.WriteEvidence(json, page.Evidence);
    }

    private static string Explain(EvidenceVerdict verdict) => verdict switch
    {
        EvidenceVerdict.Chosen => "chosen",
        EvidenceVerdict.Confirms => "says the same",
        EvidenceVerdict.Outvoted => "outvoted",
        EvidenceVerdict.ZoneDiffers => "the same but for a time zone",
        EvidenceVerdict.NotLater => "not later than the publication",
        EvidenceVerdict.NotInText => "stands nowhere in the text",
        _ => "no person",
    };

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Shorten(ReadOnlySpan<char> text, int length) => text.Length <= length ? text.ToString() : $"{text[..(length - 1)]}…";
}
