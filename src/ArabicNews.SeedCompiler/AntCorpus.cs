using System.Text.Json;

namespace ArabicNews.SeedCompiler;

/// <summary>The news of the ANT corpus in the shared data.</summary>
internal static class AntCorpus
{
    /// <summary>Where it lies in the folder of the shared data.</summary>
    public const string File = "text/antcorpus.jsonl";

    /// <summary>Title and body of each item, in the order of the file.</summary>
    public static IEnumerable<string> Texts(string sharedData)
    {
        foreach (string line in System.IO.File.ReadLines(Path.Combine(sharedData, File)))
        {
            using JsonDocument item = JsonDocument.Parse(line);
            yield return item.RootElement.GetProperty("title").GetString()!;
            yield return item.RootElement.GetProperty("body").GetString()!;
        }
    }
}
