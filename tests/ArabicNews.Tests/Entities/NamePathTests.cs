namespace ArabicNews.Tests.Entities;

public class NamePathTests
{
    [Theory]
    [InlineData("القاهرة", EntityKind.Place)]
    [InlineData("القاهره", EntityKind.Place)]
    [InlineData("الولايات المتحدة", EntityKind.Place)]
    [InlineData("الأمم المتحدة", EntityKind.Organization)]
    [InlineData("أنطونيو غوتيريش", EntityKind.Person)]
    public void TryGetName_AName_IsWhatItNames(string name, EntityKind kind)
    {
        Walk(name).TryGetName(out EntityKind found, out string id).Should().BeTrue();
        found.Should().Be(kind);
        id.Should().NotBeEmpty();
    }

    [Fact]
    public void TryGetName_OtherNamesOfAPlace_HaveItsId()
    {
        Walk("الولايات المتحدة").TryGetName(out _, out string left);
        Walk("الولايات المتحدة الأميركية").TryGetName(out _, out string right);
        left.Should().Be(right);
    }

    [Theory]
    [InlineData("الولايات", true)]
    [InlineData("نيو", true)]
    [InlineData("نيو يورك", false)]
    [InlineData("أنطونيو", false)]
    public void LeadsToPlace_TheBeginningOfAPlace_IsOne(string words, bool leads) => Walk(words).LeadsToPlace.Should().Be(leads);

    [Theory]
    [InlineData("الولايات")]
    [InlineData("كان")]
    public void TryGetName_APartOrAWord_IsNone(string words) => Walk(words).TryGetName(out _, out _).Should().BeFalse();

    [Theory]
    [InlineData("")]
    [InlineData("NATO")]
    [InlineData("كلا\uD800م")]
    public void TryStep_NoWordOfANames_LeadsNowhere(string word)
    {
        Gazetteer.Default.Names.TryStep(word, out NamePath path).Should().BeFalse();
        path.TryStep("القاهرة", out _).Should().BeFalse();
        path.TryGetName(out _, out _).Should().BeFalse();
    }

    [Fact]
    public void TryStep_OnceWarm_AllocatesNothing()
    {
        Walk("أنطونيو غوتيريش");
        long before = GC.GetAllocatedBytesForCurrentThread();
        Gazetteer.Default.Names.TryStep("أنطونيو", out NamePath path);
        path.TryStep("غوتيريش", out path);
        path.TryGetName(out _, out _);
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().Be(0);
    }

    private static NamePath Walk(string words)
    {
        NamePath path = Gazetteer.Default.Names;
        foreach (string word in words.Split(' ')) path.TryStep(word, out path).Should().BeTrue();
        return path;
    }
}
