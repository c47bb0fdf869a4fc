using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json;
using ArabicNews.Cli.Input;
using ArabicNews.Cli.Output;
using ArabicNews.Cli.Running;

namespace ArabicNews.Cli.Commands;

/// <summary><c>dates</c>: the dates that a text prints, in any of the calendars and month names of Arabic news.</summary>
internal sealed class DatesCommand : CliCommand
{
    private readonly Option<RecordDate?> _reference = new("--reference")
    {
        Description = "The day that «أمس» counts from; else the record's own date",
        HelpName = "DATE",
        CustomParser = result =>
        {
            RecordDate? date = JsonRecord.ParseDate(result.Tokens[^1].Value);
            if (date is null) result.AddError($"'{result.Tokens[^1].Value}' is not ISO 8601: 2024-03-12 or 2024-03-12T08:30:00+03:00.");
            return date;
        },
    };

    public DatesCommand() : base("dates", "Find dates, in all calendars and month names of Arabic news",
        new Example("arabicnews dates --text 'الأربعاء 17 رمضان 1445 هـ'", "→ 2024-03-27"),
        new Example("arabicnews dates --reference 2024-03-12 --text 'قال أمس'", "days are counted from a day"),
        new Example("arabicnews dates pages.jsonl", "each record's date is its reference"))
    {
        RecordOptions.AddTo(this);
        Options.Add(_reference);
        Notes = "A value is no finer than the text: 2024, 2024-03, 2024-03-12, 2024-03-12T08:30. It has a zone only where the text tells one.";
        Run(run =>
        {
            DateTimeOffset? given = run.Get(_reference)?.Value;
            return run.WriteRecordsAsync(
                json: (record, json) =>
                {
                    string text = record.GetText(run.Cancellation);
                    json.WriteString("text"u8, text);
                    json.WriteStartArray("dates"u8);
                    foreach (ArticleDate date in ArabicDate.Find(text, ReferenceOf(record, given))) Write(json, date, text);
                    json.WriteEndArray();
                },
                human: (record, paper) =>
                {
                    string text = record.GetText(run.Cancellation);
                    ImmutableArray<ArticleDate> dates = ArabicDate.Find(text, ReferenceOf(record, given));
                    var table = new PaperTable("date", "known to the", "calendar", "span", "as printed");
                    foreach (ArticleDate date in dates)
                        table.Add(new Cell(date.ToIsoString(), Tone.Strong), JsonNames.Of(date.Precision), JsonNames.Of(date.Calendar), new Cell(date.Span.ToString(), Tone.Faint), date.Span.In(text).ToString());
                    if (table.IsEmpty) paper.WriteLine("no date", Tone.Faint);
                    else paper.Write(table);
                });
        });
    }

    private static DateTimeOffset? ReferenceOf(NewsRecord record, DateTimeOffset? given) => given ?? record.Date?.Value ?? record.Fetched;

    private static void Write(Utf8JsonWriter json, ArticleDate date, string text)
    {
        json.WriteStartObject();
        json.WriteString("text"u8, date.Span.In(text));
        json.WriteString("value"u8, date.ToIsoString());
        json.WriteString("precision"u8, JsonNames.Of(date.Precision));
        json.WriteString("calendar"u8, JsonNames.Of(date.Calendar));
        json.WriteSpan("span"u8, date.Span);
        json.WriteEndObject();
    }
}
