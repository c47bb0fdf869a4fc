using System.Collections.Immutable;
using System.Text;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace ArabicNews.Lucene;

/// <summary>
/// Other spellings of words that hardly an article has: the words of the index that are a typing error away and far more frequent, or two words that were written as one. Weighed as a noisy channel: how often the index has
/// the word, and how easily it is mistyped so.
/// </summary>
internal sealed class SpellingSuggester(IndexSearcher searcher, Analyzer analyzer, SearchClock clock)
{
    // A word that more articles have than these is no slip, nor is its inflection.
    private const int Rare = 1;

    private const int LeastFrequent = 3, LeastRatio = 10;
    private const int ShortestWord = 3, LongestWord = 32, LongestOneEdit = 4, ShortestHalf = 3;
    private const int MostWords = 8;

    // An error costs as much as a word that is e^4 times as frequent is worth; more than the last no word is away.
    private const float ErrorWeight = 4, MissingBlank = 0.7f, FarthestDistance = 2;

    private static readonly ArabicNormalizer s_display = new(ArabicNormalization.Display | ArabicNormalization.StripDiacritics | ArabicNormalization.StripTatweel);

    private readonly WordList _words = new(searcher.IndexReader, clock);

    /// <summary>The query with other words; null when there are none that are better.</summary>
    public NewsQuery? Suggest(NewsQuery query)
    {
        var text = new StringBuilder();
        var parts = ImmutableArray.CreateBuilder<QueryPart>(query.Parts.Length);
        int copied = 0, tried = 0;
        bool changed = false, excluded = false;
        foreach (QueryPart part in query.Parts)
        {
            text.Append(query.Text, copied, part.Span.Start - copied);
            copied = part.Span.End;
            int start = text.Length;
            string? other = part.Kind is QueryPartKind.Word or QueryPartKind.Text && !excluded ? Correct(part.Text, ref tried) : null;
            excluded = part.Kind == QueryPartKind.Not;
            text.Append(other ?? query.Text.AsSpan(part.Span.Start, part.Span.Length).ToString());
            changed |= other is not null;
            parts.Add(part with { Span = TextSpan.FromBounds(start, text.Length), Text = other ?? part.Text });
        }

        if (!changed) return null;
        text.Append(query.Text, copied, query.Text.Length - copied);
        return query with { Text = text.ToString(), Parts = parts.DrainToImmutable() };
    }

    private string? Correct(string words, ref int tried)
    {
        var corrected = new StringBuilder();
        int copied = 0;
        foreach (Token token in ArabicTokenizer.Tokenize(words))
        {
            if (token.Kind != TokenKind.Word || tried >= MostWords || clock.Check()) continue;
            string word = token.Span.In(words).ToString();
            if (!IsUnknown(word, out string term)) continue;
            tried++;
            if (Better(term) is not { } better) continue;
            corrected.Append(words, copied, token.Span.Start - copied).Append(better);
            copied = token.Span.End;
        }

        return copied == 0 ? null : corrected.Append(words, copied, words.Length - copied).ToString();
    }

    // Neither the word nor its stem is in more than one article; that it has the consonants of another says nothing.
    private bool IsUnknown(string word, out string term)
    {
        List<string> terms = [.. AnalyzedWord.Of(analyzer, ArticleDocument.Text, word).SelectMany(analyzed => analyzed.Terms)];
        term = terms.Find(form => form[0] == ArabicNewsStemFilter.SurfaceMark) ?? "";
        return term.Length is > ShortestWord and <= LongestWord && terms.TrueForAll(form => form[0] == ArabicNewsStemFilter.SkeletonMark || _words.CountOf(form) <= Rare);
    }

    private string? Better(string term)
    {
        int own = _words.CountOf(term), least = Math.Max(LeastFrequent, LeastRatio * own);
        string[]? best = null;
        float bestWorth = float.NegativeInfinity;
        foreach (string other in _words.Like(term, term.Length - 1 <= LongestOneEdit ? 1 : 2, stems: false))
        {
            int count = _words.CountOf(other);
            float distance = SpellingDistance.Of(term.AsSpan(1), other.AsSpan(1));
            if (count >= least && distance <= FarthestDistance) Take([other], MathF.Log(count) - (ErrorWeight * distance));
        }

        for (int cut = 1 + ShortestHalf; cut <= term.Length - ShortestHalf; cut++)
        {
            string first = term[..cut], second = ArabicNewsStemFilter.SurfaceMark + term[cut..];
            int count = Math.Min(_words.CountOf(first), _words.CountOf(second));
            if (count >= least) Take([first, second], MathF.Log(count) - (ErrorWeight * MissingBlank));
        }

        return best is null ? null : string.Join(' ', best.Select(SpellingOf));

        void Take(string[] terms, float worth)
        {
            if (worth > bestWorth) (best, bestWorth) = (terms, worth);
        }
    }

    // The index knows normalized words only; how the word is written stands in any article that has it.
    private string SpellingOf(string term)
    {
        string plain = term[1..];
        TopDocs docs = searcher.Search(new TermQuery(new Term(ArticleDocument.Exact, term)), 1);
        if (docs.ScoreDocs.Length == 0) return plain;
        StoredArticle article = NewsSearcher.ReadArticle(searcher, docs.ScoreDocs[0].Doc);
        foreach (ArticlePart part in article.Parts)
        {
            string text = article.TextOf(part.Span);
            using TokenStream stream = analyzer.GetTokenStream(ArticleDocument.Exact, text);
            var found = stream.AddAttribute<ICharTermAttribute>();
            var offset = stream.AddAttribute<IOffsetAttribute>();
            stream.Reset();
            while (stream.IncrementToken())
                if (found.Buffer.AsSpan(0, found.Length).SequenceEqual(term)) return s_display.Normalize(text[offset.StartOffset..offset.EndOffset]);
            stream.End();
        }

        return plain;
    }
}
