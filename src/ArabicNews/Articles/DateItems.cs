using System.Runtime.InteropServices;

namespace ArabicNews;

/// <summary>What a piece of a text is to the date parser.</summary>
internal enum DateItemKind : byte
{
    /// <summary>A run of ASCII digits.</summary>
    Number,
    /// <summary>One sign that is neither letter nor digit nor white space.</summary>
    Sign,
    /// <summary>A word or phrase of the <see cref="DateLexicon"/>.</summary>
    Phrase,
    /// <summary>Any other word.</summary>
    Other,
}

/// <summary>A piece of a normalized text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Its first code unit, after an attached particle.</param>
/// <param name="End">Just behind its last one.</param>
/// <param name="Value">Of a number its value, saturated; of a sign the character; of a phrase its node.</param>
/// <param name="Gap">What stands before it: 0 nothing, 1 white space, 2 a line feed.</param>
/// <param name="Attached">Whether the particle waw or feh was cut off in front.</param>
internal readonly record struct DateItem(DateItemKind Kind, int Start, int End, int Value, byte Gap, bool Attached)
{
    public int Length => End - Start;

    public bool IsSign(char sign) => Kind == DateItemKind.Sign && Value == sign;
}

/// <summary>Cuts a text that <see cref="ArabicNormalizer.Match"/> wrote into items. Letters and digits that touch are cut apart: «الخميس18», «27th».</summary>
internal static class DateItems
{
    /// <summary>Numbers from here on are equal to the parser.</summary>
    private const int MaxNumber = 100_000_000;

    private const int YearLength = 4;

    public static List<DateItem> Read(string text, DateLexicon lexicon)
    {
        List<DateItem> pieces = Cut(text);
        var items = new List<DateItem>(pieces.Count);
        ReadOnlySpan<DateItem> span = CollectionsMarshal.AsSpan(pieces);
        for (int i = 0; i < span.Length;)
        {
            DateItem piece = span[i];
            if (piece.Kind != DateItemKind.Other)
            {
                items.Add(piece);
                i++;
                continue;
            }

            (int count, int node, int cut) = LongestPhrase(text, span[i..], lexicon);
            if (count == 0)
            {
                items.Add(piece);
                i++;
                continue;
            }

            bool attached = cut > 0 && text[piece.Start] is ArabicChars.Waw or ArabicChars.Feh;
            items.Add(new DateItem(DateItemKind.Phrase, piece.Start + cut, span[i + count - 1].End, node, piece.Gap, attached));
            i += count;
        }

        return items;
    }

    /// <summary>The words and signs of <paramref name="text"/>, joined by blanks: how the lexicon spells a phrase.</summary>
    public static string Spell(string text) => string.Join(' ', Cut(text).Select(piece => text[piece.Start..piece.End]));

    // The printed word first; then without the particles that may be attached, the fewest letters off.
    private static (int Count, int Node, int Cut) LongestPhrase(string text, ReadOnlySpan<DateItem> pieces, DateLexicon lexicon)
    {
        for (int cut = 0; cut <= 2 && pieces[0].Length - cut >= 2 - (cut == 0 ? 1 : 0); cut++)
        {
            if (cut > 0 && !IsParticle(text[pieces[0].Start + cut - 1])) break;
            int node = 0, count = 0, found = 0;
            for (int i = 0; i < pieces.Length && pieces[i].Gap < 2 | i == 0; i++)
            {
                ReadOnlySpan<char> word = text.AsSpan(pieces[i].Start..pieces[i].End);
                node = lexicon.Step(node, lexicon.IdOf(i == 0 ? word[cut..] : word));
                if (node == 0) break;
                if (lexicon.IsPhrase(node)) (count, found) = (i + 1, node);
            }

            if (count > 0) return (count, found, cut);
        }

        return default;
    }

    private static bool IsParticle(char c) => c is ArabicChars.Waw or ArabicChars.Feh or ArabicChars.Beh or ArabicChars.Lam;

    private static List<DateItem> Cut(string text)
    {
        var pieces = new List<DateItem>();
        byte gap = 0;
        for (int i = 0; i < text.Length;)
        {
            int start = i;
            char c = text[i];
            if (char.IsAsciiDigit(c))
            {
                while (i < text.Length && char.IsAsciiDigit(text[i])) i++;
                if (IsYearAndHour(text, start, i)) pieces.Add(NumberAt(text, start, i = start + YearLength, gap));
                else pieces.Add(NumberAt(text, start, i, gap));
            }
            else if (IsLetter(c))
            {
                while (i < text.Length && IsLetter(text[i])) i++;
                pieces.Add(new DateItem(DateItemKind.Other, start, i, 0, gap, false));
            }
            else if (ArabicChars.ClassOf(c) == CharClass.Space)
            {
                if (c is '\n' or '\r') gap = 2;
                else if (gap == 0) gap = 1;
                i++;
                continue;
            }
            else
            {
                i++;
                pieces.Add(new DateItem(DateItemKind.Sign, start, i, c, gap, false));
            }

            gap = 0;
        }

        return pieces;
    }

    private static DateItem NumberAt(string text, int start, int end, byte gap)
    {
        int value = 0;
        foreach (char digit in text.AsSpan(start..end)) value = Math.Min(MaxNumber, (value * 10) + (digit - '0'));
        return new DateItem(DateItemKind.Number, start, end, value, gap, false);
    }

    // «27/3/202409:30»: stamps whose time lost its blank.
    private static bool IsYearAndHour(string text, int start, int end) =>
        end - start is 5 or 6 && end + 2 < text.Length && text[end] == ':' && char.IsAsciiDigit(text[end + 1]) && char.IsAsciiDigit(text[end + 2]) && text.AsSpan(start, 2) is "19" or "20" or "14";

    private static bool IsLetter(char c) => ArabicChars.ClassOf(c) is CharClass.ArabicLetter or CharClass.Letter or CharClass.Mark;
}
