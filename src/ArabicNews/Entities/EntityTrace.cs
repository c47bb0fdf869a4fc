using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;

namespace ArabicNews;

/// <summary>How a name came into its group.</summary>
internal enum GroupRule
{
    /// <summary>The same person, body or place of the gazetteer.</summary>
    Gazetteer,
    /// <summary>The words of a name seen whole, or its beginning, or its first and last word.</summary>
    WholeName,
    /// <summary>The last word of a name seen whole.</summary>
    LastWord,
    /// <summary>The first word of a name seen whole.</summary>
    FirstWord,
    /// <summary>The last word of a name seen whole, found where neither rules nor tagger saw a name.</summary>
    UnseenLastWord,
    /// <summary>The same words.</summary>
    SameWords,
}

/// <summary>
/// The minutes of one extraction: those who decide tell it what and why, at the places where they do. Nobody reads it while they decide. A candidate is a run of words thought to be a name of a kind; candidates that
/// become no mention are kept with the reason.
/// </summary>
internal sealed class EntityTrace(Gazetteer gazetteer, string text)
{
    /// <summary>Words of a text that are explained: some hundred megabytes of sentences at the very most.</summary>
    public const int MaxWords = 20_000;

    private const int MaxReadings = 8, MaxVotes = 8;

    // Where nothing is a name, how much of a belief is worth telling.
    private const float LeastBelief = 0.1f;

    private readonly Dictionary<(int First, int End, EntityKind Kind), Candidate> _candidates = [];
    private readonly Dictionary<int, List<CountryVote>> _votes = [];
    private readonly Dictionary<int, TextSpan> _anchors = [];

    /// <summary>The words of the text, which are still being read.</summary>
    public List<Word> Words { get; } = [];

    private sealed class Candidate(int first, int end, EntityKind kind)
    {
        public readonly int First = first, End = end;
        public readonly EntityKind Kind = kind;
        public readonly List<ExplainedStep> Steps = [];
        public readonly List<(int Row, PlaceScore Score)> Readings = [];
        public Mention? Mention;
    }

    // Rules

    /// <summary>A person of the gazetteer, by the whole name or a short form.</summary>
    public void KnownPerson(int first, int length, int person, bool isShort, NameTrigger trigger, in RoleTracker role)
    {
        NameRecord record = gazetteer.Person(person);
        Note(first, first + length, EntityKind.Person, ExplainedStepKind.Gazetteer, Known(record, isShort));
        Triggered(first, first + length, trigger, role);
    }

    /// <summary>What stands before a possible person.</summary>
    public void Triggered(int first, int end, NameTrigger trigger, in RoleTracker role)
    {
        if (trigger is NameTrigger.None || first >= MaxWords) return;
        TextSpan at = trigger is NameTrigger.Title or NameTrigger.Role ? TextSpan.FromBounds(role.Start, Words[first - 1].Span.End) : Words[first - 1].Span;
        Note(first, end, EntityKind.Person, ExplainedStepKind.Trigger, $"{Quote(at)} before it is {trigger switch
        {
            NameTrigger.Title => "a title",
            NameTrigger.Role => "a title with other words behind it",
            NameTrigger.Verb => "a verb of speech",
            _ => "the end of another person's name",
        }}", at);
    }

    /// <summary>A run of words that looks enough like a name.</summary>
    public void Pattern(int first, int end, float weight, float needed, string words) =>
        Note(first, end, EntityKind.Person, ExplainedStepKind.Rule, $"the words look like a person's name: {words}; {Decimal(weight)} points of {Decimal(needed)} needed");

    /// <summary>A run of words before a country in brackets.</summary>
    public void BeforeCountry(int first, int end) => Note(first, end, EntityKind.Person, ExplainedStepKind.Rule, "a few words before a country in brackets are a person's name");

    /// <summary>A run of words that does not look enough like a name.</summary>
    public void Shortfall(int first, int end, float weight, float needed, string words) =>
        Against(first, end, EntityKind.Person, needed == float.MaxValue
            ? $"to rules one word alone is no name without a title or verb before it: {words}"
            : $"to rules the words do not look enough like a name: {words}; {Decimal(weight)} points of {Decimal(needed)} needed");

