using System.Globalization;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Ar;
using Lucene.Net.Analysis.CharFilters;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Analysis.Util;
using Lucene.Net.Util;

namespace ArabicNews.Lucene.Tests;

public class ArabicNewsAnalyzerTests
{
    private static readonly ArabicNewsAnalyzer s_full = new();
    private static readonly ArabicNewsAnalyzer s_lean = new(ArabicNewsAnalyzerOptions.Lean);
    private static readonly ArabicNewsAnalyzer s_withStopWords = new(new ArabicNewsAnalyzerOptions { StopWords = false });
    private static readonly ArabicNewsAnalyzer s_exact = new(ArabicNewsAnalyzerOptions.Exact);

    // Each component alone, over the ones before it.
    private static readonly Dictionary<string, Analyzer> s_components = new()
    {
        ["tokenizer"] = Analyzer.NewAnonymous((_, reader) => new TokenStreamComponents(new ArabicNewsTokenizer(reader))),
        ["normalization"] = Analyzer.NewAnonymous((_, reader) => new ArabicNewsTokenizer(reader) is var source ? new TokenStreamComponents(source, new ArabicNewsNormalizationFilter(source)) : null!),
        ["stop words"] = Analyzer.NewAnonymous((_, reader) => new ArabicNewsTokenizer(reader) is var source ? new TokenStreamComponents(source, new ArabicNewsStopFilter(source)) : null!),
        ["stems"] = Analyzer.NewAnonymous((_, reader) => new ArabicNewsTokenizer(reader) is var source ? new TokenStreamComponents(source, new ArabicNewsStemFilter(source)) : null!),
        ["chain"] = Chain(stopWords: true, TermForms.All),
        ["full"] = s_full,
        ["names and synonyms"] = new ArabicNewsAnalyzer(new ArabicNewsAnalyzerOptions { Names = NameTerms.All, Synonyms = SynonymList.Create(["كأس العالم", "مونديال"], ["قال", "زار بيروت"]) }),
        ["lean"] = s_lean,
        ["exact"] = s_exact,
    };

    public static TheoryData<string> Components => [.. s_components.Keys];

    // What the analyzer does in one stream, by the public parts one behind the other.
    private static Analyzer Chain(bool stopWords, TermForms forms) => Analyzer.NewAnonymous((_, reader) =>
    {
        var source = new ArabicNewsTokenizer(reader);
        TokenStream terms = new ArabicNewsNormalizationFilter(source);
        if (stopWords) terms = new ArabicNewsStopFilter(terms);
        return new TokenStreamComponents(source, new ArabicNewsStemFilter(terms, forms));
    });

    // notes of what users ask for: spellings and particles that should meet
    public static TheoryData<string, string> MustMeet => new()
    {
        { "أحمد", "احمد" }, { "مكتبة", "مكتبه" }, { "كِتَابٌ", "كتاب" }, { "محمـــد", "محمد" }, { "مستشفى", "مستشفي" }, { "ٱلرحمن", "الرحمن" }, { "هٰؤلاء", "هؤلاء" },
        { "مسؤول", "مسئول" }, { "شؤون", "شئون" }, { "ایران", "إيران" }, { "کتاب", "كتاب" }, { "ﻣﺤﻤﺪ", "محمد" }, { "٢٠٢٤", "2024" }, { "۲۰۲۴", "2024" },
        { "محمد\u200F", "محمد" }, { "مح\u200Cمد", "محمد" },
        { "وزير", "الوزير" }, { "وكالة", "الوكالة" }, { "وثيقة", "الوثيقة" }, { "وفاة", "الوفاة" },
        { "مدرسة", "وبالمدرسة" }, { "مدرسة", "وللمدرسة" }, { "مدرسة", "بمدرسة" }, { "مدرسة", "لمدرسة" }, { "مدرسة", "كمدرسة" }, { "مدرسة", "فمدرسة" },
        { "مدرسة", "مدرستهم" }, { "مدرسة", "مدرستي" }, { "كتاب", "كتابكم" }, { "كتاب", "كتابهما" }, { "لبنان", "لبناني" }, { "كتاب", "كتب" }, { "انتخاب", "منتخب" }, { "استخدام", "خدمة" }, { "تعليم", "معلم" },
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
            new StreamToken("مدرس", 4, 13, 1, "word"), new StreamToken("=وبالمدرسه", 4, 13, 0, "word"), new StreamToken("~درس", 4, 13, 0, "word"));

