using System.Collections.Immutable;
using System.Text;

namespace ArabicNews;

/// <summary>
/// What a text names, and why; see <see cref="EntityExtractor.Explain(string)"/>. Immutable; equal when all content is equal. Sentences are English, for people who look for the reason of a decision: their wording may change between versions.
/// </summary>
/// <param name="Extraction">What <see cref="EntityExtractor.Extract(string)"/> finds in the text.</param>
/// <param name="Mentions">The mentions of all entities in text order, those before <paramref name="End"/>.</param>
/// <param name="Dropped">What was thought of and is no mention, in text order: other edges and kinds of mentions, words that only look like names. Before <paramref name="End"/> as well.</param>
/// <param name="End">Where the explanation ends, in code units of the text: its length, or of a text of more than 20,000 words the end of the last of these.</param>
public sealed record EntityExplanation(EntityExtraction Extraction, ImmutableArray<ExplainedMention> Mentions, ImmutableArray<ExplainedMention> Dropped, int End)
{
    /// <summary>Nothing named, nothing dropped.</summary>
    public static EntityExplanation Empty { get; } = new(EntityExtraction.Empty, [], [], 0);

    /// <inheritdoc/>
    public bool Equals(EntityExplanation? other) =>
        ReferenceEquals(this, other) || (other is not null && Extraction == other.Extraction && Sequences.Equal(Mentions, other.Mentions) && Sequences.Equal(Dropped, other.Dropped) && End == other.End);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Extraction, Sequences.Hash(Mentions), Sequences.Hash(Dropped), End);

    /// <summary>Everything in lines: each mention with its entity, then what was dropped.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (ExplainedMention mention in Mentions.IsDefault ? [] : Mentions)
        {
            mention.AppendTo(text, mention.Entity is { } entity && entity < Extraction.Entities.Length ? Extraction.Entities[entity] : null);
        }

        foreach (ExplainedMention dropped in Dropped.IsDefault ? [] : Dropped) dropped.AppendTo(text, null);
        return text.ToString();
    }
}

/// <summary>A mention, or what was thought of as one, with the steps that decided on it. Immutable; equal when all content is equal.</summary>
public sealed record ExplainedMention
{
    /// <summary>Where it stands in the text; of a mention its <see cref="Mention.Span"/>.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>Its words as printed.</summary>
    public required string Text { get; init; }

    /// <summary>What it names, or was thought to.</summary>
    public required EntityKind Kind { get; init; }

    /// <summary>The number of its entity in <see cref="EntityExtraction.Entities"/>; null for what is no mention.</summary>
    public int? Entity { get; init; }

    /// <summary>Its <see cref="Mention.Score"/>; 0 for what is no mention.</summary>
    public float Score { get; init; }

    /// <summary>Its <see cref="Mention.Evidence"/>.</summary>
    public MentionEvidence Evidence { get; init; }

    /// <summary>What happened, in the order in which it did; at least one step. Of what was dropped the last one is the reason.</summary>
    public required ImmutableArray<ExplainedStep> Steps { get; init; }

    /// <summary>What the tagger made of its words; empty in lines of credits, which it does not read.</summary>
    public ImmutableArray<TaggedWord> Words { get; init; } = [];

    /// <summary>Of a known place's name the places that it may mean, the one that it does first; at most eight.</summary>
    public ImmutableArray<PlaceReading> Places { get; init; } = [];

    /// <summary>By how many points the place that is meant leads the next; null where the name has no other.</summary>
    public double? Margin => Places.IsDefault || Places.Length < 2 ? null : Places[0].Points - Places[1].Points;

    /// <inheritdoc/>
    public bool Equals(ExplainedMention? other) =>
        ReferenceEquals(this, other) || (other is not null && Span == other.Span && Text == other.Text && Kind == other.Kind && Entity == other.Entity && Score.Equals(other.Score) && Evidence == other.Evidence
            && Sequences.Equal(Steps, other.Steps) && Sequences.Equal(Words, other.Words) && Sequences.Equal(Places, other.Places));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Span, Text, Kind, Entity, Score, Sequences.Hash(Steps), Sequences.Hash(Words), Sequences.Hash(Places));

    /// <summary>Its steps in lines, then its words and places.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        AppendTo(text, null);
        return text.ToString();
    }

    internal void AppendTo(StringBuilder text, Entity? entity)
    {
        text.Append('\u00AB').Append(Text).Append("\u00BB ").Append(Span).Append(' ').Append(TraceText.NameOf(Kind));
        if (Entity is null) text.Append(", dropped");
        else text.Append(", score ").Append(TraceText.Number(Score));
        if (entity is not null)
        {
            text.Append(" \u2192 \u00AB").Append(entity.Name).Append('\u00BB');
            if (entity.Id is { } id) text.Append(' ').Append(id);
            if (entity.Place is { CountryCode.Length: > 0 } place) text.Append(' ').Append(place.CountryCode);
        }

        text.Append('\n');
        foreach (ExplainedStep step in Steps.IsDefault ? [] : Steps) text.Append("  ").Append(step).Append('\n');
        foreach (PlaceReading place in Places.IsDefault ? [] : Places) text.Append("  ").Append(place).Append('\n');
        foreach (TaggedWord word in Words.IsDefault ? [] : Words) text.Append("  ").Append(word).Append('\n');
    }
}

/// <summary>One step on the way to a mention, or away from it.</summary>
/// <param name="Kind">Who decided, and what about.</param>
/// <param name="Text">A sentence without a full stop.</param>
/// <param name="At">Where what it speaks of stands in the text: the title, the whole name of a short form; null where that is the name itself.</param>
public readonly record struct ExplainedStep(ExplainedStepKind Kind, string Text, TextSpan? At = null)
{
    /// <summary>The kind and the sentence.</summary>
    public override string ToString() => $"{TraceText.NameOf(Kind)}: {Text}";
}

/// <summary>What a step is about.</summary>
public enum ExplainedStepKind
{
    /// <summary>The gazetteer, or a list of a user's own, has the name.</summary>
    Gazetteer,
    /// <summary>A word beside the name points that way: a title, a verb of speech, a head word, a preposition.</summary>
    Trigger,
    /// <summary>The rules, which see lists, triggers and the look of words, take it for a name.</summary>
    Rule,
    /// <summary>The trained model marks it, or does not.</summary>
    Model,
    /// <summary>Rules and model were heard together.</summary>
    Witness,
    /// <summary>How its score came about.</summary>
    Score,
    /// <summary>Which place is meant.</summary>
    Place,
    /// <summary>How it is used: a capital for its government, with its country's adjective behind.</summary>
    Use,
    /// <summary>With which other mentions it is one entity, and by what rule.</summary>
    Group,
    /// <summary>Something speaks against it; of what is no mention the last such step is the reason.</summary>
    Against,
}
