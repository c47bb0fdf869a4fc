using BenchmarkDotNet.Attributes;
using LuceneStemmer = Lucene.Net.Analysis.Ar.ArabicStemmer;

namespace ArabicNews.Benchmarks;

/// <summary>
/// The stems of all Arabic words of the corpus, normalized for search beforehand, since that is what Lucene's stemmer needs. Lucene's stemmer works on a buffer of characters: that is filled before each word, as in its filter. The
/// letters of all stems together are returned, which differ between the rivals by design.
/// </summary>
public class StemmerBenchmarks
{
    private static readonly string[] s_prefixes = ["\u0648\u0627\u0644", "\u0628\u0627\u0644", "\u0643\u0627\u0644", "\u0641\u0627\u0644", "\u0627\u0644", "\u0644\u0644", "\u0648"];
    private static readonly string[] s_suffixes = ["\u0647\u0627", "\u0627\u0646", "\u0627\u062A", "\u0648\u0646", "\u064A\u0646", "\u064A\u0647", "\u064A\u0629", "\u0647", "\u0629", "\u064A"];

    private readonly LuceneStemmer _lucene = new();
    private readonly char[] _buffer = new char[256];
    private string[] _words = [];

    [GlobalSetup]
    public void ReadCorpus() => _words = [.. Corpus.Lines.SelectMany(Words).Where(word => word.Length < _buffer.Length)];

    [Benchmark(Baseline = true)]
    public int Lucene()
    {
        int letters = 0;
        foreach (string word in _words)
        {
            word.CopyTo(_buffer);
            letters += _lucene.Stem(_buffer, word.Length);
        }

        return letters;
    }

    [Benchmark]
    public int ArabicNews()
    {
        int letters = 0;
        foreach (string word in _words) letters += ArabicStemmer.Stem(word).Length;
        return letters;
    }

    [Benchmark]
    public int ArabicNewsSegments()
    {
        int segments = 0;
        foreach (string word in _words) segments += ArabicSegmenter.Segment(word).Count;
        return segments;
    }

    /// <summary>What Lucene does, as one would write it: the first fitting prefix, then every fitting suffix, while enough letters stay.</summary>
    [Benchmark]
    public int AffixChain()
    {
        int letters = 0;
        foreach (string word in _words)
        {
            string stem = word;
            foreach (string prefix in s_prefixes)
            {
                if (stem.Length < prefix.Length + (prefix.Length == 1 ? 3 : 2) || !stem.StartsWith(prefix, StringComparison.Ordinal)) continue;
                stem = stem[prefix.Length..];
                break;
            }

            foreach (string suffix in s_suffixes)
                if (stem.Length >= suffix.Length + 2 && stem.EndsWith(suffix, StringComparison.Ordinal)) stem = stem[..^suffix.Length];
            letters += stem.Length;
        }

        return letters;
    }

    private static IEnumerable<string> Words(string line)
    {
        var words = new List<string>();
        foreach (Token token in ArabicTokenizer.Tokenize(line))
            if (token.Kind == TokenKind.Word) words.Add(ArabicNormalizer.Search.Normalize(token.Span.In(line).ToString()));
        return words;
    }
}
