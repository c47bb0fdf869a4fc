namespace ArabicNews;

/// <summary>The names of Latin letters in Arabic letters, as in بي.بي.سي (BBC) and «جورج دبليو. بوش» (George W. Bush).</summary>
internal static class LetterNames
{
    private const int MaxLength = 5;

    /// <summary>Whether <paramref name="word"/> names a letter; the forms of alef at its start are one. A few are words too (في, ال), but none of these ends a sentence.</summary>
    public static bool Contains(ReadOnlySpan<char> word)
    {
        if (word.Length is < 2 or > MaxLength) return false;
        Span<char> folded = stackalloc char[MaxLength];
        word.CopyTo(folded);
        if (folded[0] is ArabicChars.AlefMadda or ArabicChars.AlefHamzaAbove or ArabicChars.AlefHamzaBelow) folded[0] = ArabicChars.Alef;
        return folded[..word.Length] is
            "\u0627\u064A\u0647" or "\u0628\u064A" or "\u0633\u064A" or "\u062F\u064A" or "\u0627\u064A" or "\u0627\u0641" or "\u062C\u064A" // ايه بي سي دي اي اف جي
            or "\u0627\u062A\u0634" or "\u0627\u064A\u062A\u0634" or "\u062C\u064A\u0647" or "\u0643\u064A\u0647" or "\u0643\u064A" or "\u0627\u0644" or "\u0627\u0645" // اتش ايتش جيه كيه كي ال ام
            or "\u0627\u0646" or "\u0627\u0648" or "\u0643\u064A\u0648" or "\u0627\u0631" or "\u0627\u0633" or "\u062A\u064A" or "\u064A\u0648" // ان او كيو ار اس تي يو
            or "\u0641\u064A" or "\u062F\u0628\u0644\u064A\u0648" or "\u0627\u0643\u0633" or "\u0648\u0627\u064A" or "\u0632\u062F" or "\u0632\u064A"; // في دبليو اكس واي زد زي
    }
}