    /// <summary>What rules do not believe.</summary>
    public void Doubted(EntityKind kind, int first, int end, NameDoubt doubt, string? id)
    {
        if (kind == EntityKind.Place) HasPlaces(first, end);
        if (id is not null) Note(first, end, kind, ExplainedStepKind.Gazetteer, $"the gazetteer has it as a short name of {id}");
        Against(first, end, kind, doubt switch
        {
            NameDoubt.Quoted => "rules: in quotation marks by themselves stand ships, films, newspapers",
            NameDoubt.PrintedIsCommoner => "rules: as printed the word is more common than without its particle",
            NameDoubt.HalfOfGenitive => "rules: a plain word beside the article is half of a genitive",
            NameDoubt.AlsoAWord => "rules: the short name is also a word or a first name and has no title or verb before it",
            NameDoubt.StopWord => "rules: a word of grammar, and no adjective of a country behind it",
            NameDoubt.Compared => "rules: \u0643 compares only with countries and capitals",
            NameDoubt.RareBehindParticle => "rules: what a particle leaves is too short for a name that news hardly has",
            NameDoubt.EndsInPronoun => "rules: printed with a final heh, as no place of this name is",
            _ => "rules: the name is also a word or a person's, and nothing beside it says that it is a place",
        });
    }

    /// <summary>What beside a name says that it is a place.</summary>
    public void Cued(int first, int length, PlaceCue cue)
    {
        if (first >= MaxWords) return;
        TextSpan? before = cue is PlaceCue.CreditLine or PlaceCue.Inside ? null : Words[first - 1].Span;
        Note(first, first + length, EntityKind.Place, ExplainedStepKind.Trigger, cue switch
        {
            PlaceCue.CreditLine => "a line of credits",
            PlaceCue.Head => $"{Quote(before!.Value)} before it is a head word of places",
            PlaceCue.Inside => "behind it «\u0641\u064A» and a place of its country",
            PlaceCue.Preposition when Words[first - 1].Printed.Key is var key && key != PlacePrepositions.In && key != PlacePrepositions.To => $"behind {Quote(before!.Value)}, which places have before them",
            PlaceCue.Preposition => $"behind the preposition {Quote(before!.Value)}",
            _ => $"joined to the place {Quote(before!.Value)} of the same country",
        }, before);
    }

    /// <summary>A reading that another one of the same or more words beats.</summary>
    public void GaveWay(EntityKind kind, int first, int end, RuleWay way) => Against(first, end, kind, way switch
    {
        RuleWay.PrintedIsPlace => "rules: the word as printed is a place, and this reading takes a particle off",
        RuleWay.PlaceOfTheSameWords => "rules: the same words are a place",
        RuleWay.BodyOrThing => "rules: it is part of the name that opens with a head word before it",
        _ => "rules: another name at this word is longer, or as long and goes first",
    });

    /// <summary>Rules take a body of the gazetteer before the others.</summary>
    public void TookBody(int first, int length, int known, FoundName? person, PhraseMatch place)
    {
        Note(first, first + length, EntityKind.Organization, ExplainedStepKind.Gazetteer, Known(gazetteer.Organization(known), false));
        Note(first, first + length, EntityKind.Organization, ExplainedStepKind.Rule, "rules take it for an organization");
        Lost(first, person, place, default);
    }

    /// <summary>Rules take a body or thing that opens with a head word before the others.</summary>
    public void TookHead(int first, int length, bool isReported, PhraseMatch place)
    {
        if (isReported) Note(first, first + length, EntityKind.Organization, ExplainedStepKind.Rule, "rules take the head word of an organization and the name behind it for one");
        else Against(first, first + length, EntityKind.Organization, "rules: a ground, road, ship or prize, which is none of the kinds that are reported");
        if (place.Found) GaveWay(EntityKind.Place, first, first + place.Length, RuleWay.BodyOrThing);
    }

    /// <summary>Rules take a person before the others.</summary>
    public void TookPerson(FoundName person, PhraseMatch organization, PhraseMatch place)
    {
        Note(person.First, person.End, EntityKind.Person, ExplainedStepKind.Rule, "rules take it for a person");
        Lost(person.First, null, place, organization);
    }

