namespace ArabicNews.Tests.Text;

/// <summary>A theory that asks the operating system for what only Linux gives; skipped, with a message, elsewhere.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LinuxTheoryAttribute : TheoryAttribute
{
    public LinuxTheoryAttribute()
    {
        if (!OperatingSystem.IsLinux()) Skip = "needs mmap and mprotect as Linux has them";
    }
}
