namespace ArabicNews.Lucene;

/// <summary>
/// Finds names of a <see cref="Gazetteer"/> in normalized words. Only the first word of a name carries particles, and it is read in two ways: as printed, and behind the particles that the segmenter sees (<c>وبالقاهرة</c>,
/// <c>للقاهرة</c>).
/// </summary>
internal static class NameReader
{
    private const char Alef = '\u0627', Lam = '\u0644';

    /// <summary>Which names may begin with <paramref name="word"/>, and how it is read then.</summary>
    public static WordTraits TraitsOf(ReadOnlySpan<char> word, Gazetteer gazetteer) =>
        (gazetteer.Names.TryStep(word, out NamePath path) ? WordTraits.BeginsAsPrinted | TraitsOf(path) : 0)
        | (TryBeginBehindParticles(word, gazetteer, out path) ? WordTraits.BeginsBehindParticles | TraitsOf(path) : 0);

    private static WordTraits TraitsOf(NamePath path)
    {
        if (path.LeadsToPlace) return WordTraits.BeginsName | WordTraits.BeginsPlace | WordTraits.LeadsToPlace;
        return path.TryGetName(out EntityKind kind, out _) && kind == EntityKind.Place ? WordTraits.BeginsName | WordTraits.BeginsPlace : WordTraits.BeginsName;
    }

    /// <summary>The path behind what is left of <paramref name="word"/> without its particles; false when it has none, or no name begins like that.</summary>
    public static bool TryBeginBehindParticles(ReadOnlySpan<char> word, Gazetteer gazetteer, out NamePath path)
    {
        path = default;
        int start = 0;
        bool losesAlef = false;
        foreach (WordSegment segment in ArabicSegmenter.Segment(word))
        {
            if (segment.Kind is SegmentKind.Conjunction or SegmentKind.Preposition)
            {
                start = segment.Span.End;
                continue;
            }

            // للقاهرة: the article has lost its alef behind the particle.
            losesAlef = segment.Kind == SegmentKind.Article && segment.Span.Length == 1;
            break;
        }

        if (start == 0 || start == word.Length || word.Length > ArabicNewsTokenizer.MaxTermLength) return false;
        if (!losesAlef) return gazetteer.Names.TryStep(word[start..], out path);
        Span<char> name = stackalloc char[ArabicNewsTokenizer.MaxTermLength];
        name[0] = Alef;
        word[start..].CopyTo(name[1..]);
        return name[1] == Lam && gazetteer.Names.TryStep(name[..(word.Length - start + 1)], out path);
    }

    /// <summary>Whether <paramref name="kinds"/> has <paramref name="kind"/>.</summary>
    public static bool Has(this NameTerms kinds, EntityKind kind) => (kinds & kind switch
    {
        EntityKind.Place => NameTerms.Places,
        EntityKind.Person => NameTerms.People,
        _ => NameTerms.Organizations,
    }) != 0;
}
