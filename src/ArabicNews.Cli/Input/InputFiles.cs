using System.IO.Enumeration;

namespace ArabicNews.Cli.Input;

/// <summary>
/// From the arguments of a command to its files. A folder stands for all files below it whose names tell a format, a glob (<c>*</c>, <c>?</c>, <c>**</c>) for what it matches, for shells that leave globs alone; both in the
/// order of their names, so that a run can be repeated. <c>-</c> is stdin. Links to folders are not followed, since they may lead round in a circle.
/// </summary>
internal static class InputFiles
{
    public const string StandardInput = "-";

    private static readonly EnumerationOptions s_all = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden, IgnoreInaccessible = false };

    private static readonly EnumerationOptions s_one = new() { RecurseSubdirectories = false, AttributesToSkip = FileAttributes.Hidden };

    /// <exception cref="CliException">There is no such file, or a glob matches none.</exception>
    public static List<string> Expand(IReadOnlyList<string> arguments)
    {
        if (arguments.Count == 0) return [StandardInput];
        var files = new List<string>();
        foreach (string argument in arguments)
        {
            if (argument == StandardInput || File.Exists(argument)) files.Add(argument);
            else if (Directory.Exists(argument)) AddFolder(argument, files);
            else if (argument.AsSpan().ContainsAny('*', '?')) AddGlob(argument, files);
            else throw CliException.Usage(Missing(argument));
        }

        return files;
    }

    private static void AddFolder(string folder, List<string> files)
    {
        string[] found = [.. Directory.EnumerateFiles(folder, "*", s_all).Where(file => RecordFormats.FromName(file) != RecordFormat.Auto)];
        if (found.Length == 0) throw CliException.Usage($"No .jsonl, .txt, .html, .xml, .warc or .conll files below '{folder}'.");
        Array.Sort(found, StringComparer.Ordinal);
        files.AddRange(found);
    }

    private static void AddGlob(string glob, List<string> files)
    {
        string[] parts = glob.Split(['/', Path.DirectorySeparatorChar]);
        // A path from the root begins with an empty part.
        var folders = new List<string> { parts[0].Length == 0 ? Path.DirectorySeparatorChar.ToString() : "" };
        foreach (string part in parts[..^1])
        {
            if (part.Length == 0) continue;
            folders = part == "**" ? [.. folders.SelectMany(Below)] : [.. folders.SelectMany(folder => Matches(folder, part, Directory.EnumerateDirectories))];
        }

        string last = parts[^1];
        if (last == "**") (folders, last) = ([.. folders.SelectMany(Below)], "*");
        string[] found = [.. folders.Distinct(StringComparer.Ordinal).SelectMany(folder => Matches(folder, last, Directory.EnumerateFiles)).Where(File.Exists)];
        if (found.Length == 0) throw CliException.Usage($"No file matches '{glob}'.");
        Array.Sort(found, StringComparer.Ordinal);
        files.AddRange(found);
    }

    private static IEnumerable<string> Below(string folder) =>
        Directory.EnumerateDirectories(Here(folder), "*", s_all).Select(found => folder.Length == 0 ? Path.GetRelativePath(".", found) : found).Prepend(folder);

    private static IEnumerable<string> Matches(string folder, string pattern, Func<string, string, EnumerationOptions, IEnumerable<string>> enumerate)
    {
        if (!pattern.AsSpan().ContainsAny('*', '?')) return Path.Exists(Path.Combine(folder, pattern)) ? [Path.Combine(folder, pattern)] : [];
        return !Directory.Exists(Here(folder)) ? [] : enumerate(Here(folder), "*", s_one).Select(Path.GetFileName).Where(name => FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase: false))
            .Select(name => Path.Combine(folder, name!));
    }

    private static string Here(string folder) => folder.Length == 0 ? "." : folder;

    // Who writes a word where a file belongs means the word.
    private static string Missing(string argument) =>
        argument.Any(letter => letter is >= '\u0600' and <= '\u06FF' or ' ') ? $"No file '{argument}'. To read it as text: --text '{argument}'" : $"No file '{argument}'.";
}
