using System.Collections.Immutable;

namespace ArabicNews;

/// <summary>What one text names. Immutable; equal when all content is equal.</summary>
/// <param name="Entities">The entities, ordered by their first mention; mentions of different entities do not overlap.</param>
public sealed record EntityExtraction(ImmutableArray<Entity> Entities)
{
    /// <summary>
    /// Adjectives and nouns of nationality («اللبناني», «الأميركية»), in text order. They name no place and are no mentions, but point to a country; those that are ordinary words too («المالي») only in a text that
    /// names a place of that country.
    /// </summary>
    public ImmutableArray<Nationality> Nationalities
    {
        get => field.IsDefault ? [] : field;
        init;
    } = [];

    /// <summary>Nothing named.</summary>
    public static EntityExtraction Empty { get; } = new([]);

    /// <summary>The people among <see cref="Entities"/>, in their order.</summary>
    public IEnumerable<Entity> People => Entities.Where(entity => entity.Kind == EntityKind.Person);

    /// <summary>The places among <see cref="Entities"/>, in their order.</summary>
    public IEnumerable<Entity> Places => Entities.Where(entity => entity.Kind == EntityKind.Place);

    /// <summary>The organizations among <see cref="Entities"/>, in their order.</summary>
    public IEnumerable<Entity> Organizations => Entities.Where(entity => entity.Kind == EntityKind.Organization);

    /// <inheritdoc/>
    public bool Equals(EntityExtraction? other) =>
        ReferenceEquals(this, other) || (other is not null && Sequences.Equal(Entities, other.Entities) && Sequences.Equal(Nationalities, other.Nationalities));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Sequences.Hash(Entities), Sequences.Hash(Nationalities));
}

/// <summary>An adjective or noun of nationality in a text.</summary>
/// <param name="Span">Where it stands, with its article and without attached particles; of «للأميركي» the letters after the particle.</param>
/// <param name="CountryCode">ISO 3166-1 alpha-2, upper case.</param>
public readonly record struct Nationality(TextSpan Span, string CountryCode);
