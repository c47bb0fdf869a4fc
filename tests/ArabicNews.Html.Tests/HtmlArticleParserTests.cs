using System.Globalization;
using System.Text;

namespace ArabicNews.Html.Tests;

public class HtmlArticleParserTests
{
    private static readonly NewsPage Page = HtmlArticleParser.Default.Parse(SamplePage.Html, new Uri("https://manara.example/2024/3/12/train"));

    [Fact]
    public void Parse_Story_IsItsParagraphsAndNothingElse() => Page.Main!.GetBody(Page.Text).Should().Be(SamplePage.Body);

    [Fact]
    public void Parse_Headline_IsTheHeading() => Page.Main!.Headline!.Value.In(Page.Text).ToString().Should().Be(SamplePage.Headline);

    [Fact]
    public void Parse_Published_IsThePrintedLineThatTheMetadataConfirms()
    {
        Page.Main!.Published!.Value.Date.Should().Be(new DateTime(2024, 3, 12));
        Page.Metadata.Published.Should().Be(new DateTimeOffset(2024, 3, 12, 9, 30, 0, TimeSpan.FromHours(3)));
    }

    [Fact]
    public void Parse_LanguageOfTheTheme_IsNotThatOfTheText() => Page.Metadata.Language.Should().Be("ar");

    [Fact]
    public void Parse_TitleWithTheSitesName_LosesIt() => Page.Metadata.Title.Should().Be(SamplePage.Headline);

    [Fact]
    public void Parse_Furniture_IsBoilerplate()
    {
        foreach (string line in new[] { "سياسة", "جميع الحقوق محفوظة", "تعليق قارئ", "أسعار الوقود" })
        {
            int at = Page.Text.IndexOf(line, StringComparison.Ordinal);
            at.Should().BeGreaterThanOrEqualTo(0);
            Page.Main!.Parts.Should().NotContain(part => part.Span.Contains(at));
        }

        Page.Text.Should().NotContain("ليس نصا");
    }

    [Fact]
    public void SourceMap_OfEveryPart_CoversTheHtmlItCameFrom()
    {
        Laws.Check(SamplePage.Html, Page);
        foreach (ArticlePart part in Page.Main!.Parts)
        {
            TextSpan source = Page.SourceMap!.ToSource(part.Span);
            Laws.Render(source.In(SamplePage.Html).ToString()).Should().Be(part.Span.In(Page.Text).ToString());
        }
    }

    [Fact]
    public void SourceMap_OfEveryWord_GivesTheWord()
    {
        foreach (Token token in ArabicTokenizer.Tokenize(Page.Text))
        {
            if (token.Kind != TokenKind.Word) continue;
            TextSpan source = Page.SourceMap!.ToSource(token.Span);
            Laws.Render(source.In(SamplePage.Html).ToString()).Should().Be(token.Span.In(Page.Text).ToString());
        }
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("windows-1256")]
    [InlineData("utf-16")]
    public void Parse_Bytes_GiveThePageOfTheString(string name)
    {
        Encoding encoding = name == "windows-1256" ? CodePagesEncodingProvider.Instance.GetEncoding(name)! : Encoding.GetEncoding(name);
        using var stream = new MemoryStream(encoding.GetBytes(SamplePage.Html.Replace("charset=\"utf-8\"", $"charset=\"{name}\"", StringComparison.Ordinal)));
        NewsPage page = HtmlArticleParser.Default.Parse(stream);
        page.Main!.GetBody(page.Text).Should().Be(SamplePage.Body);
    }

