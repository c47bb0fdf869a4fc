using System.Globalization;

namespace ArabicNews.Evaluation;

/// <summary>
/// What <c>entities FILE --details</c> prints below its table: how often mentions are right by the grounds on which they were found, which types are taken for which, whose edges are wrong, and how far
/// <see cref="Mention.Score"/> can be believed. Right is what it is in the table above: same words, same type.
/// </summary>
internal sealed class EntityDetails(IReadOnlyList<string> types)
{
    private const string None = "none";

    // Grounds that go together more rarely say nothing about themselves.
    private const int MinFound = 20;

    private const int Bins = 10;

    private readonly List<(Mention Mention, bool IsRight)> _found = [];
    private readonly Dictionary<(string Gold, string Found), int> _confusion = [];
    private readonly Dictionary<(string Type, string Edges), int> _edges = [];

    private static readonly string[] s_edges = ["too long", "too short", "crossing"];

    /// <summary>Counts one sentence.</summary>
    /// <param name="gold">Its mentions by first and last token.</param>
    /// <param name="found">Ours.</param>
    /// <param name="mentions">For each token the mention it belongs to.</param>
    public void Add(IReadOnlySet<(int First, int Last, string Type)> gold, IReadOnlySet<(int First, int Last, string Type)> found, Mention[] mentions)
    {
        Dictionary<(int, int), string> goldTypes = gold.ToDictionary(mention => (mention.First, mention.Last), mention => mention.Type);
        foreach ((int First, int Last, string Type) mention in found)
        {
            if (!types.Contains(mention.Type)) continue;
            _found.Add((mentions[mention.First], gold.Contains(mention)));
            string goldType = goldTypes.GetValueOrDefault((mention.First, mention.Last), None);
            Count(_confusion, (goldType, mention.Type));
            if (goldType == None && EdgesOf(mention, gold) is { } edges) Count(_edges, (mention.Type, edges));
        }

        HashSet<(int, int)> foundSpans = [.. found.Where(mention => types.Contains(mention.Type)).Select(mention => (mention.First, mention.Last))];
        foreach ((int First, int Last, string Type) mention in gold)
            if (!foundSpans.Contains((mention.First, mention.Last))) Count(_confusion, (mention.Type, None));
    }

    public void Print()
    {
        PrintEvidence();
        PrintConfusion();
        PrintEdges();
        PrintCalibration();
    }

    // The first gold mention of the same kind that shares a word with ours, and how we cut it.
    private static string? EdgesOf((int First, int Last, string Type) found, IReadOnlySet<(int First, int Last, string Type)> gold)
    {
        foreach ((int First, int Last, string Type) mention in gold.OrderBy(mention => mention.First))
        {
            if (mention.Type != found.Type || mention.Last < found.First || mention.First > found.Last) continue;
            if (found.First <= mention.First && found.Last >= mention.Last) return s_edges[0];
            return found.First >= mention.First && found.Last <= mention.Last ? s_edges[1] : s_edges[2];
        }

        return null;
    }

    private void PrintEvidence()
    {
        Console.WriteLine();
        var together = new Table("grounds together", "found", "right", "precision");
        foreach (IGrouping<MentionEvidence, (Mention Mention, bool IsRight)> group in _found.GroupBy(found => found.Mention.Evidence).Where(group => group.Count() > MinFound).OrderByDescending(group => group.Count()))
            Add(together, group.Key.ToString().Replace(", ", "+", StringComparison.Ordinal), group);
        together.Print();

        Console.WriteLine();
        var single = new Table("any with", "found", "right", "precision");
        foreach (MentionEvidence flag in Enum.GetValues<MentionEvidence>())
            if (flag != MentionEvidence.None) Add(single, flag.ToString(), _found.Where(found => (found.Mention.Evidence & flag) != 0));
        single.Print();
    }

    private void PrintConfusion()
    {
        Console.WriteLine();
        string[] rows = [.. types, .. _confusion.Keys.Select(pair => pair.Gold).Where(type => !types.Contains(type) && type != None).Distinct().Order(StringComparer.Ordinal), None];
        var table = new Table(["gold, same words", .. types, None]);
        foreach (string row in rows) table.Add([row, .. types.Append(None).Select(column => (object)(row == None && column == None ? "" : _confusion.GetValueOrDefault((row, column))))]);
        table.Print();
    }

    private void PrintEdges()
    {
        Console.WriteLine();
        var table = new Table(["same type, other edges", .. s_edges]);
        foreach (string type in types) table.Add([type, .. s_edges.Select(edges => (object)_edges.GetValueOrDefault((type, edges)))]);
        table.Print();
    }

    private void PrintCalibration()
    {
        Console.WriteLine();
        var table = new Table("score", "found", "right", "mean score", "share right");
        foreach (IGrouping<int, (Mention Mention, bool IsRight)> bin in _found.GroupBy(found => Math.Min((int)(found.Mention.Score * Bins), Bins - 1)).OrderBy(bin => bin.Key))
        {
            int right = bin.Count(found => found.IsRight);
            string name = string.Create(CultureInfo.InvariantCulture, $"{bin.Key / (double)Bins:0.0}-{(bin.Key + 1) / (double)Bins:0.0}");
            table.Add(name, bin.Count(), right, bin.Average(found => (double)found.Mention.Score), (double)right / bin.Count());
        }

        table.Print();
    }

    private static void Add(Table table, string name, IEnumerable<(Mention Mention, bool IsRight)> found)
    {
        int count = found.Count(), right = found.Count(mention => mention.IsRight);
        if (count > 0) table.Add(name, count, right, (double)right / count);
    }

    private static void Count<TKey>(Dictionary<TKey, int> counts, TKey key)
        where TKey : notnull => counts[key] = counts.GetValueOrDefault(key) + 1;
}
