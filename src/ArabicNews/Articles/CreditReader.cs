namespace ArabicNews;

/// <summary>What a piece of a credit line turned out to be.</summary>
internal enum CreditKind : byte
{
    /// <summary>Looks like a name; whose, the line as a whole decides.</summary>
    Name,
    Person,
    Place,
    Agency,
    Outlet,
    Role,
    /// <summary>A desk, an e-mail address, a word between two dates: part of the line, credits nobody.</summary>
    Neutral,
    Date,
    /// <summary>No credit.</summary>
    Other,
}

/// <summary>A credit, or a piece that is none.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="Piece">Index of its piece.</param>
/// <param name="Known">Whether the lexicon tells what it is and nothing else is called so.</param>
/// <param name="Other">What else it may be: a place may be a person of that name, or an outlet.</param>
/// <param name="Score">For a <see cref="CreditKind.Name"/>: how much more it looks like a person's than like a place's.</param>
/// <param name="Words">How many words it has.</param>
/// <param name="Country">Whether it is a country.</param>
/// <param name="Use">For a <see cref="CreditKind.Name"/>: the level of use of its most used word that is no part of a name; see <see cref="WordLexicon"/>.</param>
/// <param name="GivenFirst">For a <see cref="CreditKind.Name"/>: whether it begins with a given name.</param>
internal readonly record struct Credit(
    CreditKind Kind, TextSpan Span, int Piece, bool Known, CreditKind Other = CreditKind.Other, int Score = 0, int Words = 1, bool Country = false, int Use = 0, bool GivenFirst = false);

/// <summary>
/// Reads the pieces of a credit line one by one, then lets them decide about each other. A piece is one phrase of the lexicon, or a row of such phrases («سبق ابها»),
/// or a role and what follows it, or «من» and a place, or what remains: a name. Whether an unknown name is a person's or a place's is told by its words (given names, بن, وادي),
/// and where these leave it open by what the line lacks: most lines name one place and then people.
/// </summary>
internal sealed class CreditReader
{
    // Names have at most this many words, honorifics apart: «عبدالعزيز بن محمد بن عبدالله آل سعود».
    private const int MaxNameWords = 6;

    /// <summary>The highest level of use of a word in a name, when nothing shows the word to be of a name; see <see cref="WordLexicon"/>.</summary>
    public const int MaxNameUse = 4;

    private static readonly CreditLexicon s_lexicon = CreditLexicon.Default;

    private readonly CreditText _text;
    private readonly string[] _own;
    private readonly List<Credit> _credits = [];

    public CreditReader(CreditText text, string? outlet)
    {
        _text = text;
        _own = s_lexicon.SpellingsOf(outlet);
    }

    public List<Credit> Credits => _credits;

    /// <summary>Reads the pieces from the first on until one is no credit, which is the last credit then.</summary>
    public void Read()
    {
        for (int i = 0; i < _text.Pieces.Count; i++)
        {
            ReadPiece(i);
            if (_credits.Count > 0 && _credits[^1].Kind == CreditKind.Other) break;
        }
    }

    /// <summary>Drops everything from piece <paramref name="piece"/> on.</summary>
    public void CutAt(int piece) => _credits.RemoveAll(credit => credit.Piece >= piece);

    /// <summary>Settles what the pieces leave open; no <see cref="CreditKind.Name"/> is left behind.</summary>
    public void Resolve()
    {
        JoinCountries();
        SettleOutlets();
        // The clear ones first, since they decide about the others.
        foreach (int margin in (ReadOnlySpan<int>)[2, 0])
            for (int i = 0; i < _credits.Count; i++)
                if (_credits[i].Kind == CreditKind.Name) SettleName(i, margin);
    }

    private void ReadPiece(int index)
    {
        CreditPiece piece = _text.Pieces[index];
        if (piece.Date >= 0)
        {
            _credits.Add(new Credit(CreditKind.Date, _text.Dates[piece.Date].Span, index, Known: true));
            return;
        }

        (int first, int end) = (piece.First, piece.End);
        while (end > first && IsFiller(end - 1, index)) end--;
        while (first < end && IsFiller(first, index)) first++;
        if (first == end)
        {
            _credits.Add(new Credit(CreditKind.Neutral, _text.SpanOf(piece.First, piece.End), index, Known: false));
            return;
        }

        if (!TryWhole(first, end, index) && !TryRow(first, end, index)) ReadParts(first, end, index);
    }

