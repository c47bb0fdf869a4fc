using ArabicNews.Evaluation;
using ArabicNews.Tests.Support;

namespace ArabicNews.Tests.Evaluation;

public class GoldMentionTests
{
    private const string File = "folder/page.txt.mentions.tsv";

    [Fact]
    public void Parse_ReadsPeopleAndPlaces()
    {
        GoldMention.Parse(File, [GoldMention.Header, "0\t5\tPER\tlloyd-austin\t", "7\t12\tLOC\tegypt\tQ79", "13\t20\tORG\topec\t"], 20).Should().Equal(
            new GoldMention(new TextSpan(0, 5), EntityKind.Person, "lloyd-austin", null),
            new GoldMention(new TextSpan(7, 5), EntityKind.Place, "egypt", GoldPlace.Find("Q79")),
            new GoldMention(new TextSpan(13, 7), EntityKind.Organization, "opec", null));
    }

    [Theory]
    [InlineData("?CI@5.478,-4.075", "CI", 5.478, -4.075)]
    [InlineData("?@-60,0", "", -60, 0)]
    public void Find_AcceptsAPlaceThatTheGazetteerLacks(string id, string country, double latitude, double longitude)
        => GoldPlace.Find(id).Should().Be(new GoldPlace(id, country, latitude, longitude));

    [Fact]
    public void Find_TakesTheGazetteersRow()
    {
        PlaceInfo egypt = Gazetteer.Default.GetPlace("Q79")!;

        GoldPlace.Find("Q79").Should().Be(new GoldPlace("Q79", "EG", egypt.Latitude, egypt.Longitude));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Q0")]
    [InlineData("?")]
    [InlineData("?EG")]
    [InlineData("?eg@1,2")]
    [InlineData("?EGY@1,2")]
    [InlineData("?EG@91,2")]
    [InlineData("?EG@1,181")]
    [InlineData("?EG@1")]
    [InlineData("?EG@1,2,3")]
    [InlineData("?EG@NaN,2")]
    public void Find_AnythingElse_IsNone(string id) => GoldPlace.Find(id).Should().BeNull();

    [Theory]
    [InlineData("0\t5\tPER\tlloyd-austin", "five columns")]
    [InlineData("0\t5\tPER\tlloyd-austin\t\t", "five columns")]
    [InlineData("", "five columns")]
    [InlineData("0\tfive\tPER\tlloyd-austin\t", "'five'")]
    [InlineData("-1\t5\tPER\tlloyd-austin\t", "'-1'")]
    [InlineData("5\t5\tPER\tlloyd-austin\t", "no span")]
    [InlineData("0\t21\tPER\tlloyd-austin\t", "no span of a text of 20")]
    [InlineData("0\t5\tperson\tlloyd-austin\t", "'person'")]
    [InlineData("0\t5\tPER\t\t", "entity")]
    [InlineData("0\t5\tPER\tlloyd-austin\tQ79", "'Q79'")]
    [InlineData("0\t5\tLOC\tegypt\t", "''")]
    [InlineData("0\t5\tLOC\tegypt\tQ0", "'Q0'")]
    [InlineData("7\t12\tLOC\tegypt\tQ79", "a second mention from 7 to 12")]
    public void Parse_ABadRow_IsTold_WithFileAndLine(string row, string what)
    {
        Action parse = () => GoldMention.Parse(File, [GoldMention.Header, "7\t12\tLOC\tegypt\tQ79", row], 20);

        parse.Should().Throw<InvalidDataException>().WithMessage($"{File}:3: *{what}*");
    }

    [Fact]
    public void Parse_AnotherHeaderOrNone_IsTold_WithFileAndLine()
    {
        foreach (string[] lines in new[] { Array.Empty<string>(), ["start\tend\tkind\tentity"] })
            FluentActions.Invoking(() => GoldMention.Parse(File, lines, 20)).Should().Throw<InvalidDataException>().WithMessage($"{File}:1: *header*");
    }

    [Fact]
    public void OurFiles_SayOneKindAndOnePlaceOfEachEntity_AndDoNotOverlap()
    {
        string[] files = Directory.GetFiles(RepositoryFiles.InRepository("tests/ArabicNews.Evaluation/Data/mentions"), "*.mentions.tsv");
        files.Should().NotBeEmpty();
        foreach (string file in files)
        {
            GoldMention[] mentions = [.. GoldMention.Parse(file, System.IO.File.ReadAllLines(file), int.MaxValue).OrderBy(mention => mention.Span.Start)];
            mentions.GroupBy(mention => mention.Entity, StringComparer.Ordinal)
                .Where(entity => entity.Select(mention => (mention.Kind, mention.Place)).Distinct().Count() > 1).Select(entity => entity.Key).Should().BeEmpty(file);
            mentions.Zip(mentions.Skip(1)).Where(pair => pair.First.Span.Overlaps(pair.Second.Span)).Should().BeEmpty(file);
        }
    }
}
