using Lucene.Net.Analysis;

namespace ArabicNews.Lucene.Tests;

public class ArabicNewsNormalizationFilterTests
{
    private static readonly Analyzer s_analyzer = Analyzer.NewAnonymous((_, reader) =>
    {
        var source = new ArabicNewsTokenizer(reader);
        return new TokenStreamComponents(source, new ArabicNewsNormalizationFilter(source));
    });

    [Fact]
    public void Filter_ALigature_IsSpelledOutAndKeepsItsOffsets()
        => TokenStreamChecks.Analyze(s_analyzer, "\uFDF2 \uFEFB").Should().Equal(new StreamToken("الله", 0, 1, 1, "word"), new StreamToken("لا", 2, 3, 1, "word"));

    [Fact]
    public void Filter_TehMarbuta_StaysForTheStemFilter()
        => TokenStreamChecks.Analyze(s_analyzer, "مَكْتَبَة").Select(token => token.Term).Should().Equal("مكتبة");

    [Fact]
    public void Filter_ATokenOfInvisibleCharacters_IsLeftOut()
        => TokenStreamChecks.Analyze(s_analyzer, "#\u200D_كأس").Select(token => token.Term).Should().Equal("كاس");
}