    // Between a place and a date stands في, around dates الموافق and the signs of the eras.
    private bool IsFiller(int word, int piece)
    {
        ReadOnlySpan<char> key = _text.Phrase(word, word + 1);
        bool nextToDate = (piece > 0 && _text.Pieces[piece - 1].Date >= 0) || (piece + 1 < _text.Pieces.Count && _text.Pieces[piece + 1].Date >= 0);
        return nextToDate && key is CreditWords.In or CreditWords.Corresponding or CreditWords.GregorianEra or CreditWords.HijriEra or CreditWords.Day;
    }

    private bool TryWhole(int first, int end, int piece)
    {
        if (end - first > CreditLexicon.MaxWords) return false;
        return TryPhrase(first, end, piece, attached: 0);
    }

    // One phrase of the lexicon, the first letters of its first word left out when a particle is attached.
    private bool TryPhrase(int first, int end, int piece, int attached, bool afterOffice = false)
    {
        ReadOnlySpan<char> phrase = _text.Phrase(first, end)[attached..];
        CreditMeanings meanings = s_lexicon.MeaningsOf(phrase);
        bool own = IsOwn(phrase);
        TextSpan span = _text.SpanOf(first, end);
        if (attached > 0) span = TextSpan.FromBounds(Math.Min(span.Start + attached, span.End), span.End);
        bool quoted = _text.Pieces[piece].Quoted;
        int words = end - first;

        bool agency = Has(meanings, CreditMeanings.Agency), place = Has(meanings, CreditMeanings.Place), outlet = own || Has(meanings, CreditMeanings.Outlet);
        if (agency && (!Has(meanings, CreditMeanings.CommonAgency) || !place || quoted || _text.Pieces[piece].Bracketed))
            _credits.Add(new Credit(CreditKind.Agency, span, piece, !Has(meanings, CreditMeanings.CommonAgency), Words: words));
        else if (agency)
            _credits.Add(new Credit(CreditKind.Place, span, piece, Known: !Has(meanings, CreditMeanings.CommonPlace), CreditKind.Agency, Words: words));
        else if (place && outlet && !quoted && !(own && afterOffice && attached > 0))
            _credits.Add(new Credit(CreditKind.Place, span, piece, Known: !Has(meanings, CreditMeanings.CommonPlace), own ? CreditKind.Outlet : CreditKind.Other, Words: words, Country: Has(meanings, CreditMeanings.Country)));
        else if (outlet)
            _credits.Add(new Credit(CreditKind.Outlet, span, piece, Known: own || quoted || !Has(meanings, CreditMeanings.CommonOutlet), Words: words));
        else if (Has(meanings, CreditMeanings.Desk) && !Has(meanings, CreditMeanings.Role))
            _credits.Add(new Credit(CreditKind.Neutral, span, piece, Known: true));
        else if (Has(meanings, CreditMeanings.Role) || (Has(meanings, CreditMeanings.Office) && words == 1 && !place))
            _credits.Add(new Credit(Has(meanings, CreditMeanings.Role) ? CreditKind.Role : CreditKind.Neutral, span, piece, Known: true));
        else if (place)
            _credits.Add(PlaceOrPerson(first, end, span, piece, meanings));
        else
            return false;
        return true;
    }

    // «صالح» and «خميس مشيط» are places; «محمد صالح», if a village is called so, is more often a person.
    private Credit PlaceOrPerson(int first, int end, TextSpan span, int piece, CreditMeanings meanings)
    {
        bool givenFirst = end - first > 1 && Has(s_lexicon.MeaningsOf(_text.Phrase(first, first + 1)), CreditMeanings.GivenName) && Has(meanings, CreditMeanings.CommonPlace);
        return givenFirst
            ? new Credit(CreditKind.Name, span, piece, Known: false, Score: 1, Words: end - first)
            : new Credit(CreditKind.Place, span, piece, !Has(meanings, CreditMeanings.CommonPlace), Words: end - first, Country: Has(meanings, CreditMeanings.Country));
    }

