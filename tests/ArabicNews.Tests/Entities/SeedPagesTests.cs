namespace ArabicNews.Tests.Entities;

/// <summary>The people and places of our own text pages, as the parser reads them; the HTML pages stand in ArabicNews.Html.Tests.</summary>
public class SeedPagesTests
{
    public static TheoryData<string> Pages => SeedPageChecks.Pages(".txt");

    [Theory]
    [MemberData(nameof(Pages))]
    public void Page_NamesItsPeopleAndPlaces_AndNobodyElse(string file) => SeedPageChecks.ShouldNameWhatItNames(file, Parse(file));

    [Theory]
    [MemberData(nameof(Pages))]
    public void Places_LieInTheirCountries(string file) => SeedPageChecks.PlacesShouldLieInTheirCountries(file, Parse(file));

    [Fact]
    public void KnownMisses_AreOfPagesOfTheTable_WithAReason() =>
        SeedPageNames.Rows("SeedPageKnownMisses.tsv").Should().OnlyContain(cells => cells.Length == 4 && cells[3].Length > 0 && SeedPageNames.All.Any(row => row.File == cells[0]));

    private static NewsPage Parse(string file) => ArticleParser.Default.Parse(File.ReadAllText(SeedPageChecks.RowOf(file).Path));
}
