namespace ArabicNews;

/// <summary>
/// Cuts text into tokens and sentences. Both enumerators are values on the stack: nothing is allocated, nothing is changed, every span points
/// into the text that was given, and the time is linear in its length. Any UTF-16 is allowed.
/// </summary>
/// <example><code>
/// foreach (Token token in ArabicTokenizer.Tokenize(text))
///     if (token.Kind == TokenKind.Word) Console.WriteLine(token.Span.In(text));
/// </code></example>
public static class ArabicTokenizer
{
    /// <summary>The tokens of <paramref name="text"/> in order: disjoint, with only white space between them.</summary>
    public static TokenEnumerator Tokenize(ReadOnlySpan<char> text) => new(text);

    /// <summary>
    /// The sentences of <paramref name="text"/> in order, without white space around them. A line break always ends one; a full stop does not after
    /// an initial or abbreviation (<c>د. أحمد</c>), inside a number, nor does a question that is only quoted. No sentence cuts a token.
    /// </summary>
    public static SentenceEnumerator SplitSentences(ReadOnlySpan<char> text) => new(text);

    /// <summary>
    /// What an index holds of <paramref name="text"/>: its tokens in order, but for punctuation and symbols, each with the text that <paramref name="normalizer"/> makes of it. The same as <see cref="Tokenize"/> and
    /// <see cref="ArabicNormalizer.TryNormalize"/> for each token, in half the time.
    /// </summary>
    /// <example><code>
    /// foreach (Term term in ArabicTokenizer.SplitTerms(text, ArabicNormalizer.Search))
    ///     Console.WriteLine($"{term.Text} at {term.Token.Span}");
    /// </code></example>
    /// <exception cref="ArgumentNullException"><paramref name="normalizer"/> is null.</exception>
    public static TermEnumerator SplitTerms(ReadOnlySpan<char> text, ArabicNormalizer normalizer)
    {
        ArgumentNullException.ThrowIfNull(normalizer);
        return new TermEnumerator(text, normalizer);
    }
}
