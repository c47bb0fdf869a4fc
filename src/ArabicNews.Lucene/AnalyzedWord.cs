using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace ArabicNews.Lucene;

/// <summary>A word of a query or an article as a field knows it: where it stands, and the terms that it becomes.</summary>
internal readonly record struct AnalyzedWord(int Position, List<string> Terms)
{
    /// <summary>The words of a text.</summary>
    public static List<AnalyzedWord> Of(Analyzer analyzer, string field, string text)
    {
        var words = new List<AnalyzedWord>();
        using TokenStream stream = analyzer.GetTokenStream(field, text);
        var term = stream.AddAttribute<ICharTermAttribute>();
        var increment = stream.AddAttribute<IPositionIncrementAttribute>();
        int position = -1;
        stream.Reset();
        while (stream.IncrementToken())
        {
            position += increment.PositionIncrement;
            if (increment.PositionIncrement > 0 || words.Count == 0) words.Add(new AnalyzedWord(position, []));
            words[^1].Terms.Add(term.ToString()!);
        }

        stream.End();
        return words;
    }
}
