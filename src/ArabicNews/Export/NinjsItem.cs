using System.Text.Json.Serialization;

namespace ArabicNews;

/// <summary>
/// A news item of ninjs 3.0 (https://www.iptc.org/std/ninjs/ninjs-schema_3.0.json), as far as an article fills it, in the order in which it is written. The schema allows no property besides its own.
/// </summary>
internal sealed record NinjsItem
{
    private const string Main = "main", PlainText = "text/plain", Mentions = "mentions";

    public required string Uri { get; init; }

    public NinjsStandard? Standard { get; init; }

    public string Type { get; init; } = "text";

    // Of an associated picture.
    public string? Name { get; init; }

    public string? RepresentationType { get; init; }

    public string? VersionCreated { get; init; }

    public string? ContentCreated { get; init; }

    public string? Language { get; init; }

    public string? By { get; init; }

    public string? Located { get; init; }

    public NinjsText[]? Headlines { get; init; }

    public NinjsText[]? Descriptions { get; init; }

    public NinjsText[]? Bodies { get; init; }

    public NinjsConcept[]? Subjects { get; init; }

    public NinjsConcept[]? People { get; init; }

    public NinjsConcept[]? Organisations { get; init; }

    public NinjsConcept[]? Places { get; init; }

    public NinjsConcept[]? InfoSources { get; init; }

    public NinjsRendition[]? Renditions { get; init; }

    public NinjsItem[]? Associations { get; init; }

    public static NinjsItem From(ExportedArticle article) => new()
    {
        Uri = article.Url is { IsAbsoluteUri: true } url ? url.AbsoluteUri : article.ToUrn(),
        Standard = new NinjsStandard("ninjs", "3.0", "https://www.iptc.org/std/ninjs/ninjs-schema_3.0.json"),
        RepresentationType = article.IsPartial ? "partial" : "full",
        VersionCreated = ExportedArticle.ToMoment(article.Modified ?? article.Published),
        ContentCreated = ExportedArticle.ToMoment(article.Published),
        Language = article.Metadata.Language,
        By = ExportedArticle.Phrase(article.Persons),
        Located = ExportedArticle.Phrase(article.Places),
        Headlines = ExportedArticle.OrNull(HeadlinesOf(article)),
        Descriptions = article.Metadata.Description is { } description ? [new NinjsText("summary", description) { ContentType = PlainText }] : null,
        Bodies = article.Body.Length == 0 ? null : [new NinjsText(Main, article.Body) { ContentType = PlainText, CharCount = article.Body.EnumerateRunes().Count(), WordCount = article.WordCount }],
        Subjects = ExportedArticle.OrNull((article.Section is { } section ? article.Tags.Prepend(section) : article.Tags).Distinct(StringComparer.Ordinal).Select(tag => new NinjsConcept(tag))),
        People = ConceptsOf(article.Entities.People),
        Organisations = ConceptsOf(article.Entities.Organizations),
        Places = ConceptsOf(article.Entities.Places),
        InfoSources = ExportedArticle.OrNull(article.Sources.Select(name => new NinjsConcept(name))),
        Associations = ExportedArticle.OrNull(article.Images.Where(image => image.Url is { IsAbsoluteUri: true }).Select(PictureOf)),
    };

    private static IEnumerable<NinjsText> HeadlinesOf(ExportedArticle article)
    {
        if (article.PartOf(ArticlePartKind.Kicker) is { } kicker) yield return new NinjsText("kicker", kicker) { ContentType = PlainText };
        if ((article.PartOf(ArticlePartKind.Headline) ?? article.Metadata.Title) is { } headline) yield return new NinjsText(Main, headline) { ContentType = PlainText };
        if (article.PartOf(ArticlePartKind.Subheadline) is { } subheadline) yield return new NinjsText("subheadline", subheadline) { ContentType = PlainText };
    }

    private static NinjsConcept[]? ConceptsOf(IEnumerable<Entity> entities) => ExportedArticle.OrNull(entities.Select(entity =>
    {
        string? address = ExportedArticle.AddressOf(entity.Id);
        return new NinjsConcept(entity.Name)
        {
            Rel = Mentions,
            Uri = address,
            Literal = address is null ? entity.Id : null,
            GeoJson = entity.Place is { } place ? new GeoJsonPoint([place.Longitude, place.Latitude]) : null,
        };
    }));

    private static NinjsItem PictureOf(ArticleImage image, int index)
    {
        string address = image.Url!.AbsoluteUri;
        return new NinjsItem
        {
            Uri = address,
            Type = "picture",
            Name = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"picture {index + 1}"),
            By = image.Credit,
            Descriptions = (image.Caption ?? image.AlternativeText) is { } caption ? [new NinjsText("caption", caption) { ContentType = PlainText }] : null,
            Renditions = [new NinjsRendition(Main, address)],
        };
    }
}

/// <summary>Which standard the item keeps.</summary>
internal sealed record NinjsStandard(string Name, string Version, string Schema);

/// <summary>A headline, description or body.</summary>
internal sealed record NinjsText(string Role, [property: JsonPropertyOrder(1)] string Value)
{
    public string? ContentType { get; init; }

    public int? CharCount { get; init; }

    public int? WordCount { get; init; }
}

/// <summary>A person, organization, place, subject or source of information.</summary>
internal sealed record NinjsConcept(string Name)
{
    public string? Rel { get; init; }

    public string? Uri { get; init; }

    public string? Literal { get; init; }

    [JsonPropertyName("geojson")]
    public GeoJsonPoint? GeoJson { get; init; }
}

/// <summary>A point (RFC 7946): longitude, then latitude.</summary>
internal sealed record GeoJsonPoint(double[] Coordinates)
{
    [JsonPropertyOrder(-1)]
    public string Type { get; } = "Point";
}

/// <summary>Where a picture is.</summary>
internal sealed record NinjsRendition(string Name, string Href);
