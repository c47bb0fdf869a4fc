using System.Collections.Immutable;

namespace ArabicNews.Lucene;

/// <summary>An article as an index keeps it; see <see cref="NewsIndex.GetArticles"/>. Immutable; equal when all content is equal.</summary>
public sealed record NewsIndexArticle
{
    /// <summary>The id of its page.</summary>
    public required string Id { get; init; }

    /// <summary>0 for the main article of the page, else its place among the related ones, from 1.</summary>
    public int Number { get; init; }

    /// <summary>The page's text from the first part of the article to the last, as it was printed. What is no valid UTF-16 has become U+FFFD.</summary>
    public required string Text { get; init; }

    /// <summary>The parts, in the order of the text: spans into <see cref="Text"/>.</summary>
    public ImmutableArray<ArticlePart> Parts { get; init; } = [];

    /// <summary>When it was published.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>How exactly that is known.</summary>
    public DatePrecision PublishedPrecision { get; init; }

    /// <summary>The address of its page.</summary>
    public string? Url { get; init; }

    /// <summary>The section.</summary>
    public string? Section { get; init; }

    /// <summary>Who is credited.</summary>
    public ImmutableArray<string> Sources { get; init; } = [];

    /// <summary>The tags.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <inheritdoc/>
    public bool Equals(NewsIndexArticle? other) =>
        ReferenceEquals(this, other) || (other is not null && Id == other.Id && Number == other.Number && Text == other.Text && Published == other.Published && PublishedPrecision == other.PublishedPrecision
            && Url == other.Url && Section == other.Section && Sequences.Equal(Parts, other.Parts) && Sequences.Equal(Sources, other.Sources) && Sequences.Equal(Tags, other.Tags));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, Number, Text.Length, Published);

    internal static NewsIndexArticle Of(StoredArticle article) => new()
    {
        Id = article.Id,
        Number = article.Number,
        Text = article.Text,
        Parts = [.. article.Parts.Select(part => part with { Span = new TextSpan(part.Span.Start - article.Start, part.Span.Length) })],
        Published = article.Published,
        PublishedPrecision = article.Precision,
        Url = article.Url,
        Section = article.Section,
        Sources = article.Sources,
        Tags = article.Tags,
    };
}
