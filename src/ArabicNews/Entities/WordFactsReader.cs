namespace ArabicNews;

/// <summary>Reads the <see cref="WordFacts"/> of a run of words: their letters, the gazetteer, the lists, the names that rules have found.</summary>
internal readonly ref struct WordFactsReader(string text, Gazetteer gazetteer, NameLists lists, WordClusters clusters, ReadOnlySpan<Word> words)
{
    private const int MaxGap = 32;
    private const int GapEdge = 15;

    private static readonly MeaningKind[] s_triggers =
        [MeaningKind.Title, MeaningKind.SpeechVerb, MeaningKind.PlaceHead, MeaningKind.OrganizationHead, MeaningKind.Demonym, MeaningKind.BodyHead];

    private readonly ReadOnlySpan<Word> _words = words;

    // The longest phrase that begins at a word, of each kind of meaning or of each kind of list. Not on the stack: a method that takes room there is optimized before its first call, which costs the first text more than it saves.
    private readonly int[] _longest = new int[(int)MeaningKind.BodyHead + 1];

    /// <summary>Bits of <see cref="WordFacts.Triggers"/>.</summary>
    public const int Title = 1, SpeechVerb = 2, PlaceHead = 4, OrganizationHead = 8, Demonym = 16, BodyHead = 32, Stop = 64, Article = 128, MaksuraEnd = 256, FeminineEnd = 512, Inflected = 1024;

    /// <summary>Fills <paramref name="facts"/> for words <paramref name="first"/> and on.</summary>
    /// <param name="first">The first word.</param>
    /// <param name="found">Names that rules found in these words, in order.</param>
    /// <param name="facts">One for each word.</param>
    public void Read(int first, ReadOnlySpan<FoundName> found, Span<WordFacts> facts)
    {
        facts.Clear();
        for (int i = 0; i < facts.Length; i++)
        {
            ReadLetters(_words[first + i], ref facts[i]);
            facts[i].Before = (byte)(i == 0 ? GapEdge : GapBefore(first + i));
            facts[i].After = (byte)(i == facts.Length - 1 ? GapEdge : GapAfter(first + i));
        }

        for (int i = 0; i < facts.Length; i++)
        {
            ReadGazetteer(first, i, facts);
            ReadLists(i, facts);
        }

        foreach (FoundName name in found)
        {
            int start = name.First - first, end = name.End - first;
            if (start < 0 || end > facts.Length) continue;
            int strength = 1 + (name.Known >= 0 ? 1 : 0) + ((name.Evidence & MentionEvidence.Title) != 0 ? 2 : 0) + ((name.Evidence & MentionEvidence.Context) != 0 ? 4 : 0);
            for (int i = start; i < end; i++)
            {
                facts[i].Rule = (byte)TagLabels.Of(name.Kind, TagLabels.PlaceIn(i, start, end));
                facts[i].RuleStrength = (byte)strength;
            }
        }
    }

    private void ReadLetters(in Word word, ref WordFacts facts)
    {
        ReadOnlySpan<char> printed = word.Span.In(text);
        facts.Key = facts.Rest = facts.Stem = word.Printed.Key;
        facts.Level = word.Level;
        facts.StemLevel = word.StemLevel;
        facts.Triggers = (ushort)((word.IsStop ? Stop : 0) | (word.HasArticle ? Article : 0) | (word.EndsInAlefMaksura ? MaksuraEnd : 0) | (word.LastLetter == ArabicChars.TehMarbuta ? FeminineEnd : 0) | (word.IsInflected ? Inflected : 0));
        facts.Parts = gazetteer.NamePartsOf(word.Printed.Id) | word.Shape;
        facts.RestParts = facts.Parts;
        if (!WordLetters.TryRead(printed, out WordLetters letters))
        {
            facts.Script = (byte)(char.IsAsciiLetter(printed[0]) ? (char.IsAsciiLetterUpper(printed[0]) ? 2 : 1) : 3);
            facts.Length = (byte)Math.Min(printed.Length, 12);
            return;
        }

        facts.Length = (byte)Math.Min(letters.Count, 12);
        WordHash whole = letters.Hash(0, letters.Count);
        facts.NameLevel = facts.RestNameLevel = (byte)WordLexicon.Default.NameLevel(whole);
        NameLetters nameLetters = SegmenterModel.Default.NameLetters;
        facts.Likeness = facts.RestLikeness = (byte)(1 + nameLetters.Likeness(letters, 0));
        facts.RestLevel = facts.Level;

        int rest = 0, stem = 0, stemEnd = letters.Count;
        bool opensArticle = false;
        ReadSegments(printed, letters, ref facts, ref rest, ref stem, ref stemEnd, ref opensArticle);
        if (rest > 0)
        {
            facts.Rest = TextWords.KeyOfLetters(letters, rest, letters.Count, opensArticle);
            WordHash hash = letters.Hash(rest, letters.Count);
            if (opensArticle) hash = default(WordHash).Append(ArabicChars.Alef).Append(hash);
            facts.RestLevel = (byte)WordLexicon.Default.Level(hash);
            facts.RestNameLevel = (byte)WordLexicon.Default.NameLevel(hash);
            facts.RestLikeness = (byte)(1 + nameLetters.Likeness(letters, rest));
            facts.RestParts = gazetteer.NamePartsOf(gazetteer.WordId(facts.Rest));
        }

        facts.Stem = TextWords.KeyOfLetters(letters, stem, stemEnd, false);
        (facts.Coarse, facts.Fine) = clusters[facts.Key];
        if (facts.Fine == 0 && rest > 0) (facts.Coarse, facts.Fine) = clusters[facts.Rest];
        for (int length = 1; length <= 4; length++)
        {
            int count = letters.Count;
            if (rest + length <= count) facts.Beginnings[length - 1] = letters.Hash(rest, rest + length).Mixed();
            if (length <= count) facts.Endings[length - 1] = letters.Hash(count - length, count).Mixed();
        }

        for (int i = rest; i + 3 <= letters.Count && facts.TrigramCount < WordFacts.MaxTrigrams; i++) facts.Trigrams[facts.TrigramCount++] = letters.Hash(i, i + 3).Mixed();
    }

    private static void ReadSegments(ReadOnlySpan<char> printed, in WordLetters letters, ref WordFacts facts, ref int rest, ref int stem, ref int stemEnd, ref bool opensArticle)
    {
        int letter = 0, particles = 0;
        foreach (WordSegment segment in ArabicSegmenter.Segment(printed))
        {
            int start = letter;
            while (letter < letters.Count && letters.StartOf(letter) < segment.Span.End) letter++;
            switch (segment.Kind)
            {
                case SegmentKind.Interrogative or SegmentKind.Conjunction or SegmentKind.Preposition or SegmentKind.Future:
                    rest = stem = letter;
                    particles = (particles * 8) + letters[start] switch
                    {
                        ArabicChars.Waw => 1,
                        ArabicChars.Feh => 2,
                        ArabicChars.Beh => 3,
                        ArabicChars.Lam => 4,
                        ArabicChars.Kaf => 5,
                        ArabicChars.Seen => 6,
                        _ => 7,
                    };
                    break;
                case SegmentKind.Article:
                    opensArticle = letter - start == 1;
                    stem = letter;
                    facts.Suffixes |= 64;
                    break;
                case SegmentKind.Stem:
                    stemEnd = letter;
                    break;
                default:
                    facts.Suffixes |= (byte)(1 << ((int)segment.Kind - (int)SegmentKind.NominalSuffix));
                    break;
            }
        }

        facts.Particles = (byte)particles;
        if (stem >= stemEnd) stem = 0;
        if (rest >= letters.Count) (rest, opensArticle) = (0, false);
        if (rest == 0) opensArticle = false;
    }

    private int GapBefore(int index) => GapCode(_words[index - 1].Span.End, _words[index].Span.Start, fromEnd: true);

    private int GapAfter(int index) => GapCode(_words[index].Span.End, _words[index + 1].Span.Start, fromEnd: false);

    // The kind of the sign nearest to the word between it and its neighbour; a line end counts before all others.
    private int GapCode(int start, int end, bool fromEnd)
    {
        ReadOnlySpan<char> gap = text.AsSpan(start, end - start);
        if (gap is " ") return 0;
        if (gap.Length > MaxGap) gap = fromEnd ? gap[^MaxGap..] : gap[..MaxGap];
        if (gap.ContainsAny('\n', '\r', '\u2029')) return GapEdge;
        gap = gap.Trim();
        if (gap.IsEmpty) return start == end ? 1 : 0;
        char sign = fromEnd ? gap[^1] : gap[0];
        return sign switch
        {
            '-' or '\u2013' or '\u2014' => gap.Length == 1 && end - start == 1 ? 2 : 3,
            '.' or '!' or '?' or ArabicChars.QuestionMark or ArabicChars.FullStop or '\u2026' => 4,
            ArabicChars.Comma or ',' or ';' or ArabicChars.Semicolon => 5,
            ':' => 6,
            '(' or '[' => 7,
            ')' or ']' => 8,
            '"' or '\'' or '\u00AB' or '\u00BB' or (>= '\u2018' and <= '\u201F') => 9,
            '#' or '_' or '@' => 10,
            '/' or '|' or '\\' => 11,
            _ => char.IsDigit(sign) ? 12 : 13,
        };
    }

    private void ReadGazetteer(int first, int index, Span<WordFacts> facts)
    {
        ref WordFacts word = ref facts[index];
        int reach = facts.Length - index;
        int[] longest = _longest;
        Array.Clear(longest);
        ref readonly Word printed = ref _words[first + index];
        for (int reading = 0; reading < printed.ReadingCount; reading++)
        {
            int node = gazetteer.Step(0, printed[reading].Id);
            for (int length = 1; node > 0; length++)
            {
                foreach (Meaning meaning in gazetteer.MeaningsAt(node))
                    if (length > longest[(int)meaning.Kind]) longest[(int)meaning.Kind] = length;
                if (length >= reach || !_words[first + index + length].Joined) break;
                node = gazetteer.Step(node, _words[first + index + length].Printed.Id);
            }
        }

        for (int i = 0; i < s_triggers.Length; i++)
            if (longest[(int)s_triggers[i]] > 0) word.Triggers |= (ushort)(1 << i);
        for (int i = 0; i < longest[(int)MeaningKind.Place]; i++) Mark(ref facts[index + i].Place, i, longest[(int)MeaningKind.Place]);
        for (int i = 0; i < longest[(int)MeaningKind.Person]; i++) Mark(ref facts[index + i].Person, i, longest[(int)MeaningKind.Person]);
        for (int i = 0; i < longest[(int)MeaningKind.PersonShort]; i++) Mark(ref facts[index + i].Short, i, longest[(int)MeaningKind.PersonShort]);
        for (int i = 0; i < longest[(int)MeaningKind.Organization]; i++) Mark(ref facts[index + i].Organization, i, longest[(int)MeaningKind.Organization]);
    }

    // What a longer name that began before has marked stays.
    private static void Mark(ref byte place, int index, int length)
    {
        if (place == 0) place = (byte)(1 + TagLabels.PlaceIn(index, 0, length));
    }

    private void ReadLists(int index, Span<WordFacts> facts)
    {
        int[] longest = _longest;
        Array.Clear(longest);
        ref WordFacts word = ref facts[index];
        for (int reading = 0; reading < 2; reading++)
        {
            ulong phrase = reading == 0 ? word.Key : word.Rest;
            if (reading == 1 && word.Rest == word.Key) break;
            for (int length = 1; ; length++)
            {
                ListedAs listed = lists[phrase];
                if (length == 1 && (reading == 0 || word.Listed == ListedAs.None)) word.Listed |= listed & ListedAs.Words;
                for (int i = 0; i < 4; i++)
                    if (((int)listed & (1 << i)) != 0) longest[i] = Math.Max(longest[i], length);
                if (length == NameLists.MaxWords || index + length == facts.Length || facts[index + length].Before is not (0 or 2)) break;
                phrase = NameLists.Join(phrase, facts[index + length].Key);
            }
        }

        for (int i = 0; i < longest[0]; i++) Mark(ref facts[index + i].ListedPerson, i, longest[0]);
        for (int i = 0; i < longest[1]; i++) Mark(ref facts[index + i].ListedPlace, i, longest[1]);
        for (int i = 0; i < longest[2]; i++) Mark(ref facts[index + i].DoubtfulPlace, i, longest[2]);
        for (int i = 0; i < longest[3]; i++) Mark(ref facts[index + i].ListedOrganization, i, longest[3]);
    }
}
