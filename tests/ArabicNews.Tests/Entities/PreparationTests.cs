namespace ArabicNews.Tests.Entities;

/// <summary><see cref="Preparation"/>: its line must lead through as much of the way as news does.</summary>
public class PreparationTests
{
    [Fact]
    public void Line_IsWhatItsWordsSay() => Preparation.Line.Should().Be("قال الوزير المصري علي حسن في القاهرة إن حسن زار لبنان.");

    [Fact]
    public void Line_NamesAPersonTwicePlacesAndANationality()
    {
        EntityExtraction found = EntityExtractor.Default.Extract(Preparation.Line);

        Entity person = found.People.Should().ContainSingle().Subject;
        person.Name.Should().Be("علي حسن");
        person.Mentions.Should().HaveCount(2);
        person.Role.Should().Be("الوزير المصري");
        found.Places.Select(place => place.Place!.CountryCode).Should().Equal("EG", "LB");
        found.Nationalities.Should().ContainSingle();
    }
}
