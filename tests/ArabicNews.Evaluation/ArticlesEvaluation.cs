using System.Diagnostics;
using System.Globalization;
using ArabicNews.Html;

namespace ArabicNews.Evaluation;

/// <summary>
/// Scores whole pages: body, title, day of publication and authors, and whether lists and stubs are told from articles.
/// <c>--as html</c> (default) reads <c>page.html</c> and runs SmartReader beside us; <c>--as text</c> reads <c>page.txt</c>. Without a path, our own pages: see <see cref="SeedPagesEvaluation"/>.
/// </summary>
internal static class ArticlesEvaluation
{
    public static Evaluation Evaluation { get; } = new("articles", "[articles/pages] [--as html|text] [--pages held-out|tuned]", Run);

    private static double Run(EvaluationArguments arguments)
    {
        if (arguments.Path is null) return SeedPagesEvaluation.Run(arguments);
        string form = arguments.Options.GetValueOrDefault("as", "html");
        if (form is not ("html" or "text")) throw new UsageException($"--as html or --as text, not '{form}'");
        bool html = form == "html";

        List<GoldPage> pages = [.. GoldPage.ReadAll(arguments.Path)];
        List<Answer> ours = [.. pages.Select(page => html ? OurHtml(page) : OurText(page))];
        List<Answer>? rival = html ? [.. pages.Select(FromSmartReader)] : null;

        PrintPages(pages, ours, rival, html);
        PrintSummary(pages, ours, rival, html);
        if (html) PrintReported(pages, ours);
        if (html) PrintTimes(pages);
        if (arguments.Predictions is { } file) WritePredictions(file, pages, ours);
        return BodyScores(pages, ours).Average();
    }

    private static Answer OurText(GoldPage page) => Read(ArticleParser.Default.Parse(page.Text));

    private static Answer OurHtml(GoldPage page) => Read(HtmlArticleParser.Default.Parse(page.Html, page.Url));

    private static Answer Read(NewsPage page) => page.Main is not { } article
        ? new Answer { Page = page, Reason = page.NoArticleReason.ToString() }
        : new Answer
        {
            Page = page,
            IsArticle = true,
            Title = article.Headline is { } headline ? headline.In(page.Text).ToString() : "",
            Body = article.GetBody(page.Text),
            Published = article.Published?.Value.Date,
            Authors = [.. article.Byline?.Persons.Select(person => person.Name) ?? []],
        };

    // The HTML is given, so nothing is fetched. (ParseArticle(string, string) would take the HTML for the name of a user agent.)
    private static Answer FromSmartReader(GoldPage page)
    {
        SmartReader.Article article = new SmartReader.Reader((page.Url ?? new Uri("https://news.example/")).AbsoluteUri, page.Html).GetArticle();
        return new Answer
        {
            IsArticle = article.IsReadable,
            Reason = "not readable",
            Title = article.Title ?? "",
            Body = article.TextContent ?? "",
            Published = article.PublicationDate,
            Authors = (article.Author ?? article.Byline) is { Length: > 0 } author ? [author] : [],
        };
    }

    private static void PrintPages(List<GoldPage> pages, List<Answer> ours, List<Answer>? rival, bool html)
    {
        string[] header = ["page", "body P", "body R", "body F1", "title", .. html ? new[] { "day", "authors", "SmartReader F1", "title", "day", "authors" } : []];
        var table = new Table(header);
        for (int i = 0; i < pages.Count; i++)
        {
            GoldPage page = pages[i];
            if (!page.IsArticle)
            {
                string answer = ours[i].IsArticle ? "WRONG: an article" : "no article: " + ours[i].Reason;
                string other = rival is null ? "" : rival[i].IsArticle ? "WRONG: an article" : "no article";
                table.Add([page.Name, "", "", answer, "", .. html ? new object[] { "", "", other, "", "", "" } : []]);
                continue;
            }

            Score body = Shingles.Compare(page.Body, ours[i].Body);
            table.Add([page.Name, body.Precision, body.Recall, body.F1, .. Marks(page, ours[i], html),
                .. rival is null ? [] : new object[] { Shingles.Compare(page.Body, rival[i].Body).F1 }, .. rival is null ? [] : Marks(page, rival[i], html)]);
        }

        table.Print();
        Console.WriteLine();
    }

