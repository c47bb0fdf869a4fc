namespace ArabicNews;

/// <summary>Placeholder until the text engines land.</summary>
public sealed class OffsetMap;
