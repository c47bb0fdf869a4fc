using ArabicNews.Html;

namespace ArabicNews.Cli.Input;

/// <summary>Parses records into pages. Apart from <see cref="NewsRecord"/> so that reading texts alone loads no HTML parser.</summary>
internal static class RecordPages
{
    public static NewsPage ToPage(NewsRecord record, CancellationToken cancellationToken)
    {
        if (record.Body is { } body) return ArticleOf(record, body);
        NewsPage page = record.Text is { } text ? new ArticleParser(OptionsOf(record)).Parse(text) : ParseHtml(record, cancellationToken);
        PageMetadata metadata = MetadataOf(record, page.Metadata);
        if (page.Main is { Published: null } main && record.Date is { } date)
            page = page with { Main = main with { Published = new ArticleDate(default, date.Value, date.Precision, CalendarKind.Gregorian) } };
        return page with { Metadata = metadata };
    }

    // A method of its own: the assembly with the HTML parser is loaded when it is called.
    private static NewsPage ParseHtml(NewsRecord record, CancellationToken cancellationToken)
    {
        var parser = new HtmlArticleParser(OptionsOf(record));
        if (record.Html is { } html) return parser.Parse(html, record.Url, cancellationToken);
        using var bytes = new MemoryStream(record.HtmlBytes!, writable: false);
        return parser.Parse(bytes, record.Url, record.Charset, cancellationToken);
    }

    // What is known to be an article has no furniture to tell from it.
    private static NewsPage ArticleOf(NewsRecord record, string body)
    {
        var blocks = new List<TextBlock>();
        if (record.Title is { } title) blocks.Add(new TextBlock(title, TextBlockRole.Headline));
        foreach (Range line in body.AsSpan().Split('\n'))
            if (!body.AsSpan()[line].IsWhiteSpace()) blocks.Add(new TextBlock(body[line].Trim(), TextBlockRole.Paragraph));
        return new ArticleParser(OptionsOf(record)).Parse([.. blocks], MetadataOf(record, PageMetadata.Empty));
    }

    private static ArticleParserOptions OptionsOf(NewsRecord record) => new() { Outlet = record.Source, Reference = record.Date?.Value ?? record.Fetched };

    private static PageMetadata MetadataOf(NewsRecord record, PageMetadata page) => page with
    {
        Title = record.Title ?? page.Title,
        Url = record.Url ?? page.Url,
        Published = record.Date?.Value ?? page.Published,
        SiteName = record.Source ?? page.SiteName,
    };
}
