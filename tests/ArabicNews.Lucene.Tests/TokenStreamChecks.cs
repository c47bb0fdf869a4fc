using System.Text;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;
using Attribute = Lucene.Net.Util.Attribute;

namespace ArabicNews.Lucene.Tests;

/// <summary>One token as a stream gave it.</summary>
internal readonly record struct StreamToken(string Term, int Start, int End, int Increment, string Type, int Length = 1);

/// <summary>Tells whether a stream cleared its attributes before it set them.</summary>
public interface IClearedAttribute : IAttribute
{
    /// <summary>Whether <c>Clear</c> was called.</summary>
    bool IsCleared { get; set; }
}

/// <inheritdoc/>
public sealed class ClearedAttribute : Attribute, IClearedAttribute
{
    /// <inheritdoc/>
    public bool IsCleared { get; set; }

    /// <inheritdoc/>
    public override void Clear() => IsCleared = true;

    /// <inheritdoc/>
    public override void CopyTo(IAttribute target) => ((ClearedAttribute)target).IsCleared = true;
}

/// <summary>
/// What Lucene demands of a token stream, as its own BaseTokenStreamTestCase checks it: each token clears what the last one, or who read it, left in the attributes; offsets lie inside and do not run backwards; all tokens that
/// leave a position start at one offset, all that arrive at one end at one; positions only grow; terms are valid UTF-16; the end state is the length of the text; and an analyzer gives the same for the same text however often, in
/// however small pieces and on whatever thread it is read.
/// </summary>
internal static class TokenStreamChecks
{
    private const int Nonsense = 14_584_724;

    /// <summary>Reads the tokens of <paramref name="text"/> and checks the stream while doing so.</summary>
    public static List<StreamToken> Analyze(Analyzer analyzer, string text) => Analyze(analyzer, new StringReader(text), text.Length);

    public static List<StreamToken> Analyze(Analyzer analyzer, TextReader reader, int length)
    {
        using TokenStream stream = analyzer.GetTokenStream("field", reader);
        var state = new State(stream);
        var tokens = new List<StreamToken>();
        Dictionary<int, int> starts = [], ends = [];
        int last = -1;
        stream.Reset();
        while (true)
        {
            state.Spoil();
            if (!stream.IncrementToken()) break;
            StreamToken token = state.Token;
            Require(state.IsCleared, "attributes that were not cleared");
            int lastStart = tokens.Count == 0 ? 0 : tokens[^1].Start;
            Require(token.Start >= lastStart && token.End >= token.Start && token.End <= length, $"offsets [{token.Start},{token.End}) after {lastStart} in {length}");
            Require(token.Increment >= (tokens.Count == 0 ? 1 : 0), $"position increment {token.Increment}");
            Require(token.Length >= 1, $"position length {token.Length}");
            Require(token.Term.Length > 0, "an empty term");
            Require(IsValid(token.Term), "a term that is no UTF-16");
            last += token.Increment;
            Require(starts.TryAdd(last, token.Start) || starts[last] == token.Start, $"another start at position {last}");
            Require(ends.TryAdd(last + token.Length, token.End) || ends[last + token.Length] == token.End, $"another end before position {last + token.Length}");
            tokens.Add(token);
        }

        state.Spoil();
        stream.End();
        Require(state.IsCleared, "attributes that were not cleared by End");
        Require(state.Token.Start == length && state.Token.End == length, $"ends at {state.Token.End}, not {length}");
        Require(state.Token.Increment >= 0 && state.Token.Increment < Nonsense, $"position increment {state.Token.Increment} at the end");
        return tokens;
    }

    private static void Require(bool holds, string otherwise)
    {
        if (!holds) throw new InvalidOperationException(otherwise);
    }

    private static bool IsValid(string term)
    {
        for (int i = 0; i < term.Length; i++)
            if (char.IsSurrogate(term[i]) && (i + 1 == term.Length || !char.IsSurrogatePair(term[i], term[++i]))) return false;
        return true;
    }

    // The attributes of a stream, and values in them that no stream gives.
    private sealed class State(TokenStream stream)
    {
        private readonly ICharTermAttribute _term = stream.GetAttribute<ICharTermAttribute>();
        private readonly IOffsetAttribute _offset = stream.GetAttribute<IOffsetAttribute>();
        private readonly IPositionIncrementAttribute _increment = stream.AddAttribute<IPositionIncrementAttribute>();
        private readonly IPositionLengthAttribute _length = stream.AddAttribute<IPositionLengthAttribute>();
        private readonly ITypeAttribute _type = stream.AddAttribute<ITypeAttribute>();
        private readonly IClearedAttribute _cleared = stream.AddAttribute<IClearedAttribute>();

        public bool IsCleared => _cleared.IsCleared;

        public StreamToken Token => new(_term.ToString()!, _offset.StartOffset, _offset.EndOffset, _increment.PositionIncrement, _type.Type, _length.PositionLength);

        public void Spoil()
        {
            stream.ClearAttributes();
            _term.SetEmpty().Append("nonsense");
            _offset.SetOffset(Nonsense, 2 * Nonsense);
            _increment.PositionIncrement = Nonsense;
            _length.PositionLength = Nonsense;
            _type.Type = "nonsense";
            _cleared.IsCleared = false;
        }
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
