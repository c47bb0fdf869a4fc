using System.Buffers;

namespace ArabicNews;

/// <summary>
/// Finds the outlet that signs a credit line or a lede when nobody said whose page it is: a name that no list knows is the outlet's where the page's furniture names it too. «صدى الوادي – كتب منتخب» and, at
/// the foot, «تابعوا صدى الوادي على …»; «المرفأ - جدة - …» and «© صحيفة المرفأ».
/// </summary>
internal static class PageOutlet
{
    // A site names itself at the head of a page and at its foot.
    private const int HeadLines = 10;
    private const int FootLines = 40;
    private const int LongestLine = 160;

    private const int LongestOpening = 80;
    private const int MostPieces = 3;
    private const int MostWords = 4;

    // The signs behind which, or before which, CreditText lets a name stand by itself.
    private static readonly SearchValues<char> s_separators = SearchValues.Create("-_\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u0640/\\|+*\u2022\u00B7&:\uFF1A()[]\u00AB\u00BB\u201C\u201D\u201E\"\n\r\u2028");

    /// <summary>The name by which the opening of <paramref name="line"/> credits the page's outlet, or null. Reads a bounded number of lines of bounded length.</summary>
    /// <param name="page">The page.</param>
    /// <param name="line">The credit line, or the first line of a body.</param>
    /// <param name="headline">The lines of the headline, which are no furniture.</param>
    /// <param name="body">Nor are those of the body.</param>
    public static string? Find(PageText page, int line, Range headline, Range body)
    {
        ReadOnlySpan<char> text = page.TextOf(line), opening = text[..Math.Min(text.Length, LongestOpening)];
        if (!opening.ContainsAny(s_separators)) return null;
        var credits = new CreditText(opening, reference: null);
        for (int i = 0; i < Math.Min(MostPieces, credits.Pieces.Count); i++)
        {
            CreditPiece piece = credits.Pieces[i];
            if (piece.Date >= 0 || piece.After is CreditBreak.Stop or CreditBreak.Comma) return null;
            int words = piece.End - piece.First;
            if (words > MostWords) return null;
            if (credits.Pieces.Count == 1 && credits.SpanOf(piece.First, piece.End).End == text.Length) return null;
            bool isWhole = piece.After is CreditBreak.Colon || piece.Dashed || credits.SpanOf(piece.First, piece.End).End == text.Length;
            if (!isWhole || !IsUnknown(credits, piece)) continue;
            ReadOnlySpan<char> name = credits.Phrase(piece.First, piece.End);
            if (IsNamed(page, line, headline, body, name, words)) return name.ToString();
        }

        return null;
    }

    // What a list knows for a place or an agency is one, and what begins with a given name is a person.
    private static bool IsUnknown(CreditText credits, CreditPiece piece)
    {
        if (HasMeaning(credits.Phrase(piece.First, piece.End), CreditMeanings.Place | CreditMeanings.Agency | CreditMeanings.Role | CreditMeanings.Office | CreditMeanings.Desk)) return false;
        if (HasMeaning(credits.Phrase(piece.First, piece.First + 1), CreditMeanings.GivenName | CreditMeanings.Honorific)) return false;
        for (int i = piece.First; i < piece.End; i++)
            if (credits.Words[i].IsNumber || credits.Words[i].KeyEnd == credits.Words[i].KeyStart) return false;
        return true;
    }

    private static bool HasMeaning(ReadOnlySpan<char> phrase, CreditMeanings wanted) => (CreditLexicon.Default.MeaningsOf(phrase) & wanted) != 0;

    private static bool IsNamed(PageText page, int line, Range headline, Range body, ReadOnlySpan<char> name, int words)
    {
        int foot = Math.Max(HeadLines, page.Lines.Length - FootLines);
        for (int i = 0; i < page.Lines.Length; i = i + 1 == HeadLines ? foot : i + 1)
        {
            if (i == line || IsIn(headline, i) || IsIn(body, i) || page.Lines[i].Normal.Length > LongestLine) continue;
            if (IsNamedIn(page.Lines[i], page.NormalOf(i), name, words)) return true;
        }

        return false;
    }

    private static bool IsIn(Range lines, int line) => line >= lines.Start.Value && line < lines.End.Value;

    // A copyright line or «تابعوا …» names the site whatever stands around it; elsewhere the name must stand between signs («… | ميناء الأخبار | …»), and one word may be a section.
    private static bool IsNamedIn(in PageLine line, ReadOnlySpan<char> text, ReadOnlySpan<char> name, int words)
    {
        int start = IndexOfWords(text, name);
        if (start < 0) return false;
        if (text[0] == '\u00A9' || (line.MarkerWeight >= 2 && line.Marker is MarkerKind.Copyright or MarkerKind.Follow or MarkerKind.Date)) return true;
        ReadOnlySpan<char> before = text[..start].TrimEnd(), after = text[(start + name.Length)..].TrimStart();
        // «تابعوا منارة الأخبار على واتساب»
        if (before is CreditWords.Follow or CreditWords.FollowAll && (StartsWithWord(after, CreditWords.On) || StartsWithWord(after, CreditWords.Via))) return true;
        bool isWholeLine = before.IsEmpty && after.IsEmpty;
        return words > 1 && !isWholeLine && (before.IsEmpty || IsBar(before[^1])) && (after.IsEmpty || IsBar(after[0]));
    }

    private static bool StartsWithWord(ReadOnlySpan<char> text, string word) => text.StartsWith(word, StringComparison.Ordinal) && (text.Length == word.Length || !LineWords.IsWordChar(text[word.Length]));

    // What parts the names of a window title or of a path: bars, arrows (» is written as a quotation mark here), dashes, and the sign of copyright. A colon parts a speaker from his words.
    private static bool IsBar(char sign) => sign is '|' or '>' or '"' or '-' or '/' or '\u00A9' or '\u2022';

    private static int IndexOfWords(ReadOnlySpan<char> text, ReadOnlySpan<char> name)
    {
        for (int from = 0; from + name.Length <= text.Length;)
        {
            int found = text[from..].IndexOf(name);
            if (found < 0) return -1;
            (int start, int end) = (from + found, from + found + name.Length);
            if ((start == 0 || !LineWords.IsWordChar(text[start - 1])) && (end == text.Length || !LineWords.IsWordChar(text[end]))) return start;
            from = start + 1;
        }

        return -1;
    }
}
