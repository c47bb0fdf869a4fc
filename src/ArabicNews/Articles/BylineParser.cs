using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace ArabicNews;

/// <summary>The grammar of credit lines.</summary>
internal static class BylineParser
{
    // Longer lines are text. Two reporters, two photographers, their places and an agency stay well below.
    private const int MaxLength = 240;

    // A lone name must show that it is one, or hold no word that news uses.
    private const int MinLoneScore = 2;
    private const int MaxLoneUse = 2;

    // Words of a name behind «كتبت».
    private const int MostSignedWords = 3;

    /// <summary>Reads a line that is nothing but credits; spans are into <paramref name="line"/>. Where somebody vouches that it is a credit line, words that nobody knows are a name.</summary>
    public static bool TryParse(ReadOnlySpan<char> line, string? outlet, [NotNullWhen(true)] out Byline? byline, bool isVouched = false)
    {
        byline = null;
        int start = line.Length - line.TrimStart().Length;
        TextSpan span = TextSpan.FromBounds(start, Math.Max(start, line.TrimEnd().Length));
        if (span.IsEmpty || span.Length > MaxLength) return false;

        var text = new CreditText(line, reference: null);
        var reader = new CreditReader(text, outlet);
        reader.Read();
        if (!IsCreditLine(text, reader, hasOutlet: outlet is not null, isVouched)) return false;
        reader.Resolve();

        var credits = new CreditedNames(line, reader.Credits);
        byline = new Byline { Span = span, Persons = credits.Persons, Places = credits.Places, Agencies = credits.Agencies, Outlets = credits.Outlets };
        return true;
    }

    /// <summary>
    /// Reads a line that stands where credits do and is the word for the writer and two or three words: whatever these mean elsewhere, they are a name («كتبت آية دعبس», where آية is no known name and also a particle).
    /// Several such names stand between dashes or commas («كتب: يوسف القاضي - أسماء راغب»).
    /// </summary>
    public static bool TryParseSigned(ReadOnlySpan<char> line, [NotNullWhen(true)] out Byline? byline)
    {
        byline = null;
        if (line.Length > MaxLength) return false;
        var text = new CreditText(line, reference: null);
        if (text.Words.Count < 3 || (CreditLexicon.Default.MeaningsOf(text.Phrase(0, 1)) & CreditMeanings.Role) == 0) return false;
        TextSpan role = text.SpanOf(0, 1);
        var persons = ImmutableArray.CreateBuilder<CreditedName>();
        for (int i = 0; i < text.Pieces.Count; i++)
        {
            CreditPiece piece = text.Pieces[i];
            if (piece is { First: 0, End: 1 }) continue;
            bool isLast = i + 1 == text.Pieces.Count;
            int first = Math.Max(1, piece.First), words = piece.End - first;
            if (piece.Date >= 0 || words is < 2 or > MostSignedWords || (!isLast && piece.After != CreditBreak.Comma && !piece.Dashed)) return false;
            for (int j = first; j < piece.End; j++)
                if (text.Words[j].IsNumber || text.Words[j].KeyEnd - text.Words[j].KeyStart < 2) return false;
            TextSpan name = text.SpanOf(first, piece.End);
            persons.Add(new CreditedName(name, name.In(line).ToString(), role.In(line).ToString()));
        }

        if (persons.Count == 0) return false;
        byline = new Byline { Span = TextSpan.FromBounds(role.Start, persons[^1].Span.End), Persons = persons.ToImmutable() };
        return true;
    }

