using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ArabicNews.Lucene;

/// <summary>
/// What an OpenSearch or Elasticsearch cluster needs to search Arabic news as <see cref="ClusterAnalyzer"/> reads it, without a plugin: settings and mappings of an index, articles as lines of the bulk API, and search bodies. Both
/// servers take the same. Nothing is sent anywhere. The same input gives the same bytes. Thread-safe.
/// </summary>
/// <example><code>
/// File.WriteAllText("index.json", ClusterExport.CreateIndex());                    // PUT /news
/// File.AppendAllText("articles.ndjson", ClusterExport.CreateBulk("1", page));      // POST /news/_bulk
/// string body = ClusterExport.CreateSearch("الوزير في درنة");                       // POST /news/_search
/// </code></example>
public static class ClusterExport
{
    // Names that a user reads in the cluster.
    private const string Stems = "arabicnews", Words = "arabicnews_word", Grams = "arabicnews_grams";
    private const string Map = "arabicnews_map", Tokens = "arabicnews_tokens", Cut = "arabicnews_cut", Thousands = "arabicnews_thousands", Stop = "arabicnews_stop",
        Keywords = "arabicnews_keywords", Overrides = "arabicnews_stems", Light = "arabicnews_light", Runs = "arabicnews_runs";

    // Names longer than this are no facets. Pages and addresses are looked up however long they are, up to what Lucene refuses: a keyword of more than 32,766 bytes, where a character has four at most.
    private const int LongestName = 256, LongestKeyword = 32_766 / 4;

    /// <summary>The body of the request that creates an index: analysis and fields. About 0.55 MB of JSON.</summary>
    public static string CreateIndex() => ExportJson.Lines(json =>
    {
        json.WriteStartObject();
        json.WriteStartObject("settings");
        WriteAnalysis(json, ClusterVocabulary.Default);
        json.WriteEndObject();
        json.WriteStartObject("mappings");
        WriteFields(json);
        json.WriteEndObject();
        json.WriteEndObject();
    });

    /// <summary>The articles of a page as lines of the bulk API, two for each and a line feed behind each: the main one under <paramref name="id"/>, related ones under <c>id#1</c> and so on. Empty for a page without articles.</summary>
    /// <param name="id">The caller's id of the page.</param>
    /// <param name="page">The page.</param>
    /// <param name="entities">What the main article names; null finds it here. What related articles name is always found here.</param>
    /// <param name="index">The name of the index, for requests to more than one; null leaves it to the address.</param>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> or <paramref name="page"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="id"/> is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A part of an article lies outside the text of the page.</exception>
    public static string CreateBulk(string id, NewsPage page, EntityExtraction? entities = null, string? index = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        ArgumentNullException.ThrowIfNull(page);
        var lines = new StringBuilder();
        foreach (ExportText article in ExportText.OfPage(id, page, entities))
        {
            lines.Append(ExportJson.OneLine(json => WriteAction(json, article, index))).Append('\n');
            lines.Append(ExportJson.OneLine(json => WriteArticle(json, article))).Append('\n');
        }

        return lines.ToString();
    }

