using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Analysis.Util;
using Lucene.Net.Util;

namespace ArabicNews.Lucene;

/// <summary>Leaves out the words of <see cref="ArabicStopWords"/>, in any spelling; each leaves a gap of one position.</summary>
public sealed class ArabicNewsStopFilter : FilteringTokenFilter
{
    private readonly ICharTermAttribute _term;

    /// <summary>A filter over <paramref name="input"/>.</summary>
    public ArabicNewsStopFilter(TokenStream input)
        : base(LuceneVersion.LUCENE_48, input) => _term = AddAttribute<ICharTermAttribute>();

    /// <inheritdoc/>
    protected override bool Accept() => !ArabicStopWords.Contains(_term.Buffer.AsSpan(0, _term.Length));
}
