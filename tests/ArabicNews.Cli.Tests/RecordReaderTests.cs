using System.Globalization;
using System.Text;
using ArabicNews.Cli.Input;

namespace ArabicNews.Cli.Tests;

public sealed class RecordReaderTests : IDisposable
{
    private const string Page = "<html><head><meta charset=\"utf-8\"><title>ميناء</title></head><body><h1>ميناء</h1><p>نص</p></body></html>";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void JsonLines_OneRecordALine_WithItsLineForAnId()
    {
        List<NewsRecord> records = Records("a.jsonl", "\uFEFF{\"text\":\"أ\"}\r\n\n{\"id\":\"x\",\"body\":\"ب\",\"title\":null}\n{\"id\":7,\"html\":\"<p>ج</p>\"}");
        records.Select(record => (record.Id, record.Line, record.Text ?? record.Body ?? record.Html)).Should().Equal(("1", 1, "أ"), ("x", 3, "ب"), ("7", 4, "<p>ج</p>"));
    }

    [Fact]
    public void JsonLines_KnowsItsKeys_AndKeepsTheOthersAsTheyAre()
    {
        NewsRecord record = Records("a.jsonl", """{"text":"أ","title":"ت","url":"https://a.example/1","date":"2024-03-12T08:30:00+03:00","source":"س","mine":{"a":[1, 2.50]},"n":1e3}""").Single();
        (record.Title, record.Url, record.Source).Should().Be(("ت", new Uri("https://a.example/1"), "س"));
        record.Date.Should().Be(new RecordDate(new DateTimeOffset(2024, 3, 12, 8, 30, 0, TimeSpan.FromHours(3)), DatePrecision.Second));
        record.Extra.Select(pair => $"{pair.Key}={Encoding.UTF8.GetString(pair.Value)}").Should().Equal("""mine={"a":[1, 2.50]}""", "n=1e3");
    }

