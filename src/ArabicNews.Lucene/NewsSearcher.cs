using System.Collections.Immutable;
using Lucene.Net.Analysis;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace ArabicNews.Lucene;

/// <summary>Runs one query on one state of the index.</summary>
internal sealed class NewsSearcher(IndexSearcher searcher, Analyzer analyzer)
{
    private static readonly SortField s_byKey = new(ArticleDocument.Key, SortFieldType.STRING);

    // Without a date it is 0, the beginning of time, and so comes last.
    private static readonly SortField s_newest = new(ArticleDocument.Published, SortFieldType.INT64, reverse: true);
    private static readonly HashSet<string> s_stored = [ArticleDocument.Stored];

    public NewsSearchResult Search(NewsQuery query)
    {
        var builder = new QueryBuilder(analyzer);
        Query lucene = builder.Build(query);
        var facets = new FacetCollector(query.FacetLimit > 0, query.Histogram);
        TopFieldCollector top = TopFieldCollector.Create(
            query.Order == NewsOrder.Newest ? new Sort(s_newest, SortField.FIELD_SCORE, s_byKey) : new Sort(SortField.FIELD_SCORE, s_byKey),
            Math.Max(query.Limit, 1), AfterOf(query), fillFields: true, trackDocScores: true, trackMaxScore: false, docsScoredInOrder: false);
        searcher.Search(lucene, MultiCollector.Wrap(top, facets));

        ScoreDoc[] docs = query.Limit == 0 ? [] : top.GetTopDocs().ScoreDocs;
        var highlighter = new Highlighter(analyzer, builder.Words, searcher.IndexReader);
        return new NewsSearchResult
        {
            TotalCount = top.TotalHits,
            Hits = [.. docs.Select(doc => HitOf(doc, query, highlighter))],
            Next = docs.Length == query.Limit && docs.Length > 0 ? CursorOf((FieldDoc)docs[^1], query) : null,
            Facets = facets.Facets(query.FacetLimit),
            Histogram = facets.Histogram(),
        };
    }

    private NewsHit HitOf(ScoreDoc doc, NewsQuery query, Highlighter highlighter)
    {
        BytesRef bytes = searcher.Doc(doc.Doc, s_stored).GetBinaryValue(ArticleDocument.Stored);
        StoredArticle article = StoredArticle.FromBytes(bytes.Bytes, bytes.Offset, bytes.Length);
        TextSpan? headline = null;
        foreach (ArticlePart part in article.Parts)
        {
            if (part.Kind != ArticlePartKind.Headline) continue;
            headline = part.Span;
            break;
        }

        return new NewsHit
        {
            Id = article.Id,
            Number = article.Number,
            Score = doc.Score,
            Headline = headline is { } span ? highlighter.Whole(article, span) : null,
            Snippets = query.SnippetCount == 0 ? [] : highlighter.Best(article, query.SnippetCount, query.SnippetLength),
            Published = article.Published,
            PublishedPrecision = article.Precision,
            Url = article.Url,
            Section = article.Section,
            Sources = article.Sources,
            Tags = article.Tags,
        };
    }

    // Behind all documents with the key, of which there is one.
    private static FieldDoc? AfterOf(NewsQuery query)
    {
        if (query.After is not { } after) return null;
        object score = J2N.Numerics.Single.GetInstance(after.Score), key = new BytesRef(after.Key);
        return new FieldDoc(int.MaxValue, after.Score, query.Order == NewsOrder.Newest ? [J2N.Numerics.Int64.GetInstance(after.Published), score, key] : [score, key]);
    }

    private static NewsCursor CursorOf(FieldDoc doc, NewsQuery query)
    {
        string key = ((BytesRef)doc.Fields[^1]).Utf8ToString();
        long published = query.Order == NewsOrder.Newest ? ((J2N.Numerics.Int64)doc.Fields[0]).ToInt64() : 0;
        return new NewsCursor(doc.Score, published, key);
    }
}
