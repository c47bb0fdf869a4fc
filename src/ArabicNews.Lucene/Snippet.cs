using System.Collections.Immutable;
using System.Text;

namespace ArabicNews.Lucene;

/// <summary>A passage of an article, cut out of its original text, with the words that matched. Immutable; equal when all content is equal.</summary>
public sealed record Snippet
{
    private const char Ellipsis = '\u2026';
    private const char ReplacementCharacter = '\uFFFD';

    /// <summary>Where it stands in <see cref="NewsPage.Text"/> of its page.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The passage, as it was printed. What is no valid UTF-16 has become U+FFFD.</summary>
    public required string Text { get; init; }

    /// <summary>The words that matched: spans into <see cref="Text"/>, in order and disjoint.</summary>
    public ImmutableArray<TextSpan> Matches { get; init; } = [];

    /// <summary>Whether the passage starts inside a sentence.</summary>
    public bool CutAtStart { get; init; }

    /// <summary>Whether the passage ends inside a sentence.</summary>
    public bool CutAtEnd { get; init; }

    /// <summary>
    /// The passage as HTML: its text is escaped, also for attribute values, so that nothing in an article can become markup; the two tags are put in as they are. An ellipsis stands where a sentence was cut.
    /// </summary>
    /// <exception cref="ArgumentNullException">A tag is null.</exception>
    public string ToHtml(string open = "<mark>", string close = "</mark>") => Render(open, close, AppendEscaped);

    /// <summary>The passage as plain text with markers of the caller's choice around what matched: terminal colours, asterisks, or nothing.</summary>
    /// <exception cref="ArgumentNullException">A marker is null.</exception>
    public string ToText(string open = "", string close = "") => Render(open, close, static (text, to) => to.Append(text));

    /// <inheritdoc/>
    public override string ToString() => ToText();

    /// <inheritdoc/>
    public bool Equals(Snippet? other) =>
        ReferenceEquals(this, other) || (other is not null && Span == other.Span && Text == other.Text && CutAtStart == other.CutAtStart && CutAtEnd == other.CutAtEnd
            && Sequences.Equal(Matches, other.Matches));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Span, Text, Sequences.Hash(Matches));

    private delegate void Appender(ReadOnlySpan<char> text, StringBuilder to);

    private string Render(string open, string close, Appender append)
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(close);
        var rendered = new StringBuilder(Text.Length + (Matches.Length * (open.Length + close.Length)) + 2);
        if (CutAtStart) rendered.Append(Ellipsis);
        int position = 0;
        foreach (TextSpan match in Matches)
        {
            append(Text.AsSpan(position, match.Start - position), rendered);
            rendered.Append(open);
            append(match.In(Text), rendered);
            rendered.Append(close);
            position = match.End;
        }

        append(Text.AsSpan(position), rendered);
        if (CutAtEnd) rendered.Append(Ellipsis);
        return rendered.ToString();
    }

    private static void AppendEscaped(ReadOnlySpan<char> text, StringBuilder to)
    {
        foreach (char c in text)
        {
            _ = c switch
            {
                '&' => to.Append("&amp;"),
                '<' => to.Append("&lt;"),
                '>' => to.Append("&gt;"),
                '"' => to.Append("&quot;"),
                '\'' => to.Append("&#39;"),
                '\0' => to.Append(ReplacementCharacter),
                _ => to.Append(c),
            };
        }
    }
}
