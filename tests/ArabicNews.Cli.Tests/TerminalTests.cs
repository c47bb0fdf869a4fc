using System.Diagnostics;
using System.Text;

namespace ArabicNews.Cli.Tests;

/// <summary>The tool as a person uses it: in a terminal, by tmux.</summary>
public sealed class TerminalTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _socket;

    public TerminalTests() => _socket = _folder.At("tmux");

    public void Dispose()
    {
        if (TmuxFactAttribute.HasTmux) Tmux("kill-server");
        _folder.Dispose();
    }

    [TmuxFact]
    public void Person_SeesTablesColoursAndProgress_AndCanStopIt()
    {
        Tmux("new-session", "-d", "-x", "110", "-y", "60", "env", "-u", "NO_COLOR", "PS1=ready> ", "TERM=xterm-256color", "sh");
        string tool = $"dotnet '{Tool.Assembly}'";

        // A table for a person, with colours, and without where they are not wanted.
        Type($"{tool} compare وزير الوزير");
        See("A search for one finds the other").Should().Contain("Lucene ArabicAnalyzer").And.NotContain("\"schema\"");
        Screen(withCodes: true).Should().Contain("\u001b[32mmeet");
        Clear();
        Type($"NO_COLOR=1 {tool} compare لبنان لبن");
        See("does not find the other");
        Screen(withCodes: true).Should().NotContain("\u001b[3");

        // JSON into a file, with a line of progress beside it that is gone at the end; Ctrl-C in the middle.
        Clear();
        string input = _folder.Write("in.txt", string.Concat(Enumerable.Repeat("قال وزير الخارجية وبالمدرسة في بغداد\n", 400_000)));
        Type($"{tool} segment --lines '{input}' > '{_folder.At("out.jsonl")}'; echo code $?");
        See("records  ").Should().MatchRegex("[0-9,]+ records  [0-9,]+/s");
        Tmux("send-keys", "C-c");
        See("code 130").Should().NotContain("Unhandled");
        File.ReadAllText(_folder.At("out.jsonl")).Should().Match(written => written.Length == 0 || written.EndsWith("}\n", StringComparison.Ordinal), "a line that was begun is whole");

        // A hostile page cannot clear the screen or rename the window.
        Clear();
        string hostile = _folder.Write("hostile.txt", "\u001b[2J\u001b]2;owned\u0007نص خطر");
        Type($"{tool} tokenize '{hostile}'; echo end");
        See("\nend").Should().Contain("tokenize").And.Contain("خطر");
        Tmux("display-message", "-p", "#{pane_title}").Should().NotContain("owned");
    }

    private void Clear()
    {
        Tmux("send-keys", "clear", "Enter");
        Thread.Sleep(200);
        Tmux("clear-history");
    }

    private void Type(string line)
    {
        Tmux("send-keys", "-l", line);
        Tmux("send-keys", "Enter");
    }

    private string See(string expected)
    {
        var watch = Stopwatch.StartNew();
        string screen;
        while (!(screen = Screen(withCodes: false)).Contains(expected, StringComparison.Ordinal))
        {
            if (watch.Elapsed > Tool.Patience) throw new TimeoutException($"'{expected}' is not on the screen:\n{screen}");
            Thread.Sleep(50);
        }

        return screen;
    }

    private string Screen(bool withCodes) => withCodes ? Tmux("capture-pane", "-p", "-e") : Tmux("capture-pane", "-p");

    private string Tmux(params string[] arguments)
    {
        var start = new ProcessStartInfo("tmux") { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8 };
        foreach (string argument in (string[])["-u", "-S", _socket, .. arguments]) start.ArgumentList.Add(argument);
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output;
    }
}

/// <summary>A test in a terminal; skipped, and said so, where there is no tmux.</summary>
internal sealed class TmuxFactAttribute : FactAttribute
{
    public TmuxFactAttribute()
    {
        if (!HasTmux) Skip = "needs tmux";
    }

    public static bool HasTmux { get; } = !OperatingSystem.IsWindows()
        && (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "tmux")));
}
