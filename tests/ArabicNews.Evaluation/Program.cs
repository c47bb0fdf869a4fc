using System.Globalization;
using System.Text;
using ArabicNews.Evaluation;

// Scores the engines on gold data: <what> [path] [--predictions FILE]; formats and scoring are those of shared/data/README.md.
// "floors" runs every row of Floors.tsv, "digest PATH" prints what its last column holds. One class per evaluation, and a line here.
Evaluation[] evaluations =
[
    TokensEvaluation.Evaluation,
    SegmentationEvaluation.Evaluation,
    ConflationEvaluation.Evaluation,
    EquivalenceEvaluation.Evaluation,
    DatesEvaluation.Evaluation,
    CreditsEvaluation.Evaluation,
    NewsTextEvaluation.Evaluation,
    ArticlesEvaluation.Evaluation,
    EntitiesEvaluation.Evaluation,
    LinkingEvaluation.Evaluation,
    GroupsEvaluation.Evaluation,
    RetrievalEvaluation.Evaluation,
    StoriesEvaluation.Evaluation,
];

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
try
{
    switch (args)
    {
        case ["floors"]:
            return Floors.Check(evaluations) == 0 ? 0 : 1;
        case ["digest", var path]:
            Console.WriteLine(Floors.DigestOf(path));
            return 0;
        case [var name, .. var rest] when evaluations.SingleOrDefault(evaluation => evaluation.Name == name) is { } evaluation:
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} {evaluation.Run(EvaluationArguments.Parse(rest)):0.0000}"));
            return 0;
        default:
            throw new UsageException(args is [] ? "which evaluation?" : $"no evaluation '{args[0]}'");
    }
}
catch (InvalidDataException problem)
{
    Console.Error.WriteLine(problem.Message);
    return 2;
}
catch (UsageException problem)
{
    Console.Error.WriteLine(problem.Message);
    Console.Error.WriteLine("usage: <evaluation> [path] [--predictions FILE] [options]");
    foreach (Evaluation evaluation in evaluations) Console.Error.WriteLine($"  {evaluation.Name} {evaluation.Options}");
    Console.Error.WriteLine("  floors");
    Console.Error.WriteLine("  digest <path>");
    return 2;
}
