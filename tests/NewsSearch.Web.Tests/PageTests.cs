using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace NewsSearch.Web.Tests;

/// <summary>The pages as the server renders them, for readers with and without script.</summary>
[Collection(SiteDefinition.Name)]
public sealed class PageTests(SiteFixture site)
{
    [Fact]
    public async Task Front_ShowsNewestArticles_InArabicFromRightToLeft()
    {
        IHtmlDocument page = await site.GetAsync("/");
        page.DocumentElement.GetAttribute("lang").Should().Be("ar");
        page.DocumentElement.GetAttribute("dir").Should().Be("rtl");
        page.QuerySelectorAll(".hit").Should().HaveCount(10);
        string[] days = [.. page.QuerySelectorAll(".hit time").Select(time => time.GetAttribute("datetime")![..10])];
        days.Should().NotBeEmpty().And.BeInDescendingOrder(StringComparer.Ordinal);
        page.QuerySelector("#summary")!.TextContent.Should().Contain("131 مقالا");
    }

    [Fact]
    public async Task EmptyStory_IsNone()
    {
        IHtmlDocument page = await site.GetAsync("/?story=");
        page.QuerySelector("#summary")!.TextContent.Should().Contain("أحدث الأخبار");
        page.QuerySelector(".chips").Should().BeNull();
        page.QuerySelector(".examples").Should().NotBeNull();
    }

    [Fact]
    public async Task Form_KeepsTheFilters_ButLeavesAStory_AsTypingDoes()
    {
        IHtmlDocument page = await site.GetAsync("/?place=Q822&story=000_b91ee82fcd84a4d3.txt&order=Newest&limit=20");
        page.QuerySelectorAll<IHtmlInputElement>(".search input[type=hidden]").Select(field => (field.Name, field.Value)).Should().Equal(("place", "Q822"), ("order", "Newest"));
    }

    [Fact]
    public async Task Query_FindsInflectedWords_AndMarksThem()
    {
        IHtmlDocument page = await site.GetAsync("/?q=زلزال");
        page.QuerySelectorAll(".hit").Should().NotBeEmpty();
        page.QuerySelectorAll(".hit mark").Select(mark => mark.TextContent).Should().Contain(["زلزال", "الزلزالان"]);
        page.QuerySelector<IHtmlInputElement>("#q")!.Value.Should().Be("زلزال");
        page.Title.Should().StartWith("زلزال");
    }

    [Theory]
    [InlineData("أشخاص")]
    [InlineData("أماكن")]
    [InlineData("مصادر")]
    public async Task Facet_NarrowsToItsCount_AndItsChipLeadsBack(string title)
    {
        IHtmlDocument all = await site.GetAsync("/?copies=true");
        IElement facet = all.QuerySelectorAll(".facet").Single(section => section.QuerySelector("h2")!.TextContent == title).QuerySelector("li a")!;
        int count = int.Parse(facet.QuerySelector(".count")!.TextContent, System.Globalization.CultureInfo.InvariantCulture);
        string name = facet.QuerySelector(".name")!.TextContent;

        IHtmlDocument some = await site.GetAsync(facet.GetAttribute("href") + "&limit=100");
        some.QuerySelectorAll(".hit").Should().HaveCount(count);
        some.QuerySelector(".facet a[aria-current] .name")!.TextContent.Should().Be(name);
        IElement chip = some.QuerySelector(".chip")!;
        chip.TextContent.Should().Contain(name);
        (await site.GetAsync(chip.GetAttribute("href")!)).QuerySelector(".chip").Should().BeNull();
    }

    [Fact]
    public async Task Timeline_ABarLeadsToItsArticles()
    {
        IHtmlDocument page = await site.GetAsync("/?copies=true");
        IElement bar = page.QuerySelectorAll(".timeline a").First(a => a.GetAttribute("aria-label")!.StartsWith("2022", StringComparison.Ordinal));
        string label = bar.GetAttribute("aria-label")!;
        IHtmlDocument year = await site.GetAsync(bar.GetAttribute("href") + "&limit=100");
        year.QuerySelector("#summary")!.TextContent.Should().Contain(label.Split(": ")[1]);
        year.QuerySelectorAll(".hit time").Select(time => time.GetAttribute("datetime")![..4]).Should().OnlyContain(told => told == "2022");
    }

    [Fact]
    public async Task Map_DrawsPlacesOfTheResultOverLand()
    {
        IHtmlDocument page = await site.GetAsync("/?q=مكان:المغرب");
        page.QuerySelectorAll(".map circle").Should().HaveCountGreaterThan(3);
        page.QuerySelectorAll(".map a").Select(a => a.GetAttribute("aria-label")).Should().Contain(label => label!.StartsWith("المغرب:", StringComparison.Ordinal));
        string land = page.QuerySelector(".map use")!.GetAttribute("href")!.Split('#')[0];
        (await site.Client.GetStringAsync(land)).Should().Contain("id=\"land\"").And.Contain("public domain");
    }

