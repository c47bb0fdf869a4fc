using System.Diagnostics.CodeAnalysis;

namespace ArabicNews;

/// <summary>
/// Reads the dateline that opens a paragraph, by the grammar of credit lines: pieces are taken as long as they are credits, and the sign behind the last
/// one that is certain ends the dateline. A name without such a certain piece, or a sentence that merely holds a dash, is none.
/// </summary>
internal static class DatelineParser
{
    // The longest datelines (place, both calendars, agency; two places and two reporters) end well before.
    private const int MaxLength = 200;

    private const int MaxFirstPiece = 64;

    // What a day without a year is read with where nothing tells the year: it is known for a date then, and not which.
    private static readonly DateTimeOffset s_anyYear = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // A place between two dashes is an apposition when the second comes within this many words: «لندن - عاصمة الضباب - تستعد».
    private const int MaxAppositionWords = 5;

    /// <summary>
    /// Reads the dateline at the start of <paramref name="paragraph"/>, which may start with white space; spans are into it, and the dateline's own covers the separator that ends it but not the white space behind.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<char> paragraph, string? outlet, DateTimeOffset? reference, [NotNullWhen(true)] out Dateline? dateline)
    {
        dateline = null;
        int start = paragraph.Length - paragraph.TrimStart().Length;
        ReadOnlySpan<char> opening = OpeningOf(paragraph, start);
        // What opens most paragraphs is a sentence: no sign stands near its start.
        if (opening[start..].IndexOfAny(s_closers) is < 0 or > MaxFirstPiece) return false;

        // Where the words before the first sign credit nobody, the rest need not be cut. A date may begin among them and end anywhere.
        if (!CreditText.MayHaveDate(opening) && !IsCredit(new CreditText(opening, reference: null, isFirstPieceOnly: true), outlet)) return false;

        var text = new CreditText(opening, reference ?? s_anyYear);
        JoinDayAndMonth(text);
        SplitBehindAgency(text);
        var reader = new CreditReader(text, outlet);
        reader.Read();
        int last = LastPiece(text, reader.Credits);
        if (last < 0 || IsApposition(text, reader.Credits, last)) return false;
        reader.CutAt(last + 1);
        reader.Resolve();

        CreditPiece closing = text.Pieces[last];
        int end = closing.After is CreditBreak.Separator or CreditBreak.Colon ? closing.BreakEnd : EndOfPiece(text, closing);
        var credits = new CreditedNames(opening, reader.Credits);
        dateline = new Dateline
        {
            Span = TextSpan.FromBounds(start, end),
            Places = credits.Places,
            Agencies = credits.Agencies,
            Outlets = credits.Outlets,
            Persons = credits.Persons,
            Date = DateOf(text, last) is { } date && (reference is not null || ArabicDate.TryParse(date.Span.In(opening), null, out _)) ? date : null,
        };
        return true;
    }

    private static readonly System.Buffers.SearchValues<char> s_closers = System.Buffers.SearchValues.Create("-_\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u0640:\uFF1A/)|\u060C\n\r0123456789\u0660\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668\u0669");

    private static bool IsCredit(CreditText opening, string? outlet)
    {
        var reader = new CreditReader(opening, outlet);
        reader.Read();
        return reader.Credits is not [.., { Kind: CreditKind.Other }];
    }

    // Up to the end of a word, so that no half a word is taken for a name.
    private static ReadOnlySpan<char> OpeningOf(ReadOnlySpan<char> paragraph, int start)
    {
        if (paragraph.Length - start <= MaxLength) return paragraph;
        int end = start + MaxLength;
        while (end > start && !char.IsWhiteSpace(paragraph[end])) end--;
        return paragraph[..end];
    }

    // «الكويت - 5 - 4 (كونا) --»: day and month as numbers between place and agency, which tell no date by themselves in running text.
    private static void JoinDayAndMonth(CreditText text)
    {
        for (int i = 1; i + 2 < Math.Min(text.Pieces.Count, 5); i++)
        {
            if (!IsNumber(text, text.Pieces[i]) || !IsNumber(text, text.Pieces[i + 1]) || !text.Pieces[i + 2].Bracketed) continue;
            text.Drop(i, 2);
            return;
        }
    }

    private static bool IsNumber(CreditText text, CreditPiece piece) => piece is { Date: < 0, Bracketed: false } && piece.End - piece.First == 1 && text.Words[piece.First] is { IsNumber: true, Span.Length: <= 2 };

    // Behind a date or a slash the name of an agency needs no sign to end the dateline: «… 2022 م واس توج المنتخب», «أنطاكيا/الأناضول مع اقتراب». Not behind a dash or a bracket, where the agency
    // may be the one who speaks.
    private static void SplitBehindAgency(CreditText text)
    {
        for (int i = 1; i < text.Pieces.Count; i++)
        {
            CreditPiece piece = text.Pieces[i], before = text.Pieces[i - 1];
            bool follows = before.Date >= 0 || (before.After == CreditBreak.Separator && !before.Dashed && !before.Bracketed && !before.Quoted);
            if (!follows || piece.Date >= 0 || piece.Quoted || piece.Bracketed) continue;
            int first = piece.First;
            while (first < piece.End && text.Phrase(first, first + 1) is CreditWords.GregorianEra or CreditWords.HijriEra) first++;
            for (int end = Math.Min(piece.End - 1, first + CreditLexicon.MaxWords); end > first; end--)
            {
                if ((CreditLexicon.Default.MeaningsOf(text.Phrase(first, end)) & (CreditMeanings.Agency | CreditMeanings.CommonAgency)) != CreditMeanings.Agency) continue;
                text.Split(i, end);
                return;
            }
        }
    }

