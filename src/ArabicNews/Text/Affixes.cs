namespace ArabicNews;

/// <summary>One way in which a word can begin or end: the parts in order, as <see cref="WordLexicon.Form"/> writes them.</summary>
internal sealed record Affix(params (SegmentKind Kind, string Letters)[] Parts)
{
    public string Letters { get; } = string.Concat(Parts.Select(part => part.Letters));

    /// <summary>Whether all parts are pronouns, and there is one.</summary>
    public bool IsPronoun { get; } = Parts.Length == 1 && Parts[0].Kind == SegmentKind.Pronoun;

    /// <summary>Whether there are endings of nouns alone.</summary>
    public bool IsNominal { get; } = Parts.Length > 0 && Parts.All(part => part.Kind is SegmentKind.NominalSuffix or SegmentKind.Case);
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

    public static readonly Affix[] Prefixes =
    [
        .. from conjunction in (string[])["", Waw, Feh]
           from rest in (Affix[])
           [
               new(), new((Article, Al)),
               new((Preposition, Beh)), new((Preposition, Beh), (Article, Al)),
               new((Preposition, Kaf)), new((Preposition, Kaf), (Article, Al)),
               new((Preposition, Lam)), new((Preposition, Lam), (Article, Lam)),
               new((Future, Seen)),
           ]
           select conjunction.Length == 0 ? rest : new Affix([(Conjunction, conjunction), .. rest.Parts]),
        .. from conjunction in (string[])["", Waw, Feh]
           from rest in (Affix[])[new((Interrogative, Alef)), new((Interrogative, Alef), (Conjunction, Waw)), new((Interrogative, Alef), (Conjunction, Feh))]
           select conjunction.Length == 0 ? rest : new Affix([(Conjunction, conjunction), .. rest.Parts]),
    ];

    public static readonly Affix[] Suffixes =
    [
        new(),
        new((Nominal, TehMarbuta)), new((Nominal, At)), new((Nominal, Un)), new((Nominal, In)), new((Nominal, An)), new((Nominal, Yeh)), new((Nominal, Waw)),
        new((Nominal, Teh), (Nominal, In)), new((Nominal, Teh), (Nominal, An)), new((Nominal, Teh), (Nominal, Yeh)), new((Nominal, Teh), (Nominal, Alef)),
        new((Case, Alef)),
        new((Subject, Teh)), new((Subject, Wa)), new((Subject, Un)), new((Subject, An)), new((Subject, Na)), new((Subject, Noon)), new((Subject, Tum)), new((Subject, Alef)),
        new((Subject, Teh), (Subject, Alef)),
        .. s_pronouns.Select(pronoun => new Affix((Pronoun, pronoun))),
        new((Pronoun, "\u0646\u064A")),
        .. from ending in (string[])[Teh, At, Yeh]
           from pronoun in s_pronouns
           select new Affix((Nominal, ending), (Pronoun, pronoun)),
        .. from ending in (string[])[Teh, Na, Waw, Un, An]
           from pronoun in s_pronouns
           select new Affix((Subject, ending), (Pronoun, pronoun)),
    ];

    /// <summary>Letters of each beginning.</summary>
    public static readonly byte[] PrefixLengths = [.. Prefixes.Select(prefix => (byte)prefix.Letters.Length)];

    /// <summary>Letters of each ending.</summary>
    public static readonly byte[] SuffixLengths = [.. Suffixes.Select(suffix => (byte)suffix.Letters.Length)];

    /// <summary>For each of <see cref="Suffixes"/> how it is written without its pronoun: قوات+ها is قو+ات, مبارات+ه is مبارا+ة.</summary>
    public static readonly WordHash[] Absolutes = [.. Suffixes.Select(suffix => WordHash.Of(AbsoluteOf(suffix)))];

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

    private static bool IsConjunction(char letter) => letter is ArabicChars.Waw or ArabicChars.Feh;

    private static bool IsPreposition(char letter) => letter is ArabicChars.Beh or ArabicChars.Kaf or ArabicChars.Lam;

    private static string AbsoluteOf(Affix suffix)
    {
        string before = suffix.Parts.Length > 0 && suffix.Parts[^1].Kind == SegmentKind.Pronoun ? suffix.Letters[..^suffix.Parts[^1].Letters.Length] : suffix.Letters;
        if (suffix.Parts.Length < 2) return suffix.Parts.Length == 1 && suffix.Parts[0].Kind is SegmentKind.Subject or SegmentKind.Case ? "" : before;
        return suffix.Parts[0].Kind == SegmentKind.NominalSuffix && before == Teh ? TehMarbuta : suffix.Parts[0].Kind == SegmentKind.Subject ? "" : before;
    }
}
