namespace ArabicNews;

/// <summary>
/// A block of a page whose layout is known, for <see cref="ArticleParser.Parse(ReadOnlySpan{TextBlock}, PageMetadata)"/>.
/// </summary>
/// <param name="Text">The block's text; line feeds inside are kept.</param>
/// <param name="Role">What the layout says that it is.</param>
/// <param name="LinkDensity">Share of the text that lies inside links, in [0, 1].</param>
/// <param name="Level">For a heading, 1 to 6; else 0.</param>
public readonly record struct TextBlock(string Text, TextBlockRole Role = TextBlockRole.Unknown, float LinkDensity = 0, int Level = 0);

/// <summary>What the layout says that a block is; the parser may find otherwise.</summary>
public enum TextBlockRole
{
    /// <summary>Nothing is known.</summary>
    Unknown,
    /// <summary>The headline of the page.</summary>
    Headline,
    /// <summary>The line above the headline.</summary>
    Kicker,
    /// <summary>The line below the headline.</summary>
    Subheadline,
    /// <summary>A heading.</summary>
    Heading,
    /// <summary>A paragraph of running text.</summary>
    Paragraph,
    /// <summary>A quotation set apart.</summary>
    Quote,
    /// <summary>An item of a list.</summary>
    ListItem,
    /// <summary>The words below a picture.</summary>
    Caption,
    /// <summary>A credit line.</summary>
    Byline,
    /// <summary>A line with the date of the article.</summary>
    Date,
    /// <summary>Part of a block of related stories.</summary>
    Related,
    /// <summary>Part of the page's furniture: menus, footers, forms, share buttons.</summary>
    Boilerplate,
    /// <summary>Part of the readers' comments.</summary>
    Comment,
}
