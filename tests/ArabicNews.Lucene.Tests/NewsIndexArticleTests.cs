namespace ArabicNews.Lucene.Tests;

public sealed class NewsIndexArticleTests
{
    [Fact]
    public void Articles_OfAPage_AreThoseThatWereAdded()
    {
        const string Text = "قمة في بيروت\nوصل القادة إلى بيروت\nوقالوا كلمة";
        using var index = NewsIndex.CreateInMemory();
        index.Add("a", News.Page(Text, published: "2024-03-27", section: "سياسة", sources: ["وكالات"], related: "خبر آخر\nنصه"));
        index.Add("b", News.Page("خبر ثالث"));
        var articles = index.GetArticles("a");
        articles.Select(article => article.Number).Should().Equal(0, 1);
        NewsIndexArticle main = articles[0], related = articles[1];
        (main.Id, main.Text, main.Section, main.Published, main.PublishedPrecision).Should().Be(("a", Text, "سياسة", News.Day("2024-03-27"), DatePrecision.Day));
        main.Sources.Should().Equal("وكالات");
        main.Parts.Select(part => (part.Kind, part.Span.In(main.Text).ToString())).Should().Equal(
            (ArticlePartKind.Headline, "قمة في بيروت"), (ArticlePartKind.Lede, "وصل القادة إلى بيروت"), (ArticlePartKind.Paragraph, "وقالوا كلمة"));
        related.Parts.Select(part => part.Span.In(related.Text).ToString()).Should().Equal("خبر آخر", "نصه");
        articles[0].Should().Be(index.GetArticles("a")[0]).And.NotBe(related);
    }

    [Fact]
    public void Articles_OfAnIdThatIsNotThere_AreNone()
    {
        using var index = NewsIndex.CreateInMemory();
        index.Add("a", News.Page("خبر"));
        index.GetArticles("b").Should().BeEmpty();
        index.GetArticles("").Should().BeEmpty();
        index.Remove("a");
        index.GetArticles("a").Should().BeEmpty();
        FluentActions.Invoking(() => index.GetArticles(null!)).Should().Throw<ArgumentNullException>();
    }
}
