using System.IO.Compression;
using System.Xml.Linq;
using ArabicNews.Tests.Support;

namespace ArabicNews.Package.Tests;

public class PackageTests
{
    private static readonly string[] s_packages = ["ArabicNews", "ArabicNews.Html", "ArabicNews.Lucene"];

    // Everything of the core in one program, so that the AOT compiler sees it all.
    private const string CoreProgram = """
        using ArabicNews;
        string text = "الرئيس الأميركي جو بايدن يصل إلى القاهرة\nتاريخ النشر: 27 آذار 2024\nالقاهرة - رويترز: وصل الرئيس الأميركي جو بايدن الأربعاء إلى القاهرة في زيارة رسمية تستمر يومين، ويلتقي خلالها مسؤولين مصريين لبحث التعاون بين البلدين.\n";
        NewsPage page = ArticleParser.Default.Parse(text);
        EntityExtraction found = EntityExtractor.Default.Extract(page);
        Console.WriteLine(page.Main!.Published!.Value.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        foreach (Entity person in found.People) Console.WriteLine(person.Name);
        foreach (Entity place in found.Places) Console.WriteLine(place.Place?.CountryCode);
        Console.WriteLine(ArabicNormalizer.Search.Normalize("الإسـلامُ"));
        Console.WriteLine(ArabicSegmenter.Segment("وبالمدرسة").Count);
        Console.WriteLine(System.Text.Json.JsonDocument.Parse(NewsArticleJson.ToJsonLd(page, page.Main!, found)).RootElement.GetProperty("locationCreated")[0].GetProperty("name").GetString());
        Console.WriteLine(System.Text.Json.JsonDocument.Parse(NewsArticleJson.ToNinjs(page, page.Main!, found)).RootElement.GetProperty("contentCreated").GetString());
        """;

    [PackagesFact]
    public void Packages_HoldWhatAUserNeeds()
    {
        foreach (string name in s_packages)
        {
            using ZipArchive package = ZipFile.OpenRead(PackageOf(name, ".nupkg"));
            string[] entries = [.. package.Entries.Select(entry => entry.FullName)];
            entries.Should().Contain(["PACKAGE.md", "LICENSE", "THIRD-PARTY-NOTICES.md", $"lib/net10.0/{name}.dll", $"lib/net10.0/{name}.xml"]);
            entries.Should().NotContain(entry => entry.Contains("seeds", StringComparison.OrdinalIgnoreCase) || entry.EndsWith(".pdb", StringComparison.Ordinal));
            using ZipArchive symbols = ZipFile.OpenRead(PackageOf(name, ".snupkg"));
            symbols.Entries.Should().Contain(entry => entry.FullName == $"lib/net10.0/{name}.pdb");
        }
    }

    [PackagesFact]
    public void Versions_OnLucene_ArePrereleases_AndTheCoreHasNoDependency()
    {
        Metadata("ArabicNews.Lucene", "version").Value.Should().Contain("-");
        Metadata("ArabicNews", "version").Value.Should().NotContain("-");
        Metadata("ArabicNews.Html", "version").Value.Should().NotContain("-");
        Metadata("ArabicNews", "dependencies").Descendants().Where(element => element.Name.LocalName == "dependency").Should().BeEmpty();
    }

    [PackagesFact]
    public void RestoredIntoAnEmptyProject_TheReadmesFirstExample_PrintsWhatItSays()
    {
        MarkdownExample first = MarkdownExamples.Read(RepositoryFiles.InRepository("README.md"))[0];
        using ConsoleProject project = EmptyProject("", s_packages);
        project.Write("Program.cs", first.Code);
        project.Dotnet("run", "-c", "Release").Trim().ReplaceLineEndings("\n").Should().Be(first.Output!.Trim());
    }

    [PackagesFact]
    public void PublishedAheadOfTime_ACoreProgram_HasNoWarningsAndRuns()
    {
        using ConsoleProject project = EmptyProject("<PublishAot>true</PublishAot><InvariantGlobalization>true</InvariantGlobalization><TrimmerSingleWarn>false</TrimmerSingleWarn>", ["ArabicNews"]);
        project.Write("Program.cs", CoreProgram);
        project.Dotnet("publish", "-c", "Release", "-o", "out").Should().NotContain("warning");
        string[] printed = project.Run(Path.Combine(project.Folder, "out", OperatingSystem.IsWindows() ? "App.exe" : "App")).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        printed.Should().Equal("2024-03-27", "جو بايدن", "EG", "الاسلام", "5", "القاهرة", "2024-03-27T00:00:00Z");
    }

    [PackagesFact]
    public void Tool_InstalledFromItsPackage_RunsItsDemo()
    {
        using var project = new ConsoleProject();
        project.Write("nuget.config", $"""
            <configuration>
              <packageSources><clear /><add key="packages under test" value="{Path.GetFullPath(PackagesFactAttribute.Folder!)}" /></packageSources>
            </configuration>
            """);
        string version = Metadata("ArabicNews.Cli", "version").Value;
        version.Should().Contain("-", "it carries a prerelease");
        project.Dotnet("tool", "install", "--tool-path", "tools", "ArabicNews.Cli", "--version", version, "--configfile", "nuget.config");
        string tool = Path.Combine(project.Folder, "tools", OperatingSystem.IsWindows() ? "arabicnews.exe" : "arabicnews");
        project.Run(tool, "--version").Should().StartWith($"arabicnews {version}");
        project.Run(tool, "demo", "--plain").Should().Contain("الاتحاد الإفريقي عضو دائم في مجموعة العشرين").And.Contain("New Delhi");
    }

    private static ConsoleProject EmptyProject(string properties, string[] packages)
    {
        var project = new ConsoleProject();
        // A cache of its own, so that no earlier build of the same version is found; what others made comes from the user's, or from where he gets it.
        string cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        project.WriteProject(properties + $"<RestorePackagesPath>{Path.Combine(project.Folder, "packages")}</RestorePackagesPath><RestoreFallbackFolders>{cache}</RestoreFallbackFolders>",
            string.Concat(packages.Select(name => $"<PackageReference Include=\"{name}\" Version=\"{Metadata(name, "version").Value}\" />")));
        project.Write("nuget.config", $"""
            <configuration>
              <packageSources><add key="packages under test" value="{Path.GetFullPath(PackagesFactAttribute.Folder!)}" /></packageSources>
            </configuration>
            """);
        return project;
    }

    private static string PackageOf(string name, string extension) =>
        Directory.EnumerateFiles(PackagesFactAttribute.Folder!, name + ".*" + extension).Single(file => char.IsAsciiDigit(Path.GetFileName(file)[name.Length + 1]));

    private static XElement Metadata(string name, string element)
    {
        using ZipArchive package = ZipFile.OpenRead(PackageOf(name, ".nupkg"));
        using Stream manifest = package.GetEntry(name + ".nuspec")!.Open();
        return XDocument.Load(manifest).Descendants().First(candidate => candidate.Name.LocalName == element);
    }
}
