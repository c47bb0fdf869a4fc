using ArabicNews.Tests.Entities;

namespace ArabicNews.Html.Tests;

/// <summary>The people and places of our own HTML pages, as the parser reads them.</summary>
public class SeedPageEntitiesTests
{
    public static TheoryData<string> Pages => SeedPageChecks.Pages(".html");

    [Theory]
    [MemberData(nameof(Pages))]
    public void Page_NamesItsPeopleAndPlaces_AndNobodyElse(string file) => SeedPageChecks.ShouldNameWhatItNames(file, Parse(file));

    [Theory]
    [MemberData(nameof(Pages))]
    public void Places_LieInTheirCountries(string file) => SeedPageChecks.PlacesShouldLieInTheirCountries(file, Parse(file));

    private static NewsPage Parse(string file)
    {
        using FileStream html = File.OpenRead(SeedPageChecks.RowOf(file).Path);
        return HtmlArticleParser.Default.Parse(html);
    }
}
