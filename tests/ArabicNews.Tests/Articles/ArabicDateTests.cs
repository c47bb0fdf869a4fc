using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ArabicNews.Tests.Support;

namespace ArabicNews.Tests.Articles;

public class ArabicDateTests
{
    private static readonly DateTimeOffset s_reference = new(2024, 3, 27, 12, 0, 0, TimeSpan.Zero);

    // What random texts are put together from: words that mean something beside signs that break it.
    private static readonly string[] s_pieces =
    [
        "27", "3", "2024", "1445", "011", "99999999999", "0", "31", "٢٧", "مارس", "آذار", "كانون", "الثاني", "رمضان", "ذو", "الحجة", "الأربعاء", "اليوم", "أمس", "غداً", "أول", "من", "في",
        "شهر", "عام", "يوم", "منذ", "قبل", "بعد", "ساعتين", "أيام", "أسبوع", "سنة", "نحو", "الماضي", "المقبل", "الجاري", "هذا", "الساعة", "10:30", "م", "ص", "هـ", "مساءً", "GMT", "بتوقيت", "القاهرة",
        "الموافق", "وعشرين", "ألف", "و", "عشر", "الحادي", "/", "-", ".", ":", ",", "،", "(", ")", "\n", "+03:00", "T", "Z", "th", "March", "ago", "\uD83D", "\0", "\u200F", "\u0640", "الرئيس", "ربعا", "إلا", "والنصف",
    ];

    [Fact]
    public void TryParse_LabelAround_SpanIsTheDateAlone()
    {
        const string text = "كتب في : الأحد 10 ديسمبر 2017 - 5:35 مساءً بقلم : سالم";
        ArabicDate.TryParse(text, null, out ArticleDate? date).Should().BeTrue();
        date!.Span.In(text).ToString().Should().Be("الأحد 10 ديسمبر 2017 - 5:35 مساءً");
        date.Value.Should().Be(new DateTimeOffset(2017, 12, 10, 17, 35, 0, TimeSpan.Zero));
        date.Precision.Should().Be(DatePrecision.Minute);
    }

    [Fact]
    public void TryParse_BracketOpenedInside_IsClosedInside()
    {
        const string text = "في اليوم (الجمعة 25 أغسطس / غشت 2017)، قال";
        ArabicDate.TryParse(text, null, out ArticleDate? date).Should().BeTrue();
        date!.Span.In(text).ToString().Should().Be("اليوم (الجمعة 25 أغسطس / غشت 2017)");
    }

    [Fact]
    public void TryParse_PresentationFormsAndMarks_SpanIsInTheTextAsGiven()
    {
        const string text = "نشر: 27\u200F ﻣﺎﺭﺱ 2024 م.";
        ArabicDate.TryParse(text, null, out ArticleDate? date).Should().BeTrue();
        date!.Span.In(text).ToString().Should().Be("27\u200F ﻣﺎﺭﺱ 2024 م");
    }

    [Fact]
    public void TryParse_SeveralDates_MostExactWins() => Parse("مارس 2020 | أمس | 5 نيسان 2021 | 6 نيسان 2022")!.Value.Date.Should().Be(new DateTime(2021, 4, 5));

    [Fact]
    public void TryParse_RelativeDate_TakesTheOffsetOfTheReference()
    {
        var reference = new DateTimeOffset(2024, 3, 27, 1, 0, 0, TimeSpan.FromHours(3));
        ArabicDate.TryParse("قبل ساعتين", reference, out ArticleDate? date).Should().BeTrue();
        date!.Value.Should().Be(new DateTimeOffset(2024, 3, 26, 23, 0, 0, TimeSpan.FromHours(3)));
        date.Value.Offset.Should().Be(TimeSpan.FromHours(3));
        ArabicDate.TryParse("أمس", reference, out date).Should().BeTrue();
        date!.Value.Should().Be(new DateTimeOffset(2024, 3, 26, 0, 0, 0, TimeSpan.FromHours(3)));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("10:33 ص")]
    [InlineData("أمس")]
    [InlineData("27 مارس")]
    [InlineData("15")]
    [InlineData("مارس")]
    [InlineData("عام 300 ق.م")]
    [InlineData("31/31/2024")]
    [InlineData("1 محرم 0")]
    [InlineData("00/00/0000")]
    public void TryParse_NoReference_NoDate(string text) => ArabicDate.TryParse(text, null, out _).Should().BeFalse();

