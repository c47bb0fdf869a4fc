using System.Collections.Immutable;
using ArabicNews.Tests.Support;

namespace ArabicNews.Evaluation;

/// <summary>One of our own pages with the people and places that a reader marked on it.</summary>
/// <param name="File">Its name in <c>seeds/articles</c>.</param>
/// <param name="Page">As the parser of its kind reads it.</param>
/// <param name="Mentions">In the order of the file.</param>
internal sealed record AnnotatedPage(string File, NewsPage Page, ImmutableArray<GoldMention> Mentions)
{
    private const string Suffix = ".mentions.tsv";

    /// <summary>
    /// Whether tables may show it by itself. Who tunes rules must not see what comes out on single held-out pages, so those stand in sums only.
    /// </summary>
    public bool IsShown => !SeedPage.IsHeldOut(File);

    /// <summary>The asked pages among those of the folder that is given, of the repository's own without one; in ordinal order.</summary>
    /// <exception cref="UsageException">There are none.</exception>
    /// <exception cref="InvalidDataException">A file is not what the format says.</exception>
    public static IReadOnlyList<AnnotatedPage> ReadAll(EvaluationArguments arguments)
    {
        string folder = arguments.Path ?? RepositoryFiles.InRepository("tests/ArabicNews.Evaluation/Data/mentions");
        string[] files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*" + Suffix) : throw new UsageException($"no folder '{folder}'");
        AnnotatedPage[] pages = [.. files.Order(StringComparer.Ordinal).Where(file => SeedPagesEvaluation.IsAsked(PageOf(file), arguments)).Select(Read)];
        return pages.Length > 0 ? pages : throw new UsageException($"no *{Suffix} of such pages in '{folder}'");
    }

    private static AnnotatedPage Read(string file)
    {
        string path = RepositoryFiles.InRepository("seeds/articles/" + PageOf(file));
        if (!System.IO.File.Exists(path)) throw new InvalidDataException($"{file}: seeds/articles has no page of that name");
        NewsPage page = SeedPagesEvaluation.Parse(path);
        return new AnnotatedPage(PageOf(file), page, GoldMention.Parse(file, System.IO.File.ReadAllLines(file), page.Text.Length));
    }

    private static string PageOf(string file) => Path.GetFileName(file)[..^Suffix.Length];
}
