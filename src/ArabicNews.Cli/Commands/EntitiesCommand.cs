using System.CommandLine;
using ArabicNews.Cli.Input;
using ArabicNews.Cli.Output;
using ArabicNews.Cli.Running;

namespace ArabicNews.Cli.Commands;

/// <summary><c>entities</c>: who and where a text names.</summary>
internal sealed class EntitiesCommand : CliCommand
{
    private enum Target
    {
        /// <summary>A table on a terminal, else JSON Lines.</summary>
        Auto,
        Conll,
    }

    private static readonly IReadOnlyDictionary<string, Target> s_targets = new Dictionary<string, Target>(StringComparer.Ordinal) { ["auto"] = Target.Auto, ["conll"] = Target.Conll };

    private readonly Option<Target> _to = Choices.Option("--to", "conll: a word a line with its label; else a table on a terminal and JSON Lines elsewhere", s_targets, Target.Auto);

    private readonly Option<float> _minScore = new("--min-score") { Description = "Leave out mentions that are less sure, 0 to 1", HelpName = "SCORE", DefaultValueFactory = _ => EntityExtractorOptions.Default.MinScore };

    private readonly Option<string?> _home = new("--home") { Description = "Country of the outlet, ISO 3166-1: where a bare «الوزير» and a twin of names belong", HelpName = "CC" };

    private readonly Option<string[]> _gazetteer = new("--gazetteer") { Description = "A list of your own, TSV or JSON, added to ours", HelpName = "FILE", Arity = ArgumentArity.OneOrMore };

    public EntitiesCommand() : base("entities", "Find people, places and organizations",
        new Example("arabicnews entities --text 'التقى أنتوني بلينكن نظيره المصري سامح شكري في القاهرة'", "a table"),
        new Example("arabicnews entities pages.jsonl | jq -r '.entities[].englishName'", "JSON Lines"),
        new Example("arabicnews entities --from conll --to conll test.conll", "a column of labels more"),
        new Example("arabicnews entities --gazetteer ours.tsv page.html", "with names of your own"))
    {
        RecordOptions.AddTo(this);
        foreach (Option option in (Option[])[_to, RecordOptions.Article, _minScore, _home, _gazetteer]) Options.Add(option);
        _minScore.Validators.Add(result =>
        {
            if (!(result.GetValueOrDefault<float>() is >= 0 and <= 1)) result.AddError("--min-score must be from 0 to 1.");
        });
        Notes = """
            Of HTML the main article is read; of text all of it. Spans are [start,end) in UTF-16 code units of "text" in the output. What an attached و or ب belongs to is not part of a name.
            Labels: B-PER, I-PER, LOC, ORG, O. The format of a list is told in the README of the package ArabicNews.
            """;
        Run(run =>
        {
            EntityExtractor extractor = CreateExtractor(run);
            bool readsArticle = run.Get(RecordOptions.Article);
            if (run.Get(_to) == Target.Conll) return run.WriteRecordsAsync(record => EntityConll.Render(record, Extract(extractor, record, readsArticle, run.Cancellation)));
            return run.WriteRecordsAsync(
                json: (record, json) =>
                {
                    (EntityExtraction found, string text) = Extract(extractor, record, readsArticle, run.Cancellation);
                    json.WriteString("text"u8, text);
                    EntityJson.Write(json, found, text);
                },
                human: (record, paper) =>
                {
                    (EntityExtraction found, string text) = Extract(extractor, record, readsArticle, run.Cancellation);
                    if (record.IsOfAFile) paper.WriteLine(record.Id, Tone.Faint);
                    EntityPaper.Write(paper, found, text);
                });
        });
    }

    private static (EntityExtraction Found, string Text) Extract(EntityExtractor extractor, NewsRecord record, bool readsArticle, CancellationToken cancellationToken)
    {
        if (!readsArticle && record.PlainText is { } text) return (extractor.Extract(text), text);
        NewsPage page = record.ToPage(cancellationToken);
        return (extractor.Extract(page), page.Text);
    }

    private EntityExtractor CreateExtractor(CommandRun run)
    {
        Gazetteer gazetteer = Gazetteer.Default;
        foreach (string file in run.Get(_gazetteer) ?? [])
        {
            try
            {
                using FileStream list = File.OpenRead(file);
                gazetteer = gazetteer.With(Gazetteer.ReadEntries(list));
            }
            catch (Exception exception) when (exception is FormatException or ArgumentException or InvalidDataException)
            {
                throw CliException.Damaged($"{file}: {exception.Message}", exception);
            }
        }

        return new EntityExtractor(gazetteer, new EntityExtractorOptions { MinScore = run.Get(_minScore), HomeCountry = run.Get(_home)?.ToUpperInvariant() });
    }
}
