namespace ArabicNews.Html.Tests;

/// <summary>What a page says of itself in several places, and why one of them was believed.</summary>
public class EvidenceTests
{
    private static readonly Uri s_address = new("https://manara.example/2024/3/12/train");

    [Fact]
    public void Published_PrintedLine_IsChosenAndTheClaimsConfirmIt() => Of(Parse(SamplePage.Html), ArticleField.Published).Should().Equal(
        new FieldEvidence(ArticleField.Published, EvidenceSource.Text, "الثلاثاء 12 مارس 2024 - 09:30", EvidenceVerdict.Chosen),
        new FieldEvidence(ArticleField.Published, EvidenceSource.OpenGraph, "2024-03-12T09:30:00+03:00", EvidenceVerdict.Confirms),
        new FieldEvidence(ArticleField.Published, EvidenceSource.Address, s_address.OriginalString, EvidenceVerdict.Confirms));

    [Fact]
    public void Published_OneClaimAgainstTwo_IsOutvoted()
    {
        NewsPage page = Parse(Head("<meta name=date content=2019-01-01><script type=application/ld+json>{\"@type\":\"NewsArticle\",\"datePublished\":\"2024-03-12T09:30:00+03:00\"}</script>"));
        page.Main!.Published!.Value.Year.Should().Be(2024);
        Of(page, ArticleField.Published).Should().ContainSingle(item => item.Verdict == EvidenceVerdict.Chosen).Which.Source.Should().Be(EvidenceSource.Text);
        Of(page, ArticleField.Published).Should().Contain(new FieldEvidence(ArticleField.Published, EvidenceSource.Meta, "2019-01-01", EvidenceVerdict.Outvoted))
            .And.Contain(new FieldEvidence(ArticleField.Published, EvidenceSource.JsonLd, "2024-03-12T09:30:00+03:00", EvidenceVerdict.Confirms));
    }

    [Fact]
    public void Published_LocalTimeMarkedAsUniversal_DiffersByTheZone()
    {
        string html = SamplePage.Html.Replace("2024-03-12T09:30:00+03:00", "2024-03-11T22:30:00Z", StringComparison.Ordinal);
        NewsPage page = HtmlArticleParser.Default.Parse(html);
        page.Main!.Published!.Value.Day.Should().Be(12);
        Of(page, ArticleField.Published)[1].Should().Be(new FieldEvidence(ArticleField.Published, EvidenceSource.OpenGraph, "2024-03-11T22:30:00Z", EvidenceVerdict.ZoneDiffers));
    }

    [Fact]
    public void Published_OfATimeElement_WhereReadersSeeARelativeDate()
    {
        string html = SamplePage.Html.Replace("<meta property=\"article:published_time\" content=\"2024-03-12T09:30:00+03:00\">", "", StringComparison.Ordinal)
            .Replace("<div class=\"date\">الثلاثاء 12 مارس 2024 - 09:30</div>", "<time datetime=\"2024-03-12T09:30:00+03:00\">قبل ساعتين</time> <time class=updated datetime=\"2024-03-12T11:00:00+03:00\">قبل ساعة</time>", StringComparison.Ordinal);
        NewsPage page = HtmlArticleParser.Default.Parse(html);
        page.Main!.Published!.Value.Should().Be(new DateTimeOffset(2024, 3, 12, 9, 30, 0, TimeSpan.FromHours(3)));
        page.Main.Modified!.Value.Should().Be(new DateTimeOffset(2024, 3, 12, 11, 0, 0, TimeSpan.FromHours(3)));
        Of(page, ArticleField.Published).Should().Equal(new FieldEvidence(ArticleField.Published, EvidenceSource.TimeElement, "2024-03-12T09:30:00+03:00", EvidenceVerdict.Chosen));
    }

    [Fact]
    public void Published_OfATimeElementAboveTheHeadline_IsAClock()
    {
        string html = SamplePage.Html.Replace("<nav>", "<time datetime=\"2026-11-25T00:00:00+03:00\">الأربعاء</time><nav>", StringComparison.Ordinal);
        Of(HtmlArticleParser.Default.Parse(html), ArticleField.Published).Should().NotContain(item => item.Source == EvidenceSource.TimeElement);
    }

