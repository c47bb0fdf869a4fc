using System.Globalization;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace ArabicNews.Lucene;

/// <summary>
/// Runs of letters with their marks, and numbers, of what <see cref="ClusterCharFilter"/> gives: what the expression <see cref="Pattern"/> finds. A term has at most <see cref="MaxTermLength"/> code units; a number of thousands loses its commas.
/// </summary>
internal sealed class ClusterTokenizer : Tokenizer
{
    /// <summary>
    /// The same as an expression, in what Java and .NET have in common. The groups of a number are bounded, since Java counts unbounded ones on its stack: a text of points and digits could end a node.
    /// </summary>
    public const string Pattern = @"\p{L}[\p{L}\p{M}]*|\p{Nd}+(?:[.,]\p{Nd}+){0,8}";

    /// <summary>A number with commas between its thousands, up to twelve digits before the point.</summary>
    public const string Thousands = @"^([0-9]{1,3}),([0-9]{3})(?:,([0-9]{3}))?(?:,([0-9]{3}))?(\.[0-9]+)?$";

    /// <summary>The same number without them.</summary>
    public const string WithoutCommas = "$1$2$3$4$5";

    /// <summary>The longest term, in UTF-16 code units: Lucene refuses a document for one of 32 KiB.</summary>
    public const int MaxTermLength = 128;

    private const int MaxGroups = 8, ThousandDigits = 3, MaxThousands = 3;

    private readonly ICharTermAttribute _term;
    private readonly IOffsetAttribute _offset;
    private char[] _text = new char[4096];
    private int _length;
    private int _next;

    public ClusterTokenizer(TextReader input)
        : base(input)
    {
        _term = AddAttribute<ICharTermAttribute>();
        _offset = AddAttribute<IOffsetAttribute>();
    }

    public override bool IncrementToken()
    {
        ClearAttributes();
        ReadOnlySpan<char> text = _text.AsSpan(0, _length);
        while (_next < text.Length)
        {
            int start = _next;
            if (char.IsLetter(text[start]))
            {
                _next = EndOfWord(text, start);
            }
            else if (char.IsDigit(text[start]))
            {
                _next = EndOfNumber(text, start);
            }
            else
            {
                _next++;
                continue;
            }

            SetTerm(text[start.._next]);
            _offset.SetOffset(CorrectOffset(start), CorrectOffset(_next));
            return true;
        }

        return false;
    }

    public override void End()
    {
        base.End();
        int end = CorrectOffset(_length);
        _offset.SetOffset(end, end);
    }

    public override void Reset()
    {
        base.Reset();
        _length = ArabicNewsTokenizer.ReadToEnd(m_input, ref _text);
        _next = 0;
    }

    private static bool IsMark(char c) => char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static int EndOfWord(ReadOnlySpan<char> text, int start)
    {
        int end = start + 1;
        while (end < text.Length && (char.IsLetter(text[end]) || IsMark(text[end]))) end++;
        return end;
    }

    private static int EndOfNumber(ReadOnlySpan<char> text, int start)
    {
        int end = EndOfDigits(text, start);
        for (int group = 0; group < MaxGroups && end + 1 < text.Length && text[end] is '.' or ',' && char.IsDigit(text[end + 1]); group++) end = EndOfDigits(text, end + 1);
        return end;
    }

    private static int EndOfDigits(ReadOnlySpan<char> text, int start)
    {
        int end = start + 1;
        while (end < text.Length && char.IsDigit(text[end])) end++;
        return end;
    }

    private void SetTerm(ReadOnlySpan<char> text)
    {
        text = text[..Math.Min(text.Length, MaxTermLength)];
        Span<char> term = _term.ResizeBuffer(text.Length).AsSpan(0, text.Length);
        text.CopyTo(term);
        _term.Length = HasThousands(term) ? Without(term, ',') : term.Length;
    }

    private static bool HasThousands(ReadOnlySpan<char> number)
    {
        int position = number.IndexOf(',');
        if (position is < 1 or > ThousandDigits || number[..position].ContainsAnyExceptInRange('0', '9')) return false;
        for (int group = 0; position < number.Length && number[position] == ','; group++, position += 1 + ThousandDigits)
            if (group == MaxThousands || number.Length - position <= ThousandDigits || number.Slice(position + 1, ThousandDigits).ContainsAnyExceptInRange('0', '9')) return false;
        return position == number.Length || (number[position] == '.' && position + 1 < number.Length && !number[(position + 1)..].ContainsAnyExceptInRange('0', '9'));
    }

    private static int Without(Span<char> text, char left)
    {
        int length = 0;
        foreach (char c in text)
            if (c != left) text[length++] = c;
        return length;
    }
}

/// <summary>Replaces words by the stems of <see cref="ClusterVocabulary.Stem"/>, or writes their teh marbuta as in search.</summary>
internal sealed class ClusterStemFilter(TokenStream input, bool stems) : TokenFilter(input)
{
    private readonly ICharTermAttribute _term = input.AddAttribute<ICharTermAttribute>();

    public override bool IncrementToken()
    {
        if (!m_input.IncrementToken()) return false;
        if (stems)
        {
            TextSpan stem = ClusterVocabulary.Default.Stem(_term.Buffer, _term.Length);
            stem.In(_term.Buffer).CopyTo(_term.Buffer);
            _term.Length = stem.Length;
        }
        else
        {
            _term.Buffer.AsSpan(0, _term.Length).Replace(StemLetters.TehMarbuta, StemLetters.Heh);
        }

        return true;
    }
}
