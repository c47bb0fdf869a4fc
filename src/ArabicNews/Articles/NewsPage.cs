using System.Collections.Immutable;

namespace ArabicNews;

/// <summary>
/// A page as it was understood: its main article, the articles that stand beside it, and what is neither.
/// All spans of a page, down to the last mention, are UTF-16 code units into <see cref="Text"/>.
/// Immutable; equal when all content is equal.
/// </summary>
public sealed record NewsPage
{
    /// <summary>
    /// The text that every span points into: the string that was parsed, or what was rendered from HTML or repaired.
    /// In the latter cases <see cref="SourceMap"/> leads back further.
    /// </summary>
    public required string Text { get; init; }

    /// <summary>The article that the page is about, or null; <see cref="NoArticleReason"/> then tells why.</summary>
    public Article? Main { get; init; }

    /// <summary>Why <see cref="Main"/> is null; <see cref="NoArticleReason.None"/> when it is not.</summary>
    public NoArticleReason NoArticleReason { get; init; }

    /// <summary>Whole further articles on the page («اقرأ أيضاً» and the like), in text order. Their text is never part of <see cref="Main"/>.</summary>
    public ImmutableArray<Article> Related { get; init; } = [];

    /// <summary>Blocks that belong to no article, in text order, neighbours of one kind joined.</summary>
    public ImmutableArray<BoilerplateBlock> Boilerplate { get; init; } = [];

    /// <summary>What the page says about itself outside its text, and what its caller knew.</summary>
    public PageMetadata Metadata { get; init; } = PageMetadata.Empty;

    /// <summary>What had to be done to the page, or is known about it.</summary>
    public PageFlags Flags { get; init; }

    /// <summary>
    /// What the page says in its text, its head and its address about <see cref="Main"/>, by field, the value chosen first: why a date or an author was believed. Of HTML only; in a text the span of
    /// each value is its evidence.
    /// </summary>
    public ImmutableArray<FieldEvidence> Evidence { get; init; } = [];

    /// <summary>
    /// From <see cref="Text"/> to the source it was made from (the HTML, or the text before repair); null when <see cref="Text"/> is the source itself.
    /// </summary>
    public OffsetMap? SourceMap { get; init; }

    /// <summary>Whether all content is equal; offset maps are compared by reference.</summary>
    public bool Equals(NewsPage? other) =>
        ReferenceEquals(this, other) || (other is not null
            && Text == other.Text && Main == other.Main && NoArticleReason == other.NoArticleReason && Flags == other.Flags
            && Metadata == other.Metadata && ReferenceEquals(SourceMap, other.SourceMap)
            && Sequences.Equal(Related, other.Related) && Sequences.Equal(Boilerplate, other.Boilerplate) && Sequences.Equal(Evidence, other.Evidence));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Text, Main, NoArticleReason, Flags);
}

/// <summary>Why a page has no main article.</summary>
public enum NoArticleReason
{
    /// <summary>It has one.</summary>
    None,
    /// <summary>The page lists headlines or teasers, as a section, a tag or a search result does.</summary>
    List,
    /// <summary>The page is an outlet's front page.</summary>
    FrontPage,
    /// <summary>A headline without a body: a teaser, a video page, a wall that hides the text.</summary>
    Stub,
    /// <summary>The page reports an error (404, access denied, no results).</summary>
    ErrorPage,
    /// <summary>There is no text.</summary>
    Empty,
}

/// <summary>What had to be done to a page, or is known about it.</summary>
[Flags]
public enum PageFlags
{
    /// <summary>Nothing to tell.</summary>
    None = 0,
    /// <summary>The input was longer than <see cref="ArticleParserOptions.MaxLength"/>; the rest was not read.</summary>
    Truncated = 1 << 0,
    /// <summary>Elements nested deeper than the limit were flattened.</summary>
    NestingCut = 1 << 1,
    /// <summary>Segments in a wrong encoding were repaired.</summary>
    EncodingRepaired = 1 << 2,
    /// <summary>The page is an AMP page.</summary>
    Amp = 1 << 3,
    /// <summary>The page says that its text is behind a wall.</summary>
    Paywalled = 1 << 4,
}

/// <summary>A run of lines that belongs to no article.</summary>
/// <param name="Span">Where it stands in <see cref="NewsPage.Text"/>.</param>
/// <param name="Kind">What it is.</param>
public readonly record struct BoilerplateBlock(TextSpan Span, BoilerplateKind Kind);

/// <summary>What a block that belongs to no article is.</summary>
public enum BoilerplateKind
{
    /// <summary>Menus, links to other pages, tickers, policies, page furniture.</summary>
    Navigation,
    /// <summary>"Follow us", "share this".</summary>
    Share,
    /// <summary>Readers' comments and the words about them.</summary>
    Comments,
    /// <summary>The fields of a form.</summary>
    Form,
    /// <summary>Copyright lines.</summary>
    Copyright,
    /// <summary>Newsletters, notifications, subscription offers.</summary>
    Subscribe,
    /// <summary>Counters of views, prints and votes.</summary>
    Views,
    /// <summary>Advertisements.</summary>
    Advertisement,
    /// <summary>None of these.</summary>
    Other,
}
