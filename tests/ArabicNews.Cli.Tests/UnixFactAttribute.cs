namespace ArabicNews.Cli.Tests;

/// <summary>A test of signals and pipes as Unix has them; skipped, and said so, on Windows.</summary>
internal sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute()
    {
        if (OperatingSystem.IsWindows()) Skip = "Windows has no such signals";
    }
}

/// <summary>The same for theories.</summary>
internal sealed class UnixTheoryAttribute : TheoryAttribute
{
    public UnixTheoryAttribute()
    {
        if (OperatingSystem.IsWindows()) Skip = "Windows has no such signals";
    }
}
