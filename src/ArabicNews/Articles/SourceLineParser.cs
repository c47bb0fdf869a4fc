using System.Collections.Immutable;

namespace ArabicNews;

/// <summary>Reads who a story is taken from: «المصدر : الجزيرة + وكالات», and the «(رويترز)» that closes a body.</summary>
internal static class SourceLineParser
{
    // A longer line tells a story about a source: «المصدر الذي رفض الكشف عن اسمه …».
    private const int MaxLength = 240;
    private const int MaxNameWords = 6;

    // The longest sign-off: «ي.أ/ ع.غ (د ب أ، أ ف ب، رويترز)».
    private const int MaxSignOffLength = 64;

    private static readonly CreditLexicon s_lexicon = CreditLexicon.Default;

    /// <summary>
    /// The sources of a line that starts with a source label; empty for any other line. Two such lines may be glued together; the outlets of the second, and of a line
    /// that <paramref name="follows"/> another, are <see cref="SourceRole.Republished"/>.
    /// </summary>
    /// <param name="line">The line.</param>
    /// <param name="offset">Where the line stands in the text that the spans are to point into.</param>
    /// <param name="follows">Whether the page has a source line above this one.</param>
    public static ImmutableArray<ArticleSource> Parse(ReadOnlySpan<char> line, int offset = 0, bool follows = false)
    {
        if (line.Length > MaxLength) return [];
        var sources = ImmutableArray.CreateBuilder<ArticleSource>();
        int label = FindLabel(line, 0, glued: false, out int start);
        if (label < 0 || !line[..label].IsWhiteSpace()) return [];
        for (bool first = !follows; label >= 0; first = false)
        {
            int next = FindLabel(line, start, glued: true, out int nextStart);
            if (!TryReadNames(line[start..(next < 0 ? line.Length : next)], offset + start, first ? SourceRole.Publisher : SourceRole.Republished, sources)) return [];
            (label, start) = (next, nextStart);
        }

        return sources.ToImmutable();
    }

    /// <summary>
    /// The agencies of a sign-off at the end of <paramref name="paragraph"/>: «… مساء اليوم. (رويترز)», «–(بترا)», or a paragraph that is nothing else. Empty without one.
    /// </summary>
    /// <param name="paragraph">The paragraph.</param>
    /// <param name="start">Where the sign-off starts in <paramref name="paragraph"/>, dash and bracket included, the white space before it not; its length without one.</param>
    /// <param name="offset">Where the paragraph stands in the text that the spans are to point into.</param>
    public static ImmutableArray<ArticleSource> ParseSignOff(ReadOnlySpan<char> paragraph, out int start, int offset = 0)
    {
        start = paragraph.Length;
        int end = paragraph.TrimEnd().Length;
        if (end > 0 && paragraph[end - 1] == '.') end--;
        if (end == 0) return [];

        var sources = ImmutableArray.CreateBuilder<ArticleSource>();
        bool bracketed = paragraph[end - 1] is ')' or ']';
        int open = bracketed ? paragraph[..end].LastIndexOfAny('(', '[') : paragraph.Length - paragraph.TrimStart().Length;
        if (open < 0 || end - open > MaxSignOffLength) return [];
        ReadOnlySpan<char> inside = bracketed ? paragraph[(open + 1)..(end - 1)] : paragraph[open..end];
        if (!TryReadNames(inside, offset + open + (bracketed ? 1 : 0), role: null, sources)) return [];

        start = open;
        while (start > 0 && (char.IsWhiteSpace(paragraph[start - 1]) || IsDash(paragraph[start - 1]))) start--;
        while (start < open && char.IsWhiteSpace(paragraph[start])) start++;
        return sources.ToImmutable();
    }

