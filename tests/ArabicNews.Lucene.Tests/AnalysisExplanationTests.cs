namespace ArabicNews.Lucene.Tests;

public class AnalysisExplanationTests
{
    private static readonly ArabicNewsAnalyzer s_analyzer = new(new ArabicNewsAnalyzerOptions
    {
        Names = NameTerms.All,
        Synonyms = SynonymList.Create(["المركزي", "مؤسسة النقد"]),
    });

    [Theory]
    [InlineData("وزير", "وزير", MeetingStage.Printed)]
    [InlineData("أحمد", "احمد", MeetingStage.Normalized)]
    [InlineData("مكتبة", "مكتبه", MeetingStage.Normalized)]
    [InlineData("الوزير", "ووزير", MeetingStage.Stem)]
    [InlineData("كتاب", "كتب", MeetingStage.Skeleton)]
    [InlineData("أميركا", "الولايات المتحدة", MeetingStage.Name)]
    [InlineData("مركزي", "لمؤسسة النقد", MeetingStage.Synonym)]
    public void Explain_TextsThatMeet_SaysWhere(string left, string right, MeetingStage stage)
    {
        AnalysisComparison comparison = s_analyzer.Explain(left, right);
        comparison.Meet.Should().BeTrue();
        comparison.Meetings.Min(meeting => meeting.Stage).Should().Be(stage);
    }

    [Theory]
    [InlineData("لبنان", "لبن")]
    [InlineData("عمان", "عم")]
    [InlineData("في", "من")]
    [InlineData("في", "في")]
    [InlineData("", "وزير")]
    [InlineData("،", "،")]
    public void Explain_TextsThatDoNot_HaveNoMeeting(string left, string right)
    {
        AnalysisComparison comparison = s_analyzer.Explain(left, right);
        comparison.Meet.Should().BeFalse();
        comparison.Meetings.Should().BeEmpty();
    }

    [Fact]
    public void Explain_AWord_TellsEachStage()
    {
        ExplainedWord word = s_analyzer.Explain("في وبالمدرسةِ.").Words[1];
        word.Span.Should().Be(new TextSpan(3, 10));
        (word.Text, word.Normalized, word.IsStopWord, word.Stem, word.Skeleton).Should().Be(("وبالمدرسةِ", "وبالمدرسه", false, "مدرس", "درس"));
        word.Segments.Should().Equal(new(SegmentKind.Conjunction, "و"), new(SegmentKind.Preposition, "ب"), new(SegmentKind.Article, "ال"), new(SegmentKind.Stem, "مدرس"), new(SegmentKind.NominalSuffix, "ة"));
        word.Terms.Should().Equal("مدرس", "=وبالمدرسه", "~درس");
    }

    [Fact]
    public void Explain_AStopWord_HasNoTerms()
    {
        ExplainedWord word = s_analyzer.Explain("إلى").Words.Should().ContainSingle().Subject;
        word.IsStopWord.Should().BeTrue();
        word.Terms.Should().BeEmpty();
    }

    [Fact]
    public void Explain_IsWhatTheStreamGives()
    {
        foreach (string text in TokenStreamChecks.RandomNews(seed: 31, count: 300).Concat(TokenStreamChecks.RandomTexts(seed: 32, count: 300)))
            s_analyzer.Explain(text).Words.SelectMany(word => word.Terms).Should().BeEquivalentTo(TokenStreamChecks.Analyze(s_analyzer, text).Select(token => token.Term));
    }

    [Fact]
    public void Explain_TheSameTwice_IsEqual()
    {
        AnalysisComparison one = s_analyzer.Explain("زار الوزير غزة", "وزير"), two = s_analyzer.Explain("زار الوزير غزة", "وزير");
        one.Should().Be(two);
        one.GetHashCode().Should().Be(two.GetHashCode());
        one.Should().NotBe(s_analyzer.Explain("زار الوزير غزة", "وزيرة"));
        FluentActions.Invoking(() => s_analyzer.Explain(null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => s_analyzer.Explain("", null!)).Should().Throw<ArgumentNullException>();
    }
}
