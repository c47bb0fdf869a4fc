using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Ar;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;

namespace ArabicNews.Cli.Output;

/// <summary>A word on its way through Lucene's own analyzer.</summary>
internal sealed record LuceneWord(string Text, string Normalized, bool IsStopWord);

/// <summary>What Lucene's <c>ArabicAnalyzer</c> makes of a text.</summary>
/// <param name="Words">Its words, those that are left out too.</param>
/// <param name="Terms">The terms, from the analyzer itself.</param>
internal sealed record LuceneAnalysis(IReadOnlyList<LuceneWord> Words, IReadOnlyList<string> Terms)
{
    private const LuceneVersion Version = LuceneVersion.LUCENE_48;

    public static LuceneAnalysis Of(string text)
    {
        var words = new List<LuceneWord>();
        // Lucene asks its stop list before it normalizes: the order of its ArabicAnalyzer.
        List<string> printed = ReadTerms(new LowerCaseFilter(Version, new StandardTokenizer(Version, new StringReader(text))));
        List<string> normalized = ReadTerms(new ArabicNormalizationFilter(new LowerCaseFilter(Version, new StandardTokenizer(Version, new StringReader(text)))));
        for (int i = 0; i < printed.Count; i++) words.Add(new LuceneWord(printed[i], normalized[i], ArabicAnalyzer.DefaultStopSet.Contains(printed[i])));
        using var analyzer = new ArabicAnalyzer(Version);
        return new LuceneAnalysis(words, ReadTerms(analyzer.GetTokenStream("text", text)));
    }

    /// <summary>Whether a search for one finds the other.</summary>
    public bool Meets(LuceneAnalysis other) => Terms.Intersect(other.Terms, StringComparer.Ordinal).Any();

    private static List<string> ReadTerms(TokenStream stream)
    {
        var terms = new List<string>();
        using (stream)
        {
            var term = stream.GetAttribute<ICharTermAttribute>();
            stream.Reset();
            while (stream.IncrementToken()) terms.Add(term.ToString()!);
            stream.End();
        }

        return terms;
    }
}