    [Theory]
    [InlineData("1 محرم 1318", 1900, 4, 30)]
    [InlineData("1 محرم 1317", 1899, 5, 11)]
    [InlineData("30 ذو الحجة 1500", 2077, 11, 16)]
    [InlineData("1 محرم 1501", 2077, 11, 17)]
    public void TryParse_HijriAtTheEndsOfUmmAlQura_GoesOnWithTheTabularCalendar(string text, int year, int month, int day) =>
        Parse(text)!.Value.Date.Should().BeCloseTo(new DateTime(year, month, day), TimeSpan.FromDays(1));

    [Theory]
    [InlineData("31 مارس 2024 00:30 بتوقيت لندن", 0)]
    [InlineData("31 مارس 2024 02:30 بتوقيت لندن", 60)]
    [InlineData("27 أكتوبر 2024 01:30 بتوقيت لندن", 60)]
    [InlineData("27 أكتوبر 2024 02:30 بتوقيت لندن", 0)]
    [InlineData("31 مارس 2024 01:59 بتوقيت باريس", 60)]
    [InlineData("31 مارس 2024 03:00 بتوقيت باريس", 120)]
    [InlineData("10 مارس 2024 01:59 بتوقيت نيويورك", -300)]
    [InlineData("10 مارس 2024 03:00 بتوقيت نيويورك", -240)]
    [InlineData("3 نوفمبر 2024 02:00 بتوقيت نيويورك", -300)]
    [InlineData("25 أبريل 2024 23:59 بتوقيت القاهرة", 120)]
    [InlineData("26 أبريل 2024 01:00 بتوقيت القاهرة", 180)]
    [InlineData("31 أكتوبر 2024 22:00 بتوقيت القاهرة", 180)]
    [InlineData("1 نوفمبر 2024 00:30 بتوقيت القاهرة", 120)]
    [InlineData("1 يوليو 2019 10:00 بتوقيت القاهرة", 120)]
    [InlineData("1 يوليو 2014 10:00 بتوقيت القاهرة", 0)]
    [InlineData("1 يوليو 2024 10:00 بتوقيت الدار البيضاء", 0)]
    [InlineData("1 يوليو 2024 10:00 بتوقيت إسطنبول", 180)]
    [InlineData("1 يوليو 2024 10:00 بالتوقيت المحلي", 0)]
    public void TryParse_NamedClock_HasTheOffsetOfItsLaw(string text, int minutes) => Parse(text)!.Value.Offset.TotalMinutes.Should().Be(minutes);

    [Fact]
    public void Find_EveryHijriDay_NeverThrows()
    {
        for (int year = 1; year < 2000; year += 7)
            for (int month = 1; month <= 12; month++) ArabicDate.Find($"30/{month}/{year} هـ و 29/{month}/{year}", s_reference);
    }

    [Fact]
    public void TryParse_ReferenceAtTheEndsOfTime_NeverThrows()
    {
        foreach (DateTimeOffset reference in new[] { DateTimeOffset.MinValue, DateTimeOffset.MaxValue, new(1, 1, 1, 14, 0, 0, TimeSpan.FromHours(14)), new(9999, 12, 31, 11, 0, 0, TimeSpan.FromHours(-12)) })
        {
            foreach (string text in new[] { "أمس", "غداً الأحد", "منذ 100000 سنة", "بعد 99999 أسبوع", "الشهر الماضي", "العام المقبل", "20 ديسمبر", "9 ذو الحجة", "الأربعاء المقبل", "15", "رمضان الماضي", "قبل 3 ساعات" })
                ArabicDate.TryParse(text, reference, out _);
        }
    }