    // Several phrases of the lexicon without a separator between them: «سبق ابها», «خاص بالرياض», «القاهرة وبيروت», «مكتب الجزيرة».
    private bool TryRow(int first, int end, int piece)
    {
        int before = _credits.Count, position = first;
        bool afterOffice = false;
        while (position < end)
        {
            int next = LongestPhrase(position, end, afterOffice, mayJoin: position > first, out int attached);
            if (next < 0)
            {
                bool connects = position > first && position + 1 < end && _text.Phrase(position, position + 1) is CreditWords.From or CreditWords.In or CreditWords.And or CreditWords.To;
                if (!connects) break;
                position++;
                continue;
            }

            CreditMeanings meanings = s_lexicon.MeaningsOf(_text.Phrase(position, next));
            if (attached == 0 && Has(meanings, CreditMeanings.Office) && next < end) afterOffice = true;
            else if (!TryPhrase(position, next, piece, attached, afterOffice)) break;
            position = next;
        }

        if (position == end && _credits.Count > before) return true;
        _credits.RemoveRange(before, _credits.Count - before);
        return false;
    }

    // The end of the longest phrase from first on that credits by itself; -1 for none. A place that is an ordinary word too counts only behind a preposition: «موفدة الجريدة إلى كان».
    private int LongestPhrase(int first, int end, bool afterOffice, bool mayJoin, out int attached)
    {
        bool isBehindPreposition = mayJoin && _text.Phrase(first - 1, first) is CreditWords.In or CreditWords.To or CreditWords.From;
        for (int next = Math.Min(end, first + CreditLexicon.MaxWords); next > first; next--)
            foreach (int skipped in (ReadOnlySpan<int>)[0, 1])
            {
                attached = skipped;
                ReadOnlySpan<char> phrase = _text.Phrase(first, next);
                if (!IsParticle(phrase[..Math.Min(skipped, phrase.Length)], afterOffice, mayJoin) || phrase.Length <= skipped + 1) continue;
                CreditMeanings meanings = s_lexicon.MeaningsOf(phrase[skipped..]);
                if (IsOwn(phrase[skipped..]) || Has(meanings, CreditMeanings.Agency | CreditMeanings.Outlet | CreditMeanings.Role | CreditMeanings.Office | CreditMeanings.Desk)
                    || (Has(meanings, CreditMeanings.Place) && (isBehindPreposition || !Has(meanings, CreditMeanings.CommonPlace))))
                    return next;
            }

        attached = 0;
        return -1;
    }

    private static bool IsParticle(ReadOnlySpan<char> letters, bool afterOffice, bool mayJoin) => letters.Length switch
    {
        0 => true,
        1 => (mayJoin && letters[0] == CreditWords.Waw) || (afterOffice && letters[0] is CreditWords.Beh or CreditWords.Lam),
        _ => false,
    };

    private void ReadParts(int first, int end, int piece)
    {
        int position = first;
        bool hasRole = false;
        if (position + 1 < end && _text.Phrase(position, position + 1) is CreditWords.And) position++;
        int roleEnd = EndOf(position, end, CreditMeanings.Role | CreditMeanings.Office);
        if (roleEnd > position && roleEnd < end)
        {
            // «مراسل الجزيرة فلان»: the outlet between is a credit of its own.
            _credits.Add(new Credit(CreditKind.Role, _text.SpanOf(position, roleEnd), piece, Known: true));
            hasRole = true;
            position = roleEnd;
            int outletEnd = EndOf(position, end, CreditMeanings.Outlet);
            if (outletEnd > position && outletEnd < end && TryPhrase(position, outletEnd, piece, 0)) position = outletEnd;
        }

        if (position > first && position < end && (TryWhole(position, end, piece) || TryRow(position, end, piece))) return;
        if (Has(s_lexicon.MeaningsOf(_text.Phrase(position, position + 1)), CreditMeanings.Medium) && end - position is > 1 and <= 5)
        {
            _credits.Add(new Credit(CreditKind.Outlet, _text.SpanOf(position, end), piece, Known: false, Words: end - position));
            return;
        }

        if (Has(s_lexicon.MeaningsOf(_text.Phrase(position, position + 1)), CreditMeanings.Body) && (hasRole || piece > 0))
        {
            _credits.Add(new Credit(CreditKind.Neutral, _text.SpanOf(position, end), piece, Known: false));
            return;
        }

        ReadNames(position, end, piece);
    }

