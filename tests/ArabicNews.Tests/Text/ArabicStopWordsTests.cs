using ArabicNews.Tests.Support;

namespace ArabicNews.Tests.Text;

public class ArabicStopWordsTests
{
    [Theory]
    [InlineData("إلى")]
    [InlineData("الى")]
    [InlineData("في")]
    [InlineData("فى")]
    [InlineData("مِن")]
    [InlineData("ومن")]
    [InlineData("هٰذا")]
    [InlineData("عـــلى")]
    [InlineData("بأن")]
    public void Contains_WordOfGrammar_InAnySpelling(string word) => ArabicStopWords.Contains(word).Should().BeTrue();

    [Theory]
    [InlineData("وزير")]
    [InlineData("غزة")]
    [InlineData("")]
    [InlineData("\uD83D")]
    [InlineData("2024")]
    public void Contains_WordOfNews_IsFalse(string word) => ArabicStopWords.Contains(word).Should().BeFalse();

    [Fact]
    public void Contains_AnyText_NeverThrows()
    {
        foreach (string text in RandomTexts.Create(10_000)) ArabicStopWords.Contains(text);
        ArabicStopWords.Contains(new string('\u064E', 100_000)).Should().BeFalse();
    }

    [Fact]
    public void Words_AreTheList_AsMatchWritesIt() =>
        ArabicStopWords.Words.Should().OnlyHaveUniqueItems().And.BeInAscendingOrder(StringComparer.Ordinal).And.Contain("الي").And.AllSatisfy(word =>
        {
            ArabicStopWords.Contains(word).Should().BeTrue();
            ArabicNormalizer.Match.Normalize(word).Should().BeSameAs(word);
        });

    [Fact]
    public void Contains_UnderEveryCulture_IsTheSame() => Cultures.ShouldAgree(() => $"{ArabicStopWords.Contains("إلى")} {ArabicStopWords.Contains("وزير")}").Should().Be("True False");
}
