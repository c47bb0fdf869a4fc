using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace ArabicNews;

/// <summary>
/// One reading of a text, part by part: its words, the names that rules see, and what the tagger makes of both. Rules know what is on the lists; the tagger knows what news looks like, sees the rules' findings among its
/// evidence, and decides.
/// </summary>
internal sealed class EntityReading(Gazetteer gazetteer, TaggerModel model, string text)
{
    // Where the tagger believes this much in a name that it does not mark, a rule's finding decides.
    private const float Doubt = 0.2f, DoubtInItsCountry = 0.03f;

    // What it must believe of the words of a run that only looks like a name: on folds of news and of an encyclopedia one in 64 of those below it was right.
    private const float BeliefInLooks = 0.1f;

    // How common a word may be that is taken for a place because the text names the place elsewhere.
    private const int MaxLevelOfAnother = 3;

    // How much the tagger must believe of the other words where it marks only a part of a rule's name. Set on three folds of news, each read by a model that had not seen it: where the tagger marks «أفريقيا» of
    // «غرب أفريقيا», so mostly do the annotators.
    private const float BeliefInRest = 0.02f, MuchBelief = 0.75f;

    private readonly MentionTagger _tagger = new(model, gazetteer, text);
    private readonly List<Part> _parts = [];
    private readonly List<FoundName> _credited = [], _byRule = [], _doubtful = [];
    private readonly List<(int First, int End)> _things = [];
    private readonly HashSet<int> _countries = [];

    private sealed record Part(int First, int End, MentionEvidence Evidence)
    {
        public readonly int First = First;
        public readonly int End = End;
        public readonly MentionEvidence Evidence = Evidence;
    }

    /// <summary>All words that were read, in text order.</summary>
    public List<Word> Words { get; } = [];

    // Until the next word is read.
    private GazetteerMatcher Matcher => new(gazetteer, CollectionsMarshal.AsSpan(Words));

    /// <summary>Reads a part of the text; parts come in text order and do not overlap.</summary>
    public void ReadPart(TextSpan span, MentionEvidence evidence)
    {
        int first = Words.Count, firstName = _byRule.Count;
        TextWords.Read(text, span, gazetteer, Words);
        if (Words.Count == first) return;
        ReadOnlySpan<Word> words = CollectionsMarshal.AsSpan(Words);
        new MentionFinder(text, gazetteer, words, _byRule, _things) { Doubtful = _doubtful }.Find(first, Words.Count, evidence);
        _tagger.Read(words, first, Words.Count, CollectionsMarshal.AsSpan(_byRule)[firstName..]);
        _parts.Add(new Part(first, Words.Count, evidence));
    }

    /// <summary>Reads a line of credits, which the article parser has read already: what it says is what they name.</summary>
    public void ReadCredits(TextSpan span, ImmutableArray<CreditedName> persons, ImmutableArray<CreditedName> places, ImmutableArray<CreditedName> bodies)
    {
        var credits = new List<(TextSpan Span, EntityKind Kind)>();
        foreach (CreditedName person in persons) credits.Add((person.Span, EntityKind.Person));
        foreach (CreditedName place in places.IsDefault ? [] : places) credits.Add((place.Span, EntityKind.Place));
        foreach (CreditedName body in bodies.IsDefault ? [] : bodies) credits.Add((body.Span, EntityKind.Organization));
        int end = span.Start;
        foreach ((TextSpan credit, EntityKind kind) in credits.OrderBy(credit => credit.Span.Start))
        {
            if (credit.Start < end || credit.End > span.End) continue;
            end = credit.End;
            int first = Words.Count;
            TextWords.Read(text, credit, gazetteer, Words);
            if (Words.Count == first) continue;
            GazetteerMatcher matcher = Matcher;
            MeaningKind meaning = GazetteerMatcher.MeaningOf(kind);
            _credited.Add(new FoundName
            {
                Kind = kind,
                First = first,
                End = Words.Count,
                Reading = 0,
                Span = credit,
                Known = matcher.KnownBy(matcher.OfLength(first, Words.Count - first, meaning), meaning),
                Score = 0.9f,
                Evidence = MentionEvidence.CreditLine,
            });
        }
    }

