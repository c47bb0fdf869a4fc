using ArabicNews.Lucene;

namespace ArabicNews.Evaluation;

/// <summary>
/// Are copies of one story put into one group, and only copies? Articles are re-edited by chance with a fixed seed (<see cref="StoryEdits"/>), and paired with their nearest neighbours that are no copies by exact comparison
/// (<see cref="StoryJudge"/>). All pages go into one <see cref="StoryGrouper"/> in a random order; a pair is joined when both are in one group. The score is F1 over all pairs, or what <c>--measure</c> asks for.
/// </summary>
internal static class StoriesEvaluation
{
    private const int Seed = 20261127;

    public static Evaluation Evaluation { get; } = new("stories", "[<docs folder>|<articles.jsonl>] [--pages held-out|tuned] [--measure f1|precision|recall]", Run);

    private static double Run(EvaluationArguments arguments)
    {
        List<StoryDocument> documents = StoryCorpus.Read(arguments);
        var maker = new StoryPairs(documents);
        StoryPair[] pairs = [.. maker.Make()];
        Dictionary<string, NewsPage> pages = documents.ToDictionary(document => document.Id, document => document.Page, StringComparer.Ordinal);
        foreach (StoryPair pair in pairs) (pages[pair.LeftId], pages[pair.RightId]) = (pair.Left, pair.Right);
        StoryGrouper grouper = Group(pages);

        (StoryPair Pair, bool IsJoined)[] answers = Array.ConvertAll(pairs, pair => (pair, GroupOf(grouper, pair.LeftId) == GroupOf(grouper, pair.RightId)));
        if (arguments.Predictions is { } file)
            File.WriteAllLines(file, answers.Select(answer => $"{answer.Pair.Kind}\t{answer.Pair.LeftId}\t{answer.Pair.RightId}\t{(answer.Pair.IsCopy ? 1 : 0)}\t{(answer.IsJoined ? 1 : 0)}").Prepend("kind\tleft\tright\tcopy\tjoined"));
        Score score = Print(documents.Count, answers, maker.Partly);
        PrintGroups(documents);
        return arguments.Options.GetValueOrDefault("measure", "f1") switch
        {
            "f1" => score.F1,
            "precision" => score.Precision,
            "recall" => score.Recall,
            var other => throw new UsageException($"no measure '{other}'"),
        };
    }

    private static StoryGrouper Group(Dictionary<string, NewsPage> pages)
    {
        string[] order = [.. pages.Keys];
        new Random(Seed).Shuffle(order);
        var grouper = new StoryGrouper();
        foreach (string id in order) grouper.Add(id, SignatureOf(pages[id]));
        return grouper;
    }

    // A page in which the parser sees no article is compared as it is.
    private static StorySignature SignatureOf(NewsPage page) => page.Main is { } main ? StorySignature.Create(main, page.Text) : StorySignature.Create(page.Text);

    private static string GroupOf(StoryGrouper grouper, string id) => grouper.TryGet(id, out StoryGroup group) ? group.Id : throw new InvalidOperationException($"{id} has no group");

    private static Score Print(int documents, (StoryPair Pair, bool IsJoined)[] answers, int partly)
    {
        var table = new Table("pairs", "", "joined", "share");
        foreach (IGrouping<string, (StoryPair Pair, bool IsJoined)> kind in answers.GroupBy(answer => answer.Pair.Kind))
            table.Add(kind.Key, kind.Count(), kind.Count(answer => answer.IsJoined), kind.Average(answer => answer.IsJoined ? 1.0 : 0));
        table.Print();
        Console.WriteLine($"left out: {partly} pairs of neighbours of which one has a fifth to a half of the other");
        int copies = answers.Count(answer => answer.Pair.IsCopy);
        Score score = Score.Of(answers.Count(answer => answer.IsJoined && answer.Pair.IsCopy), copies, answers.Count(answer => answer.IsJoined));
        var summary = new Table("", "copies", "not copies", "precision", "recall", "F1");
        summary.Add($"{documents} articles", copies, answers.Length - copies, score.Precision, score.Recall, score.F1);
        summary.Print();
        return score;
    }

    // What the groups of the articles themselves, without re-edits, are like: pairs inside them as exact comparison tells them, and how many of the pairs are copies by their own signatures.
    private static void PrintGroups(List<StoryDocument> documents)
    {

        StoryGrouper grouper = Group(documents.ToDictionary(document => document.Id, document => document.Page, StringComparer.Ordinal));
        StoryDocument[][] groups = [.. documents.GroupBy(document => GroupOf(grouper, document.Id)).Where(group => group.Skip(1).Any()).Select(group => group.ToArray())];
        var relations = new Dictionary<StoryRelation, int>();
        int copiesBySignature = 0;
        foreach (StoryDocument[] group in groups)
        {
            StoryJudge[] judges = Array.ConvertAll(group, document => new StoryJudge(document.Body));
            StorySignature[] signatures = Array.ConvertAll(group, document => SignatureOf(document.Page));
            for (int i = 0; i < group.Length; i++)
            {
                for (int j = 0; j < i; j++)
                {
                    StoryRelation relation = judges[i].Compare(judges[j]);
                    relations[relation] = relations.GetValueOrDefault(relation) + 1;
                    if (signatures[i].IsCopyOf(signatures[j])) copiesBySignature++;
                }
            }
        }

        var table = new Table("without re-edits", "groups of several", "largest", "pairs inside", "copies", "partly", "other", "by signature");
        table.Add($"{documents.Count} articles", groups.Length, groups.Length == 0 ? 0 : groups.Max(group => group.Length), relations.Values.Sum(), relations.GetValueOrDefault(StoryRelation.Copy),
            relations.GetValueOrDefault(StoryRelation.Partly), relations.GetValueOrDefault(StoryRelation.Other), copiesBySignature);
        table.Print();
    }
}
