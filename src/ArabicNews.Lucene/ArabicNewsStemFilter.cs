using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;

namespace ArabicNews.Lucene;

/// <summary>
/// Replaces a word by three terms at one position, each with the offsets of the whole word: its stem; the word itself, marked <c>=</c>; and the skeleton of the stem, marked <c>~</c>, in which broken plurals and words of
/// one root meet (<c>كتاب</c> and <c>كتب</c>, <c>انتخاب</c> and <c>منتخب</c>). The more of a query word matches, the higher the score. Behind <see cref="ArabicNewsNormalizationFilter"/>; it folds the teh marbuta.
/// </summary>
/// <remarks>
/// Terms of tokens never begin with a mark, so the three kinds do not mix. What a keyword attribute protects stays one term. Attributes that it does not know are those of the word on all of its terms. Allocates
/// nothing per token. <see cref="ArabicNewsAnalyzer"/> gives the same terms in a third of the time; this is for chains of your own.
/// </remarks>
public sealed class ArabicNewsStemFilter : TokenFilter
{
    /// <summary>The first character of a term that is a whole word.</summary>
    public const char SurfaceMark = '=';

    /// <summary>The first character of a term that is the skeleton of a stem.</summary>
    public const char SkeletonMark = '~';

    private readonly TermForms _forms;
    private readonly ICharTermAttribute _term;
    private readonly IKeywordAttribute _keyword;
    private readonly IPositionIncrementAttribute _position;
    private char[] _word = new char[ArabicNewsTokenizer.MaxTermLength];
    private int _length;
    private TextSpan _stem;
    private TermForms _pending;
    private AttributeSource? _attributes;

    /// <summary>A filter over <paramref name="input"/> that gives these <paramref name="forms"/> of each word.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="forms"/> has no form, or a bit that is none.</exception>
    public ArabicNewsStemFilter(TokenStream input, TermForms forms = TermForms.All)
        : base(input)
    {
        if (forms is <= TermForms.None or > TermForms.All) throw new ArgumentOutOfRangeException(nameof(forms));
        _forms = forms;
        _term = AddAttribute<ICharTermAttribute>();
        _keyword = AddAttribute<IKeywordAttribute>();
        _position = AddAttribute<IPositionIncrementAttribute>();
    }

    private ReadOnlySpan<char> Stem => _stem.In(_word);

    /// <inheritdoc/>
    public override bool IncrementToken()
    {
        if (_pending == TermForms.None)
        {
            if (!m_input.IncrementToken()) return false;
            if (_keyword.IsKeyword) return true;
            ReadWord();
            _pending = _forms;
            CopyTo(_attributes!);
        }
        else
        {
            // Whoever reads the stream may have changed what it has read.
            ClearAttributes();
            _attributes!.CopyTo(this);
            _position.PositionIncrement = 0;
        }

        TermForms form = _pending & (TermForms)(-(int)_pending);
        _pending &= ~form;
        if (form == TermForms.Stem) SetTerm(Stem);
        else if (form == TermForms.Word) SetTerm(SurfaceMark, _word.AsSpan(0, _length));
        else SetSkeleton();
        return true;
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _pending = TermForms.None;
        _attributes = CloneAttributes();
    }

    private void ReadWord()
    {
        _length = _term.Length;
        if (_length > _word.Length) _word = new char[_length];
        Span<char> word = _word.AsSpan(0, _length);
        _term.Buffer.AsSpan(0, _length).CopyTo(word);
        _stem = StemLetters.TakeStem(word);
    }

    private void SetTerm(ReadOnlySpan<char> text)
    {
        text.CopyTo(_term.ResizeBuffer(text.Length));
        _term.Length = text.Length;
    }

    private void SetTerm(char mark, ReadOnlySpan<char> text)
    {
        char[] buffer = _term.ResizeBuffer(text.Length + 1);
        buffer[0] = mark;
        text.CopyTo(buffer.AsSpan(1));
        _term.Length = text.Length + 1;
    }

    private void SetSkeleton()
    {
        char[] buffer = _term.ResizeBuffer(_stem.Length + 1);
        buffer[0] = SkeletonMark;
        _term.Length = 1 + StemLetters.WriteKept(Stem, StemLetters.SkeletonOf(Stem), buffer.AsSpan(1));
    }
}
