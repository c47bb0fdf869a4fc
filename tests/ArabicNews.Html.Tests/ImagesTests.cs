using System.Collections.Immutable;

namespace ArabicNews.Html.Tests;

/// <summary>The pictures of an article with captions and credits.</summary>
public class ImagesTests
{
    private const string Caption = "القطار الأول عند وصوله إلى المحطة";

    [Fact]
    public void Figure_HasItsCaptionAndCredit()
    {
        (NewsPage page, ArticleImage image) = Single("<figure><img src=/i/train.jpg alt='قطار'><figcaption>" + Caption + " (رويترز)</figcaption></figure>");
        image.Url.Should().Be(new Uri("https://manara.example/i/train.jpg"));
        (image.Caption, image.Credit, image.AlternativeText).Should().Be((Caption, "رويترز", "قطار"));
        image.CaptionSpan!.Value.In(page.Text).ToString().Should().Be(Caption);
        image.CreditSpan!.Value.In(page.Text).ToString().Should().Be("رويترز");
        page.Main!.GetBody(page.Text).Should().Be(SamplePage.Body);
    }

    [Fact]
    public void Figure_WithACreditOfItsOwn()
    {
        (_, ArticleImage image) = Single("<figure><img data-src=/i/train.jpg src='data:image/gif;base64,R0lG'><figcaption><p>" + Caption + "</p><p>تصوير: محمد علي</p></figcaption></figure>");
        (image.Url!.AbsolutePath, image.Caption, image.Credit).Should().Be(("/i/train.jpg", Caption, "تصوير: محمد علي"));
    }

    [Fact]
    public void CaptionOfWordPress_IsTheBoxesText()
    {
        (_, ArticleImage image) = Single("<div class='wp-caption alignnone'><a href=/i/train.jpg><img src=/i/train-1024x683.jpg></a><p class=wp-caption-text>" + Caption + "</p></div>");
        (image.Url!.AbsolutePath, image.Caption, image.Credit).Should().Be(("/i/train-1024x683.jpg", Caption, null));
    }

    [Fact]
    public void Claims_FillWhatThePageDoesNotPrint()
    {
        (_, ArticleImage image) = Single("<img src=/i/train-300x200.jpg?v=2>",
            "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"image\":{\"@type\":\"ImageObject\",\"url\":\"https://manara.example/i/train.jpg\",\"caption\":\"" + Caption + "\",\"creditText\":\"رويترز\"}}</script>");
        (image.Caption, image.CaptionSpan, image.Credit, image.CreditSpan).Should().Be((Caption, null, "رويترز", null));
    }

    [Fact]
    public void ClaimedPicture_ThatThePageDoesNotShow_ComesFirst()
    {
        NewsPage page = Parse("<figure><img src=/i/train.jpg></figure>", "<meta property=og:image content=/i/lead.jpg><meta property=og:image:alt content='محطة'>");
        page.Main!.Images.Select(image => (image.Url!.AbsolutePath, image.AlternativeText)).Should().Equal(("/i/lead.jpg", "محطة"), ("/i/train.jpg", null));
    }

    [Theory]
    [InlineData("<img src=/pixel.gif width=1 height=1>")]
    [InlineData("<img src='data:image/gif;base64,R0lG'>")]
    [InlineData("<img src='javascript:x'>")]
    [InlineData("<aside class=related><img src=/other.jpg><p>خبر آخر</p></aside>")]
    public void PicturesOfOthers_AreLeftOut(string html) => Parse(html).Main!.Images.Should().BeEmpty();

    [Fact]
    public void CaptionOfSignsAlone_IsNoPicture()
    {
        Parse("<figure><figcaption>&mdash;</figcaption></figure>").Main!.Images.Should().BeEmpty();
        ArticleParser.Default.Parse([new TextBlock("\u2014", TextBlockRole.Caption), .. SamplePage.Body.Split('\n').Select(line => new TextBlock(line))], PageMetadata.Empty).Main!.Images.Should().BeEmpty();
    }

    [Fact]
    public void LineBelowAPicture_IsNotTakenFromTheBody()
    {
        NewsPage page = Parse("<img src=/i/train.jpg>");
        page.Main!.Images.Should().ContainSingle().Which.Caption.Should().BeNull();
        page.Main.GetBody(page.Text).Should().Be(SamplePage.Body);
    }

    [Fact]
    public void LastLineOfMany_IsCaptionOfOnePictureOnly()
    {
        ImmutableArray<ArticleImage> images = Parse("<figure><img src=/1.jpg><img src=/2.jpg><figcaption>" + Caption + "</figcaption></figure>").Main!.Images;
        images.Select(image => image.Caption).Should().Equal(Caption, null);
    }

    private static (NewsPage Page, ArticleImage Image) Single(string html, string head = "")
    {
        NewsPage page = Parse(html, head);
        return (page, page.Main!.Images.Should().ContainSingle().Which);
    }

    private static NewsPage Parse(string html, string head = "") => HtmlArticleParser.Default.Parse(
        SamplePage.Html.Replace("<div class=\"content\">", "<div class=\"content\">" + html, StringComparison.Ordinal).Replace("<script>var x", head + "<script>var x", StringComparison.Ordinal),
        new Uri("https://manara.example/2024/3/12/train"));
}
