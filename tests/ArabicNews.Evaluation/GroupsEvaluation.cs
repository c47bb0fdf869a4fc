using System.Globalization;
using System.Text;
using PageSpan = (string File, ArabicNews.TextSpan Span);

namespace ArabicNews.Evaluation;

/// <summary>
/// Whether mentions of one person or place are one entity, on each of our own pages: <see cref="BCubed"/> of people and places, averaged over the mentions that both sides have with equal span, of whatever kind we take
/// them for. With <c>--across</c> all pages are one: a word of the gold's column <c>entity</c> is the same one on all of them; ours are one by <see cref="Entity.Id"/>, and those without one by their name in any spelling,
/// as the index counts them. The score is the F1 of people and places together.
/// </summary>
internal static class GroupsEvaluation
{
    public static Evaluation Evaluation { get; } = new("groups", "[folder] [--across] [--pages held-out|tuned]", Run);

    private static double Run(EvaluationArguments arguments)
    {
        bool across = arguments.Options.TryGetValue("across", out string? value);
        if (value is { Length: > 0 }) throw new UsageException($"--across has no value; put the folder '{value}' first");
        IReadOnlyList<AnnotatedPage> pages = AnnotatedPage.ReadAll(arguments);
        var gold = new Dictionary<PageSpan, Named>();
        var ours = new Dictionary<PageSpan, Named>();
        foreach (AnnotatedPage page in pages)
        {
            foreach (GoldMention mention in page.Mentions.Where(mention => mention.Kind != EntityKind.Organization))
                gold.Add((page.File, mention.Span), new Named(mention.Kind, Key(across ? "" : page.File, mention.Kind, mention.Entity), mention));
            foreach ((int index, Entity entity) in EntityExtractor.Default.Extract(page.Page).Entities.Index().Where(entity => entity.Item.Kind != EntityKind.Organization))
                foreach (Mention mention in entity.Mentions)
                    ours.Add((page.File, mention.Span), new Named(entity.Kind, across ? KeyOf(entity) : Key(page.File, index.ToString(CultureInfo.InvariantCulture), entity.Name), null));
        }

        if (arguments.Predictions is { } file) File.WriteAllText(file, PredictionsOf(gold, ours));
        BCubedMention<PageSpan>[] measured = [.. BCubed.Measure(GroupsOf(gold), GroupsOf(ours))];
        if (!across) PrintPages(pages, measured, gold, ours);
        return PrintSummary(measured, gold, ours);
    }

    private static Dictionary<PageSpan, string> GroupsOf(Dictionary<PageSpan, Named> mentions) => mentions.ToDictionary(mention => mention.Key, mention => mention.Value.Group);

    private static string KeyOf(Entity entity) => Key(entity.Kind, entity.Id is { } id ? "#" + id : ArabicNormalizer.Match.Normalize(entity.Name));

    private static string Key(params object[] parts) => string.Join('/', parts);

    private static void PrintPages(IReadOnlyList<AnnotatedPage> pages, BCubedMention<PageSpan>[] measured, Dictionary<PageSpan, Named> gold, Dictionary<PageSpan, Named> ours)
    {
        ILookup<string, BCubedMention<PageSpan>> shared = measured.Where(mention => mention.IsShared).ToLookup(mention => mention.Mention.File, StringComparer.Ordinal);
        if (!pages.Any(page => page.IsShown)) return;
        var table = new Table("page", "gold", "found", "scored", "precision", "recall", "F1");
        foreach (AnnotatedPage page in pages.Where(page => page.IsShown))
        {
            var score = BCubedScore.Of([.. shared[page.File]]);
            table.Add(page.File, gold.Keys.Count(mention => mention.File == page.File), ours.Keys.Count(mention => mention.File == page.File), score.Mentions, score.Precision, score.Recall, score.F1);
        }

        table.Print();
        Console.WriteLine();
    }

    // A mention counts to the people or the places by what the gold says.
    private static double PrintSummary(BCubedMention<PageSpan>[] measured, Dictionary<PageSpan, Named> gold, Dictionary<PageSpan, Named> ours)
    {
        var table = new Table("of all pages", "gold", "found", "scored", "precision", "recall", "F1");
        BCubedMention<PageSpan>[] shared = [.. measured.Where(mention => mention.IsShared)];
        foreach ((EntityKind kind, string title) in new[] { (EntityKind.Person, "people"), (EntityKind.Place, "places") })
        {
            Add(title, gold.Values.Count(mention => mention.Kind == kind), ours.Values.Count(mention => mention.Kind == kind),
                BCubedScore.Of([.. shared.Where(mention => gold[mention.Mention].Kind == kind)]));
        }

        var both = BCubedScore.Of(shared);
        Add("both", gold.Count, ours.Count, both);
        Add("both, averaged over missed and extra ones too", gold.Count, ours.Count, BCubedScore.Of(measured));
        table.Print();
        return both.F1;

        void Add(string title, int goldCount, int ourCount, BCubedScore score) =>
            table.Add(title, goldCount, ourCount, score.Mentions, score.Precision, score.Recall, score.F1);
    }

    private static string PredictionsOf(Dictionary<PageSpan, Named> gold, Dictionary<PageSpan, Named> ours)
    {
        var rows = new StringBuilder($"file\t{GoldMention.Header}\tour_kind\tour_entity\n");
        foreach (PageSpan span in gold.Keys.Union(ours.Keys).OrderBy(span => span.File, StringComparer.Ordinal).ThenBy(span => span.Span.Start))
        {
            (Named? theirs, Named? our) = (gold.GetValueOrDefault(span), ours.GetValueOrDefault(span));
            rows.AppendJoin('\t', span.File, span.Span.Start, span.Span.End, NameOf(theirs?.Kind), theirs?.Gold?.Entity, theirs?.Gold?.Place?.Id, NameOf(our?.Kind), our?.Group).Append('\n');
        }

        return rows.ToString();
    }

    private static string NameOf(EntityKind? kind) => kind switch
    {
        EntityKind.Person => "PER",
        EntityKind.Place => "LOC",
        _ => "",
    };

    /// <summary>What one side says of a mention.</summary>
    /// <param name="Kind">Person or place.</param>
    /// <param name="Group">The same for the same one.</param>
    /// <param name="Gold">The row, on the gold's side.</param>
    private sealed record Named(EntityKind Kind, string Group, GoldMention? Gold);
}
