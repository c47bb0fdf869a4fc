using ArabicNews;
using ArabicNews.Lucene;
using NewsSearch.Web.Charts;
using NewsSearch.Web.Pages;

namespace NewsSearch.Web.Tests;

public sealed class ChartTests
{
    [Theory]
    [InlineData("2024-03-01", "2024-03-20", DatePrecision.Day, 20)]
    [InlineData("2023-03-05", "2024-03-20", DatePrecision.Month, 13)]
    [InlineData("2010-03-05", "2024-03-20", DatePrecision.Year, 15)]
    [InlineData("0001-01-01", "9999-12-31", DatePrecision.Year, Timeline.MaxBars)]
    public void Timeline_HasAReadableNumberOfBars(string first, string last, DatePrecision unit, int bars)
    {
        Timeline timeline = Timeline.Of([Day(first), Day(last)]);
        timeline.Unit.Should().Be(unit);
        timeline.Bars.Should().HaveCount(bars);
        timeline.Bars[^1].Count.Should().Be(1);
        timeline.Bars.Zip(timeline.Bars.Skip(1)).Should().OnlyContain(pair => pair.First.Before == pair.Second.Start);
    }

    [Fact]
    public void Timeline_OfNothing_HasNoBars() => Timeline.Of([]).Bars.Should().BeEmpty();

    [Fact]
    public void Map_PutsPlacesWhereTheyAre_AndFewOutliersOutside()
    {
        PlacesMap map = PlacesMap.Of([Place("دمشق", 33.5, 36.3, 40), Place("بيروت", 33.9, 35.5, 30), Place("القاهرة", 30.0, 31.2, 30), Place("سانتياغو", -33.4, -70.6, 1)]);
        map.Dots.Select(dot => dot.Place.Name).Should().Equal("دمشق", "بيروت", "القاهرة");
        map.Dots.Should().OnlyContain(dot => dot.X > 0 && dot.X < PlacesMap.Width && dot.Y > 0 && dot.Y < PlacesMap.Height);
        (map.Dots[0].X > map.Dots[1].X && map.Dots[1].X > map.Dots[2].X).Should().BeTrue("Damascus lies east of Beirut, and that of Cairo");
        map.Dots[2].Y.Should().BeGreaterThan(map.Dots[0].Y, "Cairo lies south");
    }

    [Fact]
    public void Map_LabelsDoNotOverlap()
    {
        FacetCount[] crowd = [.. Enumerable.Range(0, 60).Select(i => Place($"مكان رقم {i}", 30 + (i % 8), 35 + (i / 8), 60 - i))];
        MapDot[] labelled = [.. PlacesMap.Of(crowd).Dots.Where(dot => dot.LabelY is not null)];
        labelled.Should().HaveCountGreaterThan(3);
        foreach (MapDot one in labelled)
            labelled.Where(other => other != one && Math.Abs(other.LabelY!.Value - one.LabelY!.Value) < 10).Should().OnlyContain(other => Math.Abs(other.X - one.X) > 40);
    }

    [Theory]
    [InlineData(0, "لا مقالات")]
    [InlineData(1, "مقال واحد")]
    [InlineData(2, "مقالان")]
    [InlineData(3, "3 مقالات")]
    [InlineData(10, "10 مقالات")]
    [InlineData(11, "11 مقالا")]
    [InlineData(99, "99 مقالا")]
    [InlineData(100, "100 مقال")]
    [InlineData(103, "103 مقالات")]
    [InlineData(111, "111 مقالا")]
    [InlineData(202, "202 مقال")]
    public void Words_CountAsArabicDoes(int count, string words) => Words.Articles(count).Should().Be(words);

    private static DateCount Day(string day) => new(DateTimeOffset.Parse(day + "T00:00:00Z", System.Globalization.CultureInfo.InvariantCulture), 1);

    private static FacetCount Place(string name, double latitude, double longitude, int count) =>
        new(name, null, count, new PlaceInfo(name, name, name, "XX", latitude, longitude, PlaceKind.City));
}
