using System.Text.Json;

namespace ArabicNews.Cli.Tests;

/// <summary>The commands as a shell sees them: lines in, lines out.</summary>
public sealed class CommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Normalize_OfAPipe_WritesALineForEachLine()
    {
        ToolResult result = Tool.RunOn("هٰذا مُحَمَّـــد\n\nأحمد\n", "normalize");
        result.Should().Be(new ToolResult(0, """
            {"schema":1,"id":"1","text":"هذا محمد"}
            {"schema":1,"id":"2","text":""}
            {"schema":1,"id":"3","text":"احمد"}

            """, ""));
    }

    [Fact]
    public void Tokenize_Segment_Dates_GiveSpansOfTheText()
    {
        JsonElement tokens = Json(Tool.Run("tokenize", "--text", "بلغ 12.5٪"));
        tokens.GetProperty("tokens").EnumerateArray().Select(token => $"{token.GetProperty("kind")} {token.GetProperty("span")}").Should().Equal("word [0,3]", "number [4,8]", "punctuation [8,9]");
        JsonElement words = Json(Tool.Run("segment", "--text", "قال وبالمدرسة"));
        words.GetProperty("words")[1].GetProperty("segments").EnumerateArray().Select(part => $"{part.GetProperty("text")} {part.GetProperty("span")}").Should().Equal("و [4,5]", "ب [5,6]", "ال [6,8]", "مدرس [8,12]", "ة [12,13]");
        JsonElement dates = Json(Tool.Run("dates", "--text", "الأربعاء 17 رمضان 1445 هـ"));
        dates.GetProperty("dates")[0].GetRawText().Should().Be("""{"text":"الأربعاء 17 رمضان 1445 هـ","value":"2024-03-27","precision":"day","calendar":"hijri","span":[0,25]}""");
    }

    [Fact]
    public void Demo_ShowsTheWholeWay_OfflineAndForPrograms()
    {
        ToolResult shown = Tool.Run("demo", "--plain");
        shown.ExitCode.Should().Be(0);
        shown.Output.Should().Contain("الاتحاد الإفريقي عضو دائم في مجموعة العشرين").And.Contain("published").And.Contain("لينا العمري").And.Contain("Narendra Modi").And.Contain("New Delhi").And.Contain("28.64, 77.22")
            .And.Contain("https://www.openstreetmap.org/?mlat=28.6358").And.NotContain("\u001b");
        JsonElement json = Json(Tool.Run("demo"));
        json.GetProperty("main").GetProperty("headlineText").GetString().Should().Be("الاتحاد الإفريقي عضو دائم في مجموعة العشرين");
        json.GetProperty("entities").EnumerateArray().Should().Contain(entity => entity.GetProperty("name").GetString() == "نيودلهي" && entity.GetProperty("place").GetProperty("countryCode").GetString() == "IN");
    }

    [Fact]
    public void Compare_TellsStageByStage_BesideLucene()
    {
        ToolResult shown = Tool.Run("compare", "وزير", "الوزير", "--plain");
        shown.Output.Should().Contain("meet").And.Contain("do not meet").And.Contain("Lucene ArabicAnalyzer").And.Contain("زير").And.EndWith("A search for one finds the other: they have one stem.\n");
        JsonElement json = Json(Tool.Run("compare", "لبنان", "لبن"));
        (json.GetProperty("meet").GetBoolean(), json.GetProperty("lucene").GetProperty("meet").GetBoolean()).Should().Be((false, true), "Lucene takes Lebanon for milk");
    }

    [Fact]
    public void Parse_WritesThePage_WithSpansThatCutItsText()
    {
        string page = RepositoryPage("22-g20-new-delhi-jsonld.html");
        JsonElement json = Json(Tool.Run("parse", page));
        string text = json.GetProperty("text").GetString()!;
        string Cut(JsonElement span) => text[span[0].GetInt32()..span[1].GetInt32()];
        JsonElement main = json.GetProperty("main");
        (json.GetProperty("schema").GetInt32(), json.GetProperty("id").GetString()).Should().Be((1, page.Replace('\\', '/')));
        Cut(main.GetProperty("headline")).Should().Be(main.GetProperty("headlineText").GetString());
        main.GetProperty("parts").EnumerateArray().Select(part => part.GetProperty("kind").GetString()).Should().Contain(["headline", "subheadline", "byline", "lede", "paragraph", "subhead", "caption"]);
        main.GetProperty("byline").GetProperty("persons")[0].GetProperty("name").GetString().Should().Be("لينا العمري");
        main.GetProperty("published").GetProperty("value").GetString().Should().Be("2023-09-09T17:20");
        json.GetProperty("boilerplate").EnumerateArray().Select(block => block.GetProperty("kind").GetString()).Should().Contain("copyright");
        json.GetProperty("metadata").GetProperty("siteName").GetString().Should().Be("صحيفة المرفأ");
        Json(Tool.Run("parse", page, "--to", "jsonld")).GetProperty("@type").GetString().Should().Be("NewsArticle");
    }

    [Fact]
    public void Entities_GoInAndOutAsConll()
    {
        string file = _folder.Write("in.conll", "قالت X\nواشنطن X\nأمس X\n\nووصل X\nبايدن X\nإلى X\nبغداد X\n");
        Tool.Run("entities", file, "--to", "conll").Output.Should().Be("قالت X O\nواشنطن X B-LOC\nأمس X O\n\nووصل X O\nبايدن X B-PER\nإلى X O\nبغداد X B-LOC\n");
        ToolResult text = Tool.Run("entities", "--to", "conll", "--text", "التقى أنتوني بلينكن نظيره في القاهرة.");
        text.Output.Should().StartWith("-DOCSTART-\tO\n\n").And.Contain("أنتوني\tB-PER\nبلينكن\tI-PER\n").And.Contain("القاهرة\tB-LOC\n.\tO\n\n");
        Tool.RunOn(text.Output, "entities", "--from", "conll", "--to", "conll").Output.Should().Contain("بلينكن\tI-PER\tI-PER\n");
    }

    [Fact]
    public void Entities_KnowTheNamesOfAListOfOnesOwn()
    {
        string list = _folder.Write("ours.json", """[{"kind":"town","id":"own/1","name":"دير العسل","english":"Deir al-Asal","country":"PS","latitude":31.47,"longitude":34.95}]""");
        ToolResult result = Tool.Run("entities", "--gazetteer", list, "--text", "وصلت القافلة إلى دير العسل.");
        result.Errors.Should().BeEmpty();
        Json(result).GetProperty("entities")[0].GetProperty("id").GetString().Should().Be("own/1");
        ToolResult broken = Tool.Run("entities", "--gazetteer", _folder.Write("broken.json", "{"), "--text", "x");
        (broken.ExitCode, broken.Errors).Should().Match<(int Code, string Errors)>(told => told.Code == ExitCode.Damaged && told.Errors.StartsWith("arabicnews: "));
    }

    [Fact]
    public void Explain_TellsReasons()
    {
        Tool.Run("explain", "page", RepositoryPage("22-g20-new-delhi-jsonld.html"), "--plain").Output.Should().Contain("set aside: copyright").And.Contain("subheadline").And.Contain("says the same");
        string[] text = ["--text", "زار وزير الدفاع الأميركي لويد أوستن مدينة طرابلس. وقال أوستن إن لبنان شريك، ونشر صور الزيارة."];
        Tool.Run(["explain", "entities", "--plain", .. text]).Output.Should().Contain("head word of places").And.Contain("Tripoli LB").And.Contain("No names:").And.Contain("against");
        JsonElement json = Json(Tool.Run(["explain", "entities", "--name", "أوستن", "--words", .. text]));
        json.GetProperty("mentions")[0].GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("kind").GetString()).Should().Contain("gazetteer");
        json.GetProperty("mentions").GetArrayLength().Should().Be(2);
        Tool.Run("explain", "word", "وبمدرستهم", "--plain").Output.Should().Contain("و+ب+مدرس+ت+هم").And.Contain("skeleton");
    }

    [Fact]
    public void Completion_KnowsCommandsOptionsAndValues()
    {
        Tool.Run("completion", "bash").Output.Should().Contain("complete -o default -F _arabicnews arabicnews");
        Tool.Run("[suggest:13]", "arabicnews no").Lines.Should().Contain("normalize");
        Tool.Run("[suggest:19]", "arabicnews parse --j").Lines.Should().Contain(["--json", "--jobs"]);
        Tool.Run("[suggest:26]", "arabicnews parse --from js").Lines.Should().Equal("jsonl");
    }

    [Fact]
    public void Version_IsOneLine()
    {
        ToolResult result = Tool.Run("--version");
        result.Output.Should().MatchRegex("^arabicnews [0-9]+\\.[0-9]+\\.[0-9]+");
        (result.Lines.Length, result.Errors).Should().Be((1, ""));
    }

    [Theory]
    [InlineData("parse", "no-such-file.html")]
    [InlineData("parse", "--from", "word")]
    [InlineData("parse", "--jobs", "0")]
    [InlineData("parse", "--resume")]
    [InlineData("normalize", "--form", "none-such", "--text", "x")]
    [InlineData("normalize", "--encoding", "none-such", "--text", "x")]
    [InlineData("no-such-command")]
    [InlineData]
    public void Line_ThatCannotBeUnderstood_SaysSo_WithCode2(params string[] line)
    {
        ToolResult result = Tool.Run(line);
        (result.ExitCode, result.Output).Should().Be((ExitCode.Usage, ""));
        result.Errors.Should().StartWith("arabicnews: ").And.NotContain("   at ");
    }

    [Fact]
    public void Line_ThatCannotBeUnderstood_NamesTheWholeCommand() => Tool.Run("index", "search", "--limit", "0").Errors.Should().EndWith("\nTry: arabicnews index search --help\n");

    private static JsonElement Json(ToolResult result)
    {
        result.ExitCode.Should().Be(0, result.Errors);
        return JsonDocument.Parse(result.Lines.Single()).RootElement;
    }

    private static string RepositoryPage(string name) => ArabicNews.Tests.Support.RepositoryFiles.InRepository("seeds/articles/" + name);
}
