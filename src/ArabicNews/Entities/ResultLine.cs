using System.Runtime.InteropServices;

namespace ArabicNews;

/// <summary>A line of results, «سلتيك (اسكتلندا) - كوبنهاغن (الدنمارك) 1 - صفر»: names there are clubs, though a club bear its city's.</summary>
internal readonly ref struct ResultLine(Gazetteer gazetteer, string text, List<Word> words)
{
    // Words of the other club's name.
    private const int MaxOpponentWords = 5;

    /// <summary>صفر</summary>
    private const string Nil = "\u0635\u0641\u0631";

    private readonly ReadOnlySpan<Word> _words = CollectionsMarshal.AsSpan(words);

    /// <summary>Whether a name stands in such a line, before its country in brackets.</summary>
    public bool IsClub(TaggedName name)
    {
        if (EndOfBrackets(name.End) is not (>= 0 and var end)) return false;
        ReadOnlySpan<char> behind = text.AsSpan(end).TrimStart(' ');
        if (IsScore(behind)) return IsOpponentBefore(name.First);
        if (!IsDash(behind)) return false;
        for (int i = name.End + 1; i < Math.Min(_words.Length, name.End + 1 + MaxOpponentWords); i++)
            if (EndOfBrackets(i) is >= 0 and var next) return _words[i - 1].Span.Start >= end && IsScore(text.AsSpan(next).TrimStart(' '));
        return false;
    }

    // «... (فرنسا) - »
    private bool IsOpponentBefore(int first)
    {
        if (first == 0) return false;
        int start = _words[first - 1].Span.End;
        ReadOnlySpan<char> between = text.AsSpan(start, _words[first].Span.Start - start).TrimStart(' ');
        return between is [')', ..] && IsDash(between[1..].TrimStart(' '));
    }

    // Where the brackets end that hold the country which begins at a word; -1 where none do.
    private int EndOfBrackets(int word)
    {
        if (word == 0 || word >= _words.Length) return -1;
        int start = _words[word - 1].Span.End;
        if (text.AsSpan(start, _words[word].Span.Start - start).Trim(' ') is not ['(']) return -1;
        PhraseMatch country = new GazetteerMatcher(gazetteer, _words).Longest(word, MeaningKind.Place);
        if (!country.Found || gazetteer.CountryNamed(country.Node) < 0) return -1;
        int end = _words[word + country.Length - 1].Span.End;
        while (end < text.Length && text[end] == ' ') end++;
        return end < text.Length && text[end] == ')' ? end + 1 : -1;
    }

    private static bool IsDash(ReadOnlySpan<char> behind) => behind is ['-' or '\u2013' or '\u2014', ..];

    private static bool IsScore(ReadOnlySpan<char> behind) => behind is [>= '0' and <= '9' or >= '\u0660' and <= '\u0669', ..] || behind.StartsWith(Nil);
}
