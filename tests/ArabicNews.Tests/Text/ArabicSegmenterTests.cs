using ArabicNews.Tests.Support;

namespace ArabicNews.Tests.Text;

public class ArabicSegmenterTests
{
    [Theory]
    [InlineData("وزير", "وزير")]
    [InlineData("ووزير", "و+وزير")]
    [InlineData("الوزير", "ال+وزير")]
    [InlineData("لبنان", "لبنان")]
    [InlineData("عمان", "عمان")]
    [InlineData("البحرين", "ال+بحرين")]
    [InlineData("وليد", "وليد")]
    [InlineData("واشنطن", "واشنطن")]
    [InlineData("بغداد", "بغداد")]
    [InlineData("والد", "والد")]
    [InlineData("بيان", "بيان")]
    [InlineData("فلسطين", "فلسطين")]
    [InlineData("ألمانيا", "ألمانيا")]
    [InlineData("لإسرائيل", "ل+إسرائيل")]
    [InlineData("للبنان", "ل+لبنان")]
    [InlineData("للمدرسة", "ل+ل+مدرس+ة")]
    [InlineData("وبالمدرسة", "و+ب+ال+مدرس+ة")]
    [InlineData("مدرستهم", "مدرس+ت+هم")]
    [InlineData("كتابكم", "كتاب+كم")]
    [InlineData("وسيكون", "و+س+يكون")]
    [InlineData("قالوا", "قال+وا")]
    [InlineData("اللبنانيون", "ال+لبناني+ون")]
    [InlineData("به", "ب+ه")]
    [InlineData("وسائل", "وسائل")]
    [InlineData("ووسائل", "و+وسائل")]
    [InlineData("وكالتهم", "وكال+ت+هم")]
    [InlineData("بالتزام", "ب+التزام")]
    [InlineData("فالأمن", "ف+ال+أمن")]
    [InlineData("كمال", "كمال")]
    [InlineData("قانون", "قانون")]
    [InlineData("مسؤولون", "مسؤول+ون")]
    [InlineData("ولأننا", "و+ل+أن+نا")]
    [InlineData("أفلم", "أ+ف+لم")]
    [InlineData("أليست", "أ+ليست")]
    [InlineData("ألم", "ألم")]
    [InlineData("", "")]
    public void Segment_Words_AreCutWhereTheGrammarSays(string word, string expected) => Print(word).Should().Be(expected);

    [Theory]
    [InlineData("وَبِالْمَدْرَسَةِ", "وَ+بِ+الْ+مَدْرَسَ+ةِ")]
    [InlineData("والمدرســة", "و+ال+مدرســ+ة")]
    public void Segment_MarksAndTatweel_StayWithTheLetterBefore(string word, string expected) => Print(word).Should().Be(expected);

    [Theory]
    [InlineData("و2006", "و+2006")]
    [InlineData("ب7,5", "ب+7,5")]
    [InlineData("ال٣", "ال+٣")]
    [InlineData("الـ96", "الـ+96")]
    [InlineData("وبالـBBC", "و+ب+الـ+BBC")]
    [InlineData("س5", "س5")]
    [InlineData("أل5", "أل5")]
    [InlineData("5و", "5و")]
    [InlineData("و", "و")]
    [InlineData("و.", "و.")]
    public void Segment_ParticlesBeforeNumbersAndForeignWords_AreCut(string word, string expected) => Print(word).Should().Be(expected);

    [Fact]
    public void Segment_KindsAreNamed()
        => ArabicSegmenter.Segment("وللمدرسة").ToArray().Select(segment => segment.Kind).Should()
            .Equal(SegmentKind.Conjunction, SegmentKind.Preposition, SegmentKind.Article, SegmentKind.Stem, SegmentKind.NominalSuffix);

    [Theory]
    [InlineData("NATO")]
    [InlineData("2024")]
    [InlineData("مF16")]
    [InlineData("\uD83D")]
    [InlineData("\0")]
    [InlineData("\uFDD0")]
    [InlineData("ا\uFDD1")]
    [InlineData("ا\uFDD2")]
    [InlineData("ءءءءءءءءءءءءءءءءءءءءءءءءءء")]
    public void Segment_NoArabicWord_IsOneStem(string word)
        => ArabicSegmenter.Segment(word).ToArray().Should().Equal(new WordSegment(SegmentKind.Stem, new TextSpan(0, word.Length)));

    [Fact]
    public void Segment_Ligature_IsNotCut() => ArabicSegmenter.Segment("\uFEF7من").ToArray().Should().OnlyContain(segment => segment.Span.Start == 0 || segment.Span.Start >= 1);

