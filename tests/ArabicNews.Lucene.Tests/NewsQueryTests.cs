namespace ArabicNews.Lucene.Tests;

public class NewsQueryTests
{
    [Theory]
    [InlineData("غزة رفح", "Word:غزة Word:رفح")]
    [InlineData("غزة و رفح أو جنين", "Word:غزة And:و Word:رفح Or:أو Word:جنين")]
    [InlineData("غزة AND رفح OR NOT جنين", "Word:غزة And:AND Word:رفح Or:OR Not:NOT Word:جنين")]
    [InlineData("غزة and رفح", "Word:غزة Word:and Word:رفح")]
    [InlineData("غزة -رفح ليس جنين", "Word:غزة Not:- Word:رفح Not:ليس Word:جنين")]
    [InlineData("- غزة", "Ignored:- Word:غزة")]
    [InlineData("ما-قبل", "Word:ما-قبل")]
    [InlineData("«مجلس الأمن» “الأمم المتحدة” \"غزة\"", "Phrase:مجلس الأمن Phrase:الأمم المتحدة Phrase:غزة")]
    [InlineData("«مجلس الأمن", "Ignored:« Word:مجلس Word:الأمن")]
    [InlineData("شخص:أوستن person:\"لويد أوستن\" شَخص:«أوستن»", "Person:أوستن Person:لويد أوستن Person:أوستن")]
    [InlineData("مكان:غزة place:رفح دولة:لبنان country:LB", "Place:غزة Place:رفح Country:لبنان Country:LB")]
    [InlineData("مصدر:رويترز source:وكالات قسم:سياسة section:رياضة وسم:زلزال عنوان:غزة title:رفح", "Source:رويترز Source:وكالات Section:سياسة Section:رياضة Tag:زلزال Title:غزة Title:رفح")]
    [InlineData("عاجل:زلزال", "Word:عاجل:زلزال")]
    [InlineData("https://example.com/a الساعة 12:30", "Word:https://example.com/a Word:الساعة Word:12:30")]
    [InlineData("مقدمة:زلزال lede:زلزال", "Lede:زلزال Lede:زلزال")]
    [InlineData("وزار* وِزـار*", "Prefix:وزار Prefix:وِزـار")]
    [InlineData("* و* **", "Ignored:* Word:و* Ignored:**")]
    [InlineData("زلزل~ زلزل~1 زلزال~٢ زلزال~3 في~", "Fuzzy:زلزل Fuzzy:زلزل Fuzzy:زلزال Word:زلزال~3 Word:في~")]
    [InlineData("near:دمشق قرب:«دير الزور»~100كم near:33.5,36.3~20", "Near:دمشق Near:دير الزور Near:33.5,36.3")]
    [InlineData("near:كلام~50كم near:91,0 near:0,0~0 near:0,0~-5 near:0,0~1e999 near:0,0~NaN near:", "Word:near:كلام~50كم Word:near:91,0 Word:near:0,0~0 Word:near:0,0~-5 Word:near:0,0~1e999 Word:near:0,0~NaN Word:near:")]
    [InlineData("مكان: غزة", "Word:مكان: Word:غزة")]
    [InlineData("بعد:كذا", "Word:بعد:كذا")]
    [InlineData("(غزة أو رفح) هدنة", "Open:( Word:غزة Or:أو Word:رفح Close:) Word:هدنة")]
    [InlineData("(غزة", "Ignored:( Word:غزة")]
    [InlineData("غزة) أو", "Word:غزة Ignored:) Ignored:أو")]
    [InlineData("أو غزة ( ) و", "Ignored:أو Word:غزة Ignored:( Ignored:) Ignored:و")]
    [InlineData("!! ؟", "Ignored:!! Ignored:؟")]
    [InlineData("", "")]
    public void Parse_TellsWhatItUnderstood(string text, string parts)
        => string.Join(' ', NewsQuery.Parse(text).Parts.Select(part => $"{part.Kind}:{part.Text}")).Should().Be(parts);

