namespace ArabicNews.Tests.Entities;

/// <summary>Places of datelines and bylines, as the article parser hands them over.</summary>
public class CreditedPlaceTests
{
    [Theory]
    [InlineData("حلب", "حلب SY")]
    [InlineData("حلب - دمشق", "حلب SY|دمشق SY")]
    [InlineData("القاهرة والخرطوم", "القاهرة EG|الخرطوم SD")]
    [InlineData("عواصم - القاهرة وبيروت", "القاهرة EG|بيروت LB")]
    [InlineData("ملاذ الوادي", "ملاذ الوادي ")]
    [InlineData("ملاذ الوادي (تايلاند)", "ملاذ الوادي |تايلاند TH")]
    [InlineData("ملاذ الوادي، تايلاند", "ملاذ الوادي |تايلاند TH")]
    [InlineData("كان (فرنسا)", "كان FR|فرنسا FR")]
    [InlineData("عين النخلتين - وادي الرمانات", "عين النخلتين - وادي الرمانات ")]
    public void AllThatTheGazetteerHas_AreNamed(string credit, string places)
    {
        string text = $"{credit}: قال الوزير ذلك.";
        var article = new Article
        {
            Span = new TextSpan(0, text.Length),
            Parts = [new ArticlePart(new TextSpan(0, text.Length), ArticlePartKind.Lede)],
            Dateline = new Dateline { Span = new TextSpan(0, credit.Length), Places = [new CreditedName(new TextSpan(0, credit.Length), credit)] },
        };

        Entity[] found = [.. EntityExtractor.Default.Extract(article, text).Places];

        string.Join('|', found.Select(place => $"{place.Mentions.Single().Span.In(text)} {place.Place?.CountryCode}")).Should().Be(places);
        found.SelectMany(place => place.Mentions).Should().OnlyContain(mention => mention.Evidence.HasFlag(MentionEvidence.CreditLine));
    }
}
