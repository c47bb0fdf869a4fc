namespace ArabicNews.Lucene;

/// <summary>
/// How far two words are apart for someone who types Arabic: letters that are left out, added, exchanged or swapped, each weighed by how easily it happens. Of words as <see cref="ArabicNormalization.Match"/> spells them, where the
/// commonest confusions (أ ا, ى ي, ة ه) are none any more.
/// </summary>
internal static class SpellingDistance
{
    private const float Any = 1, Swap = 0.6f, Sounds = 0.35f, Neighbours = 0.7f, LongVowel = 0.5f, Hamza = 0.3f, Doubled = 0.4f;

    // What sounds alike in some dialect, or looks alike: ض ظ د, ذ د ز, ث ت س, س ص, ت ط, ق ك غ ج, ح ه خ, ع ء; a hamza and its seats.
    private static readonly string[] s_alike =
    [
        "\u0636\u0638", "\u0636\u062F", "\u0630\u062F", "\u0630\u0632", "\u0630\u0638", "\u0638\u0632", "\u062B\u062A", "\u062B\u0633", "\u0633\u0635", "\u0635\u0632", "\u062A\u0637", "\u0642\u0643", "\u0642\u063A", "\u0642\u062C",
        "\u062D\u0647", "\u062D\u062E", "\u0647\u062A", "\u0639\u0621", "\u0639\u063A", "\u0621\u0627", "\u0621\u0648", "\u0621\u064A", "\u0627\u0648", "\u0627\u064A", "\u0648\u064A", "\u062C\u0634", "\u0641\u0642", "\u0631\u0632", "\u0628\u0641",
    ];

    // The rows of the Arabic keyboard (Windows, 101).
    private static readonly string[] s_keyboard =
    [
        "\u0636\u0635\u062B\u0642\u0641\u063A\u0639\u0647\u062E\u062D\u062C\u062F",
        "\u0634\u0633\u064A\u0628\u0644\u0627\u062A\u0646\u0645\u0643\u0637",
        "\u0621\u0624\u0631\u0627\u0649\u0629\u0648\u0632\u0638",
    ];

    private const string LongVowels = "\u0627\u0648\u064A";
    private const char HamzaLetter = '\u0621';

    /// <summary>The distance; time grows with the product of the lengths.</summary>
    public static float Of(ReadOnlySpan<char> typed, ReadOnlySpan<char> meant)
    {
        float[,] distance = new float[typed.Length + 1, meant.Length + 1];
        for (int i = 1; i <= typed.Length; i++) distance[i, 0] = distance[i - 1, 0] + CostOfOne(typed, i - 1);
        for (int j = 1; j <= meant.Length; j++) distance[0, j] = distance[0, j - 1] + CostOfOne(meant, j - 1);
        for (int i = 1; i <= typed.Length; i++)
            for (int j = 1; j <= meant.Length; j++)
            {
                float best = distance[i - 1, j - 1] + CostOfExchange(typed[i - 1], meant[j - 1]);
                best = Math.Min(best, distance[i - 1, j] + CostOfOne(typed, i - 1));
                best = Math.Min(best, distance[i, j - 1] + CostOfOne(meant, j - 1));
                if (i > 1 && j > 1 && typed[i - 1] == meant[j - 2] && typed[i - 2] == meant[j - 1]) best = Math.Min(best, distance[i - 2, j - 2] + Swap);
                distance[i, j] = best;
            }

        return distance[typed.Length, meant.Length];
    }

    // A letter that one word has and the other has not.
    private static float CostOfOne(ReadOnlySpan<char> word, int at) =>
        word[at] == HamzaLetter ? Hamza : at > 0 && word[at] == word[at - 1] ? Doubled : LongVowels.Contains(word[at], StringComparison.Ordinal) ? LongVowel : Any;

    private static float CostOfExchange(char a, char b)
    {
        if (a == b) return 0;
        foreach (string pair in s_alike)
            if ((pair[0] == a && pair[1] == b) || (pair[0] == b && pair[1] == a)) return Sounds;
        return AreNeighbours(a, b) ? Neighbours : Any;
    }

    private static bool AreNeighbours(char a, char b)
    {
        for (int row = 0; row < s_keyboard.Length; row++)
        {
            int at = s_keyboard[row].IndexOf(a, StringComparison.Ordinal);
            if (at < 0) continue;
            for (int other = Math.Max(0, row - 1); other <= Math.Min(s_keyboard.Length - 1, row + 1); other++)
                if (s_keyboard[other].IndexOf(b, StringComparison.Ordinal) is >= 0 and var place && Math.Abs(place - at) <= 1) return true;
        }

        return false;
    }
}
