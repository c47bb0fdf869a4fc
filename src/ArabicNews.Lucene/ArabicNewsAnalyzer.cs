using Lucene.Net.Analysis;

namespace ArabicNews.Lucene;

/// <summary>
/// Analysis of Arabic news for one field: <see cref="ArabicNewsTokenizer"/>, <see cref="ArabicNewsNormalizationFilter"/>, <see cref="ArabicNewsStopFilter"/>,
/// <see cref="ArabicNewsStemFilter"/>. Without options it is the best that we know for ranking. Thread-safe, as all analyzers.
/// </summary>
/// <example><code>
/// using var analyzer = new ArabicNewsAnalyzer();
/// var config = new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer);
/// </code></example>
public sealed class ArabicNewsAnalyzer(ArabicNewsAnalyzerOptions? options = null) : Analyzer
{
    // Values of one field are far apart: no phrase runs from one paragraph or name into the next.
    private const int ValueGap = 100;

    private readonly ArabicNewsAnalyzerOptions _options = options ?? ArabicNewsAnalyzerOptions.Default;

    /// <inheritdoc/>
    public override int GetPositionIncrementGap(string fieldName) => ValueGap;

    /// <inheritdoc/>
    protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader)
    {
        var tokenizer = new ArabicNewsTokenizer(reader);
        TokenStream terms = new ArabicNewsNormalizationFilter(tokenizer);
        if (_options.StopWords) terms = new ArabicNewsStopFilter(terms);
        return new TokenStreamComponents(tokenizer, new ArabicNewsStemFilter(terms, _options.Forms));
    }
}
