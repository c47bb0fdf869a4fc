using System.Text;

namespace ArabicNews.Benchmarks;

/// <summary>News of one kind each, from the repository's pages by the numbers that their names start with, and all of it; with <c>--text</c>, that text alone.</summary>
internal static class TextKinds
{
    /// <summary>The name of a benchmark's parameter that holds a kind.</summary>
    public const string Parameter = "Text";

    private const string All = "all";

    private static readonly Dictionary<string, string[]> s_pages = new(StringComparer.Ordinal)
    {
        ["short wire"] = ["01", "05", "06", "26", "34"],
        ["long feature"] = ["000", "12", "31", "32"],
        ["vowelled"] = ["29"],
        ["mixed scripts"] = ["10", "14", "35", "42"],
        ["presentation forms"] = ["17"],
    };

    public static IEnumerable<string> Names => Environment.GetEnvironmentVariable(Corpus.Variable) is null ? [.. s_pages.Keys, All] : [All];

    public static string[] Lines(string kind) =>
        kind == All ? Corpus.Lines : Corpus.ReadLines(Corpus.Pages().Where(page => s_pages[kind].Any(number => Path.GetFileName(page).StartsWith(number, StringComparison.Ordinal))));

    /// <summary>Size of all lines in UTF-8.</summary>
    public static long Bytes(string kind) => Lines(kind).Sum(line => (long)Encoding.UTF8.GetByteCount(line));
}
