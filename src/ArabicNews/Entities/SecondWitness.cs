using System.Runtime.InteropServices;

namespace ArabicNews;

/// <summary>Why a name that rules see stands though the tagger does not mark it, or not all of it.</summary>
internal enum WitnessGround
{
    None,
    /// <summary>It is of a list that a user added.</summary>
    OwnList,
    CreditLine,
    /// <summary>Several words, which the gazetteer has or which look like a person's name behind a title or before a bracket.</summary>
    SeveralWords,
    /// <summary>A settlement that no list has, behind its head word.</summary>
    UnlistedBehindHead,
    /// <summary>A place of the list behind a word that only places have behind it.</summary>
    BehindHead,
    /// <summary>The tagger believes a little in it, and it is a country or the text names its country.</summary>
    InNamedCountry,
    /// <summary>A conjunction joins it to a place.</summary>
    Row,
    /// <summary>The text names the place elsewhere.</summary>
    Elsewhere,
    /// <summary>A person whom the gazetteer has under all of the words.</summary>
    KnownPerson,
    /// <summary>A person behind a title, where the tagger is not sure of another kind.</summary>
    TitledPerson,
    /// <summary>A country, division, settlement or area whose name is all of the words.</summary>
    ProperPlace,
    /// <summary>A body that bears the name of the place that the tagger marks in it.</summary>
    BodyOfPlace,
    /// <summary>A place behind a word that tells a place, where the tagger is not sure of a body.</summary>
    CuedPlace,
    /// <summary>A place of whose other words the tagger has thought, too.</summary>
    BelievedPlace,
}

/// <summary>Why what is marked is no name of a person or place.</summary>
internal enum ThingGround
{
    None,
    /// <summary>It stands in the name of a ground, road, prize.</summary>
    InThing,
    /// <summary>A person's name in quotation marks by itself.</summary>
    QuotedPerson,
    /// <summary>A place's name of several words in quotation marks by itself.</summary>
    QuotedPlace,
    /// <summary>A club that bears the place's name, in a line of results.</summary>
    Club,
}

/// <summary>
/// Hears the rules on what the tagger marks. What rules are sure of stays where the tagger marks nothing, and a longer name where it marks a part; where both see the same name, it has the grounds of both. A user's own name
/// is a name.
/// </summary>
/// <param name="gazetteer">The names.</param>
/// <param name="text">The text.</param>
/// <param name="tagger">What the tagger believes of each word.</param>
/// <param name="words">The words of the text.</param>
/// <param name="byRule">The names that rules see, in text order.</param>
/// <param name="things">The words of things that bear names, in text order and disjoint.</param>
/// <param name="trace">Where decisions are noted; null where nobody asks.</param>
internal sealed class SecondWitness(Gazetteer gazetteer, string text, MentionTagger tagger, List<Word> words, List<FoundName> byRule, List<(int First, int End)> things, EntityTrace? trace)
{
    // Where the tagger believes this much in a country, or in a place whose country the text names, and does not mark it, the list decides.
    private const float DoubtInItsCountry = 0.03f;

    // The same where the name is also a word or a person's and nothing beside it says that it is a place.
    private const float DoubtInAWord = 0.1f;

    // The same behind a head word that other names have behind them too («قرب المفرق»).
    private const float BeliefBehindHead = 0.2f;

    // What it must believe of the words behind a title that look like a name and that it does not mark. Of other words that look so, and of single words and places that it half believes, on folds of news and of an encyclopedia 10 of 130 were right: there it decides.
    private const float BeliefInTitled = 0.1f;

    // The same of a person in quotation marks, of whom nothing but the model speaks: on those folds 158 of the 180 names that the surer ones bring were people, of the next 59 of the encyclopedia 27.
    private const float BeliefInQuoted = 0.97f;

    // Words between the head of a thing and its name in quotation marks: «سفينة الحاويات العملاقة "إيفر غيفن"».
    private const int MaxWordsBehindHead = 3;

    // How common a word may be that is taken for a place because the text names the place elsewhere.
    private const int MaxLevelOfAnother = 3;

