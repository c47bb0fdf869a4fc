using ArabicNews.Tests.Support;

namespace ArabicNews.Package.Tests;

public class ReadmeTests
{
    private const string Separator = "\u001E";

    private static readonly string[] s_documents = ["README.md", "README.ar.md", "src/ArabicNews/PACKAGE.md", "src/ArabicNews.Html/PACKAGE.md", "src/ArabicNews.Lucene/PACKAGE.md"];
    private static readonly string[] s_ofTheTestHost = ["xunit", "Microsoft.TestPlatform", "Microsoft.VisualStudio", "testhost", "FluentAssertions", "ArabicNews.Package.Tests", "System.Configuration"];

    [Fact]
    public void Examples_OfTheDocuments_CompileAndPrintWhatTheySay()
    {
        // One program of all examples: a build takes longer than all of them.
        (string Place, MarkdownExample Example)[] examples = [.. s_documents.SelectMany(document =>
            MarkdownExamples.Read(RepositoryFiles.InRepository(document)).Select(example => ($"{document}({example.Line})", example)))];
        foreach (string document in s_documents)
            examples.Should().Contain(example => example.Place.StartsWith(document + "(", StringComparison.Ordinal) && example.Example.Output != null, $"{document} shows what the library prints");

        using var project = new ConsoleProject();
        IEnumerable<string> libraries = Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll")
            .Where(file => !Array.Exists(s_ofTheTestHost, name => Path.GetFileName(file).StartsWith(name, StringComparison.OrdinalIgnoreCase)));
        project.WriteProject("<NoWarn>CS1998</NoWarn>", string.Concat(libraries.Select(file => $"<Reference Include=\"{file}\" />")));
        for (int i = 0; i < examples.Length; i++) project.Write($"Example{i}.cs", ClassOf(i, examples[i].Example));
        project.Write("Program.cs", "Console.OutputEncoding = new System.Text.UTF8Encoding(false);\n"
            + string.Concat(examples.Select((_, i) => $"await Example{i}.Run(); Console.Write(\"\\u001E\");\n")));
        string[] printed = project.Dotnet("run", "-c", "Release").Split(Separator);

        for (int i = 0; i < examples.Length; i++)
            if (examples[i].Example.Output is { } expected) Lines(printed[i]).Should().Equal(Lines(expected), $"{examples[i].Place} says so");
    }

    [Fact]
    public void Commands_OfTheArabicDocument_AreOnesThatTheCleanMachineRuns()
    {
        string[] run = Commands("README.md"), shown = Commands("README.ar.md");
        shown.Should().NotBeEmpty().And.BeSubsetOf(run, "`.ci/clean-machine` follows README.md");
    }

    // Lines of `sh` blocks without their comments.
    private static string[] Commands(string document)
    {
        var commands = new List<string>();
        bool inside = false;
        foreach (string line in File.ReadLines(RepositoryFiles.InRepository(document)))
            if (line.StartsWith("```", StringComparison.Ordinal)) inside = line == "```sh";
            else if (inside && line.Length > 0) commands.Add(line.Split('#')[0].TrimEnd());

        return [.. commands];
    }

    // Every example is a class in a file of its own, below its using directives. Not all await something (CS1998).
    private static string ClassOf(int number, MarkdownExample example)
    {
        string[] lines = example.Code.Split('\n');
        return $"{string.Join('\n', lines.Where(IsDirective))}\nstatic class Example{number} {{ public static async Task Run() {{\n{string.Join('\n', lines.Where(line => !IsDirective(line)))}\n}} }}";
    }

    private static bool IsDirective(string line) => line.StartsWith("using ", StringComparison.Ordinal) && line.EndsWith(';') && !line.Contains('=', StringComparison.Ordinal);

    private static IEnumerable<string> Lines(string text) => text.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0);
}
