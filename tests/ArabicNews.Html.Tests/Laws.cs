namespace ArabicNews.Html.Tests;

/// <summary>What holds for the result of any page.</summary>
internal static class Laws
{
    public static void Check(string html, NewsPage page)
    {
        page.SourceMap.Should().NotBeNull();
        page.SourceMap!.Length.Should().Be(page.Text.Length);
        page.SourceMap.SourceLength.Should().Be(html.Length);
        (page.Main is null).Should().Be(page.NoArticleReason != NoArticleReason.None);
        if (page.Main is not null) Check(page, page.Main);
        foreach (Article related in page.Related) Check(page, related);
        foreach (BoilerplateBlock block in page.Boilerplate) IsInside(page, block.Span);
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
        int end = 0;
        foreach (ArticlePart part in article.Parts)
        {
            IsInside(page, part.Span);
            part.Span.Start.Should().BeGreaterThanOrEqualTo(end);
            end = part.Span.End;
            TextSpan source = page.SourceMap!.ToSource(part.Span);
            source.Start.Should().BeGreaterThanOrEqualTo(0);
            source.End.Should().BeLessThanOrEqualTo(page.SourceMap.SourceLength);
        }
    }

    private static void IsInside(NewsPage page, TextSpan span)
    {
        span.Start.Should().BeGreaterThanOrEqualTo(0);
        span.Length.Should().BeGreaterThanOrEqualTo(0);
        span.End.Should().BeLessThanOrEqualTo(page.Text.Length);
    }
}
