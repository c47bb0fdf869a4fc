using System.Globalization;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Ar;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Analysis.Util;
using Lucene.Net.Util;

namespace ArabicNews.Lucene.Tests;

public class ArabicNewsAnalyzerTests
{
    private static readonly ArabicNewsAnalyzer s_full = new();
    private static readonly ArabicNewsAnalyzer s_lean = new(new ArabicNewsAnalyzerOptions { Forms = TermForms.Stem });
    private static readonly ArabicNewsAnalyzer s_withStopWords = new(new ArabicNewsAnalyzerOptions { StopWords = false });
    private static readonly ArabicNewsAnalyzer s_exact = new(new ArabicNewsAnalyzerOptions { StopWords = false, Forms = TermForms.Word });

    // Each component alone, over the ones before it.
    private static readonly Dictionary<string, Analyzer> s_components = new()
    {
        ["tokenizer"] = Analyzer.NewAnonymous((_, reader) => new TokenStreamComponents(new ArabicNewsTokenizer(reader))),
        ["normalization"] = Analyzer.NewAnonymous((_, reader) => new ArabicNewsTokenizer(reader) is var source ? new TokenStreamComponents(source, new ArabicNewsNormalizationFilter(source)) : null!),
        ["stop words"] = Analyzer.NewAnonymous((_, reader) => new ArabicNewsTokenizer(reader) is var source ? new TokenStreamComponents(source, new ArabicNewsStopFilter(source)) : null!),
        ["stems"] = Analyzer.NewAnonymous((_, reader) => new ArabicNewsTokenizer(reader) is var source ? new TokenStreamComponents(source, new ArabicNewsStemFilter(source)) : null!),
        ["full"] = s_full,
        ["lean"] = s_lean,
        ["exact"] = s_exact,
    };

    public static TheoryData<string> Components => [.. s_components.Keys];

    // notes of what users ask for: spellings and particles that should meet
    public static TheoryData<string, string> MustMeet => new()
    {
        { "أحمد", "احمد" }, { "مكتبة", "مكتبه" }, { "كِتَابٌ", "كتاب" }, { "محمـــد", "محمد" }, { "مستشفى", "مستشفي" }, { "ٱلرحمن", "الرحمن" }, { "هٰؤلاء", "هؤلاء" },
        { "مسؤول", "مسئول" }, { "شؤون", "شئون" }, { "ایران", "إيران" }, { "کتاب", "كتاب" }, { "ﻣﺤﻤﺪ", "محمد" }, { "٢٠٢٤", "2024" }, { "۲۰۲۴", "2024" },
        { "محمد\u200F", "محمد" }, { "مح\u200Cمد", "محمد" },
        { "وزير", "الوزير" }, { "وكالة", "الوكالة" }, { "وثيقة", "الوثيقة" }, { "وفاة", "الوفاة" },
        { "مدرسة", "وبالمدرسة" }, { "مدرسة", "وللمدرسة" }, { "مدرسة", "بمدرسة" }, { "مدرسة", "لمدرسة" }, { "مدرسة", "كمدرسة" }, { "مدرسة", "فمدرسة" },
        { "مدرسة", "مدرستهم" }, { "مدرسة", "مدرستي" }, { "كتاب", "كتابكم" }, { "كتاب", "كتابهما" }, { "لبنان", "لبناني" }, { "كتاب", "كتب" },
    };

    public static TheoryData<string, string> MustNotMeet => new()
    {
        { "لبنان", "لبن" }, { "عمان", "عم" }, { "السودان", "سود" }, { "البحرين", "بحر" }, { "رمضان", "رمض" }, { "وليد", "ليد" }, { "واشنطن", "اشنطن" },
        { "فلسطين", "لسط" }, { "بغداد", "غداد" }, { "أوستن", "اوس" },
    };

    [Theory]
    [MemberData(nameof(MustMeet))]
    public void Analyze_SpellingsAndForms_Meet(string left, string right) => Meet(s_withStopWords, left, right).Should().BeTrue();

