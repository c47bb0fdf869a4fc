using PublicApiGenerator;

namespace ArabicNews.Tests.Support;

/// <summary>The public surface of a package as a text file that a person has approved: every change of it is seen in a review.</summary>
internal static class PublicApi
{
    /// <summary>Compares <paramref name="assembly"/> with <c>tests/ArabicNews.Tests/Laws/PublicApi.&lt;assembly&gt;.txt</c>. On a difference the new text is written beside it as <c>.received.txt</c>.</summary>
    public static void ShouldBeApproved(System.Reflection.Assembly assembly)
    {
        string name = assembly.GetName().Name!;
        string approved = RepositoryFiles.InRepository($"tests/ArabicNews.Tests/Laws/PublicApi.{name}.txt");
        string received = Path.ChangeExtension(approved, ".received.txt");
        string actual = assembly.GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false }).ReplaceLineEndings("\n").TrimEnd() + "\n";
        string expected = File.Exists(approved) ? File.ReadAllText(approved).ReplaceLineEndings("\n") : "";
        if (actual == expected)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, actual);
        string[] before = expected.Split('\n'), after = actual.Split('\n');
        string difference = string.Join('\n', before.Except(after).Select(line => "- " + line.Trim()).Concat(after.Except(before).Select(line => "+ " + line.Trim())).Take(40));
        Assert.Fail($"The public API of {name} is not the approved one:\n{difference}\nIf that is wanted: mv {received} {approved}");
    }
}
