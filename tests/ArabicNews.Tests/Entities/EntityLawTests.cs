using System.Globalization;
using System.Text;
using ArabicNews.Tests.Support;
using CsCheck;

namespace ArabicNews.Tests.Entities;

/// <summary>What holds for any text.</summary>
public class EntityLawTests
{
    private static readonly string s_page = Encoding.UTF8.GetString(File.ReadAllBytes(RepositoryFiles.InRepository("seeds/articles/000_b91ee82fcd84a4d3.txt")));

    // Names, particles, heads, punctuation and broken UTF-16 in any order.
    internal static readonly Gen<string> s_text = Gen.OneOf(((string[])[
        "محمد", "وأحمد", "بن", "آل", "أبو", "عبد", "الله", "الرئيس", "وزير", "الخارجية", "الأميركي", "قال", "إن", "في", "مدينة", "غزة", "لغزة", "وبغداد", "للقاهرة", "صور", "كان", "طرابلس", "جامعة",
        "الولايات", "المتحدة", "قطاع", "أوستن", "نتنياهو", "«", "»", "،", ".", "\n", "-", "#غزة_الآن", "@user", "http://a.b/c", "Biden", "١٢٣", "\u064B", "ـــ", "\u200F", "\0", "\uD800", "\uDC00", "\uFEFB", "", "ﷲ"]).Select(Gen.Const).ToArray())
        .Array[0, 60].Select(words => string.Join(' ', words));

    [Fact]
    public void Mentions_AreInside_Ordered_Disjoint_AndResolve() => s_text.Sample(AssertLaws, iter: 3000, seed: "0N0XIzNsQ0O2");

    [Fact]
    public void Mentions_OfRandomCodeUnits_HoldTheSameLaws() => Gen.String[Gen.Char, 0, 200].Sample(AssertLaws, iter: 2000, seed: "0N0XIzNsQ0O2");

    [Fact]
    public void Extract_TheSameText_GivesTheSame()
    {
        EntityExtraction first = EntityExtractor.Default.Extract(s_page), second = EntityExtractor.Default.Extract(s_page);

        second.Should().Be(first);
        second.GetHashCode().Should().Be(first.GetHashCode());
    }

