using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace ArabicNews;

/// <summary>
/// What a credit line says: «القاهرة - محمد علي - رويترز» names a place, a person and an agency. Immutable; equal when all content is equal.
/// </summary>
public sealed record Byline
{
    /// <summary>The line, without white space at the ends.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The credited people with their roles (writer, photographer …), in text order.</summary>
    public ImmutableArray<CreditedName> Persons { get; init; } = [];

    /// <summary>The places named as where the story was written, in text order.</summary>
    public ImmutableArray<CreditedName> Places { get; init; } = [];

    /// <summary>The wire services credited, in text order; «وكالات» counts as one.</summary>
    public ImmutableArray<CreditedName> Agencies { get; init; } = [];

    /// <summary>The outlets credited by name, in text order.</summary>
    public ImmutableArray<CreditedName> Outlets { get; init; } = [];

    /// <summary>Reads a credit line; spans are into <paramref name="line"/>.</summary>
    /// <param name="line">The line, with nothing but credits.</param>
    /// <param name="outlet">The outlet that printed it, where known: it tells «الرياض» the paper from الرياض the city.</param>
    /// <param name="byline">What it says; null when this is false.</param>
    public static bool TryParse(ReadOnlySpan<char> line, string? outlet, [NotNullWhen(true)] out Byline? byline) => BylineParser.TryParse(line, outlet, out byline, isVouched: true);

    /// <inheritdoc/>
    public bool Equals(Byline? other) =>
        ReferenceEquals(this, other) || (other is not null && Span == other.Span
            && Sequences.Equal(Persons, other.Persons) && Sequences.Equal(Places, other.Places)
            && Sequences.Equal(Agencies, other.Agencies) && Sequences.Equal(Outlets, other.Outlets));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Span, Sequences.Hash(Persons), Sequences.Hash(Places));
}

/// <summary>A name in a credit line or dateline.</summary>
/// <param name="Span">The name in the text that the line belongs to, attached particles left out.</param>
/// <param name="Name">The name as printed.</param>
/// <param name="Role">What the line says the person did («تصوير», «إعداد»), as printed; null when it does not say.</param>
public readonly record struct CreditedName(TextSpan Span, string Name, string? Role = null);
