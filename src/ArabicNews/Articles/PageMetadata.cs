using System.Collections.Immutable;

namespace ArabicNews;

/// <summary>
/// What is known about a page from outside its running text: its address, its head, its structured data.
/// Claims, not facts: sites mark Cairo time as UTC and name their section as author, so the parser weighs each against the text.
/// </summary>
public sealed record PageMetadata
{
    /// <summary>Nothing known.</summary>
    public static PageMetadata Empty { get; } = new();

    /// <summary>The address the page was fetched from.</summary>
    public Uri? Url { get; init; }

    /// <summary>The address the page gives for itself.</summary>
    public Uri? CanonicalUrl { get; init; }

    /// <summary>The title that the page claims for its article, without the site's name where that could be told apart.</summary>
    public string? Title { get; init; }

    /// <summary>The page's summary of its article.</summary>
    public string? Description { get; init; }

    /// <summary>The name of the site or outlet, as it calls itself.</summary>
    public string? SiteName { get; init; }

    /// <summary>BCP 47 tag of the text's language, by the page's own word.</summary>
    public string? Language { get; init; }

    /// <summary>The section (politics, sport …) in the page's words.</summary>
    public string? Section { get; init; }

    /// <summary>Keywords, in the page's order.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>Names that the page gives as authors.</summary>
    public ImmutableArray<string> Authors { get; init; } = [];

    /// <summary>When the page says that its article was published.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>When the page says that its article was changed last.</summary>
    public DateTimeOffset? Modified { get; init; }

    /// <summary>Addresses of the article's pictures, the leading one first.</summary>
    public ImmutableArray<Uri> Images { get; init; } = [];

    /// <inheritdoc/>
    public bool Equals(PageMetadata? other) =>
        ReferenceEquals(this, other) || (other is not null
            && Url == other.Url && CanonicalUrl == other.CanonicalUrl && Title == other.Title && Description == other.Description
            && SiteName == other.SiteName && Language == other.Language && Section == other.Section
            && Published == other.Published && Modified == other.Modified
            && Sequences.Equal(Tags, other.Tags) && Sequences.Equal(Authors, other.Authors) && Sequences.Equal(Images, other.Images));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Url, CanonicalUrl, Title, SiteName, Published, Modified);
}
