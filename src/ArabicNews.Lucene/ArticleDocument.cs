using System.Globalization;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace ArabicNews.Lucene;

/// <summary>What an article is in the index: the names of its fields, and how they are filled.</summary>
/// <remarks>
/// <see cref="Text"/> holds every part, so that the words of a query are weighed in one place, with one frequency and one length: a word of the headline counts three times, one of the lead twice (BM25F with whole
/// weights is BM25 over repeated text). Only fields that are asked for phrases hold positions. The facet field holds the labels that a result shows; the fields of names hold every spelling that the article uses.
/// </remarks>
internal static class ArticleDocument
{
    /// <summary>The version of all this and of how words are analyzed; rises with every change that an older index does not have.</summary>
    public const int SchemaVersion = 2;

    /// <summary>The id of the page, which all its articles share.</summary>
    public const string Page = "page";

    /// <summary>Orders articles: page id, then number.</summary>
    public const string Key = "key";

    /// <summary>A <see cref="StoredArticle"/>.</summary>
    public const string Stored = "stored";

    /// <summary>The labels of <see cref="FacetLabel"/>, all kinds together.</summary>
    public const string Facet = "facet";

    public const string Text = "text", Grams = "grams", Headline = "headline", Lede = "lede", Exact = "exact", Role = "role";
    public const string Person = "person", PersonId = "person_id";
    public const string Place = "place", PlaceId = "place_id";
    public const string Country = "country", Source = "source", Section = "section", Tag = "tag";
    public const string Published = "published";

    /// <summary>The id of the story, what its articles are known by, and 1 for an agency's own copy.</summary>
    public const string Story = "story", Signature = "story_signature", AgencyCopy = "agency_copy";

    /// <summary>The fields whose words an analyzer makes.</summary>
    public static readonly string[] AnalyzedFields = [Text, Grams, Headline, Lede, Exact, Person, Place, Source, Section, Tag];

    /// <summary>Values of <see cref="Role"/>.</summary>
    public const string MainRole = "main", RelatedRole = "related";

    // News tells the most important first: what its first sentence is about, the article is about. On three sets of queries, 15 to 35 words, once or twice more, all rank better than none.
    private const int LeadWords = 20;
    private const int LeadRepeats = 2;

    /// <summary>How often a word of the headline counts.</summary>
    public const int HeadlineRepeats = 3;

    // Far below what Lucene takes as one term, so that no name, however long, loses its document.
    private const int MaxLabelLength = 256;

    // Only whether a document has the term; for phrases also where.
    private static readonly FieldType s_ranked = FieldTypeOf(IndexOptions.DOCS_AND_FREQS, norms: true);
    private static readonly FieldType s_present = FieldTypeOf(IndexOptions.DOCS_ONLY, norms: false);
    private static readonly FieldType s_phrases = FieldTypeOf(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, norms: false);

    /// <summary>The analyzer of all fields: words as they are written where names and phrases are looked up, else the best that ranks.</summary>
    public static Analyzer CreateAnalyzer()
    {
        var words = new ArabicNewsAnalyzer(ArabicNewsAnalyzerOptions.Exact);
        return new PerFieldAnalyzerWrapper(new ArabicNewsAnalyzer(),
            new Dictionary<string, Analyzer>
            {
                [Exact] = words,
                [Person] = words,
                [Place] = words,
                [Source] = words,
                [Section] = words,
                [Tag] = words,
                [Grams] = new CharGramAnalyzer(),
            });
    }

    public static Document Create(StoredArticle article, EntityExtraction entities, string text)
    {
        var document = new Document
        {
            new StringField(Page, article.Id, Field.Store.NO),
            new StringField(Role, article.Number == 0 ? MainRole : RelatedRole, Field.Store.NO),
            new SortedDocValuesField(Key, new BytesRef(KeyOf(article.Id, article.Number))),
            new StoredField(Stored, article.ToBytes()),
        };
        AddParts(document, article);
        AddEntities(document, entities, text);
        foreach (string source in article.Sources) AddName(document, Source, FacetKind.Source, source);
        if (article.Section is { } section) AddName(document, Section, FacetKind.Section, section);
        foreach (string tag in article.Tags) document.Add(new Field(Tag, tag, s_phrases));
        if (article.Published is { } published)
        {
            document.Add(new Int64Field(Published, published.UtcTicks, Field.Store.NO));
            document.Add(new NumericDocValuesField(Published, published.UtcTicks));
        }

        return document;
    }

