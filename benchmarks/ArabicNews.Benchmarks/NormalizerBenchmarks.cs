using System.Text.RegularExpressions;
using BenchmarkDotNet.Attributes;
using LuceneNormalizer = Lucene.Net.Analysis.Ar.ArabicNormalizer;

namespace ArabicNews.Benchmarks;

/// <summary>
/// Line after line, as a reader of pages has them, is copied to a buffer and normalized there. Lucene's normalizer folds alef, alef maksura and teh marbuta and strips eight marks and the
/// tatweel; the two .NET rivals do the same; ours does all of <see cref="ArabicNormalization.Search"/>. <see cref="CopyAlone"/> is what the copying costs, which is in both of
/// <see cref="Lucene"/> and <see cref="ArabicNews"/>; <see cref="ArabicNewsFromSource"/> needs none.
/// </summary>
public partial class NormalizerBenchmarks
{
    private readonly LuceneNormalizer _lucene = new();
    private string[] _lines = [];
    private char[] _buffer = [];

    /// <summary>The kind of text.</summary>
    [ParamsSource(nameof(Texts))]
    public string Text { get; set; } = Corpus.All;

    public static IEnumerable<string> Texts => Corpus.Kinds;

    [GlobalSetup]
    public void ReadCorpus()
    {
        _lines = Corpus.LinesOf(Text);
        _buffer = new char[ArabicNormalizer.Search.GetMaxLength(_lines.Max(line => line.Length))];
    }

    [Benchmark(Baseline = true)]
    public int Lucene()
    {
        int length = 0;
        foreach (string line in _lines)
        {
            line.CopyTo(_buffer);
            length += _lucene.Normalize(_buffer, line.Length);
        }

        return length;
    }

    [Benchmark]
    public int ArabicNews()
    {
        int length = 0;
        foreach (string line in _lines)
        {
            line.CopyTo(_buffer);
            length += ArabicNormalizer.Search.NormalizeInPlace(_buffer.AsSpan(0, line.Length));
        }

        return length;
    }

    [Benchmark]
    public int ArabicNewsFromSource()
    {
        int length = 0;
        foreach (string line in _lines)
            if (ArabicNormalizer.Search.TryNormalize(line, _buffer, out int written)) length += written;
        return length;
    }

    [Benchmark]
    public int ArabicNewsWithOffsets()
    {
        int length = 0;
        foreach (string line in _lines) length += ArabicNormalizer.Search.NormalizeWithOffsets(line).Text.Length;
        return length;
    }

    [Benchmark]
    public int ReplaceChain()
    {
        int length = 0;
        foreach (string line in _lines)
        {
            string text = line.Replace('\u0622', '\u0627').Replace('\u0623', '\u0627').Replace('\u0625', '\u0627').Replace('\u0649', '\u064A').Replace('\u0629', '\u0647');
            text = text.Replace("\u0640", "", StringComparison.Ordinal);
            for (char mark = '\u064B'; mark <= '\u0652'; mark++) text = text.Replace(mark.ToString(), "", StringComparison.Ordinal);
            length += text.Length;
        }

        return length;
    }

    [Benchmark]
    public int RegexChain()
    {
        int length = 0;
        foreach (string line in _lines)
            length += Marks().Replace(Alefs().Replace(line, "\u0627").Replace('\u0649', '\u064A').Replace('\u0629', '\u0647'), "").Length;
        return length;
    }

    [Benchmark]
    public int CopyAlone()
    {
        int length = 0;
        foreach (string line in _lines)
        {
            line.CopyTo(_buffer);
            length += line.Length;
        }

        return length;
    }

    [GeneratedRegex("[\u0622\u0623\u0625]")]
    private static partial Regex Alefs();

    [GeneratedRegex("[\u0640\u064B-\u0652]")]
    private static partial Regex Marks();
}
