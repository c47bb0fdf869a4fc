using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace ArabicNews.Lucene;

/// <summary>
/// Replaces a word by three terms at one position, each with the offsets of the whole word: its stem; the word itself, marked <c>=</c>; and the consonants of the stem, marked <c>~</c>,
/// in which broken plurals meet (<c>كتاب</c> and <c>كتب</c>). The more of a query word matches, the higher the score. Behind <see cref="ArabicNewsNormalizationFilter"/>; it folds the teh marbuta.
/// </summary>
/// <remarks>
/// Terms of tokens never begin with a mark, so the three kinds do not mix. What a keyword attribute protects stays one term. Allocates nothing per token.
/// </remarks>
public sealed class ArabicNewsStemFilter : TokenFilter
{
    /// <summary>The first character of a term that is a whole word.</summary>
    public const char SurfaceMark = '=';

    /// <summary>The first character of a term that is the consonants of a stem.</summary>
    public const char SkeletonMark = '~';

    private readonly TermForms _forms;
    private readonly ICharTermAttribute _term;
    private readonly IKeywordAttribute _keyword;
    private readonly IPositionIncrementAttribute _position;
    private char[] _word = new char[ArabicNewsTokenizer.MaxTermLength];
    private int _length;
    private TextSpan _stem;
    private TermForms _pending;

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
            ReadWord();
            if (_keyword.IsKeyword) return true;
            _pending = _forms;
        }
        else
        {
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
    }

    private void ReadWord()
    {
        _length = _term.Length;
        if (_length > _word.Length) _word = new char[_length];
        Span<char> word = _word.AsSpan(0, _length);
        _term.Buffer.AsSpan(0, _length).CopyTo(word);

        // The teh marbuta tells the segmenter of an ending; after that it is written as in search.
        TextSpan stem = ArabicStemmer.Stem(word);
        word.Replace(StemLetters.TehMarbuta, StemLetters.Heh);
        _stem = new TextSpan(stem.Start, stem.Length - StemLetters.EndingLength(stem.In(word)));
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
        SetTerm(SkeletonMark, Stem[..^StemLetters.PluralEndingLength(Stem)]);
        Span<char> letters = _term.Buffer.AsSpan(1, _term.Length - 1);
        int length = Math.Min(1, letters.Length);
        foreach (char letter in letters[length..])
            if (!StemLetters.IsWeak(letter)) letters[length++] = letter;
        if (length >= 2) _term.Length = length + 1;
        else SetTerm(SkeletonMark, Stem);
    }
}

/// <summary>What the stem filter knows of letters, in the spelling of the normalization before it.</summary>
internal static class StemLetters
{
    public const char TehMarbuta = '\u0629';
    public const char Heh = '\u0647';

    private const char Hamza = '\u0621', Alef = '\u0627', Waw = '\u0648', Yeh = '\u064A';
    private const int ShortestStem = 3;

    // Endings that the segmenter leaves on what it knows as a word: plural ات; nisba ي with its feminine ية; feminine ة; final ا, alone and in the names
    // of countries, so that سوريا, سوري and سورية meet. The longest that fits goes. None of them is ان or ين: لبنان is not لبن, البحرين not بحر.
    private static readonly string[] s_endings = ["\u0627\u062A", "\u064A\u0647", "\u064A\u0627", "\u064A", "\u0647", "\u0627"];

    /// <summary>How many letters the inflection at the end of <paramref name="stem"/> has; at least three letters stay.</summary>
    public static int EndingLength(ReadOnlySpan<char> stem)
    {
        foreach (string ending in s_endings)
            if (stem.Length >= ShortestStem + ending.Length && stem.EndsWith(ending, StringComparison.Ordinal)) return ending.Length;
        return 0;
    }

    /// <summary>How many letters of <paramref name="stem"/> are the ending اء of a broken plural: وزراء, رؤساء, خبراء; three letters stay.</summary>
    public static int PluralEndingLength(ReadOnlySpan<char> stem) => stem.Length >= ShortestStem + 2 && stem[^1] == Hamza && stem[^2] == Alef ? 2 : 0;

    /// <summary>Long vowels, which plurals and verb forms change.</summary>
    public static bool IsWeak(char letter) => letter is Alef or Waw or Yeh;
}
