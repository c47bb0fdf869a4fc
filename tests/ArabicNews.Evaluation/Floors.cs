using System.Globalization;
using System.Security.Cryptography;
using ArabicNews.Tests.Support;

namespace ArabicNews.Evaluation;

/// <summary>
/// The scores that may not fall: <c>Floors.tsv</c>, a row for each with the evaluation, its path below <c>../shared/data</c> (empty: the repository's own data), its options, the floor, and the first
/// sixteen digits of the SHA-256 of the gold data, so that a floor is never compared with a score on other data.
/// </summary>
internal static class Floors
{
    // A score is printed with four decimals; what rounds to the floor has not fallen.
    private const double Tolerance = 0.00005;

    /// <summary>Runs every row whose data is there; the number of rows that fell or whose data changed.</summary>
    public static int Check(IReadOnlyList<Evaluation> evaluations)
    {
        int failed = 0;
        var table = new Table("evaluation", "floor", "score", "");
        foreach (string line in File.ReadLines(RepositoryFiles.InRepository("tests/ArabicNews.Evaluation/Floors.tsv")).Where(line => line.Length > 0 && line[0] != '#').Skip(1))
        {
            string[] cells = line.Split('\t');
            (string name, string relative, string options, string floor, string digest) = (cells[0], cells[1], cells[2], cells[3], cells[4]);
            string title = string.Join(' ', new[] { name, relative, options }.Where(part => part.Length > 0));
            string? path = relative.Length == 0 ? null : RepositoryFiles.InShared("data/" + relative);
            if (relative.Length > 0 && path is null)
            {
                table.Add(title, floor, "", "skipped: needs ../shared/data/" + relative);
                continue;
            }

            if (path is not null && DigestOf(path) is var found && found != digest)
            {
                failed++;
                table.Add(title, floor, "", $"FAILED: the data has digest {found}, the floor was measured on {digest}");
                continue;
            }

            Evaluation evaluation = evaluations.Single(evaluation => evaluation.Name == name);
            Console.WriteLine($"== {title}");
            string[] arguments = [.. path is null ? [] : new[] { path }, .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
            double score = evaluation.Run(EvaluationArguments.Parse(arguments));
            bool fell = score < double.Parse(floor, CultureInfo.InvariantCulture) - Tolerance;
            if (fell) failed++;
            table.Add(title, floor, score, fell ? "FAILED" : "");
        }

        Console.WriteLine();
        table.Print();
        Console.WriteLine(failed == 0 ? "floors: all hold" : $"floors: {failed} failed");
        return failed;
    }

    /// <summary>Sixteen digits of the SHA-256 over the names and bytes of a file, or of all files of a folder in ordinal order.</summary>
    public static string DigestOf(string path)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        string[] files = File.Exists(path) ? [path] : [.. Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        foreach (string file in files)
        {
            hash.AppendData(System.Text.Encoding.UTF8.GetBytes(Path.GetFileName(file)));
            hash.AppendData(File.ReadAllBytes(file));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }
}
