using System.Diagnostics;
using System.Text;

namespace ArabicNews.Package.Tests;

/// <summary>A console project of a user's, in a folder of its own outside the repository; the folder goes with it.</summary>
internal sealed class ConsoleProject : IDisposable
{
    private const int TimeLimitInSeconds = 400;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("arabicnews-");

    public string Folder => _folder.FullName;

    public void Write(string file, string content) => File.WriteAllText(Path.Combine(Folder, file), content);

    /// <summary>A project file with these lines inside.</summary>
    public void WriteProject(string properties, string items) => Write("App.csproj", $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
            <NuGetAudit>false</NuGetAudit>
            {properties}
          </PropertyGroup>
          <ItemGroup>
            {items}
          </ItemGroup>
        </Project>
        """);

    /// <summary>Runs <c>dotnet</c> in the folder and returns what it printed, errors and all.</summary>
    public string Dotnet(params string[] arguments) => Run("dotnet", arguments);

    /// <summary>Runs a program in the folder; a failure or a run without end is an exception with its whole output.</summary>
    public string Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };

        // What the test host's own build left in the environment must not steer the user's.
        foreach (string name in start.Environment.Keys.Where(name => name.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase)).ToArray()) start.Environment.Remove(name);
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";

        // Documents show what a program prints where dates are not written in the calendar of Saudi Arabia.
        start.Environment["LC_ALL"] = "C.UTF-8";
        start.Environment.Remove("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT");
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";

        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(TimeSpan.FromSeconds(TimeLimitInSeconds)))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} {string.Join(' ', arguments)} did not end.");
        }

        string all = output.Result + errors.Result;
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{all}");
        return output.Result;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
