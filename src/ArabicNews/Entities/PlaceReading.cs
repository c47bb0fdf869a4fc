using System.Collections.Immutable;

namespace ArabicNews;

/// <summary>A place that a name may mean, and what speaks for it. Immutable; equal when all content is equal.</summary>
/// <param name="Place">The place.</param>
/// <param name="Points">The sum of its parts. A place with ten times the inhabitants has one point more.</param>
/// <param name="Parts">What adds to it, or takes from it; parts of nothing are left out.</param>
/// <param name="Votes">What speaks for its country in the text, in the order of <see cref="CountryVoteKind"/> and of the text; at most eight.</param>
/// <param name="Near">The mentions of other places that lie near it, in text order; none of a country, which has the points of a place of its name within it.</param>
public sealed record PlaceReading(PlaceInfo Place, double Points, ImmutableArray<PlaceScorePart> Parts, ImmutableArray<CountryVote> Votes, ImmutableArray<TextSpan> Near)
{
    /// <inheritdoc/>
    public bool Equals(PlaceReading? other) =>
        ReferenceEquals(this, other) || (other is not null && Place == other.Place && Points.Equals(other.Points) && Sequences.Equal(Parts, other.Parts) && Sequences.Equal(Votes, other.Votes) && Sequences.Equal(Near, other.Near));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Place, Points, Sequences.Hash(Parts), Sequences.Hash(Votes), Sequences.Hash(Near));

    /// <summary>In one line.</summary>
    public override string ToString() => $"reading {TraceText.Number(Points)} {TraceText.NameOf(Place)}: {string.Join(' ', Parts.IsDefault ? [] : Parts)}";
}

/// <summary>A part of a place's points.</summary>
/// <param name="Evidence">What it is for.</param>
/// <param name="Points">How much.</param>
public readonly record struct PlaceScorePart(PlaceEvidence Evidence, double Points)
{
    /// <summary>In one line.</summary>
    public override string ToString() => $"{TraceText.NameOf(Evidence)} {TraceText.Points(Points)}";
}

/// <summary>What speaks for one place of several that have a name.</summary>
public enum PlaceEvidence
{
    /// <summary>Its inhabitants, in powers of ten, at least 3.</summary>
    Population,
    /// <summary>What sort of place it is: countries and continents, capitals, large cities and divisions before towns.</summary>
    Kind,
    /// <summary>It is of a list that a user added.</summary>
    OwnList,
    /// <summary>The name is also a word or a person's.</summary>
    AlsoAWord,
    /// <summary>Places, adjectives and people of its country in the text, its dateline and its outlet: see <see cref="PlaceReading.Votes"/>.</summary>
    Country,
    /// <summary>Places near it, or in its division: see <see cref="PlaceReading.Near"/>.</summary>
    Near,
    /// <summary>A name or adjective of its country right behind the name, or an adjective between it and its head word.</summary>
    CountryBeside,
    /// <summary>The vowel marks that the text prints are its own, or another's.</summary>
    Marks,
    /// <summary>A head word of its kind before the name, or what cities have («شوارع», «مطار»).</summary>
    Head,
    /// <summary>«العاصمة», "the capital", behind the name.</summary>
    Capital,
    /// <summary>و or إلى joins it to a place of its sort: cities stand beside cities, countries beside countries.</summary>
    Row,
    /// <summary>Half of the most that stands beside the name anywhere in the text.</summary>
    Anywhere,
    /// <summary>Datelines name cities.</summary>
    Dateline,
}

/// <summary>Something in or about the text that speaks for a country.</summary>
/// <param name="Kind">What.</param>
/// <param name="Votes">How many votes it has; five are heard at most of all together.</param>
/// <param name="Span">Where it stands; null for the outlet.</param>
public readonly record struct CountryVote(CountryVoteKind Kind, double Votes, TextSpan? Span);

/// <summary>What speaks for a country.</summary>
public enum CountryVoteKind
{
    /// <summary><see cref="EntityExtractorOptions.HomeCountry"/>.</summary>
    Outlet,
    /// <summary>A place that lies there by all readings of its name.</summary>
    Place,
    /// <summary>The same in a dateline or credit.</summary>
    Dateline,
    /// <summary>An adjective or noun of nationality.</summary>
    Nationality,
    /// <summary>A person who leads it.</summary>
    Person,
}
