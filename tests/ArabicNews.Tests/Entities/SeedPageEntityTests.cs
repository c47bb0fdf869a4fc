using System.Text;
using ArabicNews.Tests.Support;

namespace ArabicNews.Tests.Entities;

/// <summary>The people and places of the seed page's main article: every mention, and nothing else.</summary>
public class SeedPageEntityTests
{
    private static readonly string s_text = Encoding.UTF8.GetString(File.ReadAllBytes(RepositoryFiles.InRepository("seeds/articles/000_b91ee82fcd84a4d3.txt")));

    // The name of an entity, and where the article's own text has it: start and printed form.
    private static readonly (string Name, (int Start, string Printed)[] Mentions)[] s_people =
    [
        ("لويد أوستن", [(0, "أوستن"), (190, "لويد أوستن"), (643, "أوستن"), (901, "أوستن"), (1029, "أوستن")]),
        ("يوآف غالانت", [(12, "غالانت"), (213, "يوآف غالانت"), (910, "غالانت"), (1002, "غالانت"), (1440, "غالانت"), (1862, "غالانت")]),
        ("أنتوني بلينكن", [(1301, "أنتوني بلينكن"), (1464, "بلينكن")]),
        ("جيك سوليفان", [(1623, "جيك سوليفان"), (1853, "سوليفان")]),
        ("كارين جان بيير", [(1733, "كارين جان بيير")]),
        ("جو بايدن", [(1806, "جو بايدن")]),
        ("بنيامين نتنياهو", [(2058, "بنيامين نتنياهو")]),
        ("بتسلئيل سموتريتش", [(2345, "بتسلئيل سموتريتش"), (2491, "سموتريتش")]),
        ("إيتمار بن غفير", [(2642, "إيتمار بن غفير")]),
    ];

    private static readonly (string Name, string Country, double Latitude, double Longitude, (int Start, string Printed)[] Mentions)[] s_places =
    [
        ("واشنطن", "US", 38.9, -77.0, [(29, "واشنطن"), (145, "واشنطن"), (258, "واشنطن"), (502, "واشنطن"), (1474, "واشنطن"), (2003, "واشنطن"), (2435, "واشنطن")]),
        ("إسرائيل", "IL", 31.5, 34.75, [(44, "إسرائيل"), (516, "إسرائيل"), (1124, "إسرائيل"), (1141, "إسرائيل"), (1322, "إسرائيل"), (1918, "إسرائيل"), (2124, "إسرائيل"), (2377, "إسرائيل"),
            (2503, "إسرائيل"), (2702, "إسرائيل")]),
        ("الولايات المتحدة", "US", 38, -97, [(86, "الولايات المتحدة"), (277, "أميركا"), (418, "الولايات المتحدة"), (2158, "الولايات المتحدة"), (2386, "الولايات المتحدة")]),
        ("تل أبيب", "IL", 32.1, 34.8, [(249, "تل أبيب")]),
        ("غزة", "PS", 31.5, 34.5, [(379, "قطاع غزة"), (484, "غزة"), (696, "غزة"), (785, "غزة"), (947, "غزة"), (1222, "غزة"), (1429, "غزة"), (1494, "غزة"), (1956, "غزة"), (2115, "غزة"), (2297, "غزة"),
            (2462, "قطاع غزة")]),
        ("رفح", "PS", 31.3, 34.25, [(770, "رفح"), (2092, "رفح"), (2564, "رفح"), (2679, "رفح")]),
        ("نورث كارولاينا", "US", 35.5, -79.4, [(1834, "نورث كارولاينا")]),
    ];

    [Fact]
    public void People_AreEachOneEntity_WithAllTheirMentions()
    {
        Describe(EntityExtractor.Default.Extract(MainArticle(), s_text).People).Should().Equal(s_people.Select(person => Describe(person.Name, person.Mentions)));
    }

