using ArabicNews.Tests.Support;

namespace ArabicNews.Tests.Text;

public class ArabicTokenizerTests
{
    [Theory]
    [InlineData("")]
    [InlineData(" \n\u00A0\u2028")]
    public void Tokenize_NothingButSpace_HasNoToken(string text) => Tokens(text).Should().BeEmpty();

    [Fact]
    public void Tokenize_News_GivesWordsNumbersAndSigns()
        => Tokens("قال «الوزير» إن 3.5% في 2024م.").Should().Equal(
            ("قال", TokenKind.Word), ("«", TokenKind.Punctuation), ("الوزير", TokenKind.Word), ("»", TokenKind.Punctuation), ("إن", TokenKind.Word), ("3.5", TokenKind.Number),
            ("%", TokenKind.Punctuation), ("في", TokenKind.Word), ("2024", TokenKind.Number), ("م", TokenKind.Word), (".", TokenKind.Punctuation));

    [Theory]
    [InlineData("كِتَابٌ", TokenKind.Word)]
    [InlineData("محمـــد", TokenKind.Word)]
    [InlineData("می\u200Cشود", TokenKind.Word)]
    [InlineData("d'Ivoire", TokenKind.Word)]
    [InlineData("F16", TokenKind.Word)]
    [InlineData("U.S", TokenKind.Word)]
    [InlineData("1,234.5", TokenKind.Number)]
    [InlineData("٣٫٥", TokenKind.Number)]
    [InlineData("½", TokenKind.Number)]
    [InlineData("...", TokenKind.Punctuation)]
    [InlineData("؟؟", TokenKind.Punctuation)]
    [InlineData("€", TokenKind.Symbol)]
    [InlineData("\U0001F468\u200D\U0001F469\u200D\U0001F467", TokenKind.Symbol)]
    [InlineData("\U0001F1F1\U0001F1E7", TokenKind.Symbol)]
    [InlineData("https://www.example.com/news/1?a=b", TokenKind.Url)]
    [InlineData("www.example.net", TokenKind.Url)]
    [InlineData("aljazeera.net", TokenKind.Url)]
    [InlineData("editor@example.com", TokenKind.Email)]
    [InlineData("#كأس_العالم", TokenKind.Hashtag)]
    [InlineData("@example_news", TokenKind.Handle)]
    public void Tokenize_WhatBelongsTogether_IsOneToken(string text, TokenKind kind) => Tokens(text).Should().Equal((text, kind));

    [Fact]
    public void Tokenize_LoneSurrogatesAndNul_AreSymbols()
        => Tokens("\uD83Dأ\uDE00\0").Should().Equal(("\uD83D", TokenKind.Symbol), ("أ", TokenKind.Word), ("\uDE00", TokenKind.Symbol), ("\0", TokenKind.Symbol));

    [Fact]
    public void Tokenize_AndSplitSentences_AllocateNothing()
    {
        string text = string.Concat(Enumerable.Repeat("قال الوزير د. أحمد: «نعم؟» في 3.5% من https://example.com/a و#وسم و@name و\U0001F600 وa@b.com. انتهى.\n", 50));
        Walk(text);
        long before = GC.GetAllocatedBytesForCurrentThread();
        int count = Walk(text);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        allocated.Should().Be(0);
        count.Should().BeGreaterThan(1000);
    }

    // Each of these sends a tokenizer that looks back, or ahead to the end, into quadratic time: a million characters would then take hours.
    [Theory]
    [InlineData("a.")]
    [InlineData("a@")]
    [InlineData("a-")]
    [InlineData("www.")]
    [InlineData("http://")]
    [InlineData("#")]
    [InlineData("@a")]
    [InlineData("#a_")]
    [InlineData("1,")]
    [InlineData("1a")]
    [InlineData("1,a")]
    [InlineData("ا\u200C")]
    [InlineData("\u200C")]
    [InlineData("\u064E")]
    [InlineData("\U0001F600\u200D")]
    [InlineData("(")]
    [InlineData(")")]
    [InlineData(".")]
    [InlineData("؟»")]
    [InlineData("د. ")]
    [InlineData("a.b ")]
    [InlineData("\"")]
    [InlineData("a.a.")]
    [InlineData("@")]
    [InlineData("#_")]
    [InlineData("#1_")]
    [InlineData("#\u0301")]
    [InlineData("a_")]
    [InlineData("a'")]
    [InlineData("1.")]
    [InlineData("1،")]
    [InlineData("1\uFE0F\u20E3")]
    [InlineData("1\uFE0F")]
    [InlineData("http://a/(")]
    [InlineData("http://a/)")]
    [InlineData("http://a.com/?ا")]
    [InlineData("a.com/")]
    [InlineData("a@a.com")]
    [InlineData("\uD83D")]
    [InlineData("\uDE00a")]
    [InlineData("\u200D")]
    [InlineData("\uD83C\uDDE6")]
    [InlineData("\uD83C\uDFFD")]
    [InlineData("\u0301")]
    [InlineData("\u0640")]
    [InlineData("ا\u200F\u200F")]
    [InlineData("قال.قال.")]
    [InlineData("قال?قال")]
    [InlineData("بي.سي.")]
    [InlineData("2016.قال")]
    [InlineData("1. ")]
    [InlineData(". ")]
    [InlineData("»")]
    [InlineData("قال؟!")]
    [InlineData("ا\n")]
    public void Tokenize_HostileRuns_TakeLinearTime(string piece)
    {
        string text = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));
        Walk(text).Should().BeGreaterThan(0);
    }

    [Theory]
    [InlineData("انتهى الاجتماع. وقال الوزير إنه ناجح.", 2)]
    [InlineData("قال د. أحمد علي إن م. سمير حضر.", 1)]
    [InlineData("ارتفع 3.5 في المئة عام 2011م. وهبط بعده.", 2)]
    [InlineData("سأل: «هل انتهى؟» ثم مضى.", 1)]
    [InlineData("هل انتهى؟ لا أحد يعلم!", 2)]
    [InlineData("سطر\nوسطر", 2)]
    [InlineData("عاجل.. انفجار في العاصمة", 1)]
    [InlineData("انتهى.وقال", 2)]
    [InlineData("د.ب.أ تنقل الخبر", 1)]
    public void SplitSentences_SurvivesAbbreviationsNumbersAndQuotes(string text, int expected)
    {
        int count = 0;
        foreach (TextSpan _ in ArabicTokenizer.SplitSentences(text)) count++;
        count.Should().Be(expected);
    }

    [Fact]
    public void TokensAndSentences_UnderEveryCulture_AreTheSame()
        => Cultures.ShouldAgree(() => string.Join('|', Tokens("قال WWW.EXAMPLE.COM وHTTP://İ.com في ١٬٢٣٤٫٥ د. علي. نعم"))).Should().Contain("Url");

    private static List<(string Text, TokenKind Kind)> Tokens(string text)
    {
        var tokens = new List<(string, TokenKind)>();
        foreach (Token token in ArabicTokenizer.Tokenize(text)) tokens.Add((token.Span.In(text).ToString(), token.Kind));
        return tokens;
    }

    private static int Walk(string text)
    {
        int count = 0;
        foreach (Token token in ArabicTokenizer.Tokenize(text)) count += token.Span.IsEmpty ? 0 : 1;
        foreach (TextSpan sentence in ArabicTokenizer.SplitSentences(text)) count += sentence.IsEmpty ? 0 : 1;
        return count;
    }
}
