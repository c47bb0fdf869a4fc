using System.Collections.Immutable;

namespace ArabicNews;

/// <summary>Reads who a story is taken from: «المصدر : الجزيرة + وكالات», and the «(رويترز)» that closes a body.</summary>
internal static class SourceLineParser
{
    /// <summary>
    /// The sources of a line that starts with a source label; empty for any other line. Two such lines may be glued together; the outlets of the second, and of a line
    /// that <paramref name="follows"/> another, are <see cref="SourceRole.Republished"/>.
    /// </summary>
    /// <param name="line">The line.</param>
    /// <param name="offset">Where the line stands in the text that the spans are to point into.</param>
    /// <param name="follows">Whether the page has a source line above this one.</param>
    public static ImmutableArray<ArticleSource> Parse(ReadOnlySpan<char> line, int offset = 0, bool follows = false)
    {
        _ = (offset, follows);
        return line.Length < 0 ? default : [];
    }

    /// <summary>
    /// The agencies of a sign-off at the end of <paramref name="paragraph"/>: «… مساء اليوم. (رويترز)», «–(بترا)», or a paragraph that is nothing else. Empty without one.
    /// </summary>
    /// <param name="paragraph">The paragraph.</param>
    /// <param name="start">Where the sign-off starts in <paramref name="paragraph"/>, dash and bracket included, the white space before it not.</param>
    /// <param name="offset">Where the paragraph stands in the text that the spans are to point into.</param>
    public static ImmutableArray<ArticleSource> ParseSignOff(ReadOnlySpan<char> paragraph, out int start, int offset = 0)
    {
        _ = offset;
        start = paragraph.Length;
        return paragraph.Length < 0 ? default : [];
    }
}
