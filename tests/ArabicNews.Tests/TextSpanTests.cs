namespace ArabicNews.Tests;

public class TextSpanTests
{
    [Fact]
    public void FromBounds_IsHalfOpen()
    {
        TextSpan span = TextSpan.FromBounds(2, 5);
        (span.Start, span.Length, span.End).Should().Be((2, 3, 5));
        span.Contains(2).Should().BeTrue();
        span.Contains(5).Should().BeFalse();
    }

    [Theory]
    [InlineData(-1, 2)]
    [InlineData(3, 2)]
    public void FromBounds_NotInOrder_Throws(int start, int end)
        => FluentActions.Invoking(() => TextSpan.FromBounds(start, end)).Should().Throw<ArgumentOutOfRangeException>();

    [Fact]
    public void Contains_EqualEnds_AreInside()
    {
        var span = new TextSpan(2, 3);
        span.Contains(span).Should().BeTrue();
        span.Contains(new TextSpan(5, 0)).Should().BeTrue();
        span.Contains(new TextSpan(4, 2)).Should().BeFalse();
    }

    [Fact]
    public void Overlaps_TouchingEnds_DoNot()
    {
        new TextSpan(0, 2).Overlaps(new TextSpan(2, 2)).Should().BeFalse();
        new TextSpan(0, 3).Overlaps(new TextSpan(2, 2)).Should().BeTrue();
    }

    [Fact]
    public void In_CutsTheText()
    {
        new TextSpan(4, 5).In("قال الوزير").ToString().Should().Be("الوزي");
        "قال الوزير"[(Range)new TextSpan(0, 3)].Should().Be("قال");
        FluentActions.Invoking(() => new TextSpan(4, 5).In("قال").Length).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void ToString_GivesTheBounds() => new TextSpan(2, 3).ToString().Should().Be("[2,5)");
}