    // The last piece of the dateline, or -1. A certain piece ends it where a sign or the line ends; a name does so only directly behind a certain piece («الرياض - فلان:»),
    // and never behind a colon, where the story may have begun; names before a certain piece are part of it («فلان - سبق - الرياض:»).
    private static int LastPiece(CreditText text, List<Credit> credits)
    {
        int last = -1, names = 0, opened = -1;
        bool alone = true, hasDate = false;
        for (int i = 0; i < text.Pieces.Count; i++)
        {
            CreditPiece piece = text.Pieces[i];
            bool certain = false, name = false, neutral = false, weak = false;
            foreach (Credit credit in credits)
            {
                if (credit.Piece != i) continue;
                if (credit.Kind == CreditKind.Other) return last;
                certain |= credit.Known && credit.Kind is CreditKind.Place or CreditKind.Agency or CreditKind.Outlet;
                weak |= !credit.Known && credit.Kind is CreditKind.Place or CreditKind.Agency or CreditKind.Outlet;
                name |= credit.Kind == CreditKind.Name;
                hasDate |= credit.Kind == CreditKind.Date;
                neutral |= credit.Kind is CreditKind.Neutral or CreditKind.Role or CreditKind.Date;
                if (credit.Kind == CreditKind.Name && (credit.Score < 1 && credit.Words > 2)) return last;
            }

            if (!certain && !name && !neutral && !weak) return last;
            bool closes = Closes(text, i, hasDate, certain, certain || weak || (neutral && last >= 0));
            // An ordinary word that is also an outlet or a village counts beside something certain.
            if (certain || (weak && (last >= 0 || hasDate)))
            {
                if (closes) last = i;
                opened = i;
                names = 0;
                alone &= last <= 0;
            }
            else if (piece.Bracketed && closes && opened >= 0 && opened == i - 1 && IsPersonOrDesk(credits, i))
            {
                // «طوكيو (من مبعوثنا الخاص):»
                last = i;
            }
            else if (name && ++names > 2)
            {
                return last;
            }
            else if ((name || neutral) && last >= 0 && last == i - 1 && closes && text.Pieces[last].After != CreditBreak.Colon && IsPersonOrDesk(credits, i))
            {
                last = i;
            }

            if (piece.After is CreditBreak.Stop or CreditBreak.Line or CreditBreak.Story or CreditBreak.End && piece.Date < 0) return last;
        }

        return last;
    }

    private static bool IsPersonOrDesk(List<Credit> credits, int piece)
    {
        foreach (Credit credit in credits)
            if (credit.Piece == piece && credit.Kind == CreditKind.Name && (credit.Score < 2 || credit.Words is < 2 or > 5)) return false;
        return true;
    }

    // A sign ends a dateline when text follows it: not a number («الرياض: 35 درجة»), and behind a comma or an opening bracket nothing ends. The end of its line
    // ends a dateline that holds a date, or an agency or outlet after something else.
    private static bool Closes(CreditText text, int index, bool hasDate, bool certain, bool credit)
    {
        CreditPiece piece = text.Pieces[index];
        bool isLast = index + 1 == text.Pieces.Count;
        return piece.After switch
        {
            CreditBreak.Colon => isLast || !StartsWithNumber(text, index + 1),
            // The end of a quotation that no list knows ends nothing: «دخل «مسبار الأمل» مساء».
            CreditBreak.Separator when piece.Quoted && !certain => piece.Dashed,
            CreditBreak.Separator => piece.Dashed || piece.Bracketed || piece.BreakEnd > EndOfPiece(text, piece),
            CreditBreak.Line or CreditBreak.End => credit && (hasDate || index > 0),
            CreditBreak.Story => true,
            _ => false,
        };
    }

    private static bool StartsWithNumber(CreditText text, int index) => text.Pieces[index] is var next && (next.Date >= 0 || text.Words[next.First].IsNumber);

    private static bool IsApposition(CreditText text, List<Credit> credits, int last)
    {
        if (last > 0 || !text.Pieces[0].Dashed || text.Pieces.Count < 3) return false;
        if (credits[0].Kind != CreditKind.Place || text.Pieces[0].Quoted) return false;
        CreditPiece next = text.Pieces[1];
        return next.Date < 0 && next.Dashed && next.End - next.First <= MaxAppositionWords
            && (CreditLexicon.Default.MeaningsOf(text.Phrase(next.First, next.First + 1)) & CreditMeanings.LeadVerb) == 0;
    }

    private static int EndOfPiece(CreditText text, CreditPiece piece) => piece.Date >= 0 ? text.Dates[piece.Date].Span.End : text.Words[piece.End - 1].Span.End;

    // Where both calendars stand, the Gregorian date is the one to trust.
    private static ArticleDate? DateOf(CreditText text, int last)
    {
        ArticleDate? date = null;
        for (int i = 0; i <= last; i++)
            if (text.Pieces[i].Date is >= 0 and var index && (date is null || date.Calendar == CalendarKind.Hijri)) date = text.Dates[index];
        return date;
    }
}
