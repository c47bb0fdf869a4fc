using ArabicNews.Html;
using ArabicNews.Tests.Support;

namespace ArabicNews.Evaluation;

/// <summary>
/// Our own pages against what a reader found on them, field by field, at the precision and in the letters that the page prints: what <c>articles</c> scores without a path. The score is the mean of the
/// fields' shares; a page that is no article is asked for its kind only.
/// </summary>
internal static class SeedPagesEvaluation
{
    public static double Run(EvaluationArguments arguments)
    {
        List<(string File, string Field, string Expected, string Found, bool IsRight)> cells =
            [.. SeedPage.ReadAll().Where(page => IsAsked(page.File, arguments)).SelectMany(page => page.Compare(Parse(page.FullPath)).Select(cell => (page.File, cell.Field, cell.Expected, cell.Found, cell.IsRight)))];

        var table = new Table("field", "right", "of", "share");
        var shares = new List<double>();
        foreach (string field in SeedPage.Fields)
        {
            bool[] verdicts = [.. cells.Where(cell => cell.Field == field).Select(cell => cell.IsRight)];
            shares.Add(verdicts.Average(right => right ? 1.0 : 0));
            table.Add(field, verdicts.Count(right => right), verdicts.Length, shares[^1]);
        }

        int whole = cells.GroupBy(cell => cell.File).Count(page => page.All(cell => cell.IsRight));
        int pages = cells.Select(cell => cell.File).Distinct().Count();
        table.Add("every field of the page", whole, pages, (double)whole / pages);
        table.Print();
        Console.WriteLine();

        if (arguments.Predictions is { } file)
        {
            File.WriteAllLines(file, ["file\tfield\texpected\tours\tright", .. cells.OrderBy(cell => cell.IsRight).ThenBy(cell => cell.File, StringComparer.Ordinal)
                .Select(cell => $"{cell.File}\t{cell.Field}\t{cell.Expected}\t{cell.Found.ReplaceLineEndings("\\n")}\t{(cell.IsRight ? 1 : 0)}")]);
        }

        return shares.Average();
    }

    /// <summary>Whether <c>--pages</c> asks for a page: <c>held-out</c>, <c>tuned</c>, or without it all.</summary>
    public static bool IsAsked(string file, EvaluationArguments arguments) => arguments.Options.GetValueOrDefault("pages") switch
    {
        null => true,
        "held-out" => SeedPage.IsHeldOut(file),
        "tuned" => !SeedPage.IsHeldOut(file),
        var other => throw new UsageException($"--pages is held-out or tuned, not '{other}'"),
    };

    /// <summary>A page as the parser of its kind reads it.</summary>
    public static NewsPage Parse(string path)
    {
        if (Path.GetExtension(path) != ".html") return ArticleParser.Default.Parse(File.ReadAllText(path));
        using FileStream html = File.OpenRead(path);
        return HtmlArticleParser.Default.Parse(html);
    }
}