    private static object[] Marks(GoldPage page, Answer answer, bool html) => html
        ? [Mark(TitleIsRight(page, answer)), Mark(page.IsPublishedOn(answer.Published)), Mark(AuthorsAreRight(page, answer))]
        : [Mark(TitleIsRight(page, answer))];

    private static void PrintSummary(List<GoldPage> pages, List<Answer> ours, List<Answer>? rival, bool html)
    {
        var table = new Table(["of all pages", "ours", .. rival is null ? [] : new[] { "SmartReader" }]);
        Add("body F1, mean", answers => BodyScores(pages, answers).Average());
        Add("body F1, worst", answers => BodyScores(pages, answers).Min());
        Add("title right", answers => Count(answers, TitleIsRight));
        if (html) Add("day right", answers => Count(answers, (page, answer) => page.IsPublishedOn(answer.Published)));
        if (html) Add("authors right", answers => Count(answers, AuthorsAreRight));
        Add("no article right", answers => pages.Zip(answers).Count(pair => !pair.First.IsArticle && !pair.Second.IsArticle));
        table.Add(["articles, others", $"{pages.Count(page => page.IsArticle)}, {pages.Count(page => !page.IsArticle)}"]);
        table.Print();
        Console.WriteLine();

        void Add(string name, Func<List<Answer>, object> figure) => table.Add([name, figure(ours), .. rival is null ? [] : new[] { figure(rival) }]);

        int Count(List<Answer> answers, Func<GoldPage, Answer, bool> isRight) => pages.Zip(answers).Count(pair => pair.First.IsArticle && isRight(pair.First, pair.Second));
    }

    // Not scored: what the gold also knows, with its share of right answers by the page.
    private static void PrintReported(List<GoldPage> pages, List<Answer> ours)
    {
        var table = new Table("reported, not scored", "right", "of");
        List<(GoldPage Page, NewsPage Result, Article Article)> pairs =
            [.. pages.Zip(ours).Where(pair => pair.First.IsArticle && pair.Second.Page?.Main is not null).Select(pair => (pair.First, pair.Second.Page!, pair.Second.Page!.Main!))];
        Add("modified", pair => pair.Page.Modified.Length > 0, pair => pair.Page.IsModifiedOn(pair.Article.Modified?.Value.Date));
        Add("section", pair => pair.Page.Sections.Length > 0, pair => pair.Page.Sections.Select(Shingles.Bare).Contains(Shingles.Bare(pair.Article.Section ?? "")));
        Add("tags", pair => pair.Page.Tags.Length > 0, pair => SameNames(pair.Page.Tags, pair.Article.Tags));
        Add("place", pair => pair.Page.Place.Length > 0, pair => Shingles.Bare(pair.Page.Place) == Shingles.Bare(string.Concat(
            (pair.Article.Dateline?.Places ?? pair.Article.Byline?.Places ?? []).Select(place => place.Name))));
        Add("byline", pair => pair.Page.Byline.Length > 0, pair => pair.Article.Byline is { } byline && SameText(pair.Page.Byline, byline.Span, pair.Result));
        Add("dateline", pair => pair.Page.Dateline.Length > 0, pair => pair.Article.Dateline is { } dateline && SameText(pair.Page.Dateline, dateline.Span, pair.Result));
        Add("source", pair => pair.Page.Sources.Length > 0, pair => SameNames(pair.Page.Sources, pair.Article.Sources.Select(source => source.Name)));
        Add("captions", pair => pair.Page.Captions.Length > 0, pair => SameNames(pair.Page.Captions,
            pair.Article.Parts.Where(part => part.Kind == ArticlePartKind.Caption).Select(part => part.Span.In(pair.Result.Text).ToString())));
        Add("publisher", pair => pair.Page.Publisher.Length > 0, pair => Shingles.Bare(pair.Page.Publisher) == Shingles.Bare(pair.Result.Metadata.SiteName ?? ""));
        table.Print();
        Console.WriteLine();

        void Add(string name, Func<(GoldPage Page, NewsPage Result, Article Article), bool> isThere, Func<(GoldPage Page, NewsPage Result, Article Article), bool> isRight)
            => table.Add(name, pairs.Count(pair => isThere(pair) && isRight(pair)), pairs.Count(isThere));

        static bool SameText(string gold, TextSpan span, NewsPage page) => Shingles.Bare(gold) == Shingles.Bare(span.In(page.Text).ToString());
    }

