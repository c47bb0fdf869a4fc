using System.Text;
using ArabicNews.Tests.Entities;

namespace ArabicNews.Evaluation;

/// <summary>
/// People and places of our own pages, each page read by the parser of its kind: who is named at all, not how often. Right are names whose fullest form on the page is a row's, letter for letter after
/// <see cref="ArabicNormalizer.Match"/>. The score is the micro F1 of people and places.
/// </summary>
internal static class SeedPageNamesEvaluation
{
    private static readonly (EntityKind Kind, string Title)[] s_kinds = [(EntityKind.Person, "people"), (EntityKind.Place, "places")];

    public static double Run(EvaluationArguments arguments)
    {
        var table = new Table("page", "people right", "found", "expected", "places right", "found", "expected");
        var totals = s_kinds.ToDictionary(kind => kind.Kind, _ => default(Counts));
        var predictions = new StringBuilder("page\tkind\terror\tname\tcountry\n");
        foreach (SeedPageNames row in SeedPageNames.All.Where(row => SeedPagesEvaluation.IsAsked(row.File, arguments)))
        {
            NewsPage page = SeedPagesEvaluation.Parse(row.Path);
            EntityExtraction extraction = EntityExtractor.Default.Extract(page);
            var cells = new List<object> { row.File };
            foreach ((EntityKind kind, string title) in s_kinds)
            {
                IReadOnlyList<(string Form, Entity Entity)> found = SeedPageNames.FormsOf(extraction, kind, page.Text);
                Dictionary<string, string> expected = (kind == EntityKind.Person ? row.People : row.Places).ToDictionary(SeedPageNames.Bare, StringComparer.Ordinal);
                int right = 0;
                foreach ((string form, Entity entity) in found)
                {
                    bool isRight = expected.Remove(SeedPageNames.Bare(form));
                    if (isRight) right++;
                    predictions.AppendJoin('\t', row.File, title, isRight ? "" : "extra", form, entity.Place?.CountryCode).Append('\n');
                }

                foreach (string missed in expected.Values) predictions.AppendJoin('\t', row.File, title, "missed", missed, "").Append('\n');
                var counts = new Counts(right, found.Count, right + expected.Count);
                totals[kind] += counts;
                cells.AddRange([counts.Right, counts.Found, counts.Expected]);
            }

            table.Add([.. cells]);
        }

        if (arguments.Predictions is { } file) File.WriteAllText(file, predictions.ToString());
        table.Print();
        Console.WriteLine();
        return PrintSummary(totals);
    }

    private static double PrintSummary(Dictionary<EntityKind, Counts> totals)
    {
        var summary = new Table("of all pages", "right", "found", "expected", "precision", "recall", "F1");
        foreach ((EntityKind kind, string title) in s_kinds) Add(title, totals[kind]);
        Counts both = totals.Values.Aggregate((left, right) => left + right);
        Add("both", both);
        summary.Print();
        return both.F1;

        void Add(string title, Counts counts) => summary.Add(title, counts.Right, counts.Found, counts.Expected, counts.Precision, counts.Recall, counts.F1);
    }

    private readonly record struct Counts(int Right, int Found, int Expected)
    {
        public double Precision => Found == 0 ? 0 : (double)Right / Found;

        public double Recall => Expected == 0 ? 0 : (double)Right / Expected;

        public double F1 => Found + Expected == 0 ? 0 : 2.0 * Right / (Found + Expected);

        public static Counts operator +(Counts left, Counts right) => new(left.Right + right.Right, left.Found + right.Found, left.Expected + right.Expected);
    }
}