    [Fact]
    public void Analyze_AStopWord_LeavesAGap()
        => TokenStreamChecks.Analyze(s_lean, "انفجار في بيروت").Should().Equal(new StreamToken("انفجار", 0, 6, 1, "word"), new StreamToken("بيروت", 10, 15, 2, "word"));

    [Fact]
    public void Analyze_APlaceOfSeveralWords_IsAlsoOneTerm()
    {
        List<StreamToken> tokens = TokenStreamChecks.Analyze(s_full, "وزار وللولايات المتحدة");
        tokens.Should().ContainSingle(token => token.Length == 2).Which.Should().Be(new StreamToken("@Q30", 5, 22, 0, "name", 2));
        TokenStreamChecks.Analyze(s_full, "الولايات المتحدة الأميركية").Should().ContainSingle(token => token.Length == 3).Which.Term.Should().Be("@Q30");
        TokenStreamChecks.Analyze(s_full, "أميركا").Should().NotContain(token => token.Type == "name", "it is whole in the terms that it has");
    }

    [Theory]
    [InlineData("أميركا", "الولايات المتحدة", NameTerms.Places | NameTerms.SingleWords)]
    [InlineData("هيئة الأمم المتحدة", "الأمم المتحدة", NameTerms.All)]
    public void Analyze_OtherNamesOfOne_MeetWhenAskedFor(string left, string right, NameTerms names)
    {
        using var analyzer = new ArabicNewsAnalyzer(new ArabicNewsAnalyzerOptions { Names = names, Forms = TermForms.Word });
        TokenStreamChecks.Analyze(analyzer, left).Select(token => token.Term).Where(term => term[0] == ArabicNewsAnalyzer.NameMark)
            .Should().IntersectWith(TokenStreamChecks.Analyze(analyzer, right).Select(token => token.Term));
    }

    [Fact]
    public void Analyze_AGazetteerOfYourOwn_GivesItsNames()
    {
        using var analyzer = new ArabicNewsAnalyzer(new ArabicNewsAnalyzerOptions { Names = NameTerms.All, Gazetteer = Gazetteer.Create(GazetteerEntry.ForPerson("staff/17", "سلمى الخطيب")) });
        TokenStreamChecks.Analyze(analyzer, "قالت سلمى الخطيب في الولايات المتحدة").Where(token => token.Type == "name").Select(token => token.Term).Should().Equal("@staff/17");
    }

    [Fact]
    public void Analyzer_WithImpossibleSettings_IsRefused()
    {
        foreach (ArabicNewsAnalyzerOptions options in new ArabicNewsAnalyzerOptions[]
        {
            new() { Forms = TermForms.None }, new() { Forms = TermForms.All + 1 }, new() { Names = (NameTerms)(-1) }, new() { Names = NameTerms.All + 1 }, new() { Gazetteer = null! },
        })
            FluentActions.Invoking(() => new ArabicNewsAnalyzer(options)).Should().Throw<ArgumentException>();
    }

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

    [Theory]
    [InlineData(true, TermForms.All)]
    [InlineData(true, TermForms.Stem)]
    [InlineData(false, TermForms.Word)]
    [InlineData(false, TermForms.Stem | TermForms.Skeleton)]
    public void Analyze_RandomTexts_IsTheChainOfFilters(bool stopWords, TermForms forms)
    {
        using Analyzer chain = Chain(stopWords, forms), analyzer = new ArabicNewsAnalyzer(new ArabicNewsAnalyzerOptions { StopWords = stopWords, Forms = forms, Names = NameTerms.None });
        foreach (string text in TokenStreamChecks.RandomTexts(seed: 11, count: 4_000).Concat(TokenStreamChecks.RandomNews(seed: 12, count: 4_000)).Concat(TokenStreamChecks.RandomTexts(seed: 13, count: 100, maxLength: 8_192)))
        {
            if (!TokenStreamChecks.Analyze(analyzer, text).SequenceEqual(TokenStreamChecks.Analyze(chain, text))) throw new InvalidOperationException($"not what the chain gives: {text}");
        }
    }

    [Theory]
    [MemberData(nameof(Components))]
    public void Analyze_AReaderThatFails_LeavesTheAnalyzerUsable(string component)
    {
        Analyzer analyzer = s_components[component];
        foreach (string text in TokenStreamChecks.RandomNews(seed: 4, count: 500))
        {
            List<StreamToken> before = TokenStreamChecks.Analyze(analyzer, text);
            FluentActions.Invoking(() => TokenStreamChecks.Analyze(analyzer, new FailingReader(text), text.Length)).Should().Throw<IOException>().WithMessage("broken");
            TokenStreamChecks.Analyze(analyzer, text).Should().Equal(before);
        }
    }