    /// <summary>Rules take a place before the others.</summary>
    public void TookPlace(int first, PhraseMatch place, FoundName? person, PhraseMatch organization)
    {
        HasPlaces(first, first + place.Length);
        Note(first, first + place.Length, EntityKind.Place, ExplainedStepKind.Rule, "rules take it for a place");
        Lost(first, person, default, organization);
    }

    /// <summary>Rules take a name that no list has for a settlement.</summary>
    public void TookUnlistedPlace(int first, int length) =>
        Note(first, first + length, EntityKind.Place, ExplainedStepKind.Rule, $"rules take what stands behind the head word {Quote(Words[first - 1].Span)} for a settlement that no list has", Words[first - 1].Span);

    private void Lost(int first, FoundName? person, PhraseMatch place, PhraseMatch organization)
    {
        if (person is not null) GaveWay(EntityKind.Person, first, person.End, RuleWay.LongerName);
        if (place.Found)
        {
            HasPlaces(first, first + place.Length);
            GaveWay(EntityKind.Place, first, first + place.Length, RuleWay.LongerName);
        }

        if (organization.Found) GaveWay(EntityKind.Organization, first, first + organization.Length, RuleWay.LongerName);
    }

    private void HasPlaces(int first, int end)
    {
        if (first >= MaxWords) return;
        if (new GazetteerMatcher(gazetteer, CollectionsMarshal.AsSpan(Words)).OfLength(first, end - first, MeaningKind.Place) is { Found: true } match)
            Note(first, end, EntityKind.Place, ExplainedStepKind.Gazetteer, PlacesAt(match.Node));
    }

    private string PlacesAt(int node)
    {
        int count = 0;
        string first = "";
        foreach (Meaning meaning in gazetteer.MeaningsAt(node))
        {
            if (meaning.Kind != MeaningKind.Place) continue;
            if (count++ == 0) first = gazetteer.Place(meaning.Value).Info.Id;
        }

        return count == 1 ? $"the gazetteer has one place of this name, {first}" : string.Create(CultureInfo.InvariantCulture, $"the gazetteer has {count} places of this name");
    }

    // Tagger and second witness

    /// <summary>What the tagger marks.</summary>
    public void Tagged(List<TaggedName> names)
    {
        foreach (TaggedName name in names)
        {
            if (name.First >= MaxWords) break;
            Note(name.First, name.End, name.Kind, ExplainedStepKind.Model, $"the model marks it; it is {Share(name.Score)} sure of its least sure label");
        }
    }

    /// <summary>Rules and tagger see the same name.</summary>
    public void RuleAgrees(FoundName rule) => Note(rule.First, rule.End, rule.Kind, ExplainedStepKind.Witness, "rules and model see the same name");

    /// <summary>The rules' name stands instead of what the tagger marks in its words.</summary>
    public void RuleStands(FoundName rule, WitnessGround ground, ReadOnlySpan<TaggedName> instead, float belief)
    {
        Note(rule.First, rule.End, rule.Kind, ExplainedStepKind.Witness, $"the rules' name stands: {ground switch
        {
            WitnessGround.OwnList => "it is of a list that was added",
            WitnessGround.CreditLine => "a line of credits",
            WitnessGround.SeveralWords => "several words that a list has, or that look like a name behind a title or before a bracket, and the model marks nothing",
            WitnessGround.UnlistedBehindHead => "a head word of settlements stands before it, and the model marks nothing",
            WitnessGround.BehindHead => "a head word of places stands before it, and the model marks nothing",
            WitnessGround.InNamedCountry => $"the text names its country, and the model believes {Share(belief)} of it",
            WitnessGround.Row => "a conjunction joins it to a place, and the model marks nothing",
            WitnessGround.Elsewhere => "the text names the place elsewhere, and the model marks nothing",
            WitnessGround.KnownPerson => "a list has all of its words, the model marks a part",
            WitnessGround.TitledPerson => "a title stands before it, and the model is not sure of the part that it marks",
            WitnessGround.CuedPlace => "what stands before it tells a place, and the model is not sure of the body that it marks",
            WitnessGround.BodyOfPlace => "it is a body that bears a place's name, the model marks the place",
            WitnessGround.ProperPlace => "its name is all of these words, the model marks a part",
            _ => "the model marks a part, but thinks of its other words too",
        }}");
        foreach (TaggedName name in instead)
            if (name.First != rule.First || name.End != rule.End || name.Kind != rule.Kind) Against(name.First, name.End, name.Kind, $"the rules' name {Quote(rule.Span)} stands instead", rule.Span);
    }

