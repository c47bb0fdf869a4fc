using System.Globalization;

namespace ArabicNews;

/// <summary>How explanations print numbers and names, in any culture alike.</summary>
internal static class TraceText
{
    // Longer names are cut in sentences, not in what they are about.
    private const int MaxQuoted = 80;

    public static string Number(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);

    public static string Points(double value) => value.ToString("+0.0#;-0.0#;+0.0", CultureInfo.InvariantCulture);

    public static string Quote(ReadOnlySpan<char> text)
    {
        if (text.Length > MaxQuoted) return $"\u00AB{text[..(char.IsHighSurrogate(text[MaxQuoted - 1]) ? MaxQuoted - 1 : MaxQuoted)]}\u2026\u00BB";
        return $"\u00AB{text}\u00BB";
    }

    public static string NameOf(EntityKind kind) => kind switch
    {
        EntityKind.Person => "person",
        EntityKind.Place => "place",
        _ => "organization",
    };

    public static string NameOf(ExplainedStepKind kind) => kind.ToString().ToLowerInvariant();

    public static string NameOf(TagFeatureSource source) => source switch
    {
        TagFeatureSource.None => "every word",
        TagFeatureSource.Use => "words used alike",
        _ => source.ToString().ToLowerInvariant(),
    };

    public static string NameOf(PlaceInfo place) => $"{place.EnglishName}{(place.CountryCode.Length > 0 ? " " : "")}{place.CountryCode} ({place.Kind.ToString().ToLowerInvariant()})";

    public static string NameOf(PlaceEvidence evidence) => evidence switch
    {
        PlaceEvidence.OwnList => "own list",
        PlaceEvidence.AlsoAWord => "also a word",
        PlaceEvidence.CountryBeside => "country beside",
        PlaceEvidence.Head => "head word",
        _ => evidence.ToString().ToLowerInvariant(),
    };
}
