using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace ArabicNews.Lucene;

/// <summary>The runs of three letters in the words that rank, as they are spelled after normalization: what still meets when a stem does not.</summary>
internal sealed class CharGramAnalyzer : Analyzer
{
    private static readonly ArabicNewsAnalyzerOptions s_words = new() { Forms = TermForms.Word, Names = NameTerms.None };

    protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader)
    {
        var words = new ArabicNewsTermStream(reader, s_words);
        return new TokenStreamComponents(words, new CharGramFilter(words));
    }
}

/// <summary>Replaces a word of <see cref="TermForms.Word"/> by its runs of <see cref="Length"/> code units, or by itself when it is shorter; without the mark.</summary>
internal sealed class CharGramFilter : TokenFilter
{
    public const int Length = 3;

    private readonly ICharTermAttribute _term;
    private readonly IPositionIncrementAttribute _position;
    private readonly char[] _word = new char[2 * ArabicNewsTokenizer.MaxTermLength];
    private int _wordLength;
    private int _next;

    public CharGramFilter(TokenStream input)
        : base(input)
    {
        _term = AddAttribute<ICharTermAttribute>();
        _position = AddAttribute<IPositionIncrementAttribute>();
    }

    public override bool IncrementToken()
    {
        if (_next == 0 || _next + Length > _wordLength)
        {
            if (!m_input.IncrementToken()) return false;
            ReadOnlySpan<char> term = _term.Buffer.AsSpan(0, Math.Min(_term.Length, _word.Length));
            if (term[0] == ArabicNewsStemFilter.SurfaceMark) term = term[1..];
            term.CopyTo(_word);
            (_wordLength, _next) = (term.Length, 0);
        }
        else
        {
            _position.PositionIncrement = 0;
        }

        Set(_word.AsSpan(_next, Math.Min(Length, _wordLength - _next)));
        _next++;
        return true;
    }

    public override void Reset()
    {
        base.Reset();
        (_wordLength, _next) = (0, 0);
    }

    private void Set(ReadOnlySpan<char> gram)
    {
        gram.CopyTo(_term.ResizeBuffer(gram.Length));
        _term.Length = gram.Length;
    }
}