    // How much the tagger must believe of the other words where it marks only a part of a rule's name. Set on three folds of news, each read by a model that had not seen it: where the tagger marks «أفريقيا» of
    // «غرب أفريقيا», so mostly do the annotators.
    private const float BeliefInRest = 0.05f, SomeBelief = 0.6f, MuchBelief = 0.75f;

    // As much the tagger must believe of a site («المسجد الأقصى») that it does not mark: twelve of twelve of which it believes nothing are not marked on the folds of news.
    private const float BeliefInSite = 0.02f;

    // A place of which the tagger is as sure as this stands against a body around it that no list has.
    private const float SurePlace = 0.8f;

    private readonly HashSet<int> _countries = [];

    // Words behind heads of things that bear a person's name, and the first and last words of what the text has in quotation marks behind such a head.
    private HashSet<long>? _namesakes, _quotedThings;

    /// <summary>By the key of the word that names it, the node of a division that the text names behind its head word («ولاية الجزيرة») and no list has without. After <see cref="Judge"/>; null for none.</summary>
    public Dictionary<ulong, int>? Divisions { get; private set; }

    private GazetteerMatcher Matcher => new(gazetteer, CollectionsMarshal.AsSpan(words));

    /// <summary>What is a name by both.</summary>
    /// <param name="tagged">What the tagger marks, in text order; taken over.</param>
    /// <param name="credited">The names of lines of credits.</param>
    /// <param name="doubtful">Names of places that lack only a cue.</param>
    /// <param name="nationalities">The adjectives of nationality of the text.</param>
    public List<TaggedName> Judge(List<TaggedName> tagged, List<FoundName> credited, List<FoundName> doubtful, List<FoundNationality> nationalities)
    {
        NoteCountries(tagged, nationalities);
        int next = 0;
        var names = new List<TaggedName>(tagged.Count);
        foreach (FoundName rule in byRule)
        {
            while (next < tagged.Count && tagged[next].End <= rule.First) names.Add(tagged[next++]);
            int end = next;
            bool isInside = true;
            while (end < tagged.Count && tagged[end].First < rule.End)
            {
                isInside &= tagged[end].First >= rule.First && tagged[end].End <= rule.End;
                end++;
            }

            if (end == next + 1 && tagged[next].First == rule.First && tagged[next].End == rule.End && tagged[next].Kind == rule.Kind)
            {
                tagged[next].Evidence = MentionEvidence.Model | rule.Evidence;
                trace?.RuleAgrees(rule);
                continue;
            }

            // «قرية دير الزهراني», where no list has the place: the head word is no part of its name.
            if (end == next + 1 && rule is { Kind: EntityKind.Place, Known: < 0 } && tagged[next].Kind == EntityKind.Place && tagged[next].First == rule.First - 1 && tagged[next].End == rule.End && HasHead(rule.First))
            {
                trace?.HeadCut(tagged[next], rule);
                names.Add(new TaggedName(rule.First, rule.End, rule.Kind, tagged[next].Score, MentionEvidence.Model | rule.Evidence));
                next = end;
                continue;
            }

            WitnessGround ground = IsOwn(rule) ? WitnessGround.OwnList
                : end == next ? GroundAlone(rule, names)
                : isInside ? GroundOfWhole(rule, tagged[next])
                : IsPlaceOfDoubtfulBody(rule, tagged[next]) ? WitnessGround.CuedPlace
                : WitnessGround.None;
            if (ground == WitnessGround.None)
            {
                if (end == next + 1 && isInside && IsPlaceInPlace(rule, tagged[next])) tagged[next] = MarkPlace(tagged[next]);
                trace?.RuleFalls(rule, CollectionsMarshal.AsSpan(tagged)[next..end], tagger.Belief(rule.First, rule.Kind));
                continue;
            }

            trace?.RuleStands(rule, ground, CollectionsMarshal.AsSpan(tagged)[next..end], tagger.Belief(rule.First, rule.Kind));
            names.Add(new TaggedName(rule.First, rule.End, rule.Kind, rule.Score, rule.Evidence));
            next = end;
        }

        names.AddRange(tagged[next..]);
        JoinPeople(names);
        NoteNamesakes(names);
        names.RemoveAll(IsThing);
        MarkClubs(names);
        AddPlacesKnownFromElsewhere(names, credited, doubtful);
        AddDivisionsWithoutHead(names);
        return names;
    }