    [Theory]
    [InlineData("2024-03-12", "2024-03-12T00:00:00+00:00", DatePrecision.Day)]
    [InlineData("2024-03-12T08:30", "2024-03-12T08:30:00+00:00", DatePrecision.Second)]
    [InlineData("2024-03-12T08:30:00.25Z", "2024-03-12T08:30:00.25+00:00", DatePrecision.Second)]
    [InlineData("2024-03-12 08:30:00+0530", "2024-03-12T08:30:00+05:30", DatePrecision.Second)]
    public void Date_OfIso_IsReadWithoutTheClockOfTheMachine(string written, string moment, DatePrecision precision) =>
        JsonRecord.ParseDate(written).Should().Be(new RecordDate(DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture), precision));

    [Theory]
    [InlineData("{\"text\":\"أ\"", "not JSON at byte")]
    [InlineData("[1]", "not a JSON object")]
    [InlineData("{\"text\":\"أ\"} {}", "not JSON at byte")]
    [InlineData("{\"title\":\"أ\"}", "none of the keys html, text and body")]
    [InlineData("{\"text\":\"أ\",\"body\":\"ب\"}", "more than one of the keys html, text and body")]
    [InlineData("{\"text\":5}", "the value of text is no string")]
    [InlineData("{\"text\":\"أ\",\"date\":\"12/3/2024\"}", "the date is not ISO 8601")]
    [InlineData("{\"text\":\"أ\",\"url\":\"not an address\"}", "the url is no absolute address")]
    [InlineData("{\"text\":\"أ\",\"id\":\"\"}", "the id is neither a number nor a string")]
    [InlineData("{\"text\":\"أ\",\"id\":{}}", "the id is neither a number nor a string")]
    public void JsonLines_OfABadLine_SaysWhyAndGoesOn(string line, string reason)
    {
        List<ReadItem> items = Items("a.jsonl", $"{{\"text\":\"أ\"}}\n{line}\n{{\"text\":\"ب\"}}\n");
        items.Select(item => item.Record?.Text).Should().Equal("أ", null, "ب");
        items[1].Error!.Message.Should().StartWith(reason);
        (items[1].Error!.Line, items[1].Error!.Record).Should().Be((2, line));
    }

    [Fact]
    public void JsonLines_WithBytesThatAreNoUtf8_FailsOnThatLineOnly()
    {
        string file = _folder.Write("a.jsonl", [.. "{\"text\":\""u8, 0xC3, 0x28, .. "\"}\n{\"text\":\"ok\"}\n"u8]);
        List<ReadItem> items = [.. new RecordReader([file], new RecordReaderOptions()).Read()];
        items.Select(item => item.Record?.Text).Should().Equal(null, "ok");
    }

    [Fact]
    public void JsonLines_WithLoneSurrogates_AreText()
    {
        string TextOf(string escaped) => Records("a.jsonl", $"{{\"text\":\"{escaped}\"}}").Single().Text!;
        TextOf(@"\ud83d").Should().Be("\ud83d");
        TextOf(@"a\ude00\n\""\\\/\t\u0628").Should().Be("a\ude00\n\"\\/\tب");
        TextOf(@"\ud83d\ude00").Should().Be("\ud83d\ude00");
    }

    [Fact]
    public void JsonLines_OfALineThatIsTooLong_RefusesItAndGoesOn()
    {
        string file = _folder.Write("a.jsonl", $"{{\"text\":\"{new string('x', 300_000)}\"}}\n{{\"text\":\"ok\"}}\n");
        List<ReadItem> items = [.. new RecordReader([file], new RecordReaderOptions { MaxRecordLength = 1000 }).Read()];
        items[0].Error!.Message.Should().Contain("--max-record");
        items[1].Record!.Text.Should().Be("ok");
        (items[0].Error!.Line, items[1].Record!.Line).Should().Be((1, 2));
    }

    [Fact]
    public void Ids_OfSeveralFiles_NameTheFile()
    {
        string first = _folder.Write("a.jsonl", "{\"text\":\"أ\"}"), second = _folder.Write("b.jsonl", "{\"text\":\"ب\"}");
        new RecordReader([first, second], new RecordReaderOptions()).Read().Select(item => item.Record!.Id).Should().Equal($"{first}:1", $"{second}:1");
    }

    [Fact]
    public void Text_IsOneRecord_OrOneALine()
    {
        Records("a.txt", "سطر\n\nآخر\n").Single().Text.Should().Be("سطر\n\nآخر\n");
        Records("a.txt", "سطر\r\n\nآخر", new RecordReaderOptions { Lines = true }).Select(record => (record.Line, record.Text)).Should().Equal((1, "سطر"), (2, ""), (3, "آخر"));
    }

    [Fact]
    public void Text_InAnotherEncoding_IsReadWhenItIsNamed()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var windows = Encoding.GetEncoding("windows-1256");
        string file = _folder.Write("a.txt", windows.GetBytes("بغداد"));
        new RecordReader([file], new RecordReaderOptions()).Read().Single().Error!.Message.Should().Contain("--encoding");
        new RecordReader([file], new RecordReaderOptions { Encoding = windows }).Read().Single().Record!.Text.Should().Be("بغداد");
        string utf16 = _folder.Write("b.txt", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("بغداد")]);
        new RecordReader([utf16], new RecordReaderOptions()).Read().Single().Record!.Text.Should().Be("بغداد");
    }

    [Theory]
    [InlineData("a.jsonl", "{\"text\":\"نص\"}")]
    [InlineData("unnamed1", "{\"text\":\"نص\"}")]
    [InlineData("unnamed2", "نص")]
    [InlineData("unnamed3", "<!DOCTYPE html><html><body><p>نص</p>")]
    [InlineData("unnamed4", "<?xml version=\"1.0\"?><rss><channel><item><description>نص</description></item></channel></rss>")]
    public void Format_IsToldFromNameOrContent_AlsoInsideGzip(string name, string content)
    {
        Records(name, content).Single().ToPage().Text.Should().Be("نص");
        Records(name + ".gz", Bytes.Gzip(Bytes.Utf8(content))).Single().ToPage().Text.Should().Be("نص");
    }

    [Fact]
    public void Gzip_OfSeveralMembers_IsReadToItsEnd() => Records("a.jsonl.gz", Bytes.Gzip("{\"text\":\"a\"}\n"u8.ToArray(), "{\"text\":\"b\"}\n"u8.ToArray())).Should().HaveCount(2);

    [Fact]
    public void Gzip_ThatIsCutOff_GivesWhatIsWholeAndIsDamage()
    {
        var random = new Random(7);
        byte[] lines = Bytes.Utf8(string.Concat(Enumerable.Range(0, 20_000).Select(_ => $"{{\"text\":\"{random.NextInt64():x}\"}}\n")));
        List<ReadItem> items = Items("a.jsonl.gz", Bytes.Gzip(lines)[..^9000]);
        items.Count(item => item.Record is not null).Should().BeInRange(10_000, 19_999);
        items[^1].Error!.IsDamage.Should().BeTrue();
    }

    [Fact]
    public void Gzip_WithAWrongChecksum_IsDamage()
    {
        byte[] bytes = Bytes.Gzip("{\"text\":\"a\"}\n"u8.ToArray());
        bytes[^6] ^= 1;
        Items("a.jsonl.gz", bytes)[^1].Error!.IsDamage.Should().BeTrue();
    }

    [Fact]
    public void Gzip_ThatIsABomb_IsGivenUpBeforeItFillsMemory()
    {
        byte[] bomb = Bytes.Gzip(new byte[200_000_000]);
        long before = GC.GetTotalAllocatedBytes();
        RecordError error = Items("a.jsonl.gz", bomb).Single().Error!;
        (error.IsDamage, error.Message).Should().Match<(bool IsDamage, string Message)>(told => told.IsDamage && told.Message.Contains("100:1"));
        (GC.GetTotalAllocatedBytes() - before).Should().BeLessThan(32 << 20);
    }

    [Fact]
    public void Gzip_WithABombBehindHonestData_IsGivenUpToo()
    {
        var random = new Random(3);
        byte[] honest = Bytes.Utf8(string.Concat(Enumerable.Range(0, 40_000).Select(_ => $"{{\"text\":\"{random.NextInt64():x}{random.NextInt64():x}\"}}\n")));
        List<ReadItem> items = Items("a.jsonl.gz", Bytes.Gzip(honest, Enumerable.Repeat((byte)'\n', 64 << 20).ToArray()));
        items.Count(item => item.Record is not null).Should().Be(40_000);
        items[^1].Error!.Message.Should().Contain("100:1");
    }

    [Fact]
    public void Rss_GivesItems_WithTheirDatesAndAddresses()
    {
        List<NewsRecord> records = Records("a.xml", """
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>المرفأ</title>
            <item><title>افتتاح &amp;quot;الميناء&amp;quot;</title><link>https://a.example/1</link><guid>g1</guid><pubDate>Tue, 12 Mar 2024 08:30:00 +0300</pubDate>
            <description>قصير</description><content:encoded><![CDATA[<p>النص <b>كله</b></p>]]></content:encoded></item>
            <item><title>ثان</title><description>&lt;p&gt;وصف&lt;/p&gt;</description></item><item/></channel></rss>
            """);
        records.Should().HaveCount(2);
        NewsRecord first = records[0];
        (first.Id, first.Title, first.Source, first.Url).Should().Be(("g1", "افتتاح \"الميناء\"", "المرفأ", new Uri("https://a.example/1")));
        first.Date!.Value.Should().Be(new DateTimeOffset(2024, 3, 12, 8, 30, 0, TimeSpan.FromHours(3)));
        first.ToPage().Text.Should().Be("افتتاح \"الميناء\"\nالنص كله");
        (records[1].Id, records[1].ToPage().Text).Should().Be(("2", "ثان\nوصف"));
    }

    [Fact]
    public void Atom_GivesEntries_WhateverTypeTheirContentHas()
    {
        List<NewsRecord> records = Records("a.atom", """
            <feed xmlns="http://www.w3.org/2005/Atom"><title>المرفأ</title>
            <entry><title>أول</title><id>urn:1</id><link rel="self" href="https://a.example/feed"/><link href="https://a.example/1"/><updated>2024-03-12T08:30:00Z</updated>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>نص</p></div></content></entry>
            <entry><title>ثان</title><content type="text">a &lt; b</content></entry></feed>
            """);
        records.Select(record => (record.Id, record.Url?.OriginalString, record.ToPage().Text)).Should().Equal(("urn:1", "https://a.example/1", "أول\nنص"), ("2", null, "ثان\na < b"));
    }

    [Theory]
    [InlineData("<!DOCTYPE rss [<!ENTITY a \"aaaa\">]><rss><channel><item><title>&a;</title></item></channel></rss>", "document type")]
    [InlineData("<rss><channel><item><title>أ</title></item><item><title>ب", "not well-formed")]
    public void Feed_ThatIsNoXmlOrHasADocumentType_IsDamage(string feed, string reason)
    {
        RecordError error = Items("a.xml", feed)[^1].Error!;
        (error.IsDamage, error.Message).Should().Match<(bool IsDamage, string Message)>(told => told.IsDamage && told.Message.Contains(reason));
    }

    [Fact]
    public void Warc_GivesPagesAndNothingElse()
    {
        byte[] page = Bytes.Utf8(Page), gzipped = Bytes.Gzip(page);
        byte[][] archive =
        [
            Bytes.Warc("warcinfo", "application/warc-fields", "software: x"u8.ToArray()),
            Bytes.Warc("request", "application/http; msgtype=request", "GET / HTTP/1.1\r\n\r\n"u8.ToArray()),
            Bytes.Warc("response", "application/http; msgtype=response", Bytes.Http(page), "https://site.example/plain"),
            Bytes.Warc("response", "application/http", Bytes.Http(Bytes.Chunked(gzipped, 50), "Content-Type: text/html\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked"), "https://site.example/gzip"),
            Bytes.Warc("response", "application/http", Bytes.Http(page, status: "404 Not Found"), "https://site.example/404"),
            Bytes.Warc("response", "application/http", Bytes.Http([1, 2, 3], "Content-Type: image/png"), "https://site.example/png"),
            Bytes.Warc("resource", "text/html", page, "https://site.example/resource"),
            Bytes.Warc("conversion", "text/plain", Bytes.Utf8("ميناء\nنص"), "https://site.example/wet"),
        ];
        List<NewsRecord> plain = Records("a.warc", [.. archive.SelectMany(record => record)]), packed = Records("b.warc.gz", Bytes.Gzip(archive));
        string[] expected = ["https://site.example/plain", "https://site.example/gzip", "https://site.example/resource", "https://site.example/wet"];
        plain.Select(record => record.Id).Should().Equal(expected);
        packed.Select(record => record.Id).Should().Equal(expected);
        packed.Select(record => record.ToPage().Text).Should().AllBe("ميناء\nنص");
        plain[0].Fetched.Should().Be(new DateTimeOffset(2024, 3, 12, 6, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public void Warc_WithABombInAnAnswer_RefusesThatAnswerAndGoesOn()
    {
        byte[] bomb = Bytes.Warc("response", "application/http", Bytes.Http(Bytes.Gzip(new byte[50_000_000]), "Content-Type: text/html\r\nContent-Encoding: gzip"));
        byte[] page = Bytes.Warc("response", "application/http", Bytes.Http(Bytes.Utf8(Page)));
        List<ReadItem> items = Items("a.warc", [.. bomb, .. page]);
        (items[0].Error!.IsDamage, items[0].Error!.Line).Should().Be((false, 1));
        items[1].Record!.ToPage().Text.Should().Be("ميناء\nنص");
    }

    [Theory]
    [InlineData("WARC/1.0\r\nWARC-Type: response\r\nContent-Type: text/html\r\nContent-Length: 999\r\n\r\n<p>")]
    [InlineData("WARC/1.0\r\nWARC-Type: response\r\n\r\n")]
    [InlineData("WARC/1.0\r\nWARC-Type: request\r\nContent-Length: 3\r\n\r\nabc\r\n\r\nnonsense\r\n")]
    [InlineData("WARC/1.0\r\nWARC-Type: request\r\nContent-Length: 99999999999999999999\r\n\r\n")]
    public void Warc_ThatIsCutOffOrNone_IsDamage(string archive) => Items("a.warc", archive).Single().Error!.IsDamage.Should().BeTrue();

    [Fact]
    public void Conll_IsCutIntoDocuments_WithTheirWords()
    {
        List<NewsRecord> records = Records("a.conll", "-DOCSTART- O\n\nقال\tO\nمودي\tB-PER\n\nفي O\nالهند B-LOC\n-DOCSTART- O\nانتهى O\n");
        records.Select(record => record.Text).Should().Equal("قال مودي\nفي الهند", "انتهى");
        records[0].Words.Where(word => !word.Span.IsEmpty).Select(word => word.Span.In(records[0].Text).ToString()).Should().Equal("قال", "مودي", "في", "الهند");
        string.Join('\n', records.SelectMany(record => record.Words).Select(word => word.Line)).Should().StartWith("-DOCSTART- O\n\nقال\tO");
    }

    [Fact]
    public void Folders_AreReadInTheOrderOfNames_AndGlobsToo()
    {
        _folder.Write("b/2.html", Page);
        _folder.Write("a/1.txt", "نص");
        _folder.Write("a/picture.png", "x");
        _folder.Write("a/deep/3.jsonl", "{\"text\":\"نص\"}");
        string[] Names(string argument) => [.. InputFiles.Expand([argument]).Select(file => Path.GetRelativePath(_folder.Path, file).Replace('\\', '/'))];
        Names(_folder.Path).Should().Equal("a/1.txt", "a/deep/3.jsonl", "b/2.html");
        Names(_folder.At("*/?.*")).Should().Equal("a/1.txt", "b/2.html");
        Names(_folder.At("**/*.jsonl")).Should().Equal("a/deep/3.jsonl");
        Names(_folder.At("a/**")).Should().Contain("a/1.txt").And.Contain("a/deep/3.jsonl");
        FluentActions.Invoking(() => Names(_folder.At("*.none"))).Should().Throw<CliException>().Where(thrown => thrown.ExitCode == ExitCode.Usage);
        FluentActions.Invoking(() => InputFiles.Expand(["وزير"])).Should().Throw<CliException>().WithMessage("*--text 'وزير'");
    }

    [Fact]
    public void Pages_TakeWhatTheRecordSaysOfItself()
    {
        NewsRecord record = Records("a.jsonl", """{"body":"افتتح وزير النقل أمس الميناء الجديد أمام السفن التجارية، بعد سبع سنوات من العمل.\nوقال إن السفن قادمة.","title":"افتتاح ميناء","date":"2024-03-12","url":"https://a.example/1","source":"المرفأ"}""").Single();
        NewsPage page = record.ToPage();
        page.Main!.Headline!.Value.In(page.Text).ToString().Should().Be("افتتاح ميناء");
        page.Main.Published!.Value.Should().Be(new DateTimeOffset(2024, 3, 12, 0, 0, 0, TimeSpan.Zero));
        (page.Metadata.SiteName, page.Metadata.Url).Should().Be(("المرفأ", new Uri("https://a.example/1")));
    }

    [Fact]
    public void Files_OfRandomBytes_AreReadToAnEndInEveryFormat()
    {
        var random = new Random(11);
        byte[] noise = new byte[3000];
        foreach (RecordFormat format in Enum.GetValues<RecordFormat>())
            for (int i = 0; i < 40; i++)
            {
                random.NextBytes(noise);
                string file = _folder.Write("noise", i % 2 == 0 ? noise : [0x1F, 0x8B, .. noise]);
                FluentActions.Invoking(() => new RecordReader([file], new RecordReaderOptions { Format = format }).Read().Count()).Should().NotThrow();
            }
    }

    private List<ReadItem> Items(string name, string content) => Items(name, Bytes.Utf8(content));

    private List<ReadItem> Items(string name, byte[] content) => [.. new RecordReader([_folder.Write(name, content)], new RecordReaderOptions()).Read()];

    private List<NewsRecord> Records(string name, string content, RecordReaderOptions? options = null) => Records(name, Bytes.Utf8(content), options);

    private List<NewsRecord> Records(string name, byte[] content, RecordReaderOptions? options = null)
    {
        List<ReadItem> items = [.. new RecordReader([_folder.Write(name, content)], options ?? new RecordReaderOptions()).Read()];
        items.Select(item => item.Error).Should().AllSatisfy(error => error.Should().BeNull());
        return [.. items.Select(item => item.Record!)];
    }
}
