namespace ArabicNews;

/// <summary>
/// What an <see cref="ArabicNormalizer"/> does to a text. Flags combine freely; each works on its own code points and the verb
/// tells its effect: <c>Strip</c> removes, <c>Fold</c> replaces one by one, <c>Compose</c> joins several into one, <c>Expand</c> may lengthen.
/// </summary>
/// <remarks>
/// Where several flags speak about one character they act as if applied again and again until nothing changes, so a Farsi yeh folded to
/// yeh, or a presentation form expanded to an alef with hamza, meets every other flag too.
/// The code points of every flag are listed in <c>seeds/unicode/*.tsv</c>.
/// </remarks>
[Flags]
public enum ArabicNormalization
{
    /// <summary>Nothing: every text stays as it is.</summary>
    None = 0,

    /// <summary>
    /// Removes vowel and reading marks: tashkeel U+064B-065F, dagger alef U+0670, Quranic annotation U+0610-061A, U+06D6-06DC, U+06DF-06E8,
    /// U+06EA-06ED, U+0898-089F, U+08C9-08E1, U+08E3-08FF. <c>مُحَمَّد</c> becomes <c>محمد</c>, <c>هٰذا</c> becomes <c>هذا</c>.
    /// A combining hamza or madda (U+0653-0655) goes too unless <see cref="ComposeHamza"/> finds its letter.
    /// </summary>
    StripDiacritics = 1 << 0,

    /// <summary>Removes the lengthening stroke U+0640: <c>محمـــد</c> becomes <c>محمد</c>.</summary>
    StripTatweel = 1 << 1,

    /// <summary>
    /// Removes what has no glyph: soft hyphen U+00AD, Arabic letter mark U+061C, U+180E, zero-width space and joiners U+200B-200D, direction marks
    /// U+200E-200F, embeddings U+202A-202E, word joiner and invisible operators U+2060-2064, isolates and shaping controls U+2066-206F, byte order mark U+FEFF.
    /// <c>محمد</c> with a U+200F behind it becomes <c>محمد</c> alone.
    /// </summary>
    StripFormatControls = 1 << 2,

    /// <summary>Alef with hamza, madda or wasla (U+0622, U+0623, U+0625, U+0671-0673) becomes bare alef: <c>أحمد</c> becomes <c>احمد</c>.</summary>
    FoldAlef = 1 << 3,

    /// <summary>Alef maksura U+0649 becomes yeh U+064A: <c>مستشفى</c> becomes <c>مستشفي</c>.</summary>
    FoldAlefMaksura = 1 << 4,

    /// <summary>Teh marbuta U+0629 becomes heh U+0647: <c>مكتبة</c> becomes <c>مكتبه</c>.</summary>
    FoldTehMarbuta = 1 << 5,

    /// <summary>Waw and yeh that carry a hamza (U+0624, U+0626) become hamza U+0621, so that <c>مسؤول</c> meets <c>مسئول</c>: both are <c>مسءول</c>.</summary>
    FoldHamzaSeats = 1 << 6,

    /// <summary>
    /// Letters that Persian and Urdu keyboards put for an Arabic one: keheh U+06A9, U+06AA to kaf; Farsi yeh U+06CC, U+06CD, U+06D0, U+06D2 to yeh, U+06D3 to
    /// yeh with hamza; heh goal and its kin U+06BE, U+06C0-06C2, U+06D5 to heh; U+06C3 to teh marbuta. <c>ایران</c> becomes <c>ايران</c>.
    /// Letters of other sounds (peh, tcheh, gaf, veh) stay.
    /// </summary>
    FoldPersianLetters = 1 << 7,

    /// <summary>
    /// Arabic-Indic U+0660-0669, extended Arabic-Indic U+06F0-06F9 and full-width U+FF10-FF19 digits become 0-9; the decimal separator U+066B
    /// becomes <c>.</c>, the thousands separator U+066C <c>,</c>, the percent sign U+066A <c>%</c>: <c>٤٫٥٪</c> becomes <c>4.5%</c>.
    /// </summary>
    FoldDigits = 1 << 8,

    /// <summary>
    /// Punctuation becomes its ASCII kin: <c>،</c> <c>,</c>; <c>؛</c> <c>;</c>; <c>؟</c> <c>?</c>; <c>۔</c> <c>.</c>; guillemets and curly double quotes <c>"</c>;
    /// single ones <c>'</c>; dashes and minus <c>-</c>; ornate and full-width forms likewise. The ellipsis U+2026 stays: a fold is one for one.
    /// <c>«نعم»، لا</c> becomes <c>"نعم", لا</c>.
    /// </summary>
    FoldPunctuation = 1 << 9,

    /// <summary>Space separators (U+00A0, U+1680, U+2000-200A, U+202F, U+205F, U+3000) become a blank; U+0085, U+2028 and U+2029 become a line feed: U+00A0 between two words becomes U+0020.</summary>
    FoldSpaces = 1 << 10,

    /// <summary>Simple lower case of every script that has it, alike in every culture: <c>NATO</c> becomes <c>nato</c>, <c>İ</c> (U+0130) becomes <c>i</c>. One code unit for one; surrogate pairs stay.</summary>
    FoldCase = 1 << 11,

    /// <summary>
    /// Presentation forms and ligatures become their letters: <c>ﻣﺤﻤﺪ</c> becomes <c>محمد</c>, <c>ﻻ</c> <c>لا</c>, <c>ﷲ</c> <c>الله</c>. U+0675-0678, U+FB50-FDFD, U+FE70-FEFC, as
    /// Unicode's compatibility decompositions have it, but for marks that come without the blank (U+FC5E-FC63, U+FE70-FE7E), <c>﷼</c> (U+FDFC), which becomes <c>ريال</c> with
    /// an Arabic yeh, and <c>﷽</c> (U+FDFD), which has none. One code unit becomes at most 22.
    /// </summary>
    ExpandPresentationForms = 1 << 12,

    /// <summary>
    /// A combining hamza or madda joins its letter: U+0627 U+0654 becomes <c>أ</c>, U+0648 U+0654 <c>ؤ</c>, U+0627 U+0653 <c>آ</c>. Other marks between the two stay, after the letter; what another flag
    /// strips does not stand between.
    /// </summary>
    ComposeHamza = 1 << 13,

    /// <summary>For showing text: the same words with clean code points. No change of spelling, vowels stay.</summary>
    Display = StripTatweel | StripFormatControls | FoldPersianLetters | FoldSpaces | ExpandPresentationForms | ComposeHamza,

    /// <summary>For matching and indexing words: everything but punctuation. <c>الإسـلامُ</c> becomes <c>الاسلام</c>.</summary>
    Search = StripDiacritics | StripTatweel | StripFormatControls | FoldAlef | FoldAlefMaksura | FoldTehMarbuta | FoldHamzaSeats | FoldPersianLetters
        | FoldDigits | FoldSpaces | FoldCase | ExpandPresentationForms | ComposeHamza,

    /// <summary>For comparing names, and texts that may be copies: <see cref="Search"/>, and punctuation too.</summary>
    Match = Search | FoldPunctuation,
}