    // «عمر المالكي»: two people do not stand side by side without a conjunction or a comma, so what the tagger marks as two is one, unless a list has either whole or the second has a title.
    private void JoinPeople(List<TaggedName> names)
    {
        int count = 0;
        for (int i = 0; i < names.Count; i++)
        {
            TaggedName name = names[i];
            if (count > 0 && IsRestOf(names[count - 1], name))
            {
                TaggedName first = names[count - 1];
                trace?.Joined(first, name);
                names[count - 1] = new TaggedName(first.First, name.End, EntityKind.Person, Math.Min(first.Score, name.Score), first.Evidence | name.Evidence);
            }
            else names[count++] = name;
        }

        names.RemoveRange(count, names.Count - count);
    }

    private bool IsRestOf(TaggedName first, TaggedName last) => first.Kind == EntityKind.Person && last.Kind == EntityKind.Person && first.End == last.First
        && words[last.First].Joined && text[words[last.First].Span.Start] != ArabicChars.Waw && (last.Evidence & MentionEvidence.Title) == 0 && !IsWhole(first) && !IsWhole(last);

    // All of a name that a list has.
    private static bool IsWhole(TaggedName person) => (person.Evidence & MentionEvidence.Gazetteer) != 0 && person.End - person.First > 1;

    private void MarkClubs(List<TaggedName> names)
    {
        var line = new ResultLine(gazetteer, text, words);
        for (int i = 0; i < names.Count; i++)
        {
            if (names[i] is not { Kind: EntityKind.Place } place || !line.IsClub(place)) continue;
            trace?.IsThing(place, ThingGround.Club);
            names[i] = new TaggedName(place.First, place.End, EntityKind.Organization, place.Score, place.Evidence);
        }
    }

    // «جزيرة جربة», then «جربة»: what is a place of the gazetteer at one spot of the text is one wherever the tagger marks nothing else, unless it is a word that news uses for other things. Of a name
    // that is also a word and lacks a cue the tagger must believe something, and the text name its country.
    private void AddPlacesKnownFromElsewhere(List<TaggedName> names, List<FoundName> credited, List<FoundName> doubtful)
    {
        var known = new HashSet<int>();
        bool[] covered = new bool[words.Count];
        foreach (FoundName name in credited)
            if (name is { Kind: EntityKind.Place, Known: > 0 }) known.Add(name.Known);
        foreach (TaggedName name in names)
        {
            Cover(covered, name.First, name.End);
            if (name.Kind == EntityKind.Place && NodeOf(name) is > 0 and var node) known.Add(node);
        }

        int count = names.Count;
        foreach (List<FoundName> found in (List<FoundName>[])[byRule, doubtful])
        {
            foreach (FoundName name in found)
            {
                if (name.Kind != EntityKind.Place || words[name.First].Level > MaxLevelOfAnother || IsCovered(covered, name.First, name.End)) continue;
                float belief = tagger.Belief(name.First, name.Kind);
                WitnessGround ground = known.Contains(name.Known) ? WitnessGround.Elsewhere
                    : found == doubtful && belief > DoubtInAWord && LiesInNamedCountry(name.Known) ? WitnessGround.InNamedCountry
                    : WitnessGround.None;
                if (ground == WitnessGround.None) continue;
                Cover(covered, name.First, name.End);
                names.Add(new TaggedName(name.First, name.End, EntityKind.Place, name.Score, name.Evidence));
                trace?.RuleStands(name, ground, [], belief);
            }
        }

        if (names.Count > count) names.Sort((left, right) => left.First.CompareTo(right.First));
    }

