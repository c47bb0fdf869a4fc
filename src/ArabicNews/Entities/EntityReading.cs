using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace ArabicNews;

/// <summary>
/// One reading of a text, part by part: its words, the names that rules see, and what the tagger makes of both. Rules know what is on the lists; the tagger knows what news looks like, sees the rules' findings among its
/// evidence, and decides.
/// </summary>
internal sealed class EntityReading(Gazetteer gazetteer, string text, EntityTrace? trace, TaggerModel? model)
{
    private const int MaxUnknownOfCredit = 1;

    private readonly List<Part> _parts = [];
    private readonly List<FoundName> _credited = [], _byRule = [], _doubtful = [];
    private readonly List<(int First, int End)> _things = [];

    private MentionTagger? _tagger;

    private sealed record Part(int First, int End, MentionEvidence Evidence)
    {
        public readonly int First = First;
        public readonly int End = End;
        public readonly MentionEvidence Evidence = Evidence;
    }

    /// <summary>All words that were read, in text order.</summary>
    public List<Word> Words { get; } = trace?.Words ?? [];

    /// <summary>The adjectives and nouns of nationality, in text order. After <see cref="Names"/>.</summary>
    public List<FoundNationality> Nationalities { get; private set; } = [];

    // Made when the words of the first part are there: until then its model may still be loading.
    private MentionTagger Tagger => _tagger ??= new MentionTagger(model ?? TaggerModel.Default, gazetteer, text);

    /// <summary>Reads a part of the text; parts come in text order and do not overlap.</summary>
    public void ReadPart(TextSpan span, MentionEvidence evidence)
    {
        int first = Words.Count, firstName = _byRule.Count;
        TextWords.Read(text, span, gazetteer, Words);
        if (Words.Count == first) return;
        ReadOnlySpan<Word> words = CollectionsMarshal.AsSpan(Words);
        new MentionFinder(text, gazetteer, words, _byRule, _things) { Doubtful = _doubtful, Trace = trace }.Find(first, Words.Count, evidence);
        Tagger.Read(words, first, Words.Count, CollectionsMarshal.AsSpan(_byRule)[firstName..]);
        _parts.Add(new Part(first, Words.Count, evidence));
    }

    /// <summary>Reads a line of credits, which the article parser has read already: what it says is what they name; the rest is text («مهرجان كان»).</summary>
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
            ReadPart(TextSpan.FromBounds(end, credit.Start), MentionEvidence.None);
            end = credit.End;
            int first = Words.Count;
            TextWords.Read(text, credit, gazetteer, Words);
            if (Words.Count == first) continue;
            var matcher = new GazetteerMatcher(gazetteer, CollectionsMarshal.AsSpan(Words));
            MeaningKind meaning = GazetteerMatcher.MeaningOf(kind);
            int known = matcher.KnownBy(matcher.OfLength(first, Words.Count - first, meaning), meaning);
            if (known < 0 && kind == EntityKind.Place && (AddPlaceAndItsCountry(first) || AddCreditedPlaces(first))) continue;
            AddCredited(kind, first, Words.Count, credit, known);
        }

        ReadPart(TextSpan.FromBounds(end, span.End), MentionEvidence.None);
    }

    // «شيانغ راي (تايلاند)»: one that the gazetteer lacks, and behind a sign one that it has.
    private bool AddPlaceAndItsCountry(int first)
    {
        int second = first + 1;
        while (second < Words.Count && Words[second].Joined) second++;
        if (second >= Words.Count) return false;
        var matcher = new GazetteerMatcher(gazetteer, CollectionsMarshal.AsSpan(Words));
        PhraseMatch place = matcher.Longest(second, MeaningKind.Place);
        if (!place.Found || second + place.Length != Words.Count || matcher.Longest(first, MeaningKind.Place).Found) return false;
        AddCredited(EntityKind.Place, first, second, TextSpan.FromBounds(Words[first].Span.Start, Words[second - 1].Span.End), -1);
        AddCredited(EntityKind.Place, second, Words.Count, TextSpan.FromBounds(Words[second][place.Reading].Start, Words[^1].Span.End), place.Node, place.Reading);
        return true;
    }

    // «حلب - دمشق», «بنغازي (شرق ليبيا)»: a credit of places that the gazetteer has, and of hardly more.
    private bool AddCreditedPlaces(int first)
    {
        var matcher = new GazetteerMatcher(gazetteer, CollectionsMarshal.AsSpan(Words));
        var places = new List<(int First, PhraseMatch Match)>();
        int covered = 0;
        for (int i = first; i < Words.Count;)
        {
            PhraseMatch match = matcher.Longest(i, MeaningKind.Place);
            if (match.Found)
            {
                places.Add((i, match));
                covered += match.Length;
            }

            i += Math.Max(1, match.Length);
        }

        if (covered < Words.Count - first - MaxUnknownOfCredit || covered <= MaxUnknownOfCredit) return false;
        foreach ((int place, PhraseMatch match) in places)
            AddCredited(EntityKind.Place, place, place + match.Length, TextSpan.FromBounds(Words[place][match.Reading].Start, Words[place + match.Length - 1].Span.End), match.Node, match.Reading);
        return true;
    }

    private void AddCredited(EntityKind kind, int first, int end, TextSpan span, int known, int reading = 0)
    {
        var name = new FoundName
        {
            Kind = kind,
            First = first,
            End = end,
            Reading = reading,
            Span = span,
            Known = known,
            Score = 0.9f,
            Evidence = MentionEvidence.CreditLine,
        };
        trace?.Credited(name);
        _credited.Add(name);
    }

    /// <summary>The names of all parts, in text order.</summary>
    public List<FoundName> Names()
    {
        var names = new List<FoundName>(_credited);
        List<TaggedName> tagged = Tagger.Names();
        trace?.Tagged(tagged);
        Nationalities = NationalityReader.Read(gazetteer, Words);
        var witness = new SecondWitness(gazetteer, text, Tagger, Words, _byRule, _things, trace);
        tagged = witness.Judge(tagged, _credited, _doubtful, Nationalities);
        foreach (TaggedName name in tagged)
        {
            float belief = name.Score;
            name.Score = MentionScores.Of(belief);
            trace?.Scored(name, belief);
        }

        ReadOnlySpan<TaggedName> rest = CollectionsMarshal.AsSpan(tagged);
        var finder = new MentionFinder(text, gazetteer, CollectionsMarshal.AsSpan(Words), names, []) { Divisions = witness.Divisions, Trace = trace };
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
    public float BeliefInPerson(int word) => Tagger.Belief(word, EntityKind.Person);

    /// <summary>What the tagger makes of words that are thought to be a name; none of words that it has not read. After <see cref="Names"/>, in the order of the text.</summary>
    public ImmutableArray<TaggedWord> Explain(int first, int end, EntityKind kind) => Tagger.Explain(CollectionsMarshal.AsSpan(Words), _byRule, first, end, kind);

    /// <summary>The kind in whose names the tagger believes most at a word, and how much. After <see cref="Names"/>.</summary>
    public (EntityKind Kind, float Belief) Belief(int word)
    {
        (EntityKind Kind, float Belief) most = default;
        foreach (EntityKind kind in (EntityKind[])[EntityKind.Person, EntityKind.Place, EntityKind.Organization])
            if (Tagger.Belief(word, kind) is var belief && belief > most.Belief) most = (kind, belief);
        return most;
    }
}
