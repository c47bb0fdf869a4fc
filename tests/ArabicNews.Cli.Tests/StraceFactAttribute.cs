using System.ComponentModel;
using System.Diagnostics;

namespace ArabicNews.Cli.Tests;

/// <summary>A test of what a process asks of Linux; skipped, and said so, where there is no strace, or where it may not look into another process.</summary>
internal sealed class StraceFactAttribute : FactAttribute
{
    public StraceFactAttribute()
    {
        if (!CanTrace()) Skip = "needs strace";
    }

    private static bool CanTrace()
    {
        if (!OperatingSystem.IsLinux()) return false;
        try
        {
            using Process process = Process.Start(new ProcessStartInfo("strace", ["-f", "-y", "-o", "/dev/null", "true"]) { RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
