using System.Globalization;
using System.Text;

namespace ArabicNews.Lucene;

/// <summary>
/// What a PostgreSQL database needs to search Arabic news by the library's own words: a table, articles as rows of <c>COPY</c>, and queries as <c>tsquery</c>. PostgreSQL has no Arabic segmenter, so the words are made here, on both sides, and
/// handed over as the text form of <c>tsvector</c> and <c>tsquery</c>, with positions and weights; no text search configuration is used. Nothing is sent anywhere. The same input gives the same characters. Thread-safe.
/// </summary>
/// <remarks>
/// A word is three lexemes at one position: its stem, itself (<c>=</c>) and the skeleton near its root (<c>~</c>), as <see cref="ArabicNewsAnalyzer"/> has them; a stop word is itself alone, for phrases. Weights: A the headline, B kicker,
/// subheadline and lede, C subheads and captions, D all else.
/// </remarks>
/// <example><code>
/// psql.WriteLine(PostgresExport.Schema);
/// psql.Write(PostgresExport.CopyStart);
/// psql.Write(PostgresExport.CreateRows("1", page));
/// psql.Write(PostgresExport.CopyEnd);
/// // select key, headline from arabicnews.article where words @@ $1::tsquery order by ts_rank(words, $1::tsquery, 1) desc
/// string query = PostgresExport.ToTsQuery(NewsQuery.Parse("وزير «مجلس الأمن» -رياضة"));
/// </code></example>
public static class PostgresExport
{
    // A tsvector has less than 1 MiB of letters and positions; positions end at 16,383, a lexeme has 255 of them.
    private const int LargestVector = 900 * 1024, LargestPosition = 16_383, MostPositions = 255;

    // Between two parts of an article, so that no phrase runs from one into the next.
    private const int PartGap = 10;

    private const string Columns = "key, page, number, url, headline, body, published, published_precision, section, sources, tags, countries, people, places, entities, words";

    private static readonly ArabicNewsAnalyzer s_ranked = new(new ArabicNewsAnalyzerOptions { Forms = TermForms.Stem | TermForms.Skeleton, Names = NameTerms.None });
    private static readonly ArabicNewsAnalyzer s_exact = new(ArabicNewsAnalyzerOptions.Exact);
    private static readonly TsQueryBuilder s_queries = new(s_ranked, s_exact);

    /// <summary>The statements that create the schema <c>arabicnews</c>, its table <c>article</c> and the indexes on it, where they are not there yet; for PostgreSQL 12 and later.</summary>
    public const string Schema = """
        CREATE SCHEMA IF NOT EXISTS arabicnews;

        CREATE TABLE IF NOT EXISTS arabicnews.article (
            key text COLLATE "C" PRIMARY KEY,      -- page, and #number for a related article
            page text COLLATE "C" NOT NULL,
            number integer NOT NULL,               -- 0 for the main article of a page
            url text,
            headline text,
            body text NOT NULL,                    -- headline, credits and paragraphs, one to a line
            published timestamptz,
            published_precision text,              -- year, month, day, minute, second
            section text,
            sources text[] NOT NULL,
            tags text[] NOT NULL,
            countries text[] NOT NULL,             -- ISO 3166 codes
            people text[] NOT NULL,                -- identifiers where they are known, else names
            places text[] NOT NULL,
            entities jsonb NOT NULL,               -- who and where, with coordinates and [start, end) in body, UTF-16 code units
            words tsvector NOT NULL
        );

        CREATE INDEX IF NOT EXISTS article_words ON arabicnews.article USING gin (words);
        CREATE INDEX IF NOT EXISTS article_published ON arabicnews.article (published DESC NULLS LAST);
        CREATE INDEX IF NOT EXISTS article_page ON arabicnews.article (page);
        CREATE INDEX IF NOT EXISTS article_people ON arabicnews.article USING gin (people);
        CREATE INDEX IF NOT EXISTS article_places ON arabicnews.article USING gin (places);
        CREATE INDEX IF NOT EXISTS article_countries ON arabicnews.article USING gin (countries);

        """;

