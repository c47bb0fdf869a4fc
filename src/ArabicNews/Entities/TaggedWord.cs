using System.Collections.Immutable;

namespace ArabicNews;

/// <summary>What the tagger made of one word. Immutable; equal when all content is equal.</summary>
public sealed record TaggedWord
{
    /// <summary>Where it stands, attached particles included.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The word as printed.</summary>
    public required string Text { get; init; }

    /// <summary>Its label in the best sequence: <c>O</c> outside of names; <c>B-</c>, <c>I-</c>, <c>E-</c> for the first, an inner and the last word of a name and <c>S-</c> for the only one, with <c>PER</c>, <c>LOC</c> or <c>ORG</c>.</summary>
    public required string Label { get; init; }

    /// <summary>What the sentence alone tells.</summary>
    public TagBelief Alone { get; init; }

    /// <summary>What it and the rest of the text tell.</summary>
    public TagBelief Belief { get; init; }

    /// <summary>The strongest features for and against the mention's label at this word, strongest first, at most four.</summary>
    public required ImmutableArray<TagFeature> Features { get; init; }

    /// <summary>What all features of each source add to the label together, in the order of <see cref="TagFeatureSource"/>; sources that add nothing are left out.</summary>
    public required ImmutableArray<TagFeatureSum> Sums { get; init; }

    /// <summary>How often the word stands elsewhere within 300 words.</summary>
    public int ElsewhereCount { get; init; }

    /// <summary>The nearest of these places, in text order, at most six, with what their sentences alone tell.</summary>
    public required ImmutableArray<WordElsewhere> Elsewhere { get; init; }

    /// <summary>What all of them add to the mention's label against being no name, in the points of <see cref="TagFeature.Points"/>. Half a point stands for every word, also without others.</summary>
    public float ElsewherePoints { get; init; }

    /// <inheritdoc/>
    public bool Equals(TaggedWord? other) =>
        ReferenceEquals(this, other) || (other is not null && Span == other.Span && Text == other.Text && Label == other.Label && Alone == other.Alone && Belief == other.Belief && ElsewhereCount == other.ElsewhereCount
            && ElsewherePoints.Equals(other.ElsewherePoints) && Sequences.Equal(Sums, other.Sums) && Sequences.Equal(Features, other.Features) && Sequences.Equal(Elsewhere, other.Elsewhere));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Span, Text, Label, Alone, Belief, Sequences.Hash(Features), Sequences.Hash(Elsewhere));

    /// <summary>In one line.</summary>
    public override string ToString()
    {
        string text = $"word \u00AB{Text}\u00BB {Label} {Belief}";
        if (Alone != Belief) text += $"; alone {Alone}";
        if (ElsewhereCount > 0) text += $"; {ElsewhereCount} more within 300 words: {TraceText.Points(ElsewherePoints)}";
        if (!Sums.IsDefaultOrEmpty) text += $"; {string.Join(", ", Sums)}";
        return Features.IsDefaultOrEmpty ? text : $"{text}; {string.Join(", ", Features)}";
    }
}

/// <summary>How likely it is that a word belongs to a name of each kind, in [0, 1]; what is left to 1 is no name.</summary>
/// <param name="Person">A person's.</param>
/// <param name="Place">A place's.</param>
/// <param name="Organization">An organization's.</param>
public readonly record struct TagBelief(float Person, float Place, float Organization)
{
    /// <summary>In one line.</summary>
    public override string ToString() => $"person {TraceText.Number(Person)} place {TraceText.Number(Place)} organization {TraceText.Number(Organization)}";
}

/// <summary>A feature of a word in its sentence.</summary>
/// <param name="What">What the tagger saw.</param>
/// <param name="Points">How much it adds to the label against being no name; e to this power is a factor of the odds.</param>
public readonly record struct TagFeature(string What, float Points)
{
    /// <summary>In one line.</summary>
    public override string ToString() => $"{TraceText.Points(Points)} {What}";
}

/// <summary>What the features of one source add.</summary>
/// <param name="Source">Where they come from.</param>
/// <param name="Points">Their sum, in the points of <see cref="TagFeature.Points"/>.</param>
public readonly record struct TagFeatureSum(TagFeatureSource Source, float Points)
{
    /// <summary>In one line.</summary>
    public override string ToString() => $"{TraceText.NameOf(Source)} {TraceText.Points(Points)}";
}

/// <summary>What features of the tagger look at.</summary>
public enum TagFeatureSource
{
    /// <summary>Nothing: what holds of every word.</summary>
    None,
    /// <summary>Which words stand there: itself and two on either side.</summary>
    Words,
    /// <summary>First and last letters, and letters within.</summary>
    Letters,
    /// <summary>Length, particles and endings, how common it is, the signs around it, how much its letters look like a name.</summary>
    Shape,
    /// <summary>The gazetteer and long lists of names.</summary>
    Lists,
    /// <summary>Titles, verbs of speech, head words and nationalities near it.</summary>
    Companions,
    /// <summary>What the rules found.</summary>
    Rules,
    /// <summary>Words that stand where it and its neighbours do.</summary>
    Use,
}

/// <summary>Another place where a word stands.</summary>
/// <param name="Span">Where.</param>
/// <param name="Belief">What the sentence there tells.</param>
public readonly record struct WordElsewhere(TextSpan Span, TagBelief Belief);
