using System.Text;
using ArabicNews.Tests.Support;

namespace ArabicNews.Cli.Tests;

/// <summary>The tool's PACKAGE.md says what the tool does: its examples run, its keys are written, its commands are all.</summary>
public class PackageTextTests
{
    private static readonly string s_text = File.ReadAllText(RepositoryFiles.InRepository("src/ArabicNews.Cli/PACKAGE.md")).ReplaceLineEndings("\n");

    [Fact]
    public void Examples_PrintWhatStandsBelowThem()
    {
        int run = 0;
        foreach (string block in s_text.Split("```console\n")[1..])
            foreach (string example in block[..block.IndexOf("```", StringComparison.Ordinal)].Split("$ arabicnews ")[1..])
            {
                int end = example.IndexOf('\n', StringComparison.Ordinal);
                Tool.Run(ShellWords.Split(example[..end])).Output.Should().Be(example[(end + 1)..], example[..end]);
                run++;
            }

        run.Should().BeGreaterThan(2);
    }

    [Fact]
    public void Table_ListsEveryCommand() => CommandTree.Build(null).Subcommands.Select(command => command.Name).Should().AllSatisfy(name => s_text.Should().Contain($"\n| `{name}` |"));

    [Fact]
    public void Keys_OfAPage_AreAllTold()
    {
        string page = Tool.Run("parse", RepositoryFiles.InRepository("seeds/articles/22-g20-new-delhi-jsonld.html")).Output, names = Tool.Run("entities", "--text", "زار الرئيس جو بايدن صور اللبنانية").Output;
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (string line in (string[])[page, names])
        {
            var reader = new System.Text.Json.Utf8JsonReader(Encoding.UTF8.GetBytes(line));
            while (reader.Read())
                if (reader.TokenType == System.Text.Json.JsonTokenType.PropertyName) keys.Add(reader.GetString()!);
        }

        keys.Should().HaveCountGreaterThan(40).And.AllSatisfy(key => s_text.Should().MatchRegex($"[`{{ ,]{key}[`,}}\" ]"));
    }
}
