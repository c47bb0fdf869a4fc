using System.CommandLine;
using System.Globalization;
using ArabicNews.Cli.Input;
using ArabicNews.Cli.Output;
using ArabicNews.Cli.Running;

namespace ArabicNews.Cli.Commands;

/// <summary><c>explain entities</c>: for each mention the steps that made it one and gave it its meaning, and what was thought of and is none.</summary>
internal sealed class ExplainEntitiesCommand : CliCommand
{
    private const int Around = 24;

    private readonly Option<bool> _words = new("--words") { Description = "Also what the trained model saw in each word, in --json always" };

    public ExplainEntitiesCommand() : base("entities", "Why each name is one, whom or what it means, and why a word is none",
        new Example("arabicnews explain entities --text 'زار لويد أوستن مدينة طرابلس، وقال أوستن إن لبنان شريك، ونشر صور الزيارة'", "step by step"),
        new Example("arabicnews explain entities page.html --words", "with the weights of the trained model"),
        new Example("arabicnews explain entities page.html --json", "for programs"))
    {
        Options.Add(_words);
        RecordOptions.AddTo(this);
        Run(run => run.WriteRecordsAsync(
            json: (record, json) =>
            {
                (EntityExplanation why, string text) = Explain(record, run.Cancellation);
                json.WriteString("text"u8, text);
                ExplanationJson.Write(json, why);
            },
            human: (record, paper) =>
            {
                (EntityExplanation why, string text) = Explain(record, run.Cancellation);
                if (record.Origin is not ("-" or "--text")) paper.WriteLine(record.Id, Tone.Faint);
                foreach (ExplainedMention mention in why.Mentions) Write(paper, mention, why.Extraction.Entities[mention.Entity!.Value], text, run.Get(_words));
                foreach (ExplainedMention dropped in why.Dropped) Write(paper, dropped, null, text, run.Get(_words));
                if (why.Mentions.IsEmpty && why.Dropped.IsEmpty) paper.WriteLine("nothing that looks like a name", Tone.Faint).WriteLine();
            }));
    }

    private static (EntityExplanation Why, string Text) Explain(NewsRecord record, CancellationToken cancellationToken)
    {
        if ((record.Text ?? record.Body) is { } text) return (EntityExtractor.Default.Explain(text), text);
        NewsPage page = record.ToPage(cancellationToken);
        return (EntityExtractor.Default.Explain(page), page.Text);
    }

    private static void Write(Paper paper, ExplainedMention mention, Entity? entity, string text, bool withWords)
    {
        Tone tone = entity is null ? Tone.Faint : mention.Kind switch { EntityKind.Person => Tone.Person, EntityKind.Place => Tone.Place, _ => Tone.Organization };
        string known = entity is null
            ? $"no {JsonNames.Of(mention.Kind)}"
            : string.Join("; ", ((string?[])[JsonNames.Of(entity.Kind), entity.EnglishName, EntityPaper.Known(entity), entity.Id, string.Create(CultureInfo.InvariantCulture, $"score {mention.Score:0.00}")]).Where(part => !string.IsNullOrEmpty(part)));
        paper.Write(mention.Text, tone).Blank(2).Write(known, Tone.Faint).Blank(2).WriteLine(ContextOf(text, mention.Span), Tone.Faint);
        var steps = new PaperTable("", "");
        foreach (ExplainedStep step in mention.Steps) steps.Add(new Cell("  " + JsonNames.Of(step.Kind), step.Kind == ExplainedStepKind.Against ? Tone.Bad : Tone.Faint), step.Text);
        foreach (PlaceReading reading in mention.Places)
            steps.Add(new Cell("  reading", Tone.Faint), string.Create(CultureInfo.InvariantCulture, $"{reading.Points:0.00}  {reading.Place.EnglishName} {reading.Place.Subdivision ?? reading.Place.CountryCode}: {string.Join(", ", reading.Parts)}"));
        if (withWords)
            foreach (TaggedWord word in mention.Words) steps.Add(new Cell("  word", Tone.Faint), $"{word.Text} {word.Label}: {word.Belief}; {string.Join(", ", word.Sums)}; {string.Join(", ", word.Features)}");
        paper.Write(steps).WriteLine();
    }

    private static string ContextOf(string text, TextSpan span)
    {
        int start = Math.Max(0, span.Start - Around), end = Math.Min(text.Length, span.End + Around);
        return $"{(start > 0 ? "…" : "")}{text.AsSpan(start, end - start)}{(end < text.Length ? "…" : "")}";
    }
}