    // «ولاية الجزيرة», then «في الجزيرة»: where a text names a division by a word that no list has for a place, the word is that behind what only places have before them, and where the tagger takes it for a name without being sure of the kind.
    private void AddDivisionsWithoutHead(List<TaggedName> names)
    {
        GazetteerMatcher matcher = Matcher;
        foreach (TaggedName name in names)
        {
            if (name.Kind != EntityKind.Place || name.End - name.First > 1 || matcher.DivisionBehindHead(name.First) is not { Length: 1 } division || matcher.Longest(name.First, MeaningKind.Place).Found) continue;
            (Divisions ??= []).TryAdd(words[name.First].Printed.Key, division.Node);
        }

        if (Divisions is null) return;
        int count = names.Count, next = 0;
        for (int i = 0; i < words.Count; i++)
        {
            while (next < count && names[next].End <= i) next++;
            bool isNamed = next < count && names[next].First <= i;
            if (!IsDivision(i) || (isNamed ? names[next] is not { Kind: EntityKind.Organization, Score: < MuchBelief } marked || marked.End - marked.First > 1 : !HasCue(i) && tagger.Belief(i, EntityKind.Place) <= DoubtInAWord)) continue;
            var division = new TaggedName(i, i + 1, EntityKind.Place, MathF.Max(SomeBelief, tagger.Belief(i, EntityKind.Place)), MentionEvidence.Gazetteer);
            trace?.NamesDivision(division, isNamed ? names[next] : null);
            if (isNamed) names[next] = division;
            else names.Add(division);
        }

        if (names.Count > count) names.Sort((left, right) => left.First.CompareTo(right.First));
    }

    private bool IsDivision(int word)
    {
        for (int reading = 0; reading < words[word].ReadingCount; reading++)
            if (Divisions!.ContainsKey(words[word][reading].Key)) return true;
        return false;
    }

    private bool HasCue(int word) => word > 0 && words[word].Joined && PlacePrepositions.Contains(words[word - 1].Printed.Key);

    // Loops, not the generic methods of spans: names are short, and those are compiled anew for truth values.
    private static void Cover(bool[] covered, int first, int end)
    {
        for (int i = first; i < end; i++) covered[i] = true;
    }

    private static bool IsCovered(bool[] covered, int first, int end)
    {
        for (int i = first; i < end; i++)
            if (covered[i]) return true;
        return false;
    }

    private bool IsOwn(FoundName rule)
    {
        if (rule.Known < 0 || !gazetteer.HasOwnEntries) return false;
        if (rule.Kind != EntityKind.Place) return gazetteer.IsOwn(GazetteerMatcher.MeaningOf(rule.Kind), rule.Known);
        foreach (Meaning meaning in gazetteer.MeaningsAt(rule.Known))
            if (meaning.Kind == MeaningKind.Place && gazetteer.IsOwn(meaning.Kind, meaning.Value)) return true;
        return false;
    }

    // «القائد ديميتروس فالنسيا» where the tagger marks the city without much belief; «جنوب إفريقيا», «كفر كلا» where it marks a part. A name and its epithet («مكة المكرمة») stay as the tagger has them: they are one place, unless the epithet tells which («طرابلس الغرب»). A head word or a direction
    // may be mere description («شرق آسيا», «نهر النيجر», «مخيم جنين») unless a country's, division's or settlement's name begins with it («جنوب السودان»): the tagger must have thought of it as part of the name.
    private WitnessGround GroundOfWhole(FoundName rule, TaggedName part)
    {
        if (IsCuedPlace(rule, part)) return WitnessGround.CuedPlace;
        if (rule.End - rule.First <= Math.Max(1, part.End - part.First)) return WitnessGround.None;
        if (rule.Kind == EntityKind.Person)
        {
            return rule.Known >= 0 ? WitnessGround.KnownPerson
                : (rule.Evidence & MentionEvidence.Title) != 0 && part.Kind != EntityKind.Person && part.Score < MuchBelief ? WitnessGround.TitledPerson
                : WitnessGround.None;
        }

        if (rule.Kind == EntityKind.Organization)
            return rule is { Known: < 0, Score: >= MentionFinder.OfClub } || (part.Kind == EntityKind.Place && (rule.Known >= 0 || part.Score < SurePlace)) ? WitnessGround.BodyOfPlace : WitnessGround.None;
        if (rule.Kind != EntityKind.Place || (part.First == rule.First && IsSamePlace(rule.Known, part) && !TellsCountry(rule.Known, part))) return WitnessGround.None;
        return IsProper(rule) ? WitnessGround.ProperPlace : LeastBelief(rule, part) > BeliefInRest ? WitnessGround.BelievedPlace : WitnessGround.None;
    }

