namespace ArabicNews.Tests.Entities;

public class MentionScoresTests
{
    [Fact]
    public void Of_MoreBelief_IsNeverLess()
    {
        float last = -1;
        for (int i = 0; i <= 100_000; i++)
        {
            float score = MentionScores.Of(i / 100_000f);
            score.Should().BeGreaterThanOrEqualTo(last).And.BeInRange(0, 1);
            last = score;
        }
    }

    [Fact]
    public void Of_OneInFour_IsWhatIsReportedByDefault()
    {
        MentionScores.Of(0.25f).Should().Be(EntityExtractorOptions.Default.MinScore);
        MentionScores.Of(0.2499f).Should().BeLessThan(EntityExtractorOptions.Default.MinScore);
    }

    [Fact]
    public void Of_TheTaggersBest_StaysBelowCertain() => MentionScores.Of(1).Should().BeLessThan(0.95f);
}
