namespace ArabicNews;

/// <summary>The letters behind a presentation form or ligature.</summary>
internal static class PresentationForms
{
    /// <summary>Length of the longest expansion: U+FDFD, the Basmala.</summary>
    public const int MaxLength = 22;

    /// <summary>The ligatures and forms start here; none lies below but <see cref="FirstLetter"/> to <see cref="LastLetter"/>.</summary>
    public const char First = '\uFB50';

    /// <summary>Letters with a high hamza, which count as compatibility forms too.</summary>
    public const char FirstLetter = '\u0675', LastLetter = '\u0678';

    // One slot per code unit from the first form to the last, which is U+FEFC.
    private static readonly string?[] s_expansions = Index();

    /// <summary>The letters of <paramref name="form"/>, which must be one of <see cref="CharTables.PresentationForms"/>.</summary>
    public static string Expand(char form) => s_expansions[Slot(form)]!;

    // The letters take the slots behind the block that starts at First.
    private static int Slot(char form) => form >= First ? form - First : '\uFEFD' - First + (form - FirstLetter);

    private static string?[] Index()
    {
        string?[] expansions = new string?[Slot(LastLetter) + 1];
        int start = 0;
        foreach (char form in CharTables.PresentationForms)
        {
            int end = CharTables.PresentationFormExpansions.IndexOf('\0', start);
            expansions[Slot(form)] = CharTables.PresentationFormExpansions[start..end];
            start = end + 1;
        }

        return expansions;
    }
}
