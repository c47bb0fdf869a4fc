using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ArabicNews.Cli.Output;

/// <summary>A <see cref="NewsPage"/> as <c>parse</c> writes it; the keys are a promise (see PACKAGE.md, and <see cref="JsonLine.Schema"/>). What is null is not written.</summary>
internal sealed record ArticleJson(
    int[] Span,
    string? HeadlineText,
    string BodyText,
    int[]? Headline,
    int[]? Lede,
    int[]? BodySpan,
    PartJson[] Parts,
    BylineJson? Byline,
    DatelineJson? Dateline,
    DateJson? Published,
    DateJson? Modified,
    NameJson[]? Sources,
    string? Section,
    string[]? Tags,
    ImageJson[]? Images);

internal sealed record PartJson(string Kind, int[] Span);

internal sealed record NameJson(string Name, string? Role, int[]? Span);

internal sealed record BylineJson(int[]? Span, NameJson[]? Persons, NameJson[]? Places, NameJson[]? Agencies, NameJson[]? Outlets);

internal sealed record DatelineJson(int[] Span, NameJson[]? Places, NameJson[]? Agencies, NameJson[]? Outlets, NameJson[]? Persons, DateJson? Date);

internal sealed record DateJson(string Value, string Precision, string Calendar, int[]? Span);

internal sealed record ImageJson(string? Url, string? AlternativeText, string? Caption, int[]? CaptionSpan, string? Credit, int[]? CreditSpan);

internal sealed record MetadataJson(
    string? Title,
    string? Url,
    string? CanonicalUrl,
    string? SiteName,
    string? Language,
    string? Description,
    DateTimeOffset? Published,
    DateTimeOffset? Modified,
    string[]? Authors,
    string? Section,
    string[]? Tags,
    string[]? Images);

internal sealed record EvidenceJson(string Field, string Source, string Verdict, string Value);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(ArticleJson))]
[JsonSerializable(typeof(ArticleJson[]))]
[JsonSerializable(typeof(PartJson[]))]
[JsonSerializable(typeof(MetadataJson))]
[JsonSerializable(typeof(EvidenceJson[]))]
internal sealed partial class PageJsonContext : JsonSerializerContext;

/// <summary>Writes pages.</summary>
internal static class PageJson
{
    // Values that are equal to a default are left out one by one above; here it is decided what counts as nothing.
    public static void Write(Utf8JsonWriter json, NewsPage page)
    {
        json.WriteString("text"u8, page.Text);
        if (page.Main is { } main)
        {
            json.WritePropertyName("main"u8);
            JsonSerializer.Serialize(json, From(main, page.Text), PageJsonContext.Default.ArticleJson);
        }
        else json.WriteString("noArticleReason"u8, JsonNames.Of(page.NoArticleReason));

        if (page.Related.Length > 0)
        {
            json.WritePropertyName("related"u8);
            JsonSerializer.Serialize(json, [.. page.Related.Select(article => From(article, page.Text))], PageJsonContext.Default.ArticleJsonArray);
        }

        if (page.Boilerplate.Length > 0)
        {
            json.WritePropertyName("boilerplate"u8);
            JsonSerializer.Serialize(json, [.. page.Boilerplate.Select(block => new PartJson(JsonNames.Of(block.Kind), Bounds(block.Span)))], PageJsonContext.Default.PartJsonArray);
        }

        json.WritePropertyName("metadata"u8);
        JsonSerializer.Serialize(json, From(page.Metadata), PageJsonContext.Default.MetadataJson);
        if (page.Flags != PageFlags.None) json.WriteStrings("flags"u8, JsonNames.FlagsOf(page.Flags));
        if (page.Evidence.Length > 0) WriteEvidence(json, page.Evidence);
    }

    /// <summary>Who said what of title, dates, authors and section.</summary>
    public static void WriteEvidence(Utf8JsonWriter json, ImmutableArray<FieldEvidence> evidence)
    {
        json.WritePropertyName("evidence"u8);
        JsonSerializer.Serialize(json, [.. evidence.Select(From)], PageJsonContext.Default.EvidenceJsonArray);
    }

    private static EvidenceJson From(FieldEvidence evidence) => new(JsonNames.Of(evidence.Field), JsonNames.Of(evidence.Source), JsonNames.Of(evidence.Verdict), evidence.Value);

    private static ArticleJson From(Article article, string text) => new(
        Bounds(article.Span),
        article.Headline is { } headline ? headline.In(text).ToString() : null,
        article.GetBody(text),
        Bounds(article.Headline),
        Bounds(article.Lede),
        Bounds(article.BodySpan),
        [.. article.Parts.Select(part => new PartJson(JsonNames.Of(part.Kind), Bounds(part.Span)))],
        article.Byline is { } by ? new BylineJson(OrNull(by.Span), From(by.Persons), From(by.Places), From(by.Agencies), From(by.Outlets)) : null,
        article.Dateline is { } line ? new DatelineJson(Bounds(line.Span), From(line.Places), From(line.Agencies), From(line.Outlets), From(line.Persons), From(line.Date)) : null,
        From(article.Published),
        From(article.Modified),
        OrNull(article.Sources, source => new NameJson(source.Name, JsonNames.Of(source.Role), OrNull(source.Span))),
        article.Section,
        OrNull(article.Tags, tag => tag),
        OrNull(article.Images, image => new ImageJson(image.Url?.OriginalString, image.AlternativeText, image.Caption, Bounds(image.CaptionSpan), image.Credit, Bounds(image.CreditSpan))));

    private static MetadataJson From(PageMetadata metadata) => new(
        metadata.Title,
        metadata.Url?.OriginalString,
        metadata.CanonicalUrl?.OriginalString,
        metadata.SiteName,
        metadata.Language,
        metadata.Description,
        metadata.Published,
        metadata.Modified,
        OrNull(metadata.Authors, author => author),
        metadata.Section,
        OrNull(metadata.Tags, tag => tag),
        OrNull(metadata.Images, image => image.OriginalString));

    private static DateJson? From(ArticleDate? date) => date is null ? null : new DateJson(date.ToIsoString(), JsonNames.Of(date.Precision), JsonNames.Of(date.Calendar), OrNull(date.Span));

    private static NameJson[]? From(ImmutableArray<CreditedName> names) => OrNull(names, name => new NameJson(name.Name, name.Role, OrNull(name.Span)));

    private static int[] Bounds(TextSpan span) => [span.Start, span.End];

    private static int[]? Bounds(TextSpan? span) => span is { } known ? Bounds(known) : null;

    // A name that the page's head gives stands nowhere in its text.
    private static int[]? OrNull(TextSpan span) => span.IsEmpty ? null : Bounds(span);

    private static TTo[]? OrNull<TFrom, TTo>(ImmutableArray<TFrom> items, Func<TFrom, TTo> convert) => items.IsDefaultOrEmpty ? null : [.. items.Select(convert)];
}