    // Where the next label stands and where its colon ends; -1 without one. A glued label is the end of a word: «وكالاتالمصدر:».
    private static int FindLabel(ReadOnlySpan<char> line, int from, bool glued, out int end)
    {
        Span<char> key = stackalloc char[64];
        foreach (Token token in ArabicTokenizer.Tokenize(line[from..]))
        {
            if (token.Kind != TokenKind.Word) continue;
            int wordStart = from + token.Span.Start, wordEnd = from + token.Span.End;
            ReadOnlySpan<char> rest = line[wordEnd..];
            end = wordEnd + (rest.Length - rest.TrimStart().Length) + 1;
            bool colon = end <= line.Length && line[end - 1] is ':' or '\uFF1A' or '/';
            if (!colon || !ArabicNormalizer.Match.TryNormalize(line[wordStart..wordEnd], key, out int length)) continue;
            if (IsLabel(key[..length])) return wordStart;

            // A label has no marks, so its letters are the last of the word.
            for (int i = 1; glued && i < wordEnd - wordStart; i++)
                if (ArabicNormalizer.Match.TryNormalize(line[(wordStart + i)..wordEnd], key, out length) && key[..length].StartsWith(CreditWords.Article, StringComparison.Ordinal) && IsLabel(key[..length]))
                    return wordStart + i;
        }

        end = line.Length;
        return -1;
    }

    private static bool IsLabel(ReadOnlySpan<char> key) => (s_lexicon.MeaningsOf(key) & CreditMeanings.SourceLabel) != 0;

    // Names between separators; with a role for outlets, any short name is one, without it only agencies count. False when something is no name.
    private static bool TryReadNames(ReadOnlySpan<char> names, int offset, SourceRole? role, ImmutableArray<ArticleSource>.Builder sources)
    {
        var text = new CreditText(names, reference: null);
        bool any = false;
        foreach (CreditPiece piece in text.Pieces)
        {
            if (piece.Date >= 0) return false;
            if (!TryReadName(names, text, piece.First, piece.End, offset, role, sources)) return false;
            any = true;
        }

        return any;
    }

    private static bool TryReadName(ReadOnlySpan<char> names, CreditText text, int first, int end, int offset, SourceRole? role, ImmutableArray<ArticleSource>.Builder sources)
    {
        for (int second = first + 1; second <= end; second++)
        {
            // «رويترز وأ ف ب»: a و joins two known names.
            if (second < end && !(IsKnown(text.Phrase(first, second)) && text.Phrase(second, end) is [CreditWords.Waw, ..] && IsKnown(text.Phrase(second, end)[1..].TrimStart()))) continue;
            if (!TryAdd(text.Phrase(first, second), text.SpanOf(first, second), names, offset, role, sources)) return false;
            if (second == end) return true;
            bool alone = text.Phrase(second, second + 1) is CreditWords.And;
            TextSpan span = text.SpanOf(alone ? second + 1 : second, end);
            return TryAdd(text.Phrase(second, end)[1..].TrimStart(), alone ? span : TextSpan.FromBounds(span.Start + 1, span.End), names, offset, role, sources);
        }

        return false;
    }

    private static bool TryAdd(ReadOnlySpan<char> phrase, TextSpan span, ReadOnlySpan<char> names, int offset, SourceRole? role, ImmutableArray<ArticleSource>.Builder sources)
    {
        string? agency = s_lexicon.AgencyNameOf(phrase);
        if (agency is null && (role is null || phrase.Count(' ') >= MaxNameWords)) return false;
        sources.Add(new ArticleSource(new TextSpan(offset + span.Start, span.Length), agency ?? span.In(names).ToString(), agency is null ? role!.Value : SourceRole.Agency));
        return true;
    }

    private static bool IsKnown(ReadOnlySpan<char> phrase) => (s_lexicon.MeaningsOf(phrase) & (CreditMeanings.Agency | CreditMeanings.Outlet)) != 0;

    private static bool IsDash(char c) => c is '-' or '\u2013' or '\u2014' or ArabicChars.Tatweel;
}