    // «الأكاديمية السويدية في ستوكهولم»: a place of the list and not the body of the same words of which the tagger is not sure.
    private static bool IsCuedPlace(FoundName rule, TaggedName same) => rule is { Kind: EntityKind.Place, Known: > 0 } && same.Kind == EntityKind.Organization
        && same.First == rule.First && same.End == rule.End && same.Score < ((rule.Evidence & MentionEvidence.Context) != 0 ? MuchBelief : SomeBelief);

    // «مركز تانيغاشيما الفضائي», which no list has and of which the tagger is not sure: the place in it is named.
    private bool IsPlaceOfDoubtfulBody(FoundName rule, TaggedName body) => rule is { Kind: EntityKind.Place, Known: > 0 } && body.Kind == EntityKind.Organization && body.Score < SomeBelief
        && body.First < rule.First && body.End >= rule.End && !Matcher.OfLength(body.First, body.End - body.First, MeaningKind.Organization).Found;

    // «محطة زابوريجيا», of whose last word the tagger thinks as a body: what is inside a place's name and itself a place's is one.
    private bool IsPlaceInPlace(FoundName rule, TaggedName body) => rule is { Kind: EntityKind.Place, Known: > 0 } && body.Kind == EntityKind.Organization && body.Score < SomeBelief
        && body.End - body.First < rule.End - rule.First && NodeOf(body) > 0;

    private TaggedName MarkPlace(TaggedName body)
    {
        trace?.IsInPlace(body);
        return new TaggedName(body.First, body.End, EntityKind.Place, body.Score, body.Evidence | MentionEvidence.Gazetteer);
    }

    private bool IsSite(FoundName rule)
    {
        foreach (Meaning meaning in gazetteer.MeaningsAt(rule.Known))
            if (meaning.Kind == MeaningKind.Place && gazetteer.Place(meaning.Value).Info.Kind == PlaceKind.Site) return true;
        return false;
    }

    // A country, division or settlement, or an area that no head word opens («قطاع غزة», «بلاد الشام»): its name is all of these words.
    private bool IsProper(FoundName rule)
    {
        foreach (Meaning meaning in gazetteer.MeaningsAt(rule.Known))
        {
            if (meaning.Kind != MeaningKind.Place) continue;
            PlaceKind kind = gazetteer.Place(meaning.Value).Info.Kind;
            if (kind is PlaceKind.Country or PlaceKind.Region || kind.IsSettlement() || (kind == PlaceKind.Area && !Matcher.Longest(rule.First, MeaningKind.PlaceHead).Found)) return true;
        }

        return false;
    }

    // The least that the tagger believes of the words of a rule's name that do not stand in the part of it that it marks.
    private float LeastBelief(FoundName rule, TaggedName part)
    {
        float least = 1;
        for (int i = rule.First; i < rule.End; i++)
            if (i < part.First || i >= part.End) least = Math.Min(least, tagger.Belief(i, rule.Kind));
        return least;
    }

    // «دنزيل كروفاك (البحرين)»: what a bracket right behind it tells more of is a name.
    private bool OpensBracket(int end)
    {
        if (end >= words.Count) return false;
        int start = words[end - 1].Span.End;
        return text.AsSpan(start, words[end].Span.Start - start).TrimStart() is ['(', ..];
    }

