using ArabicNews.Evaluation;

namespace ArabicNews.Tests.Evaluation;

public class PlaceNamesTests
{
    [Theory]
    [InlineData("طرابلس", true)]    // Libya, Lebanon
    [InlineData("تونس", true)]      // a country and its capital
    [InlineData("حلب", false)]      // a city and its governorate
    [InlineData("باريس", false)]
    [InlineData("", false)]
    public void AreDifferent_SaysWhetherANameNeedsADecision(string name, bool expected) => PlaceNames.AreDifferent(Gazetteer.Default.FindPlaces(name)).Should().Be(expected);

    [Fact]
    public void AreDifferent_ARegionIsOneWithASettlementOfItsCountryOnly()
    {
        PlaceInfo region = Place("EG", PlaceKind.Region), town = Place("EG", PlaceKind.Town), abroad = Place("SY", PlaceKind.City);

        PlaceNames.AreDifferent([region, town]).Should().BeFalse();
        PlaceNames.AreDifferent([region, abroad]).Should().BeTrue();
        PlaceNames.AreDifferent([region, town, town with { Id = "2" }]).Should().BeTrue();
        PlaceNames.AreDifferent([region, Place("EG", PlaceKind.Water)]).Should().BeTrue();
    }

    [Theory]
    [InlineData("فوز للأرجنتين", "لأرجنتين", "الأرجنتين")]
    [InlineData("عاد لِلْجزائر", "لْجزائر", "الْجزائر")]
    [InlineData("عاد للبنان", "لبنان", "لبنان")]
    [InlineData("ليبيا", "ليبيا", "ليبيا")]
    [InlineData("عاد لباريس", "باريس", "باريس")]
    public void Of_RestoresTheAlefThatIsNotPrinted(string text, string mention, string expected)
        => PlaceNames.Of(text, new TextSpan(text.LastIndexOf(mention, StringComparison.Ordinal), mention.Length)).Should().Be(expected);

    private static PlaceInfo Place(string country, PlaceKind kind) => new("1", "", "", country, 0, 0, kind);
}
