using System.Collections.Immutable;
using System.Text;

namespace ArabicNews;

/// <summary>
/// One story: its parts in reading order, with credits and dates. All spans are into <see cref="NewsPage.Text"/> of its page.
/// Immutable; equal when all content is equal.
/// </summary>
public sealed record Article
{
    /// <summary>From the first part or credit line to the last, boilerplate between them included.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The parts in text order; they do not overlap and lie inside <see cref="Span"/>.</summary>
    public ImmutableArray<ArticlePart> Parts { get; init; } = [];

    /// <summary>The headline, or null for an article without one.</summary>
    public TextSpan? Headline => FirstOf(ArticlePartKind.Headline);

    /// <summary>The first paragraph of the body, without its dateline.</summary>
    public TextSpan? Lede => FirstOf(ArticlePartKind.Lede);

    /// <summary>
    /// From the start of the first body part to the end of the last (see <see cref="IsBody"/>); null without a body.
    /// Captions and boilerplate that stand in between lie inside it: <see cref="GetBody"/> leaves them out.
    /// </summary>
    public TextSpan? BodySpan
    {
        get
        {
            TextSpan? body = null;
            foreach (var part in Parts)
                if (IsBody(part.Kind)) body = TextSpan.FromBounds(body?.Start ?? part.Span.Start, part.Span.End);
            return body;
        }
    }

    /// <summary>Who wrote and who is credited in the byline; null without one.</summary>
    public Byline? Byline { get; init; }

    /// <summary>The place, agency and date that open the body; null without one.</summary>
    public Dateline? Dateline { get; init; }

    /// <summary>When it was published, at the precision that the page gives; null when it does not tell.</summary>
    public ArticleDate? Published { get; init; }

    /// <summary>When it was changed last; null when the page does not tell.</summary>
    public ArticleDate? Modified { get; init; }

    /// <summary>The credited sources, in text order.</summary>
    public ImmutableArray<ArticleSource> Sources { get; init; } = [];

    /// <summary>The section (politics, sport …) in the page's words.</summary>
    public string? Section { get; init; }

    /// <summary>Keywords, in the page's order.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>The pictures in text order, one that only the metadata name before them; of a crawled text those whose captions it has.</summary>
    public ImmutableArray<ArticleImage> Images { get; init; } = [];

    /// <summary>Whether a part of this kind is body text: lede, paragraph, subhead, quote or list item.</summary>
    public static bool IsBody(ArticlePartKind kind) => kind is ArticlePartKind.Lede or ArticlePartKind.Paragraph
        or ArticlePartKind.Subhead or ArticlePartKind.Quote or ArticlePartKind.ListItem;

    /// <summary>The body as clean text: its parts joined by line feeds. Allocates the string; empty without a body.</summary>
    /// <param name="text"><see cref="NewsPage.Text"/> of the article's page.</param>
    /// <exception cref="ArgumentOutOfRangeException">A part does not lie inside <paramref name="text"/>.</exception>
    public string GetBody(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var body = new StringBuilder();
        foreach (var part in Parts)
        {
            if (!IsBody(part.Kind)) continue;
            if (body.Length > 0) body.Append('\n');
            body.Append(part.Span.In(text));
        }
        return body.ToString();
    }

    /// <inheritdoc/>
    public bool Equals(Article? other) =>
        ReferenceEquals(this, other) || (other is not null
            && Span == other.Span && Byline == other.Byline && Dateline == other.Dateline
            && Published == other.Published && Modified == other.Modified && Section == other.Section
            && Sequences.Equal(Parts, other.Parts) && Sequences.Equal(Sources, other.Sources) && Sequences.Equal(Tags, other.Tags)
            && Sequences.Equal(Images, other.Images));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Span, Sequences.Hash(Parts), Byline, Dateline, Published, Modified);

    private TextSpan? FirstOf(ArticlePartKind kind)
    {
        foreach (var part in Parts)
            if (part.Kind == kind) return part.Span;
        return null;
    }
}

/// <summary>A piece of an article with its role.</summary>
/// <param name="Span">Where it stands in <see cref="NewsPage.Text"/>, without white space at the ends.</param>
/// <param name="Kind">Its role.</param>
public readonly record struct ArticlePart(TextSpan Span, ArticlePartKind Kind);

/// <summary>The role of a piece of an article, in the newsroom's sense.</summary>
public enum ArticlePartKind
{
    /// <summary>The short line above the headline.</summary>
    Kicker,
    /// <summary>The title of the story.</summary>
    Headline,
    /// <summary>The line below the headline that extends it.</summary>
    Subheadline,
    /// <summary>The line that credits the writer.</summary>
    Byline,
    /// <summary>The place, agency and date before the first sentence («القاهرة - رويترز:»), separator included.</summary>
    Dateline,
    /// <summary>The first paragraph of the body.</summary>
    Lede,
    /// <summary>A further paragraph.</summary>
    Paragraph,
    /// <summary>A heading inside the body.</summary>
    Subhead,
    /// <summary>A paragraph set apart as a quotation.</summary>
    Quote,
    /// <summary>An item of a list.</summary>
    ListItem,
    /// <summary>The words below a picture, credit included.</summary>
    Caption,
}
