using ArabicNews.Tests.Support;

namespace ArabicNews.Tests.Text;

public class OffsetMapTests
{
    [Fact]
    public void NormalizeWithOffsets_StrippedMark_BelongsToTheLetterBefore()
    {
        NormalizedText result = ArabicNormalizer.Search.NormalizeWithOffsets("مُحَمَّد");
        result.Text.Should().Be("محمد");
        result.Offsets.ToSource(new TextSpan(0, 1)).Should().Be(new TextSpan(0, 2));
        result.Offsets.ToSource(new TextSpan(2, 1)).Should().Be(TextSpan.FromBounds(4, 7));
        result.Offsets.ToSource(new TextSpan(0, 4)).Should().Be(new TextSpan(0, 8));
    }

    [Fact]
    public void NormalizeWithOffsets_Ligature_EveryLetterLeadsToTheWhole()
    {
        OffsetMap map = ArabicNormalizer.Search.NormalizeWithOffsets("قال \uFDFA ثم").Offsets;
        for (int i = 4; i < 22; i++) map.ToSource(new TextSpan(i, 1)).Should().Be(new TextSpan(4, 1));
        map.ToSource(new TextSpan(22, 1)).Should().Be(new TextSpan(5, 1));
    }

    [Fact]
    public void NormalizeWithOffsets_ComposedHamza_LeadsToLetterMarksAndHamza()
    {
        NormalizedText result = ArabicNormalizer.Display.NormalizeWithOffsets("ا\u064E\u0654حمد");
        result.Text.Should().Be("أ\u064Eحمد");
        result.Offsets.ToSource(new TextSpan(0, 2)).Should().Be(new TextSpan(0, 3));
        result.Offsets.ToSource(new TextSpan(2, 1)).Should().Be(new TextSpan(3, 1));
    }

    [Fact]
    public void NormalizeWithOffsets_OnlyFolds_KeepsNoEdit()
        => ArabicNormalizer.Search.NormalizeWithOffsets("أحمد في مكتبة").Offsets.Should().Be(OffsetMap.Identity(13));

    [Fact]
    public void NormalizeWithOffsets_StrippedBeforeTheFirstLetter_BelongsToNoSpan()
    {
        NormalizedText result = ArabicNormalizer.Search.NormalizeWithOffsets("\u200Fنص");
        result.Offsets.ToSource(new TextSpan(0, 2)).Should().Be(new TextSpan(1, 2));
    }

    [Fact]
    public void Identity_MapsEveryOffsetToItself()
    {
        OffsetMap map = OffsetMap.Identity(3);
        map.EditCount.Should().Be(0);
        for (int i = 0; i <= 3; i++) map.ToSource(i).Should().Be(i);
        map.ToSource(new TextSpan(1, 2)).Should().Be(new TextSpan(1, 2));
    }

