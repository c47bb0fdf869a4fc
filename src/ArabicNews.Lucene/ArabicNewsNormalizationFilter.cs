using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace ArabicNews.Lucene;

/// <summary>
/// Normalizes terms as <see cref="ArabicNormalization.Match"/> does, but for the teh marbuta, which the stem filter behind it wants to see and then folds. A number loses the commas
/// between its thousands. Offsets stay; a token of which nothing is left is left out, and a term that ligatures make longer than <see cref="ArabicNewsTokenizer.MaxTermLength"/> is cut.
/// </summary>
public sealed class ArabicNewsNormalizationFilter : TokenFilter
{
    /// <summary>What makes terms of tokens.</summary>
    internal static readonly ArabicNormalizer Normalizer = new(ArabicNormalization.Match & ~ArabicNormalization.FoldTehMarbuta);

    private readonly ICharTermAttribute _term;
    private readonly ITypeAttribute _type;

    /// <summary>A filter over <paramref name="input"/>.</summary>
    public ArabicNewsNormalizationFilter(TokenStream input)
        : base(input)
    {
        _term = AddAttribute<ICharTermAttribute>();
        _type = AddAttribute<ITypeAttribute>();
    }

    /// <inheritdoc/>
    public override bool IncrementToken()
    {
        while (m_input.IncrementToken())
        {
            Normalize();
            if (_term.Length == 0) continue;
            if (_type.Type == TokenTypes.Number) _term.Length = StripThousands(_term.Buffer.AsSpan(0, _term.Length));
            return true;
        }

        return false;
    }

    private void Normalize()
    {
        int length = Normalizer.NormalizeInPlace(_term.Buffer.AsSpan(0, _term.Length));
        if (length < 0)
        {
            // A ligature that spells out longer than it is: rare enough to allocate.
            string normalized = Normalizer.Normalize(_term.ToString()!);
            _term.SetEmpty().Append(normalized, 0, ArabicNewsTokenizer.CutLength(normalized));
            return;
        }

        _term.Length = length;
    }

    /// <summary>Takes the commas between thousands out of a number; returns its new length.</summary>
    internal static int StripThousands(Span<char> number)
    {
        // 1,234,567 but not 1,5 (one and a half, or two pages): three digits behind each comma, no more.
        int comma = number.IndexOf(',');
        if (comma is < 1 or > 3) return number.Length;
        int end = comma;
        while (end < number.Length && number[end] == ',')
        {
            if (number.Length - end < 4 || number.Slice(end + 1, 3).ContainsAnyExceptInRange('0', '9')) return number.Length;
            end += 4;
        }

        if (end < number.Length && number[end] != '.') return number.Length;
        int length = 0;
        foreach (char c in number)
            if (c != ',') number[length++] = c;
        return length;
    }
}
