using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

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

    /// <summary>The least length of a buffer for <see cref="SplitTerms"/>, in UTF-16 code units.</summary>
    public const int MinTermBufferLength = 2 * PlainTokens.Length;

    /// <summary>
    /// What an index holds of <paramref name="text"/>: its tokens in order, but for punctuation and symbols, each with the text that <paramref name="normalizer"/> makes of it. The same as <see cref="Tokenize"/> and
    /// <see cref="ArabicNormalizer.TryNormalize"/> of each token, in half the time.
    /// </summary>
    /// <param name="text">Any text.</param>
    /// <param name="normalizer">What makes terms of tokens.</param>
    /// <param name="buffer">
    /// Room for terms, at least <see cref="MinTermBufferLength"/> code units, which is the enumerator's as long as it is used. A term of more code units than the buffer has beyond 64 may get an array, the only allocation there is;
    /// with 512 hardly any address does.
    /// </param>
    /// <example><code>
    /// Span&lt;char&gt; buffer = stackalloc char[512];
    /// foreach (IndexTerm term in ArabicTokenizer.SplitTerms(text, ArabicNormalizer.Search, buffer))
    ///     Console.WriteLine($"{term.Text} at {term.Token.Span}");
    /// </code></example>
    /// <exception cref="ArgumentNullException"><paramref name="normalizer"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="buffer"/> is too short, or overlaps <paramref name="text"/>.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TermEnumerator SplitTerms(ReadOnlySpan<char> text, ArabicNormalizer normalizer, Span<char> buffer)
    {
        ArgumentNullException.ThrowIfNull(normalizer);
        if (buffer.Length < MinTermBufferLength || text.Overlaps(buffer)) ThrowUnfit();
        return new TermEnumerator(text, 0, normalizer, buffer);
    }

    [DoesNotReturn]
    private static void ThrowUnfit() => throw new ArgumentException("The buffer is too short, or lies in the text.", "buffer");
}
