using ArabicNews.Tests.Support;

namespace ArabicNews.Tests.Text;

public class ArabicStemmerTests
{
    [Theory]
    [InlineData("الوزير", "وزير")]
    [InlineData("وبالمدرسة", "مدرس")]
    [InlineData("مدرستهم", "مدرس")]
    [InlineData("لبنان", "لبنان")]
    [InlineData("اللبنانية", "لبنان")]
    [InlineData("الفلسطينيين", "فلسطين")]
    [InlineData("سوريا", "سوري")]
    [InlineData("السوريون", "سوري")]
    [InlineData("فرنسا", "فرنس")]
    [InlineData("فرنسي", "فرنس")]
    [InlineData("به", "به")]
    [InlineData("NATO", "NATO")]
    [InlineData("", "")]
    public void Stem_IsASpanOfTheWord(string word, string expected) => ArabicStemmer.Stem(word).In(word).ToString().Should().Be(expected);

    [Fact]
    public void Stem_UnderEveryCulture_IsTheSame()
        => Cultures.ShouldAgree(() => string.Join(' ', new[] { "الوزير", "اللبنانية", "TITLE", "İ" }.Select(word => ArabicStemmer.Stem(word).In(word).ToString())));
}