    /// <summary>The names of all parts, in text order.</summary>
    public List<FoundName> Names()
    {
        var names = new List<FoundName>(_credited);
        List<TaggedName> tagged = WithRules(_tagger.Names());
        ReadOnlySpan<TaggedName> rest = CollectionsMarshal.AsSpan(tagged);
        var finder = new MentionFinder(text, gazetteer, CollectionsMarshal.AsSpan(Words), names, []);
        foreach ((int first, int end, MentionEvidence evidence) in _parts)
        {
            int count = 0;
            while (count < rest.Length && rest[count].First < end) count++;
            finder.Follow(first, end, rest[..count], evidence);
            rest = rest[count..];
        }

        names.Sort((left, right) => left.First.CompareTo(right.First));
        return names;
    }

    /// <summary>How likely the tagger finds it that word number <paramref name="word"/> belongs to a person's name. After <see cref="Names"/>.</summary>
    public float BeliefInPerson(int word) => _tagger.Belief(word, EntityKind.Person);

    // What rules are sure of stays where the tagger marks nothing, and a longer name where it marks a part; where both see the same name, it has the grounds of both. A user's own name is a name.
    private List<TaggedName> WithRules(List<TaggedName> tagged)
    {
        NoteCountries(tagged);
        int next = 0;
        var names = new List<TaggedName>(tagged.Count);
        foreach (FoundName rule in _byRule)
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
            }
            else if (IsOwn(rule) || (end == next ? IsSure(rule) || ContinuesList(rule, names) : isInside && IsWhole(rule, tagged[next])))
            {
                names.Add(new TaggedName(rule.First, rule.End, rule.Kind, rule.Score, rule.Evidence));
                next = end;
            }
        }

        names.AddRange(tagged[next..]);
        names.RemoveAll(IsThing);
        AddPlacesKnownFromElsewhere(names);
        foreach (TaggedName name in names) name.Score = MentionScores.Of(name.Score);
        return names;
    }

    // «جزيرة جربة», then «جربة»: what is a place of the gazetteer at one spot of the text is one wherever the tagger marks nothing else, unless it is a word that news uses for other things.
    private void AddPlacesKnownFromElsewhere(List<TaggedName> names)
    {
        var known = new HashSet<int>();
        bool[] covered = new bool[Words.Count];
        foreach (FoundName name in _credited)
            if (name is { Kind: EntityKind.Place, Known: > 0 }) known.Add(name.Known);
        foreach (TaggedName name in names)
        {
            covered.AsSpan(name.First, name.End - name.First).Fill(true);
            if (name.Kind == EntityKind.Place && NodeOf(name) is > 0 and var node) known.Add(node);
        }

        int count = names.Count;
        foreach (List<FoundName> found in (List<FoundName>[])[_byRule, _doubtful])
        {
            foreach (FoundName name in found)
            {
                if (name.Kind != EntityKind.Place || !known.Contains(name.Known) || Words[name.First].Level > MaxLevelOfAnother || covered.AsSpan(name.First, name.End - name.First).Contains(true)) continue;
                covered.AsSpan(name.First, name.End - name.First).Fill(true);
                names.Add(new TaggedName(name.First, name.End, EntityKind.Place, name.Score, name.Evidence));
            }
        }

        if (names.Count > count) names.Sort((left, right) => left.First.CompareTo(right.First));
    }

    private bool IsOwn(FoundName rule)
    {
        if (rule.Known < 0 || !gazetteer.HasOwnEntries) return false;
        if (rule.Kind != EntityKind.Place) return gazetteer.IsOwn(GazetteerMatcher.MeaningOf(rule.Kind), rule.Known);
        foreach (Meaning meaning in gazetteer.MeaningsAt(rule.Known))
            if (meaning.Kind == MeaningKind.Place && gazetteer.IsOwn(meaning.Kind, meaning.Value)) return true;
        return false;
    }

    // «القائد ديميتروس فالنسيا» where the tagger marks the city without much belief; «جنوب إفريقيا», «كفر كلا» where it marks a part. A name and its epithet («مكة المكرمة») stay as the tagger has them: they are one place. A head word or a direction
    // may be mere description («شرق آسيا», «نهر النيجر», «مخيم جنين») unless a country's, division's or settlement's name begins with it («جنوب السودان»): the tagger must have thought of it as part of the name.
    private bool IsWhole(FoundName rule, TaggedName part) => rule.End - rule.First > Math.Max(1, part.End - part.First) && (rule.Kind switch
    {
        EntityKind.Person => rule.Known >= 0 || ((rule.Evidence & MentionEvidence.Title) != 0 && part.Kind != EntityKind.Person && part.Score < MuchBelief),
        EntityKind.Place => (part.First > rule.First || !IsSamePlace(rule.Known, part)) && (IsProper(rule) || LeastBelief(rule, part) > BeliefInRest),
        _ => false,
    });

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
            if (i < part.First || i >= part.End) least = Math.Min(least, _tagger.Belief(i, rule.Kind));
        return least;
    }

    private float MeanBelief(FoundName rule)
    {
        float sum = 0;
        for (int i = rule.First; i < rule.End; i++) sum += _tagger.Belief(i, rule.Kind);
        return sum / (rule.End - rule.First);
    }

    // What the gazetteer has under the words of a place's name; 0 for nothing.
    private int NodeOf(TaggedName name) => Matcher.OfLength(name.First, name.End - name.First, MeaningKind.Place).Node;

    private bool IsSamePlace(int node, TaggedName part)
    {
        PhraseMatch match = Matcher.Longest(part.First, part.End - part.First, MeaningKind.Place);
        if (!match.Found) return false;
        foreach (Meaning whole in gazetteer.MeaningsAt(node))
            foreach (Meaning meaning in gazetteer.MeaningsAt(match.Node))
                if (whole == meaning && whole.Kind == MeaningKind.Place) return true;
        return false;
    }

    // «ملعب أحمد بن علي» is no person; nor is what stands in quotation marks by itself, as ships, films and storms do, unless a title or the gazetteer says so. «الشرق الأوسط» is a newspaper there.
    private bool IsThing(TaggedName name) => name.Kind != EntityKind.Organization
        && (IsInThing(name)
            || (name.Kind == EntityKind.Person && Words[name.First].OpensQuote && Words[name.End - 1].ClosesQuote && (name.Evidence & (MentionEvidence.Title | MentionEvidence.Gazetteer)) == 0)
            || (name.Kind == EntityKind.Place && name.End - name.First > 1 && Words[name.First].OpensQuote && Words[name.End - 1].ClosesQuote && !HasHead(name.First)));

    // Things stand in text order and do not overlap: only the last that begins no later can hold the name.
    private bool IsInThing(TaggedName name)
    {
        int low = 0, high = _things.Count;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (_things[middle].First <= name.First) low = middle + 1;
            else high = middle;
        }

        return low > 0 && _things[low - 1].End >= name.End;
    }

    // «وجبيل وصور»: right behind a place, joined to it by و.
    private bool ContinuesList(FoundName rule, List<TaggedName> names) => rule is { Kind: EntityKind.Place, Known: > 0 } && names.Count > 0 && names[^1].Kind == EntityKind.Place && names[^1].End == rule.First && Words[rule.First].ContinuesRow(rule.Reading);

    // «جزيرة جربة»: behind a word that only places have behind it.
    private bool HasHead(int first) => first > 0 && Words[first].Joined && PlaceHeads.Contains(Words[first - 1]);

    private bool LiesInNamedCountry(int node)
    {
        foreach (Meaning meaning in gazetteer.MeaningsAt(node))
            if (meaning.Kind == MeaningKind.Place && _countries.Contains(gazetteer.Place(meaning.Value).Country)) return true;
        return false;
    }

    // The countries of the names that the tagger marks as places and all of whose readings lie in one.
    private void NoteCountries(List<TaggedName> tagged)
    {
        foreach (TaggedName name in tagged)
        {
            if (name.Kind != EntityKind.Place || NodeOf(name) is not (> 0 and var node) || gazetteer.HeaviestOfOneCountry(node) is not (>= 0 and var heaviest)) continue;
            PlaceRecord place = gazetteer.Place(heaviest);
            if (place.Info.CountryCode.Length > 0) _countries.Add(place.Country);
        }
    }

    // A credit line; what the gazetteer has in several words; people in several words, unless nothing but looks speaks for them and the tagger sees none; the town behind «بلدة»; whatever the tagger half believes, and of the countries that the text names a little less.
    private bool IsSure(FoundName rule) => (rule.Evidence & MentionEvidence.CreditLine) != 0
        || (rule.End - rule.First > 1 && !rule.IsShort && (rule.Known >= 0 || (rule.Kind == EntityKind.Person && ((rule.Evidence & MentionEvidence.Title) != 0 || MeanBelief(rule) >= BeliefInLooks))))
        || (rule.Kind == EntityKind.Place && (rule.Known < 0 || (rule.Reading == 0 && HasHead(rule.First)) || (_tagger.Belief(rule.First, rule.Kind) > DoubtInItsCountry && LiesInNamedCountry(rule.Known))))
        || (rule.Kind != EntityKind.Organization && _tagger.Belief(rule.First, rule.Kind) > Doubt);
}