    /// <summary>The rules' name does not stand.</summary>
    public void RuleFalls(FoundName rule, ReadOnlySpan<TaggedName> instead, float belief)
    {
        if (rule.First >= MaxWords) return;
        if (instead.IsEmpty)
        {
            Against(rule.First, rule.End, rule.Kind, $"the model marks nothing here and believes {Share(belief)} of it, which is too little for what rules see");
            return;
        }

        TextSpan span = TextSpan.FromBounds(Words[instead[0].First].Span.Start, Words[instead[0].End - 1].Span.End);
        Against(rule.First, rule.End, rule.Kind, $"the model marks {Quote(span)} as {TraceText.NameOf(instead[0].Kind)} instead", span);
    }

    /// <summary>The head word that is marked with a place is no part of its name.</summary>
    public void HeadCut(TaggedName tagged, FoundName rule)
    {
        RuleAgrees(rule);
        Against(tagged.First, tagged.End, tagged.Kind, "no list has the place, so its head word is no part of its name");
    }

    /// <summary>Two people that are marked side by side are one.</summary>
    public void Joined(TaggedName first, TaggedName last)
    {
        Against(first.First, first.End, first.Kind, "the words behind it are marked as a person too, and nothing parts them: both are one name");
        Against(last.First, last.End, last.Kind, "the words before it are marked as a person too, and nothing parts them: both are one name");
        Note(first.First, last.End, EntityKind.Person, ExplainedStepKind.Witness, "two people are marked side by side, and nothing parts them: both are one name");
    }

    /// <summary>A word names the division that the text names behind its head word elsewhere.</summary>
    public void NamesDivision(TaggedName name, TaggedName? marked)
    {
        if (marked is not null) Against(marked.First, marked.End, marked.Kind, "elsewhere the text names a division so, behind its head word");
        Note(name.First, name.End, EntityKind.Place, ExplainedStepKind.Witness, "elsewhere the text names a division so, behind its head word");
    }

    /// <summary>What is marked as a body is a place, since it stands in a place's name.</summary>
    public void IsInPlace(TaggedName body)
    {
        Against(body.First, body.End, body.Kind, "it is a place's name inside another's, and the model is not sure of the body");
        Note(body.First, body.End, EntityKind.Place, ExplainedStepKind.Witness, "it is a place's name inside another's, and the model is not sure of the body");
    }

    /// <summary>What is marked is no name.</summary>
    public void IsThing(TaggedName name, ThingGround ground) => Against(name.First, name.End, name.Kind, ground switch
    {
        ThingGround.InThing => "it is part of the name of a ground, road, ship or prize",
        ThingGround.QuotedPerson => "in quotation marks by itself, with no title and on no list, and the model is not sure of a person: ships, films and storms are printed so",
        ThingGround.Club => "it stands before its country in brackets in a line of results: a club is named",
        _ => "in quotation marks by itself: newspapers are printed so",
    });

    /// <summary>What the beliefs came to.</summary>
    public void Scored(TaggedName name, float belief) =>
        Note(name.First, name.End, name.Kind, ExplainedStepKind.Score, $"a belief of {Share(belief)} is right {Share(name.Score)} of the time");

