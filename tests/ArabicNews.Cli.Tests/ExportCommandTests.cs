using System.Text.Json;

namespace ArabicNews.Cli.Tests;

public sealed class ExportCommandTests
{
    [Fact]
    public void Cluster_GetsSettings_Articles_AndSearches()
    {
        JsonDocument.Parse(Tool.Run("export", "opensearch", "index").Output).RootElement.GetProperty("settings").GetProperty("analysis").ValueKind.Should().Be(JsonValueKind.Object);
        ToolResult bulk = Tool.RunOn("{\"id\":\"a\",\"title\":\"عنوان\",\"body\":\"قال الوزير في بيروت يوم الجمعة كلمة أمام جمع من الصحفيين، ووعد بمزيد من العمل على مشاريع الطرق والجسور في العام المقبل.\"}\nnonsense\n", "export", "elasticsearch", "articles", "--index", "news", "--from", "jsonl");
        bulk.ExitCode.Should().Be(ExitCode.SomeFailed);
        bulk.Lines.Should().HaveCount(2).And.HaveElementAt(0, """{"index":{"_index":"news","_id":"a"}}""");
    }

    [Fact]
    public void Postgres_GetsAScript()
    {
        Tool.RunOn("{\"id\":\"a\",\"title\":\"عنوان\",\"body\":\"قال الوزير في بيروت يوم الجمعة كلمة أمام جمع من الصحفيين، ووعد بمزيد من العمل على مشاريع الطرق والجسور في العام المقبل.\"}\n", "export", "postgres", "articles", "--from", "jsonl").Output.Should().StartWith("SET client_encoding").And.Contain("\na\ta\t0\t").And.EndWith("COMMIT;\n");
        Tool.Run("export", "postgres", "query", "الوزير").Output.Should().Be("('وزير' | '~وزر' | '=الوزير')\n");
    }
}
