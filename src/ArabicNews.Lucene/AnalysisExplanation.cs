using System.Collections.Immutable;

namespace ArabicNews.Lucene;

/// <summary>What becomes of the words of a text; see <see cref="ArabicNewsAnalyzer.Explain(string)"/>. Immutable; equal when all content is equal.</summary>
/// <param name="Text">The text.</param>
/// <param name="Words">Its words in order, those that are left out too; punctuation is not among them.</param>
public sealed record AnalysisExplanation(string Text, ImmutableArray<ExplainedWord> Words)
{
    /// <inheritdoc/>
    public bool Equals(AnalysisExplanation? other) => ReferenceEquals(this, other) || (other is not null && Text == other.Text && Sequences.Equal(Words, other.Words));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Text, Sequences.Hash(Words));
}

/// <summary>A word on its way through the stages. Immutable; equal when all content is equal.</summary>
public sealed record ExplainedWord
{
    /// <summary>Where it stands in the text.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The word as it is printed.</summary>
    public required string Text { get; init; }

    /// <summary>The word in the spelling of the index, without a mark.</summary>
    public required string Normalized { get; init; }

    /// <summary>Whether it is a stop word; whether it is left out is a setting, and then it has no terms.</summary>
    public bool IsStopWord { get; init; }

    /// <summary>Its particles, stem and endings, in order, normalized but for the teh marbuta.</summary>
    public required ImmutableArray<ExplainedSegment> Segments { get; init; }

    /// <summary>The stem as it is indexed: the one of <see cref="Segments"/> without the inflection at its end.</summary>
    public required string Stem { get; init; }

    /// <summary>The skeleton of the stem, without a mark.</summary>
    public required string Skeleton { get; init; }

    /// <summary>What the analyzer makes of it, marks included; with the terms of names and synonyms that begin here.</summary>
    public required ImmutableArray<string> Terms { get; init; }

    /// <inheritdoc/>
    public bool Equals(ExplainedWord? other) =>
        ReferenceEquals(this, other) || (other is not null && Span == other.Span && Text == other.Text && Normalized == other.Normalized && IsStopWord == other.IsStopWord && Stem == other.Stem && Skeleton == other.Skeleton
            && Sequences.Equal(Segments, other.Segments) && Sequences.Equal(Terms, other.Terms));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Span, Text, Normalized, IsStopWord, Stem, Skeleton, Sequences.Hash(Segments), Sequences.Hash(Terms));
}

/// <summary>A part of a word.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its letters.</param>
public readonly record struct ExplainedSegment(SegmentKind Kind, string Text);

/// <summary>Where two words become the same.</summary>
public enum MeetingStage
{
    /// <summary>They are printed alike.</summary>
    Printed,
    /// <summary>Their spellings are one once normalized: <c>أحمد</c>, <c>احمد</c>.</summary>
    Normalized,
    /// <summary>They have one stem: <c>الوزير</c>, <c>ووزيرهم</c>.</summary>
    Stem,
    /// <summary>Their stems have one skeleton: <c>كتاب</c>, <c>كتب</c>.</summary>
    Skeleton,
    /// <summary>They name the same place, person or body.</summary>
    Name,
    /// <summary>They are synonyms in the analyzer's list.</summary>
    Synonym,
}

/// <summary>A term that two texts share.</summary>
/// <param name="Term">The term.</param>
/// <param name="Stage">Where the two words become the same.</param>
/// <param name="Left">The number of the word in the left text's <see cref="AnalysisExplanation.Words"/>.</param>
/// <param name="Right">The same in the right text.</param>
public readonly record struct TermMeeting(string Term, MeetingStage Stage, int Left, int Right);

/// <summary>Why two texts meet, or do not; see <see cref="ArabicNewsAnalyzer.Explain(string, string)"/>. Immutable; equal when all content is equal.</summary>
/// <param name="Left">One text.</param>
/// <param name="Right">The other.</param>
/// <param name="Meetings">The terms that they share, by the words of the left text; for each pair of words that meets one or more.</param>
public sealed record AnalysisComparison(AnalysisExplanation Left, AnalysisExplanation Right, ImmutableArray<TermMeeting> Meetings)
{
    /// <summary>Whether a search for one finds the other.</summary>
    public bool Meet => !Meetings.IsDefaultOrEmpty;

    /// <inheritdoc/>
    public bool Equals(AnalysisComparison? other) =>
        ReferenceEquals(this, other) || (other is not null && Left == other.Left && Right == other.Right && Sequences.Equal(Meetings, other.Meetings));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Left, Right, Sequences.Hash(Meetings));
}
