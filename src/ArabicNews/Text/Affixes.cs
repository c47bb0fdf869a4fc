namespace ArabicNews;

/// <summary>One way in which a word can begin or end: the parts in order, as <see cref="WordLexicon.Form"/> writes them.</summary>
internal sealed class Affix
{
    public Affix(params (SegmentKind Kind, string Letters)[] parts)
    {
        Parts = parts;
        Letters = "";
        IsNominal = parts.Length > 0;
        foreach ((SegmentKind kind, string letters) in parts)
        {
            Letters += letters;
            IsNominal &= kind is SegmentKind.NominalSuffix or SegmentKind.Case;
        }
    }

    public (SegmentKind Kind, string Letters)[] Parts { get; }

    public string Letters { get; }

    /// <summary>Whether all parts are pronouns, and there is one.</summary>
    public bool IsPronoun => Parts.Length == 1 && Parts[0].Kind == SegmentKind.Pronoun;

    /// <summary>Whether there are endings of nouns alone.</summary>
    public bool IsNominal { get; }

    /// <summary>The same parts behind one more.</summary>
    public Affix Behind(SegmentKind kind, string letters)
    {
        var parts = new (SegmentKind Kind, string Letters)[Parts.Length + 1];
        parts[0] = (kind, letters);
        for (int i = 0; i < Parts.Length; i++) parts[i + 1] = Parts[i];
        return new Affix(parts);
    }
}

/// <summary>
/// All beginnings and endings that the segmenter weighs. Their order is part of the trained model: new ones go to the end, and the model is trained again.
/// The last beginnings, with the question particle أ, stand only before words of grammar, which <c>seeds/lexicon/clitics.tsv</c> lists: the model never weighs them.
/// </summary>
internal static class Affixes
{
    private const SegmentKind Conjunction = SegmentKind.Conjunction, Preposition = SegmentKind.Preposition, Future = SegmentKind.Future, Article = SegmentKind.Article,
        Interrogative = SegmentKind.Interrogative, Nominal = SegmentKind.NominalSuffix, Case = SegmentKind.Case, Subject = SegmentKind.Subject, Pronoun = SegmentKind.Pronoun;

    private const string Waw = "\u0648", Feh = "\u0641", Beh = "\u0628", Kaf = "\u0643", Lam = "\u0644", Seen = "\u0633", Al = "\u0627\u0644", Alef = "\u0627", Teh = "\u062A",
        TehMarbuta = "\u0629", Yeh = "\u064A", Noon = "\u0646", At = "\u0627\u062A", Un = "\u0648\u0646", In = "\u064A\u0646", An = "\u0627\u0646", Na = "\u0646\u0627",
        Tum = "\u062A\u0645", Wa = "\u0648\u0627";

    // ه ها هم هما هن ك كم كما ي نا
    private static readonly string[] s_pronouns =
        ["\u0647", "\u0647\u0627", "\u0647\u0645", "\u0647\u0645\u0627", "\u0647\u0646", "\u0643", "\u0643\u0645", "\u0643\u0645\u0627", "\u064A", "\u0646\u0627"];

    /// <summary>The first of <see cref="Prefixes"/>, which any word may have: each of the same beginnings behind nothing, و and ف.</summary>
    public const int CandidatePrefixCount = 3 * InnerPrefixCount;

    /// <summary>Beginnings without a conjunction.</summary>
    public const int InnerPrefixCount = 9;

    public static readonly Affix[] Prefixes = AllPrefixes();

    public static readonly Affix[] Suffixes = AllSuffixes();

    /// <summary>Letters of each beginning.</summary>
    public static readonly byte[] PrefixLengths = LengthsOf(Prefixes);

    /// <summary>Letters of each ending.</summary>
    public static readonly byte[] SuffixLengths = LengthsOf(Suffixes);

    /// <summary>For each of <see cref="Suffixes"/> how it is written without its pronoun: قوات+ها is قو+ات, مبارات+ه is مبارا+ة.</summary>
    public static readonly WordHash[] Absolutes = AllAbsolutes();

    /// <summary>Letters of a conjunction and a preposition together.</summary>
    public const int MaxBeforeWhole = 2;