    /// <summary>Completes a document: its story is known only when it is written.</summary>
    public static void AddStory(Document document, string story, StorySignature signature, bool isAgencyCopy)
    {
        document.Add(new StringField(Story, story, Field.Store.NO));
        document.Add(new SortedDocValuesField(Story, new BytesRef(story)));
        document.Add(new BinaryDocValuesField(Signature, new BytesRef(signature.ToBytes())));
        if (isAgencyCopy) document.Add(new NumericDocValuesField(AgencyCopy, 1));
    }

    /// <summary>The page and the number that <see cref="KeyOf"/> made a key of.</summary>
    public static (string Page, int Number) SplitKey(string key)
    {
        int end = key.IndexOf('\0', StringComparison.Ordinal);
        return (key[..end], int.Parse(key.AsSpan(end + 1), CultureInfo.InvariantCulture));
    }

    public static string KeyOf(string id, int number) => string.Create(CultureInfo.InvariantCulture, $"{id}\0{number:D6}");

    private static void AddParts(Document document, StoredArticle article)
    {
        int leadLeft = LeadWords;
        foreach (ArticlePart part in article.Parts)
        {
            string words = article.TextOf(part.Span);
            document.Add(new Field(Text, words, s_ranked));
            document.Add(new Field(Exact, words, s_phrases));
            document.Add(new Field(Grams, words, s_present));
            if (part.Kind == ArticlePartKind.Headline)
            {
                for (int i = 1; i < HeadlineRepeats; i++) document.Add(new Field(Text, words, s_ranked));
                document.Add(new Field(Headline, words, s_present));
            }
            else if (Article.IsBody(part.Kind) && leadLeft > 0)
            {
                string lead = FirstWords(words, ref leadLeft);
                for (int i = 1; i < LeadRepeats; i++) document.Add(new Field(Text, lead, s_ranked));
            }

            if (part.Kind == ArticlePartKind.Lede) document.Add(new Field(Lede, words, s_present));
        }
    }

    // The text up to the end of the last of `left` words; subtracts as many as it has.
    private static string FirstWords(string text, ref int left)
    {
        foreach (Token token in ArabicTokenizer.Tokenize(text))
        {
            if (token.Kind is TokenKind.Punctuation or TokenKind.Symbol) continue;
            if (--left == 0) return text[..token.Span.End];
        }

        return text;
    }

    private static void AddEntities(Document document, EntityExtraction entities, string text)
    {
        // One article counts a name once.
        var labels = new Dictionary<(FacetKind Kind, string Key), string>();
        foreach (Entity entity in entities.Entities)
        {
            (string field, string idField, FacetKind kind) = entity.Kind switch
            {
                EntityKind.Person => (Person, PersonId, FacetKind.Person),
                EntityKind.Place => (Place, PlaceId, FacetKind.Place),
                _ => ("", "", default),
            };
            if (field.Length == 0) continue;
            foreach (string name in entity.Mentions.Select(mention => mention.Span.In(text).ToString()).Append(entity.Name).Distinct(StringComparer.Ordinal))
                document.Add(new Field(field, name, s_phrases));
            if (entity.Id is { } id && id.Length <= MaxLabelLength) document.Add(new StringField(idField, id, Field.Store.NO));
            labels.TryAdd((kind, FacetLabel.KeyOf(entity.Place?.Id ?? entity.Id, entity.Name)), FacetLabel.Of(kind, entity));
            if (entity.Place is { CountryCode.Length: > 0 } place) labels.TryAdd((FacetKind.Country, place.CountryCode), FacetLabel.Of(FacetKind.Country, place.CountryCode));
        }

        foreach (((FacetKind kind, string key), string label) in labels)
        {
            AddFacet(document, label);
            if (kind == FacetKind.Country) document.Add(new StringField(Country, key, Field.Store.NO));
        }
    }

    private static void AddName(Document document, string field, FacetKind kind, string name)
    {
        document.Add(new Field(field, name, s_phrases));
        AddFacet(document, FacetLabel.Of(kind, name));
    }

    private static void AddFacet(Document document, string label)
    {
        if (label.Length <= FacetLabel.Parts * MaxLabelLength) document.Add(new SortedSetDocValuesField(Facet, new BytesRef(label)));
    }

    private static FieldType FieldTypeOf(IndexOptions options, bool norms)
    {
        var type = new FieldType { IsIndexed = true, IsTokenized = true, IndexOptions = options, OmitNorms = !norms };
        type.Freeze();
        return type;
    }
}
