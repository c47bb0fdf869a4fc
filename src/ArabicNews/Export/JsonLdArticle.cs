using System.Text.Json.Serialization;

namespace ArabicNews;

/// <summary>A <c>NewsArticle</c> (https://schema.org/NewsArticle) with its properties in the order in which they are written; null is not written.</summary>
internal sealed record JsonLdArticle
{
    [JsonPropertyName("@context")]
    public string Context { get; } = "https://schema.org";

    [JsonPropertyName("@type")]
    public string Type { get; } = "NewsArticle";

    public string? Url { get; init; }

    public JsonLdThing? MainEntityOfPage { get; init; }

    public string? Headline { get; init; }

    public string? AlternativeHeadline { get; init; }

    public string? Description { get; init; }

    public string? DatePublished { get; init; }

    public string? DateModified { get; init; }

    public string? Dateline { get; init; }

    public JsonLdThing[]? LocationCreated { get; init; }

    public JsonLdThing[]? Author { get; init; }

    public JsonLdThing[]? Contributor { get; init; }

    public JsonLdThing[]? SourceOrganization { get; init; }

    public JsonLdThing? Publisher { get; init; }

    public string? ArticleSection { get; init; }

    public string[]? Keywords { get; init; }

    public string? InLanguage { get; init; }

    public bool? IsAccessibleForFree { get; init; }

    public JsonLdImage[]? Image { get; init; }

    public int? WordCount { get; init; }

    public string? ArticleBody { get; init; }

    public JsonLdThing[]? Mentions { get; init; }

    public static JsonLdArticle From(ExportedArticle article)
    {
        string? url = article.Url?.OriginalString;
        return new JsonLdArticle
        {
            Url = url,
            MainEntityOfPage = url is null ? null : new JsonLdThing("WebPage") { Id = url },
            Headline = article.PartOf(ArticlePartKind.Headline) ?? article.Metadata.Title,
            AlternativeHeadline = article.PartOf(ArticlePartKind.Subheadline),
            Description = article.Metadata.Description,
            DatePublished = article.Published?.ToIsoString(),
            DateModified = article.Modified?.ToIsoString(),
            Dateline = article.PartOf(ArticlePartKind.Dateline),
            LocationCreated = ExportedArticle.OrNull(article.Places.Select(place => new JsonLdThing("Place") { Name = place.Name })),
            Author = ExportedArticle.OrNull(article.Persons.Where(person => !ExportedArticle.IsContributor(person)).Select(person => new JsonLdThing("Person") { Name = person.Name })),
            Contributor = ExportedArticle.OrNull(article.Persons.Where(ExportedArticle.IsContributor).Select(person => new JsonLdThing("Person") { Name = person.Name, JobTitle = person.Role })),
            SourceOrganization = ExportedArticle.OrNull(article.Sources.Select(name => new JsonLdThing("Organization") { Name = name })),
            Publisher = article.Metadata.SiteName is { } site ? new JsonLdThing("Organization") { Name = site } : null,
            ArticleSection = article.Section,
            Keywords = ExportedArticle.OrNull(article.Tags),
            InLanguage = article.Metadata.Language,
            IsAccessibleForFree = article.IsPaywalled ? false : null,
            Image = ExportedArticle.OrNull(article.Images.Where(image => image.Url is not null).Select(JsonLdImage.From)),
            WordCount = article.Body.Length == 0 ? null : article.WordCount,
            ArticleBody = article.Body.Length == 0 ? null : article.Body,
            Mentions = ExportedArticle.OrNull(article.Entities.Entities.Select(JsonLdThing.From)),
        };
    }
}

/// <summary>A person, a place, an organization or a page.</summary>
internal sealed record JsonLdThing([property: JsonPropertyName("@type")] string Type)
{
    [JsonPropertyName("@id")]
    public string? Id { get; init; }

    public string? Name { get; init; }

    public string? AlternateName { get; init; }

    public string? JobTitle { get; init; }

    public string? SameAs { get; init; }

    public string? Identifier { get; init; }

    public JsonLdAddress? Address { get; init; }

    public JsonLdGeo? Geo { get; init; }

    public static JsonLdThing From(Entity entity)
    {
        string? address = ExportedArticle.AddressOf(entity.Id);
        return new JsonLdThing(entity.Kind switch { EntityKind.Person => "Person", EntityKind.Place => "Place", _ => "Organization" })
        {
            Name = entity.Name,
            AlternateName = entity.Place?.EnglishName is { Length: > 0 } english ? english : null,
            JobTitle = entity.Kind == EntityKind.Person ? entity.Role : null,
            SameAs = address,
            Identifier = address is null ? entity.Id : null,
            Address = entity.Place is { CountryCode.Length: > 0 } place ? new JsonLdAddress(place.CountryCode) : null,
            Geo = entity.Place is { } point ? new JsonLdGeo(point.Latitude, point.Longitude) : null,
        };
    }
}

/// <summary>The country of a place, ISO 3166-1 alpha-2.</summary>
internal sealed record JsonLdAddress(string AddressCountry)
{
    [JsonPropertyName("@type")]
    [JsonPropertyOrder(-1)]
    public string Type { get; } = "PostalAddress";
}

/// <summary>Degrees, WGS 84.</summary>
internal sealed record JsonLdGeo(double Latitude, double Longitude)
{
    [JsonPropertyName("@type")]
    [JsonPropertyOrder(-1)]
    public string Type { get; } = "GeoCoordinates";
}

/// <summary>A picture.</summary>
internal sealed record JsonLdImage(string Url)
{
    [JsonPropertyName("@type")]
    [JsonPropertyOrder(-1)]
    public string Type { get; } = "ImageObject";

    public string? Caption { get; init; }

    public string? CreditText { get; init; }

    public static JsonLdImage From(ArticleImage image) => new(image.Url!.OriginalString) { Caption = image.Caption ?? image.AlternativeText, CreditText = image.Credit };
}