    /// <summary>What stands before the rows, for <c>psql</c>: a transaction, and a table for what comes in.</summary>
    public const string CopyStart = $"""
        SET client_encoding TO 'UTF8';
        BEGIN;
        CREATE TEMPORARY TABLE incoming (line bigint GENERATED ALWAYS AS IDENTITY, LIKE arabicnews.article) ON COMMIT DROP;
        COPY incoming ({Columns}) FROM stdin;

        """;

    /// <summary>What stands behind the rows: of each page that came in, what was there before goes, and the last of its rows with one key stays.</summary>
    public const string CopyEnd = $"""
        \.
        DELETE FROM arabicnews.article WHERE page IN (SELECT page FROM incoming);
        INSERT INTO arabicnews.article ({Columns}) SELECT DISTINCT ON (key) {Columns} FROM incoming ORDER BY key, line DESC;
        COMMIT;

        """;

    /// <summary>The articles of a page as rows of <c>COPY … FROM stdin</c>, a line each, related ones too. Empty for a page without articles. U+0000, which PostgreSQL cannot hold, becomes U+FFFD.</summary>
    /// <param name="id">The caller's id of the page.</param>
    /// <param name="page">The page.</param>
    /// <param name="entities">What the main article names; null finds it here. What related articles name is always found here.</param>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> or <paramref name="page"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="id"/> is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A part of an article lies outside the text of the page.</exception>
    public static string CreateRows(string id, NewsPage page, EntityExtraction? entities = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        ArgumentNullException.ThrowIfNull(page);
        var rows = new StringBuilder();
        foreach (ExportText article in ExportText.OfPage(id, page, entities)) AppendRow(rows, article);
        return rows.ToString();
    }

