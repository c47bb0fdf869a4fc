using ArabicNews.Tests.Support;

namespace ArabicNews.Tests.Text;

/// <summary>What holds for the tokens and sentences of any text, on texts that no one would write.</summary>
public class TokenLawTests
{
    // What the tokenizer's rules ask for, so that random texts meet them by chance.
    internal static readonly string[] Pieces =
    [
        "ا", "لا", "قال", "بي", "سي", "د", "م", "ق", "ی", "ﷺ", "ﻣﺤ", "َ", "ّ", "ـ", "\u200C", "\u200D", "\u200F", "\u2069", "\u0301", "\u034F", "a", "U", "S", "ab", "Dr", "é", "ℹ", "1", "2016", "٣", "½", "²", "Ⅷ",
        " ", " ", " ", "\n", "\u00A0", ".", ".", "..", "،", ",", "٫", "٬", ":", ";", "؟", "?", "!", "«", "»", "(", ")", "[", "]", "\"", "'", "’", "…", "-", "_", "+", "%", "/", "&", "=", "~", "#", "＃", "@", "*", "نت",
        "http://", "HTTPS://", "ftp://", "www.", "example.com", "bbc.co.uk", ".net", "x@y.com", "#وسم", "@name", "\uFE0F", "\u20E3", "\uFE0F\u20E3", "😀", "👨‍👩‍👧", "🏽", "🇱🇧", "🇱", "❤", "‼", "〰", "🏴\U000E0067\U000E007F",
        "\uD83D", "\uDE00", "𞺀", "\U00010EC2", "𝐀", "\U0001F100", "\U000E0001", "€", "\0", "\uFFFF",
    ];

    private static IEnumerable<string> Texts => RandomTexts.Create(Nightly.RandomTexts / 2).Concat(RandomTexts.Create(Nightly.RandomTexts / 2, pieces: Pieces));

    [Fact]
    public void Tokenize_AnyText_TokensAreOrderedDisjointAndOnlySpaceLiesBetween()
    {
        foreach (string text in Texts)
        {
            int end = 0;
            foreach (Token token in ArabicTokenizer.Tokenize(text))
            {
                bool holds = token.Span.Start >= end && token.Span.Length > 0 && token.Span.End <= text.Length && text.AsSpan(end, token.Span.Start - end).IsWhiteSpace()
                    && !token.Span.In(text).ContainsAny(" \n\u00A0") && Enum.IsDefined(token.Kind) && !CutsPair(text, token.Span.Start) && !CutsPair(text, token.Span.End);
                if (!holds) Assert.Fail($"token {token} of {text}");
                end = token.Span.End;
            }

            if (!text.AsSpan(end).IsWhiteSpace()) Assert.Fail($"behind {end} of {text}");
        }
    }

    [Fact]
    public void Tokenize_AnyText_KindsHoldWhatTheySay()
    {
        foreach (string text in Texts)
        {
            foreach (Token token in ArabicTokenizer.Tokenize(text))
            {
                string found = token.Span.In(text).ToString();
                bool hasLetter = found.EnumerateRunes().Any(System.Text.Rune.IsLetter);
                bool holds = token.Kind switch
                {
                    TokenKind.Word => hasLetter,
                    TokenKind.Number => !hasLetter && found.EnumerateRunes().First() is var first && System.Text.Rune.GetUnicodeCategory(first).ToString().EndsWith("Number", StringComparison.Ordinal),
                    TokenKind.Punctuation => !hasLetter,
                    TokenKind.Url => found.Contains('.', StringComparison.Ordinal) || found.Contains("://", StringComparison.Ordinal),
                    TokenKind.Email => found.Count(c => c == '@') == 1,
                    TokenKind.Hashtag => hasLetter && found[0] is '#' or '＃' or '\uFE5F',
                    TokenKind.Handle => found[0] == '@' && found.Length > 1,
                    _ => !hasLetter || found.Contains('ℹ', StringComparison.Ordinal) || found.Replace("ـ", "", StringComparison.Ordinal).Length < found.Length,
                };
                if (!holds) Assert.Fail($"{token} '{found}' of {text}");
            }
        }
    }

    // Nothing but a handle's @ looks back, and nothing looks ahead over white space.
    [Fact]
    public void Tokenize_WithSpaceBetween_TokensStayWhatTheyAre()
    {
        foreach (string text in Texts)
        {
            List<Token> tokens = Tokens(text);
            string spaced = string.Join(' ', tokens.Select(token => token.Span.In(text).ToString()));
            List<Token> again = Tokens(spaced);
            bool holds = tokens.Count == again.Count && tokens.Zip(again).All(pair => pair.First.Kind == pair.Second.Kind && pair.First.Span.In(text).SequenceEqual(pair.Second.Span.In(spaced)));
            if (!holds) Assert.Fail($"{Show(text, tokens)} but {Show(spaced, again)}");
        }
    }

