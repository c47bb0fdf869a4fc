using System.Text;
using System.Text.Json;
using ArabicNews.Cli.Input;
using ArabicNews.Cli.Output;

namespace ArabicNews.Cli.Tests;

public class JsonLineTests
{
    [Fact]
    public void Line_HasSchemaAndId_ThenOurs_ThenTheRecordsOwn()
    {
        NewsRecord record = JsonRecord.Read("""{"id":"7","text":"نص","title":"ت","date":"2024-03-12","mine":[1],"words":2,"input":3}"""u8, "-", 1, "1");
        Render(record, json => json.WriteNumber("words", 9)).Should().Be("""{"schema":1,"id":"7","words":9,"title":"ت","date":"2024-03-12","mine":[1],"input":{"words":2,"input":3}}""" + "\n");
    }

    [Fact]
    public void Line_OfAnyCodeUnit_IsOneLineOfJson_WithoutControlCharacters()
    {
        string all = new([.. Enumerable.Range(0, 0x10000).Select(unit => (char)unit)]);
        string line = Render(new NewsRecord { Origin = "-", Line = 1, Id = all, Text = "" }, json => json.WriteString("text", all));
        line.TrimEnd('\n').Should().NotMatchRegex("[\u0000-\u001f\u007f-\u009f]");
        JsonDocument.Parse(line).RootElement.GetProperty("text").GetString()!.Length.Should().Be(all.Length, "offsets count the same");
    }

    [Fact]
    public void Description_CanBeReadAgain()
    {
        NewsRecord record = JsonRecord.Read("""{"id":"7","body":"نص","title":"ت","url":"https://a.example/1","date":"2024-03-12T08:30:00+03:00","source":"س","mine":{"a":1}}"""u8, "-", 1, "1");
        NewsRecord again = JsonRecord.Read(Encoding.UTF8.GetBytes(JsonLine.Describe(record)!), "-", 1, "1");
        again.Should().BeEquivalentTo(record);
    }

    private static string Render(NewsRecord record, Action<Utf8JsonWriter> members) => Encoding.UTF8.GetString(JsonLine.Render(record, (_, json) => members(json)));
}
