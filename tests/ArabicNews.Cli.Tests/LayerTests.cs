using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;
using ArabicNews.Html;
using ArabicNews.Lucene;

namespace ArabicNews.Cli.Tests;

/// <summary>The tool is a user of the libraries as any other, and carries none of them that a command has no use for.</summary>
public class LayerTests
{
    [Theory]
    [InlineData(typeof(ArabicNormalizer))]
    [InlineData(typeof(HtmlArticleParser))]
    [InlineData(typeof(NewsIndex))]
    public void Tool_UsesThePublicSurfaceOnly(Type ofLibrary) =>
        ofLibrary.Assembly.GetCustomAttributes<InternalsVisibleToAttribute>().Select(friend => friend.AssemblyName).Should().NotContain("ArabicNews.Cli");

    [LinuxFact]
    public void CommandOnTexts_LoadsNeitherTheIndexNorTheHtmlParserNorAWebServer()
    {
        using Process process = Tool.Start("normalize", "--from", "text");
        process.StandardInput.Write("أحمد\n");
        process.StandardInput.Flush();
        process.StandardOutput.ReadLine().Should().Contain("احمد");
        string loaded = File.ReadAllText($"/proc/{process.Id}/maps");
        process.StandardInput.Close();
        Tool.Await(process);
        loaded.Should().Contain("/ArabicNews.dll").And.Contain("/System.CommandLine.dll").And.NotContainAny("Lucene", "ArabicNews.Html", "Spectre", "AspNetCore", "System.Private.Xml");
    }
}

/// <summary>A test that reads /proc; skipped, and said so, elsewhere.</summary>
internal sealed class LinuxFactAttribute : FactAttribute
{
    public LinuxFactAttribute()
    {
        if (!OperatingSystem.IsLinux()) Skip = "needs /proc";
    }
}
