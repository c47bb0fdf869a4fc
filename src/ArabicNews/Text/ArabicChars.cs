using System.Runtime.CompilerServices;

namespace ArabicNews;

/// <summary>The letters and signs that rules name, by their Unicode names.</summary>
internal static class ArabicChars
{
    public const char Comma = '\u060C';
    public const char Semicolon = '\u061B';
    public const char QuestionMark = '\u061F';
    public const char Hamza = '\u0621';
    public const char AlefMadda = '\u0622';
    public const char AlefHamzaAbove = '\u0623';
    public const char WawHamza = '\u0624';
    public const char AlefHamzaBelow = '\u0625';
    public const char YehHamza = '\u0626';
    public const char Alef = '\u0627';
    public const char Beh = '\u0628';
    public const char TehMarbuta = '\u0629';
    public const char Teh = '\u062A';
    public const char Dal = '\u062F';
    public const char Seen = '\u0633';
    public const char Ghain = '\u063A';
    public const char Tatweel = '\u0640';
    public const char Feh = '\u0641';
    public const char Qaf = '\u0642';
    public const char Kaf = '\u0643';
    public const char Lam = '\u0644';
    public const char Meem = '\u0645';
    public const char Noon = '\u0646';
    public const char Heh = '\u0647';
    public const char Waw = '\u0648';
    public const char AlefMaksura = '\u0649';
    public const char Yeh = '\u064A';
    public const char Fathatan = '\u064B';
    public const char MaddahAbove = '\u0653';
    public const char HamzaAbove = '\u0654';
    public const char HamzaBelow = '\u0655';
    public const char DecimalSeparator = '\u066B';
    public const char ThousandsSeparator = '\u066C';
    public const char PercentSign = '\u066A';
    public const char AlefWasla = '\u0671';
    public const char FullStop = '\u06D4';

    private static readonly byte[] s_classes = ExpandClasses();

    public static CharClass ClassOf(char c) => (CharClass)s_classes[c];

    /// <summary>Whether it ends a line.</summary>
    public static bool IsLineBreak(char c) => c is '\n' or '\r' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029';

    /// <summary>U+0653-0655: maddah above, hamza above, hamza below, which join with the letter before them.</summary>
    public static bool IsCombiningHamza(char c) => c is >= MaddahAbove and <= HamzaBelow;

    // A loop over 65,536 entries that runs once, before any method has been found worth optimizing.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static byte[] ExpandClasses()
    {
        byte[] classes = new byte[char.MaxValue + 1];
        const string starts = CharTables.ClassStarts;
        for (int i = 0; i < starts.Length; i++)
        {
            int end = i + 1 < starts.Length ? starts[i + 1] : classes.Length;
            for (int c = starts[i]; c < end; c++) classes[c] = CharTables.Classes[i];
        }

        return classes;
    }
}
