namespace ArabicNews;

/// <summary>A normalized text and the way back to its source.</summary>
/// <param name="Text">The normalized text; the very instance that went in when nothing changed.</param>
/// <param name="Offsets">From offsets and spans of <paramref name="Text"/> to those of the source.</param>
public sealed record NormalizedText(string Text, OffsetMap Offsets);