    [Fact]
    public async Task Stories_CopiesAreFolded_ShownOnDemand_AndNamedInTheArticle()
    {
        IHtmlDocument folded = await site.GetAsync("/?q=البتراء كوريا");
        IElement story = folded.QuerySelector(".copies")!;
        story.TextContent.Should().Be("نسخ القصة: 2");
        IHtmlDocument copies = await site.GetAsync(story.GetAttribute("href")!);
        copies.QuerySelectorAll(".hit").Should().HaveCount(2);
        IHtmlDocument article = await site.GetAsync(copies.QuerySelector(".hit h2 a")!.GetAttribute("href")!);
        article.QuerySelectorAll(".facet h2").Select(title => title.TextContent).Should().Contain("القصة نفسها");
    }

    [Fact]
    public async Task Misspelling_IsAskedAbout_AndTheSuggestionFinds()
    {
        IHtmlDocument page = await site.GetAsync("/?q=شاندرايانن");
        IElement meant = page.QuerySelector(".meant a")!;
        (await site.GetAsync(meant.GetAttribute("href")!)).QuerySelectorAll(".hit").Should().NotBeEmpty();
    }

    [Fact]
    public async Task More_ShowsFurtherArticles()
    {
        IHtmlDocument page = await site.GetAsync("/");
        IHtmlDocument more = await site.GetAsync(page.QuerySelector(".more")!.GetAttribute("href")!);
        more.QuerySelectorAll(".hit").Should().HaveCount(20);
        more.QuerySelectorAll(".hit h2").Take(10).Select(title => title.TextContent).Should().Equal(page.QuerySelectorAll(".hit h2").Select(title => title.TextContent));
    }

    [Fact]
    public async Task Article_MarksPeopleAndPlaces_FoldsBoilerplate_AndKnowsTheWayBack()
    {
        IHtmlDocument page = await site.GetAsync("/article/000_b91ee82fcd84a4d3.txt?q=أوستن&order=Newest");
        page.QuerySelector("h1")!.TextContent.Should().Be("أوستن يلتقي غالانت ويؤكد حرص واشنطن على أمن إسرائيل");
        page.QuerySelectorAll(".text .person").Select(person => person.TextContent).Should().Contain(["لويد أوستن", "غالانت"]);
        page.QuerySelectorAll(".text .place").Select(place => place.TextContent).Should().Contain(["غزة", "رفح"]);
        page.QuerySelectorAll(".map circle").Should().NotBeEmpty();
        page.QuerySelector("details.folded")!.HasAttribute("open").Should().BeFalse();
        page.QuerySelectorAll("details.folded dd").Should().HaveCountGreaterThan(3);
        page.QuerySelector("#back")!.GetAttribute("href").Should().Be($"/?q={Uri.EscapeDataString("أوستن")}&order=Newest");

        string related = page.QuerySelectorAll(".near a").Select(a => a.GetAttribute("href")!).First(url => url.Contains("number=1", StringComparison.Ordinal));
        (await site.GetAsync(related)).QuerySelector("h1")!.TextContent.Should().NotBe(page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task Article_TextIsTheArticlesOwn_LetterForLetter()
    {
        IHtmlDocument page = await site.GetAsync("/article/06-chandrayaan-wire.txt");
        string file = await File.ReadAllTextAsync(ArabicNews.Tests.Support.RepositoryFiles.InRepository("seeds/articles/06-chandrayaan-wire.txt"));
        foreach (IElement paragraph in page.QuerySelectorAll(".text p.paragraph"))
            file.Should().Contain(paragraph.TextContent);
    }

    [Theory]
    [InlineData("26-jordan-korea-petra.txt", "2024-02-06T20:25")]
    [InlineData("01-lusail-final-wire.txt", "2022-12-18")]
    public async Task Article_ClaimsNoTimeZoneThatItsPageDoesNotTell(string id, string date) =>
        (await site.GetAsync("/article/" + id)).QuerySelector(".reading time")!.GetAttribute("datetime").Should().Be(date);

    [Theory]
    [InlineData("/article/none.txt")]
    [InlineData("/article/..%2f..%2fREADME.md")]
    [InlineData("/article/%2fetc%2fpasswd")]
    [InlineData("/article/000_b91ee82fcd84a4d3.txt?number=99")]
    [InlineData("/article/000_b91ee82fcd84a4d3.txt?number=-1")]
    [InlineData("/wp-login")]
    public async Task WhatIsNotThere_IsAPageThatSaysSo(string url)
    {
        using HttpResponseMessage answer = await site.Client.GetAsync(url);
        answer.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await answer.Content.ReadAsStringAsync()).Should().Contain("لا توجد صفحة هنا");
    }
}
