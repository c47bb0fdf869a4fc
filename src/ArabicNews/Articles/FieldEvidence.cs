namespace ArabicNews;

/// <summary>One thing that a page says about its main article, and what became of it in the vote.</summary>
/// <param name="Field">What it speaks of.</param>
/// <param name="Source">Where the page says it.</param>
/// <param name="Value">What it says, as it stands there.</param>
/// <param name="Verdict">Whether it was believed, and why not.</param>
public readonly record struct FieldEvidence(ArticleField Field, EvidenceSource Source, string Value, EvidenceVerdict Verdict);

/// <summary>A field of an article that several places of a page speak of.</summary>
public enum ArticleField
{
    /// <summary><see cref="Article.Headline"/>.</summary>
    Headline,
    /// <summary><see cref="Article.Published"/>.</summary>
    Published,
    /// <summary><see cref="Article.Modified"/>.</summary>
    Modified,
    /// <summary>The persons of <see cref="Article.Byline"/>.</summary>
    Authors,
    /// <summary><see cref="Article.Section"/>.</summary>
    Section,
}

/// <summary>Where a page says something about its article.</summary>
public enum EvidenceSource
{
    /// <summary>In the text that readers see.</summary>
    Text,
    /// <summary>In JSON-LD, the article's own or its page's.</summary>
    JsonLd,
    /// <summary>In microdata (<c>itemprop</c>).</summary>
    Microdata,
    /// <summary>In OpenGraph and its <c>article:</c> properties.</summary>
    OpenGraph,
    /// <summary>In another <c>meta</c> element.</summary>
    Meta,
    /// <summary>In the <c>title</c> element.</summary>
    DocumentTitle,
    /// <summary>In the <c>datetime</c> of a <c>time</c> element beside the headline.</summary>
    TimeElement,
    /// <summary>In the page's address.</summary>
    Address,
}

/// <summary>What became of a piece of evidence.</summary>
public enum EvidenceVerdict
{
    /// <summary>The field has its value from here.</summary>
    Chosen,
    /// <summary>It says the same as the value chosen: the same day, the same words.</summary>
    Confirms,
    /// <summary>It says another thing, and more or weightier evidence stood against it.</summary>
    Outvoted,
    /// <summary>It differs from the printed date by no more than a time zone: sites mark their local time as UTC.</summary>
    ZoneDiffers,
    /// <summary>A change that is not later than the publication.</summary>
    NotLater,
    /// <summary>A title that the text of the page does not have.</summary>
    NotInText,
    /// <summary>An author that is a login, the site, its section or an organization.</summary>
    NotAPerson,
}
