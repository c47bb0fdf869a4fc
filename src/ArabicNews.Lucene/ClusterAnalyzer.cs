using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.Util;
using Lucene.Net.Util;

namespace ArabicNews.Lucene;

/// <summary>
/// The analysis that <see cref="ClusterExport"/> tells an OpenSearch or Elasticsearch cluster, in this process: the same terms at the same offsets and positions. For highlights, for looking at what a cluster does, and for queries that are put
/// together here. It is what a cluster can do with its own parts, so it ranks a little worse than <see cref="ArabicNewsAnalyzer"/>, which is the better one wherever it can run. Thread-safe, as all analyzers.
/// </summary>
/// <remarks>
/// <para>The text is normalized (<see cref="ArabicNormalization.Search"/>), then cut into runs of letters and into numbers, which may have commas and points between their digits. Stop words go and leave a gap. A word that
/// <see cref="ArabicSegmenter.GetKnownWords"/> has gets the stem of <see cref="ArabicStemmer"/>; another that of Lucene's light stemmer, since a cluster has no segmenter.</para>
/// <para>Where a cluster differs: letters outside the basic plane are words there and none here; a combining hamza that stands behind more than a vowel and a shadda is lost there.</para>
/// </remarks>
public sealed class ClusterAnalyzer : Analyzer
{
    private static readonly Lazy<CharArraySet> s_stopWords = new(() => new CharArraySet(LuceneVersion.LUCENE_48, ClusterVocabulary.Default.StopWords, ignoreCase: false));

    private readonly ClusterTerms _terms;

    /// <summary>The analyzer of one of the three fields.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="terms"/> is none of the three.</exception>
    public ClusterAnalyzer(ClusterTerms terms = ClusterTerms.Stems)
    {
        if (terms is < ClusterTerms.Stems or > ClusterTerms.Grams) throw new ArgumentOutOfRangeException(nameof(terms));
        _terms = terms;
    }

    /// <inheritdoc/>
    protected override TextReader InitReader(string fieldName, TextReader reader) => new ClusterCharFilter(reader);

    /// <inheritdoc/>
    protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader)
    {
        switch (_terms)
        {
            case ClusterTerms.Stems:
                var words = new ClusterTokenizer(reader);
                return new TokenStreamComponents(words, new ClusterStemFilter(new StopFilter(LuceneVersion.LUCENE_48, words, s_stopWords.Value), stems: true));
            case ClusterTerms.Words:
                words = new ClusterTokenizer(reader);
                return new TokenStreamComponents(words, new ClusterStemFilter(words, stems: false));
            default:
                var grams = new ClusterGramTokenizer(reader);
                return new TokenStreamComponents(grams, new ClusterStemFilter(grams, stems: false));
        }
    }
}

/// <summary>What a field of a cluster knows of a text.</summary>
public enum ClusterTerms
{
    /// <summary>The stem of each word, without stop words; for ranking.</summary>
    Stems,
    /// <summary>The words as they are written but for their spelling, stop words too; for phrases, and for words that share a stem and nothing else.</summary>
    Words,
    /// <summary>The runs of three letters or digits, one behind the other; for what is misspelled or a foreign name.</summary>
    Grams,
}
