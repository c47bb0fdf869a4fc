using ArabicNews.Tests.Support;
using CsCheck;

namespace ArabicNews.Tests.Articles;

public class DatelineParserTests
{
    [Fact]
    public void TryParse_CoversTheSeparator_NotTheBlanksAround()
    {
        const string paragraph = "\u00A0 القاهرة - رويترز:  قالت مصادر";
        DatelineParser.TryParse(paragraph, null, null, out Dateline? dateline).Should().BeTrue();
        paragraph[(Range)dateline!.Span].Should().Be("القاهرة - رويترز:");
    }

    [Fact]
    public void TryParse_OpeningQuotation_BelongsToTheStory()
    {
        const string paragraph = "القاهرة: «لن نتراجع» قال الوزير";
        DatelineParser.TryParse(paragraph, null, null, out Dateline? dateline).Should().BeTrue();
        paragraph[(Range)dateline!.Span].Should().Be("القاهرة:");
    }

    [Fact]
    public void TryParse_BothCalendars_TrustsTheGregorianDate()
    {
        const string paragraph = "جدة 26 شوال 1436 هـ الموافق 11 أغسطس 2015 م واس\nعقد مدير عام التعليم اجتماعا";
        DatelineParser.TryParse(paragraph, null, null, out Dateline? dateline).Should().BeTrue();
        dateline!.Date!.Value.Should().Be(new DateTimeOffset(2015, 8, 11, 0, 0, 0, TimeSpan.Zero));
        dateline.Date.Calendar.Should().Be(CalendarKind.Gregorian);
        paragraph[(Range)dateline.Span].Should().Be("جدة 26 شوال 1436 هـ الموافق 11 أغسطس 2015 م واس");
        dateline.Span.Contains(dateline.Date.Span).Should().BeTrue();
    }

    [Theory]
    [InlineData("دبي في ٩ فبراير / وام / دخل المسبار مدار المريخ", "دبي في ٩ فبراير / وام /")]
    [InlineData("الدوحة 6 شباط (بترا)- كتب المنتخب", "الدوحة 6 شباط (بترا)-")]
    public void TryParse_DayWithoutItsYear_IsCoveredAndTellsNoDate(string paragraph, string covered)
    {
        DatelineParser.TryParse(paragraph, null, null, out Dateline? dateline).Should().BeTrue();
        paragraph[(Range)dateline!.Span].Should().Be(covered);
        dateline.Date.Should().BeNull();
    }

    [Fact]
    public void TryParse_QuotationBehindADateline_BelongsToTheStory()
    {
        const string paragraph = "دبي 9 فبراير 2021 / وام / دخل «مسبار الأمل» مساء اليوم";
        DatelineParser.TryParse(paragraph, null, null, out Dateline? dateline).Should().BeTrue();
        paragraph[(Range)dateline!.Span].Should().Be("دبي 9 فبراير 2021 / وام /");
        dateline.Outlets.Should().BeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("قال الرئيس: إن الوضع - كما قال - صعب")]
    [InlineData("وأوضح المتحدث - في بيان - أن العمل مستمر")]
    [InlineData("لندن - مدينة الضباب - تنتظر الربيع")]
    [InlineData("الرياض: 35 درجة، جدة: 40 درجة")]
    [InlineData("الرئيس المنتخب: مرحلة جديدة تبدأ")]
    [InlineData("محمد صلاح: أنا سعيد بهذا الفوز")]
    [InlineData("في 9 فبراير دخل المسبار مدار المريخ")]
    [InlineData("القاهرة مدينة كبيرة، ومنها انطلقت الحملة: حملة للقراءة")]
    public void TryParse_Sentence_HasNone(string paragraph) => DatelineParser.TryParse(paragraph, null, null, out _).Should().BeFalse();

    [SharedDataFact("data/articles/pages/00_seed/page.txt")]
    public void TryParse_SeedPage_PlaceAndDash()
    {
        string text = File.ReadAllText(RepositoryFiles.InShared("data/articles/pages/00_seed/page.txt")!);
        DatelineParser.TryParse(text.AsSpan(86, 300), null, null, out Dateline? main).Should().BeTrue();
        main!.Span.Should().Be(TextSpan.FromBounds(0, 18));
        main.Places.Should().ContainSingle().Which.Name.Should().Be("الولايات المتحدة");

        DatelineParser.TryParse(text.AsSpan(2910, 300), null, null, out Dateline? related).Should().BeTrue();
        related!.Span.Should().Be(TextSpan.FromBounds(0, 7));
        related.Outlets.Should().ContainSingle().Which.Name.Should().Be("سرايا");
    }

    [Fact]
    public void TryParse_AnyParagraph_SpansAreInsideAndOrdered()
        => CreditLines.Any.Sample(paragraph =>
        {
            if (!DatelineParser.TryParse(paragraph, "سبق", new DateTimeOffset(2024, 3, 27, 0, 0, 0, TimeSpan.Zero), out Dateline? dateline)) return;
            dateline.Span.End.Should().BeLessThanOrEqualTo(paragraph.Length);
            CreditedName[] all = [.. ((CreditedName[])[.. dateline.Places, .. dateline.Agencies, .. dateline.Outlets, .. dateline.Persons]).OrderBy(name => name.Span.Start)];
            for (int i = 0; i < all.Length; i++)
            {
                dateline.Span.Contains(all[i].Span).Should().BeTrue();
                if (i > 0) all[i].Span.Start.Should().BeGreaterThanOrEqualTo(all[i - 1].Span.End);
            }
        }, seed: "0000datelin1", iter: 5000, threads: 1);
}
