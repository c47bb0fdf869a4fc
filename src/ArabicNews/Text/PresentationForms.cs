namespace ArabicNews;

/// <summary>The letters behind a presentation form or ligature.</summary>
internal static class PresentationForms
{
    /// <summary>Length of the longest expansion: U+FDFD, the Basmala.</summary>
    public const int MaxLength = 22;

    // One slot per code unit from the first form to the last; all lie in U+0675-0678 and U+FB50-FEFC.
    private const char First = '\uFB50';
    private static readonly string?[] s_expansions = Index();

    /// <summary>The letters of <paramref name="form"/>, which must be one of <see cref="CharTables.PresentationForms"/>.</summary>
    public static string Expand(char form) => s_expansions[Slot(form)]!;

    // U+0675-0678 take the slots behind the block that starts at First.
    private static int Slot(char form) => form >= First ? form - First : '\uFEFD' - First + (form - '\u0675');

    private static string?[] Index()
    {
        string?[] expansions = new string?[Slot('\u0678') + 1];
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