    [Theory]
    [InlineData("بعد:2024-03-27", "2024-03-27")]
    [InlineData("after:27/3/2024", "2024-03-27")]
    [InlineData("بعد:27 مارس 2024", "2024-03-27")]
    [InlineData("بعد:«٢٧ آذار ٢٠٢٤»", "2024-03-27")]
    [InlineData("بعد:2024-03", "2024-03-01")]
    public void Parse_Dates_AreReadAsNewsWritesThem(string text, string day)
    {
        QueryPart part = NewsQuery.Parse(text).Parts.Should().ContainSingle().Subject;
        part.Kind.Should().Be(QueryPartKind.After);
        part.Date.Should().Be(DateTimeOffset.Parse(day + "T00:00:00Z", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("near:دمشق", "SY", 50)]
    [InlineData("near:دمشق~٢٠كم", "SY", 20)]
    [InlineData("قرب:«كوالا لمبور»~12.5km", "MY", 12.5)]
    [InlineData("near:-33.9,18.4~100", null, 100)]
    public void Parse_Near_KnowsThePlaceAndTheDistance(string text, string? country, double kilometers)
    {
        GeoCircle area = NewsQuery.Parse(text).Parts.Should().ContainSingle().Subject.Area!.Value;
        (area.Place?.CountryCode, area.Kilometers).Should().Be((country, kilometers));
    }

    [Theory]
    [InlineData("زلل~", 1)]
    [InlineData("زلزال~", 2)]
    [InlineData("زلزال~1", 1)]
    public void Parse_Fuzzy_AllowsMoreInLongerWords(string text, int edits)
        => NewsQuery.Parse(text).Parts.Single().MaxEdits.Should().Be(edits);

    [Fact]
    public void Contains_IsMeasuredOnTheSphere()
    {
        var damascus = new GeoCircle(33.5131, 36.2919, 90);
        damascus.Contains(33.8938, 35.5018).Should().BeTrue("Beirut is 85 km away");
        (damascus with { Kilometers = 80 }).Contains(33.8938, 35.5018).Should().BeFalse();
        new GeoCircle(0, 179.9, 30).Contains(0, -179.9).Should().BeTrue("the date line is no border");
        new GeoCircle(90, 0, GeoCircle.MaxKilometers).Contains(-90, 0).Should().BeTrue();
    }

    [Fact]
    public void Parse_ADateBeforeWords_LeavesTheWords()
        => NewsQuery.Parse("بعد:27 مارس 2024 غزة").Parts.Select(part => part.Kind).Should().Equal(QueryPartKind.After, QueryPartKind.Word);

    [Fact]
    public void Parse_ARelativeDate_IsCountedFromTheReference()
    {
        var reference = new DateTimeOffset(2024, 3, 27, 12, 0, 0, TimeSpan.Zero);
        NewsQuery.Parse("بعد:أمس", reference).Parts.Single().Date!.Value.UtcDateTime.Date.Should().Be(new DateTime(2024, 3, 26));
    }

    [Fact]
    public void Parse_Spans_CoverTheQueryInOrder()
    {
        const string Text = "غزة بعد:2024 «مجلس الأمن» -(رفح أو جنين";
        int end = 0;
        foreach (QueryPart part in NewsQuery.Parse(Text).Parts)
        {
            part.Span.Start.Should().BeGreaterThanOrEqualTo(end);
            end = part.Span.End;
        }

        end.Should().Be(Text.Length);
    }

    [Fact]
    public void Parse_BeyondTheLimits_IgnoresTheRest()
    {
        NewsQuery.Parse(string.Join(' ', Enumerable.Repeat("غزة", 2_000))).Parts.Length.Should().BeLessThanOrEqualTo(NewsQuery.MaxParts + 1);
        NewsQuery.Parse(new string('(', 3_000) + "غزة").Parts.Count(part => part.Kind == QueryPartKind.Word).Should().BeLessThanOrEqualTo(1);
        NewsQuery.Parse(string.Join(' ', Enumerable.Repeat("وزار*", 100))).Parts.Count(part => part.Kind == QueryPartKind.Prefix).Should().Be(NewsQuery.MaxPatterns);
        string nested = new string('(', 40) + "غزة" + new string(')', 40);
        NewsQuery.Parse(nested).Parts.Count(part => part.Kind == QueryPartKind.Open).Should().Be(NewsQuery.MaxDepth);
    }

    [Fact]
    public void FromText_TakesNothingForAnOperator()
        => NewsQuery.FromText("- ليس غزة أو (رفح").Parts.Should().ContainSingle().Which.Kind.Should().Be(QueryPartKind.Text);

    [Fact]
    public void Equals_ComparesContent()
    {
        (NewsQuery.Parse("غزة") with { People = ["أ"] }).Should().Be(NewsQuery.Parse("غزة") with { People = ["أ"] });
        (NewsQuery.Parse("غزة") with { People = ["أ"] }).Should().NotBe(NewsQuery.Parse("غزة") with { People = ["ب"] });
    }

    /// <summary>Strings of everything that the language is made of; also used by the tests of the index.</summary>
    internal static IEnumerable<string> RandomQueries(int seed, int count)
    {
        string[] pieces = ["غزة", "رفح", "وزير", "في", " ", " ", " ", "و", "أو", "ليس", "-", "AND", "OR", "NOT", "(", ")", "\"", "«", "»", "“", "”", ":", "شخص:", "مكان:", "بعد:", "قبل:", "before:", "2024-03-27", "مارس", "عنوان:", "دولة:", "!", "\0", "\uD800", "\u200F", "ـ", "x*", "~", "وزار*", "زلزال~2", "near:", "near:دمشق~", "قرب:33.5,36.3~", "50كم", "1e309", "lede:", "\n", "\u00A0"];
        var random = new Random(seed);
        for (int i = 0; i < count; i++)
            yield return string.Concat(Enumerable.Range(0, random.Next(14)).Select(_ => pieces[random.Next(pieces.Length)] + (random.Next(2) == 0 ? " " : "")));
    }

    [Fact]
    public void Parse_AnyString_IsWellFormed()
    {
        foreach (string text in RandomQueries(seed: 1, count: 10_000).Concat(TokenStreamChecks.RandomTexts(seed: 2, count: 10_000)))
        {
            int depth = 0;
            bool needsOperand = true, any = false;
            foreach (QueryPart part in NewsQuery.Parse(text).Parts)
            {
                bool fits = part.Kind switch
                {
                    QueryPartKind.Ignored => true,
                    QueryPartKind.And or QueryPartKind.Or => !needsOperand,
                    QueryPartKind.Close => !needsOperand && --depth >= 0,
                    _ => true,
                };
                fits.Should().BeTrue(text);
                if (part.Kind == QueryPartKind.Ignored) continue;
                if (part.Kind == QueryPartKind.Open) depth++;
                needsOperand = part.Kind is QueryPartKind.And or QueryPartKind.Or or QueryPartKind.Not or QueryPartKind.Open;
                any = true;
            }

            depth.Should().Be(0, text);
            (any && needsOperand).Should().BeFalse(text);
        }
    }
}
