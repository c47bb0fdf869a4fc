using System.Diagnostics;
using System.Text.Json;

namespace ArabicNews.Cli.Tests;

/// <summary>An index from the command line: made, searched, copied, damaged, and made in the teeth of signals and kills.</summary>
public sealed class IndexCommandTests : IDisposable
{
    private const string Records =
        """
        {"id":"a","title":"الوزير يزور درنة","body":"زار وزير الصحة مدينة درنة الليبية الأربعاء وتفقد المستشفيات الميدانية التي أقيمت بعد السيل، ووعد بإرسال مزيد من الأطباء والأدوية إلى المناطق المنكوبة.","date":"2023-09-20","source":"وكالة الأنباء"}
        {"id":"b","title":"قمة جدة","body":"اختتمت القمة العربية في جدة أعمالها الجمعة بحضور قادة الدول ورحب البيان الختامي بعودة سوريا إلى مقعدها في الجامعة العربية بعد غياب دام سنوات طويلة.","date":"2023-05-19"}
        nonsense
        {"id":"c","title":"زلزال في المغرب","body":"ضرب زلزال قوي إقليم الحوز في المغرب ليل الجمعة، وقال وزير الداخلية إن فرق الإنقاذ وصلت إلى القرى الجبلية المعزولة وبدأت البحث عن ناجين تحت الأنقاض.","date":"2023-09-09"}

        """;

    private readonly TemporaryFolder _folder = new();

