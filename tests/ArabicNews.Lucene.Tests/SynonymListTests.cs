namespace ArabicNews.Lucene.Tests;

public class SynonymListTests
{
    private const string Lines = "# one group a line\n\nالفيفا\tالاتحاد الدولي لكرة القدم\tFIFA\nالمركزي\tالبنك المركزي\n";

    private static readonly SynonymList s_list = SynonymList.Read(new StringReader(Lines));

    [Theory]
    [InlineData("الفيفا", "&فيف")]
    [InlineData("فيفا", "&فيف")]
    [InlineData("وبالفيفا", "&فيف")]
    [InlineData("fifa", "&فيف")]
    [InlineData("الإتّحاد الدولى لكره القدم", "&فيف")]
    [InlineData("الاتحاد في الدولي لكرة القدم", "&فيف")]
    [InlineData("البنك المركزي", "&مركز")]
    [InlineData("الاتحاد الدولي", null)]
    [InlineData("لكرة القدم", null)]
    public void Analyze_AMember_IsTheTermOfItsGroup(string text, string? term)
    {
        foreach (bool stopWords in new[] { true, false })
        {
            using var analyzer = new ArabicNewsAnalyzer(new ArabicNewsAnalyzerOptions { Synonyms = s_list, StopWords = stopWords, Names = NameTerms.None });
            TokenStreamChecks.Analyze(analyzer, text).Select(token => token.Term).Where(found => found[0] == ArabicNewsAnalyzer.SynonymMark).Should().Equal(term is null ? [] : [term]);
        }
    }

    [Fact]
    public void Analyze_AMemberOfSeveralWords_StandsAtTheFirstAndIsAsLongAsAll()
    {
        using var analyzer = new ArabicNewsAnalyzer(ArabicNewsAnalyzerOptions.Lean with { Synonyms = s_list });
        TokenStreamChecks.Analyze(analyzer, "رئيس البنك المركزي قال").Should().Equal(
            new StreamToken("رءيس", 0, 4, 1, "word"), new StreamToken("بنك", 5, 10, 1, "word"), new StreamToken("&مركز", 5, 18, 0, "synonym", 2), new StreamToken("مركز", 11, 18, 1, "word"), new StreamToken("قال", 19, 22, 1, "word"));
    }

    [Theory]
    [InlineData("الفيفا", "Line 1: a group needs two members.")]
    [InlineData("الفيفا\t.", "Line 1: '.' has no word, or too many.")]
    [InlineData("أ\tب\n# \nج\tأ", "Line 3: 'أ' is in two groups.")]
    public void Read_ALineThatIsNone_IsNamed(string lines, string message)
        => FluentActions.Invoking(() => SynonymList.Read(new StringReader(lines))).Should().Throw<InvalidDataException>().WithMessage(message);

    [Fact]
    public void Create_OfTheSameGroups_IsEqual()
    {
        SynonymList made = SynonymList.Create(["الفيفا", "الاتحاد الدولي لكرة القدم", "FIFA"], ["المركزي", "البنك المركزي"]);
        made.Should().Be(s_list);
        made.GetHashCode().Should().Be(s_list.GetHashCode());
        made.Should().NotBe(SynonymList.Create(["الفيفا", "FIFA"]));
        FluentActions.Invoking(() => SynonymList.Create(["الفيفا"])).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => SynonymList.Create(["الفيفا", null!])).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => SynonymList.Create(null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => SynonymList.Read(null!)).Should().Throw<ArgumentNullException>();
    }
}
