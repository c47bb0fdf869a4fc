using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace ArabicNews.Cli.Tests;

/// <summary>What a run of the tool wrote and how it ended.</summary>
internal sealed record ToolResult(int ExitCode, string Output, string Errors)
{
    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>The tool as a process of its own, as a shell runs it.</summary>
internal static partial class Tool
{
    public const int Sigint = 2;
    public const int Sigterm = 15;

    // Who runs the tests in the background (a script's &, nohup) has Ctrl-C ignored, and a program rightly leaves it so; its children must be told that they are in front.
    private static readonly bool s_ignoresInterrupt = OperatingSystem.IsLinux() && IsIgnored(Sigint);

    /// <summary>The built assembly beside the tests.</summary>
    public static string Assembly { get; } = typeof(Program).Assembly.Location;

    /// <summary>Far more than a run takes on a busy machine.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromMinutes(3);

    public static ToolResult Run(params string[] arguments) => Run([], arguments);

    /// <summary>Runs the tool with stdin.</summary>
    public static ToolResult RunOn(string input, params string[] arguments) => Run(Encoding.UTF8.GetBytes(input), arguments);

    public static ToolResult Run(byte[] input, string[] arguments)
    {
        using Process process = Start(arguments);
        Task<string> output = process.StandardOutput.ReadToEndAsync(), errors = process.StandardError.ReadToEndAsync();
        try
        {
            process.StandardInput.BaseStream.Write(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended before it read everything.
        }

        Await(process);
        return new ToolResult(process.ExitCode, output.Result, errors.Result);
    }

    public static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo(s_ignoresInterrupt ? "env" : "dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = new UTF8Encoding(false),
            StandardErrorEncoding = new UTF8Encoding(false),
        };
        if (s_ignoresInterrupt)
        {
            start.ArgumentList.Add("--default-signal=INT");
            start.ArgumentList.Add("dotnet");
        }

        start.ArgumentList.Add(Assembly);
        foreach (string argument in arguments) start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }

    private static bool IsIgnored(int signal)
    {
        const string field = "SigIgn:";
        string? ignored = File.ReadLines("/proc/self/status").FirstOrDefault(line => line.StartsWith(field, StringComparison.Ordinal));
        return ignored is not null && ((ulong.Parse(ignored.AsSpan(field.Length).Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture) >> (signal - 1)) & 1) != 0;
    }

    public static void Await(Process process)
    {
        if (process.WaitForExit(Patience)) return;
        process.Kill();
        throw new TimeoutException("The tool did not end.");
    }

    public static void WaitUntil(Func<bool> isTrue)
    {
        long start = Stopwatch.GetTimestamp();
        while (!isTrue())
        {
            if (Stopwatch.GetElapsedTime(start) > Patience) throw new TimeoutException("It did not come to that.");
            Thread.Sleep(5);
        }
    }

    /// <summary>Sends a signal; on Unix.</summary>
    public static void Signal(Process process, int signal) => Kill(process.Id, signal).Should().Be(0);

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}
