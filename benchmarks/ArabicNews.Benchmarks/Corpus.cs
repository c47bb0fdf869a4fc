using System.Text;

namespace ArabicNews.Benchmarks;

/// <summary>The text that is measured, in lines: the repository's news pages, or the file that <c>--text</c> names. See <c>benchmarks/corpora/README.md</c>.</summary>
internal static class Corpus
{
    /// <summary>The environment variable with the file of <c>--text</c>, so that a process of BenchmarkDotNet's own finds it too.</summary>
    public const string Variable = "ARABICNEWS_BENCHMARK_TEXT";

    private static readonly string[] s_oldEncodings = ["windows-1256", "iso-8859-6"];

    private static readonly Lazy<string[]> s_lines = new(Read);

    public static string[] Lines => s_lines.Value;

    /// <summary>Size of all lines in UTF-8.</summary>
    public static long Bytes => Lines.Sum(line => (long)Encoding.UTF8.GetByteCount(line));

    private static string[] Read() => Environment.GetEnvironmentVariable(Variable) is { } file ? ReadLines([file]) : ReadLines(Pages());

    /// <summary>The news pages of the repository that are text, in order.</summary>
    public static IEnumerable<string> Pages() => Directory.EnumerateFiles(Path.Combine(FindRoot(), "seeds", "articles"), "*.txt").Order(StringComparer.Ordinal);

    /// <summary>The news pages of the repository that are HTML, decoded, in order; the names of those in old encodings end with them.</summary>
    public static string[] HtmlPages() =>
        [.. Directory.EnumerateFiles(Path.Combine(FindRoot(), "seeds", "articles"), "*.html").Order(StringComparer.Ordinal).Select(file => File.ReadAllText(file, EncodingOf(Path.GetFileNameWithoutExtension(file))))];

    private static Encoding EncodingOf(string name) =>
        s_oldEncodings.FirstOrDefault(encoding => name.EndsWith(encoding, StringComparison.Ordinal)) is { } old ? CodePagesEncodingProvider.Instance.GetEncoding(old)! : Encoding.UTF8;

    public static string[] ReadLines(IEnumerable<string> files) => [.. files.SelectMany(File.ReadLines).Where(line => line.Length > 0)];

    private static string FindRoot()
    {
        foreach (string start in new[] { Directory.GetCurrentDirectory(), AppContext.BaseDirectory })
            for (DirectoryInfo? folder = new(start); folder is not null; folder = folder.Parent)
                if (File.Exists(Path.Combine(folder.FullName, "ArabicNews.sln"))) return folder.FullName;
        throw new DirectoryNotFoundException("Run this inside the repository, or name a text with --text.");
    }
}
