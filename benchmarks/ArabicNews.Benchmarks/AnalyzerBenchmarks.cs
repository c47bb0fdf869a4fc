using ArabicNews.Lucene;
using BenchmarkDotNet.Attributes;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Ar;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Util;

namespace ArabicNews.Benchmarks;

/// <summary>The whole chain to index terms, line by line as one token stream each. Ours gives three terms a word (stem, word, skeleton) and finds places of several words, or all names; lean gives one term a word, as Lucene's does.</summary>
public class AnalyzerBenchmarks
{
    private readonly Analyzer _lucene = new ArabicAnalyzer(LuceneVersion.LUCENE_48);
    private readonly Analyzer _plain = new SimpleAnalyzer(LuceneVersion.LUCENE_48);
    private readonly Analyzer _full = new ArabicNewsAnalyzer();
    private readonly Analyzer _lean = new ArabicNewsAnalyzer(ArabicNewsAnalyzerOptions.Lean);
    private readonly Analyzer _allNames = new ArabicNewsAnalyzer(new ArabicNewsAnalyzerOptions { Names = NameTerms.All });
    private string[] _lines = [];

    [GlobalSetup]
    public void ReadCorpus() => _lines = Corpus.Lines;

    [GlobalCleanup]
    public void Close()
    {
        foreach (Analyzer analyzer in new[] { _lucene, _plain, _full, _lean, _allNames }) analyzer.Dispose();
    }

    [Benchmark(Baseline = true)]
    public int LuceneArabicAnalyzer() => CountTerms(_lucene);

    [Benchmark]
    public int ArabicNews() => CountTerms(_full);

    [Benchmark]
    public int ArabicNewsLean() => CountTerms(_lean);

    [Benchmark]
    public int ArabicNewsWithAllNames() => CountTerms(_allNames);

    [Benchmark]
    public int LettersAndLowerCaseAlone() => CountTerms(_plain);

    private int CountTerms(Analyzer analyzer)
    {
        int terms = 0;
        foreach (string line in _lines)
        {
            using TokenStream stream = analyzer.GetTokenStream("text", line);
            stream.Reset();
            while (stream.IncrementToken()) terms++;
            stream.End();
        }

        return terms;
    }
}