    // «من نضال المغربي غزة», «فلان من الرياض», «فلان وفلان»
    private void ReadNames(int first, int end, int piece)
    {
        if (_text.Phrase(first, first + 1) is CreditWords.From && end - first > 1)
        {
            first++;
            // «من مبعوثنا الخاص», «من الرياض», «من مبعوثنا إلى القاهرة»
            if (TryWhole(first, end, piece) || TryRow(first, end, piece)) return;
            for (int place = end - 1; place > first && place >= end - 3; place--)
                if (Has(s_lexicon.MeaningsOf(_text.Phrase(place, end)), CreditMeanings.Place) && place - first > 1)
                {
                    ReadPeople(first, place, piece);
                    TryPhrase(place, end, piece, 0);
                    return;
                }
        }

        for (int i = first + 1; i + 1 < end; i++)
            if (_text.Phrase(i, i + 1) is CreditWords.From && end - i <= 4)
            {
                if (!TryWhole(first, i, piece) && ScoreOf(first, i, 0) < 1) break;
                if (_credits.Count == 0 || _credits[^1].Piece != piece || _credits[^1].Span.Start < _text.Words[first].Span.Start) ReadPeople(first, i, piece);
                if (!TryWhole(i + 1, end, piece))
                    _credits.Add(IsNameLike(i + 1, end) ? new Credit(CreditKind.Place, _text.SpanOf(i + 1, end), piece, Known: false, Words: end - i - 1) : Nothing(i + 1, end, piece));
                return;
            }

        ReadPeople(first, end, piece);
    }

    // A و begins a second name when there is a whole name on either side and the word is no name with its و: وليد, وائل.
    private void ReadPeople(int first, int end, int piece)
    {
        for (int i = first + 1; i < end; i++)
        {
            ReadOnlySpan<char> word = _text.Phrase(i, i + 1);
            bool alone = word is CreditWords.And;
            if (!alone && (word.Length < 3 || word[0] != CreditWords.Waw)) continue;
            bool isName = !alone && Has(s_lexicon.MeaningsOf(word), CreditMeanings.GivenName | CreditMeanings.FamilyName);
            bool restIsName = alone || Has(s_lexicon.MeaningsOf(word[1..]), CreditMeanings.GivenName);
            int rest = alone ? i + 1 : i;
            // «كتبت فلانة ووكالات», «فلان ورويترز»: what the و joins to the writer is the agency that he wrote from.
            if (rest < end && Has(s_lexicon.MeaningsOf(_text.Phrase(rest, end)[(alone ? 0 : 1)..]), CreditMeanings.Agency))
            {
                AddName(first, i, piece, 0);
                TryPhrase(rest, end, piece, alone ? 0 : 1);
                return;
            }

            bool joins = rest < end && (alone || (restIsName && !isName) || (!isName && i - first >= 2 && end - i >= 2));
            if (!joins) continue;
            AddName(first, i, piece, 0);
            AddName(rest, end, piece, alone ? 0 : 1);
            return;
        }

        AddName(first, end, piece, 0);
    }

    private void AddName(int first, int end, int piece, int attached)
    {
        if (!IsNameLike(first, end))
        {
            _credits.Add(Nothing(first, end, piece));
            return;
        }

        TextSpan span = _text.SpanOf(first, end);
        if (attached > 0) span = TextSpan.FromBounds(span.Start + attached, span.End);
        if (_text.Pieces[piece].Quoted && end - first <= 3 && ScoreOf(first, end, attached) < 2)
        {
            // «الاسم» in quotation marks beside a place is an outlet.
            _credits.Add(new Credit(CreditKind.Outlet, span, piece, Known: false, Words: end - first));
            return;
        }

        _credits.Add(new Credit(CreditKind.Name, span, piece, Known: false, Score: ScoreOf(first, end, attached), Words: end - first, Use: UseOf(first, end),
            GivenFirst: Has(s_lexicon.MeaningsOf(_text.Phrase(first, first + 1)[attached..]), CreditMeanings.GivenName)));
    }