    [Theory]
    [MemberData(nameof(MustNotMeet))]
    public void Analyze_OtherWords_StayApart(string left, string right) => Meet(s_withStopWords, left, right).Should().BeFalse();

    [Fact]
    public void Analyze_Pairs_MoreThanLucenesArabicAnalyzerGetsRight()
    {
        using var lucene = new ArabicAnalyzer(LuceneVersion.LUCENE_48, CharArraySet.Empty);
        int ofLucene = MustMeet.Count(pair => Meet(lucene, (string)pair[0], (string)pair[1])) + MustNotMeet.Count(pair => !Meet(lucene, (string)pair[0], (string)pair[1]));
        int all = MustMeet.Count + MustNotMeet.Count;
        ofLucene.Should().BeLessThan(all / 2, "that is why there is another analyzer");
    }

    [Fact]
    public void Analyze_AWord_BecomesStemWordAndSkeletonAtOnePosition()
        => TokenStreamChecks.Analyze(s_full, "زار وبالمدرسة").Should().Equal(
            new StreamToken("زار", 0, 3, 1, "word"), new StreamToken("=زار", 0, 3, 0, "word"), new StreamToken("~زر", 0, 3, 0, "word"),
            new StreamToken("مدرس", 4, 13, 1, "word"), new StreamToken("=وبالمدرسه", 4, 13, 0, "word"), new StreamToken("~مدرس", 4, 13, 0, "word"));

    [Fact]
    public void Analyze_AStopWord_LeavesAGap()
        => TokenStreamChecks.Analyze(s_lean, "انفجار في بيروت").Should().Equal(new StreamToken("انفجار", 0, 6, 1, "word"), new StreamToken("بيروت", 10, 15, 2, "word"));

    [Fact]
    public void Analyze_ExactForms_KeepStopWordsAndEndings()
        => TokenStreamChecks.Analyze(s_exact, "في المدرسة").Select(token => token.Term).Should().Equal("=في", "=المدرسه");

    [Theory]
    [InlineData("1,234,567", "1234567")]
    [InlineData("١٬٢٣٤", "1234")]
    [InlineData("1,234.5", "1234.5")]
    [InlineData("1,5", "1,5")]
    [InlineData("12,34", "12,34")]
    public void Analyze_Numbers_LoseTheCommasOfThousandsOnly(string number, string term) => TokenStreamChecks.Analyze(s_lean, number).Select(token => token.Term).Should().Equal(term);

    [Fact]
    public void Analyze_AHashtag_IsItsWords() => TokenStreamChecks.Analyze(s_lean, "#كأس_العالم").Select(token => (token.Term, token.Start, token.End)).Should().Equal(("كاس", 1, 4), ("عالم", 5, 11));

    [Fact]
    public void Analyze_AnImmenseToken_IsCut()
    {
        List<StreamToken> tokens = TokenStreamChecks.Analyze(s_full, new string('\u0628', 100_000));
        tokens.Should().OnlyContain(token => token.Term.Length <= ArabicNewsTokenizer.MaxTermLength + 1 && token.Start == 0 && token.End == 100_000);
    }

