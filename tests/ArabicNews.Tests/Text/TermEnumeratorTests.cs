using ArabicNews.Tests.Support;

namespace ArabicNews.Tests.Text;

/// <summary>Terms are tokens, each normalized by itself: the same whichever way they are asked for.</summary>
public class TermEnumeratorTests
{
    private const int Width = PlainTokens.Length;

    public static TheoryData<ArabicNormalization> Forms => ArabicNormalizerTests.Forms;

    [Fact]
    public void SplitTerms_OfALine_AreItsWordsAndNumbersAsIndexed()
    {
        const string line = "قالَ «أحمد» — في 2024: إنَّ الـقاهرةَ ﻻ ﺗﻨﺎم! #وسم_جديد www.Example.com";
        var terms = new List<string>();
        foreach (IndexTerm term in ArabicTokenizer.SplitTerms(line, ArabicNormalizer.Search, new char[ArabicTokenizer.MinTermBufferLength]))
            terms.Add($"{term.Token.Span.In(line)} {term.Token.Kind} {term.Text}");
        terms.Should().Equal("قالَ Word قال", "أحمد Word احمد", "في Word في", "2024 Number 2024", "إنَّ Word ان", "الـقاهرةَ Word القاهره", "ﻻ Word لا", "ﺗﻨﺎم Word تنام", "#وسم_جديد Hashtag #وسم_جديد",
            "www.Example.com Url www.example.com");
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void SplitTerms_OfAnyText_AreTokensNormalizedOneByOne(ArabicNormalization forms)
    {
        var normalizer = new ArabicNormalizer(forms);
        foreach (string text in RandomTexts.Create(Nightly.RandomTexts / 2, maxPieces: 100)) ShouldBeNormalizedTokens(normalizer, text);
        foreach (string text in RandomTexts.Create(Nightly.RandomTexts / 2, maxPieces: 100, pieces: TokenLawTests.Pieces)) ShouldBeNormalizedTokens(normalizer, text);
    }

    [Theory]
    [InlineData(ArabicNormalization.Search)]
    [InlineData(ArabicNormalization.Match)]
    public void SplitTerms_EveryCodeUnitAmongOthers_AreTokensNormalizedOneByOne(ArabicNormalization forms)
    {
        var normalizer = new ArabicNormalizer(forms);
        foreach (string others in new[] { "مَ", "أب ", "1 a", "ﺑ" })
        {
            char[] text = string.Concat(Enumerable.Repeat(others, 2 * Width)).ToCharArray(0, Width + 9);
            for (int c = 0; c <= char.MaxValue; c++)
            {
                for (int i = c % 37; i < text.Length; i += 37)
                {
                    char before = text[i];
                    text[i] = (char)c;
                    ShouldBeNormalizedTokens(normalizer, text);
                    text[i] = before;
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void SplitTerms_EveryLength_AreTokensNormalizedOneByOne(ArabicNormalization forms)
    {
        var normalizer = new ArabicNormalizer(forms);
        string text = string.Concat(Enumerable.Repeat("قَالَتْ وكالة «رويترز»، اليوم (الثلاثاء) 12/3/2024: إنّ NATO أكّد ٣٫٥٪ في example.com و#وسم یک کتاب—ﻣﺤﻤﺪ ﻻ ا\u0654حمد! ", 3));
        for (int length = 0; length <= 3 * Width; length++) ShouldBeNormalizedTokens(normalizer, text.AsSpan(length % 7, length));
    }

    [Theory]
    [InlineData("م", 100_000)]
    [InlineData("\uFDFA", 20_000)]
    [InlineData("\uFEFB", 63)]
    [InlineData("a.", 20_000)]
    public void SplitTerms_LongerThanAnyBuffer_AreWhole(string piece, int count)
        => ShouldBeNormalizedTokens(ArabicNormalizer.Search, string.Concat(Enumerable.Repeat(piece, count)) + " ثم");

    [Fact]
    public void SplitTerms_AllocateNothing()
    {
        string text = string.Concat(Enumerable.Repeat("قال الوزير د. أحمد: «نعم؟» في 3.5% من https://example.com/a و#وسم و@name ﻻ ﺗﻨﺎم وa@b.com. انتهَى.\n", 50));
        char[] buffer = new char[512];
        Count(text, buffer);
        long before = GC.GetAllocatedBytesForCurrentThread();
        int count = Count(text, buffer);
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().Be(0);
        count.Should().BeGreaterThan(700);
    }

    [Fact]
    public void GetEnumerator_OfOneThatHasMoved_GoesOnFromThere()
    {
        TokenEnumerator tokens = ArabicTokenizer.Tokenize("واحد اثنان، ثلاثة");
        tokens.MoveNext();
        var rest = new List<int>();
        foreach (Token token in tokens) rest.Add(token.Span.Start);
        rest.Should().Equal(5, 10, 12);

        TermEnumerator terms = ArabicTokenizer.SplitTerms("واحد اثنان، ثلاثة", ArabicNormalizer.Search, new char[128]);
        terms.MoveNext();
        rest.Clear();
        foreach (IndexTerm term in terms) rest.Add(term.Token.Span.Start);
        rest.Should().Equal(5, 12);
    }

    [Fact]
    public void SplitTerms_CallersMistakes_Throw()
    {
        char[] buffer = new char[256];
        ((Action)(() => ArabicTokenizer.SplitTerms("", null!, buffer))).Should().Throw<ArgumentNullException>();
        ((Action)(() => ArabicTokenizer.SplitTerms("", ArabicNormalizer.Search, buffer.AsSpan(0, ArabicTokenizer.MinTermBufferLength - 1)))).Should().Throw<ArgumentException>();
        ((Action)(() => ArabicTokenizer.SplitTerms(buffer.AsSpan(200), ArabicNormalizer.Search, buffer))).Should().Throw<ArgumentException>();
    }

    private static int Count(string text, Span<char> buffer)
    {
        int count = 0;
        foreach (IndexTerm term in ArabicTokenizer.SplitTerms(text, ArabicNormalizer.Search, buffer)) count += term.Text.IsEmpty ? 0 : 1;
        return count;
    }

    private static void ShouldBeNormalizedTokens(ArabicNormalizer normalizer, ReadOnlySpan<char> text)
    {
        Span<char> buffer = stackalloc char[ArabicTokenizer.MinTermBufferLength];
        char[] expected = [];
        TermEnumerator terms = ArabicTokenizer.SplitTerms(text, normalizer, buffer);
        foreach (Token token in ArabicTokenizer.Tokenize(text))
        {
            if (token.Kind is TokenKind.Punctuation or TokenKind.Symbol) continue;
            if (expected.Length < normalizer.GetMaxLength(token.Span.Length)) expected = new char[normalizer.GetMaxLength(token.Span.Length)];
            int length = normalizer.RunScalar(token.Span.In(text), expected);
            if (!terms.MoveNext() || terms.Current.Token != token || !terms.Current.Text.SequenceEqual(expected.AsSpan(0, length)))
                Assert.Fail($"{terms.Current.Token} '{terms.Current.Text}', not {token} '{expected.AsSpan(0, length)}' of '{text}'");
        }

        if (terms.MoveNext()) Assert.Fail($"no {terms.Current.Token} of '{text}'");
    }
}
