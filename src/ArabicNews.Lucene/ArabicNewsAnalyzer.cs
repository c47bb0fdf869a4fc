using Lucene.Net.Analysis;

namespace ArabicNews.Lucene;

/// <summary>
/// Analysis of Arabic news for one field. A text is cut into words by <see cref="ArabicTokenizer"/>, these are normalized (<see cref="ArabicNewsNormalizationFilter"/>), stop words go (<see cref="ArabicNewsStopFilter"/>), and a word
/// becomes three terms (<see cref="ArabicNewsStemFilter"/>); the names of places become one term more, and so do synonyms. Without options it is the best that we know for ranking. Thread-safe, as all analyzers.
/// </summary>
/// <remarks>
/// Offsets are UTF-16 code units of the original text. All terms of a word stand at its position; the term of a name or a synonym stands at that of its first word and has the length of all. A stop word leaves a gap. Nothing is allocated
/// per token once a thread has read a text.
/// </remarks>
/// <example><code>
/// using var analyzer = new ArabicNewsAnalyzer();
/// var config = new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer);
/// </code></example>
public sealed partial class ArabicNewsAnalyzer : Analyzer
{
    /// <summary>The first character of a term that is the id of a name.</summary>
    public const char NameMark = '@';

    /// <summary>The first character of a term that is a group of synonyms.</summary>
    public const char SynonymMark = '&';

    // Values of one field are far apart: no phrase runs from one paragraph or name into the next.
    private const int ValueGap = 100;

    private readonly ArabicNewsAnalyzerOptions _options;

    /// <summary>An analyzer with these settings, or the default ones.</summary>
    /// <exception cref="ArgumentException">The settings have no form, a bit that is none, or no gazetteer.</exception>
    public ArabicNewsAnalyzer(ArabicNewsAnalyzerOptions? options = null)
    {
        _options = options ?? ArabicNewsAnalyzerOptions.Default;
        if (_options.Forms is <= TermForms.None or > TermForms.All) throw new ArgumentException("No forms of words.", nameof(options));
        if (_options.Names is < NameTerms.None or > NameTerms.All) throw new ArgumentException("No such names.", nameof(options));
        if (_options.Gazetteer is null) throw new ArgumentException("No gazetteer.", nameof(options));
    }

    /// <inheritdoc/>
    public override int GetPositionIncrementGap(string fieldName) => ValueGap;

    /// <inheritdoc/>
    protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader)
    {
        var terms = new ArabicNewsTermStream(reader, _options);
        return new TokenStreamComponents(terms, terms);
    }
}