    /// <summary>The words of an article in the text form of <c>tsvector</c>, in ordinal order. What a tsvector cannot hold (positions behind the 16,383rd, 900 KiB of words) is left out or stands at the last position.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="article"/> or <paramref name="text"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A part of the article lies outside <paramref name="text"/>.</exception>
    public static string ToTsVector(Article article, string text)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(text);
        var stored = StoredArticle.Create("", 0, article, text, PageMetadata.Empty);
        return ToTsVector(stored);
    }

    /// <summary>
    /// A query in the text form of <c>tsquery</c>: words in all their forms, phrases word by word, prefixes, operators and parentheses; «عنوان:» asks in the headline, «مقدمة:» in the lede. The name behind «شخص:», «مكان:», «مصدر:», «قسم:» and «وسم:» is
    /// looked for in the text, as a phrase; countries, dates, distances and the properties of <paramref name="query"/> are columns of the table and not its affair. Empty, which finds nothing, when no word is left.
    /// </summary>
    /// <exception cref="ArgumentNullException"><paramref name="query"/> is null.</exception>
    public static string ToTsQuery(NewsQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return s_queries.Build(query);
    }

    private static string ToTsVector(StoredArticle article)
    {
        var lexemes = new SortedDictionary<string, List<(int Position, char Weight)>>(StringComparer.Ordinal);
        int start = 0, size = 0;
        foreach (ArticlePart part in article.Parts)
        {
            string text = article.TextOf(part.Span);
            char weight = WeightOf(part.Kind);
            int end = start;
            foreach (AnalyzedWord word in AnalyzedWord.Of(s_exact, "", text).Concat(AnalyzedWord.Of(s_ranked, "", text)))
            {
                int position = start + word.Position + 1;
                end = Math.Max(end, position);
                foreach (string term in word.Terms) Add(term, Math.Min(position, LargestPosition), weight);
            }

            start = end + PartGap;
        }

        var vector = new StringBuilder();
        foreach ((string lexeme, List<(int Position, char Weight)> positions) in lexemes)
        {
            if (vector.Length > 0) vector.Append(' ');
            TsQueryBuilder.AppendLexeme(vector, lexeme);
            for (int i = 0; i < positions.Count; i++)
            {
                vector.Append(i == 0 ? ':' : ',').Append(CultureInfo.InvariantCulture, $"{positions[i].Position}");
                if (positions[i].Weight != 'D') vector.Append(positions[i].Weight);
            }
        }

        return vector.ToString();

        void Add(string term, int position, char weight)
        {
            // As it is stored: letters, a count of positions, two bytes for each, all even.
            const int Position = 2, Head = 4;
            if (!lexemes.TryGetValue(term, out List<(int Position, char Weight)>? positions))
            {
                int needed = Encoding.UTF8.GetByteCount(term) + Head + Position;
                if (size + needed > LargestVector) return;
                size += needed;
                lexemes.Add(term, positions = []);
            }
            else
            {
                if (positions.Count == MostPositions || positions[^1].Position == position || size + Position > LargestVector) return;
                size += Position;
            }

            positions.Add((position, weight));
        }
    }

    private static char WeightOf(ArticlePartKind kind) => kind switch
    {
        ArticlePartKind.Headline => 'A',
        ArticlePartKind.Kicker or ArticlePartKind.Subheadline or ArticlePartKind.Lede => 'B',
        ArticlePartKind.Subhead or ArticlePartKind.Caption => 'C',
        _ => 'D',
    };

    private static void AppendRow(StringBuilder rows, ExportText article)
    {
        StoredArticle stored = article.Article;
        string?[] cells =
        [
            article.Key, stored.Id, stored.Number.ToString(CultureInfo.InvariantCulture), stored.Url, article.Headline, article.Text,
            stored.Published?.ToString("yyyy-MM-dd HH:mm:sszzz", CultureInfo.InvariantCulture), stored.Published is null ? null : ExportNames.Of(stored.Precision), stored.Section,
            ArrayOf(stored.Sources), ArrayOf(stored.Tags), ArrayOf(article.Countries),
            ArrayOf(article.Entities.People.Select(IdOrName)), ArrayOf(article.Entities.Places.Select(IdOrName)), EntitiesOf(article), ToTsVector(stored),
        ];
        for (int i = 0; i < cells.Length; i++)
        {
            if (i > 0) rows.Append('\t');
            if (cells[i] is { } cell) AppendCell(rows, cell);
            else rows.Append("\\N");
        }

        rows.Append('\n');
    }

    private static string IdOrName(Entity entity) => ExportNames.IdOf(entity) ?? entity.Name;

    // The text form of an array: every element in quotes.
    private static string ArrayOf(IEnumerable<string> values) =>
        $"{{{string.Join(',', values.Distinct(StringComparer.Ordinal).Select(value => $"\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\""))}}}";

    private static string EntitiesOf(ExportText article)
    {
        string entities = ExportJson.OneLine(json =>
        {
            json.WriteStartArray();
            foreach (Entity entity in article.Entities.Entities.Where(entity => entity.Kind != EntityKind.Organization)) ExportJson.WriteEntity(json, article, entity, withKind: true);
            json.WriteEndArray();
        });

        // The one escape that jsonb refuses.
        return entities.Replace("\\u0000", "\\uFFFD", StringComparison.Ordinal);
    }

    private static void AppendCell(StringBuilder rows, string cell)
    {
        char[] letters = cell.ToCharArray();
        ArabicNewsTokenizer.ReplaceInvalid(letters);
        foreach (char c in letters)
        {
            _ = c switch
            {
                '\\' => rows.Append("\\\\"),
                '\t' => rows.Append("\\t"),
                '\n' => rows.Append("\\n"),
                '\r' => rows.Append("\\r"),
                '\0' => rows.Append('\uFFFD'),
                _ => rows.Append(c),
            };
        }
    }
}
