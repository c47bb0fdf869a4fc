using System.Collections.Immutable;
using CsCheck;

namespace ArabicNews.Tests.Articles;

public class SourceLineParserTests
{
    [Fact]
    public void Parse_GluedLines_GivesBothWithTheirRoles()
    {
        const string line = "المصدر : الجزيرة + وكالاتالمصدر: صحيفة المرصد الليبية";
        ImmutableArray<ArticleSource> sources = SourceLineParser.Parse(line);
        sources.Select(source => (line[(Range)source.Span], source.Role)).Should().Equal(
            ("الجزيرة", SourceRole.Publisher), ("وكالات", SourceRole.Agency), ("صحيفة المرصد الليبية", SourceRole.Republished));
    }

    [Fact]
    public void Parse_LineBelowAnother_IsRepublished()
        => SourceLineParser.Parse("المصدر: روسيا اليوم", follows: true).Should().ContainSingle().Which.Role.Should().Be(SourceRole.Republished);

    [Fact]
    public void Parse_Offset_MovesTheSpans()
        => SourceLineParser.Parse("المصدر: RT", offset: 100).Should().Equal(new ArticleSource(new TextSpan(108, 2), "RT", SourceRole.Publisher));

    [Theory]
    [InlineData("المصدر : أ ش أ", "أ ش أ")]
    [InlineData("source : IRNA", "إرنا")]
    [InlineData("المصدر: رويترز وأ ف ب", "رويترز|أ ف ب")]
    [InlineData("المصدر: فرانس برس، الأناضول", "أ ف ب|الأناضول")]
    public void Parse_Agencies_HaveTheirUsualNames(string line, string names)
    {
        ImmutableArray<ArticleSource> sources = SourceLineParser.Parse(line);
        sources.Select(source => source.Name).Should().Equal(names.Split('|'));
        sources.Should().OnlyContain(source => source.Role == SourceRole.Agency);
    }

    [Theory]
    [InlineData("وقال المصدر: لن نقبل بأي تدخل")]
    [InlineData("المصدر الذي رفض ذكر اسمه قال إن")]
    [InlineData("المصدر:")]
    [InlineData("مصادر مطلعة")]
    [InlineData("")]
    public void Parse_OtherLines_GiveNothing(string line) => SourceLineParser.Parse(line).Should().BeEmpty();

    [Theory]
    [InlineData("انتهى الحفل مساء اليوم. (رويترز)", "رويترز", "(رويترز)")]
    [InlineData("انتهى الحفل –(بترا)", "بترا", "–(بترا)")]
    [InlineData("--(بترا)", "بترا", "--(بترا)")]
    [InlineData("رفض ذلك (الأناضول).", "الأناضول", "(الأناضول).")]
    [InlineData("(أ ف ب، رويترز)", "أ ف ب|رويترز", "(أ ف ب، رويترز)")]
    [InlineData("ي.أ/ ع.غ (د ب أ)", "د ب أ", "(د ب أ)")]
    [InlineData("(يو .بي .آي)", "يو بي آي", "(يو .بي .آي)")]
    [InlineData("وكالات", "وكالات", "وكالات")]
    public void ParseSignOff_AgenciesAtTheEnd(string paragraph, string names, string signOff)
    {
        SourceLineParser.ParseSignOff(paragraph, out int start).Select(source => source.Name).Should().Equal(names.Split('|'));
        paragraph[start..].Should().Be(signOff);
    }

    [Theory]
    [InlineData("قتل ثلاثة (بينهم طفل)")]
    [InlineData("نقلا عن وكالة رويترز للأنباء في لندن")]
    [InlineData("")]
    [InlineData(")")]
    public void ParseSignOff_OtherEnds_GiveNothing(string paragraph)
    {
        SourceLineParser.ParseSignOff(paragraph, out int start).Should().BeEmpty();
        start.Should().Be(paragraph.Length);
    }

    [Fact]
    public void Parse_AnyLine_SpansAreInsideAndOrdered()
        => CreditLines.Any.Sample(line =>
        {
            foreach (string text in (string[])[line, "المصدر: " + line])
            {
                ImmutableArray<ArticleSource> sources = [.. SourceLineParser.Parse(text)];
                for (int i = 0; i < sources.Length; i++)
                    sources[i].Span.Start.Should().BeGreaterThanOrEqualTo(i == 0 ? 0 : sources[i - 1].Span.End);
                foreach (ArticleSource source in sources) source.Span.In(text).IsEmpty.Should().BeFalse();
                foreach (ArticleSource source in SourceLineParser.ParseSignOff(text, out int start)) source.Span.Start.Should().BeGreaterThanOrEqualTo(start);
            }
        }, seed: "0000sources1", iter: 5000, threads: 1);
}