    private bool StandsByItsWords(FoundName rule) => rule.Kind switch
    {
        EntityKind.Place => rule.Known >= 0 && (!IsSite(rule) || MeanBelief(rule) >= BeliefInSite),
        EntityKind.Person => rule.Known >= 0 || OpensBracket(rule.End) || ((rule.Evidence & MentionEvidence.Title) != 0 && MeanBelief(rule) >= BeliefInTitled),
        _ => rule.Known >= 0,
    };

    private float MeanBelief(FoundName rule)
    {
        float sum = 0;
        for (int i = rule.First; i < rule.End; i++) sum += tagger.Belief(i, rule.Kind);
        return sum / (rule.End - rule.First);
    }

    // What the gazetteer has under the words of a place's name; 0 for nothing.
    private int NodeOf(TaggedName name) => Matcher.DivisionBehindHead(name.First) is { Found: true } division && division.Length == name.End - name.First ? division.Node : Matcher.OfLength(name.First, name.End - name.First, MeaningKind.Place).Node;

    private bool IsSamePlace(int node, TaggedName part)
    {
        PhraseMatch match = Matcher.Longest(part.First, part.End - part.First, MeaningKind.Place);
        return match.Found && gazetteer.NameOnePlace(node, match.Node);
    }

    // «طرابلس الغرب»: of one country, and without its epithet of several.
    private bool TellsCountry(int node, TaggedName part) => gazetteer.HeaviestOfOneCountry(node) >= 0 && gazetteer.HeaviestOfOneCountry(NodeOf(part)) < 0;

    private bool IsThing(TaggedName name)
    {
        ThingGround ground = ThingOf(name);
        if (ground == ThingGround.None) return false;
        trace?.IsThing(name, ground);
        return true;
    }

    // «ملعب أحمد بن علي» is no person; nor are ships, films and storms, which stand in quotation marks by themselves: a person there has a title, is on a list, or the model is sure of him and no head of a thing stands before him.
    // «الشرق الأوسط» is a newspaper there.
    private ThingGround ThingOf(TaggedName name)
    {
        if (name.Kind == EntityKind.Organization) return ThingGround.None;
        if (IsInThing(name) || IsNamesake(name)) return ThingGround.InThing;
        if (!IsQuoted(name)) return ThingGround.None;
        if (name.Kind == EntityKind.Person) return IsQuotedThing(name) ? ThingGround.QuotedPerson : ThingGround.None;
        return name.End - name.First > 1 && !HasHead(name.First) ? ThingGround.QuotedPlace : ThingGround.None;
    }

    private bool IsQuoted(TaggedName name) => words[name.First].OpensQuote && words[name.End - 1].ClosesQuote;

    private bool IsQuotedThing(TaggedName person)
    {
        if ((person.Evidence & (MentionEvidence.Title | MentionEvidence.Gazetteer)) != 0) return false;
        return (person.Evidence & MentionEvidence.Model) == 0 || person.Score < BeliefInQuoted || (_quotedThings is not null && _quotedThings.Contains(KeyOf(person.First)));
    }

    // Things stand in text order and do not overlap: only the last that begins no later can hold the name.
    private bool IsInThing(TaggedName name)
    {
        int low = 0, high = things.Count;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (things[middle].First <= name.First) low = middle + 1;
            else high = middle;
        }