    /// <summary>
    /// The body of a search for the articles that have most of the words of <paramref name="text"/>, in the three fields together, which ranks best of what a cluster can do; with the passages that match. No operators are read.
    /// </summary>
    /// <param name="text">What somebody typed; at most <see cref="NewsQuery.MaxLength"/> code units of it are used.</param>
    /// <param name="size">How many articles, at least 0.</param>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is negative.</exception>
    public static string CreateSearch(string text, int size = 10)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        return ExportJson.Lines(json =>
        {
            json.WriteStartObject();
            json.WriteNumber("size", size);
            json.WriteStartObject("query");
            json.WriteStartObject("multi_match");
            json.WriteString("query", text.AsSpan(0, Math.Min(text.Length, NewsQuery.MaxLength)));
            json.WriteString("type", "most_fields");
            WriteList(json, "fields", ["text", "text.word", "text.grams"]);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteStartObject("highlight");
            json.WriteStartObject("fields");
            json.WriteStartObject("text");
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        });
    }

    private static void WriteAnalysis(Utf8JsonWriter json, ClusterVocabulary vocabulary)
    {
        json.WriteStartObject("analysis");
        json.WriteStartObject("char_filter");
        json.WriteStartObject(Map);
        json.WriteString("type", "mapping");
        WriteList(json, "mappings", vocabulary.Mappings.Select(rule => $"{Escape(rule.From)}=>{Escape(rule.To)}"));
        json.WriteEndObject();
        json.WriteEndObject();

        json.WriteStartObject("tokenizer");
        WritePart(json, Tokens, "pattern", part =>
        {
            part.WriteString("pattern", ClusterTokenizer.Pattern);
            part.WriteNumber("group", 0);
        });
        WritePart(json, Runs, "ngram", part =>
        {
            part.WriteNumber("min_gram", ClusterGramTokenizer.Length);
            part.WriteNumber("max_gram", ClusterGramTokenizer.Length);
            WriteList(part, "token_chars", ["letter", "digit"]);
        });
        json.WriteEndObject();

        json.WriteStartObject("filter");
        WritePart(json, Cut, "truncate", part => part.WriteNumber("length", ClusterTokenizer.MaxTermLength));
        WritePart(json, Thousands, "pattern_replace", part =>
        {
            part.WriteString("pattern", ClusterTokenizer.Thousands);
            part.WriteString("replacement", ClusterTokenizer.WithoutCommas);
        });
        WritePart(json, Stop, "stop", part => WriteList(part, "stopwords", vocabulary.StopWords));
        WritePart(json, Keywords, "keyword_marker", part => WriteList(part, "keywords", vocabulary.Keywords));
        WritePart(json, Overrides, "stemmer_override", part => WriteList(part, "rules", vocabulary.Stems.Select(rule => $"{string.Join(", ", rule.Words)} => {rule.Stem}")));
        WritePart(json, Light, "stemmer", part => part.WriteString("language", "arabic"));
        json.WriteEndObject();

        // arabic_normalization comes last for the one thing that is left to do: the teh marbuta, which the stemmer wanted to see.
        json.WriteStartObject("analyzer");
        WriteAnalyzer(json, Stems, Tokens, ["lowercase", Cut, Thousands, Stop, Keywords, Overrides, Light, "arabic_normalization"]);
        WriteAnalyzer(json, Words, Tokens, ["lowercase", Cut, Thousands, "arabic_normalization"]);
        WriteAnalyzer(json, Grams, Runs, ["lowercase", "arabic_normalization"]);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteAnalyzer(Utf8JsonWriter json, string name, string tokenizer, string[] filters) => WritePart(json, name, "custom", part =>
    {
        WriteList(part, "char_filter", [Map]);
        part.WriteString("tokenizer", tokenizer);
        WriteList(part, "filter", filters);
    });

    private static void WriteFields(Utf8JsonWriter json)
    {
        // What a user adds is kept and not guessed at.
        json.WriteBoolean("dynamic", false);
        json.WriteStartObject("properties");
        foreach (string field in new[] { "page", "url" }) WritePart(json, field, "keyword", part => part.WriteNumber("ignore_above", LongestKeyword));
        foreach (string field in new[] { "section", "sources", "tags", "countries" }) WriteField(json, field, "keyword");
        WriteField(json, "number", "integer");
        WriteField(json, "published", "date");
        WriteField(json, "published_precision", "keyword");
        foreach (string field in new[] { "headline", "text" }) WritePart(json, field, "text", part =>
        {
            part.WriteString("analyzer", Stems);
            part.WriteStartObject("fields");
            WritePart(part, "word", "text", word => word.WriteString("analyzer", Words));
            WritePart(part, "grams", "text", grams =>
            {
                grams.WriteString("analyzer", Grams);
                grams.WriteString("index_options", "freqs");
            });
            part.WriteEndObject();
        });
        WriteNames(json, "people", _ => { });
        WriteNames(json, "places", part =>
        {
            WriteField(part, "country", "keyword");
            WriteField(part, "kind", "keyword");
            WriteField(part, "location", "geo_point");
        });
        json.WriteEndObject();
    }

    private static void WriteNames(Utf8JsonWriter json, string name, Action<Utf8JsonWriter> more)
    {
        json.WriteStartObject(name);
        json.WriteStartObject("properties");
        foreach (string field in new[] { "id", "name", "name_en", "role" }) WriteField(json, field, "keyword");
        more(json);
        WritePart(json, "mentions", "object", part => part.WriteBoolean("enabled", false));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteField(Utf8JsonWriter json, string name, string type) => WritePart(json, name, type, part =>
    {
        if (type == "keyword") part.WriteNumber("ignore_above", LongestName);
    });

    private static void WriteAction(Utf8JsonWriter json, ExportText article, string? index)
    {
        json.WriteStartObject();
        json.WriteStartObject("index");
        if (index is not null) json.WriteString("_index", index);
        json.WriteString("_id", article.Key);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteArticle(Utf8JsonWriter json, ExportText article)
    {
        json.WriteStartObject();
        json.WriteString("page", article.Article.Id);
        json.WriteNumber("number", article.Article.Number);
        ExportJson.WriteOptional(json, "url", article.Article.Url);
        if (article.Article.Published is { } published)
        {
            json.WriteString("published", published.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));
            json.WriteString("published_precision", ExportNames.Of(article.Article.Precision));
        }

        ExportJson.WriteOptional(json, "section", article.Article.Section);
        WriteList(json, "sources", article.Article.Sources);
        WriteList(json, "tags", article.Article.Tags);
        ExportJson.WriteOptional(json, "headline", article.Headline);
        json.WriteString("text", article.Text);
        json.WriteStartArray("people");
        foreach (Entity person in article.Entities.People) ExportJson.WriteEntity(json, article, person);
        json.WriteEndArray();
        json.WriteStartArray("places");
        foreach (Entity place in article.Entities.Places) ExportJson.WriteEntity(json, article, place);
        json.WriteEndArray();
        WriteList(json, "countries", article.Countries);
        json.WriteEndObject();
    }

    private static void WritePart(Utf8JsonWriter json, string name, string type, Action<Utf8JsonWriter> settings)
    {
        json.WriteStartObject(name);
        json.WriteString("type", type);
        settings(json);
        json.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (string value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }

    // As the mapping filter reads it: most of these characters cannot be seen, and a blank at an end would be lost.
    private static string Escape(string text) => string.Concat(text.Select(c => $"\\u{(int)c:x4}"));
}