    [Fact]
    public void ToSource_OutsideTheText_Throws()
    {
        OffsetMap map = OffsetMap.Identity(3);
        map.Invoking(map => map.ToSource(4)).Should().Throw<ArgumentOutOfRangeException>();
        map.Invoking(map => map.ToSource(-1)).Should().Throw<ArgumentOutOfRangeException>();
        map.Invoking(map => map.ToSource(new TextSpan(2, 2))).Should().Throw<ArgumentOutOfRangeException>();
        map.Invoking(map => map.ToSource(new TextSpan(int.MaxValue, int.MaxValue))).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void Builder_SaysWhatBecameOfEachRun()
    {
        var builder = new OffsetMap.Builder();
        builder.Copy(5);
        builder.Replace(6, 1);
        builder.Skip(3);
        builder.Insert(2);
        builder.Copy(1);
        OffsetMap map = builder.Build();
        (map.SourceLength, map.Length).Should().Be((15, 9));
        map.ToSource(new TextSpan(5, 1)).Should().Be(TextSpan.FromBounds(5, 14), "what is left out belongs to the code unit before it");
        map.ToSource(new TextSpan(8, 1)).Should().Be(new TextSpan(14, 1));
        map.ToSource(9).Should().Be(15);
    }

    [Fact]
    public void Builder_NegativeLength_Throws()
    {
        var builder = new OffsetMap.Builder();
        builder.Invoking(builder => builder.Copy(-1)).Should().Throw<ArgumentOutOfRangeException>();
        builder.Invoking(builder => builder.Replace(-1, 0)).Should().Throw<ArgumentOutOfRangeException>();
        builder.Invoking(builder => builder.Replace(0, -1)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void Equals_ComparesContent()
    {
        OffsetMap one = ArabicNormalizer.Search.NormalizeWithOffsets("مُحمد").Offsets, same = ArabicNormalizer.Search.NormalizeWithOffsets("كُتبي").Offsets;
        one.Should().Be(same).And.NotBe(OffsetMap.Identity(4));
        one.GetHashCode().Should().Be(same.GetHashCode());
    }

    [Theory]
    [InlineData(ArabicNormalization.Display)]
    [InlineData(ArabicNormalization.Search)]
    [InlineData(ArabicNormalization.Match)]
    [InlineData(ArabicNormalization.ExpandPresentationForms)]
    [InlineData(ArabicNormalization.ComposeHamza)]
    [InlineData(ArabicNormalization.StripDiacritics)]
    public void Laws_HoldOfAnyText(ArabicNormalization forms)
    {
        var normalizer = new ArabicNormalizer(forms);
        foreach (string text in RandomTexts.Create(Nightly.RandomTexts))
        {
            (string normalized, OffsetMap map) = normalizer.NormalizeWithOffsets(text);
            string? broken = FindBrokenLaw(normalizer, text, normalized, map);
            broken.Should().BeNull("of {0}", string.Concat(text.Select(c => $"\\u{(int)c:X4}")));
        }
    }

    [Fact]
    public void Then_LeadsBackOverBothSteps()
    {
        var strip = new ArabicNormalizer(ArabicNormalization.StripDiacritics | ArabicNormalization.StripTatweel);
        foreach (string text in RandomTexts.Create(Nightly.RandomTexts))
        {
            (string middle, OffsetMap first) = strip.NormalizeWithOffsets(text);
            (string last, OffsetMap second) = ArabicNormalizer.Search.NormalizeWithOffsets(middle);
            OffsetMap both = first.Then(second);
            (both.SourceLength, both.Length).Should().Be((text.Length, last.Length));
            int previous = 0;
            for (int i = 0; i <= last.Length; i++)
            {
                int source = both.ToSource(i);
                if (source < previous || source > text.Length) source.Should().BeInRange(previous, text.Length);
                previous = source;
            }

            // No step of the way back is narrower than both taken at once.
            for (int i = 0; i < last.Length; i++)
            {
                TextSpan direct = both.ToSource(new TextSpan(i, 1)), steps = first.ToSource(second.ToSource(new TextSpan(i, 1)));
                if (!direct.Overlaps(steps) && !(direct.IsEmpty && steps.IsEmpty)) direct.Should().Be(steps);
            }
        }
    }

    [Fact]
    public void Then_MapOfAnotherText_Throws()
        => OffsetMap.Identity(3).Invoking(map => map.Then(OffsetMap.Identity(4))).Should().Throw<ArgumentException>();

    private static string? FindBrokenLaw(ArabicNormalizer normalizer, string text, string normalized, OffsetMap map)
    {
        if (map.Length != normalized.Length || map.SourceLength != text.Length) return "lengths";
        if (map.ToSource(map.Length) != map.SourceLength) return "the end leads to the end";
        for (int i = 0, previous = 0; i <= normalized.Length; previous = map.ToSource(i), i++)
            if (map.ToSource(i) < previous) return $"offsets grow, at {i}";

        int covered = 0;
        for (int i = 0; i < normalized.Length; i++)
        {
            TextSpan source = map.ToSource(new TextSpan(i, 1));
            if (source.Start < 0 || source.End > text.Length || source.IsEmpty) return $"every code unit comes from somewhere, at {i}";
            covered = Math.Max(covered, source.End);

            // What the span covers in the source is, normalized by itself, the same text again, if the span takes in the whole of each edit.
            if (i % 3 == 0)
            {
                int end = Math.Min(normalized.Length, i + 4), start = i;
                TextSpan cut = map.ToSource(TextSpan.FromBounds(start, end));
                while (start > 0 && map.ToSource(start - 1) == map.ToSource(start)) start--;
                while (end < normalized.Length && map.ToSource(end) < cut.End) end++;
                while (start > 0 && map.ToSource(new TextSpan(start - 1, 1)).End > cut.Start) start--;
                cut = map.ToSource(TextSpan.FromBounds(start, end));
                if (normalizer.Normalize(cut.In(text).ToString()) != normalized[start..end]) return $"slice of [{start},{end})";
            }
        }

        return normalized.Length > 0 && covered != text.Length ? "the last code unit covers what was removed behind it" : null;
    }
}