    [Fact]
    public void Modified_BeforePublication_IsNotLater()
    {
        NewsPage page = Parse(Head("<meta property=article:modified_time content=2024-03-12T09:00:00+03:00>"));
        page.Main!.Modified.Should().BeNull();
        Of(page, ArticleField.Modified).Should().Equal(new FieldEvidence(ArticleField.Modified, EvidenceSource.OpenGraph, "2024-03-12T09:00:00+03:00", EvidenceVerdict.NotLater));
    }

    [Fact]
    public void Headline_ForSocialNetworks_LosesAgainstWhatIsPrinted()
    {
        const string social = "لن تصدق كم بقي من الوقت بين المدينتين";
        NewsPage page = Parse(Head($"<meta property=og:title content=\"{social}\">"));
        page.Metadata.Title.Should().Be(SamplePage.Headline);
        Of(page, ArticleField.Headline).Should().Equal(
            new FieldEvidence(ArticleField.Headline, EvidenceSource.Text, SamplePage.Headline, EvidenceVerdict.Chosen),
            new FieldEvidence(ArticleField.Headline, EvidenceSource.OpenGraph, social, EvidenceVerdict.NotInText),
            new FieldEvidence(ArticleField.Headline, EvidenceSource.DocumentTitle, SamplePage.Headline + " - صحيفة المنارة", EvidenceVerdict.Confirms));
    }

    [Fact]
    public void Authors_LoginsSitesAndOrganizations_AreNoPersons()
    {
        NewsPage page = Parse(Head("<meta name=author content=admin><script type=application/ld+json>{\"@type\":\"NewsArticle\",\"author\":[{\"@type\":\"Person\",\"name\":\"سلمى حداد\"},"
            + "{\"@type\":\"Organization\",\"name\":\"صحيفة المنارة\"}]}</script>"));
        page.Main!.Byline!.Persons.Select(person => person.Name).Should().Equal("سلمى حداد");
        Of(page, ArticleField.Authors).Should().Equal(
            new FieldEvidence(ArticleField.Authors, EvidenceSource.JsonLd, "سلمى حداد", EvidenceVerdict.Chosen),
            new FieldEvidence(ArticleField.Authors, EvidenceSource.JsonLd, "صحيفة المنارة", EvidenceVerdict.NotAPerson),
            new FieldEvidence(ArticleField.Authors, EvidenceSource.Meta, "admin", EvidenceVerdict.NotAPerson));
    }

    [Fact]
    public void Section_OfTwoPlaces_IsConfirmed() => Of(Parse(Head("<meta property=article:section content=نقل><script type=application/ld+json>{\"@type\":\"NewsArticle\",\"articleSection\":\"نقل\"}</script>")), ArticleField.Section)
        .Select(item => (item.Source, item.Verdict)).Should().Equal((EvidenceSource.JsonLd, EvidenceVerdict.Chosen), (EvidenceSource.OpenGraph, EvidenceVerdict.Confirms));

    [Theory]
    [InlineData("<link rel=canonical href=/a><meta property=og:url content=/b>", "https://manara.example/a")]
    [InlineData("<meta property=og:url content=/b>", "https://manara.example/b")]
    [InlineData("<link rel=canonical href=/><meta property=og:url content=/b>", "https://manara.example/b")]
    [InlineData("<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"mainEntityOfPage\":{\"@type\":\"WebPage\",\"@id\":\"https://manara.example/c\"}}</script>", "https://manara.example/c")]
    [InlineData("<link rel=canonical href=javascript:x>", null)]
    public void CanonicalUrl_IsTheFirstThatIsNoHomePage(string head, string? expected) => Parse(Head(head)).Metadata.CanonicalUrl?.AbsoluteUri.Should().Be(expected);

    [Fact]
    public void NoArticle_NoEvidence() => HtmlArticleParser.Default.Parse("<title>خبر</title>").Evidence.Should().BeEmpty();

    private static string Head(string elements) => SamplePage.Html.Replace("<script>var x", elements + "<script>var x", StringComparison.Ordinal);

    private static NewsPage Parse(string html) => HtmlArticleParser.Default.Parse(html, s_address);

    private static FieldEvidence[] Of(NewsPage page, ArticleField field) => [.. page.Evidence.Where(item => item.Field == field)];
}
