using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace ArabicNews.Lucene;

/// <summary>An article as other engines take it: its parts as one text, one to a line, with what it names as spans of that text.</summary>
internal sealed class ExportText
{
    private readonly List<(TextSpan Source, int Start)> _lines = [];

    private ExportText(StoredArticle article, EntityExtraction entities)
    {
        (Article, Entities) = (article, entities);
        var text = new StringBuilder();
        foreach (ArticlePart part in article.Parts)
        {
            if (text.Length > 0) text.Append('\n');
            _lines.Add((part.Span, text.Length));
            text.Append(article.TextOf(part.Span));
        }

        Text = text.ToString();
    }

    public StoredArticle Article { get; }

    public EntityExtraction Entities { get; }

    public string Text { get; }

    /// <summary>The articles of a page, the main one first; what they name is found where it is not given.</summary>
    public static IEnumerable<ExportText> OfPage(string id, NewsPage page, EntityExtraction? entities) => StoredArticle.ArticlesOf(page).Select(of =>
        new ExportText(StoredArticle.Create(id, of.Number, of.Article, page.Text, page.Metadata), (of.Number == 0 ? entities : null) ?? EntityExtractor.Default.Extract(of.Article, page.Text)));

    /// <summary>What tells the article from all others: the page's id, and its number where it is not the main one.</summary>
    public string Key => Article.Number == 0 ? Article.Id : string.Create(CultureInfo.InvariantCulture, $"{Article.Id}#{Article.Number}");

    /// <summary>The words of the headline; null without one.</summary>
    public string? Headline => Article.FirstOf(ArticlePartKind.Headline) is { } span ? Article.TextOf(span) : null;

    /// <summary>ISO 3166 codes of the countries that its places lie in, in the order of their first mention.</summary>
    public ImmutableArray<string> Countries => [.. Entities.Places.Select(place => place.Place?.CountryCode ?? "").Where(code => code.Length > 0).Distinct(StringComparer.Ordinal)];

    /// <summary>Where the mentions of an entity stand in <see cref="Text"/>; those in a line that is no part of the article are left out.</summary>
    public IEnumerable<TextSpan> MentionsOf(Entity entity)
    {
        foreach (Mention mention in entity.Mentions)
        {
            // Parts are in the order of the text: the last that begins at or before the mention.
            int low = 0, high = _lines.Count;
            while (low < high)
            {
                int middle = (low + high) >> 1;
                if (_lines[middle].Source.Start <= mention.Span.Start) low = middle + 1;
                else high = middle;
            }

            if (low > 0 && _lines[low - 1] is var (source, start) && mention.Span.End <= source.End) yield return new TextSpan(start + mention.Span.Start - source.Start, mention.Span.Length);
        }
    }
}
