namespace ArabicNews;

/// <summary>A name in a text before it is known whom or what it names.</summary>
internal sealed class FoundName
{
    public required EntityKind Kind;

    /// <summary>First word and the word behind the last, in the list of all words.</summary>
    public required int First;

    public required int End;

    /// <summary>How the first word is read.</summary>
    public required int Reading;

    public required TextSpan Span;

    public float Score;

    public MentionEvidence Evidence;

    /// <summary>For a person or organization the row of its table, for a place the node of its readings; -1 for a name that the gazetteer lacks.</summary>
    public int Known = -1;

    /// <summary>Whether <see cref="Known"/> was found by a short form, which an unknown person of the text may also bear.</summary>
    public bool IsShort;

    /// <summary>Where the title before a person stands; empty without one.</summary>
    public TextSpan Role;
}

/// <summary>A name that the tagger marks: its first word, the word behind its last, its kind, how likely it is, and on what grounds.</summary>
internal sealed record TaggedName(int First, int End, EntityKind Kind, float Score, MentionEvidence Evidence)
{
    public readonly int First = First;
    public readonly int End = End;
    public readonly EntityKind Kind = Kind;
    public float Score = Score;
    public MentionEvidence Evidence = Evidence;
}

/// <summary>
/// One walk over the words of a part: known names, names after titles, names that look like names. Decides at each word for the longest name that starts there; a list
/// of bodies comes before people, people before places, since a place inside a longer name («جامعة القاهرة», «جورج واشنطن») is no place.
/// </summary>
internal ref struct MentionFinder
{
    /// <summary>How sure it is that a word of clubs and the city behind it name a club.</summary>
    public const float OfClub = 0.9f;

    // Letters and weights below were set on the dev parts of several corpora, as round numbers.
    private const int MaxRoleWords = 6;
    private const int MaxLevelAfterPreposition = 3;
    private const int MinLettersBehindPreposition = 5;
    private const int MaxWordsToPlaceAround = 3;

    private readonly string _text;
    private readonly Gazetteer _gazetteer;
    private readonly ReadOnlySpan<Word> _words;
    private readonly GazetteerMatcher _matcher;
    private readonly PersonPattern _pattern;
    private readonly List<FoundName> _found;
    private readonly List<(int First, int End)> _things;
    private RoleTracker _role;

    public MentionFinder(string text, Gazetteer gazetteer, ReadOnlySpan<Word> words, List<FoundName> found, List<(int First, int End)> things)
    {
        _things = things;
        _text = text;
        _gazetteer = gazetteer;
        _words = words;
        _matcher = new GazetteerMatcher(gazetteer, words);
        _pattern = new PersonPattern(gazetteer, words);
        _found = found;
    }

    /// <summary>Where <see cref="Find"/> notes names of places that are rare as words and lack only a cue: elsewhere the text may tell that they are places.</summary>
    public List<FoundName>? Doubtful { get; init; }

    /// <summary>Divisions that the text names behind their head words and no list has without: see <see cref="SecondWitness.Divisions"/>.</summary>
    public Dictionary<ulong, int>? Divisions { get; init; }

    /// <summary>Where decisions are noted; null where nobody asks.</summary>
    public EntityTrace? Trace { get; init; }

    /// <summary>Finds the names in words <paramref name="first"/> to <paramref name="end"/>.</summary>
    public void Find(int first, int end, MentionEvidence partEvidence)
    {
        _role = default;
        for (int i = first; i < end;)
        {
            if (!_words[i].Joined) _role = default;
            i += FindAt(i, first, partEvidence);
        }
    }

    /// <summary>
    /// A walk over words <paramref name="first"/> to <paramref name="end"/> in which it is known already where the names are: looks up whom or what they name, and what titles stand before people.
    /// </summary>
    /// <param name="first">The first word.</param>
    /// <param name="end">The word behind the last.</param>
    /// <param name="names">The names, in order.</param>
    /// <param name="evidence">What the part adds to their grounds.</param>
    public void Follow(int first, int end, ReadOnlySpan<TaggedName> names, MentionEvidence evidence)
    {
        _role = default;
        int next = 0;
        for (int i = first; i < end;)
        {
            if (!_words[i].Joined) _role = default;
            for (; next < names.Length && names[next].First < i; next++) Trace?.InTitle(names[next]);
            if (next == names.Length || names[next].First != i)
            {
                i += ReadTitle(i);
                continue;
            }

            AddTagged(names[next], names[next].Evidence | evidence);
            i = names[next].End;
            next++;
        }

        for (; next < names.Length; next++) Trace?.InTitle(names[next]);
    }

    private void AddTagged(TaggedName name, MentionEvidence evidence)
    {
        int length = name.End - name.First;
        MeaningKind meaning = GazetteerMatcher.MeaningOf(name.Kind);
        PhraseMatch match = name.Kind == EntityKind.Place && _matcher.DivisionBehindHead(name.First) is var division && division.Length == length ? division : _matcher.OfLength(name.First, length, meaning);
        int known = _matcher.KnownBy(match, meaning);
        bool isShort = false;
        if (name.Kind == EntityKind.Person && !match.Found)
        {
            match = _matcher.OfLength(name.First, length, MeaningKind.PersonShort);
            if (match.Found) (known, isShort) = (_matcher.ValueOf(match, MeaningKind.PersonShort), true);
        }

        // «ولاية كاليفورنيا»: where it lies, its last words tell.
        for (int i = 1; known < 0 && name.Kind == EntityKind.Place && i < length; i++)
            if (_matcher.OfLength(name.First + i, length - i, meaning) is { Found: true, Reading: 0 } inner) known = inner.Node;
        if (known < 0 && name.Kind == EntityKind.Place && length == 1 && Divisions is not null && Divisions.TryGetValue(_words[name.First][ReadingOf(name.First)].Key, out int node)) known = node;
        if (known >= 0) evidence |= MentionEvidence.Gazetteer;
        Trace?.LookedUp(name, known, isShort, match.Found);
        if (!match.Found) match = new PhraseMatch(0, length, ReadingOf(name.First));
        if (name.Kind == EntityKind.Person)
        {
            if (_role.IsOpen && _words[name.First].Joined) evidence |= MentionEvidence.Title;
            FoundName person = Person(name.First, match, known, isShort, name.Score, evidence);
            Trace?.HasRole(person);
            _found.Add(person);
            _role = default;
            _role.AfterPerson = true;
            return;
        }

        Add(name.Kind, name.First, match, known, name.Score, evidence);
        _role.Continue(length, isClose: name.Kind == EntityKind.Place);
    }

    // The reading behind the particles that the segmenter cuts off; an article stays.
    private readonly int ReadingOf(int word)
    {
        int start = _words[word].Span.Start;
        foreach (WordSegment segment in ArabicSegmenter.Segment(_words[word].Span.In(_text)))
        {
            if (segment.Kind is not (SegmentKind.Conjunction or SegmentKind.Preposition)) break;
            start = _words[word].Span.Start + segment.Span.End;
        }

        for (int reading = _words[word].ReadingCount - 1; reading > 0; reading--)
            if (_words[word][reading].Start == start) return reading;
        return 0;
    }

    // Number of words that were read.
    private int FindAt(int index, int first, MentionEvidence partEvidence)
    {
        PhraseMatch organization = _matcher.Longest(index, MeaningKind.Organization);
        FoundName? person = FindPerson(index, first, partEvidence);
        PhraseMatch place = FindPlace(index, first, partEvidence);
        (PhraseMatch body, HeadTakes takes) = person is null ? FindBody(index) : default;

        // «بكين» is no كين behind ب.
        if (place is { Found: true, Reading: 0 })
        {
            if (organization.Reading > 0)
            {
                Trace?.GaveWay(EntityKind.Organization, index, index + organization.Length, RuleWay.PrintedIsPlace);
                organization = default;
            }

            if (person is { Reading: > 0 })
            {
                Trace?.GaveWay(EntityKind.Person, index, person.End, RuleWay.PrintedIsPlace);
                person = null;
            }
        }

        // «مدينة أوستن», «رام الله»
        if (person is not null && place.Length == person.End - index && (HasPlaceHead(index, first) || (place.Length > 1 && person.Known < 0)))
        {
            Trace?.GaveWay(EntityKind.Person, index, person.End, RuleWay.PlaceOfTheSameWords);
            person = null;
        }

        if (organization.Found && organization.Length >= Math.Max(place.Length, person is null ? 0 : person.End - index))
        {
            int known = _matcher.ValueOf(organization, MeaningKind.Organization);
            Trace?.TookBody(index, organization.Length, known, person, place);
            Add(EntityKind.Organization, index, organization, known, 0.9f, MentionEvidence.Gazetteer | partEvidence);
            _role.Continue(organization.Length, isClose: false);
            return organization.Length;
        }

        if (body.Length > place.Length)
        {
            bool isReported = (takes & HeadTakes.Unreported) == 0;
            Trace?.TookHead(index, body.Length, isReported, place);
            if (!isReported) _things.Add((index, index + body.Length));
            else Add(EntityKind.Organization, index, body, -1, (takes & HeadTakes.Club) != 0 ? OfClub : 0.6f, MentionEvidence.NamePattern | partEvidence);
            _role.Continue(body.Length, isClose: false);
            return body.Length;
        }

        if (person is not null && person.End - index >= place.Length)
        {
            Trace?.TookPerson(person, organization, place);
            _found.Add(person);
            _role = default;
            _role.AfterPerson = true;
            return person.End - index;
        }

        if (place.Found)
        {
            Trace?.TookPlace(index, place, person, organization);
            bool hasCue = HasPlaceCue(index, first) || LiesInPlaceBehind(index, place);
            Add(EntityKind.Place, index, place, place.Node, hasCue ? 0.95f : 0.8f, MentionEvidence.Gazetteer | partEvidence | (hasCue ? MentionEvidence.Context : 0));
            _role.Continue(place.Length, isClose: true);
            return place.Length;
        }

        if (UnknownPlaceLength(index, first) is > 0 and var length)
        {
            Trace?.TookUnlistedPlace(index, length);
            Add(EntityKind.Place, index, new PhraseMatch(-1, length, 0), -1, 0.6f, MentionEvidence.Context | partEvidence);
            _role.Continue(length, isClose: true);
            return length;
        }

        return ReadTitle(index);
    }

    // «بلدة إغيل», «قرية كفر كلا»: behind the head word of a settlement a word that news does not use is its name; كفر, دير, عين and their like take the word behind.
    private readonly int UnknownPlaceLength(int index, int first)
    {
        if (index == first || !_words[index].Joined || _words[index].IsStop || !HasSettlementHead(index - 1)) return 0;
        if (PlaceHeads.Toponym.Contains(_words[index].Printed.Key))
            return index + 1 < _words.Length && _words[index + 1] is { Joined: true, Letters: >= 3 } ? 2 : 0;
        return _words[index] is { Level: <= 1, StemLevel: <= 1, Letters: >= 3, HasAffix: false } && !_matcher.Longest(index, MeaningKind.Title).Found
            && !_matcher.Longest(index, MeaningKind.Demonym).Found && !_matcher.Longest(index, MeaningKind.BodyHead).Found ? 1 : 0;
    }

    private readonly bool HasSettlementHead(int head)
    {
        for (int reading = 0; reading < _words[head].ReadingCount; reading++)
            if (PlaceHeads.Settlement.Contains(_words[head][reading].Key)) return true;
        return false;
    }

    private int ReadTitle(int index)
    {
        PhraseMatch title = _matcher.Longest(index, MeaningKind.Title);
        if (title.Found)
        {
            // «نائب الرئيس», «وزير الخارجية السابق»: a title within a role belongs to it.
            if (!(_role.IsOpen && _words[index].Joined && title.Reading == 0)) _role.Open(_words[index][title.Reading].Start);
            else _role.Continue(0, isClose: true);
            return title.Length;
        }

        bool isDemonym = _matcher.Longest(index, MeaningKind.Demonym) is { Found: true } demonym;
        if (isDemonym && _role.AfterPerson && _words[index].ReadingCount > 1 && _words[index].Printed.Id < 0)
        {
            // «الأميركي لويد أوستن والإسرائيلي يوآف غالانت»: the title is understood.
            _role.Open(_words[index][1].Start);
            return 1;
        }

        if (!_role.IsOpen && isDemonym && _words[index].HasArticle)
        {
            // «سدد البرازيلي كارلوس كوريا», «الجيش الإسرائيلي دان حالوتس»
            _role.Open(_words[index].Printed.Start);
            _role.Continue(1, isClose: false);
        }
        else if (!_role.IsOpen) _role.AfterPerson = false;
        else if (isDemonym) _role.Continue(1, isClose: true);
        else if (_words[index].HasArticle && !_words[index].IsStop) _role.Continue(1, isClose: _role.Length == 0);
        else if (_role.Length < MaxRoleWords && IsRoleLink(index)) _role.Continue(1, isClose: false);
        else _role = default;
        if (_role.Length > MaxRoleWords) _role = default;
        return 1;
    }

    // Words of an office that have no article: «رئيس مجلس إدارة الشركة», «مدير في وزارة النفط».
    private readonly bool IsRoleLink(int index) =>
        _matcher.Longest(index, MeaningKind.OrganizationHead).Found || _matcher.Longest(index, MeaningKind.PlaceHead).Found
        || _words[index].ReadingCount > 1;

    private FoundName? FindPerson(int index, int first, MentionEvidence partEvidence)
    {
        PhraseMatch known = _matcher.Longest(index, MeaningKind.Person);
        PhraseMatch shortName = _matcher.Longest(index, MeaningKind.PersonShort);
        NameTrigger trigger = _role.IsOpen && _words[index].Joined ? (_role.IsClose ? NameTrigger.Title : NameTrigger.Role)
            : index > first && _words[index].Joined && _matcher.Longest(index - 1, MeaningKind.SpeechVerb).Found ? NameTrigger.Verb
            : _role.AfterPerson && _words[index].Joined ? NameTrigger.List
            : NameTrigger.None;
        (int end, int reading, float score) = _pattern.Read(index, trigger);
        NameDoubt doubt = end == index ? NameDoubt.NoPattern : known.Found ? NameDoubt.None : DoubtOfPattern(index, end, reading, trigger);
        int length = doubt == NameDoubt.None ? end - index : 0;
        MentionEvidence triggerEvidence = trigger switch
        {
            NameTrigger.Title or NameTrigger.Role => MentionEvidence.Title,
            NameTrigger.Verb => MentionEvidence.Context,
            _ => MentionEvidence.None,
        };

        if (known.Found && known.Length >= length)
        {
            int person = _matcher.ValueOf(known, MeaningKind.Person);
            Trace?.KnownPerson(index, known.Length, person, false, trigger, _role);
            return Person(index, known, person, false, 0.95f, MentionEvidence.Gazetteer | triggerEvidence | partEvidence);
        }

        if (shortName.Found && shortName.Length >= length)
        {
            int person = _matcher.ValueOf(shortName, MeaningKind.PersonShort);
            NameDoubt doubtOfShort = DoubtOfShort(index, shortName, trigger);
            if (doubtOfShort == NameDoubt.None)
            {
                Trace?.KnownPerson(index, shortName.Length, person, true, trigger, _role);
                return Person(index, shortName, person, true, 0.75f, MentionEvidence.Gazetteer | triggerEvidence | partEvidence);
            }

            Trace?.Doubted(EntityKind.Person, index, index + shortName.Length, doubtOfShort, _gazetteer.Person(person).Id);
        }

        if (length == 0)
        {
            if (doubt != NameDoubt.NoPattern) Trace?.Doubted(EntityKind.Person, index, end, doubt, null);
            else if (Trace is not null) _pattern.ExplainShortfall(index, trigger, Trace);
            return null;
        }

        if (Trace is not null) _pattern.Explain(index, end, reading, trigger, Trace);
        Trace?.Triggered(index, end, trigger, _role);
        bool isKnown = known.Found && IsParticle(index + known.Length);
        return Person(index, new PhraseMatch(0, length, reading), isKnown ? _matcher.ValueOf(known, MeaningKind.Person) : -1, false, score,
            MentionEvidence.NamePattern | triggerEvidence | partEvidence);
    }

    // «محمد بن سلمان بن عبد العزيز» is who «محمد بن سلمان» is, «محمد علي حسن» is not the boxer.
    private readonly bool IsParticle(int index) => (_gazetteer.NamePartsOf(_words[index].Printed.Id) & NameParts.Particle) != 0;

    // What looks like a name and is none.
    private readonly NameDoubt DoubtOfPattern(int index, int end, int reading, NameTrigger trigger)
    {
        // «إيفر غيفن», «جيمس ويب»: in quotation marks stand ships, storms, films; people seldom, and then with what they are: «صديقته "ميليفا"».
        if (_words[index].OpensQuote && _words[end - 1].ClosesQuote && !(index > 0 && _matcher.Longest(index - 1, MeaningKind.Title).Found)) return NameDoubt.Quoted;
        if (end > index + 1) return NameDoubt.None;
        if (IsOutweighed(index, reading)) return NameDoubt.PrintedIsCommoner;

        // «ابن عالم الرياضيات», «مدرب الحراس»: a plain word before one with the article, or such a word right behind a title without it, is half of a genitive.
        if (trigger == NameTrigger.Title && _role.Length == 0 && _words[index].HasArticle && !_words[index - 1].HasArticle) return NameDoubt.HalfOfGenitive;
        return (_gazetteer.NamePartsOf(_words[index][reading].Id) & NameParts.Common) != 0 && end < _words.Length && _words[end] is { Joined: true, HasArticle: true }
            && !_matcher.Longest(end, MeaningKind.Demonym).Found && !_matcher.Longest(end, MeaningKind.Title).Found ? NameDoubt.HalfOfGenitive : NameDoubt.None;
    }

    // Where the printed word is more common than what a particle leaves of it, it is that word: «كبرى» is not ك before بري.
    private readonly bool IsOutweighed(int index, int reading) => _words[index][reading] is { Particles: not Proclitics.None } rest && _words[index].Level > rest.Level;

    private readonly FoundName Person(int index, PhraseMatch match, int known, bool isShort, float score, MentionEvidence evidence) => new()
    {
        Kind = EntityKind.Person,
        First = index,
        End = index + match.Length,
        Reading = match.Reading,
        Span = SpanOf(index, match),
        Known = known,
        IsShort = isShort,
        Score = score,
        Evidence = evidence,
        Role = _role.IsOpen && _words[index].Joined && match.Reading == 0 ? TextSpan.FromBounds(_role.Start, _words[index - 1].Span.End) : default,
    };

    private readonly NameDoubt DoubtOfShort(int index, PhraseMatch shortName, NameTrigger trigger) => IsOutweighed(index, shortName.Reading) ? NameDoubt.PrintedIsCommoner
        : trigger == NameTrigger.None && !IsDistinctive(index, shortName) ? NameDoubt.AlsoAWord
        : NameDoubt.None;

    // A short form that is also a word («ترأس» and Truss) needs a title or a verb beside it.
    private readonly bool IsDistinctive(int index, PhraseMatch match)
    {
        if (match.Length > 1) return true;
        if (_matcher.Longest(index, MeaningKind.SpeechVerb) is { Found: true } verb && verb.Reading == match.Reading) return false;
        NameParts parts = _gazetteer.NamePartsOf(_words[index][match.Reading].Id);
        return (parts & (NameParts.Common | NameParts.Given)) == 0 && !_words[index].IsStop;
    }

    private PhraseMatch FindPlace(int index, int first, MentionEvidence partEvidence)
    {
        PhraseMatch place = _matcher.Longest(index, MeaningKind.Place);
        if (index > first && _matcher.DivisionBehindHead(index) is { Found: true } division && division.Length >= place.Length) return division;
        if (!place.Found || IsBehindOwnHead(index, place)) return default;
        NameDoubt doubt = DoubtOfPlace(index, first, place, partEvidence == MentionEvidence.CreditLine);
        if (doubt == NameDoubt.None) return place;
        Trace?.Doubted(EntityKind.Place, index, index + place.Length, doubt, null);
        if (doubt == NameDoubt.NeedsCue && Doubtful is not null && !IsPlainWord(index, place)) Doubtful.Add(NewName(EntityKind.Place, index, place, place.Node, 0.6f, MentionEvidence.Gazetteer));
        return default;
    }

    // «ولاية جورجيا», «حي الصبرة», where the list has the same place without its head word: that is the name, the head word speaks for it.
    private readonly bool IsBehindOwnHead(int index, PhraseMatch place)
    {
        if (place.Length == 1 || !PlaceHeads.IsOutside(_words[index][place.Reading].Key)) return false;
        if (_matcher.DivisionBehindHead(index + 1).Length == place.Length - 1) return true;
        PhraseMatch rest = _matcher.OfLength(index + 1, place.Length - 1, MeaningKind.Place);
        return rest.Found && _gazetteer.NameOnePlace(place.Node, rest.Node);
    }

    private readonly NameDoubt DoubtOfPlace(int index, int first, PhraseMatch place, bool isCredit)
    {
        if (place.Length == 1 && !isCredit && DoubtOfWord(index, first, place) is not NameDoubt.None and var doubt) return doubt;

        // «الشرق الأوسط» in quotation marks is a newspaper.
        if (_words[index].OpensQuote && _words[index + place.Length - 1].ClosesQuote && !HasPlaceHead(index, first)) return NameDoubt.Quoted;
        PlaceCue cue = CueOf(index, first, place, isCredit);
        if (cue != PlaceCue.None) Trace?.Cued(index, place.Length, cue);
        int nationality = CountryBehind(index + place.Length);
        foreach (Meaning meaning in _gazetteer.MeaningsAt(place.Node))
            if (meaning.Kind == MeaningKind.Place && (cue != PlaceCue.None || _gazetteer.Place(meaning.Value).Country == nationality || !_gazetteer.Place(meaning.Value).NeedsCue)) return NameDoubt.None;
        return NameDoubt.NeedsCue;
    }

    private readonly PlaceCue CueOf(int index, int first, PhraseMatch place, bool isCredit)
    {
        if (isCredit) return PlaceCue.CreditLine;
        if (HasPlaceHead(index, first)) return PlaceCue.Head;
        if (_words[index].IsStop && place.Length == 1)
            return CountryBehind(index + 1) >= 0 ? PlaceCue.None : FestivalWords.Head.Contains(_words[index - 1].Printed.Key) ? PlaceCue.Head : PlaceCue.Preposition;
        bool isBehindPreposition = HasPlacePreposition(index, first), isInside = LiesInPlaceBehind(index, place);
        if (IsPlainWord(index, place)) return isBehindPreposition && isInside ? PlaceCue.Inside : PlaceCue.None;
        return isBehindPreposition ? PlaceCue.Preposition : isInside ? PlaceCue.Inside : FollowsPlaceOfItsCountry(index, place) ? PlaceCue.Row : PlaceCue.None;
    }

    // «صور في جنوب لبنان», «بدر في صعيد مصر»: within a few words behind في a place of its country, or an adjective of it.
    private readonly bool LiesInPlaceBehind(int index, PhraseMatch place)
    {
        int next = index + place.Length;
        if (next >= _words.Length || !_words[next].Joined || _words[next].Printed.Key != PlacePrepositions.In) return false;
        for (int i = next + 1; i < Math.Min(_words.Length, next + 1 + MaxWordsToPlaceAround) && _words[i].Joined; i++)
        {
            if (CountryOfAdjective(i) is >= 0 and var country && LiesIn(place.Node, country)) return true;
            if (_matcher.Longest(i, MeaningKind.Place) is { Found: true, Reading: 0 } around) return ShareCountry(place.Node, around.Node);
        }

        return false;
    }

    private readonly bool LiesIn(int node, int country)
    {
        foreach (Meaning meaning in _gazetteer.MeaningsAt(node))
            if (meaning.Kind == MeaningKind.Place && _gazetteer.Place(meaning.Value).Country == country) return true;
        return false;
    }

    private readonly bool ShareCountry(int node, int other)
    {
        foreach (Meaning meaning in _gazetteer.MeaningsAt(other))
            if (meaning.Kind == MeaningKind.Place && LiesIn(node, _gazetteer.Place(meaning.Value).Country)) return true;
        return false;
    }

    // Too common a word for a preposition, or a place beside it, to make a place of it.
    private readonly bool IsPlainWord(int index, PhraseMatch place) => place.Length == 1 && _words[index].Level > MaxLevelAfterPreposition;

    // «وبعلبك وجبيل وصور»: in a row of places that و joins, one more of the same country.
    private readonly bool FollowsPlaceOfItsCountry(int index, PhraseMatch place)
    {
        return _found.Count > 0 && _found[^1] is { Kind: EntityKind.Place, Known: > 0 } before && before.End == index && _words[index].ContinuesRow(place.Reading) && ShareCountry(place.Node, before.Known);
    }

    // Where the printed word is itself one that news uses, it is that word: «وجده» is "found him", though وجدة is a city.
    private readonly NameDoubt DoubtOfWord(int index, int first, PhraseMatch place)
    {
        ref readonly Word word = ref _words[index];
        if (word.IsStop) return IsPlaceOfGrammar(index, first) ? NameDoubt.None : NameDoubt.StopWord;

        // A name is more common by itself than behind a particle: «كبيرا» is not ك before بيرا.
        WordReading reading = word[place.Reading];
        if ((reading.Particles & Proclitics.Like) != 0 && !IsCountryOrCapital(place)) return NameDoubt.Compared;
        if (reading.Particles != Proclitics.None && word.Level > reading.Level) return NameDoubt.PrintedIsCommoner;
        if ((reading.Particles & Proclitics.Preposition) != 0 && reading.Level == 0 && !IsLongRest(word, reading)) return NameDoubt.RareBehindParticle;
        if (word.LastLetter != ArabicChars.Heh || word.Level == 0) return NameDoubt.None;
        foreach (Meaning meaning in _gazetteer.MeaningsAt(place.Node))
            if (meaning.Kind == MeaningKind.Place && _gazetteer.Place(meaning.Value).Info.Name[^1] == ArabicChars.Heh) return NameDoubt.None;
        return NameDoubt.EndsInPronoun;
    }

    // «مدينة كان الفرنسية», «مهرجان كان السينمائي», «عرض في كان»; but «في كان الغابون», the cup of Africa's nations.
    private readonly bool IsPlaceOfGrammar(int index, int first)
    {
        if (CountryBehind(index + 1) >= 0) return true;
        if (index == first || !_words[index].Joined) return false;
        bool isJoined = index + 1 < _words.Length && _words[index + 1].Joined;
        return FestivalWords.Head.Contains(_words[index - 1].Printed.Key) ? !isJoined || FestivalWords.Kinds.Contains(_words[index + 1].Printed.Key)
            : HasPlacePreposition(index, first) && !IsPlaceAt(index + 1);
    }

    private readonly bool IsPlaceAt(int index) => index < _words.Length && _words[index].Joined && _matcher.Longest(index, MeaningKind.Place).Found;

    // A preposition before a town that news hardly names, «بجازان»: what is left must be long enough to be no accident.
    private static bool IsLongRest(in Word word, WordReading reading) => word is { Level: 0, StemLevel: 0 } && word.Span.End - reading.Start >= MinLettersBehindPreposition;

    // ك compares with what everyone knows: «كمصر», but «كنيس» is not Nice.
    private readonly bool IsCountryOrCapital(PhraseMatch place)
    {
        foreach (Meaning meaning in _gazetteer.MeaningsAt(place.Node))
            if (meaning.Kind == MeaningKind.Place && _gazetteer.Place(meaning.Value).Info.Kind is PlaceKind.Country or PlaceKind.Capital) return true;
        return false;
    }

    private readonly bool HasPlaceCue(int index, int first) => HasPlacePreposition(index, first) || HasPlaceHead(index, first);

    // «في صور»; the particle ل (لصور) is too common before plain words.
    private readonly bool HasPlacePreposition(int index, int first) =>
        index > first && _words[index].Joined && PlacePrepositions.Contains(_words[index - 1].Printed.Key);

    // «مدينة صور»
    private readonly bool HasPlaceHead(int index, int first) =>
        index > first && _words[index].Joined && _matcher.Longest(index - 1, MeaningKind.PlaceHead) is { Found: true, Length: 1 };

    // The country of an adjective behind a city, whose names are feminine: «صور اللبنانية», but «كان الفرنسي» is "the Frenchman was". -1 without one.
    private readonly int CountryBehind(int index) =>
        index < _words.Length && _words[index].LastLetter is ArabicChars.TehMarbuta or ArabicChars.Heh ? CountryOfAdjective(index) : -1;

    private readonly int CountryOfAdjective(int index)
    {
        if (_words[index] is not { Joined: true, HasArticle: true }) return -1;
        return _matcher.Longest(index, MeaningKind.Demonym) is { Found: true } demonym ? _matcher.ValueOf(demonym, MeaningKind.Demonym) & ~NationalityReader.CommonFlag : -1;
    }

    // A head word of bodies or things and the name after it: «نادي برشلونة», «جامعة الملك سعود», «ملعب أحمد بن علي».
    private readonly (PhraseMatch Whole, HeadTakes Takes) FindBody(int index)
    {
        PhraseMatch head = _matcher.Longest(index, MeaningKind.BodyHead);
        int next = index + head.Length;
        if (!head.Found || next >= _words.Length || !_words[next].Joined) return default;
        var takes = (HeadTakes)_matcher.ValueOf(head, MeaningKind.BodyHead);
        int end = next;
        if ((takes & HeadTakes.Place) != 0 && _matcher.Longest(next, MeaningKind.Place) is { Found: true, Reading: 0 } place) end = next + place.Length;
        if ((takes & HeadTakes.Person) != 0) end = Math.Max(end, EndOfNamesake(next));
        return end > next ? (new PhraseMatch(0, end - index, head.Reading), takes) : default;
    }

    // Whoever a thing is named after, with the title before; a name of one word could also be the thing's own.
    private readonly int EndOfNamesake(int index)
    {
        PhraseMatch title = _matcher.Longest(index, MeaningKind.Title);
        int name = index;
        if (title is { Found: true, Length: 1, Reading: 0 } && index + 1 < _words.Length && _words[index + 1].Joined) name++;
        int end = Math.Max(_pattern.Read(name, name > index ? NameTrigger.Title : NameTrigger.None).End, name + _matcher.Longest(name, MeaningKind.Person).Length);
        return end > name ? end : index;
    }

    private readonly void Add(EntityKind kind, int index, PhraseMatch match, int known, float score, MentionEvidence evidence) => _found.Add(NewName(kind, index, match, known, score, evidence));

    private readonly FoundName NewName(EntityKind kind, int index, PhraseMatch match, int known, float score, MentionEvidence evidence) => new()
    {
        Kind = kind,
        First = index,
        End = index + match.Length,
        Reading = match.Reading,
        Span = SpanOf(index, match),
        Known = known,
        Score = score,
        Evidence = evidence,
    };

    private readonly TextSpan SpanOf(int index, PhraseMatch match) =>
        TextSpan.FromBounds(_words[index][match.Reading].Start, _words[index + match.Length - 1].Span.End);
}

