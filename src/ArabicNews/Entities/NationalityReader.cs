namespace ArabicNews;

/// <summary>An adjective or noun of nationality in the words of a text.</summary>
/// <param name="First">Its first word.</param>
/// <param name="Span">Where it stands, article included, particles not.</param>
/// <param name="Country">Number of the country.</param>
/// <param name="IsCommon">It is an ordinary word too («مالي»).</param>
internal sealed record FoundNationality(int First, TextSpan Span, int Country, bool IsCommon)
{
    public readonly int First = First;
    public readonly TextSpan Span = Span;
    public readonly int Country = Country;
    public readonly bool IsCommon = IsCommon;
}

/// <summary>Finds the adjectives of nationality of a text («اللبناني», «الأميركية», «كوري جنوبي»). Linear.</summary>
internal static class NationalityReader
{
    /// <summary>Added to the country of a demonym that is an ordinary word too.</summary>
    public const int CommonFlag = 1 << 16;

    public static List<FoundNationality> Read(Gazetteer gazetteer, List<Word> words)
    {
        var found = new List<FoundNationality>();
        ReadOnlySpan<Word> span = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(words);
        var matcher = new GazetteerMatcher(gazetteer, span);
        for (int i = 0; i < span.Length; i++)
        {
            // «اليمنى» is "the right one", no Yemeni.
            if (span[i].EndsInAlefMaksura || matcher.Longest(i, MeaningKind.Demonym) is not { Found: true } demonym) continue;
            int value = matcher.ValueOf(demonym, MeaningKind.Demonym), country = value & ~CommonFlag;
            if (gazetteer.CountryCodeOf(country).Length > 0)
                found.Add(new FoundNationality(i, TextSpan.FromBounds(span[i][demonym.Reading].Start, span[i + demonym.Length - 1].Span.End), country, (value & CommonFlag) != 0));
            i += demonym.Length - 1;
        }

        return found;
    }
}