    private Credit Nothing(int first, int end, int piece) => new(CreditKind.Other, _text.SpanOf(first, end), piece, Known: false);

    // Letters only, no word of grammar, not too long.
    private bool IsNameLike(int first, int end)
    {
        int words = 0;
        for (int i = first; i < end; i++)
        {
            CreditWord word = _text.Words[i];
            if (word.IsNumber || word.KeyEnd == word.KeyStart) return false;
            ReadOnlySpan<char> key = _text.Phrase(i, i + 1);
            CreditMeanings meanings = s_lexicon.MeaningsOf(key);
            if (Has(meanings, CreditMeanings.Honorific)) continue;
            // The preposition على folds to the name علي, which some write like it, but then at the end and behind a name: محمد على, not «تابعوا RT على».
            if (key is CreditWords.On && _text.EndsWithMaksura(i) && (i + 1 < end || (i > first && !Has(s_lexicon.MeaningsOf(_text.Phrase(first, first + 1)), CreditMeanings.GivenName | CreditMeanings.Honorific)))) return false;
            words++;
            bool namePart = Has(meanings, CreditMeanings.GivenName | CreditMeanings.FamilyName | CreditMeanings.NameParticle);
            if (!namePart && (ArabicStopWords.Contains(key) || (end - first > 1 && Has(meanings, CreditMeanings.LeadVerb)))) return false;
        }

        return words is > 0 and <= MaxNameWords;
    }

    private int ScoreOf(int first, int end, int attached)
    {
        int score = 0, words = end - first;
        for (int i = first; i < end; i++)
        {
            ReadOnlySpan<char> key = _text.Phrase(i, i + 1);
            if (i == first) key = key[attached..];
            CreditMeanings meanings = s_lexicon.MeaningsOf(key);
            if (Has(meanings, CreditMeanings.Honorific) && i < end - 1) score += 3;
            else if (Has(meanings, CreditMeanings.GivenName) && words > 1) score += i == first ? (Has(meanings, CreditMeanings.CommonName) ? 1 : 2) : 1;
            else if (Has(meanings, CreditMeanings.FamilyName) && i > first) score++;
            else if (Has(meanings, CreditMeanings.NameParticle) && words > 1) score += 2;
            else if (_text.UseOf(i) > MaxNameUse && words > 1 && !Has(meanings, CreditMeanings.GivenName | CreditMeanings.PlaceHead)) score -= 2;
            else if (IsNisba(key) && i > first) score++;
            else if (i == first && key.StartsWith(CreditWords.Article, StringComparison.Ordinal)) score -= 2;
            if (i == first && words > 1 && Has(meanings, CreditMeanings.PlaceHead) && !Has(meanings, CreditMeanings.GivenName)) score -= 3;
            // عبد is written with the name or without a blank: عبدالله.
            if (key.StartsWith(CreditWords.Servant, StringComparison.Ordinal) && key.Length > CreditWords.Servant.Length + 2) score += 2;
        }

        return words == 1 ? score - 3 : score;
    }

    // How common in news is the commonest of the words that no name holds?
    private int UseOf(int first, int end)
    {
        int use = 0;
        for (int i = first; i < end; i++)
            if (!Has(s_lexicon.MeaningsOf(_text.Phrase(i, i + 1)), CreditMeanings.GivenName | CreditMeanings.FamilyName | CreditMeanings.NameParticle | CreditMeanings.Honorific | CreditMeanings.PlaceHead))
                use = Math.Max(use, _text.UseOf(i));
        return use;
    }

    // الحربي, الغامدي
    private static bool IsNisba(ReadOnlySpan<char> key) =>
        key.Length > 4 && key.StartsWith(CreditWords.Article, StringComparison.Ordinal) && key[^1] == CreditWords.Yeh;

