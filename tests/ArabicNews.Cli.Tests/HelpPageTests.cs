using System.CommandLine;

namespace ArabicNews.Cli.Tests;

public class HelpPageTests
{
    public static TheoryData<string> Commands()
    {
        var data = new TheoryData<string>();
        foreach ((string name, Command _) in All(CommandTree.Build(null), "")) data.Add(name);
        return data;
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Help_BeginsWithALineToCopy_ThatTheCommandUnderstands(string name)
    {
        RootCommand root = CommandTree.Build(null);
        Command command = All(root, "").Single(pair => pair.Name == name).Command;
        string page = HelpPage.Render(command);
        page.Should().Contain("\nExamples\n  ").And.Contain("\nUsage\n  arabicnews").And.Contain("--json").And.Contain("Exit codes:");
        page.Split('\n').Should().OnlyContain(line => line.Length <= 110, "a page fits a terminal");
        if (command is not CliCommand ours) return;
        ours.Examples.Should().NotBeEmpty();
        foreach (Example example in ours.Examples)
        {
            int start = example.Line.IndexOf("arabicnews ", StringComparison.Ordinal);
            // source <(arabicnews completion bash)
            string[] words = ShellWords.Split(example.Line[(start + "arabicnews ".Length)..].TrimEnd(')'));
            root.Parse(words, CommandTree.Parsing).Errors.Should().BeEmpty($"{example.Line} is an example");
        }
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Command_IsTheOneOfTheTree_WithOrWithoutTheOthers(string name)
    {
        if (name.Length == 0) return;
        string[] words = name.Split(' ');
        Command alone = All(CommandTree.Build([.. words, "--help"]), "").Single(pair => pair.Name == name).Command;
        HelpPage.Render(alone).Should().Be(HelpPage.Render(All(CommandTree.Build(null), "").Single(pair => pair.Name == name).Command));
        HelpPage.Render(CommandTree.Build([])).Should().Contain(words[0]);
    }

    [Fact]
    public void List_OfNames_SaysWhatEachCommandSays()
    {
        RootCommand names = CommandTree.Build([]), built = CommandTree.Build(null);
        names.Subcommands.Select(command => (command.Name, command.Description)).Should().Equal(built.Subcommands.Select(command => (command.Name, command.Description)));
    }

    private static IEnumerable<(string Name, Command Command)> All(Command command, string name)
    {
        yield return (name, command);
        foreach (Command sub in command.Subcommands)
            foreach ((string Name, Command Command) below in All(sub, name.Length == 0 ? sub.Name : $"{name} {sub.Name}")) yield return below;
    }
}
