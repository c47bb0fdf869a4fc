using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace ArabicNews.Evaluation;

/// <summary>A folder of <c>articles/pages</c>: the page and what its <c>expected.json</c> says about it.</summary>
internal sealed class GoldPage
{
    private GoldPage(string folder, JsonElement expected)
    {
        Name = Path.GetFileName(folder);
        Folder = folder;
        string url = expected.GetProperty("url").GetString()!.Split(' ')[0];
        Url = Uri.TryCreate(url, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https" ? address : null;
        if (!expected.TryGetProperty("reviewed", out JsonElement reviewed)) return;

        IsArticle = true;
        Title = reviewed.GetProperty("title").GetString()!;
        Published = reviewed.GetProperty("published").GetString()!;
        Authors = Strings(reviewed, "authors");
        Paragraphs = Strings(reviewed, "body");
        Tags = Strings(reviewed, "tags");
        Sections = Strings(reviewed, "section");
        Sources = Strings(reviewed, "source");
        Modified = reviewed.TryGetProperty("modified", out JsonElement modified) ? modified.GetString()! : "";
        Place = reviewed.TryGetProperty("place", out JsonElement place) ? place.GetString()! : "";
        Publisher = reviewed.TryGetProperty("publisher", out JsonElement publisher) ? publisher.GetString()! : "";
        Byline = reviewed.TryGetProperty("byline", out JsonElement byline) ? byline.GetString()! : "";
        Dateline = reviewed.TryGetProperty("dateline", out JsonElement dateline) ? dateline.GetString()! : "";
        Captions = reviewed.TryGetProperty("captions", out JsonElement captions)
            ? [.. captions.EnumerateArray().Where(caption => caption.TryGetProperty("text", out _)).Select(caption => caption.GetProperty("text").GetString()!)]
            : [];
    }

    public string Name { get; }

    /// <summary>Null where the gold holds no absolute http(s) address.</summary>
    public Uri? Url { get; }

    /// <summary>False where the right answer is that there is no article.</summary>
    public bool IsArticle { get; }

    public string Title { get; } = "";

    public string Published { get; } = "";

    public string Modified { get; } = "";

    public string Place { get; } = "";

    public string Publisher { get; } = "";

    public string Byline { get; } = "";

    public string Dateline { get; } = "";

    public ImmutableArray<string> Authors { get; } = [];

    public ImmutableArray<string> Paragraphs { get; } = [];

    public ImmutableArray<string> Tags { get; } = [];

    public ImmutableArray<string> Sections { get; } = [];

    public ImmutableArray<string> Sources { get; } = [];

    public ImmutableArray<string> Captions { get; } = [];

    public string Body => string.Join('\n', Paragraphs);

    /// <summary>As UTF-8, which all stored pages are.</summary>
    public string Html => File.ReadAllText(Path.Combine(Folder, "page.html"));

    public string Text => File.ReadAllText(Path.Combine(Folder, "page.txt"));

    private string Folder { get; }

    /// <summary>All pages below <paramref name="path"/>, in ordinal order, without the seed: it has spans, no HTML, and a test of its own.</summary>
    public static IEnumerable<GoldPage> ReadAll(string path)
    {
        foreach (string folder in Directory.EnumerateDirectories(path).Order(StringComparer.Ordinal))
        {
            using JsonDocument expected = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "expected.json")));
            if (expected.RootElement.TryGetProperty("url", out _)) yield return new GoldPage(folder, expected.RootElement);
        }
    }

    /// <summary>Whether <paramref name="day"/> is the day that the gold prints or the same moment's day in UTC.</summary>
    public bool IsPublishedOn(DateTime? day) => IsSameDay(Published, day);

    public bool IsModifiedOn(DateTime? day) => IsSameDay(Modified, day);

    private static bool IsSameDay(string gold, DateTime? day)
    {
        if (day is not { } found || gold.Length < 10) return false;
        if (DateTime.ParseExact(gold.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture) == found.Date) return true;
        return gold.Length > 10 && DateTimeOffset.Parse(gold, CultureInfo.InvariantCulture).UtcDateTime.Date == found.Date;
    }

    private static ImmutableArray<string> Strings(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement array) ? [.. array.EnumerateArray().Select(item => item.GetString()!)] : [];
}
