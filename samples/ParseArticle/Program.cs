// A crawled page of text becomes an article: headline, credits, date, body, and what on the page is none of it.
using System.Globalization;
using System.Text;
using ArabicNews;

Console.OutputEncoding = Encoding.UTF8;
string path = args.Length > 0 ? args[0] : SeedArticle();
NewsPage page = ArticleParser.Default.Parse(File.ReadAllText(path));
if (page.Main is not { } article)
{
    Console.WriteLine($"{path}: no article ({page.NoArticleReason})");
    return;
}

Console.WriteLine($"headline   {Isolate(article.Headline)}");
Console.WriteLine($"published  {article.Published?.Value.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture)} ({article.Published?.Precision})");
Console.WriteLine($"places     {string.Join(", ", article.Dateline?.Places.Select(place => Isolate(place.Span)) ?? [])}");
foreach (ArticleSource source in article.Sources) Console.WriteLine($"source     {Isolate(source.Span)} ({source.Role})");

Console.WriteLine();
foreach (ArticlePart part in article.Parts) Console.WriteLine($"{part.Kind,-12} {part.Span,-13} {Isolate(part.Span)}");

Console.WriteLine();
foreach (Article related in page.Related) Console.WriteLine($"related      {related.Span,-13} {Isolate(related.Headline)}");
foreach (BoilerplateBlock block in page.Boilerplate) Console.WriteLine($"{block.Kind,-12} {block.Span,-13} {Isolate(block.Span)}");

// The first words of a span, kept together inside a line that runs from left to right.
string Isolate(TextSpan? span)
{
    string words = span is { } present ? present.In(page.Text).ToString().ReplaceLineEndings(" ") : "";
    return $"\u2068{(words.Length <= 70 ? words : string.Concat(words.AsSpan(0, 70), "…"))}\u2069";
}

// The seed page of the repository, found from where the program runs or lies.
static string SeedArticle()
{
    const string Seed = "seeds/articles/000_b91ee82fcd84a4d3.txt";
    foreach (string start in new[] { Directory.GetCurrentDirectory(), AppContext.BaseDirectory })
        for (DirectoryInfo? folder = new(start); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, Seed))) return Path.Combine(folder.FullName, Seed);
    throw new FileNotFoundException("Give the path of a page as text.");
}
