using System.Globalization;
using System.Text;
using ArabicNews.Tests.Support;

namespace ArabicNews.Lucene.Tests;

public sealed class PostgresExportTests(PostgresServer server) : IClassFixture<PostgresServer>
{
    [Theory]
    [InlineData("", "")]
    [InlineData("في", "")]
    [InlineData("الوزير", "('وزير' | '~وزر' | '=الوزير')")]
    [InlineData("وزير رياضة", "(('وزير' | '~وزر' | '=وزير') & ('رياض' | '~رض' | '=رياضه'))")]
    [InlineData("-وزير", "!('وزير' | '~وزر' | '=وزير')")]
    [InlineData("«مجلس الأمن»", "('=مجلس' <1> '=الامن')")]
    [InlineData("«قال في بيروت»", "('=قال' <1> '=في' <1> '=بيروت')")]
    [InlineData("غزة أو (رفح -زلزال*)", "(('غز' | '~غز' | '=غزه') | (('رفح' | '~رفح' | '=رفح') & !('=زلزال':* | 'زلزال':*)))")]
    [InlineData("عنوان:وزير", "('وزير':A | '~وزر':A | '=وزير':A)")]
    [InlineData("شخص:«لويد أوستن» بعد:2024", "('=لويد' <1> '=اوستن')")]
    public void Query_IsATsQuery(string query, string expected) => PostgresExport.ToTsQuery(NewsQuery.Parse(query)).Should().Be(expected);

    [Fact]
    public void Query_OfPlainWords_AsksForAny() => PostgresExport.ToTsQuery(NewsQuery.FromText("غزة ورفح")).Should().Contain(" | ").And.NotContain("&");

    [Fact]
    public void Vector_HasPositionsAndWeights()
    {
        const string Text = "زار الوزير\nقال في بيروت";
        var article = new Article { Span = new TextSpan(0, Text.Length), Parts = [new ArticlePart(new TextSpan(0, 10), ArticlePartKind.Headline), new ArticlePart(new TextSpan(11, 12), ArticlePartKind.Paragraph)] };
        string[] lexemes = PostgresExport.ToTsVector(article, Text).Split(' ');
        lexemes.Should().Contain(["'=الوزير':2A", "'وزير':2A", "'=قال':13", "'=في':14", "'=بيروت':15"]).And.NotContain(lexeme => lexeme.StartsWith("'في'", StringComparison.Ordinal)).And.BeInAscendingOrder(StringComparer.Ordinal);
    }

    [PostgresFact]
    public void Server_FindsWhatTheIndexFinds()
    {
        using var index = NewsIndex.CreateInMemory();
        var script = new StringBuilder(PostgresExport.Schema).Append(PostgresExport.Schema).Append(PostgresExport.CopyStart);
        foreach (string file in Directory.EnumerateFiles(RepositoryFiles.InRepository("seeds/articles"), "*.txt").Order(StringComparer.Ordinal).Take(60))
        {
            string id = Path.GetFileName(file);
            NewsPage page = ArticleParser.Default.Parse(File.ReadAllText(file));
            EntityExtraction? entities = page.Main is { } main ? EntityExtractor.Default.Extract(main, page.Text) : null;
            index.Add(id, page, entities);
            script.Append(PostgresExport.CreateRows(id, page, entities));
        }

        script.Append(PostgresExport.CopyEnd);
        string[] queries = ["الوزير", "وزير الدفاع", "«رئيس الوزراء»", "زلزال -المغرب", "كأس أو قمة", "انتخا*", "عنوان:نهائي", "(مجلس أو جامعة) قال", "\"في بيان\"", "رئيس ليس رياضة", "غير موجودة بتاتا"];
        foreach (string query in queries)
            script.Append(CultureInfo.InvariantCulture, $"select string_agg(key, ',' order by key) from arabicnews.article where words @@ '{PostgresExport.ToTsQuery(NewsQuery.Parse(query)).Replace("'", "''", StringComparison.Ordinal)}'::tsquery;\n");
        string[] answers = server.Run(script.ToString()).Split('\n');
        for (int i = 0; i < queries.Length; i++)
        {
            string[] found = answers[i].Split(',', StringSplitOptions.RemoveEmptyEntries);
            IEnumerable<string> expected = index.Search(NewsQuery.Parse(queries[i]) with { Limit = 1000, SnippetCount = 0 }).Hits.Select(hit => hit.Number == 0 ? hit.Id : $"{hit.Id}#{hit.Number}");
            found.Should().BeEquivalentTo(expected, queries[i]);
        }

        server.Run("select count(*) from arabicnews.article where 'QA' = any(countries)").Trim().Should().NotBe("0");
        server.Run("select body from arabicnews.article where key = '01-lusail-final-wire.txt'").Should().Contain("ليونيل ميسي");
        server.Run("select substr(body, 1 + (e->'mentions'->0->>0)::int, (e->'mentions'->0->>1)::int - (e->'mentions'->0->>0)::int) from arabicnews.article, jsonb_array_elements(entities) e where key = '01-lusail-final-wire.txt' and e->>'name' = 'ليونيل ميسي'")
            .Should().Contain("ميسي");
        server.Run("select (ts_rank(words, '''=نهايي'':A'::tsquery) > 0)::text from arabicnews.article where headline like '%نهائي%' limit 1").Should().NotBeEmpty();
    }

    [PostgresFact]
    public void Server_TakesAnyText_AndTheLastOfAPage()
    {
        const string Hostile = "اسم'\\\"\t\r\n\0{}\\.\ud800 \ud83d\ude00 'x':1A & | ! ( <-> \\N";
        var words = new StringBuilder();
        for (int i = 0; i < 20_000; i++) words.Append((char)('ب' + (i % 8))).Append((char)('س' + (i / 8 % 8))).Append((char)('ف' + (i / 64 % 8))).Append((char)('ب' + (i / 512 % 8))).Append((char)('س' + (i / 4096 % 8))).Append((char)('ف' + (i / 32768 % 8))).Append(' ');
        string script = PostgresExport.Schema + PostgresExport.CopyStart
            + PostgresExport.CreateRows("hostile\t\\.", News.Paragraph(Hostile), EntityExtraction.Empty)
            + PostgresExport.CreateRows("large", News.Paragraph(words.ToString()), EntityExtraction.Empty)
            + PostgresExport.CreateRows("twice", News.Paragraph("أول"), EntityExtraction.Empty) + PostgresExport.CreateRows("twice", News.Paragraph("ثان"), EntityExtraction.Empty) + PostgresExport.CopyEnd;
        server.Run(script);
        server.Run(script);
        server.Run("select count(*) from arabicnews.article where key in (E'hostile\\t\\\\.', 'large', 'twice')").Trim().Should().Be("3");
        server.Run("select body from arabicnews.article where key = 'twice'").Trim().Should().Be("ثان");
        server.Run("select length(body) from arabicnews.article where page like 'hostile%'").Trim().Should().Be((Hostile.Length - 1).ToString(CultureInfo.InvariantCulture), "a pair of surrogates is one character there");
        foreach (string query in new[] { Hostile, "'", "\\", "«' \\ '»", "x\0y", "((((" })
            server.Run($"select count(*) from arabicnews.article where words @@ '{PostgresExport.ToTsQuery(NewsQuery.Parse(query)).Replace("'", "''", StringComparison.Ordinal)}'::tsquery").Should().NotBeEmpty();
    }
}