    [Fact]
    public void Tokenize_BehindOtherText_GivesTheSameTokens()
    {
        // 64 code units are read at once: the same text at every place in them.
        int i = 0;
        foreach (string text in Texts)
        {
            string padding = new(i % 2 == 0 ? 'م' : ' ', i % 67);
            List<Token> alone = Tokens(text), behind = Tokens($"{padding} {text}");
            if (i % 2 == 0 && padding.Length > 0) behind.RemoveAt(0);
            bool holds = alone.Count == behind.Count && alone.Zip(behind).All(pair => pair.First.Kind == pair.Second.Kind && pair.First.Span.Start + padding.Length + 1 == pair.Second.Span.Start && pair.First.Span.Length == pair.Second.Span.Length);
            if (!holds) Assert.Fail(Show(text, alone));
            i++;
        }
    }

    [Fact]
    public void SplitSentences_AnyText_SentencesAreOrderedTrimmedAndOnlySpaceLiesBetween()
    {
        foreach (string text in Texts)
        {
            int end = 0;
            foreach (TextSpan sentence in ArabicTokenizer.SplitSentences(text))
            {
                bool holds = sentence.Start >= end && sentence.Length > 0 && sentence.End <= text.Length && text.AsSpan(end, sentence.Start - end).IsWhiteSpace()
                    && !text.AsSpan(sentence.Start, 1).IsWhiteSpace() && !text.AsSpan(sentence.End - 1, 1).IsWhiteSpace();
                if (!holds) Assert.Fail($"sentence {sentence} of {text}");
                end = sentence.End;
            }

            if (!text.AsSpan(end).IsWhiteSpace()) Assert.Fail($"behind {end} of {text}");
        }
    }

    [Fact]
    public void SplitSentences_AnyText_NoTokenIsCut()
    {
        foreach (string text in Texts)
        {
            TokenEnumerator tokens = ArabicTokenizer.Tokenize(text);
            foreach (TextSpan sentence in ArabicTokenizer.SplitSentences(text))
            {
                while (tokens.Current.Span.End < sentence.End && tokens.MoveNext())
                {
                }

                if (tokens.Current.Span.End != sentence.End) Assert.Fail($"sentence {sentence} cuts {tokens.Current} of {text}");
            }
        }
    }

    [Fact]
    public void TokensAndSentences_UnderEveryCulture_AreTheSame() => Cultures.ShouldAgree(() =>
    {
        var all = new HashCode();
        foreach (string text in Texts)
        {
            foreach (Token token in ArabicTokenizer.Tokenize(text)) all.Add(token);
            foreach (TextSpan sentence in ArabicTokenizer.SplitSentences(text)) all.Add(sentence);
        }

        return all.ToHashCode().ToString(System.Globalization.CultureInfo.InvariantCulture);
    }).Should().NotBeNull();

    [Fact]
    public void TokensAndSentences_OfAnyText_AllocateNothing()
    {
        foreach (string text in Texts)
        {
            Walk(text);
            long allocated = Allocated(text);

            // While code is made faster .NET may allocate once; what a walk allocates, each walk does.
            for (int again = 0; again < 10 && allocated != 0; again++) allocated = Allocated(text);
            if (allocated != 0) Assert.Fail($"{allocated} bytes for {text}");
        }
    }

    private static long Allocated(string text)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        Walk(text);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static int Walk(string text)
    {
        int count = 0;
        foreach (Token token in ArabicTokenizer.Tokenize(text)) count += token.Span.IsEmpty ? 0 : 1;
        foreach (TextSpan sentence in ArabicTokenizer.SplitSentences(text)) count += sentence.IsEmpty ? 0 : 1;
        return count;
    }

    private static List<Token> Tokens(string text)
    {
        var tokens = new List<Token>();
        foreach (Token token in ArabicTokenizer.Tokenize(text)) tokens.Add(token);
        return tokens;
    }

    private static string Show(string text, List<Token> tokens) => string.Join(' ', tokens.Select(token => $"[{token.Span.In(text)} {token.Kind}]"));

    private static bool CutsPair(string text, int position)
        => position > 0 && position < text.Length && char.IsHighSurrogate(text[position - 1]) && char.IsLowSurrogate(text[position]);
}