/// <summary>Why rules take no name of what may be one.</summary>
internal enum NameDoubt
{
    None,
    /// <summary>The words do not look enough like a name for what stands beside them.</summary>
    NoPattern,
    /// <summary>In quotation marks stand ships, storms, films, newspapers.</summary>
    Quoted,
    /// <summary>The printed word is more common than what a particle leaves of it.</summary>
    PrintedIsCommoner,
    /// <summary>A plain word before one with the article, or behind a title without one.</summary>
    HalfOfGenitive,
    /// <summary>A short form that is also a word and has no title or verb beside it.</summary>
    AlsoAWord,
    /// <summary>A word of grammar, and no adjective of a country behind it.</summary>
    StopWord,
    /// <summary>ك compares with what everyone knows.</summary>
    Compared,
    /// <summary>What a preposition leaves is short, and no word of news.</summary>
    RareBehindParticle,
    /// <summary>It is printed with a final heh, the place with a teh marbuta: "found him".</summary>
    EndsInPronoun,
    /// <summary>The name is also a word or a person's, and nothing beside it says that it is a place.</summary>
    NeedsCue,
}

/// <summary>What beside a name says that it is a place's.</summary>
internal enum PlaceCue
{
    None,
    CreditLine,
    /// <summary>«مدينة»</summary>
    Head,
    /// <summary>«في»</summary>
    Preposition,
    /// <summary>A place of the same country right before, and و.</summary>
    Row,
    /// <summary>«في» and a place of the same country behind it.</summary>
    Inside,
}

