using ArabicNews.Tests.Support;

namespace ArabicNews.Tests.Text;

public class ArabicNormalizerTests
{
    [Theory]
    [InlineData(ArabicNormalization.StripDiacritics, "مُحَمَّد", "محمد")]
    [InlineData(ArabicNormalization.StripDiacritics, "ه\u0670ذا", "هذا")]
    [InlineData(ArabicNormalization.StripTatweel, "محمـــد", "محمد")]
    [InlineData(ArabicNormalization.StripFormatControls, "محمد\u200F", "محمد")]
    [InlineData(ArabicNormalization.FoldAlef, "أحمد إلى آخر \u0671لكتاب", "احمد الى اخر الكتاب")]
    [InlineData(ArabicNormalization.FoldAlefMaksura, "مستشفى", "مستشفي")]
    [InlineData(ArabicNormalization.FoldTehMarbuta, "مكتبة", "مكتبه")]
    [InlineData(ArabicNormalization.FoldHamzaSeats, "مسؤول مسئول", "مسءول مسءول")]
    [InlineData(ArabicNormalization.FoldPersianLetters, "ایران کتاب", "ايران كتاب")]
    [InlineData(ArabicNormalization.FoldDigits, "٤٫٥٪ ۲۰۱۰ ٢٬٠٠٠", "4.5% 2010 2,000")]
    [InlineData(ArabicNormalization.FoldPunctuation, "«نعم»، لا؛ كيف؟", "\"نعم\", لا; كيف?")]
    [InlineData(ArabicNormalization.FoldSpaces, "أ\u00A0ب\u202Fج", "أ ب ج")]
    [InlineData(ArabicNormalization.FoldCase, "NATO \u0130stanbul", "nato istanbul")]
    [InlineData(ArabicNormalization.ExpandPresentationForms, "\uFEFB \uFDF2 \uFDFC", "لا الله ريال")]
    [InlineData(ArabicNormalization.ComposeHamza, "ا\u0654حمد ا\u0653خر مسو\u0654ول", "أحمد آخر مسؤول")]
    public void Normalize_OneFlag_ChangesWhatItNames(ArabicNormalization forms, string text, string expected)
        => new ArabicNormalizer(forms).Normalize(text).Should().Be(expected);
}
