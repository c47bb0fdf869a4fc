namespace ArabicNews;

/// <summary>Settings of an <see cref="EntityExtractor"/>.</summary>
public sealed record EntityExtractorOptions
{
    /// <summary>The defaults.</summary>
    public static EntityExtractorOptions Default { get; } = new();

    /// <summary>Lowest <see cref="Mention.Score"/> that is reported, in [0, 1]. The default leaves out what is hardly ever right; 0.6 keeps nine in ten of the right names and a little more than half of the wrong ones.</summary>
    public float MinScore { get; init; } = MentionScores.Lowest;

    /// <summary>
    /// ISO 3166-1 alpha-2 code of the outlet's country, upper case: of places with one name those of that country are preferred unless the text speaks for another («طرابلس» is Lebanon's in a paper of Beirut).
    /// Null, or a code that the gazetteer does not know, prefers none.
    /// </summary>
    public string? HomeCountry { get; init; }
}
