namespace ArabicNews;

/// <summary>What the tokenizer must know of a code unit; from its general category, see <c>seeds/unicode/classes.tsv</c>.</summary>
internal enum CharClass : byte
{
    /// <summary>Symbols, controls, private use, unassigned: each a token of its own.</summary>
    Symbol,
    Space,
    ArabicLetter,
    Letter,
    Mark,
    Digit,
    Punctuation,
    Format,
    HighSurrogate,
    LowSurrogate,
}
