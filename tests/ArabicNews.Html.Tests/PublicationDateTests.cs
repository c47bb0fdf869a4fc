using System.Globalization;

namespace ArabicNews.Html.Tests;

public class PublicationDateTests
{
    [Theory]
    [InlineData("2024-07-16T09:10:22+03:00", "2024-07-16T09:10:22+03:00")]
    [InlineData("2024-07-16 09:10:22 +03:00", "2024-07-16T09:10:22+03:00")]
    [InlineData("2024-07-16T09:10:22+0300", "2024-07-16T09:10:22+03:00")]
    [InlineData("2024-07-16T09:10:22.123Z", "2024-07-16T09:10:22.123+00:00")]
    [InlineData("2020-12-01 02:00:00", "2020-12-01T02:00:00+00:00")]
    [InlineData("2020-03-17T17:27", "2020-03-17T17:27:00+00:00")]
    [InlineData("Tue, 16 Jul 2024 09:10:22 GMT", "2024-07-16T09:10:22+00:00")]
    [InlineData("2020-11-09", "2020-11-09T00:00:00+00:00")]
    [InlineData("2024/07/16", "2024-07-16T00:00:00+00:00")]
    [InlineData("2020-12-01T02:00:00+03:00[Asia/Riyadh]", "2020-12-01T00:00:00+00:00")]
    public void Read_MachineDates_InEveryUsualForm(string text, string expected) =>
        PublicationDate.Read(text, DateEvidence.Meta)!.Value.Value.Should().Be(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("")]
    [InlineData("الخميس، 22 مايو")]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("1970-01-01")]
    [InlineData("20241399")]
    public void Read_WhatIsNoDateOfNews_IsNone(string text) => PublicationDate.Read(text, DateEvidence.Meta).Should().BeNull();

    [Theory]
    [InlineData("https://a.example/2024/03/12/title", "2024-03-12")]
    [InlineData("https://a.example/story/2020/8/24/عنوان/4943459", "2020-08-24")]
    [InlineData("http://a.example/2013/middle_east/8/3/x/index.html", "2013-08-03")]
    [InlineData("https://a.example/world/202003171044893040-title/", "2020-03-17")]
    [InlineData("https://a.example/news/2024-03-12-title", "2024-03-12")]
    [InlineData("https://a.example/2020/11/2338761/", null)]
    [InlineData("https://a.example/news/459629", null)]
    [InlineData("https://a.example/2024/13/40/x", null)]
    public void FromAddress_Day(string address, string? expected) =>
        PublicationDate.FromAddress(new Uri(address))?.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture).Should().Be(expected);

    [Fact]
    public void Best_DayOfMostClaims_Wins()
    {
        List<ClaimedDate> claims = [Claim("2020-12-02", DateEvidence.Structured), Claim("2020-12-01", DateEvidence.Microdata), Claim("2020-12-01", DateEvidence.Meta)];
        PublicationDate.Best(claims, withAddress: true)!.Value.Value.Day.Should().Be(1);
    }

    [Fact]
    public void Decide_AddressAgainstAPrintedUpdate_TakesTheAddress()
    {
        var printed = new ArticleDate(new TextSpan(5, 10), new DateTimeOffset(2013, 8, 28, 14, 0, 0, TimeSpan.FromHours(4)), DatePrecision.Minute, CalendarKind.Gregorian);
        PublicationDate.Decide([Claim("2013-08-03", DateEvidence.Address)], printed, 0)!.Value.Day.Should().Be(3);
    }

    [Fact]
    public void Decide_PrintedLineThatDiffersByTheZone_StaysAsPrinted()
    {
        var printed = new ArticleDate(new TextSpan(5, 10), new DateTimeOffset(2024, 5, 20, 1, 30, 0, TimeSpan.Zero), DatePrecision.Minute, CalendarKind.Gregorian);
        PublicationDate.Decide([new ClaimedDate(new DateTimeOffset(2024, 5, 19, 22, 30, 0, TimeSpan.Zero), DatePrecision.Second, DateEvidence.Meta)], printed, 0).Should().Be(printed);
    }

    [Fact]
    public void Decide_PageClockYearsLater_IsNotThePublication()
    {
        var clock = new ArticleDate(new TextSpan(5, 10), new DateTimeOffset(2025, 5, 20, 1, 30, 0, TimeSpan.Zero), DatePrecision.Minute, CalendarKind.Gregorian);
        PublicationDate.Decide([Claim("2016-10-27", DateEvidence.Meta)], clock, 0)!.Value.Year.Should().Be(2016);
    }

    private static ClaimedDate Claim(string day, DateEvidence evidence) => PublicationDate.Read(day, evidence)!.Value with { Evidence = evidence };
}