    [Fact]
    public void Places_AreEachOneEntity_WithAllTheirMentions()
    {
        Describe(EntityExtractor.Default.Extract(MainArticle(), s_text).Places).Should().Equal(s_places.Select(place => Describe(place.Name, place.Mentions)));
    }

    [Fact]
    public void Places_StandOnTheMap()
    {
        foreach (Entity entity in EntityExtractor.Default.Extract(MainArticle(), s_text).Places)
        {
            (_, string country, double latitude, double longitude, _) = s_places.Single(place => place.Name == entity.Name);
            entity.Place!.CountryCode.Should().Be(country);
            entity.Place.Latitude.Should().BeApproximately(latitude, 1);
            entity.Place.Longitude.Should().BeApproximately(longitude, 1);
        }
    }

    [Fact]
    public void SeatsOfGovernment_AreOrganizations()
    {
        EntityExtractor.Default.Extract(MainArticle(), s_text).Organizations.Select(entity => entity.Name).Should().Contain(["البنتاغون", "البيت الأبيض", "مجلس الأمن"]);
    }

    [Fact]
    public void Roles_AreAsPrinted()
    {
        Dictionary<string, string?> roles = EntityExtractor.Default.Extract(MainArticle(), s_text).People.ToDictionary(entity => entity.Name, entity => entity.Role);
        roles["جو بايدن"].Should().Be("الرئيس الأميركي");
        roles["بتسلئيل سموتريتش"].Should().Be("وزير المالية الإسرائيلي");
        roles["إيتمار بن غفير"].Should().Be("وزير الأمن القومي");
        roles["بنيامين نتنياهو"].Should().Be("رئيس الوزراء");
        roles["أنتوني بلينكن"].Should().Be("وزير الخارجية الأميركية");
    }

    /// <summary>The rules alone see the people: the list of public figures only adds identity.</summary>
    [Fact]
    public void People_AreFoundWithoutTheListOfPeople()
    {
        var gazetteer = new Gazetteer(withPeople: false);
        var extractor = new EntityExtractor(gazetteer, EntityExtractorOptions.Default);

        Describe(extractor.Extract(MainArticle(), s_text).People).Should().Equal(s_people.Select(person => Describe(person.Name, person.Mentions)));
    }

    [Fact]
    public void Page_AsTheParserReadsIt_GivesTheSamePeopleAndPlaces()
    {
        EntityExtraction extraction = EntityExtractor.Default.Extract(ArticleParser.Default.Parse(s_text));

        Describe(extraction.People).Should().Equal(s_people.Select(person => Describe(person.Name, person.Mentions)));
        Describe(extraction.Places).Should().Equal(s_places.Select(place => Describe(place.Name, place.Mentions)));
    }

    // As the page's parser reads it: headline, dateline, and the lines of the body.
    private static Article MainArticle()
    {
        var parts = new List<ArticlePart> { new(TextSpan.FromBounds(0, 51), ArticlePartKind.Headline), new(TextSpan.FromBounds(86, 105), ArticlePartKind.Dateline) };
        for (int start = 105; start < 2789;)
        {
            int end = s_text.IndexOf('\n', start);
            parts.Add(new ArticlePart(TextSpan.FromBounds(start, end), start == 105 ? ArticlePartKind.Lede : ArticlePartKind.Paragraph));
            start = end + 1;
        }

        return new Article
        {
            Span = TextSpan.FromBounds(0, 2843),
            Parts = [.. parts],
            Dateline = new Dateline { Span = TextSpan.FromBounds(86, 105), Places = [new CreditedName(TextSpan.FromBounds(86, 102), "الولايات المتحدة")] },
        };
    }

    private static IEnumerable<string> Describe(IEnumerable<Entity> entities) =>
        entities.Select(entity => Describe(entity.Name, [.. entity.Mentions.Select(mention => (mention.Span.Start, s_text[(Range)mention.Span]))]));

    private static string Describe(string name, (int Start, string Printed)[] mentions) =>
        $"{name}: {string.Join(' ', mentions.Select(mention => $"{mention.Start}«{mention.Printed}»"))}";
}
