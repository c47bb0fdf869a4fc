// From crawled pages to search: parse, extract people and places, index, ask. SearchNews [query] [--from FOLDER]
using System.Globalization;
using System.Text;
using ArabicNews;
using ArabicNews.Html;
using ArabicNews.Lucene;

Console.OutputEncoding = Encoding.UTF8;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
int from = Array.IndexOf(args, "--from");
string folder = from >= 0 && from + 1 < args.Length ? args[from + 1] : SeedArticles();
string query = string.Join(' ', from < 0 ? args : args[..from]);

string directory = Directory.CreateTempSubdirectory("searchnews").FullName;
try
{
    using var index = NewsIndex.Open(directory);
    foreach (string path in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
    {
        using FileStream file = File.OpenRead(path);
        NewsPage page = path.EndsWith(".html", StringComparison.Ordinal) ? HtmlArticleParser.Default.Parse(file) : ArticleParser.Default.Parse(File.ReadAllText(path));
        index.Add(Path.GetFileName(path), page, EntityExtractor.Default.Extract(page));
    }

    index.Commit();
    Console.WriteLine($"{index.GetStatistics().ArticleCount} articles from {folder}");
    foreach (string words in query.Length > 0 ? [query] : new[] { "أوستن غالانت رفح", "زلزال مكان:المغرب أو مكان:سوريا" })
        Print(words, index.Search(NewsQuery.Parse(words) with { Limit = 3 }));
}
finally
{
    Directory.Delete(directory, recursive: true);
}

static void Print(string query, NewsSearchResult result)
{
    Console.WriteLine($"\n== {Isolate(query)}: {result.TotalCount} found");
    foreach (NewsHit hit in result.Hits)
    {
        Console.WriteLine($"\n{hit.Published,-10:yyyy-MM-dd}  {Isolate(hit.Headline?.ToText("[", "]") ?? "")}  ({hit.Id})");
        foreach (Snippet snippet in hit.Snippets) Console.WriteLine($"    {Isolate(snippet.ToText("[", "]"))}");
    }

    Console.WriteLine($"\npeople: {string.Join(", ", result.Facets.People.Select(person => $"{Isolate(person.Name)} {person.Count}"))}");
    Console.WriteLine($"places: {string.Join(", ", result.Facets.Places.Select(place => $"{Isolate(place.Name)} {place.Place?.CountryCode} {place.Count}"))}");
}

// Keeps Arabic together inside a line that runs from left to right.
static string Isolate(string arabic) => $"\u2068{arabic}\u2069";

// Above where the program runs, or where it lies.
static string SeedArticles()
{
    foreach (string start in new[] { Directory.GetCurrentDirectory(), AppContext.BaseDirectory })
        for (DirectoryInfo? above = new(start); above is not null; above = above.Parent)
            if (Path.Combine(above.FullName, "seeds", "articles") is var seeds && Directory.Exists(seeds)) return seeds;
    throw new DirectoryNotFoundException("No seeds/articles above this folder: say --from FOLDER.");
}
