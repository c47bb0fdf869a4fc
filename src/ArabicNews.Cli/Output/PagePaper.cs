using System.Globalization;
using ArabicNews.Cli.Input;

namespace ArabicNews.Cli.Output;

/// <summary>A page as a person reads it: what the article says of itself, its text, and what was set aside.</summary>
internal static class PagePaper
{
    // The Arabic comma and a blank.
    private const string Comma = "\u060C ";

    public static void Write(Paper paper, NewsPage page, NewsRecord record)
    {
        if (record.IsOfAFile) paper.WriteLine(record.Id, Tone.Faint);
        if (page.Main is { } main)
        {
            WriteHead(paper, main, page);
            paper.WriteLine().WriteFolded(main.GetBody(page.Text)).WriteLine();
        }
        else paper.WriteLine($"No article: {Explain(page.NoArticleReason)}", Tone.Strong).WriteLine();

        WriteRest(paper, page);
        paper.WriteLine();
    }

    /// <summary>Title, dates and credits.</summary>
    public static void WriteHead(Paper paper, Article article, NewsPage page)
    {
        if (PartOf(article, ArticlePartKind.Kicker, page.Text) is { } kicker) paper.WriteLine(kicker, Tone.Faint);
        paper.WriteLine(HeadlineOf(article, page), Tone.Strong);
        if (PartOf(article, ArticlePartKind.Subheadline, page.Text) is { } deck) paper.WriteLine(deck);
        WriteDate(paper, "published", article.Published, page.Text);
        WriteDate(paper, "modified", article.Modified, page.Text);
        WriteNames(paper, "by", (article.Byline?.Persons ?? []).Concat(article.Dateline?.Persons ?? []));
        WriteNames(paper, "from", (article.Dateline?.Places ?? []).Concat(article.Byline?.Places ?? []));
        WriteNames(paper, "agency", (article.Byline?.Agencies ?? []).Concat(article.Dateline?.Agencies ?? []));
        if (!article.Sources.IsDefaultOrEmpty) paper.WriteField("source", string.Join(", ", article.Sources.Select(source => source.Name).Distinct(StringComparer.Ordinal)));
        if (page.Metadata.SiteName is { } site) paper.WriteField("site", site);
        if (article.Section is { } section) paper.WriteField("section", section);
        if (!article.Tags.IsDefaultOrEmpty) paper.WriteField("tags", string.Join(Comma, article.Tags));
        if ((page.Metadata.CanonicalUrl ?? page.Metadata.Url) is { } url) paper.WriteField("url", url.OriginalString);
        if (page.Flags != PageFlags.None) paper.WriteField("flags", string.Join(", ", JsonNames.FlagsOf(page.Flags)));
    }

    /// <summary>Why there is no article, in words.</summary>
    public static string Explain(NoArticleReason reason) => reason switch
    {
        NoArticleReason.List => "a list of headlines or teasers",
        NoArticleReason.FrontPage => "a front page",
        NoArticleReason.Stub => "a headline without a body",
        NoArticleReason.ErrorPage => "an error page",
        _ => "no text",
    };

    private static void WriteRest(Paper paper, NewsPage page)
    {
        foreach (Article related in page.Related)
            paper.WriteField("related", HeadlineOf(related, page));
        if (page.Boilerplate.Length == 0) return;
        IEnumerable<string> kinds = page.Boilerplate.GroupBy(block => block.Kind).OrderBy(group => group.Key)
            .Select(group => string.Create(CultureInfo.InvariantCulture, $"{JsonNames.Of(group.Key)} {group.Count()}"));
        paper.WriteField("set aside", string.Join(", ", kinds), Tone.Faint);
    }

    private static void WriteDate(Paper paper, string label, ArticleDate? date, string text)
    {
        if (date is not null) paper.WriteField(label, date.ToIsoString(), note: date.Span.IsEmpty ? "from the page's head" : date.Span.In(text).ToString());
    }

    private static void WriteNames(Paper paper, string label, IEnumerable<CreditedName> names)
    {
        string[] all = [.. names.Select(name => name.Role is null ? name.Name : $"{name.Name} ({name.Role})").Distinct(StringComparer.Ordinal)];
        if (all.Length > 0) paper.WriteField(label, string.Join(Comma, all));
    }

    private static string HeadlineOf(Article article, NewsPage page) => article.Headline is { } span ? span.In(page.Text).ToString() : "(no headline)";

    private static string? PartOf(Article article, ArticlePartKind kind, string text)
    {
        foreach (ArticlePart part in article.Parts)
            if (part.Kind == kind) return part.Span.In(text).ToString();
        return null;
    }
}
