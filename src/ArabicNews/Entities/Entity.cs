using System.Collections.Immutable;

namespace ArabicNews;

/// <summary>Who or what a text names, with every place where it does. Immutable; equal when all content is equal.</summary>
/// <param name="Kind">Person, place or organization.</param>
/// <param name="Name">The fullest name: the gazetteer's for a known one, else the longest mention as printed.</param>
/// <param name="Id">Identifier of a known person, place or organization in the gazetteer; null for one that only the text knows.</param>
/// <param name="Mentions">The mentions in text order; at least one.</param>
/// <param name="Role">What the text says that a person is («وزير الدفاع الأميركي»), as printed; null when it does not say.</param>
/// <param name="Place">For a known place, where it is; else null.</param>
/// <param name="EnglishName">The usual English name, in Latin letters («Antonio Guterres»), of whom or what the gazetteer knows with one; else null.</param>
public sealed record Entity(EntityKind Kind, string Name, string? Id, ImmutableArray<Mention> Mentions, string? Role, PlaceInfo? Place, string? EnglishName = null)
{
    /// <inheritdoc/>
    public bool Equals(Entity? other) =>
        ReferenceEquals(this, other) || (other is not null && Kind == other.Kind && Name == other.Name && Id == other.Id
            && Role == other.Role && Place == other.Place && EnglishName == other.EnglishName && Sequences.Equal(Mentions, other.Mentions));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, Name, Id, Sequences.Hash(Mentions));
}

/// <summary>What an entity is.</summary>
public enum EntityKind
{
    /// <summary>A human being.</summary>
    Person,
    /// <summary>A country, region, city, sea or other place on the map.</summary>
    Place,
    /// <summary>A body of people: government, company, party, club, agency.</summary>
    Organization,
}

/// <summary>One span that names.</summary>
/// <param name="Span">
/// The name in the text, without attached particles (in «وبغداد» only «بغداد») and with an article that belongs to the name («القاهرة»; of «للقاهرة» the letters after the particle).
/// </param>
/// <param name="Kind">What it names.</param>
/// <param name="Score">
/// How sure the extractor is, in [0, 1]: near the share of such names that are right (same words, same kind). Measured on news and encyclopedia text that the model was not trained on; on news it is up to 0.05 too modest,
/// on scholarly text up to 0.1 too sure. Names from the text stay below 0.92; those of a line of credits have 0.9. Comparable only within one version of the library.
/// </param>
/// <param name="Evidence">On what grounds.</param>
public readonly record struct Mention(TextSpan Span, EntityKind Kind, float Score, MentionEvidence Evidence);

/// <summary>The grounds on which a mention was found; several may hold.</summary>
[Flags]
public enum MentionEvidence
{
    /// <summary>None recorded.</summary>
    None = 0,
    /// <summary>The name stands in the gazetteer.</summary>
    Gazetteer = 1 << 0,
    /// <summary>Its words look like names of this kind.</summary>
    NamePattern = 1 << 1,
    /// <summary>A title or role stands beside it («الرئيس», «وزير الدفاع»).</summary>
    Title = 1 << 2,
    /// <summary>The words around it point that way («قال», «مدينة»).</summary>
    Context = 1 << 3,
    /// <summary>It stands in the article's dateline or byline.</summary>
    CreditLine = 1 << 4,
    /// <summary>It is a short or other form of a name seen whole in the same text.</summary>
    ShortForm = 1 << 5,
    /// <summary>The trained model says so.</summary>
    Model = 1 << 6,
    /// <summary>An adjective of the place's country stands behind it («صور اللبنانية»).</summary>
    Nationality = 1 << 7,
    /// <summary>
    /// The words around it take a capital for its government: «قالت واشنطن», «موسكو ترفض», «محادثات مع طهران». No ground for the mention but how it is used: on a map it may be left out.
    /// </summary>
    Government = 1 << 8,
}
