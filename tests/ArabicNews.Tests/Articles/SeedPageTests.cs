using ArabicNews.Tests.Support;

namespace ArabicNews.Tests.Articles;

/// <summary>
/// The owner's seed page: an aggregator's copy of a story, two source lines glued together, and behind «إقرأ أيضاً:» a whole article of another outlet with its form, comments and foot.
/// </summary>
public class SeedPageTests
{
    private static readonly NewsPage s_page = ArticleParser.Default.Parse(
        File.ReadAllText(RepositoryFiles.InRepository("seeds/articles/000_b91ee82fcd84a4d3.txt")));

    private static Article Main => s_page.Main!;

    [Fact]
    public void Text_IsTheFileItself()
    {
        s_page.SourceMap.Should().BeNull();
        s_page.Flags.Should().Be(PageFlags.None);
        s_page.NoArticleReason.Should().Be(NoArticleReason.None);
    }

    [Fact]
    public void Headline_IsTheFirstLine()
    {
        Main.Headline.Should().Be(TextSpan.FromBounds(0, 51));
        Cut(Main.Headline).Should().Be("أوستن يلتقي غالانت ويؤكد حرص واشنطن على أمن إسرائيل");
    }

    [Fact]
    public void Published_IsTheLabelledDay()
    {
        Main.Published!.Value.Should().Be(new DateTimeOffset(2024, 3, 27, 0, 0, 0, TimeSpan.Zero));
        Main.Published.Precision.Should().Be(DatePrecision.Day);
        TextSpan.FromBounds(52, 85).Contains(Main.Published.Span).Should().BeTrue();
        Main.Modified.Should().BeNull();
    }

    [Fact]
    public void Dateline_NamesThePlace()
    {
        Main.Dateline!.Places.Select(place => place.Name).Should().Equal("الولايات المتحدة");
        Main.Parts.Should().Contain(part => part.Kind == ArticlePartKind.Dateline && part.Span.Start == 86 && part.Span.End <= 105);
    }

    [Fact]
    public void Body_IsItsLinesAndNothingElse()
    {
        Main.BodySpan.Should().Be(TextSpan.FromBounds(105, 2789));
        (int, int)[] lines =
        [
            (105, 388), (389, 634), (635, 774), (775, 868), (869, 988), (989, 1226), (1227, 1434), (1435, 1542), (1543, 1699), (1700, 1960), (1961, 2119), (2120, 2301),
            (2302, 2484), (2485, 2610), (2611, 2789),
        ];
        Main.Parts.Where(part => Article.IsBody(part.Kind)).Select(part => (part.Span.Start, part.Span.End)).Should().Equal(lines);
        Main.Lede.Should().Be(TextSpan.FromBounds(105, 388));
        Main.Parts.Where(part => Article.IsBody(part.Kind)).Skip(1).Should().OnlyContain(part => part.Kind == ArticlePartKind.Paragraph);
    }

    [Fact]
    public void Sources_OfTwoGluedLines_AreTold()
    {
        Main.Sources.Select(source => (Cut(source.Span), source.Role)).Should().Equal(
            ("الجزيرة", SourceRole.Publisher), ("وكالات", SourceRole.Agency), ("صحيفة المرصد الليبية", SourceRole.Republished));
        Main.Span.Should().Be(TextSpan.FromBounds(0, 2843));
    }

    [Fact]
    public void Related_IsTheSecondArticle()
    {
        Article related = s_page.Related.Should().ContainSingle().Subject;
        Cut(related.Headline).Should().Be("غالانت سيسافر قريبا إلى واشنطن بعد صدور مذكرة اعتقاله");
        related.Headline.Should().Be(TextSpan.FromBounds(2856, 2909));
        related.Dateline!.Outlets.Select(outlet => outlet.Name).Should().Equal("سرايا");
        related.Parts.Where(part => Article.IsBody(part.Kind)).Select(part => (part.Span.Start, part.Span.End)).Should().Equal((2918, 3066), (3067, 3244));
        related.Published.Should().BeNull();
    }

    [Fact]
    public void Boilerplate_IsToldByKind()
    {
        s_page.Boilerplate.Where(block => block.Span.Start > 3244).Select(block => (block.Span.Start, block.Span.End, block.Kind)).Should().Equal(
            (3245, 3311, BoilerplateKind.Share),
            (3312, 3333, BoilerplateKind.Views),
            (3334, 3566, BoilerplateKind.Comments),
            (3567, 3670, BoilerplateKind.Form),
            (3671, 3722, BoilerplateKind.Other),
            (3723, 3783, BoilerplateKind.Copyright),
            (3784, 3850, BoilerplateKind.Navigation));
    }

    private static string Cut(TextSpan? span) => span!.Value.In(s_page.Text).ToString();
}
