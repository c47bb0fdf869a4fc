namespace ArabicNews;

/// <summary>
/// The labels of the tagger: outside, and for each kind of name its first, inner and last word and the name of one word (BIOES). Outside is 0; the others are numbered by kind, then by place.
/// </summary>
internal static class TagLabels
{
    public const int Count = 13;

    /// <summary>Labels in a row of weights, so that a row is a whole number of vectors.</summary>
    public const int Stride = 16;

    public const int Kinds = 3;
    public const int Outside = 0;
    public const int Begin = 0, Inside = 1, End = 2, Single = 3;

    public const int All = (1 << Count) - 1;

    public static int Of(EntityKind kind, int place) => 1 + ((int)kind * 4) + place;

    public static EntityKind KindOf(int label) => (EntityKind)((label - 1) >> 2);

    public static int PlaceOf(int label) => (label - 1) & 3;

    /// <summary>The place of word <paramref name="index"/> in a name from word <paramref name="first"/> to before <paramref name="end"/>.</summary>
    public static int PlaceIn(int index, int first, int end) => end - first == 1 ? Single : index == first ? Begin : index == end - 1 ? End : Inside;

    /// <summary>Whether a name begins with this label.</summary>
    public static bool Opens(int label) => label != Outside && PlaceOf(label) is Begin or Single;

    /// <summary>Whether what stands behind this label belongs to no name that is open.</summary>
    public static bool Closes(int label) => label == Outside || PlaceOf(label) is End or Single;

    public static bool CanFollow(int before, int label) => Closes(before)
        ? label == Outside || Opens(label)
        : label != Outside && PlaceOf(label) is Inside or End && KindOf(label) == KindOf(before);
}
