namespace ArabicNews.Package.Tests;

/// <summary>A program in a document and what the document says that it prints.</summary>
/// <param name="Line">Line of the document where the program starts, from 1.</param>
/// <param name="Code">The program.</param>
/// <param name="Output">What it prints; null where the document does not say.</param>
internal sealed record MarkdownExample(int Line, string Code, string? Output);

/// <summary>Reads the <c>csharp</c> blocks of a document, each with the <c>text</c> block right behind it as its output.</summary>
internal static class MarkdownExamples
{
    public static IReadOnlyList<MarkdownExample> Read(string path)
    {
        var examples = new List<MarkdownExample>();
        string[] lines = File.ReadAllLines(path);
        for (int i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith("```", StringComparison.Ordinal)) continue;
            string info = lines[i][3..];
            int start = i + 1;
            for (i = start; i < lines.Length && lines[i] != "```";) i++;
            string block = string.Join('\n', lines[start..i]);
            if (info == "csharp") examples.Add(new MarkdownExample(start + 1, block, null));
            else if (info == "text" && examples is [.., { Output: null } last]) examples[^1] = last with { Output = block };
        }

        return examples;
    }
}
