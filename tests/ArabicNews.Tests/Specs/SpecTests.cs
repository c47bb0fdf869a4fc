using System.Globalization;
using System.Text;
using ArabicNews.Tests.Support;

namespace ArabicNews.Tests.Specs;

/// <summary>
/// Runs the examples of every <c>*.md</c> in this folder. The prose is for people; a fenced block whose info string starts with the name of a renderer
/// (<see cref="SpecRenderers.All"/>) holds one example per line, <c>input => expected</c>. Invisible characters are written <c>\uXXXX</c>, on either side. Blocks in
/// a language (<c>csharp</c>, <c>text</c>) are prose too; any other info string is a mistake.
/// </summary>
public class SpecTests
{
    private const string Fence = "```";
    private const string Arrow = " => ";

    private static readonly string[] s_languages = ["csharp", "html", "json", "sh", "text", "tsv", "xml"];

    public static TheoryData<string, string> Examples()
    {
        var rows = new TheoryData<string, string>();
        foreach (string file in Directory.EnumerateFiles(RepositoryFiles.InRepository("tests/ArabicNews.Tests/Specs"), "*.md").Order(StringComparer.Ordinal))
            foreach (Example example in Read(Path.GetFileName(file), File.ReadAllText(file))) rows.Add(example.Place, $"{example.Info}: {example.Line}");
        return rows;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Example_Holds(string place, string example)
    {
        int colon = example.IndexOf(": ", StringComparison.Ordinal);
        string[] info = example[..colon].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        (string actual, string expected) = Run(info, example[(colon + 2)..]);
        actual.Should().Be(expected, "{0} says so", place);
    }

    [Fact]
    public void Read_UnknownInfoString_IsAMistake()
        => Read("x.md", "```normalise Search\nأ => ا\n```\n").Single().Invoking(Run).Should().Throw<FormatException>().WithMessage("*'normalise'*");

    [Fact]
    public void Read_LineWithoutArrow_IsAMistake()
        => Read("x.md", "```normalize Search\nأ -> ا\n```\n").Single().Invoking(Run).Should().Throw<FormatException>().WithMessage("*without*");

    [Fact]
    public void Read_BlockThatIsNotClosed_IsAMistake()
        => FluentActions.Invoking(() => Read("x.md", "```stem\nوالكتاب => كتاب\n").ToList()).Should().Throw<FormatException>().WithMessage("x.md:1*");

    [Fact]
    public void Read_BlockOfALanguage_IsProse() => Read("x.md", "```csharp\nvar a = b;\n```\n").Should().BeEmpty();

    [Fact]
    public void Read_TellsFileAndLine() => Read("x.md", "Prose.\n\n```stem\n\nوالكتاب => كتاب\n```\n").Single().Place.Should().Be("x.md:5");

    [Theory]
    [InlineData(@"a\u200Fb", "a\u200Fb")]
    [InlineData(@"\uD83D\uDE00", "\U0001F600")]
    [InlineData(@"\u20", @"\u20")]
    [InlineData(@"C:\temp", @"C:\temp")]
    public void Unescape_WholeEscapesOnly(string text, string expected) => Unescape(text).Should().Be(expected);

    private static void Run(Example example) => Run(example.Info.Split(' '), example.Line);

    private static (string Actual, string Expected) Run(string[] info, string line)
    {
        if (!SpecRenderers.All.TryGetValue(info[0], out SpecRenderers.Renderer? render)) throw new FormatException($"No renderer '{info[0]}'.");
        int arrow = line.IndexOf(Arrow, StringComparison.Ordinal);
        if (arrow < 0) throw new FormatException($"An example without '{Arrow}'.");
        return (render(Unescape(line[..arrow]), info.AsSpan(1)), Unescape(line[(arrow + Arrow.Length)..]));
    }

    private static IEnumerable<Example> Read(string name, string text)
    {
        string[] lines = text.ReplaceLineEndings("\n").Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith(Fence, StringComparison.Ordinal)) continue;
            string info = lines[i][Fence.Length..].Trim();
            int opened = i;
            bool isProse = info.Length == 0 || s_languages.Contains(info.Split(' ')[0]);
            while (++i < lines.Length && !lines[i].StartsWith(Fence, StringComparison.Ordinal))
                if (!isProse && lines[i].Length > 0) yield return new Example(string.Create(CultureInfo.InvariantCulture, $"{name}:{i + 1}"), info, lines[i]);
            if (i == lines.Length) throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"{name}:{opened + 1}: the block is not closed."));
        }
    }

    private static string Unescape(string text)
    {
        var result = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 5 < text.Length && text[i + 1] == 'u'
                && ushort.TryParse(text.AsSpan(i + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort unit))
            {
                result.Append((char)unit);
                i += 5;
            }
            else
            {
                result.Append(text[i]);
            }
        }

        return result.ToString();
    }

    /// <param name="Place">File and line, for the test's name.</param>
    /// <param name="Info">The info string of its block.</param>
    /// <param name="Line">As it stands in the file.</param>
    private sealed record Example(string Place, string Info, string Line);
}
