using System.Collections.Immutable;
using ArabicNews.Tests.Support;

namespace ArabicNews.Tests.Entities;

/// <summary>What holds for the article of a page: what it names stands in its own parts, each mention in one.</summary>
public class EntityPartLawTests
{
    public static TheoryData<string> Files =>
        [.. Directory.GetFiles(RepositoryFiles.InRepository("seeds/articles"), "*.txt").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Mentions_OfAPage_StandInOnePartEach(string file)
    {
        NewsPage page = ArticleParser.Default.Parse(File.ReadAllText(RepositoryFiles.InRepository("seeds/articles/" + file)));
        foreach (Article article in page.Related.Prepend(page.Main).OfType<Article>()) AssertParts(article, page.Text);
    }

    [Fact]
    public void Mentions_OfRandomPages_StandInOnePartEach()
    {
        string[] pieces =
        [
            "محمد ", "أحمد ", "علي ", "عبد ", "الله ", "بن ", "الرئيس ", "وزير الخارجية ", "قال ", "مدينة ", "في ", "الولايات ", "المتحدة ", "هونغ ", "كونغ ", "بغداد ", "رويترز ", "القاهرة - رويترز: ", "\n", "\n", "\n\n", ". ",
            "\nاقرأ أيضاً\n", "وأعلن الوزير أمس أن الوفد وصل إلى العاصمة بعد محادثات استمرت ثلاثة أيام مع المسؤولين هناك. ", "وقال في تصريحات للصحافيين إن الحكومة ستدرس المقترح قبل نهاية الأسبوع المقبل. ", "كتب: ", "«", "» ",
        ];
        int articles = 0;
        foreach (string text in RandomTexts.Create(Nightly.RandomTexts / 20, 60, pieces))
        {
            NewsPage page = ArticleParser.Default.Parse(text);
            foreach (Article article in page.Related.Prepend(page.Main).OfType<Article>())
            {
                articles++;
                AssertParts(article, page.Text);
            }
        }

        articles.Should().BeGreaterThan(50);
    }

    [Theory]
    [InlineData("محمد", "أحمد علي")]
    [InlineData("الرئيس محمد", "البرادعي")]
    [InlineData("الولايات", "المتحدة")]
    [InlineData("هونغ", "كونغ")]
    [InlineData("عبد", "الله")]
    [InlineData("شرم", "الشيخ")]
    [InlineData("مجلس", "الأمن")]
    public void AName_WhoseWordsStandInTwoParts_IsNone(string end, string start)
    {
        // One text, with nothing but the parts to say that a headline ends there.
        string headline = "اجتماع الوزراء مع " + end, lede = start + " أمس قبل سفر الوفد.", text = headline + " " + lede;
        var parts = ImmutableArray.Create(
            new ArticlePart(new TextSpan(0, headline.Length), ArticlePartKind.Headline),
            new ArticlePart(new TextSpan(headline.Length + 1, lede.Length), ArticlePartKind.Lede));
        var article = new Article { Span = new TextSpan(0, text.Length), Parts = parts };

        AssertParts(article, text);
    }

    private static void AssertParts(Article article, string text)
    {
        EntityExtraction extraction = EntityExtractor.Default.Extract(article, text);
        EntityLawTests.AssertLaws(text, extraction);
        TextSpan[] parts = [.. article.Parts.Select(part => part.Span), .. new[] { article.Byline?.Span, article.Dateline?.Span }.OfType<TextSpan>()];
        foreach (Mention mention in extraction.Entities.SelectMany(entity => entity.Mentions))
            if (!Array.Exists(parts, part => part.Contains(mention.Span))) Assert.Fail($"{mention.Span} «{text[mention.Span.Start..mention.Span.End]}» stands in no one part");
    }
}
