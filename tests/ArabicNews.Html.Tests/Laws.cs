namespace ArabicNews.Html.Tests;

/// <summary>What holds for the result of any page. Plain comparisons: an assertion object for each of a million spans would take longer than the parser.</summary>
internal static class Laws
{
    public static void Check(string html, NewsPage page)
    {
        Require(page.SourceMap is not null && page.SourceMap.SourceLength == html.Length, "the map leads to the whole source");
        Check(page);
    }

    /// <summary>The laws of a page whose source is bytes.</summary>
    public static void Check(NewsPage page)
    {
        Require(page.SourceMap is not null && page.SourceMap.Length == page.Text.Length, "the map covers the whole text");
        Require(page.Main is null == (page.NoArticleReason != NoArticleReason.None), "a page has an article or a reason");
        Require(page.Main is not null || page.Related.IsEmpty, "nothing is related to nothing");
        Require(page.Main is not null || page.Evidence.IsEmpty, "evidence speaks of the article");
        Article[] articles = [.. page.Main is { } main ? [main] : Array.Empty<Article>(), .. page.Related];
        int end = 0;
        foreach (Article article in articles.OrderBy(article => article.Span.Start))
        {
            Require(article.Span.Start >= end && article.Span.End <= page.Text.Length, "articles lie in the text and do not overlap");
            end = article.Span.End;
            Check(page, article);
        }

        int blockEnd = 0;
        foreach (BoilerplateBlock block in page.Boilerplate)
        {
            Require(block.Span.Start >= blockEnd && block.Span.End <= page.Text.Length, "furniture is ordered, disjoint and inside the text");
            blockEnd = block.Span.End;
        }
    }

    /// <summary>The text that a reader sees of a piece of HTML: tags gone, references replaced, white space as one blank.</summary>
    public static string Render(string html)
    {
        var text = new System.Text.StringBuilder();
        foreach (HtmlNode node in HtmlTree.Parse(html, default).Nodes)
            if (node.Tag == HtmlTag.Text) text.Append(HtmlText.Decode(node.Source.In(html)));
        return HtmlTree.Collapse(text.ToString());
    }

    private static void Check(NewsPage page, Article article)
    {
        int end = article.Span.Start, sourceEnd = 0;
        foreach (ArticlePart part in article.Parts)
        {
            Require(!part.Span.IsEmpty && part.Span.Start >= end && part.Span.End <= article.Span.End, "parts are ordered, disjoint and inside the article");
            end = part.Span.End;
            TextSpan source = page.SourceMap!.ToSource(part.Span);
            Require(source.Start >= sourceEnd && source.End <= page.SourceMap.SourceLength, "parts come from the source in order");
            sourceEnd = source.Start;
        }

        foreach (ArticleImage image in article.Images)
        {
            Require(image.Url is not null || image.Caption is not null || image.Credit is not null, "a picture has an address or words");
            Require(image.CaptionSpan is not { } caption || caption.In(page.Text).SequenceEqual(image.Caption), "a caption stands where it says");
            Require(image.CreditSpan is not { } credit || credit.In(page.Text).SequenceEqual(image.Credit), "a credit stands where it says");
        }
    }

    private static void Require(bool holds, string law)
    {
        if (!holds) throw new InvalidOperationException(law);
    }
}
