namespace ArabicNews;

/// <summary>
/// Whether the name of a capital stands for a government: «قالت واشنطن», «موسكو ترفض», «محادثات مع طهران», but not «في واشنطن» or «وصلت إلى موسكو». A capital is feminine, so that only verbs of the
/// feminine have it as their subject.
/// </summary>
internal readonly ref struct GovernmentSense(Gazetteer gazetteer, string text, List<Word> words)
{
    private const int MinLevelOfVerb = 2;

    private readonly ReadOnlySpan<Word> _words = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(words);

    // وصلت زارت غادرت ودعت استقبلت, and the same of now: behind these a city stands where somebody goes.
    private static readonly KeywordSet s_movements = new("\u0648\u0635\u0644\u062A", "\u0632\u0627\u0631\u062A", "\u063A\u0627\u062F\u0631\u062A", "\u0648\u062F\u0639\u062A",
        "\u062A\u0635\u0644", "\u062A\u0632\u0648\u0631", "\u062A\u063A\u0627\u062F\u0631");

    // مع ضد
    private static readonly KeywordSet s_relations = new("\u0645\u0639", "\u0636\u062F");

    /// <summary>The number of the word beside the name that says so; -1 where the city is meant.</summary>
    public int WordFor(FoundName name, PlaceInfo place)
    {
        if (place.Kind != PlaceKind.Capital || (name.Evidence & (MentionEvidence.Context | MentionEvidence.CreditLine)) != 0) return -1;
        if (name.First > 0 && _words[name.First].Joined && name.Reading == 0 && (s_relations.Contains(_words[name.First - 1].Printed.Key) || IsVerbOfHers(name.First - 1))) return name.First - 1;
        return name.End < _words.Length && _words[name.End].Joined && IsVerbOfHers(name.End) ? name.End : -1;
    }

    private bool IsVerbOfHers(int index)
    {
        ref readonly Word word = ref _words[index];
        for (int reading = 0; reading < word.ReadingCount; reading++)
            if (s_movements.Contains(word[reading].Key)) return false;

        // «أعلنت», «وحذرت»
        if (word.LastLetter == ArabicChars.Teh) return new GazetteerMatcher(gazetteer, _words).Longest(index, MeaningKind.SpeechVerb).Found;
        return IsPresent(word);
    }

    // «تتهم» beside «يتهم»: what is common with both letters is a verb of now; «تقرير» has no other person.
    private bool IsPresent(in Word word)
    {
        ReadOnlySpan<char> printed = word.Span.In(text);
        if (word.IsStop || printed.Length is < 4 or > 16 || printed[0] != ArabicChars.Teh || word.LastLetter == ArabicChars.TehMarbuta) return false;
        Span<char> his = stackalloc char[printed.Length];
        printed.CopyTo(his);
        his[0] = ArabicChars.Yeh;
        return WordLetters.TryRead(his, out WordLetters letters) && WordLexicon.Default.Level(letters.Hash(0, letters.Count)) >= MinLevelOfVerb;
    }
}