    [Fact]
    public void Find_RandomText_SpansAreInsideOrderedAndReadAloneTheSame()
    {
        var random = new Random(20240327);
        for (int round = 0; round < 20_000; round++)
        {
            string text = RandomText(random);
            int end = 0;
            foreach (ArticleDate date in ArabicDate.Find(text, s_reference))
            {
                date.Span.Start.Should().BeGreaterThanOrEqualTo(end);
                date.Span.End.Should().BeLessThanOrEqualTo(text.Length);
                end = date.Span.End;
                string words = date.Span.In(text).ToString();
                words.Should().NotContain("\n");
                ArabicDate.TryParse(words, s_reference, out ArticleDate? again).Should().BeTrue("«{0}» is a date in «{1}»", words, text);
                again!.Should().Be(date with { Span = new TextSpan(0, words.Length) }, "«{0}» is that date in «{1}»", words, text);
            }

            if (ArabicDate.TryParse(text, s_reference, out ArticleDate? one)) one.Span.End.Should().BeLessThanOrEqualTo(text.Length);
        }
    }

    [Fact]
    public void TryParse_RandomText_FieldsBelowThePrecisionAreTheFirst()
    {
        var random = new Random(7);
        for (int round = 0; round < 20_000; round++)
        {
            if (!ArabicDate.TryParse(RandomText(random), s_reference, out ArticleDate? date)) continue;
            DateTime value = date.Value.DateTime;
            if (date.Precision < DatePrecision.Second) value.Second.Should().Be(0);
            if (date.Precision < DatePrecision.Minute) value.TimeOfDay.Should().Be(TimeSpan.Zero);
            if (date is { Precision: < DatePrecision.Day, Calendar: CalendarKind.Gregorian }) value.Day.Should().Be(1);
            if (date is { Precision: DatePrecision.Year, Calendar: CalendarKind.Gregorian }) value.Month.Should().Be(1);
        }
    }

    [Theory]
    [InlineData("ar-SA")]
    [InlineData("ar-EG")]
    [InlineData("fa-IR")]
    [InlineData("tr-TR")]
    [InlineData("th-TH")]
    public void Find_AnyCulture_SameDates(string culture)
    {
        var random = new Random(11);
        string[] texts = [.. Enumerable.Range(0, 300).Select(_ => RandomText(random)), "PUBLISHED: 27 APRIL 2024 GMT", "17 رمضان 1445 هـ"];
        List<ImmutableArray<ArticleDate>> expected = [.. texts.Select(text => ArabicDate.Find(text, s_reference))];
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);
            for (int i = 0; i < texts.Length; i++) ArabicDate.Find(texts[i], s_reference).Should().Equal(expected[i]);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("7")]
    [InlineData("أمس ")]
    [InlineData("1/")]
    [InlineData("1 - ")]
    [InlineData("ألف و")]
    [InlineData("منذ 3 أيام و")]
    [InlineData("مارس/آذار/")]
    [InlineData("(")]
    [InlineData("من ")]
    [InlineData("12:30 ")]
    [InlineData("أ")]
    [InlineData("و")]
    [InlineData("ﷺ")]
    [InlineData("\uD83D")]
    public void Find_MillionOfOneThing_Returns(string piece)
    {
        string text = new StringBuilder().Insert(0, piece, 1_000_000 / piece.Length).ToString();
        ArabicDate.Find(text, s_reference).Should().NotBeNull();
        ArabicDate.TryParse(text, s_reference, out _);
    }

    [SharedDataFact("data/text/antcorpus.jsonl")]
    public void Find_NewsText_SpansReadAloneTheSame()
    {
        foreach (string line in File.ReadLines(RepositoryFiles.InShared("data/text/antcorpus.jsonl")!).Take(1500))
        {
            foreach (ArticleDate date in ArabicDate.Find(line, s_reference))
            {
                string words = date.Span.In(line).ToString();
                ArabicDate.TryParse(words, s_reference, out ArticleDate? again).Should().BeTrue("«{0}»", words);
                again!.Value.Should().Be(date.Value, "«{0}»", words);
            }
        }
    }

    private static ArticleDate? Parse(string text) => ArabicDate.TryParse(text, s_reference, out ArticleDate? date) ? date : null;

    private static string RandomText(Random random)
    {
        var text = new StringBuilder();
        for (int count = random.Next(1, 12); count > 0; count--)
        {
            text.Append(s_pieces[random.Next(s_pieces.Length)]);
            if (random.Next(5) > 0) text.Append(' ');
        }

        return text.ToString();
    }
}