    /// <summary>What the gazetteer has under the words of a name.</summary>
    public void LookedUp(TaggedName name, int known, bool isShort, bool isWhole)
    {
        if (name.First >= MaxWords) return;
        if (known < 0)
        {
            Note(name.First, name.End, name.Kind, ExplainedStepKind.Gazetteer, "the gazetteer does not have it");
            return;
        }

        string what = name.Kind switch
        {
            EntityKind.Person => Known(gazetteer.Person(known), isShort),
            EntityKind.Organization => Known(gazetteer.Organization(known), false),
            _ => isWhole ? PlacesAt(known) : $"of its last words {PlacesAt(known)}",
        };
        // Rules may have said so already.
        Candidate candidate = CandidateOf(name.First, name.End, name.Kind)!;
        if (!candidate.Steps.Exists(step => step.Kind == ExplainedStepKind.Gazetteer && step.Text == what)) candidate.Steps.Add(new ExplainedStep(ExplainedStepKind.Gazetteer, what));
    }

    private static string Known(NameRecord record, bool isShort) => $"the gazetteer has it as {(isShort ? "a short name of " : "")}{record.Id}";

    /// <summary>What is marked stands within the title of somebody.</summary>
    public void InTitle(TaggedName name) => Against(name.First, name.End, name.Kind, "it is part of a title that a list has in these words");

    /// <summary>A person with a title before the name.</summary>
    public void HasRole(FoundName person)
    {
        if (person.Role.IsEmpty || CandidateOf(person.First, person.End, EntityKind.Person) is not { } candidate) return;
        if (!candidate.Steps.Exists(step => step.Kind == ExplainedStepKind.Trigger && step.At == person.Role)) candidate.Steps.Add(new ExplainedStep(ExplainedStepKind.Trigger, $"{Quote(person.Role)} before it is a title", person.Role));
    }

    // Groups and places

    /// <summary>A name of a line of credits that the article parser has read.</summary>
    public void Credited(FoundName name) => Note(name.First, name.End, name.Kind, ExplainedStepKind.Rule, "the article's line of credits names it");

    /// <summary>A name joins a group, whose first name is <paramref name="other"/>, or opens one.</summary>
    public void Grouped(FoundName name, GroupRule rule, FoundName? other)
    {
        if (other is null)
        {
            Note(name.First, name.End, name.Kind, ExplainedStepKind.Group, name.Known >= 0 && rule == GroupRule.Gazetteer ? "the first mention of this row of the gazetteer" : "no other name seen so far fits: an entity of its own");
            return;
        }

        int words = name.End - name.First, whole = other.End - other.First;
        Note(name.First, name.End, name.Kind, ExplainedStepKind.Group, rule switch
        {
            GroupRule.Gazetteer => $"the same row of the gazetteer as {Quote(other.Span)}",
            GroupRule.WholeName => words == whole ? $"the same words as {Quote(other.Span)}, in any spelling" : $"words that are the beginning, or the first and last word, of {Quote(other.Span)} or of another name of that entity",
            GroupRule.LastWord => $"short form: the last word of {Quote(other.Span)} or of another name of that entity",
            GroupRule.FirstWord => $"short form: the first word of {Quote(other.Span)} or of another name of that entity",
            GroupRule.UnseenLastWord => $"neither rules nor model saw a name, but it is the last word of {Quote(other.Span)} or of another name of that entity, and news hardly uses it otherwise",
            _ => $"the same words as {Quote(other.Span)}, in any spelling",
        }, other.Span);
    }

    /// <summary>A place whose name is a person's of the text.</summary>
    public void TakenForPerson(FoundName place, FoundName person) =>
        Against(place.First, place.End, EntityKind.Place, $"the text names {Quote(person.Span)}, whose last word it is, and nothing beside it says that it is a place", person.Span);

    /// <summary>A short form that is not taken, since it is a first name and a word.</summary>
    public void IsCommonGiven(int word, FoundName person) =>
        Against(word, word + 1, EntityKind.Person, $"the last word of {Quote(person.Span)}, but also a word and a first name, and the model does not mark it", person.Span);

    /// <summary>A short form that is not taken, since the model sees no person there.</summary>
    public void IsUnbelievedShort(int word, FoundName person) =>
        Against(word, word + 1, EntityKind.Person, $"the last word of {Quote(person.Span)}, but the model believes hardly anything of a person here", person.Span);

    /// <summary>Something speaks for a country.</summary>
    public void Vote(int country, double votes, CountryVoteKind kind, TextSpan span)
    {
        if (!_votes.TryGetValue(country, out List<CountryVote>? list)) _votes.Add(country, list = []);
        if (list.Count < MaxVotes) list.Add(new CountryVote(kind, votes, kind == CountryVoteKind.Outlet ? null : span));
    }

