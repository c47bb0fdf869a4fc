namespace ArabicNews.Tests.Articles;

public class ArticleImageTests
{
    [Theory]
    [InlineData("القاعة الرئيسية قبيل الجلسة (غيتي)", "القاعة الرئيسية قبيل الجلسة", "غيتي")]
    [InlineData("الكبسولة لحظة خروجها من البئر – رويترز", "الكبسولة لحظة خروجها من البئر", "رويترز")]
    [InlineData("الواجهة الغربية للكاتدرائية. (أ ب).", "الواجهة الغربية للكاتدرائية.", "أ ب")]
    [InlineData("أطفال يلعبون في ساحة المدرسة - تصوير: محمد علي", "أطفال يلعبون في ساحة المدرسة", "تصوير: محمد علي")]
    [InlineData("الملعب قبل المباراة (تصوير: محمد علي)", "الملعب قبل المباراة", "تصوير: محمد علي")]
    [InlineData("تصوير: محمد علي", null, "تصوير: محمد علي")]
    [InlineData("رويترز", null, "رويترز")]
    [InlineData("الصورة: رويترز", null, "رويترز")]
    [InlineData("الرصيف الأول (رويترز)", "الرصيف الأول", "رويترز")]
    [InlineData("سفينة تغادر الميناء (محمد علي - رويترز)", "سفينة تغادر الميناء", "محمد علي - رويترز")]
    [InlineData("ميناء الجزائر © الشركة الوطنية 2024", "ميناء الجزائر", "الشركة الوطنية 2024")]
    [InlineData("الرئيس الجزائري عبد المجيد تبون", "الرئيس الجزائري عبد المجيد تبون", null)]
    [InlineData("خط القاهرة - الإسكندرية السريع", "خط القاهرة - الإسكندرية السريع", null)]
    [InlineData("الطائرة في مطار بغداد (أرشيف)", "الطائرة في مطار بغداد (أرشيف)", null)]
    [InlineData("   ", null, null)]
    [InlineData("", null, null)]
    public void FromCaption_TellsTheCreditFromWhatIsShown(string line, string? caption, string? credit)
    {
        string text = "سطر\n" + line + "\nسطر";
        ArticleImage image = ArticleImage.FromCaption(text, new TextSpan(4, line.Length));
        (image.Caption, image.Credit, image.Url).Should().Be((caption, credit, null));
        if (image.CaptionSpan is { } first) first.In(text).ToString().Should().Be(caption);
        if (image.CreditSpan is { } second) second.In(text).ToString().Should().Be(credit);
        (image.CaptionSpan.HasValue, image.CreditSpan.HasValue).Should().Be((caption is not null, credit is not null));
    }

    [Fact]
    public void Parse_CrawledText_GivesThePicturesOfItsCaptions()
    {
        string text = File.ReadAllText(Support.RepositoryFiles.InRepository("seeds/articles/42-ingenuity-captions-timetable.txt"));
        NewsPage page = ArticleParser.Default.Parse(text);
        page.Main!.Images.Should().HaveCount(page.Main.Parts.Count(part => part.Kind == ArticlePartKind.Caption)).And.NotBeEmpty();
        page.Main.Images.Should().OnlyContain(image => image.Url == null && (image.Caption != null || image.Credit != null));
    }

    [Fact]
    public void FromCaption_OfACallersMistake_Throws()
    {
        FluentActions.Invoking(() => ArticleImage.FromCaption(null!, default)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => ArticleImage.FromCaption("س", new TextSpan(0, 2))).Should().Throw<ArgumentOutOfRangeException>();
    }
}
