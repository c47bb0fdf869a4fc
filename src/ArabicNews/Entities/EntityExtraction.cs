using System.Collections.Immutable;

namespace ArabicNews;

/// <summary>What one text names. Immutable; equal when all content is equal.</summary>
/// <param name="Entities">The entities, ordered by their first mention; mentions of different entities do not overlap.</param>
public sealed record EntityExtraction(ImmutableArray<Entity> Entities)
{
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
        ReferenceEquals(this, other) || (other is not null && Sequences.Equal(Entities, other.Entities));

    /// <inheritdoc/>
    public override int GetHashCode() => Sequences.Hash(Entities);
}