    // Lucene's contract: Reset, tokens, End, Dispose; whoever leaves one out hears of it.
    [Theory]
    [MemberData(nameof(Components))]
    public void Analyze_AgainstTheContract_IsRefused(string component)
    {
        Analyzer analyzer = s_components[component];
        TokenStream stream = analyzer.GetTokenStream("field", new StringReader("زار الوزير"));
        FluentActions.Invoking(stream.IncrementToken).Should().Throw<InvalidOperationException>("Reset was left out");
        stream.Reset();
        while (stream.IncrementToken()) continue;
        stream.End();
        FluentActions.Invoking(() => analyzer.GetTokenStream("field", new StringReader("another"))).Should().Throw<InvalidOperationException>("Dispose was left out");
        stream.Dispose();
        FluentActions.Invoking(stream.IncrementToken).Should().Throw<InvalidOperationException>("the text is closed");

        stream = analyzer.GetTokenStream("field", new StringReader("زار الوزير"));
        stream.Reset();
        stream.Reset();
        FluentActions.Invoking(stream.IncrementToken).Should().Throw<InvalidOperationException>("Reset was called twice");
        stream.Dispose();
        TokenStreamChecks.Analyze(analyzer, "زار الوزير").Should().NotBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Components))]
    public void Analyze_ByAFreshStream_GivesTheSame(string component)
    {
        foreach (string text in TokenStreamChecks.RandomNews(seed: 14, count: 300))
        {
            // A thread has streams of its own.
            List<StreamToken> reused = TokenStreamChecks.Analyze(s_components[component], text), fresh = [];
            var thread = new Thread(() => fresh = TokenStreamChecks.Analyze(s_components[component], text));
            thread.Start();
            thread.Join();
            fresh.Should().Equal(reused);
        }
    }

    [Fact]
    public void Analyze_BehindACharFilter_OffsetsAreOfTheText()
    {
        var map = new NormalizeCharMap.Builder();
        map.Add("&amp;", "&");
        map.Add("<b>", "");
        map.Add("\uFDFA", "صلى الله عليه وسلم");
        using var analyzer = new FilteredAnalyzer(s_lean, map.Build());
        TokenStreamChecks.Analyze(analyzer, "<b>وزير &amp; \uFDFA مدير").Select(token => $"{token.Term} {token.Start} {token.End}").Should().Equal(
            "وزير 3 7", "صلي 14 14", "الل 14 14", "سلم 14 15", "مدير 16 20");
        foreach (string text in TokenStreamChecks.RandomNews(seed: 15, count: 2_000)) TokenStreamChecks.Analyze(analyzer, $"<b>{text}&amp;{text}<b>.");
    }

    [Theory]
    [InlineData(TermForms.All)]
    [InlineData(TermForms.Stem)]
    [InlineData(TermForms.Word)]
    public void Analyze_OnceWarm_AllocatesNothing(TermForms forms)
    {
        using var analyzer = new ArabicNewsAnalyzer(new ArabicNewsAnalyzerOptions { Forms = forms });
        string text = string.Join('\n', TokenStreamChecks.RandomNews(seed: 16, count: 500));

        // Warm is code that the runtime has optimized, which it does in the background once it is idle; before that, flags are boxed. A machine with other work to do may take a minute for it.
        long least = long.MaxValue;
        for (int round = 0; round < 3_000 && least > 0; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            int terms = CountTerms(analyzer, text);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
            terms.Should().BeGreaterThan(1_000);
            Thread.Sleep(20);
        }

        least.Should().Be(0);
    }

    [Fact]
    public void Analyze_StopWordsAtTheEnd_AreInTheEndState()
    {
        using TokenStream stream = s_full.GetTokenStream("field", "زار في من");
        stream.Reset();
        while (stream.IncrementToken()) continue;
        stream.End();
        stream.GetAttribute<IPositionIncrementAttribute>().PositionIncrement.Should().Be(2);
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

    private static int CountTerms(Analyzer analyzer, string text)
    {
        using TokenStream stream = analyzer.GetTokenStream("field", text);
        int terms = 0;
        stream.Reset();
        while (stream.IncrementToken()) terms++;
        stream.End();
        return terms;
    }

    private sealed class FilteredAnalyzer(Analyzer inner, NormalizeCharMap map) : AnalyzerWrapper(Analyzer.GLOBAL_REUSE_STRATEGY)
    {
        protected override Analyzer GetWrappedAnalyzer(string fieldName) => inner;

        protected override TextReader WrapReader(string fieldName, TextReader reader) => new MappingCharFilter(map, reader);
    }

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
