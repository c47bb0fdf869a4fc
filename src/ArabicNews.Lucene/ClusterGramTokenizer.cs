using System.Text;
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
