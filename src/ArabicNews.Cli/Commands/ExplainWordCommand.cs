using System.CommandLine;
using ArabicNews.Cli.Output;
using ArabicNews.Cli.Running;
using ArabicNews.Lucene;

namespace ArabicNews.Cli.Commands;

/// <summary><c>explain word</c>: what words become on their way into the index.</summary>
internal sealed class ExplainWordCommand : CliCommand
{
    private readonly Argument<string[]> _words = new("WORD") { Description = "Words, or a text in quotes", Arity = ArgumentArity.OneOrMore };

    public ExplainWordCommand() : base("word", "What a word becomes on its way into the index",
        new Example("arabicnews explain word وبمدرستهم", "spelling, parts, stem, skeleton, terms"),
        new Example("arabicnews explain word 'جمهورية مصر العربية' --json", "a name of several words is one term more"))
    {
        Arguments.Add(_words);
        Notes = "Marks of terms: = a word as written, ~ a skeleton, @ a name, & a group of synonyms; none: a stem.";
        Run(run =>
        {
            using var analyzer = new ArabicNewsAnalyzer();
            AnalysisExplanation explanation = analyzer.Explain(string.Join(' ', run.Get(_words)));
            return run.Write(json => AnalysisJson.Write(json, "analysis"u8, explanation), paper => Write(paper, explanation));
        });
    }

    private static void Write(Paper paper, AnalysisExplanation explanation)
    {
        foreach (ExplainedWord word in explanation.Words)
        {
            paper.WriteLine(word.Text, Tone.Strong);
            paper.WriteField("  spelling", word.Normalized, note: word.Normalized == word.Text ? "as it is" : null);
            paper.WriteField("  parts", string.Join('+', word.Segments.Select(segment => segment.Text)), note: string.Join(" + ", word.Segments.Select(segment => JsonNames.Of(segment.Kind))));
            paper.WriteField("  stem", word.Stem);
            paper.WriteField("  skeleton", word.Skeleton);
            if (word.IsStopWord) paper.WriteField("  stop word", "yes", note: word.Terms.IsEmpty ? "left out of the index" : null);
            paper.WriteField("  terms", word.Terms.IsEmpty ? "none" : string.Join("  ", word.Terms));
            paper.WriteLine();
        }
    }
}
