using System.Numerics;

namespace ArabicNews.Lucene;

/// <summary>What the terms of a word know of letters, in the spelling of the normalization before them.</summary>
internal static class StemLetters
{
    public const char TehMarbuta = '\u0629';
    public const char Heh = '\u0647';

    private const char Hamza = '\u0621', Alef = '\u0627', Teh = '\u062A', Seen = '\u0633', Lam = '\u0644', Meem = '\u0645', Waw = '\u0648', Yeh = '\u064A';
    private const int ShortestStem = 3;

    // What stays at least behind the first letter that is taken off before a root; behind the second one consonant more.
    private const int FewestConsonants = 2;
    private const int MostAugments = 2;

    // The letters است, مست, يست before a root.
    private const int TenthForm = 3;

    // Longer words are none, and keep their letters.
    private const int LongestStem = 64;

    // Endings that the segmenter leaves on what it knows as a word: plural ات; nisba ي with its feminine ية; feminine ة; final ا, alone and in the names
    // of countries, so that سوريا, سوري and سورية meet. The longest that fits goes. None of them is ان or ين: لبنان is not لبن, البحرين not بحر.
    private static readonly string[] s_endings = ["\u0627\u062A", "\u064A\u0647", "\u064A\u0627", "\u064A", "\u0647", "\u0627"];

    /// <summary>Where in a normalized word its stem is, as all terms have it. The teh marbuta of the word, which tells the segmenter of an ending, is written as in search after that.</summary>
    public static TextSpan TakeStem(Span<char> word)
    {
        TextSpan stem = ArabicStemmer.Stem(word);
        word.Replace(TehMarbuta, Heh);
        return new TextSpan(stem.Start, stem.Length - EndingLength(stem.In(word)));
    }

    /// <summary>How many letters the inflection at the end of <paramref name="stem"/> has; at least three letters stay.</summary>
    public static int EndingLength(ReadOnlySpan<char> stem)
    {
        foreach (string ending in s_endings)
            if (stem.Length >= ShortestStem + ending.Length && stem.EndsWith(ending, StringComparison.Ordinal)) return ending.Length;
        return 0;
    }

    /// <summary>
    /// The letters of <paramref name="stem"/> that the words of its root share, a bit for each: not the long vowels, which plurals and verb forms change (<c>كتاب</c>, <c>كتب</c>), but for the first letter; not the م ت ا ي that
    /// stand before a root (<c>انتخاب</c>, <c>منتخب</c>), nor the ست of its tenth form (<c>استخدام</c>, <c>خدم</c>). At least three letters stay behind what is taken off before a root, and all where fewer than two consonants would be
    /// left; a stem of more than 64 letters is no word and keeps them all. The names of places have no patterns: <c>المغرب</c>, Morocco, keeps its م and stays apart from <c>غرب</c>, the west.
    /// </summary>
    public static ulong SkeletonOf(ReadOnlySpan<char> stem)
    {
        ulong all = stem.Length >= LongestStem ? ulong.MaxValue : (1UL << stem.Length) - 1;
        if (stem.Length > LongestStem) return all;
        int end = stem.Length - PluralEndingLength(stem), start = 0;
        ulong strong = 0;
        for (int i = 0; i < end; i++)
            if (!IsWeak(stem[i])) strong |= 1UL << i;
        if (start == end || !IsAugment(stem[0]) || IsPlace(stem))
            start = 0;
        else if (end > TenthForm + ShortestStem - 1 && stem[1] == Seen && stem[2] == Teh && CountFrom(strong, TenthForm) >= FewestConsonants)
            start = TenthForm;
        else
            while (start < MostAugments && end - start > ShortestStem && IsAugment(stem[start]) && CountFrom(strong, start + 1) >= FewestConsonants + start) start++;
        ulong kept = (strong >> start << start) | (1UL << start);
        return BitOperations.PopCount(kept) < FewestConsonants ? all : kept;
    }

    /// <summary>Writes the letters of <paramref name="stem"/> whose bits <paramref name="kept"/> has, all of a stem that is longer than bits are; returns their number.</summary>
    public static int WriteKept(ReadOnlySpan<char> stem, ulong kept, Span<char> destination)
    {
        if (stem.Length > LongestStem)
        {
            stem.CopyTo(destination);
            return stem.Length;
        }

        int length = 0;
        for (; kept != 0; kept &= kept - 1) destination[length++] = stem[BitOperations.TrailingZeroCount(kept)];
        return length;
    }

    // اء of a broken plural: وزراء, رؤساء, خبراء; three letters stay.
    private static int PluralEndingLength(ReadOnlySpan<char> stem) => stem.Length >= ShortestStem + 2 && stem[^1] == Hamza && stem[^2] == Alef ? 2 : 0;

    private static bool IsWeak(char letter) => letter is Alef or Waw or Yeh;

    // What nouns and verbs are made with before the root: مكتب, تعليم, اعلام, يكتب.
    private static bool IsAugment(char letter) => letter is Meem or Teh or Alef or Yeh;

    // As a stem, or with the article that it lost: «الأردن».
    private static bool IsPlace(ReadOnlySpan<char> stem)
    {
        Span<char> name = stackalloc char[LongestStem + 2];
        (name[0], name[1]) = (Alef, Lam);
        stem.CopyTo(name[2..]);
        name = name[..(stem.Length + 2)];
        return IsPlaceName(stem) || IsPlaceName(name);
    }

    private static bool IsPlaceName(ReadOnlySpan<char> name) =>
        Gazetteer.Default.Names.TryStep(name, out NamePath path) && path.TryGetName(out EntityKind kind, out _) && kind == EntityKind.Place;

    private static int CountFrom(ulong letters, int index) => BitOperations.PopCount(letters >> index);
}
