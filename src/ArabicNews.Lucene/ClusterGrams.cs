using System.Text;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.NGram;
using Lucene.Net.Util;

namespace ArabicNews.Lucene;

/// <summary>
/// Runs of <see cref="Length"/> letters and digits of a text, one behind the other, as the n-gram tokenizer of a cluster gives them. The n-gram filter would not do: it puts all runs of a word at one position, and a cluster takes what a query has
/// at one position for synonyms, with one frequency for all.
/// </summary>
internal sealed class ClusterGramTokenizer(TextReader input) : NGramTokenizer(LuceneVersion.LUCENE_48, input, Length, Length)
{
    /// <summary>Letters in a run.</summary>
    public const int Length = 3;

    /// <inheritdoc/>
    protected override bool IsTokenChar(int chr) => Rune.TryCreate(chr, out Rune rune) && (Rune.IsLetter(rune) || Rune.IsDigit(rune));
}

/// <summary>A text as <see cref="ClusterVocabulary.Normalizer"/> writes it, with the way back.</summary>
internal sealed class ClusterCharFilter(TextReader input) : CharFilter(input)
{
    private NormalizedText? _text;
    private int _next;

    public override int Read(char[] buffer, int index, int count)
    {
        _text ??= ClusterVocabulary.Normalizer.NormalizeWithOffsets(m_input.ReadToEnd());
        int length = Math.Min(count, _text.Text.Length - _next);
        _text.Text.CopyTo(_next, buffer, index, length);
        _next += length;
        return length;
    }

    protected override int Correct(int currentOff) => _text is null ? currentOff : _text.Offsets.ToSource(Math.Min(currentOff, _text.Text.Length));
}