    [Fact]
    public void Parse_UnderAnyCulture_IsTheSame()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            foreach (string name in new[] { "", "ar-SA", "ar-EG", "fa-IR", "tr-TR", "th-TH" })
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(name);
                NewsPage page = HtmlArticleParser.Default.Parse(SamplePage.Html, new Uri("https://manara.example/2024/3/12/train"));
                (page with { SourceMap = Page.SourceMap }).Should().Be(Page);
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Parse_FromManyThreads_IsTheSame() => Parallel.For(0, 32, _ =>
        HtmlArticleParser.Default.Parse(SamplePage.Html).Main!.Parts.AsSpan().SequenceEqual(Page.Main!.Parts.AsSpan()).Should().BeTrue());

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("<html></html>")]
    [InlineData("<script>alert(1)</script><style>p {}</style>")]
    public void Parse_NoText_SaysEmpty(string html) => HtmlArticleParser.Default.Parse(html).NoArticleReason.Should().Be(NoArticleReason.Empty);

    [Fact]
    public void Parse_Null_IsTheCallersMistake()
    {
        FluentActions.Invoking(() => HtmlArticleParser.Default.Parse((string)null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => HtmlArticleParser.Default.Parse((Stream)null!)).Should().Throw<ArgumentNullException>();
    }

    [Fact]
    public void Parse_HiddenText_IsLeftOut()
    {
        string html = SamplePage.Html.Replace("<h1>", "<p hidden>سطر خفي لا يراه القارئ</p><p style='color:red;DISPLAY : none'>وآخر</p><p aria-hidden=true>وثالث</p><h1>", StringComparison.Ordinal);
        NewsPage page = HtmlArticleParser.Default.Parse(html);
        page.Text.Should().NotContain("خفي").And.NotContain("وآخر").And.NotContain("وثالث");
    }

    [Theory]
    [InlineData("<span>سلمى القادري - القاهرة</span><time>12 مارس 2024 - 09:30</time><span>مدة القراءة 3 دقائق</span>", "القاهرة 12 مارس 2024 - 09:30 مدة")]
    [InlineData("<span>سلمى القادري - القاهرة</span><span>12 مارس 2024</span><span>4 تعليقات</span>", "القاهرة 12 مارس 2024")]
    [InlineData("بقلم سلمى القادري - القاهرة<time>12 مارس 2024</time>مشاركة", "القاهرة 12 مارس 2024 مشاركة")]
    public void Parse_CreditsAndTimesInOneLine_AreSetApart(string meta, string text)
    {
        string html = SamplePage.Html.Replace("<div class=\"date\">الثلاثاء 12 مارس 2024 - 09:30</div>", $"<div>{meta}</div>", StringComparison.Ordinal);

        NewsPage page = HtmlArticleParser.Default.Parse(html);

        Laws.Check(html, page);
        page.Text.Should().Contain(text);
        IEnumerable<CreditedName> names = [.. page.Main!.Byline?.Persons ?? [], .. page.Main.Byline?.Places ?? [], .. page.Main.Dateline?.Persons ?? [], .. page.Main.Dateline?.Places ?? []];
        names.Select(name => name.Name).Should().Equal("سلمى القادري", "القاهرة");
        page.Main.Published!.Value.Date.Should().Be(new DateTime(2024, 3, 12));
    }

    [Theory]
    [InlineData("<p><span>و</span><span>قال الوزير</span> في كلمة قصيرة", "وقال الوزير في كلمة قصيرة")]
    [InlineData("<p>وقال الوزير في كلمة قصيرة عن كوفيد<b>19</b> و<sub>2</sub>", "عن كوفيد19 و2")]
    public void Parse_PiecesOfAWord_StayTogether(string paragraph, string text) =>
        HtmlArticleParser.Default.Parse(SamplePage.Html.Replace("<p>وقال الوزير في كلمة قصيرة", paragraph, StringComparison.Ordinal)).Text.Should().Contain(text);

    [Fact]
    public void Parse_Flags_TellAmpAndWall()
    {
        HtmlArticleParser.Default.Parse(SamplePage.Html.Replace("<html ", "<html \u26A1 ", StringComparison.Ordinal)).Flags.Should().HaveFlag(PageFlags.Amp);
        string wall = "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"isAccessibleForFree\":\"False\"}</script>";
        HtmlArticleParser.Default.Parse(wall + SamplePage.Html).Flags.Should().HaveFlag(PageFlags.Paywalled);
    }

    [Fact]
    public void Assembly_DependsOnTheCoreAlone() =>
        typeof(HtmlArticleParser).Assembly.GetReferencedAssemblies().Select(name => name.Name).Should().OnlyContain(name => name == "ArabicNews" || name!.StartsWith("System", StringComparison.Ordinal));

    [Fact]
    public void Assembly_ShowsOneType() => typeof(HtmlArticleParser).Assembly.GetExportedTypes().Should().Equal(typeof(HtmlArticleParser));
}
