namespace ArabicNews;

/// <summary>What a token is. Everything that is not white space belongs to a token of one of these kinds.</summary>
public enum TokenKind : byte
{
    /// <summary>Letters with their marks; Latin words may hold apostrophes, underscores and digits: <c>كِتاب</c>, <c>d'Ivoire</c>, <c>F16</c>.</summary>
    Word,

    /// <summary>Digits of any script with separators between them: <c>1,234.5</c>, <c>٣٫٥</c>, <c>1،6</c>, <c>½</c>.</summary>
    Number,

    /// <summary>One sign of punctuation, or a run of the same dot, dash, exclamation or question mark.</summary>
    Punctuation,

    /// <summary>Signs of currency and mathematics, emoji with all their parts (joined ones, skin tones, flags, keycaps), direction controls between words, controls, lone surrogates, a tatweel or mark without a letter.</summary>
    Symbol,

    /// <summary>An address with a scheme or <c>www.</c>, or a bare domain under a well-known ending.</summary>
    Url,

    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary><c>#</c> and what follows of letters, digits and underscores, with at least one letter: <c>#كأس_العالم</c>.</summary>
    Hashtag,

    /// <summary><c>@</c> and a name.</summary>
    Handle,
}

/// <summary>A piece of text and what it is.</summary>
/// <param name="Span">Where it stands, in UTF-16 code units of the text that was tokenized. Never empty, never cuts a surrogate pair.</param>
/// <param name="Kind">What it is.</param>
public readonly record struct Token(TextSpan Span, TokenKind Kind);