    private static bool IsCreditLine(CreditText text, CreditReader reader, bool hasOutlet, bool isVouched)
    {
        for (int i = 0; i + 1 < text.Pieces.Count; i++)
            if (text.Pieces[i].After is CreditBreak.Stop or CreditBreak.Line) return false;
        bool named = false, credited = false;
        Credit best = default, plainest = default;
        foreach (Credit credit in reader.Credits)
        {
            if (credit.Kind == CreditKind.Other) return false;
            named |= credit.Kind is not (CreditKind.Role or CreditKind.Neutral or CreditKind.Date);
            credited |= credit.Known && credit.Kind is CreditKind.Agency or CreditKind.Outlet;
            if (credit.Kind != CreditKind.Name) continue;
            if (best.Words == 0 || credit.Score > best.Score) best = credit;
            if (credit.Score < 1 && credit.Use > plainest.Use && !(credit.GivenFirst && credit.Words is > 1 and <= 3 && reader.Credits.Count > 1)) plainest = credit;
        }

        // «مصر: ارتفاع أسعار القمح» is a headline; «فلان - سبق - الحد الجنوبي» is signed by its outlet.
        if (plainest.Use > CreditReader.MaxNameUse && !(credited && plainest.Words <= 2)) return false;
        if (!named) return HasRoleAndBody(reader.Credits);
        // A place or an outlet by itself is more often an item of a menu, unless a colon or the outlet shows that it is not.
        bool lone = reader.Credits.Count == 1 && reader.Credits[0].Kind is CreditKind.Place or CreditKind.Outlet;
        if (lone && !hasOutlet && text.Pieces[0].After != CreditBreak.Colon && !text.Pieces[0].Quoted) return false;
        bool known = reader.Credits.Any(credit => credit.Known && credit.Kind is CreditKind.Agency or CreditKind.Outlet or CreditKind.Place);
        known |= best.GivenFirst && reader.Credits[0].Kind == CreditKind.Role;
        // Rare words by themselves are a name of anything, a picture's or a programme's; foreign ones also of what is no person («Middle East Eye»).
        bool mayBeAnything = reader.Credits.Count == 1 && !(isVouched && ArabicChars.ClassOf(text.Keys[0]) == CharClass.ArabicLetter);
        return known || best.Score >= MinLoneScore || (best.Words is > 1 and < 5 && best.Score >= (mayBeAnything ? 1 : 0) && best.Use <= MaxLoneUse);
    }

    // «إعداد: إدارة التوعية»: credits, but nobody by name.
    private static bool HasRoleAndBody(List<Credit> credits) => credits.Count > 1 && credits[0].Kind == CreditKind.Role;
}

/// <summary>Sorts credits into the lists of a result, each person with the role before it.</summary>
internal readonly ref struct CreditedNames
{
    public CreditedNames(ReadOnlySpan<char> text, List<Credit> credits)
    {
        ImmutableArray<CreditedName>.Builder persons = ImmutableArray.CreateBuilder<CreditedName>(), places = ImmutableArray.CreateBuilder<CreditedName>(),
            agencies = ImmutableArray.CreateBuilder<CreditedName>(), outlets = ImmutableArray.CreateBuilder<CreditedName>();
        string? role = null;
        foreach (Credit credit in credits)
        {
            string name = credit.Span.In(text).ToString();
            switch (credit.Kind)
            {
                case CreditKind.Role:
                    role = name;
                    break;
                case CreditKind.Person:
                    persons.Add(new CreditedName(credit.Span, name, role));
                    break;
                case CreditKind.Place:
                    places.Add(new CreditedName(credit.Span, name));
                    break;
                case CreditKind.Agency:
                    agencies.Add(new CreditedName(credit.Span, name));
                    break;
                case CreditKind.Outlet:
                    outlets.Add(new CreditedName(credit.Span, name));
                    break;
            }
        }

        (Persons, Places, Agencies, Outlets) = (persons.ToImmutable(), places.ToImmutable(), agencies.ToImmutable(), outlets.ToImmutable());
    }

    public ImmutableArray<CreditedName> Persons { get; }

    public ImmutableArray<CreditedName> Places { get; }

    public ImmutableArray<CreditedName> Agencies { get; }

    public ImmutableArray<CreditedName> Outlets { get; }
}