    /// <summary>A place by which others are told to be near.</summary>
    public void Anchor(int row, TextSpan span) => _anchors.Add(row, span);

    /// <summary>A place that a name may mean.</summary>
    public void Reading(FoundName name, int row, in PlaceScore score)
    {
        if (CandidateOf(name.First, name.End, EntityKind.Place) is not { } candidate) return;
        int at = candidate.Readings.Count;
        while (at > 0 && (score.Total > candidate.Readings[at - 1].Score.Total || (score.Total == candidate.Readings[at - 1].Score.Total && row < candidate.Readings[at - 1].Row))) at--;
        if (at == MaxReadings) return;
        candidate.Readings.Insert(at, (row, score));
        if (candidate.Readings.Count > MaxReadings) candidate.Readings.RemoveAt(MaxReadings);
    }

    /// <summary>Which place a name means.</summary>
    public void Resolved(FoundName name, int row)
    {
        if (CandidateOf(name.First, name.End, EntityKind.Place) is not { } candidate) return;
        string lead = candidate.Readings.Count < 2 ? "the only place of this name"
            : $"{Decimal(candidate.Readings[0].Score.Total - candidate.Readings[1].Score.Total)} points before {TraceText.NameOf(gazetteer.Place(candidate.Readings[1].Row).Info)}";
        candidate.Steps.Add(new ExplainedStep(ExplainedStepKind.Place, $"{TraceText.NameOf(gazetteer.Place(row).Info)} is meant: {lead}"));
    }

    /// <summary>How the name of a place is used.</summary>
    public void Used(FoundName name, int word, bool forGovernment)
    {
        if (name.First >= MaxWords) return;
        TextSpan at = Words[word].Span;
        Note(name.First, name.End, EntityKind.Place, ExplainedStepKind.Use, forGovernment ? $"{Quote(at)} beside it takes a capital for its government" : $"{Quote(at)} behind it is an adjective of its country", at);
    }

    /// <summary>A mention is reported.</summary>
    public void Reported(FoundName name, Mention mention)
    {
        if (CandidateOf(name.First, name.End, name.Kind) is not { } candidate) return;
        candidate.Mention = mention;
    }

    /// <summary>A mention is not sure enough to be reported.</summary>
    public void BelowLeast(FoundName name, float least) => Against(name.First, name.End, name.Kind, $"a score of {Share(name.Score)} is below the least that is reported, {Share(least)}");

    /// <summary>What all of it came to.</summary>
    public EntityExplanation Explain(EntityExtraction extraction, EntityReading reading)
    {
        int count = Math.Min(Words.Count, MaxWords);
        AddHalfBelieved(reading, count);
        var entityAt = new Dictionary<int, int>();
        for (int i = 0; i < extraction.Entities.Length; i++)
            foreach (Mention mention in extraction.Entities[i].Mentions) entityAt.TryAdd(mention.Span.Start, i);
        var mentions = ImmutableArray.CreateBuilder<ExplainedMention>();
        var dropped = ImmutableArray.CreateBuilder<ExplainedMention>();
        foreach (Candidate candidate in _candidates.Values.OrderBy(candidate => candidate.First).ThenBy(candidate => candidate.End).ThenBy(candidate => candidate.Kind))
        {
            // A name may begin before the end of what is explained and end behind it.
            if (candidate.End > count) continue;
            TextSpan span = candidate.Mention?.Span ?? TextSpan.FromBounds(Words[candidate.First].Span.Start, Words[candidate.End - 1].Span.End);
            var explained = new ExplainedMention
            {
                Span = span,
                Text = text[(Range)span],
                Kind = candidate.Kind,
                Entity = candidate.Mention is null ? null : entityAt[span.Start],
                Score = candidate.Mention?.Score ?? 0,
                Evidence = candidate.Mention?.Evidence ?? MentionEvidence.None,
                Steps = [.. candidate.Steps],
                Words = reading.Explain(candidate.First, candidate.End, candidate.Kind),
                Places = [.. candidate.Readings.ConvertAll(ReadingOf)],
            };
            (candidate.Mention is null ? dropped : mentions).Add(explained);
        }

        return new EntityExplanation(extraction, mentions.ToImmutable(), dropped.ToImmutable(), count == Words.Count ? text.Length : Words[count - 1].Span.End);
    }