    // Median over the pages of the median of five runs, after one that warms up.
    private static void PrintTimes(List<GoldPage> pages)
    {
        List<(double Ours, double Rival)> times = [];
        foreach (GoldPage page in pages)
        {
            string html = page.Html;
            string address = (page.Url ?? new Uri("https://news.example/")).AbsoluteUri;
            times.Add((Time(() => HtmlArticleParser.Default.Parse(html, page.Url)), Time(() => new SmartReader.Reader(address, html).GetArticle())));
        }

        double ours = Median(times.Select(time => time.Ours)), rival = Median(times.Select(time => time.Rival));
        var table = new Table("time", "ours", "SmartReader", "SmartReader / ours");
        table.Add("median page, ms", ours, rival, rival / ours);
        table.Print();
        Console.WriteLine();

        static double Time(Action action)
        {
            action();
            return Median(Enumerable.Range(0, 5).Select(_ =>
            {
                long start = Stopwatch.GetTimestamp();
                action();
                return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            }));
        }

        static double Median(IEnumerable<double> values)
        {
            double[] sorted = [.. values.Order()];
            return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
        }
    }

    private static void WritePredictions(string file, List<GoldPage> pages, List<Answer> ours)
    {
        using var writer = new StreamWriter(file);
        writer.Write("page\ttitle\tpublished\tauthors\tbody\tour_title\tour_published\tour_authors\tour_body\tour_reason\n");
        foreach ((GoldPage page, Answer answer) in pages.Zip(ours))
        {
            string[] cells =
            [
                page.Name, page.Title, page.Published, string.Join("; ", page.Authors), page.Body, answer.Title,
                answer.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "", string.Join("; ", answer.Authors), answer.Body, answer.Reason,
            ];
            writer.Write(string.Join('\t', cells.Select(cell => cell.ReplaceLineEndings("\\n").Replace('\t', ' '))) + "\n");
        }
    }

    private static List<double> BodyScores(List<GoldPage> pages, List<Answer> answers) =>
        [.. pages.Zip(answers).Where(pair => pair.First.IsArticle).Select(pair => Shingles.Compare(pair.First.Body, pair.Second.Body).F1)];

    private static bool TitleIsRight(GoldPage page, Answer answer) => Shingles.Bare(page.Title) == Shingles.Bare(answer.Title);

    private static bool AuthorsAreRight(GoldPage page, Answer answer) => answer.IsArticle && SameNames(page.Authors, answer.Authors);

    private static bool SameNames(IEnumerable<string> left, IEnumerable<string> right) => left.Select(Shingles.Bare).ToHashSet().SetEquals(right.Select(Shingles.Bare));

    private static string Mark(bool isRight) => isRight ? "right" : "WRONG";

    private sealed class Answer
    {
        public NewsPage? Page { get; init; }

        public bool IsArticle { get; init; }

        public string Reason { get; init; } = "";

        public string Title { get; init; } = "";

        public string Body { get; init; } = "";

        public DateTime? Published { get; init; }

        public IReadOnlyList<string> Authors { get; init; } = [];
    }
}