        return low > 0 && things[low - 1].End >= name.End;
    }

    // «نوبل» of «جائزة نوبل», and wherever else the text has it alone, unless something beside the model says that a person is named.
    private bool IsNamesake(TaggedName name) => _namesakes is not null && IsModelsSinglePerson(name) && _namesakes.Contains(KeyOf(name.First));

    private void NoteNamesakes(List<TaggedName> names)
    {
        foreach (TaggedName name in names)
        {
            if (name.Kind != EntityKind.Person) continue;
            if (IsModelsSinglePerson(name) && words[name.First].Joined && IsBehindThingHead(name.First, 0)) (_namesakes ??= []).Add(KeyOf(name.First));
            if (!IsQuoted(name) || !IsBehindThingHead(name.First, MaxWordsBehindHead)) continue;
            _quotedThings ??= [];
            _quotedThings.Add(KeyOf(name.First));
            _quotedThings.Add(KeyOf(name.End - 1));
        }
    }

    private static bool IsModelsSinglePerson(TaggedName name) => name.Kind == EntityKind.Person && name.End - name.First == 1 && name.Evidence == MentionEvidence.Model;

    private long KeyOf(int word) => (long)words[word][0].Key;

    // «جائزة نوبل», «العاصفة المتوسطية "دانيال"»: behind the head of a thing that bears a person's name, with so many words of the same phrase between them.
    private bool IsBehindThingHead(int word, int between)
    {
        GazetteerMatcher matcher = Matcher;
        for (int i = word - 1; i >= 0 && i >= word - 1 - between; i--)
        {
            PhraseMatch head = matcher.Longest(i, MeaningKind.BodyHead);
            if (head.Found && i + head.Length <= word && (HeadTakes)matcher.ValueOf(head, MeaningKind.BodyHead) is var takes && (takes & HeadTakes.Person) != 0 && (takes & HeadTakes.Unreported) != 0) return true;
            if (!words[i].Joined) return false;
        }

        return false;
    }

    // «جزيرة جربة»: behind a word that only places have behind it.
    private bool HasHead(int first) => first > 0 && words[first].Joined && PlaceHeads.Contains(words[first - 1]);

    private bool LiesInNamedCountry(int node)
    {
        foreach (Meaning meaning in gazetteer.MeaningsAt(node))
            if (meaning.Kind == MeaningKind.Place && _countries.Contains(gazetteer.Place(meaning.Value).Country)) return true;
        return false;
    }

    // The countries of adjectives that are no other word, and of the names that the tagger marks as places and all of whose readings lie in one.
    private void NoteCountries(List<TaggedName> tagged, List<FoundNationality> nationalities)
    {
        foreach (FoundNationality nationality in nationalities)
            if (!nationality.IsCommon) _countries.Add(nationality.Country);
        foreach (TaggedName name in tagged)
        {
            if (name.Kind != EntityKind.Place || NodeOf(name) is not (> 0 and var node) || gazetteer.HeaviestOfOneCountry(node) is not (>= 0 and var heaviest)) continue;
            PlaceRecord place = gazetteer.Place(heaviest);
            if (place.Info.CountryCode.Length > 0) _countries.Add(place.Country);
        }
    }

    // Where the tagger marks nothing: a credit line; what the gazetteer has in several words; people in several words behind a title or before a bracket; the town behind «بلدة»; what the tagger believes a little of the countries that the text
    // names; «وجبيل وصور», right behind a place and joined to it by و.
    private WitnessGround GroundAlone(FoundName rule, List<TaggedName> names)
    {
        if ((rule.Evidence & MentionEvidence.CreditLine) != 0) return WitnessGround.CreditLine;
        if (rule.End - rule.First > 1 && !rule.IsShort && StandsByItsWords(rule)) return WitnessGround.SeveralWords;
        if (rule.Kind != EntityKind.Place) return WitnessGround.None;
        if (rule.Known < 0) return WitnessGround.UnlistedBehindHead;
        if (rule.Reading == 0 && HasHead(rule.First)) return WitnessGround.BehindHead;
        if (tagger.Belief(rule.First, rule.Kind) > DoubtInItsCountry && (gazetteer.CountryNamed(rule.Known) >= 0 || LiesInNamedCountry(rule.Known))) return WitnessGround.InNamedCountry;
        if (rule.First > 0 && words[rule.First].Joined && Matcher.Longest(rule.First - 1, MeaningKind.PlaceHead) is { Found: true, Length: 1 } && tagger.Belief(rule.First, rule.Kind) > BeliefBehindHead) return WitnessGround.CuedPlace;
        return rule is { Known: > 0 } && names.Count > 0 && names[^1].Kind == EntityKind.Place && names[^1].End == rule.First && words[rule.First].ContinuesRow(rule.Reading)
            ? WitnessGround.Row : WitnessGround.None;
    }
}