    [Fact]
    public void Segment_AnyText_PartsCoverTheWordInOrder()
    {
        foreach (string word in RandomTexts.Create(RandomWords, 10))
        {
            int end = 0, stems = 0;
            WordSegmentation segments = ArabicSegmenter.Segment(word);
            foreach (WordSegment segment in segments)
            {
                if (segment.Span.Start != end || segment.Span.IsEmpty || !Enum.IsDefined(segment.Kind)) segment.Span.Start.Should().Be(end, "part {0} of {1}", segment, word);
                end = segment.Span.End;
                if (segment.Kind == SegmentKind.Stem) stems++;
            }

            if (end != word.Length || stems > 1) end.Should().Be(word.Length, "the parts cover {0}", word);
            TextSpan stem = ArabicStemmer.Stem(word);
            if (stem.Start < 0 || stem.End > word.Length || (stem.IsEmpty && word.Length > 0)) stem.Should().Be(segments.Stem);
        }
    }

    [Fact]
    public void Segment_AWordMetBefore_IsCutAsTheFirstTime()
    {
        // Words of the lexicon, as they are and vowelled, and words that no one would write; the second round finds many of them in the table, and others in their places.
        List<string> words = [.. Lexicon.SelectMany(word => new[] { word, word + "\u064E", "و" + word }), .. RandomTexts.Create(RandomWords / 10, 4)];
        for (int round = 0; round < 2; round++)
        {
            foreach (string word in words)
            {
                WordSegmentation fresh = ArabicSegmenter.Segment(word, WordLexicon.Default, SegmenterModel.Default);
                if (ArabicSegmenter.Segment(word) != fresh) ArabicSegmenter.Segment(word).Should().Be(fresh, word);
            }
        }
    }

    [Fact]
    public void Segment_FromManyThreads_IsTheSame()
    {
        string[] words = [.. Lexicon.Take(4_000)];
        string[] expected = [.. words.Select(Print)];
        Parallel.For(0, 8, thread =>
        {
            for (int i = 0; i < words.Length; i++)
            {
                int at = (i + (thread * 977)) % words.Length;
                if (Print(words[at]) != expected[at]) Print(words[at]).Should().Be(expected[at]);
            }
        });
    }

    [Fact]
    public void Segment_AllocatesNothing()
    {
        ArabicSegmenter.Segment("وبالمدرسة");
        ArabicStemmer.Stem("وبالمدرسة");
        ArabicStopWords.Contains("إلى");
        long before = GC.GetAllocatedBytesForCurrentThread();
        int count = ArabicSegmenter.Segment("وبالمدرسة").Count + ArabicStemmer.Stem("اللبنانية").Length + (ArabicStopWords.Contains("إلى") ? 1 : 0);
        count += ArabicSegmenter.Segment("وَبِالمدرسة").Count + ArabicSegmenter.Segment("و2006").Count + ArabicStemmer.Stem("والمستشفياتالكبيرة").Length;
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().Be(0);
        count.Should().BeGreaterThan(18);
    }

    [Fact]
    public void WordSegmentation_IsAValue()
    {
        WordSegmentation one = ArabicSegmenter.Segment("والوزير"), same = ArabicSegmenter.Segment("والمدير"), other = ArabicSegmenter.Segment("الوزير");
        (one == same).Should().BeTrue("the parts stand at the same places");
        (one != other).Should().BeTrue();
        one.GetHashCode().Should().Be(same.GetHashCode());
        FluentActions.Invoking(() => one[one.Count]).Should().Throw<ArgumentOutOfRangeException>();
        default(WordSegmentation).Stem.Should().Be(default(TextSpan));
    }

    // A million under ./check.sh --nightly.
    private static int RandomWords => Environment.GetEnvironmentVariable("ARABICNEWS_NIGHTLY") == "1" ? 1_000_000 : 10_000;

    [Fact]
    public void KnownWords_AreThoseOfTheSeeds()
    {
        var words = ArabicSegmenter.GetKnownWords();
        words.Should().HaveCountGreaterThan(40_000).And.OnlyHaveUniqueItems().And.BeInAscendingOrder(StringComparer.Ordinal);
        Lexicon.Except(words).Should().BeEmpty();
        words.Should().Contain("لبنان").And.OnlyContain(word => word.Length > 0 && word.All(letter => letter >= '\u0621' && letter <= '\u064A'));
    }

    private static IEnumerable<string> Lexicon
        => File.ReadLines(RepositoryFiles.InRepository("seeds/lexicon/words.tsv")).Where(line => line[0] != '#').Skip(1).Select(line => line.Split('\t')[0]).Where((_, index) => index % 4 == 0);

    private static string Print(string word) => string.Join('+', ArabicSegmenter.Segment(word).ToArray().Select(segment => segment.Span.In(word).ToString()));
}

internal static class WordSegmentationExtensions
{
    public static WordSegment[] ToArray(this WordSegmentation segments)
    {
        var parts = new WordSegment[segments.Count];
        for (int i = 0; i < parts.Length; i++) parts[i] = segments[i];
        return parts;
    }
}
