using System.Collections.Immutable;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace ArabicNews.Lucene;

/// <summary>
/// Finds the passages of an article that tell best why it was found. The stored original is analyzed again, so that every match is cut out of what was printed and nothing but the text itself is kept for it.
/// </summary>
internal sealed class Highlighter
{
    // A second occurrence of a word says little more than the first.
    private const double RepeatWeight = 0.05;
    private const int ShortestSnippet = 40;

    private readonly Analyzer _analyzer;
    private readonly MatchedWords _words;
    private readonly double[] _weights;

    public Highlighter(Analyzer analyzer, MatchedWords words, TextStatistics statistics)
    {
        _analyzer = analyzer;
        _words = words;
        _weights = new double[words.Count];
        foreach ((string term, int word) in words.Terms)
            _weights[word] = Math.Max(_weights[word], statistics.RarityOf(statistics.Find(ArticleDocument.Text, term).Count));
    }

    /// <summary>The whole of a span of the article, with what matched.</summary>
    public Snippet Whole(StoredArticle article, TextSpan span)
    {
        string text = article.TextOf(span);
        return new Snippet { Span = span, Text = text, Matches = [.. Match(text).Select(match => match.Span)] };
    }

    /// <summary>The best passages, in text order.</summary>
    public ImmutableArray<Snippet> Best(StoredArticle article, int count, int length)
    {
        length = Math.Max(length, ShortestSnippet);
        var passages = new List<(double Weight, TextSpan Part, TextSpan Sentence, List<WordMatch> Matches)>();
        foreach (ArticlePart part in article.Parts)
        {
            if (!Article.IsBody(part.Kind) && part.Kind != ArticlePartKind.Caption) continue;
            string text = article.TextOf(part.Span);
            List<WordMatch> matches = Match(text);
            int next = 0;
            foreach (TextSpan sentence in ArabicTokenizer.SplitSentences(text))
            {
                var inside = new List<WordMatch>();
                for (; next < matches.Count && matches[next].Span.End <= sentence.End; next++)
                    if (matches[next].Span.Start >= sentence.Start) inside.Add(matches[next]);
                passages.Add((WeightOf(inside), part.Span, sentence, inside));
            }
        }

        // What matches nothing stands for the article only when nothing else does.
        bool any = passages.Any(passage => passage.Weight > 0);
        return [.. passages.Select((passage, order) => (passage, order)).Where(item => !any || item.passage.Weight > 0)
            .OrderByDescending(item => item.passage.Weight).ThenBy(item => item.order).Take(any ? count : Math.Min(count, 1)).OrderBy(item => item.order)
            .Select(item => Cut(article, item.passage.Part, item.passage.Sentence, item.passage.Matches, length))];
    }

    private double WeightOf(List<WordMatch> matches)
    {
        var seen = new HashSet<int>();
        double weight = 0;
        foreach (WordMatch match in matches) weight += seen.Add(match.Word) ? _weights[match.Word] : RepeatWeight * _weights[match.Word];
        return weight;
    }

    // A sentence that is too long is cut at blanks to the stretch in which most matches stand.
    private static Snippet Cut(StoredArticle article, TextSpan part, TextSpan sentence, List<WordMatch> matches, int length)
    {
        ReadOnlySpan<char> text = article.TextOf(part);
        TextSpan window = sentence.Length <= length ? sentence : WindowOf(text, sentence, matches, length);
        return new Snippet
        {
            Span = new TextSpan(part.Start + window.Start, window.Length),
            Text = window.In(text).ToString(),
            Matches = [.. matches.Where(match => window.Contains(match.Span)).Select(match => new TextSpan(match.Span.Start - window.Start, match.Span.Length))],
            CutAtStart = window.Start > sentence.Start,
            CutAtEnd = window.End < sentence.End,
        };
    }

    private static TextSpan WindowOf(ReadOnlySpan<char> text, TextSpan sentence, List<WordMatch> matches, int length)
    {
        int first = 0, best = 0, bestCount = 0;
        for (int last = 0; last < matches.Count; last++)
        {
            while (matches[last].Span.End - matches[first].Span.Start > length && first < last) first++;
            if (last - first + 1 > bestCount) (best, bestCount) = (first, last - first + 1);
        }

        if (bestCount == 0) return Shrink(text, new TextSpan(sentence.Start, length), sentence);
        int from = matches[best].Span.Start, to = matches[best + bestCount - 1].Span.End;
        int start = Math.Clamp(from - ((length - Math.Min(length, to - from)) / 2), sentence.Start, Math.Max(sentence.Start, sentence.End - length));
        return Shrink(text, new TextSpan(start, Math.Min(length, sentence.End - start)), sentence);
    }

    // To the blanks inside, so that no word is cut; a stretch without blanks is cut between characters.
    private static TextSpan Shrink(ReadOnlySpan<char> text, TextSpan window, TextSpan sentence)
    {
        int start = window.Start, end = window.End;
        if (start > sentence.Start && text[start..end].IndexOf(' ') is >= 0 and var skipped && skipped < window.Length / 3) start += skipped + 1;
        if (end < sentence.End && text[start..end].LastIndexOf(' ') is var last && last > window.Length / 2) end = start + last;
        if (start > sentence.Start && char.IsLowSurrogate(text[start])) start++;
        if (end > start && end < sentence.End && char.IsLowSurrogate(text[end])) end--;
        return TextSpan.FromBounds(start, Math.Max(start, end));
    }

    private List<WordMatch> Match(string text)
    {
        var matches = new List<WordMatch>();
        if (_words.Count == 0) return matches;
        using TokenStream stream = _analyzer.GetTokenStream(ArticleDocument.Text, text);
        var term = stream.AddAttribute<ICharTermAttribute>();
        var offset = stream.AddAttribute<IOffsetAttribute>();
        stream.Reset();
        while (stream.IncrementToken())
        {
            int word = _words.Find(term.Buffer.AsSpan(0, term.Length));
            if (word < 0 || (matches.Count > 0 && matches[^1].Span.End > offset.StartOffset)) continue;
            matches.Add(new WordMatch(TextSpan.FromBounds(offset.StartOffset, offset.EndOffset), word));
        }

        stream.End();
        return matches;
    }

    private readonly record struct WordMatch(TextSpan Span, int Word);
}
