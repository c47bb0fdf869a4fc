using System.Text;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace ArabicNews.Lucene.Tests;

/// <summary>One token as a stream gave it.</summary>
internal readonly record struct StreamToken(string Term, int Start, int End, int Increment, string Type);

/// <summary>
/// What Lucene demands of a token stream, as its own BaseTokenStreamTestCase checks it: offsets lie inside and do not run backwards, positions only grow,
/// the end state is the length of the text, and an analyzer gives the same for the same text however often, in however small pieces and on whatever thread it is read.
/// </summary>
internal static class TokenStreamChecks
{
    /// <summary>Reads the tokens of <paramref name="text"/> and checks the stream while doing so.</summary>
    public static List<StreamToken> Analyze(Analyzer analyzer, string text) => Analyze(analyzer, new StringReader(text), text.Length);

    public static List<StreamToken> Analyze(Analyzer analyzer, TextReader reader, int length)
    {
        using TokenStream stream = analyzer.GetTokenStream("field", reader);
        var term = stream.GetAttribute<ICharTermAttribute>();
        var offset = stream.GetAttribute<IOffsetAttribute>();
        var position = stream.AddAttribute<IPositionIncrementAttribute>();
        var type = stream.AddAttribute<ITypeAttribute>();
        var tokens = new List<StreamToken>();
        stream.Reset();
        while (stream.IncrementToken())
        {
            var token = new StreamToken(term.ToString()!, offset.StartOffset, offset.EndOffset, position.PositionIncrement, type.Type);
            int lastStart = tokens.Count == 0 ? 0 : tokens[^1].Start;
            if (token.Start < lastStart || token.End < token.Start || token.End > length) throw new InvalidOperationException($"offsets [{token.Start},{token.End}) after {lastStart} in {length}");
            if (token.Increment < 0 || (tokens.Count == 0 && token.Increment == 0)) throw new InvalidOperationException($"position increment {token.Increment}");
            if (token.Term.Length == 0) throw new InvalidOperationException("an empty term");
            tokens.Add(token);
        }

        stream.End();
        if (offset.StartOffset != length || offset.EndOffset != length) throw new InvalidOperationException($"ends at {offset.EndOffset}, not {length}");
        return tokens;
    }

    /// <summary>Texts of random Unicode, Arabic, markup and white space; the same for the same seed.</summary>
    public static IEnumerable<string> RandomTexts(int seed, int count, int maxLength = 40)
    {
        var random = new Random(seed);
        for (int i = 0; i < count; i++) yield return RandomText(random, random.Next(maxLength));
    }

    /// <summary>Texts of words as news writes them, with marks, digits, tatweel and addresses.</summary>
    public static IEnumerable<string> RandomNews(int seed, int count)
    {
        string[] words = ["وزير", "الوزير", "وبالمدرسة", "مدرستهم", "لبنان", "مُحَمَّـــد", "٢٠٢٤", "1,234.5", "في", "من", "إلى", "#كأس_العالم", "@user", "https://x.example/?q=1", "ﷺ", "ﻣﺤﻤﺪ", "F16", "«", "»", "،", ".", "محمد\u200F", "كتاب\u064B\u0627"];
        var random = new Random(seed);
        for (int i = 0; i < count; i++) yield return string.Join(random.Next(8) == 0 ? "\n" : " ", Enumerable.Range(0, random.Next(12)).Select(_ => words[random.Next(words.Length)]));
    }

    private static string RandomText(Random random, int length)
    {
        var text = new StringBuilder(length);
        int mode = random.Next(5);
        while (text.Length < length)
        {
            _ = mode switch
            {
                0 => text.Append((char)random.Next(0x10000)),
                1 => text.Append((char)random.Next(0x0600, 0x0700)),
                2 => text.Append((char)random.Next(0x20, 0x7F)),
                3 => text.Append(char.ConvertFromUtf32(random.Next(0x10000, 0x110000))),
                _ => text.Append("\u0627\u0644\u0648\u0628\u0629\u064A ـَّ1٣.,:#@_\u200D\u2067\uFEFB\uFDFA\uD800\0" is var letters ? letters[random.Next(letters.Length)] : ' '),
            };
        }

        return text.ToString();
    }
}
