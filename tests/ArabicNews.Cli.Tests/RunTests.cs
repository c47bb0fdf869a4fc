using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace ArabicNews.Cli.Tests;

/// <summary>What happens to a run: bad records, limits, pipes, signals, a kill in the middle.</summary>
public sealed class RunTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void BadRecords_GoToTheErrorsFile_AndTheRunGoesOn()
    {
        string input = _folder.Write("in.jsonl", "{\"text\":\"أ\"}\nnonsense\n{\"text\":\"ب\",\"id\":\"x\"}\n{\"title\":\"ت\"}\n"), errors = _folder.At("errors.jsonl");
        ToolResult result = Tool.Run("normalize", input, "--errors", errors);
        result.ExitCode.Should().Be(ExitCode.SomeFailed);
        result.Lines.Should().HaveCount(2);
        result.Errors.Should().Be($"arabicnews: 2 of 4 records failed; see {errors}.\n");
        JsonElement[] failures = [.. File.ReadLines(errors).Select(line => JsonDocument.Parse(line).RootElement)];
        failures.Select(failure => (failure.GetProperty("line").GetInt64(), failure.GetProperty("record").GetString())).Should().Equal((2, "nonsense"), (4, "{\"title\":\"ت\"}"));
        failures[1].GetProperty("error").GetString().Should().Contain("html, text and body");
        ToolResult told = Tool.Run("normalize", input);
        told.Errors.Should().Contain($"{input}:2: not JSON").And.Contain("2 of 4 records failed");
        Tool.Run("normalize", input, "--quiet").Errors.Should().BeEmpty();
    }

    [Fact]
    public void DamagedFile_IsToldWithCode3_AndTheNextIsRead()
    {
        string damaged = _folder.Write("a.jsonl.gz", Bytes.Gzip("{\"text\":\"a\"}\n"u8.ToArray())[..^3]), sound = _folder.Write("b.jsonl", "{\"text\":\"b\"}\n");
        ToolResult result = Tool.Run("normalize", damaged, sound);
        result.ExitCode.Should().Be(ExitCode.Damaged);
        result.Lines[^1].Should().Contain("\"text\":\"b\"");
        result.Errors.Should().Contain("1 file damaged");
    }

    [Fact]
    public void Limit_StopsBeforeTheEnd_AndOrderIsKeptByAllThreads()
    {
        string input = _folder.Write("in.jsonl", string.Concat(Enumerable.Range(0, 5000).Select(i => $"{{\"id\":{i},\"text\":\"{new string('x', i * 7 % 900)}\"}}\n")));
        ToolResult result = Tool.Run("normalize", input, "--jobs", "8", "--limit", "4321");
        result.Lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("id").GetString()).Should().Equal(Enumerable.Range(0, 4321).Select(i => i.ToString(CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Output_OfOneCommand_IsTheInputOfTheNext()
    {
        ToolResult first = Tool.RunOn("{\"text\":\"أحمد\",\"id\":\"x\",\"mine\":1}\n", "normalize");
        JsonElement second = JsonDocument.Parse(Tool.RunOn(first.Output, "tokenize").Lines.Single()).RootElement;
        (second.GetProperty("id").GetString(), second.GetProperty("text").GetString(), second.GetProperty("mine").GetInt32()).Should().Be(("x", "احمد", 1));
    }

    [UnixFact]
    public void Pipe_ThatIsClosed_EndsTheRunWithoutAWord()
    {
        string input = _folder.Write("in.txt", string.Concat(Enumerable.Repeat("سطر من النص\n", 200_000)));
        using Process process = Tool.Start("normalize", input);
        process.StandardOutput.ReadLine().Should().Contain("سطر");
        process.StandardOutput.Close();
        Tool.Await(process);
        (process.ExitCode, process.StandardError.ReadToEnd()).Should().Be((ExitCode.PipeClosed, ""));
    }

    [Fact]
    public void Pipe_IsAnsweredLineByLine_BeforeItEnds()
    {
        using Process process = Tool.Start("normalize");
        foreach (string line in (string[])["أول", "ثان"])
        {
            process.StandardInput.Write(line + "\n");
            process.StandardInput.Flush();
            process.StandardOutput.ReadLine().Should().Contain("\"text\":");
        }

        process.StandardInput.Close();
        Tool.Await(process);
        process.ExitCode.Should().Be(0);
    }

    [UnixTheory]
    [InlineData(Tool.Sigint, ExitCode.Interrupted)]
    [InlineData(Tool.Sigterm, ExitCode.Terminated)]
    public void Signal_EndsARunThatWaits_WithWholeLines(int signal, int code)
    {
        string output = _folder.At("out.jsonl");
        using Process process = Tool.Start("normalize", "--from", "text", "--output", output);
        process.StandardInput.Write(string.Concat(Enumerable.Repeat("سطر\n", 3000)));
        process.StandardInput.Flush();
        Tool.WaitUntil(() => File.Exists(output) && new FileInfo(output).Length > 1000);
        Tool.Signal(process, signal);
        Tool.Await(process);
        process.ExitCode.Should().Be(code);
        process.StandardError.ReadToEnd().Should().BeEmpty();
        string[] lines = File.ReadAllText(output).Split('\n');
        lines[^1].Should().BeEmpty();
        lines[..^1].Should().OnlyContain(line => line.EndsWith('}'));
        JsonDocument.Parse(File.ReadAllText(output + ".resume")).RootElement.GetProperty("records").GetInt32().Should().Be(lines.Length - 1);
    }

    [UnixFact]
    public void Run_ThatIsKilled_IsResumed_AndNobodyCanTell()
    {
        string input = _folder.Write("in.jsonl", string.Concat(Enumerable.Range(0, 20_000).Select(i => i % 1000 == 7 ? "broken\n" : $"{{\"text\":\"خبر {i} عن وزير الخارجية وبالمدرسة القديمة في بغداد\"}}\n")));
        string whole = _folder.At("whole.jsonl"), wholeErrors = _folder.At("whole-errors.jsonl"), output = _folder.At("out.jsonl"), errors = _folder.At("errors.jsonl");
        Tool.Run("segment", input, "--output", whole, "--errors", wholeErrors).ExitCode.Should().Be(ExitCode.SomeFailed);
        string[] line = ["segment", input, "--output", output, "--errors", errors];
        int kills = 0;
        while (kills < 3)
        {
            using Process process = Tool.Start([.. line, "--resume"]);
            long before = File.Exists(output) ? new FileInfo(output).Length : 0;
            Tool.WaitUntil(() => process.HasExited || (File.Exists(output) && new FileInfo(output).Length > before + 100_000));
            if (process.HasExited) break;
            process.Kill();
            process.WaitForExit();
            kills++;
        }

        kills.Should().BeGreaterThan(0, "the run takes longer than to its first output");
        File.Exists(output + ".resume").Should().BeTrue();
        Tool.Run([.. line, "--resume"]).ExitCode.Should().Be(ExitCode.SomeFailed, "also what failed before counts");
        File.ReadAllBytes(output).Should().Equal(File.ReadAllBytes(whole));
        File.ReadAllBytes(errors).Should().Equal(File.ReadAllBytes(wholeErrors));
        File.Exists(output + ".resume").Should().BeFalse();
        Tool.Run([.. line, "--resume"]).ExitCode.Should().Be(0, "there is nothing left to do");
    }

    [StraceFact]
    public void Checkpoint_IsRenamedWhenAllThatItCountsIsOnTheDisk()
    {
        string input = _folder.Write("in.jsonl", "{\"text\":\"أ\"}\nbroken\n"), output = _folder.At("out.jsonl"), errors = _folder.At("errors.jsonl"), log = _folder.At("strace");
        using (var process = Process.Start("strace", ["-f", "-y", "-o", log, "-e", "trace=fsync,fdatasync,rename,renameat,renameat2", "dotnet", Tool.Assembly, "normalize", input, "--output", output, "--errors", errors]))
        {
            Tool.Await(process);
            process.ExitCode.Should().Be(ExitCode.SomeFailed);
        }

        string[] calls = [.. File.ReadLines(log).Where(line => line.Contains(_folder.Path, StringComparison.Ordinal))];
        int rename = Array.FindLastIndex(calls, IsRename), before = Array.FindLastIndex(calls, rename - 1, IsRename);
        calls[(before + 1)..rename].Select(line => Path.GetFileName(line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)])).Should().BeEquivalentTo("out.jsonl", "errors.jsonl", "out.jsonl.resume.new");

        static bool IsRename(string line) => line.Contains(" rename", StringComparison.Ordinal);
    }

    [Fact]
    public void Output_ThatIsAlsoInput_IsRefused_AndLeftAlone()
    {
        string input = _folder.Write("in.txt", "أ\n");
        foreach (string option in (string[])["--output", "--errors"])
            Tool.Run("normalize", input, option, _folder.At("./in.txt")).Should().Match<ToolResult>(result => result.ExitCode == ExitCode.Usage && result.Errors.Contains("one of the files that are read"));
        File.ReadAllText(input).Should().Be("أ\n");
    }

    [Fact]
    public void Errors_ThatAreAlsoInput_AreRefused_AlsoOfCommandsThatWriteNoRecords()
    {
        string input = _folder.Write("in.jsonl", "broken\n");
        foreach (string[] line in (string[][])[["duplicates"], ["index", "build", "--index", _folder.At("news.index")]])
            Tool.Run([.. line, input, "--errors", input]).Should().Match<ToolResult>(result => result.ExitCode == ExitCode.Usage && result.Errors.Contains("one of the files that are read"));
        File.ReadAllText(input).Should().Be("broken\n");
    }

    [Fact]
    public void Output_InAFolderThatIsRead_IsNoInput()
    {
        _folder.Write("news/a.jsonl", "{\"text\":\"أ\"}\n");
        string output = _folder.At("news/out.jsonl");
        Tool.Run("normalize", _folder.At("news"), "--output", output).ExitCode.Should().Be(0);
        File.ReadAllLines(output).Should().ContainSingle();
    }

    [Fact]
    public void Resume_OfAnotherRun_IsRefused()
    {
        string input = _folder.Write("in.txt", "أ\n"), output = _folder.At("out.jsonl");
        File.WriteAllText(output, "");
        File.WriteAllText(output + ".resume", """{"schema":1,"run":"another","records":1,"failed":0,"damaged":0,"output":0,"errors":0}""");
        ToolResult result = Tool.Run("normalize", input, "--output", output, "--resume");
        (result.ExitCode, result.Errors).Should().Match<(int Code, string Errors)>(told => told.Code == ExitCode.Usage && told.Errors.Contains("other files or options"));
        File.WriteAllText(output + ".resume", "{");
        Tool.Run("normalize", input, "--output", output, "--resume").ExitCode.Should().Be(ExitCode.Damaged);
    }

    [Fact]
    public void Resume_OfACommandOfTheSameName_IsRefused()
    {
        string output = _folder.At("out.jsonl");
        string[] options = ["--from", "jsonl", "--output", output];
        using (Process process = Tool.Start(["entities", .. options]))
        {
            Tool.WaitUntil(() => File.Exists(output + ".resume"));
            process.Kill();
            Tool.Await(process);
        }

        ToolResult result = Tool.RunOn("{}\n", ["explain", "entities", .. options, "--resume"]);
        (result.ExitCode, result.Errors).Should().Match<(int Code, string Errors)>(told => told.Code == ExitCode.Usage && told.Errors.Contains("other files or options"));
    }

    [Fact]
    public void HostileText_ReachesNoTerminal()
    {
        string hostile = "\u001b]0;owned\u0007\u001b[2J\u009b31m\u202eبغداد";
        foreach (string[] line in (string[][])[["normalize", "--form", "none"], ["tokenize"], ["segment"], ["explain", "entities"], ["parse"]])
        {
            ToolResult shown = Tool.Run([.. line, "--plain", "--text", hostile]);
            (shown.Output + shown.Errors).Should().NotMatchRegex("[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]", line[0]);
        }
    }
}
