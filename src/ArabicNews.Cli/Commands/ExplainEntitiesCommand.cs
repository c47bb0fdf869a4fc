using System.CommandLine;
using ArabicNews.Cli.Input;
using ArabicNews.Cli.Output;
using ArabicNews.Cli.Running;

namespace ArabicNews.Cli.Commands;

/// <summary><c>explain entities</c>: for each mention who decided what and why, which of several places is meant and by how much, and why words that look like names are none.</summary>
internal sealed class ExplainEntitiesCommand : CliCommand
{
    private readonly Option<string?> _name = new("--name") { Description = "Only what has this word in it", HelpName = "WORD" };

    private readonly Option<bool> _words = new("--words") { Description = "What the trained model made of each word, too" };

    public ExplainEntitiesCommand() : base("entities", "Which rule made a name one, whom it means, and why a word is none",
        new Example("arabicnews explain entities --text 'زار لويد أوستن مدينة طرابلس. وقال أوستن إن لبنان شريك.'", "step by step"),
        new Example("arabicnews explain entities page.html --name طرابلس --words", "one name, with the words of the model"),
        new Example("arabicnews explain entities page.html --json | jq '.dropped[].text'", "what only looked like a name"))
    {
        RecordOptions.AddTo(this);
        foreach (Option option in (Option[])[_name, _words, RecordOptions.Article]) Options.Add(option);
        Notes = "Of HTML the main article is read; of text all of it. If a name is wrong: a line in a list of your own (arabicnews entities --gazetteer FILE) goes before ours.";
        Run(run =>
        {
            bool readsArticle = run.Get(RecordOptions.Article), showsWords = run.Get(_words);
            string? name = run.Get(_name);
            return run.WriteRecordsAsync(
                json: (record, json) =>
                {
                    (EntityExplanation why, string text) = Explain(record, readsArticle, name, run.Cancellation);
                    json.WriteString("text"u8, text);
                    ExplanationJson.Write(json, why, showsWords);
                },
                human: (record, paper) =>
                {
                    (EntityExplanation why, string _) = Explain(record, readsArticle, name, run.Cancellation);
                    if (record.IsOfAFile) paper.WriteLine(record.Id, Tone.Faint);
                    ExplanationPaper.Write(paper, why, showsWords);
                });
        });
    }

    private static (EntityExplanation Why, string Text) Explain(NewsRecord record, bool readsArticle, string? name, CancellationToken cancellationToken)
    {
        if (!readsArticle && record.PlainText is { } text) return (Only(name, EntityExtractor.Default.Explain(text)), text);
        NewsPage page = record.ToPage(cancellationToken);
        return (Only(name, EntityExtractor.Default.Explain(page)), page.Text);
    }

    private static EntityExplanation Only(string? name, EntityExplanation why) => name is null ? why : why with
    {
        Mentions = [.. why.Mentions.Where(mention => mention.Text.Contains(name, StringComparison.Ordinal))],
        Dropped = [.. why.Dropped.Where(dropped => dropped.Text.Contains(name, StringComparison.Ordinal))],
    };
}
