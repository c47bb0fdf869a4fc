using System.Text.RegularExpressions;
using BenchmarkDotNet.Attributes;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Ar;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Util;

namespace ArabicNews.Benchmarks;

/// <summary>
/// The lines of each kind of text in normalized words. <see cref="ArabicNewsTerms"/> gives each with its place in the text as it is, as Lucene's chain does, and so does <see cref="ArabicNews"/>, which asks tokenizer and
/// normalizer in turn; <see cref="ArabicNewsByLine"/> normalizes a line first, for who needs the words alone; <see cref="TokensAlone"/> is the tokenizer's part. The number of words is returned, which differs between the
/// rivals by design: terms are words, numbers, addresses and tags, about what Lucene's tokenizer finds.
/// </summary>
public partial class TokenizerBenchmarks
{
    private static readonly char[] s_separators = [' ', '\u00A0', '\t', '.', ',', ':', '\u060C', '\u061B', '\u061F', '"', '\u00AB', '\u00BB', '(', ')', '-'];

    private readonly Analyzer _lucene = Analyzer.NewAnonymous((_, reader) =>
    {
        var tokenizer = new StandardTokenizer(LuceneVersion.LUCENE_48, reader);
        return new TokenStreamComponents(tokenizer, new ArabicNormalizationFilter(tokenizer));
    });

    private string[] _lines = [];
    private char[] _buffer = [];

    public static IEnumerable<string> Texts => Corpus.Kinds;

    [ParamsSource(nameof(Texts))]
    public string Text { get; set; } = "";

    [GlobalSetup]
    public void ReadCorpus()
    {
        _lines = Corpus.LinesOf(Text);
        _buffer = new char[ArabicNormalizer.Search.GetMaxLength(_lines.Max(line => line.Length))];
    }

    [GlobalCleanup]
    public void Close() => _lucene.Dispose();

    [Benchmark(Baseline = true)]
    public int LuceneStandardTokenizer()
    {
        int words = 0;
        foreach (string line in _lines)
        {
            using TokenStream stream = _lucene.GetTokenStream("text", line);
            stream.Reset();
            while (stream.IncrementToken()) words++;
            stream.End();
        }

        return words;
    }

    [Benchmark]
    public int ArabicNewsTerms()
    {
        int words = 0;
        Span<char> buffer = stackalloc char[512];
        foreach (string line in _lines)
        {
            foreach (IndexTerm term in ArabicTokenizer.SplitTerms(line, ArabicNormalizer.Search, buffer))
                if (!term.Text.IsEmpty) words++;
        }

        return words;
    }

    [Benchmark]
    public int ArabicNews()
    {
        int words = 0;
        Span<char> word = stackalloc char[512];
        foreach (string line in _lines)
        {
            foreach (Token token in ArabicTokenizer.Tokenize(line))
                if (token.Kind == TokenKind.Word && ArabicNormalizer.Search.TryNormalize(token.Span.In(line), word, out _)) words++;
        }

        return words;
    }

    [Benchmark]
    public int ArabicNewsByLine()
    {
        int words = 0;
        foreach (string line in _lines)
        {
            if (!ArabicNormalizer.Search.TryNormalize(line, _buffer, out int length)) continue;
            foreach (Token token in ArabicTokenizer.Tokenize(_buffer.AsSpan(0, length)))
                if (token.Kind == TokenKind.Word) words++;
        }

        return words;
    }

    [Benchmark]
    public int TokensAlone()
    {
        int words = 0;
        foreach (string line in _lines)
        {
            foreach (Token token in ArabicTokenizer.Tokenize(line))
                if (token.Kind == TokenKind.Word) words++;
        }

        return words;
    }

    [Benchmark]
    public int StringSplit()
    {
        int words = 0;
        foreach (string line in _lines)
        {
            foreach (string word in line.Split(s_separators, StringSplitOptions.RemoveEmptyEntries))
                words += Normalize(word).Length > 0 ? 1 : 0;
        }

        return words;
    }

    [Benchmark]
    public int RegexWords()
    {
        int words = 0;
        foreach (string line in _lines)
        {
            foreach (ValueMatch match in Word().EnumerateMatches(line))
                words += Normalize(line.Substring(match.Index, match.Length)).Length > 0 ? 1 : 0;
        }

        return words;
    }

    private static string Normalize(string word) =>
        word.Replace('\u0622', '\u0627').Replace('\u0623', '\u0627').Replace('\u0625', '\u0627').Replace('\u0649', '\u064A').Replace('\u0629', '\u0647').Replace("\u0640", "", StringComparison.Ordinal);

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