    // Words that are in no candidate, of which the tagger thought something all the same.
    private void AddHalfBelieved(EntityReading reading, int count)
    {
        bool[] covered = new bool[Words.Count];
        foreach (Candidate candidate in _candidates.Values) covered.AsSpan(candidate.First, candidate.End - candidate.First).Fill(true);
        for (int i = 0; i < count; i++)
        {
            if (covered[i]) continue;
            (EntityKind kind, float belief) = reading.Belief(i);
            if (belief < LeastBelief) continue;
            int end = i + 1;
            while (end < count && !covered[end] && Words[end].Joined && reading.Belief(end) is var (next, much) && next == kind && much >= LeastBelief) end++;
            Against(i, end, kind, $"the model believes {Share(belief)} of it, and rules see nothing: the best sequence of labels leaves it out");
            i = end - 1;
        }
    }

    private PlaceReading ReadingOf((int Row, PlaceScore Score) reading)
    {
        PlaceRecord place = gazetteer.Place(reading.Row);
        PlaceScore score = reading.Score;
        var parts = ImmutableArray.CreateBuilder<PlaceScorePart>();
        AddPart(PlaceEvidence.Population, place.PopulationWeight);
        AddPart(PlaceEvidence.OwnList, place.ListWeight);
        AddPart(PlaceEvidence.Kind, place.KindWeight);
        AddPart(PlaceEvidence.AlsoAWord, score.NeedsCue);
        AddPart(PlaceEvidence.Country, score.Country);
        AddPart(PlaceEvidence.Near, score.Near);
        AddPart(PlaceEvidence.CountryBeside, score.CountryBeside);
        AddPart(PlaceEvidence.Marks, score.Marks);
        AddPart(PlaceEvidence.Head, score.Head);
        AddPart(PlaceEvidence.Capital, score.Capital);
        AddPart(PlaceEvidence.Row, score.Row);
        AddPart(PlaceEvidence.Anywhere, score.Anywhere);
        AddPart(PlaceEvidence.Dateline, score.Dateline);
        ImmutableArray<CountryVote> votes = place.Info.CountryCode.Length > 0 && _votes.TryGetValue(place.Country, out List<CountryVote>? cast) ? [.. cast.OrderBy(vote => vote.Kind)] : [];
        ImmutableArray<TextSpan> near = [.. _anchors.Where(anchor => anchor.Key != reading.Row && PlaceResolver.IsNear(place.Info, gazetteer.Place(anchor.Key).Info)).Select(anchor => anchor.Value).OrderBy(span => span.Start)];
        return new PlaceReading(place.Info, score.Total, parts.ToImmutable(), votes, near);

        void AddPart(PlaceEvidence evidence, double points)
        {
            if (points != 0) parts.Add(new PlaceScorePart(evidence, points));
        }
    }

    private void Against(int first, int end, EntityKind kind, string what, TextSpan? at = null) => Note(first, end, kind, ExplainedStepKind.Against, what, at);

    private void Note(int first, int end, EntityKind kind, ExplainedStepKind step, string what, TextSpan? at = null) => CandidateOf(first, end, kind)?.Steps.Add(new ExplainedStep(step, what, at));

    private Candidate? CandidateOf(int first, int end, EntityKind kind)
    {
        if (first >= MaxWords) return null;
        if (!_candidates.TryGetValue((first, end, kind), out Candidate? candidate)) _candidates.Add((first, end, kind), candidate = new Candidate(first, end, kind));
        return candidate;
    }

    private string Quote(TextSpan span) => TraceText.Quote(span.In(text));

    private static string Decimal(double number) => TraceText.Number(number);

    // Beliefs crowd before one: .99 and .9999 are far apart in what they are worth.
    private static string Share(double share) => share.ToString("0.00##", CultureInfo.InvariantCulture);
}
