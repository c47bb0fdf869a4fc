using System.Collections.Concurrent;

namespace ArabicNews.Benchmarks;

/// <summary>
/// An article put together from our own: a headline, a lede and paragraphs, each of another page, drawn with a fixed seed; so there can be as many as a benchmark needs, none quite like another, with the words, names and
/// lengths of news.
/// </summary>
/// <param name="Page">The page that it is the main article of.</param>
/// <param name="Entities">What it names: what each of its parts names, found once in each.</param>
internal sealed record MadeArticle(NewsPage Page, EntityExtraction Entities)
{
    private const int FewestParagraphs = 3, MostParagraphs = 12;

    private static readonly ConcurrentDictionary<string, EntityExtraction> s_found = new(StringComparer.Ordinal);

    public string Headline => Page.Main!.Headline!.Value.In(Page.Text).ToString();

    public string Body => Page.Main!.GetBody(Page.Text);

    /// <summary>Makes so many. Another <paramref name="start"/> draws others, dated on from there.</summary>
    public static MadeArticle[] Make(int count, int start = 0)
    {
        var random = new Random(20261126 + start);
        NewsPage[] pages = [.. Corpus.ReadPages().Select(text => ArticleParser.Default.Parse(text)).Where(page => page.Main?.Headline is not null)];
        string[] headlines = [.. pages.Select(page => page.Main!.Headline!.Value.In(page.Text).ToString())];
        string[] ledes = PartsOf(pages, ArticlePartKind.Lede), paragraphs = PartsOf(pages, ArticlePartKind.Paragraph);
        Article[] articles = [.. pages.Select(page => page.Main!)];
        var made = new MadeArticle[count];
        Parallel.ForEach([.. Enumerable.Range(0, count).Select(i => (Number: i, Headline: Draw(headlines), Lede: Draw(ledes),
            Paragraphs: (string[])[.. Enumerable.Range(0, random.Next(FewestParagraphs, MostParagraphs + 1)).Select(_ => Draw(paragraphs))], Like: Draw(articles)))],
            drawn => made[drawn.Number] = Make(drawn.Headline, drawn.Lede, drawn.Paragraphs, drawn.Like, start + drawn.Number));
        return made;

        T Draw<T>(T[] from) => from[random.Next(from.Length)];
    }

    private static string[] PartsOf(NewsPage[] pages, ArticlePartKind kind) =>
        [.. pages.SelectMany(page => page.Main!.Parts.Where(part => part.Kind == kind).Select(part => part.Span.In(page.Text).ToString()))];

    // Sources, section and tags are those of a page; its date is moved by a day for each article.
    private static MadeArticle Make(string headline, string lede, string[] paragraphs, Article like, int number)
    {
        (string Words, ArticlePartKind Kind)[] parts = [(headline, ArticlePartKind.Headline), (lede, ArticlePartKind.Lede), .. paragraphs.Select(words => (words, ArticlePartKind.Paragraph))];
        string text = string.Join('\n', parts.Select(part => part.Words));
        var spans = new List<ArticlePart>();
        int start = 0;
        foreach ((string words, ArticlePartKind kind) in parts)
        {
            spans.Add(new ArticlePart(new TextSpan(start, words.Length), kind));
            start += words.Length + 1;
        }

        Article article = like with
        {
            Span = new TextSpan(0, text.Length),
            Parts = [.. spans],
            Byline = null,
            Dateline = null,
            Published = like.Published is { } date ? date with { Span = default, Value = date.Value.AddDays(number % 3000) } : null,
            Modified = null,
        };
        return new MadeArticle(new NewsPage { Text = text, Main = article }, EntitiesOf(parts.Select(part => part.Words), spans));
    }

    private static EntityExtraction EntitiesOf(IEnumerable<string> parts, List<ArticlePart> spans) => new(
    [
        .. parts.SelectMany((words, part) => s_found.GetOrAdd(words, static words => EntityExtractor.Default.Extract(words)).Entities.Select(entity => (Entity: entity, spans[part].Span.Start)))
            .GroupBy(found => (found.Entity.Kind, found.Entity.Id ?? found.Entity.Name))
            .Select(one => one.First().Entity with
            {
                Mentions = [.. one.SelectMany(found => found.Entity.Mentions.Select(mention => mention with { Span = new TextSpan(found.Start + mention.Span.Start, mention.Span.Length) }))],
            }),
    ]);
}
