using System.Collections.Immutable;

namespace ArabicNews;

/// <summary>The opening of a wire story: «بكين 12 مارس 2024 (شينخوا) -». Immutable; equal when all content is equal.</summary>
public sealed record Dateline
{
    /// <summary>The dateline with the separator that ends it.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The places, in text order.</summary>
    public ImmutableArray<CreditedName> Places { get; init; } = [];

    /// <summary>The wire services, in text order.</summary>
    public ImmutableArray<CreditedName> Agencies { get; init; } = [];

    /// <summary>The outlets, in text order.</summary>
    public ImmutableArray<CreditedName> Outlets { get; init; } = [];

    /// <summary>The people, in text order: «لندن - محمد علي».</summary>
    public ImmutableArray<CreditedName> Persons { get; init; } = [];

    /// <summary>The date; null when it gives none.</summary>
    public ArticleDate? Date { get; init; }

    /// <inheritdoc/>
    public bool Equals(Dateline? other) =>
        ReferenceEquals(this, other) || (other is not null && Span == other.Span && Date == other.Date
            && Sequences.Equal(Places, other.Places) && Sequences.Equal(Agencies, other.Agencies)
            && Sequences.Equal(Outlets, other.Outlets) && Sequences.Equal(Persons, other.Persons));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Span, Sequences.Hash(Places), Date);
}
