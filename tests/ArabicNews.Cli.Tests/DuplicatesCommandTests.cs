using System.Text.Json;

namespace ArabicNews.Cli.Tests;

public sealed class DuplicatesCommandTests
{
    private const string Story = "أعلنت وزارة الصحة الأربعاء أن فرقها وصلت إلى مدينة درنة بعد السيول التي ضربت شرق البلاد وأن المستشفيات الميدانية استقبلت عشرات المصابين من أحياء غمرتها المياه، ودعت المنظمات الدولية إلى إرسال مزيد من الأطباء والأدوية على وجه السرعة.";

    [Fact]
    public void Copies_AreOneGroup_InTheOrderOfTheirDates()
    {
        string input = $$"""
            {"id":"late","title":"درنة: وصول فرق الصحة","body":"{{Story}} وتابعت الوزارة أن العمل مستمر.","date":"2023-09-21"}
            {"id":"other","title":"قمة","body":"اختتمت القمة العربية في جدة أعمالها الجمعة بحضور قادة الدول ورحب البيان الختامي بعودة سوريا إلى مقعدها في الجامعة العربية بعد غياب دام سنوات طويلة."}
            {"id":"early","title":"فرق الصحة في درنة","body":"{{Story}}","date":"2023-09-20"}
            {"id":"late","body":"{{Story}}"}

            """;
        ToolResult result = Tool.RunOn(input, "duplicates", "--from", "jsonl");
        result.ExitCode.Should().Be(ExitCode.SomeFailed);
        result.Errors.Should().Contain("came before");
        JsonElement group = JsonDocument.Parse(result.Lines.Single()).RootElement;
        (group.GetProperty("count").GetInt32(), group.GetProperty("earliest").GetString()).Should().Be((2, "early"));
        group.GetProperty("articles").EnumerateArray().Select(article => article.GetProperty("id").GetString()).Should().Equal("early", "late");
    }

    [Fact]
    public void Date_IsNoFinerThanItIsPrinted_AndHasNoZoneThatNobodyTold()
    {
        ToolResult result = Tool.RunOn($"فرق الصحة في درنة\nتاريخ النشر: 20 سبتمبر 2023 08:30\n{Story}\n", "duplicates", "--all", "--from", "text");
        JsonDocument.Parse(result.Lines.Single()).RootElement.GetProperty("articles")[0].GetProperty("published").GetString().Should().Be("2023-09-20T08:30");
    }
}
