using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;

namespace ArabicNews.Cli;

/// <summary><c>--version</c>: the tool's version and the commit it was built from.</summary>
internal sealed class VersionLine : SynchronousCommandLineAction
{
    public static void Use(RootCommand root)
    {
        foreach (Option option in root.Options)
            if (option is VersionOption version)
            {
                version.Action = new VersionLine();
                version.Description = "Show the version";
            }
    }

    public override int Invoke(ParseResult parseResult)
    {
        string version = typeof(VersionLine).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
        // 0.1.0-beta+8943d371...: the commit as git abbreviates it.
        int commit = version.IndexOf('+', StringComparison.Ordinal);
        if (commit >= 0) version = $"{version[..commit]} ({version.Substring(commit + 1, Math.Min(7, version.Length - commit - 1))})";
        Console.Out.WriteLine($"arabicnews {version}");
        return ExitCode.Ok;
    }
}
