using System.Globalization;
using System.Text;

namespace ArabicNews.Tests.Specs;

/// <summary>
/// What the examples of a spec can show: the first word of a block's info string names one of these, the other words are its arguments. A renderer turns the left side of
/// <c>input => expected</c> into text; a new one is a line of <see cref="All"/> and a method.
/// </summary>
internal static class SpecRenderers
{
    /// <summary>Turns an input into what the spec shows of it.</summary>
    /// <param name="input">The left side of the example.</param>
    /// <param name="arguments">The words behind the renderer's name.</param>
    internal delegate string Renderer(string input, ReadOnlySpan<string> arguments);

    public static IReadOnlyDictionary<string, Renderer> All { get; } = new Dictionary<string, Renderer>(StringComparer.Ordinal)
    {
        ["normalize"] = Normalize,
        ["tokens"] = Tokens,
        ["sentences"] = Sentences,
        ["segment"] = Segment,
        ["dates"] = DateSpec.Parse,
        ["dates-in"] = DateSpec.Find,
        ["stem"] = (input, _) => ArabicStemmer.Stem(input).In(input).ToString(),
        ["credits"] = (input, arguments) => CreditSpec.RenderByline(input, CreditSpec.OutletOf(arguments)),
        ["dateline"] = (input, arguments) => CreditSpec.RenderDateline(input, CreditSpec.OutletOf(arguments)),
    };

    // Arguments: flags, or one profile.
    private static string Normalize(string input, ReadOnlySpan<string> arguments)
    {
        ArabicNormalization forms = ArabicNormalization.None;
        foreach (string argument in arguments) forms |= Enum.Parse<ArabicNormalization>(argument);
        return new ArabicNormalizer(forms).Normalize(input);
    }

    // [token] for a word, [token Kind] for everything else.
    private static string Tokens(string input, ReadOnlySpan<string> arguments)
    {
        var result = new StringBuilder();
        foreach (Token token in ArabicTokenizer.Tokenize(input))
        {
            if (result.Length > 0) result.Append(' ');
            result.Append('[').Append(token.Span.In(input));
            if (token.Kind != TokenKind.Word) result.Append(' ').Append(token.Kind);
            result.Append(']');
        }

        return result.ToString();
    }

    private static string Sentences(string input, ReadOnlySpan<string> arguments)
    {
        var result = new StringBuilder();
        foreach (TextSpan sentence in ArabicTokenizer.SplitSentences(input))
        {
            if (result.Length > 0) result.Append(" | ");
            result.Append(sentence.In(input));
        }

        return result.ToString();
    }

    // The parts with + between them; with the argument "kinds", their kinds.
    private static string Segment(string input, ReadOnlySpan<string> arguments)
    {
        bool kinds = arguments is ["kinds"];
        var result = new StringBuilder();
        foreach (WordSegment segment in ArabicSegmenter.Segment(input))
        {
            if (result.Length > 0) result.Append('+');
            if (kinds) result.Append(CultureInfo.InvariantCulture, $"{segment.Kind}");
            else result.Append(segment.Span.In(input));
        }

        return result.ToString();
    }
}