    [Fact]
    public void Filter_WithoutForms_IsRefused()
    {
        using var tokenizer = new ArabicNewsTokenizer(new StringReader(""));
        FluentActions.Invoking(() => new ArabicNewsStemFilter(tokenizer, TermForms.None)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new ArabicNewsStemFilter(tokenizer, TermForms.All + 1)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void Filter_AKeyword_StaysAsItIs()
    {
        using Analyzer analyzer = Analyzer.NewAnonymous((_, reader) =>
        {
            var source = new ArabicNewsTokenizer(reader);
            var keywords = new SetKeywordMarkerFilter(source, new CharArraySet(LuceneVersion.LUCENE_48, ["المدرسة"], false));
            return new TokenStreamComponents(source, new ArabicNewsStemFilter(keywords));
        });
        TokenStreamChecks.Analyze(analyzer, "المدرسة").Select(token => token.Term).Should().Equal("المدرسة");
    }

    // 10,000 texts for each component, and again in pieces: the laws are inside the checks.
    [Theory]
    [MemberData(nameof(Components))]
    public void Analyze_RandomTexts_KeepsLucenesLaws(string component)
    {
        Analyzer analyzer = s_components[component];
        foreach (string text in TokenStreamChecks.RandomTexts(seed: 1, count: 5_000).Concat(TokenStreamChecks.RandomNews(seed: 2, count: 4_900)).Concat(TokenStreamChecks.RandomTexts(seed: 3, count: 100, maxLength: 8_192)))
        {
            List<StreamToken> tokens = TokenStreamChecks.Analyze(analyzer, text);
            List<StreamToken> again = TokenStreamChecks.Analyze(analyzer, new PiecemealReader(text), text.Length);
            if (!tokens.SequenceEqual(again)) throw new InvalidOperationException($"another result when read in pieces: {text}");
        }
    }

    [Fact]
    public void Analyze_AReaderThatFails_LeavesTheAnalyzerUsable()
    {
        foreach (string text in TokenStreamChecks.RandomNews(seed: 4, count: 500))
        {
            List<StreamToken> before = TokenStreamChecks.Analyze(s_full, text);
            FluentActions.Invoking(() => TokenStreamChecks.Analyze(s_full, new FailingReader(text), text.Length)).Should().Throw<IOException>().WithMessage("broken");
            TokenStreamChecks.Analyze(s_full, text).Should().Equal(before);
        }
    }

    [Fact]
    public void Analyze_OnManyThreads_GivesTheSame()
    {
        string[] texts = [.. TokenStreamChecks.RandomNews(seed: 5, count: 1_000), .. TokenStreamChecks.RandomTexts(seed: 6, count: 1_000)];
        List<StreamToken>[] expected = Array.ConvertAll(texts, text => TokenStreamChecks.Analyze(s_full, text));
        Parallel.For(0, 4, thread =>
        {
            for (int i = 0; i < texts.Length; i++)
            {
                int at = (i + (thread * 500)) % texts.Length;
                if (!TokenStreamChecks.Analyze(s_full, texts[at]).SequenceEqual(expected[at])) throw new InvalidOperationException(texts[at]);
            }
        });
    }

    [Theory]
    [InlineData("")]
    [InlineData("ar-SA")]
    [InlineData("ar-EG")]
    [InlineData("fa-IR")]
    [InlineData("tr-TR")]
    [InlineData("th-TH")]
    public void Analyze_UnderACulture_GivesTheSame(string culture)
    {
        string[] texts = [.. TokenStreamChecks.RandomNews(seed: 7, count: 300), "TITLE I İ ı 1,234"];
        List<StreamToken>[] expected = Array.ConvertAll(texts, text => TokenStreamChecks.Analyze(s_full, text));
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);
            for (int i = 0; i < texts.Length; i++) TokenStreamChecks.Analyze(s_full, texts[i]).Should().Equal(expected[i]);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static bool Meet(Analyzer analyzer, string left, string right) =>
        TokenStreamChecks.Analyze(analyzer, left).Select(token => token.Term).Intersect(TokenStreamChecks.Analyze(analyzer, right).Select(token => token.Term)).Any();

    // Gives one to three code units at a time.
    private sealed class PiecemealReader(string text) : TextReader
    {
        private int _position;

        public override int Read(char[] buffer, int index, int count)
        {
            int length = Math.Min(Math.Min(count, (_position % 3) + 1), text.Length - _position);
            text.CopyTo(_position, buffer, index, length);
            _position += length;
            return length;
        }
    }

    private sealed class FailingReader(string text) : TextReader
    {
        private bool _read;

        public override int Read(char[] buffer, int index, int count)
        {
            if (_read) throw new IOException("broken");
            _read = true;
            int length = Math.Min(count, Math.Max(1, text.Length / 2));
            text.AsSpan(0, Math.Min(length, text.Length)).CopyTo(buffer.AsSpan(index));
            return length;
        }
    }
}
