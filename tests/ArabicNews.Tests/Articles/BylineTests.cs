using System.Globalization;
using CsCheck;

namespace ArabicNews.Tests.Articles;

public class BylineTests
{
    [Fact]
    public void TryParse_SpansCutOutTheNames()
    {
        const string line = "  أبها - عبدالله الهاجري / تصوير - عبدالله شجاع:  ";
        Byline.TryParse(line, null, out Byline? byline).Should().BeTrue();
        line[(Range)byline!.Span].Should().Be(line.Trim());
        foreach (CreditedName name in All(byline)) line[(Range)name.Span].Should().Be(name.Name);
        byline.Persons.Select(person => (person.Name, person.Role)).Should().Equal(("عبدالله الهاجري", null), ("عبدالله شجاع", "تصوير"));
    }

    [Fact]
    public void TryParse_AttachedParticle_StaysOutside()
    {
        const string line = "ماثيو كامبل وأليكس ويب";
        Byline.TryParse(line, null, out Byline? byline).Should().BeTrue();
        byline!.Persons[1].Span.Should().Be(TextSpan.FromBounds(line.IndexOf("أليكس", StringComparison.Ordinal), line.Length));
    }

    [Theory]
    [InlineData("alriyadh")]
    [InlineData("الرياض")]
    [InlineData("صحيفة الرياض")]
    [InlineData("https://www.alriyadh.com/1066624")]
    public void TryParse_Outlet_ByKeyNameOrAddress(string outlet)
    {
        Byline.TryParse("صنعاء - خاص بالرياض", outlet, out Byline? byline).Should().BeTrue();
        byline!.Outlets.Select(name => name.Name).Should().Equal("الرياض");
    }

    [Fact]
    public void TryParse_UnknownOutlet_IsTakenAtItsWord()
    {
        Byline.TryParse("الدمام - صدى الميناء:", "صدى الميناء", out Byline? byline).Should().BeTrue();
        byline!.Outlets.Select(name => name.Name).Should().Equal("صدى الميناء");
        byline.Places.Select(name => name.Name).Should().Equal("الدمام");
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData(":")]
    [InlineData("- / ()")]
    [InlineData("هل تعود أزمة الوقود؟")]
    [InlineData("قالت الوزارة إن الموعد تأجل.")]
    [InlineData("الصفحة الرئيسية")]
    [InlineData("\uD800\0\u202B")]
    public void TryParse_NoCredits_IsFalse(string line) => Byline.TryParse(line, null, out _).Should().BeFalse();

    [Theory]
    [InlineData("رويترز / بنغازي (ليبيا)", "بنغازي (ليبيا)")]
    [InlineData("رويترز / بنغازي (ليبيا", "بنغازي (ليبيا")]
    [InlineData("الخليج / سلطنة(عمان", "سلطنة(عمان")]
    public void TryParse_CountryInABracket_ThatMayNotClose_IsOfThePlace(string line, string place)
    {
        Byline.TryParse(line, null, out Byline? byline).Should().BeTrue();
        byline!.Places[^1].Span.In(line).ToString().Should().Be(place);
    }

    [Fact]
    public void TryParse_PresentationFormsAndTatweel_AreReadThrough()
    {
        Byline.TryParse("القـــاهرة - ﺭﻭﻳﺘﺮﺯ", null, out Byline? byline).Should().BeTrue();
        byline!.Places.Should().ContainSingle().Which.Name.Should().Be("القـــاهرة");
        byline.Agencies.Should().ContainSingle().Which.Name.Should().Be("ﺭﻭﻳﺘﺮﺯ");
    }

    [Fact]
    public void TryParse_AnyLine_SpansAreInsideOrderedAndDisjoint()
        => CreditLines.Any.Sample(line =>
        {
            if (!Byline.TryParse(line, null, out Byline? byline)) return;
            foreach (IReadOnlyList<CreditedName> names in (IReadOnlyList<CreditedName>[])[byline.Persons, byline.Places, byline.Agencies, byline.Outlets])
                for (int i = 1; i < names.Count; i++) names[i].Span.Start.Should().BeGreaterThanOrEqualTo(names[i - 1].Span.End);
            CreditedName[] all = [.. All(byline).OrderBy(name => name.Span.Start)];
            for (int i = 0; i < all.Length; i++)
            {
                byline.Span.Contains(all[i].Span).Should().BeTrue();
                all[i].Span.IsEmpty.Should().BeFalse();
                all[i].Name.Should().Be(line[(Range)all[i].Span]);
                if (i > 0) all[i].Span.Start.Should().BeGreaterThanOrEqualTo(all[i - 1].Span.End);
            }
        }, seed: "0000credits01", iter: 5000, threads: 1);

    [Theory]
    [InlineData("ar-SA")]
    [InlineData("fa-IR")]
    [InlineData("tr-TR")]
    [InlineData("th-TH")]
    public void TryParse_AnyCulture_SameResult(string culture)
    {
        const string line = "دبي 12 مارس 2024 - INTERFAX - محمد علي";
        Byline.TryParse(line, null, out Byline? expected).Should().BeTrue();
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Byline.TryParse(line, null, out Byline? byline);
            byline.Should().Be(expected);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static IEnumerable<CreditedName> All(Byline byline) => [.. byline.Persons, .. byline.Places, .. byline.Agencies, .. byline.Outlets];
}

/// <summary>Random credit lines: the words and signs that real ones are made of, in any order, and some that are none.</summary>
internal static class CreditLines
{
    private static readonly string[] s_pieces =
    [
        "القاهرة", "الرياض", "بنغازي", "(ليبيا)", "أبو ظبي", "رويترز", "أ.ف.ب", "د ب أ", "(CNN)", "سبق", "«الشرق الأوسط»", "اليوم", "محمد علي", "د. سعاد الشمري", "وليد", "ومحمود حسن", "من", "خاص بالرياض", "مكتب",
        "كتب", "تصوير:", "12 مارس 2024", "15 رمضان 1436 هـ", "الموافق", "م", "قال", "المصدر:", "وكالاتالمصدر:", "على", "24", "و", "ب", "ﻻ", "ﷺ", "\u0640", "\u0650", "\u200F", "\uD83D\uDE00", "\uD800", "\0", "\n", ".", "؟", "\"",
        " - ", " – ", ":", "/", "(", ")", "«", "»", "،", " ", " ", "|", "#وسم", "a@b.co", "x.com",
    ];

    public static Gen<string> Any { get; } = Gen.OneOf(
        Gen.Int[0, s_pieces.Length - 1].Select(i => s_pieces[i]).Array[0, 14].Select(string.Concat),
        Gen.Int[0, s_pieces.Length - 1].Select(i => s_pieces[i]).Array[0, 14].Select(pieces => string.Join(' ', pieces)),
        Gen.Char.Array[0, 60].Select(chars => new string(chars)));
}