/// <summary>Before what another reading of the same words gives way.</summary>
internal enum RuleWay
{
    /// <summary>The word as printed is a place, the reading took a particle off.</summary>
    PrintedIsPlace,
    /// <summary>The same words are a place, behind a head word or known where the person is not.</summary>
    PlaceOfTheSameWords,
    /// <summary>A longer name, or a body of as many words.</summary>
    LongerName,
    /// <summary>The name of a body or thing that opens with a head word.</summary>
    BodyOrThing,
}

/// <summary>Prepositions and nouns after which a place stands more often than anything else.</summary>
internal static class PlacePrepositions
{
    /// <summary>في</summary>
    public static readonly ulong In = TextWords.KeyOf("\u0641\u064A");

    /// <summary>إلى</summary>
    public static readonly ulong To = TextWords.KeyOf("\u0627\u0644\u0649");

    /// <summary>ابن ابنة أبناء قبالة باتجاه صوب أهالي سكان مشارف أطراف محيط أحياء شوارع قضاء مداخل مدخل</summary>
    private static readonly KeywordSet s_others = new("\u0627\u0628\u0646", "\u0627\u0628\u0646\u0629", "\u0623\u0628\u0646\u0627\u0621", "\u0642\u0628\u0627\u0644\u0629", "\u0628\u0627\u062A\u062C\u0627\u0647", "\u0635\u0648\u0628", "\u0623\u0647\u0627\u0644\u064A", "\u0633\u0643\u0627\u0646", "\u0645\u0634\u0627\u0631\u0641", "\u0623\u0637\u0631\u0627\u0641", "\u0645\u062D\u064A\u0637", "\u0623\u062D\u064A\u0627\u0621", "\u0634\u0648\u0627\u0631\u0639", "\u0642\u0636\u0627\u0621", "\u0645\u062F\u0627\u062E\u0644", "\u0645\u062F\u062E\u0644");

    /// <summary>Whether the word of this key is one of them, or another that places have before them.</summary>
    public static bool Contains(ulong key) => key == In || key == To || s_others.Contains(key);
}

/// <summary>What tells a festival that bears the name of its city.</summary>
internal static class FestivalWords
{
    /// <summary>مهرجان</summary>
    public static readonly KeywordSet Head = new("\u0645\u0647\u0631\u062C\u0627\u0646");

    /// <summary>السينمائي الدولي السينمائية الدولية للأفلام للسينما</summary>
    public static readonly KeywordSet Kinds = new("\u0627\u0644\u0633\u064A\u0646\u0645\u0627\u0626\u064A", "\u0627\u0644\u062F\u0648\u0644\u064A", "\u0627\u0644\u0633\u064A\u0646\u0645\u0627\u0626\u064A\u0629", "\u0627\u0644\u062F\u0648\u0644\u064A\u0629", "\u0644\u0644\u0623\u0641\u0644\u0627\u0645", "\u0644\u0644\u0633\u064A\u0646\u0645\u0627");
}