    /// <summary>Whether the first <paramref name="count"/> letters are nothing, a conjunction, a preposition, or one behind the other.</summary>
    public static bool CanStandBeforeWhole(in WordLetters letters, int count) => count switch
    {
        0 => true,
        1 => IsConjunction(letters[0]) || IsPreposition(letters[0]),
        _ => IsConjunction(letters[0]) && IsPreposition(letters[1]),
    };

    /// <summary>Whether the letter can be a conjunction or a preposition.</summary>
    public static bool CanStandBeforeWhole(char letter) => IsConjunction(letter) || IsPreposition(letter);

    // Loops, since each query over values of our own is a dozen methods more to compile before the first word is cut.
    private static Affix[] AllPrefixes()
    {
        Affix[] inner =
        [
            new(), new((Article, Al)),
            new((Preposition, Beh)), new((Preposition, Beh), (Article, Al)),
            new((Preposition, Kaf)), new((Preposition, Kaf), (Article, Al)),
            new((Preposition, Lam)), new((Preposition, Lam), (Article, Lam)),
            new((Future, Seen)),
        ];
        Affix[] questions = [new((Interrogative, Alef)), new((Interrogative, Alef), (Conjunction, Waw)), new((Interrogative, Alef), (Conjunction, Feh))];
        var all = new List<Affix>();
        foreach (Affix[] rests in (Affix[][])[inner, questions])
        {
            all.AddRange(rests);
            foreach (string conjunction in (string[])[Waw, Feh])
                foreach (Affix rest in rests) all.Add(rest.Behind(Conjunction, conjunction));
        }

        return [.. all];
    }

    private static Affix[] AllSuffixes()
    {
        var all = new List<Affix>
        {
            new(),
            new((Nominal, TehMarbuta)), new((Nominal, At)), new((Nominal, Un)), new((Nominal, In)), new((Nominal, An)), new((Nominal, Yeh)), new((Nominal, Waw)),
            new((Nominal, Teh), (Nominal, In)), new((Nominal, Teh), (Nominal, An)), new((Nominal, Teh), (Nominal, Yeh)), new((Nominal, Teh), (Nominal, Alef)),
            new((Case, Alef)),
            new((Subject, Teh)), new((Subject, Wa)), new((Subject, Un)), new((Subject, An)), new((Subject, Na)), new((Subject, Noon)), new((Subject, Tum)), new((Subject, Alef)),
            new((Subject, Teh), (Subject, Alef)),
        };
        foreach (string pronoun in s_pronouns) all.Add(new Affix((Pronoun, pronoun)));
        all.Add(new Affix((Pronoun, "\u0646\u064A")));
        foreach (string ending in (string[])[Teh, At, Yeh])
            foreach (string pronoun in s_pronouns) all.Add(new Affix((Nominal, ending), (Pronoun, pronoun)));
        foreach (string ending in (string[])[Teh, Na, Waw, Un, An])
            foreach (string pronoun in s_pronouns) all.Add(new Affix((Subject, ending), (Pronoun, pronoun)));
        return [.. all];
    }

    private static byte[] LengthsOf(Affix[] affixes)
    {
        byte[] lengths = new byte[affixes.Length];
        for (int i = 0; i < lengths.Length; i++) lengths[i] = (byte)affixes[i].Letters.Length;
        return lengths;
    }

    private static WordHash[] AllAbsolutes()
    {
        var absolutes = new WordHash[Suffixes.Length];
        for (int i = 0; i < absolutes.Length; i++) absolutes[i] = WordHash.Of(AbsoluteOf(Suffixes[i]));
        return absolutes;
    }

    private static bool IsConjunction(char letter) => letter is ArabicChars.Waw or ArabicChars.Feh;

    private static bool IsPreposition(char letter) => letter is ArabicChars.Beh or ArabicChars.Kaf or ArabicChars.Lam;

    private static string AbsoluteOf(Affix suffix)
    {
        string before = suffix.Parts.Length > 0 && suffix.Parts[^1].Kind == SegmentKind.Pronoun ? suffix.Letters[..^suffix.Parts[^1].Letters.Length] : suffix.Letters;
        if (suffix.Parts.Length < 2) return suffix.Parts.Length == 1 && suffix.Parts[0].Kind is SegmentKind.Subject or SegmentKind.Case ? "" : before;
        return suffix.Parts[0].Kind == SegmentKind.NominalSuffix && before == Teh ? TehMarbuta : suffix.Parts[0].Kind == SegmentKind.Subject ? "" : before;
    }
}