    // «بنغازي (ليبيا)» is one place; «واس (جدة)» is two credits.
    private void JoinCountries()
    {
        for (int i = 1; i < _credits.Count; i++)
        {
            (Credit place, Credit country) = (_credits[i - 1], _credits[i]);
            bool joins = country.Kind == CreditKind.Place && country.Country && _text.Pieces[country.Piece].Bracketed && !place.Country
                && (place.Kind == CreditKind.Place || (place.Kind == CreditKind.Name && place.Score <= 0)) && place.Piece == country.Piece - 1;
            if (!joins) continue;
            // The closing bracket is the sign behind the country; a line that is cut off may have none.
            int end = country.Span.End + (_text.Pieces[country.Piece].After is CreditBreak.End or CreditBreak.Line ? 0 : 1);
            _credits[i - 1] = place with { Kind = CreditKind.Place, Known = true, Span = TextSpan.FromBounds(place.Span.Start, end) };
            _credits.RemoveAt(i);
        }
    }

    // The outlet whose name is a place credits itself by that name when another place is there; a paper that is called as the city where it is made writes the city more often
    // than itself: «طهران - الرياض». The paper المدينة writes المدينة المنورة for the city, and is itself wherever another place stands.
    private void SettleOutlets()
    {
        for (int i = 0; i < _credits.Count; i++)
        {
            Credit credit = _credits[i];
            if (credit.Kind != CreditKind.Place || credit.Other == CreditKind.Other) continue;
            bool otherPlace = _credits.Exists(other => other.Kind == CreditKind.Place && other.Span != credit.Span);
            if (credit.Other == CreditKind.Agency)
            {
                // قنا is a town of Egypt, unless the line has its place already.
                if (otherPlace) _credits[i] = credit with { Kind = CreditKind.Agency, Known = true };
                continue;
            }

            bool twice = false;
            for (int j = i + 1; j < _credits.Count; j++) twice |= _credits[j].Kind == CreditKind.Place && _credits[j].Other == CreditKind.Outlet;
            if (twice || (otherPlace && !credit.Known)) _credits[i] = credit with { Kind = CreditKind.Outlet, Known = true };
        }
    }

    private void SettleName(int index, int margin)
    {
        Credit credit = _credits[index];
        bool hasPlace = _credits.Exists(other => other.Kind == CreditKind.Place), hasPerson = _credits.Exists(other => other.Kind == CreditKind.Person);
        int score = credit.Score;
        bool afterRole = index > 0 && _credits[index - 1].Kind is CreditKind.Role;
        if (afterRole) score += 4;
        else if (index > 1 && _credits[index - 1].Kind == CreditKind.Person && _credits.Exists(other => other.Kind == CreditKind.Role && other.Span.Start < credit.Span.Start)) score += 2;
        // «بيروت: فلانة - باريس: فلان»
        else if (index > 0 && _credits[index - 1].Kind == CreditKind.Place && _text.Pieces[_credits[index - 1].Piece].After == CreditBreak.Colon) score += 2;
        if (hasPlace && !hasPerson) score += 2;
        // A comma joins people: «Deniz Kaya, Selin Aksoy».
        bool isJoined = index > 0 && _credits[index - 1].Kind == CreditKind.Person && _text.Pieces[_credits[index - 1].Piece].After == CreditBreak.Comma;
        if (hasPerson && !hasPlace && !isJoined) score--;
        if (_text.Pieces[credit.Piece].Bracketed) score--;
        if (Math.Abs(score) < margin) return;
        bool person = score > 0 || (score == 0 && credit.Words > 1);
        _credits[index] = credit with { Kind = person ? CreditKind.Person : CreditKind.Place };
    }

    private int EndOf(int first, int end, CreditMeanings wanted)
    {
        for (int next = Math.Min(end, first + CreditLexicon.MaxWords); next > first; next--)
            if (Has(s_lexicon.MeaningsOf(_text.Phrase(first, next)), wanted)) return next;
        return first;
    }

    private bool IsOwn(ReadOnlySpan<char> phrase)
    {
        foreach (string spelling in _own)
            if (phrase.SequenceEqual(spelling)) return true;
        return false;
    }

    private static bool Has(CreditMeanings meanings, CreditMeanings wanted) => (meanings & wanted) != 0;
}
