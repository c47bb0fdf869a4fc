using System.Text;

namespace ArabicNews;

/// <summary>What stands before a possible name.</summary>
internal enum NameTrigger
{
    None,
    /// <summary>The word before ended another person's name: «سوليفان وغالانت».</summary>
    List,
    /// <summary>A verb of speech or action: «قال».</summary>
    Verb,
    /// <summary>A title some words before: «رئيس مجلس إدارة الشركة».</summary>
    Role,
    /// <summary>A title right before, or with its country: «وزير الدفاع الأميركي».</summary>
    Title,
}

/// <summary>
/// Reads a run of words as a person's name. Every word adds what it tells: a given name much, a word that news never uses some, a plain word ends the run. How much is
/// needed depends on what stands before.
/// </summary>
internal readonly ref struct PersonPattern(Gazetteer gazetteer, ReadOnlySpan<Word> words)
{
    private const int MaxWords = 10;
    private const int MaxListedWords = 4;
    private const int MinLevelBehindLike = 3;
    private const int MaxLevelInList = 5;

    private readonly ReadOnlySpan<Word> _words = words;
    private readonly GazetteerMatcher _matcher = new(gazetteer, words);

    private enum Likeness
    {
        None,
        Particle,
        Unknown,
        WithArticle,
        CommonFamily,
        CommonGiven,
        Family,
        Given,
    }

    /// <summary>The end of the name that starts at <paramref name="index"/>, how its first word is read, and a score in [0, 1]; the end is <paramref name="index"/> when there is none.</summary>
    public (int End, int Reading, float Score) Read(int index, NameTrigger trigger)
    {
        (int End, int Reading, float Score) best = (index, 0, 0);
        for (int reading = 0; reading < _words[index].ReadingCount; reading++)
        {
            // و needs no reason; ب, ك and ل before an unknown word more often belong to it.
            if (reading > 0 && (_words[index].IsStop || (PartsOf(index, reading) & (NameParts.Given | NameParts.Family | NameParts.Particle)) == 0)) continue;

            // «وجود طعام», «بلاد الرفاهية»: a printed word that is more common than the rest is itself.
            if (reading > 0 && _words[index].Level > _words[index][reading].Level) continue;

            // ك compares with names that everyone knows; before a rare one it is the first letter: «كايلين».
            if ((_words[index][reading].Particles & Proclitics.Like) != 0 && _words[index][reading].Level < MinLevelBehindLike) continue;
            (int end, float weight) = ReadRun(index, reading, trigger);
            // «حياة كريمة»: two plain words are a name only where something says so.
            if (end == index + 2 && trigger == NameTrigger.None && IsPlain(index, reading) && IsPlain(index + 1, 0) && _words[index + 1].LastLetter == ArabicChars.TehMarbuta) continue;
            if (end == index + 2 && trigger is not (NameTrigger.Title or NameTrigger.Role) && _words[end - 1].Printed.Key == NameWords.God && PartsOf(index, reading) != NameParts.Particle) continue;
            float needed = NeededAt(index, end, trigger);
            if (end > best.End && weight >= needed) best = (end, reading, Math.Min(0.95f, 0.5f + (0.1f * weight)));
        }

        return EndBeforeCountry(index) is var listed && listed > best.End ? (listed, 0, 0.7f) : best;
    }

    /// <summary>Notes what each word of a name that <see cref="Read"/> has found tells.</summary>
    public void Explain(int index, int end, int reading, NameTrigger trigger, EntityTrace trace)
    {
        (int endOfRun, float weight) = ReadRun(index, reading, trigger);
        if (endOfRun != end || weight < NeededAt(index, end, trigger)) trace.BeforeCountry(index, end);
        else trace.Pattern(index, end, weight, NeededAt(index, end, trigger), Words(index, end, reading));
    }

    /// <summary>Notes by how much the words from <paramref name="index"/> on fall short of a name; nothing where they look like none.</summary>
    public void ExplainShortfall(int index, NameTrigger trigger, EntityTrace trace)
    {
        if (_words[index].IsStop) return;
        (int end, float weight) = ReadRun(index, 0, trigger);
        if (end > index && weight < NeededAt(index, end, trigger)) trace.Shortfall(index, end, weight, NeededAt(index, end, trigger), Words(index, end, 0));
    }

    private string Words(int index, int end, int reading)
    {
        var words = new StringBuilder();
        var previous = Likeness.None;
        for (int i = index; i < end; i++)
        {
            Likeness likeness = LikenessOf(i, i == index ? reading : 0, previous);
            if (i > index) words.Append(", ");
            words.Append(likeness switch
            {
                Likeness.Given => "a given name",
                Likeness.CommonGiven => "a given name that is also a word",
                Likeness.Family => "a family name",
                Likeness.CommonFamily => "a family name that is also a word",
                Likeness.WithArticle => "an adjective like a family name",
                Likeness.Unknown => "a word that news hardly uses",
                Likeness.Particle => "a particle of names",
                _ => "a town in a family's place",
            });
            previous = likeness;
        }

        return words.ToString();
    }

    private float NeededAt(int index, int end, NameTrigger trigger) => trigger == NameTrigger.Verb && end == index + 1 && IsSpeaker(index) ? 0.8f : Needed(trigger, end - index);

    // «1- كيليا نمور (الجزائر)»: two to four words behind a sign and before a place in brackets, none of them a word of grammar or office, one of them like a name.
    private int EndBeforeCountry(int index)
    {
        if (_words[index].Joined || _words[index].HasArticle || _words[index].Level > MaxLevelInList) return index;
        bool isNameLike = false;
        int end = index;
        for (; end < _words.Length && end - index <= MaxListedWords && (end == index || _words[end].Joined); end++)
        {
            if (_words[end].IsStop || _words[end].Letters == 0 || IsOther(end)) return index;
            isNameLike |= (gazetteer.NamePartsOf(_words[end].Printed.Id) & (NameParts.Given | NameParts.Family)) != 0 || _words[end] is { Level: 0, StemLevel: 0 };
        }

        if (!isNameLike || end - index is < 2 or > MaxListedWords || end == _words.Length || !_words[end].OpensBracket) return index;
        PhraseMatch place = _matcher.Longest(end, MeaningKind.Place);
        return place.Found && _words[end + place.Length - 1].ClosesBracket ? end : index;
    }

    // A place, a title, a verb, a head word or an adjective of nationality.
    private bool IsOther(int index) => _words[index].Printed.Id >= 0 && (_matcher.Longest(index, MeaningKind.Place).Found || _matcher.Longest(index, MeaningKind.Title).Found
        || _matcher.Longest(index, MeaningKind.SpeechVerb).Found || _matcher.Longest(index, MeaningKind.Demonym).Found || _matcher.Longest(index, MeaningKind.Organization).Found
        || _matcher.Longest(index, MeaningKind.OrganizationHead).Found || _matcher.Longest(index, MeaningKind.PlaceHead).Found || _matcher.Longest(index, MeaningKind.BodyHead).Found);

    // «قال كوبل إن», «وأضاف فيشمان»: what was said follows, or the word is one that news never uses.
    private bool IsSpeaker(int index) =>
        (index + 1 < _words.Length && _words[index + 1].Joined && Clauses.Starts(_words[index + 1])) || _words[index] is { Level: 0, StemLevel: 0, HasArticle: false, HasAffix: false };

    private static float Needed(NameTrigger trigger, int length) => (trigger, length) switch
    {
        (NameTrigger.Title, _) => 0.8f,
        (NameTrigger.Role, 1) => 2f,
        (NameTrigger.Role, _) => 1.6f,
        (NameTrigger.Verb, 1) => 1.6f,
        (NameTrigger.Verb, _) => 2.4f,
        (_, 1) => float.MaxValue,
        _ => 2.4f,
    };

    private (int End, float Weight) ReadRun(int index, int reading, NameTrigger trigger)
    {
        float weight = 0;
        int end = index, unknown = 0;
        var previous = Likeness.None;
        for (int i = index; i < _words.Length && i - index < MaxWords; i++)
        {
            if (i > index && !_words[i].Joined) break;
            Likeness likeness = LikenessOf(i, i == index ? reading : 0, previous);
            if (likeness == Likeness.None && i == index + 1 && trigger == NameTrigger.Title && previous == Likeness.Unknown && IsTown(i)) likeness = Likeness.CommonFamily;
            if (likeness == Likeness.None) break;
            if (likeness == Likeness.Unknown && ++unknown > 3) break;

            // «عبدالله ناصر الجنيبي أمين …»: a plain word behind a surname with the article is the next title or verb.
            if (likeness is Likeness.CommonGiven or Likeness.CommonFamily && i > index + 1 && _words[i - 1].HasArticle && !_words[i].HasArticle) break;
            if (i == index && !CanStart(likeness, _words[i], trigger)) break;
            if (likeness != Likeness.Particle)
            {
                end = i + 1;
                weight += WeightOf(likeness);
            }

            previous = likeness;
        }

        return (end, weight);
    }

    // Without a reason a name starts with a word that is one; «الوزير الأول» has none.
    private static bool CanStart(Likeness likeness, in Word word, NameTrigger trigger) => likeness switch
    {
        _ when IsGod(word) => false,

        // «المولى القدير»: a surname with the article stands behind a name, a title or a verb.
        Likeness.Family => trigger is not (NameTrigger.None or NameTrigger.List) || !word.HasArticle,
        Likeness.CommonFamily => trigger != NameTrigger.None && !word.HasArticle,
        Likeness.Unknown => trigger is not (NameTrigger.None or NameTrigger.List),
        _ => true,
    };

    private bool IsPlain(int index, int reading) => (PartsOf(index, reading) & NameParts.Common) != 0 || _words[index].Level > 0;

    private static bool IsGod(in Word word)
    {
        for (int reading = 0; reading < word.ReadingCount; reading++)
            if (word[reading].Key == NameWords.God) return true;
        return false;
    }

    private static float WeightOf(Likeness likeness) => likeness switch
    {
        Likeness.Given => 2f,
        Likeness.Family => 1.6f,
        Likeness.CommonGiven => 1.2f,
        Likeness.CommonFamily => 0.8f,
        Likeness.Unknown => 0.8f,
        Likeness.WithArticle => 0.8f,
        _ => 0,
    };

    private NameParts PartsOf(int index, int reading)
    {
        ref readonly Word word = ref _words[index];
        NameParts parts = gazetteer.NamePartsOf(word[reading].Id);
        if ((parts == NameParts.None || (parts & NameParts.Common) != 0) && IsFirstNameOfSon(index, reading)) return NameParts.Given;
        return parts != NameParts.None ? parts : reading == 0 ? word.Shape : word[reading].Particles == Proclitics.Conjunction ? word.ShapeBehindConjunction : NameParts.None;
    }

    // «حشر بن مكتوم», «ورميح بن محمد»
    private bool IsFirstNameOfSon(int index, int reading)
    {
        ref readonly Word word = ref _words[index];
        if (index + 1 >= _words.Length || !_words[index + 1].Joined || _words[index + 1].Printed.Key != NameWords.SonOf || word.IsStop || word.HasArticle || word.Letters < 3) return false;
        return reading == 0 ? word.FirstLetter != ArabicChars.Waw : word[reading].Particles == Proclitics.Conjunction && word.FirstLetter == ArabicChars.Waw && word.Letters > 3;
    }

    private Likeness LikenessOf(int index, int reading, Likeness previous)
    {
        ref readonly Word word = ref _words[index];
        NameParts parts = PartsOf(index, reading);
        bool common = (parts & NameParts.Common) != 0;

        // علي is a name and, in Egyptian spelling, على, and فاي is فأي: only beside another name.
        if (word.IsStop && reading == 0 && previous is Likeness.Given or Likeness.Unknown && (parts & (NameParts.Family | NameParts.Common)) == NameParts.Family && !word.EndsInAlefMaksura) return Likeness.CommonFamily;
        if (word.IsStop && reading == 0)
            return (parts & NameParts.Given) != 0 && !word.EndsInAlefMaksura && previous is Likeness.Given or Likeness.CommonGiven or Likeness.Particle ? Likeness.CommonGiven : Likeness.None;
        if ((parts & NameParts.Particle) != 0) return Likeness.Particle;

        // بن, أبو, آل: whatever follows is the name.
        if (previous == Likeness.Particle && word.Letters > 0) return parts == NameParts.None ? Likeness.Unknown : Likeness.Family;
        if (word[reading].Id >= 0 && _matcher.Longest(index, MeaningKind.Title) is { Found: true } title && (reading == 0 || title.Reading == reading))
            return reading == 0 && (parts & NameParts.Given) != 0 && IsFamilyName(index + 1) ? Likeness.CommonGiven : Likeness.None;
        if (reading > 0 && common && word.Level > 3) return Likeness.None;
        if ((parts & NameParts.Given) != 0) return common ? Likeness.CommonGiven : Likeness.Given;
        if ((parts & NameParts.Family) != 0) return common ? Likeness.CommonFamily : Likeness.Family;
        if (reading > 0 || word.Letters == 0) return Likeness.None;
        if (word.HasArticle) return previous is Likeness.Given or Likeness.CommonGiven or Likeness.Family && IsFamilyWithArticle(index) ? Likeness.WithArticle : Likeness.None;
        return IsUnknownWord(index, previous) ? Likeness.Unknown : Likeness.None;
    }

    // «القائد إينر فالنسيا»: an unknown first name does not stand alone before a town; a country or capital may be where the person has gone.
    private bool IsTown(int index)
    {
        PhraseMatch place = _matcher.Longest(index, MeaningKind.Place);
        if (!place.Found || place.Length > 1 || place.Reading > 0) return false;
        foreach (Meaning meaning in gazetteer.MeaningsAt(place.Node))
            if (meaning.Kind == MeaningKind.Place && gazetteer.Place(meaning.Value).Info.Kind is not (PlaceKind.City or PlaceKind.Town)) return false;
        return true;
    }

    // «سلطان الجابر» and «سلطان بن زايد» against «سلطان عمان».
    private bool IsFamilyName(int index)
    {
        if (index >= _words.Length || !_words[index].Joined) return false;
        NameParts parts = gazetteer.NamePartsOf(_words[index].Printed.Id);
        return (parts & NameParts.Particle) != 0 || (_words[index].HasArticle && (parts & (NameParts.Family | NameParts.Common)) == NameParts.Family
            && !_matcher.Longest(index, MeaningKind.Place).Found && !_matcher.Longest(index, MeaningKind.Demonym).Found);
    }

    // «محمد الجداوي»: an ending in yeh, or a stem that news does not use.
    private bool IsFamilyWithArticle(int index) =>
        (_words[index].StemLevel <= 1 || (_words[index].LastLetter == ArabicChars.Yeh && _words[index].Level <= 3)) && !_matcher.Longest(index, MeaningKind.Demonym).Found;

    // A word that news hardly uses, neither as printed nor without its endings, and that is nothing else.
    private bool IsUnknownWord(int index, Likeness previous)
    {
        ref readonly Word word = ref _words[index];

        // «وايمانويل ايبواه ودراماني ديابي»: a waw before no known name opens the next.
        if (previous != Likeness.None && word.FirstLetter == ArabicChars.Waw && word.Letters > 3) return false;
        for (int reading = 1; reading < word.ReadingCount; reading++)
            if (word[reading].Particles == Proclitics.Conjunction && (word[reading].Id >= 0 || word.LevelBehindConjunction > word.Level || word.ShapeBehindConjunction != NameParts.None)) return false;
        if (word.IsPhrase || (word.IsInflected && (previous != Likeness.None || word.FirstLetter == ArabicChars.Yeh))) return false;
        int rare = previous is Likeness.Given or Likeness.CommonGiven ? 2 : 1;
        if (word.Level > rare || word.Letters < 3 || (word.HasAffix && word.StemLevel > 0)) return false;
        if (word.Printed.Id >= 0 && (_matcher.Longest(index, MeaningKind.Place).Found || _matcher.Longest(index, MeaningKind.Title).Found
            || _matcher.Longest(index, MeaningKind.SpeechVerb).Found || _matcher.Longest(index, MeaningKind.Demonym).Found)) return false;
        return word.StemLevel <= rare;
    }
}

/// <summary>Words that names treat in their own way.</summary>
internal static class NameWords
{
    /// <summary>الله, which ends names («عبد الله») and begins none</summary>
    public static readonly ulong God = TextWords.KeyOf("\u0627\u0644\u0644\u0647");

    /// <summary>بن, before which only a first name stands</summary>
    public static readonly ulong SonOf = TextWords.KeyOf("\u0628\u0646");
}

/// <summary>The particles that open what someone said.</summary>
internal static class Clauses
{
    /// <summary>إن أن إنه أنه إنها أنها, as one spelling</summary>
    private static readonly KeywordSet s_openers = new("\u0627\u0646", "\u0627\u0646\u0647", "\u0627\u0646\u0647\u0627");

    public static bool Starts(in Word word) => s_openers.Contains(word.Printed.Key);
}