    [Theory]
    [InlineData("")]
    [InlineData("ar-SA")]
    [InlineData("ar-EG")]
    [InlineData("fa-IR")]
    [InlineData("tr-TR")]
    [InlineData("th-TH")]
    public void Extract_InAnyCulture_GivesTheSame(string culture)
    {
        EntityExtraction expected = EntityExtractor.Default.Extract(s_page);
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            EntityExtractor.Default.Extract(s_page).Should().Be(expected);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Extract_FromManyThreads_GivesTheSame()
    {
        EntityExtraction expected = EntityExtractor.Default.Extract(s_page);

        Parallel.For(0, 32, _ => EntityExtractor.Default.Extract(s_page).Should().Be(expected));
    }

    [Theory]
    [InlineData("محمد ")]
    [InlineData("غزة")]
    [InlineData("و")]
    [InlineData("الرئيس ")]
    [InlineData("«")]
    [InlineData("\u064B")]
    [InlineData("plain text ")]
    public void Extract_TenMillionLettersOfOneKind_Returns(string piece)
    {
        string text = new StringBuilder().Insert(0, piece, 5_000_000 / piece.Length).ToString();

        EntityExtractor.Default.Extract(text).Should().NotBeNull();
    }

    /// <summary>Every rule that looks ahead or back meets a megabyte of what sets it off. Were one quadratic, it would take hours here; benchmarks say how long it does take.</summary>
    [Theory]
    [InlineData("رئيس مجلس إدارة ")]
    [InlineData("وزير الخارجية الأميركي السابق ")]
    [InlineData("الرئيس محمد ")]
    [InlineData("محمد بن أحمد بن ")]
    [InlineData("بن ")]
    [InlineData("ووووو")]
    [InlineData("و و ")]
    [InlineData("ملعب الملك ")]
    [InlineData("جامعة ملعب مطار ")]
    [InlineData("بلدة كفر ")]
    [InlineData("في مدينة قرية ")]
    [InlineData("كيلين (الجزائر) ")]
    [InlineData("(")]
    [InlineData("كيلين نموري (")]
    [InlineData("«محمد أحمد» ")]
    [InlineData("أوستن لويد أوستن ")]
    [InlineData("عمّان طرابلس لبنان ")]
    [InlineData("الولايات ")]
    [InlineData("عبد الله ")]
    [InlineData("#محمد_أحمد_")]
    public void Mentions_OfAMegabyteOfOneKind_AreInside_AndDisjoint(string piece)
    {
        string text = new StringBuilder().Insert(0, piece, 1_000_000 / piece.Length).ToString();

        Mention[] mentions = [.. EntityExtractor.Default.Extract(text).Entities.SelectMany(entity => entity.Mentions).OrderBy(mention => mention.Span.Start)];

        mentions.Should().NotContain(mention => mention.Span.Length <= 0 || mention.Span.End > text.Length);
        mentions.Zip(mentions.Skip(1)).Should().NotContain(pair => pair.First.Span.End > pair.Second.Span.Start);
    }

    [Fact]
    public void Extract_AHundredThousandNames_FindsThemAll()
    {
        var text = new StringBuilder();
        for (int i = 0; i < 100_000; i++) text.Append(CultureInfo.InvariantCulture, $"قال محمد {SurnameOf(i)} إن. ");

        EntityExtractor.Default.Extract(text.ToString()).People.Sum(person => person.Mentions.Length).Should().BeGreaterThanOrEqualTo(90_000);
    }

    private static string SurnameOf(int number)
    {
        const string letters = "غظذضثخطزجدسشصعفق";
        Span<char> surname = stackalloc char[6];
        for (int i = 0; i < surname.Length; i++, number /= letters.Length) surname[i] = letters[(number + (i * 3)) % letters.Length];
        return new string(surname);
    }

    private static void AssertLaws(string text) => AssertLaws(text, EntityExtractor.Default.Extract(text));

    /// <summary>
    /// Entities stand in the order of their first mentions, which cut out of the text what is printed: inside it, in order, without white space around them and never half of a surrogate pair. No two mentions overlap,
    /// of one kind or of two.
    /// </summary>
    internal static void AssertLaws(string text, EntityExtraction extraction)
    {
        var all = new List<Mention>();
        int previousFirst = -1;
        foreach (Entity entity in extraction.Entities)
        {
            entity.Mentions.IsDefaultOrEmpty.Should().BeFalse();
            entity.Name.Should().NotBeEmpty();
            entity.Mentions[0].Span.Start.Should().BeGreaterThan(previousFirst);
            previousFirst = entity.Mentions[0].Span.Start;
            if (entity.Place is { } place)
            {
                Gazetteer.Default.GetPlace(place.Id).Should().Be(place);
                entity.Id.Should().Be(place.Id);
            }

            int end = 0;
            foreach (Mention mention in entity.Mentions)
            {
                // Texts of a million words have as many mentions: an assertion of the library for each would take longer than finding them.
                if (mention.Kind != entity.Kind || !(mention.Score is >= 0 and <= 1) || mention.Span.IsEmpty || mention.Span.Start < end || mention.Span.End > text.Length) Assert.Fail($"{mention} after {end}");
                if (char.IsWhiteSpace(text[mention.Span.Start]) || char.IsWhiteSpace(text[mention.Span.End - 1])) Assert.Fail($"{mention} has white space at its edge");
                if (Splits(text, mention.Span.Start) || Splits(text, mention.Span.End)) Assert.Fail($"{mention} begins or ends inside a surrogate pair");
                end = mention.Span.End;
                all.Add(mention);
            }
        }

        int last = 0;
        foreach (Mention mention in all.OrderBy(mention => mention.Span.Start))
        {
            if (mention.Span.Start < last) Assert.Fail($"{mention} overlaps one that ends at {last}");
            last = mention.Span.End;
        }
    }

    private static bool Splits(string text, int offset) => offset > 0 && offset < text.Length && char.IsSurrogatePair(text[offset - 1], text[offset]);
}
