using ArabicNews.Evaluation;

namespace ArabicNews.Tests.Evaluation;

public class BCubedTests
{
    [Fact]
    public void Measure_TheExampleOfThePaper()
    {
        // Bagga and Baldwin (1998): {1-5}, {6, 7}, {8, 9, A, B, C} in truth. One answer joins the first two groups, the other the first and the last.
        Dictionary<char, int> gold = Groups("12345", "67", "89ABC");

        BCubedScore small = ScoreOf(gold, Groups("12345", "6789ABC")), large = ScoreOf(gold, Groups("1234589ABC", "67"));

        small.Precision.Should().BeApproximately(16 / 21.0, 1e-12);
        large.Precision.Should().BeApproximately(7 / 12.0, 1e-12);
        (small.Recall, large.Recall, small.Mentions).Should().Be((1, 1, 12));
        small.F1.Should().BeApproximately(32 / 37.0, 1e-12);
    }

    [Fact]
    public void Measure_AGroupTornInTwo_CostsRecallAlone()
    {
        BCubedScore score = ScoreOf(Groups("1234"), Groups("123", "4"));

        (score.Precision, score.Recall).Should().Be((1, ((3 * 0.75) + 0.25) / 4));
    }

    [Fact]
    public void Measure_AMissedMention_CostsTheRecallOfItsGroup()
    {
        BCubedMention<char>[] measured = [.. BCubed.Measure(Groups("123"), Groups("12"))];

        measured.Where(mention => mention.IsShared).Should().OnlyContain(mention => mention.Precision == 1 && mention.Recall == 2 / 3.0).And.HaveCount(2);
        measured.Single(mention => !mention.IsShared).Should().Be(new BCubedMention<char>('3', 1, 1 / 3.0, false));
    }

    [Fact]
    public void Measure_AnExtraMention_CostsThePrecisionOfTheGroupItIsIn()
    {
        BCubedMention<char>[] measured = [.. BCubed.Measure(Groups("12"), Groups("123", "4"))];

        measured.Where(mention => mention.IsShared).Should().OnlyContain(mention => mention.Precision == 2 / 3.0 && mention.Recall == 1).And.HaveCount(2);
        measured.Where(mention => !mention.IsShared).Should().Equal(new BCubedMention<char>('3', 1 / 3.0, 1, false), new BCubedMention<char>('4', 1, 1, false));
    }

    [Fact]
    public void Score_OfNothing_IsZero() => ScoreOf([], Groups("1")).Should().Be(default(BCubedScore));

    [Fact]
    public void F1_OfZeros_IsZero() => default(BCubedScore).F1.Should().Be(0);

    private static BCubedScore ScoreOf(Dictionary<char, int> gold, Dictionary<char, int> ours) => BCubedScore.Of([.. BCubed.Measure(gold, ours).Where(mention => mention.IsShared)]);

    private static Dictionary<char, int> Groups(params string[] groups) =>
        groups.SelectMany((group, index) => group.Select(mention => (mention, index))).ToDictionary(pair => pair.mention, pair => pair.index);
}
