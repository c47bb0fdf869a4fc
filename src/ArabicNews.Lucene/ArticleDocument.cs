using System.Globalization;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Documents;
using Lucene.Net.Util;

namespace ArabicNews.Lucene;

/// <summary>What an article is in the index: the names of its fields, and how they are filled.</summary>
/// <remarks>
/// <see cref="Text"/> holds every part, the headline too, so that the words of a query are weighed in one place; <see cref="Headline"/> and <see cref="Lede"/> only add to that.
/// Facet fields hold the labels that a result shows; the fields of names hold every spelling that the article uses.
/// </remarks>
internal static class ArticleDocument
{
    /// <summary>The id of the page, which all its articles share.</summary>
    public const string Page = "page";

    /// <summary>Orders articles: page id, then number.</summary>
    public const string Key = "key";

    /// <summary>A <see cref="StoredArticle"/>.</summary>
    public const string Stored = "stored";

    public const string Text = "text", Headline = "headline", Lede = "lede", Exact = "exact";
    public const string Person = "person", PersonId = "person_id", PersonFacet = "person_facet";
    public const string Place = "place", PlaceId = "place_id", PlaceFacet = "place_facet";
    public const string Country = "country", CountryFacet = "country_facet";
    public const string Source = "source", SourceFacet = "source_facet";
    public const string Section = "section", SectionFacet = "section_facet";
    public const string Tag = "tag";
    public const string Published = "published";

    // Far below what Lucene takes as one term, so that no name, however long, loses its document.
    private const int MaxLabelLength = 256;

    /// <summary>The analyzer of all fields: words as they are written where names and phrases are looked up, else the best that ranks.</summary>
    public static Analyzer CreateAnalyzer()
    {
        var words = new ArabicNewsAnalyzer(ArabicNewsAnalyzerOptions.Exact);
        return new PerFieldAnalyzerWrapper(new ArabicNewsAnalyzer(),
            new Dictionary<string, Analyzer> { [Exact] = words, [Person] = words, [Place] = words, [Source] = words, [Section] = words, [Tag] = words });
    }

    public static Document Create(StoredArticle article, EntityExtraction entities, string text)
    {
        var document = new Document
        {
            new StringField(Page, article.Id, Field.Store.NO),
            new SortedDocValuesField(Key, new BytesRef(KeyOf(article.Id, article.Number))),
            new StoredField(Stored, article.ToBytes()),
        };
        AddParts(document, article);
        AddEntities(document, entities, text);
        foreach (string source in article.Sources) AddName(document, Source, SourceFacet, source);
        if (article.Section is { } section) AddName(document, Section, SectionFacet, section);
        foreach (string tag in article.Tags) document.Add(new TextField(Tag, tag, Field.Store.NO));
        if (article.Published is { } published)
        {
            document.Add(new Int64Field(Published, published.UtcTicks, Field.Store.NO));
            document.Add(new NumericDocValuesField(Published, published.UtcTicks));
        }

        return document;
    }

    public static string KeyOf(string id, int number) => string.Create(CultureInfo.InvariantCulture, $"{id}\0{number:D6}");

    private static void AddParts(Document document, StoredArticle article)
    {
        foreach (ArticlePart part in article.Parts)
        {
            string words = article.TextOf(part.Span);
            document.Add(new TextField(Text, words, Field.Store.NO));
            document.Add(new TextField(Exact, words, Field.Store.NO));
            if (part.Kind == ArticlePartKind.Headline) document.Add(new TextField(Headline, words, Field.Store.NO));
            else if (part.Kind == ArticlePartKind.Lede) document.Add(new TextField(Lede, words, Field.Store.NO));
        }
    }

    private static void AddEntities(Document document, EntityExtraction entities, string text)
    {
        // One article counts a name once.
        var labels = new Dictionary<(string Field, string Key), string>();
        foreach (Entity entity in entities.Entities)
        {
            (string field, string idField, string facet) = entity.Kind switch
            {
                EntityKind.Person => (Person, PersonId, PersonFacet),
                EntityKind.Place => (Place, PlaceId, PlaceFacet),
                _ => ("", "", ""),
            };
            if (field.Length == 0) continue;
            foreach (string name in entity.Mentions.Select(mention => mention.Span.In(text).ToString()).Append(entity.Name).Distinct(StringComparer.Ordinal))
                document.Add(new TextField(field, name, Field.Store.NO));
            if (entity.Id is { } id && id.Length <= MaxLabelLength) document.Add(new StringField(idField, id, Field.Store.NO));
            labels.TryAdd((facet, FacetLabel.KeyOf(entity.Place?.Id ?? entity.Id, entity.Name)), FacetLabel.Of(entity));
            if (entity.Place is { CountryCode.Length: > 0 } place) labels.TryAdd((CountryFacet, place.CountryCode), place.CountryCode);
        }

        foreach (((string facet, _), string label) in labels)
        {
            AddFacet(document, facet, label);
            if (facet == CountryFacet) document.Add(new StringField(Country, label, Field.Store.NO));
        }
    }

    private static void AddName(Document document, string field, string facet, string name)
    {
        document.Add(new TextField(field, name, Field.Store.NO));
        AddFacet(document, facet, FacetLabel.Of(name));
    }

    private static void AddFacet(Document document, string facet, string label)
    {
        if (label.Length <= FacetLabel.Parts * MaxLabelLength) document.Add(new SortedSetDocValuesField(facet, new BytesRef(label)));
    }
}
