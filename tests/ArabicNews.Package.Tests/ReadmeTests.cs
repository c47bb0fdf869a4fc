using ArabicNews.Tests.Support;

namespace ArabicNews.Package.Tests;

public class ReadmeTests
{
    private const string Separator = "\u001E";

    private static readonly string[] s_documents = ["README.md", "src/ArabicNews/PACKAGE.md", "src/ArabicNews.Html/PACKAGE.md", "src/ArabicNews.Lucene/PACKAGE.md"];
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
        project.WriteProject("", string.Concat(libraries.Select(file => $"<Reference Include=\"{file}\" />")));
        project.Write("Program.cs", ProgramOf([.. examples.Select(example => example.Example)]));
        string[] printed = project.Dotnet("run", "-c", "Release").Split(Separator);

        for (int i = 0; i < examples.Length; i++)
            if (examples[i].Example.Output is { } expected) Lines(printed[i]).Should().Equal(Lines(expected), $"{examples[i].Place} says so");
    }

    // Every example is a class of its own; its using directives go to the top of the file.
    private static string ProgramOf(IReadOnlyList<MarkdownExample> examples)
    {
        var usings = new SortedSet<string>(StringComparer.Ordinal);
        var program = new List<string> { "Console.OutputEncoding = new System.Text.UTF8Encoding(false);" };
        var classes = new List<string>();
        for (int i = 0; i < examples.Count; i++)
        {
            string[] lines = examples[i].Code.Split('\n');
            usings.UnionWith(lines.Where(IsDirective));
            program.Add($"Example{i}.Run(); Console.Write(\"\\u001E\");");
            classes.Add($"static class Example{i} {{ public static void Run() {{\n{string.Join('\n', lines.Where(line => !IsDirective(line)))}\n}} }}");
        }

        return string.Join('\n', [.. usings, .. program, .. classes]);
    }

    private static bool IsDirective(string line) => line.StartsWith("using ", StringComparison.Ordinal) && line.EndsWith(';') && !line.Contains('=', StringComparison.Ordinal);

    private static IEnumerable<string> Lines(string text) => text.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0);
}
