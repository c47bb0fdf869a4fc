using System.Text.Json;
using ArabicNews.Cli.Serving;
using ArabicNews.Lucene;

namespace ArabicNews.Cli.Tests;

public sealed class SearchApiTests : IDisposable
{
    private readonly NewsIndex _index = NewsIndex.CreateInMemory();
    private readonly SearchApi _api;

    public SearchApiTests()
    {
        _index.Add("a/1", ArticleParser.Default.Parse("الوزير يزور درنة\nتاريخ النشر: 20 أيلول 2023\nدرنة - وكالات: زار وزير الصحة مدينة درنة الليبية الأربعاء وتفقد المستشفيات الميدانية التي أقيمت بعد السيل، ووعد بإرسال مزيد من الأطباء."));
        _api = new SearchApi(_index, TimeSpan.FromMinutes(10));
    }

    public void Dispose() => _index.Dispose();

    [Fact]
    public void Search_FindsAndMarks()
    {
        JsonElement answer = Ok("/search", ("q", "ليبيا وزير"));
        answer.GetProperty("total").GetInt32().Should().Be(1);
        JsonElement hit = answer.GetProperty("hits")[0];
        (hit.GetProperty("id").GetString(), hit.GetProperty("published").GetString()).Should().Be(("a/1", "2023-09-20"));
        Ok("/search", ("q", "وزير"), ("limit", "0")).GetProperty("hits").GetArrayLength().Should().Be(0);
        Ok("/search", ("order", "newest"), ("collapse", "true")).GetProperty("total").GetInt32().Should().Be(1);
    }

    [Fact]
    public void Facets_CountNamesAndDates()
    {
        JsonElement answer = Ok("/facets", ("by", "month"));
        answer.GetProperty("facets").EnumerateArray().Select(row => (row.GetProperty("facet").GetString(), row.GetProperty("name").GetString())).Should().Contain(("country", "LY"));
        answer.GetProperty("dates")[0].GetProperty("date").GetString().Should().Be("2023-09");
    }

    [Fact]
    public void Article_IsWhole()
    {
        JsonElement article = Ok("/article", ("id", "a/1")).GetProperty("articles")[0];
        string text = article.GetProperty("text").GetString()!;
        JsonElement headline = article.GetProperty("parts").EnumerateArray().First(part => part.GetProperty("kind").GetString() == "headline").GetProperty("span");
        text[headline[0].GetInt32()..headline[1].GetInt32()].Should().Be("الوزير يزور درنة");
        Ok("/health").GetProperty("articles").GetInt32().Should().Be(1);
        Ok("/").GetProperty("endpoints").GetArrayLength().Should().Be(4);
    }

    [Theory]
    [InlineData("/search", "limit", "101", 400)]
    [InlineData("/search", "limit", "-1", 400)]
    [InlineData("/search", "order", "oldest", 400)]
    [InlineData("/facets", "by", "hour", 400)]
    [InlineData("/article", "x", "", 400)]
    [InlineData("/article", "id", "b", 404)]
    [InlineData("/nothing", "q", "", 404)]
    public void WhatCannotBe_IsToldByTheStatus(string path, string name, string value, int status) => Ask(path, (name, value)).Status.Should().Be(status);

    [Fact]
    public void Query_ThatIsTooLong_IsRefused_AndMarkupIsEscaped()
    {
        Ask("/search", ("q", new string('x', NewsQuery.MaxLength + 1))).Status.Should().Be(400);
        _index.Add("x", ArticleParser.Default.Parse("<script>alert(1)</script> عنوان الخبر\nقال الوزير <b>كلمة</b> في بيروت يوم الجمعة أمام جمع من الصحفيين، ووعد بمزيد من العمل على مشاريع الطرق والجسور في العام المقبل."));
        System.Text.Encoding.UTF8.GetString(Ask("/search", ("q", "كلمة")).Body.Span).Should().NotContain("<").And.Contain("كلمة");
    }

    private JsonElement Ok(string path, params (string Name, string Value)[] parameters)
    {
        SearchApi.ApiAnswer answer = Ask(path, parameters);
        answer.Status.Should().Be(200);
        return JsonDocument.Parse(answer.Body).RootElement;
    }

    private SearchApi.ApiAnswer Ask(string path, params (string Name, string Value)[] parameters) => _api.Answer(path, name => parameters.FirstOrDefault(parameter => parameter.Name == name).Value);
}
