using ArabicNews.Evaluation;

namespace ArabicNews.Tests.Evaluation;

public class GreatCircleTests
{
    [Theory]
    [InlineData(0, 0, 0, 1, 111.195)]       // a degree of the equator: 6371.0088 km times pi over 180
    [InlineData(60, 10, 60, 11, 55.597)]    // half of it at 60 degrees north, less a little, since the way bends north
    [InlineData(0, 179.5, 0, -179.5, 111.195)]
    [InlineData(90, 0, -90, 0, 20015.115)]
    [InlineData(89, 0, 89, 180, 222.390)]
    [InlineData(33.5, 36.3, 33.5, 36.3, 0)]
    public void Kilometres_AreThoseOfTheSphere(double latitude1, double longitude1, double latitude2, double longitude2, double expected)
    {
        GreatCircle.Kilometres(latitude1, longitude1, latitude2, longitude2).Should().BeApproximately(expected, 0.001);
        GreatCircle.Kilometres(latitude2, longitude2, latitude1, longitude1).Should().BeApproximately(expected, 0.001);
    }

    [Fact]
    public void Kilometres_BetweenTheTwoTripolis_AreTwoThousand()
    {
        System.Collections.Immutable.ImmutableArray<PlaceInfo> places = Gazetteer.Default.FindPlaces("طرابلس");
        PlaceInfo libya = places.Single(place => place.CountryCode == "LY" && place.Kind == PlaceKind.Capital), lebanon = places.Single(place => place.CountryCode == "LB");

        GreatCircle.Kilometres(libya.Latitude, libya.Longitude, lebanon.Latitude, lebanon.Longitude).Should().BeInRange(2050, 2150);
    }
}
