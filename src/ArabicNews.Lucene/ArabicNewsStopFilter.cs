using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Analysis.Util;
using Lucene.Net.Util;

namespace ArabicNews.Lucene;

/// <summary>Leaves out the words of <see cref="ArabicStopWords"/>, in any spelling, and the particles و and ال that a text writes apart from their word; each leaves a gap of one position.</summary>
public sealed class ArabicNewsStopFilter : FilteringTokenFilter
{
    /// <summary>The particles that go where a text writes them apart from their word. Of single letters only و does, which one article in twenty writes apart; ف and ب also stand in the names of agencies (أ ف ب).</summary>
    internal const string And = "\u0648", The = "\u0627\u0644";

    private readonly ICharTermAttribute _term;

    /// <summary>A filter over <paramref name="input"/>.</summary>
    public ArabicNewsStopFilter(TokenStream input)
        : base(LuceneVersion.LUCENE_48, input) => _term = AddAttribute<ICharTermAttribute>();

    /// <inheritdoc/>
    protected override bool Accept() => !IsStopWord(_term.Buffer.AsSpan(0, _term.Length));

    /// <summary>Whether a normalized word is left out.</summary>
    internal static bool IsStopWord(ReadOnlySpan<char> word) => word is And or The || ArabicStopWords.Contains(word);
}
