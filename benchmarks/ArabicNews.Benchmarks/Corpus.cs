using System.Text;

namespace ArabicNews.Benchmarks;

/// <summary>
/// The text that is measured, in lines as pages have them: headlines, bylines, paragraphs, menus. It is the repository's news pages, or the file that <c>--text</c> names. See
/// <c>benchmarks/corpora/README.md</c>.
/// </summary>
internal static class Corpus
{
    /// <summary>The environment variable with the file of <c>--text</c>, so that a process of BenchmarkDotNet's own finds it too.</summary>
    public const string Variable = "ARABICNEWS_BENCHMARK_TEXT";

    private static readonly string[] s_oldEncodings = ["windows-1256", "iso-8859-6"];

    /// <summary>The whole of it.</summary>
    public const string All = "all";

    /// <summary>Code units of the lines of a kind.</summary>
    public const int Length = 300_000;

    // Kinds of text that differ in what they ask of a normalizer, their pages, and the length of their shortest lines. Plain is what is in none of the last four.
    private static readonly (string Kind, string[] Pages, int Shortest)[] s_kinds =
    [
        ("wire", ["01-", "05-", "06-", "26-", "27-", "28-"], 1),
        ("feature", ["000_", "31-", "36-"], 100),
        ("plain", [], 1),
        ("vowelled", ["29-"], 1),
        ("mixed", ["10-", "35-", "41-"], 1),
        ("forms", ["17-"], 1),
        ("broken", ["47-", "84-"], 1),
    ];

    private static readonly Lazy<string[]> s_lines = new(() => Read(File.Exists(Chosen) ? [Chosen] : Pages()));

    /// <summary>The lines of everything.</summary>
    public static string[] Lines => s_lines.Value;

    /// <summary>The kinds of text there are: several of the repository's pages, one of a file.</summary>
    public static string[] Kinds => Chosen is null ? [.. s_kinds.Select(kind => kind.Kind)] : [All];

    private static string? Chosen => Environment.GetEnvironmentVariable(Variable);

    /// <summary>
    /// The lines of one of <see cref="Kinds"/>, or of everything. A kind is too short to be measured as it is: a processor that reads a few pages again and again learns them by heart and
    /// mispredicts no branch any more, which no text does that is read once. So there are as many lines as give <see cref="Length"/>, as long as those of the pages, of words drawn from them.
    /// </summary>
    public static string[] LinesOf(string kind)
    {
        if (kind == All || Chosen is not null) return Lines;
        (string _, string[] Pages, int Shortest) chosen = s_kinds.First(known => known.Kind == kind);
        string[] pages = kind == "plain"
            ? [.. Pages().Where(page => !s_kinds[^4..].SelectMany(other => other.Pages).Any(start => IsPage(page, start)))]
            : [.. Pages().Where(page => chosen.Pages.Any(start => IsPage(page, start)))];
        return Draw([.. Read(pages).Where(line => line.Length >= chosen.Shortest)]);
    }

    /// <summary>Each page whole; the text that <c>--text</c> names is one.</summary>
    public static string[] ReadPages() => [.. (Chosen is { } file ? [file] : Pages()).Select(File.ReadAllText)];

    /// <summary>The file of the first of the repository's news pages, or of the text that <c>--text</c> names.</summary>
    public static string SeedPage() => Chosen ?? Pages()[0];

    /// <summary>The news pages of the repository that are HTML, decoded, in order; the names of those in old encodings end with them.</summary>
    public static string[] HtmlPages() =>
        [.. Files("*.html").Select(file => File.ReadAllText(file, EncodingOf(Path.GetFileNameWithoutExtension(file))))];

    /// <summary>Size in UTF-8 of the lines of one of <see cref="Kinds"/>, or of everything.</summary>
    public static long BytesOf(string kind) => LinesOf(kind).Sum(line => (long)Encoding.UTF8.GetByteCount(line));

    private static string[] Draw(string[] lines)
    {
        string[] words = [.. lines.SelectMany(line => line.Split(' '))];
        var drawn = new List<string>();
        uint state = 20261126;
        for (int length = 0; length < Length; length += drawn[^1].Length)
        {
            int count = lines[drawn.Count % lines.Length].Split(' ').Length;
            drawn.Add(string.Join(' ', Enumerable.Range(0, count).Select(_ => words[Next(ref state) % words.Length])));
        }

        return [.. drawn];
    }

    // xorshift; not Random, whose sequence may change with .NET.
    private static uint Next(ref uint state)
    {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        return state;
    }

    private static bool IsPage(string path, string start) => Path.GetFileName(path).StartsWith(start, StringComparison.Ordinal);

    private static string[] Read(string[] files) => [.. files.SelectMany(File.ReadLines).Where(line => line.Length > 0)];

    private static string[] Pages() => Files("*.txt");

    private static string[] Files(string pattern) => [.. Directory.EnumerateFiles(Path.Combine(FindRoot(), "seeds", "articles"), pattern).Order(StringComparer.Ordinal)];

    // UTF-16 is told by its byte order mark.
    private static Encoding EncodingOf(string name) =>
        s_oldEncodings.FirstOrDefault(encoding => name.EndsWith(encoding, StringComparison.Ordinal)) is { } old ? CodePagesEncodingProvider.Instance.GetEncoding(old)! : Encoding.UTF8;

    private static string FindRoot()
    {
        foreach (string start in new[] { Directory.GetCurrentDirectory(), AppContext.BaseDirectory })
            for (DirectoryInfo? folder = new(start); folder is not null; folder = folder.Parent)
                if (File.Exists(Path.Combine(folder.FullName, "ArabicNews.sln"))) return folder.FullName;
        throw new DirectoryNotFoundException("Run this inside the repository, or name a text with --text.");
    }
}
