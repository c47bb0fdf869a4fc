using System.Globalization;
using System.Text;
using ArabicNews.Tests.Support;

namespace ArabicNews.Tests.Entities;

/// <summary>
/// Texts made to hang the extractor or to exhaust it. Work is counted in bytes allocated, not in time: each word of a text leaves its facts, scores and places in memory, so what is linear there is
/// linear in words; benchmarks say how long it takes.
/// </summary>
public class EntityHostileTests
{
    // Code units of a text; twice as many, and twenty times as many at night: 10 MB of UTF-16.
    private const int Length = 250_000, NightLength = 5_000_000;

    // Bytes for each code unit. A word of one letter, with the blank behind it, takes the most: 336 in texts of half a million, 442 in those of five million, whose lists have just been doubled.
    private const double MaxBytes = 500;

    private static readonly Dictionary<string, Func<int, string>> s_texts = new(StringComparer.Ordinal)
    {
        ["one word"] = length => Repeat("محمد ", length),
        ["one word without an end"] = length => Repeat("محمد", length),
        ["one place"] = length => Repeat("بغداد ", length),
        ["one letter"] = length => Repeat("و ", length),
        ["names"] = length => Many(length, i => $"قال محمد {WordOf(i)} إن. "),
        ["names in one sentence"] = length => Many(length, i => $"محمد {WordOf(i)} و"),
        ["words that no list knows"] = length => Many(length, i => WordOf(i) + " "),
        ["things that bear names"] = length => Repeat("على ملعب أحمد بن علي وقال الرئيس محمد نجيب. ", length),
        ["titles and roles"] = length => Many(length, i => $"وزير الخارجية الأميركي محمد {WordOf(i)} والوزير {WordOf(i)}. "),
        ["one surname"] = length => Many(length, i => $"{WordOf(i)} الحسن قال. قال الحسن. "),
        ["places of two readings"] = length => Repeat("طرابلس اللبنانية وعمان وصور. ", length),
        ["no Arabic"] = length => Many(length, i => i % 9 == 8 ? "a line.\n" : "plain Words of 2026, "),
        ["only marks"] = length => Repeat("\u064B\u0651\u0670", length),
        ["marks between blanks"] = length => Repeat("\u064E \u0640 ", length),
        ["mixed scripts"] = length => Repeat("محمد Biden 拜登 Путин غزة ١٢ 12 मोदी 🇪🇬 ", length),
        ["letters of mixed scripts"] = length => Repeat("مbжग山", length),
        ["hashtags"] = length => Repeat("#غزة_الآن @user https://a.b/c ", length),
        ["quotation marks"] = length => Repeat("«", length),
        ["full stops"] = length => Repeat("محمد. ", length),
        ["lone surrogates"] = length => Repeat("محمد \uD800 غزة\uDC00 ", length),
        ["emoji and names"] = length => Repeat("😀محمد😀 علي 😀", length),
        ["blanks"] = length => Repeat(" \u00A0\n", length),
    };

    public static TheoryData<string> Names => [.. s_texts.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Extract_OfTwiceTheText_TakesTwiceTheMemory(string name)
    {
        int length = Nightly.IsOn ? NightLength / 2 : Length;
        string once = s_texts[name](length), twice = s_texts[name](length * 2);
        EntityExtractor.Default.Extract(once[..1000]);

        double before = Allocated(once), after = Allocated(twice);

        // The same for each code unit, but for what does not depend on the length, and for lists that grow by doubling.
        (after / twice.Length).Should().BeLessThanOrEqualTo((before / once.Length * 1.15) + 1);
        (after / twice.Length).Should().BeLessThanOrEqualTo(MaxBytes);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Mentions_OfHostileTexts_HoldTheLaws(string name)
    {
        string text = s_texts[name](Nightly.IsOn ? NightLength : Length);

        EntityLawTests.AssertLaws(text, EntityExtractor.Default.Extract(text));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Explain_OfHostileTexts_FindsWhatExtractDoes(string name)
    {
        string text = s_texts[name](Nightly.IsOn ? NightLength / 10 : 20_000);

        EntityExplanation explanation = EntityExtractor.Default.Explain(text);

        explanation.Extraction.Should().Be(EntityExtractor.Default.Extract(text));
        EntityExplanationTests.AssertLaws(text, explanation);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Extract_FromTwoThreads_GivesTheSame(string name)
    {
        string text = s_texts[name](20_000);
        EntityExtraction expected = EntityExtractor.Default.Extract(text);
        var found = new EntityExtraction[2];

        Parallel.For(0, found.Length, i => found[i] = EntityExtractor.Default.Extract(text));

        found.Should().AllSatisfy(extraction => extraction.Should().Be(expected));
    }

    [Theory]
    [InlineData("names")]
    [InlineData("mixed scripts")]
    [InlineData("hashtags")]
    public void Extract_InAnyCulture_GivesTheSame(string name)
    {
        string text = s_texts[name](5_000);

        Cultures.ShouldAgree(() => Print(EntityExtractor.Default.Extract(text))).Should().NotBeEmpty();
    }

    [Theory]
    [InlineData("no Arabic")]
    [InlineData("only marks")]
    [InlineData("marks between blanks")]
    [InlineData("quotation marks")]
    [InlineData("blanks")]
    [InlineData("one letter")]
    public void TextsThatNameNobody_AreEmpty(string name) => EntityExtractor.Default.Extract(s_texts[name](50_000)).Entities.Should().BeEmpty();

    /// <summary>A sentence is cut after some hundred words, which must not cost a name whose like stands all over the text.</summary>
    [Fact]
    public void ASentenceOfManyNames_HasThemAll()
    {
        string text = Many(200_000, i => $"وقال الرئيس محمد {WordOf(i % 50)} إن الوزير أحمد {WordOf(50 + (i % 50))} سافر إلى بغداد ");
        int places = text.Split("بغداد").Length - 1;

        EntityExtraction extraction = EntityExtractor.Default.Extract(text);

        extraction.Places.Single(place => place.Name == "بغداد").Mentions.Length.Should().Be(places);
    }

    private static double Allocated(string text)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        EntityExtractor.Default.Extract(text).Should().NotBeNull();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static string Print(EntityExtraction extraction) =>
        string.Join('\n', extraction.Entities.Select(entity => $"{entity.Kind} {entity.Name} {entity.Id} {entity.Role} " + string.Join(' ', entity.Mentions.Select(mention => string.Create(CultureInfo.InvariantCulture, $"{mention.Span.Start}+{mention.Span.Length}:{mention.Score:R}")))));

    private static string Repeat(string piece, int length) => new StringBuilder(length + piece.Length).Insert(0, piece, length / piece.Length).ToString();

    private static string Many(int length, Func<int, string> pieceOf)
    {
        var text = new StringBuilder(length + 100);
        for (int i = 0; text.Length < length; i++) text.Append(pieceOf(i));
        return text.ToString();
    }

    // Words of six letters, which are nobody's; all different for all numbers up to ten million.
    private static string WordOf(int number)
    {
        const string letters = "غظذضثخطزجدسشصعفق";
        Span<char> word = stackalloc char[6];
        for (int i = 0; i < word.Length; i++, number /= letters.Length) word[i] = letters[(number + (i * 3)) % letters.Length];
        return new string(word);
    }
}