    private string Index => _folder.At("news.index");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Index_IsBuiltSearchedCountedCopiedAndEmptied()
    {
        string input = _folder.Write("in.jsonl", Records), errors = _folder.At("errors.jsonl"), copy = _folder.At("copy");
        ToolResult built = Tool.Run("index", "build", "--index", Index, input, "--errors", errors);
        built.ExitCode.Should().Be(ExitCode.SomeFailed);
        Of(built, "pages").GetInt32().Should().Be(3);
        Of(built, "failed").GetInt32().Should().Be(1);
        File.ReadAllText(errors).Should().Contain("\"line\":3");
        File.Exists(Index + ".resume").Should().BeFalse();
        Tool.Run("index", "build", "--index", Index, input).Should().Match<ToolResult>(result => result.ExitCode == ExitCode.Usage && result.Errors.Contains("index add"));

        ToolResult found = Tool.Run("index", "search", "--index", Index, "الوزير درنة");
        found.Lines.Should().ContainSingle();
        Of(found, "id").GetString().Should().Be("a");
        JsonElement headline = Of(found, "headline"), match = headline.GetProperty("matches")[0];
        headline.GetProperty("text").GetString()![match[0].GetInt32()..match[1].GetInt32()].Should().Be("الوزير");
        ToolResult told = Tool.Run("index", "search", "--index", Index, "وزير", "--newest", "--plain");
        told.Output.Should().Contain("\u2068الوزير يزور درنة\u2069").And.NotContain("\u001b");
        told.Output.IndexOf("درنة", StringComparison.Ordinal).Should().BeLessThan(told.Output.IndexOf("المغرب", StringComparison.Ordinal));

        ToolResult facets = Tool.Run("index", "facets", "--index", Index, "--by", "month");
        facets.Lines.Select(line => JsonDocument.Parse(line).RootElement).Select(row => (row.GetProperty("facet").GetString(), row.GetProperty("name").GetString(), row.GetProperty("count").GetInt32()))
            .Should().Contain([("country", "MA", 1), ("date", "2023-09", 2), ("date", "2023-05", 1)]);

        Tool.Run("index", "snapshot", "--index", Index, copy).ExitCode.Should().Be(ExitCode.Ok);
        ToolResult gone = Tool.RunOn("a\nb\nx\n", "index", "delete", "--index", Index, "-");
        gone.ExitCode.Should().Be(ExitCode.SomeFailed);
        gone.Lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("deleted").GetBoolean()).Should().Equal(true, true, false);
        Of(Tool.Run("index", "stats", "--index", Index), "articles").GetInt32().Should().Be(1);
        Of(Tool.Run("index", "stats", "--index", copy), "articles").GetInt32().Should().Be(3);
    }

    [Fact]
    public void Folder_ThatCannotBeOne_IsToldInALine()
    {
        Tool.RunOn(Records, "index", "build", "--index", Index, "--quiet");
        string kept = _folder.Write("kept/mine.txt", "mine");
        foreach (string[] line in (string[][])[["snapshot", _folder.At("kept")], ["snapshot", kept], ["snapshot", Index], ["snapshot", ""], ["build", "--index", ""], ["stats", "--index", ""]])
        {
            ToolResult result = Tool.RunOn("", ["index", .. line.Contains("--index") ? line : [.. line, "--index", Index]]);
            (result.ExitCode, result.Output).Should().Be((ExitCode.Usage, ""), string.Join(' ', line));
            result.Errors.Should().StartWith("arabicnews: ").And.NotContain("   at ");
        }

        File.ReadAllText(kept).Should().Be("mine");
        Directory.EnumerateFiles(_folder.At("kept")).Should().ContainSingle();
    }

    [Fact]
    public void Index_ThatIsDamaged_OrNotThere_IsToldByTheExitCode()
    {
        Tool.RunOn(Records, "index", "build", "--index", Index, "--quiet");
        Tool.Run("index", "verify", "--index", Index).ExitCode.Should().Be(ExitCode.Ok);
        string file = Directory.EnumerateFiles(Index).Where(name => Path.GetFileName(name)[0] == '_').MaxBy(name => new FileInfo(name).Length)!;
        byte[] bytes = File.ReadAllBytes(file);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(file, bytes);
        ToolResult verified = Tool.Run("index", "verify", "--index", Index);
        verified.ExitCode.Should().Be(ExitCode.Damaged);
        verified.Output.Should().Contain(Path.GetFileName(file)).And.Contain("\"sound\":false");
        foreach (string list in Directory.EnumerateFiles(Index, "segments_*")) File.WriteAllText(list, "torn");
        ToolResult searched = Tool.Run("index", "search", "--index", Index, "وزير");
        (searched.ExitCode, searched.Output, searched.Errors.Count(c => c == '\n')).Should().Be((ExitCode.Damaged, "", 1));
        Tool.Run("index", "search", "--index", _folder.At("nothing"), "وزير").ExitCode.Should().Be(ExitCode.Usage);
    }

    [UnixFact]
    public void Build_ThatIsKilled_IsResumedBehindItsLastCommit()
    {
        string[] arguments = ["index", "build", "--index", Index, "--commit-every", "2", "--from", "jsonl"];
        using (Process process = Tool.Start(arguments))
        {
            Feed(process, 0, 5);
            AwaitCheckpoint(4);
            process.Kill();
            Tool.Await(process);
        }

        Tool.RunOn("{}\n", [.. arguments, "--resume", "--lines"]).Should().Match<ToolResult>(result => result.ExitCode == ExitCode.Usage && result.Errors.Contains("other files or options"));
        ToolResult resumed = Tool.RunOn(string.Concat(Enumerable.Range(0, 9).Select(RecordOf)), [.. arguments, "--resume"]);
        resumed.Errors.Should().BeEmpty();
        (resumed.ExitCode, Of(resumed, "resumedAt").GetInt32(), Of(resumed, "pages").GetInt32()).Should().Be((ExitCode.Ok, 4, 5));
        Of(Tool.Run("index", "stats", "--index", Index), "pages").GetInt32().Should().Be(9);
        File.Exists(Index + ".resume").Should().BeFalse();
    }

    [UnixFact]
    public void Build_ThatIsInterrupted_KeepsWhatItTook_AndSaysHowFar()
    {
        string[] arguments = ["index", "build", "--index", Index, "--commit-every", "2", "--from", "jsonl"];
        using (Process process = Tool.Start(arguments))
        {
            Feed(process, 0, 3);
            AwaitCheckpoint(2);
            Tool.Signal(process, Tool.Sigint);
            Tool.Await(process);
            process.ExitCode.Should().Be(ExitCode.Interrupted);
        }

        int kept = JsonDocument.Parse(File.ReadAllText(Index + ".resume")).RootElement.GetProperty("records").GetInt32();
        kept.Should().BeInRange(2, 3);
        Of(Tool.Run("index", "stats", "--index", Index), "pages").GetInt32().Should().Be(kept);
        ToolResult resumed = Tool.RunOn(string.Concat(Enumerable.Range(0, 5).Select(RecordOf)), [.. arguments, "--resume"]);
        resumed.Errors.Should().BeEmpty();
        (resumed.ExitCode, Of(resumed, "resumedAt").GetInt32(), Of(resumed, "pages").GetInt32()).Should().Be((ExitCode.Ok, kept, 5 - kept));
    }

    private static JsonElement Of(ToolResult result, string name) => JsonDocument.Parse(result.Lines[0]).RootElement.GetProperty(name);

    private static string RecordOf(int number) => $"{{\"id\":\"{number}\",\"title\":\"خبر {number}\",\"body\":\"قال الوزير في بيروت يوم الجمعة كلمة رقمها {number} أمام جمع من الصحفيين، ووعد بمزيد من العمل على مشاريع الطرق والجسور في العام المقبل.\"}}\n";

    private static void Feed(Process process, int first, int count)
    {
        for (int i = first; i < first + count; i++) process.StandardInput.Write(RecordOf(i));
        process.StandardInput.Flush();
    }

    private void AwaitCheckpoint(int records) =>
        Tool.WaitUntil(() => File.Exists(Index + ".resume") && JsonDocument.Parse(File.ReadAllText(Index + ".resume")).RootElement.GetProperty("records").GetInt32() >= records);
}
