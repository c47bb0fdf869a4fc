using System.Text.Json;
using ArabicNews.Tests.Support;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Ar;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace ArabicNews.Evaluation;

/// <summary>An article that stories are looked for among.</summary>
/// <param name="Id">Its id in the corpus.</param>
/// <param name="Page">The page as it was.</param>
/// <param name="Article">What the parser read; null when it found no article.</param>
/// <param name="Story">Its words.</param>
internal sealed record StoryDocument(string Id, NewsPage Page, Article? Article, StoryText Story)
{
    public string Body { get; } = string.Join('\n', Story.Paragraphs);

    /// <summary>Reads a page; of one in which the parser finds no article, the whole text is the story.</summary>
    public static StoryDocument Read(string id, NewsPage page)
    {
        Article? article = page.Main;
        string dateline = article?.Dateline?.Span.In(page.Text).ToString() ?? "";
        string headline = article?.Headline?.In(page.Text).ToString() ?? "";
        return new StoryDocument(id, page, article, StoryText.Of(headline, dateline, article?.GetBody(page.Text) ?? page.Text));
    }
}

/// <summary>Where the articles come from, and which of them are about one topic.</summary>
internal static class StoryCorpus
{
    // Words of the beginning that ask for the topic: who, what and where stand there.
    private const int WordsOfQuery = 60;

    /// <summary>A folder with <c>docs.jsonl</c>, a file of rows with <c>text</c>, or our own pages.</summary>
    public static List<StoryDocument> Read(EvaluationArguments arguments)
    {
        if (arguments.Path is null)
        {
            return [.. SeedPage.ReadAll().Select(page => page.FullPath).Distinct(StringComparer.Ordinal).Where(path => SeedPagesEvaluation.IsAsked(Path.GetFileName(path), arguments))
                .Select(path => (Path.GetFileName(path), Page: SeedPagesEvaluation.Parse(path))).Where(page => page.Page.Main is not null).Select(page => StoryDocument.Read(page.Item1, page.Page))];
        }

        string file = System.IO.Directory.Exists(arguments.Path) ? Path.Combine(arguments.Path, "docs.jsonl") : arguments.Path;
        var documents = new List<StoryDocument>();
        foreach (string line in File.ReadLines(file).Where(line => line.Length > 0))
        {
            using JsonDocument row = JsonDocument.Parse(line);
            documents.Add(StoryDocument.Read(row.RootElement.GetProperty("id").GetString()!, ArticleParser.Default.Parse(row.RootElement.GetProperty("text").GetString()!)));
        }

        return documents;
    }

    /// <summary>For each asked document the nearest others by BM25 over Lucene's Arabic stems, nearest first.</summary>
    public static IEnumerable<(int Asked, int Neighbour, int Rank)> Neighbours(IReadOnlyList<StoryDocument> documents, IEnumerable<int> asked, int count)
    {
        const string FieldName = "text";
        using var analyzer = new ArabicAnalyzer(LuceneVersion.LUCENE_48);
        using var directory = new RAMDirectory();
        var similarity = new BM25Similarity(1.2f, 0.75f);
        using (var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer) { Similarity = similarity, RAMBufferSizeMB = 512 }))
            foreach (StoryDocument document in documents) writer.AddDocument([new TextField(FieldName, document.Body, Field.Store.NO)]);
        using DirectoryReader reader = DirectoryReader.Open(directory);
        if (reader.Leaves.Count > 1) throw new InvalidOperationException("the documents did not fit into one segment");
        var searcher = new IndexSearcher(reader) { Similarity = similarity };
        foreach (int number in asked)
        {
            var terms = new HashSet<string>(StringComparer.Ordinal);
            using (TokenStream stream = analyzer.GetTokenStream(FieldName, string.Join(' ', StoryText.WordsOf(documents[number].Body).Take(WordsOfQuery))))
            {
                var term = stream.AddAttribute<ICharTermAttribute>();
                stream.Reset();
                while (stream.IncrementToken()) terms.Add(term.ToString());
                stream.End();
            }

            var query = new BooleanQuery();
            foreach (string term in terms) query.Add(new TermQuery(new Term(FieldName, term)), Occur.SHOULD);
            int rank = 0;
            foreach (ScoreDoc hit in searcher.Search(query, count + 1).ScoreDocs)
                if (hit.Doc != number) yield return (number, hit.Doc, rank++);
        }
    }
}
