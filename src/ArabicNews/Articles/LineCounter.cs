using System.Buffers;

namespace ArabicNews;

/// <summary>Counts what a normalized line holds and finds its markers, in one pass over its words.</summary>
internal ref struct LineCounter(ReadOnlySpan<char> line)
{
    private const int LongestWord = 40;
    private const int LongestMarker = 12;

    // The Arabic word for "source" as a label is glued to what stands before it on pages that lost a line break.
    private const string GluedLabel = "\u0627\u0644\u0645\u0635\u062F\u0631";

    private static readonly SearchValues<char> s_bars = SearchValues.Create("|/>\"\u00D7");

    private readonly ReadOnlySpan<char> _line = line;

    /// <summary>Fills <paramref name="counts"/> for the line up to the first place where another line starts; that place, or -1.</summary>
    public readonly int Count(out PageLine counts)
    {
        counts = default;
        MarkerLexicon lexicon = MarkerLexicon.Default;
        int index = 0, previousEnd = 0, coveredTo = 0;
        bool onlyMarkers = true;
        ClockBrackets clock = default;
        foreach (TextSpan word in LineWords.Of(_line))
        {
            ReadOnlySpan<char> letters = word.In(_line);
            CountSigns(_line[previousEnd..word.Start], index == 0, ref counts);
            if (index > 0 && IsGluedLabel(letters, word.End, out int glue)) return Finish(word.Start + glue, ref counts);

            bool covered = word.Start < coveredTo;
            int dateWords = counts.DateWords;
            bool isClock = clock.Holds(_line[previousEnd..word.Start], letters);
            if (letters.Length <= LongestWord && FindMarker(lexicon, word, index, covered, ref counts, out int markerEnd, out bool cut))
            {
                if (cut) return Finish(word.Start, ref counts);
                coveredTo = Math.Max(coveredTo, markerEnd);
                covered = true;
            }

            if (isClock && counts.DateWords == dateWords && !IsNumber(letters)) counts.DateWords++;
            CountWord(letters, ref counts);
            onlyMarkers &= covered || IsNumber(letters);
            previousEnd = word.End;
            index++;
        }

        // Common words count as markers of a line that has no other words.
        if (counts.MarkerWeight > 0 && onlyMarkers) counts.MarkerWeight = 3;
        else if (counts.MarkerWeight == 1) (counts.Marker, counts.MarkerWeight) = (MarkerKind.None, 0);
        CountSigns(_line[previousEnd..], index == 0, ref counts);
        return Finish(_line.Length, ref counts) - _line.Length - 1;
    }

    // «الساعة 1:20 (مكة المكرمة)، 22:20 (غرينتش)»: what stands in brackets behind a clock time says whose clock it is.
    private ref struct ClockBrackets
    {
        private bool _isOpen;
        private bool _isNumber;
        private bool _isTime;

        // Whether the word behind these signs stands in such brackets.
        public bool Holds(ReadOnlySpan<char> signs, ReadOnlySpan<char> word)
        {
            if (_isOpen && signs.Contains(')')) _isOpen = false;
            else if (_isTime && signs is " (" or "(") _isOpen = true;
            bool isNumber = IsNumber(word);
            _isTime = isNumber && ((_isNumber && signs is ":") || word.Contains(':'));
            _isNumber = isNumber;
            return _isOpen;
        }
    }

    private static bool IsNumber(ReadOnlySpan<char> word) => char.IsAsciiDigit(word[0]);

    private readonly int Finish(int end, ref PageLine counts)
    {
        ReadOnlySpan<char> line = _line[..end].TrimEnd();
        ReadOnlySpan<char> bare = line.TrimEnd("\"')]} ");
        counts.EndSign = bare.Length > 0 && bare[^1] is '.' or '?' or '!' or '\u2026' ? (bare.EndsWith("..", StringComparison.Ordinal) ? '\u2026' : bare[^1]) : default;
        counts.IsQuote = line.Length > 2 && line[0] == '"' && line.TrimEnd(".,").EndsWith('"') && line[1..^2].IndexOf('"') < 0;
        counts.IsItem = line.Length > 2 && line[0] is '-' or '*' or '\u2022' && line[1] == ' ';
        counts.IsBar = CountBars(line) >= 2;
        // «--(بترا)»
        ReadOnlySpan<char> inside = line.TrimStart("- ");
        counts.InBrackets = inside.Length > 2 && inside[0] is '(' or '[' && inside[^1] is ')' or ']';
        counts.HasCredit = line.Length > 2 && (line[0] == '\u00A9' || (line[^1] == ')' && line.LastIndexOf('(') is > 0 and var open && line.Length - open < 30));
        counts.StartsInside = line.Length > 0 && line[0] is ',' or '.' or ';' or ')' or ']' or ':';
        counts.HasAddress = line.Contains("://", StringComparison.Ordinal) || line.Contains("www.", StringComparison.Ordinal);
        return end;
    }

    private static int CountBars(ReadOnlySpan<char> line)
    {
        // Most lines have none of these signs.
        if (!line.ContainsAny(s_bars) && line.IndexOf("  ") < 0) return 0;
        int bars = 0;
        for (int i = 0; i + 1 < line.Length; i++)
            if ((line[i] == ' ' && line[i + 1] is ' ' or '|' or '/' or '>' or '\u00D7')) bars++;
            else if (line[i] == ' ' && line[i + 1] == '"' && i + 2 < line.Length && line[i + 2] == ' ') bars++; // «أفق » علوم » حوارات», as the normalizer writes it
            else if (line[i] == '\u00D7') bars += 2;
        return bars;
    }

    private readonly bool IsGluedLabel(ReadOnlySpan<char> word, int end, out int glue)
    {
        glue = word.Length - GluedLabel.Length;
        return glue > 0 && word.EndsWith(GluedLabel, StringComparison.Ordinal) && IsColonNext(end);
    }

    private readonly bool IsColonNext(int position)
    {
        while (position < _line.Length && _line[position] == ' ') position++;
        return position < _line.Length && _line[position] == ':';
    }

    private static void CountWord(ReadOnlySpan<char> word, ref PageLine counts)
    {
        counts.Words++;
        if (char.IsAsciiDigit(word[0]))
        {
            counts.Numbers++;
            return;
        }

        if (ArabicChars.ClassOf(word[0]) == CharClass.ArabicLetter) counts.ArabicWords++;
        if (ArabicStopWords.ContainsNormalized(word)) counts.StopWords++;
    }

    private static void CountSigns(ReadOnlySpan<char> signs, bool atStart, ref PageLine counts)
    {
        for (int i = 0; i < signs.Length; i++)
        {
            switch (signs[i])
            {
                case ',' or ';':
                    if (!atStart) counts.Commas++;
                    break;
                case '.' or '?' or '!' or '\u2026':
                    bool row = signs[i] == '\u2026' || (i + 1 < signs.Length && signs[i + 1] == '.');
                    if (row) counts.Separators++;
                    else if (!atStart) counts.Stops++;
                    while (i + 1 < signs.Length && signs[i + 1] is '.' or '?' or '!') i++;
                    break;
                case '|' or '>':
                    counts.Separators++;
                    break;
                default:
                    break;
            }
        }
    }

    // The longest marker that starts with this word and counts here. A date word is counted, not kept: a line is made of many.
    private readonly bool FindMarker(MarkerLexicon lexicon, TextSpan word, int index, bool covered, ref PageLine counts, out int markerEnd, out bool cut)
    {
        markerEnd = 0;
        cut = false;

        // Most words start no marker.
        if (!lexicon.TryFind(MarkerLexicon.Append(default, word.In(_line)), out _)) return false;
        Marker best = default;
        WordHash hash = default;
        int length = 0;
        int position = word.Start;
        foreach (TextSpan next in LineWords.Of(_line[word.Start..]))
        {
            ReadOnlySpan<char> letters = next.In(_line[word.Start..]);
            if (letters.Length > LongestWord || ++length > LongestMarker) break;
            hash = MarkerLexicon.Append(hash, letters);
            if (!lexicon.TryFind(hash, out ReadOnlySpan<Marker> markers)) break;
            position = word.Start + next.End;
            foreach (Marker marker in markers)
            {
                if (marker.Place == MarkerPlace.Word)
                {
                    if (length == 1) counts.DateWords++;
                    continue;
                }

                if (covered || !Counts(marker, index - counts.Numbers, position) || (best.Kind != MarkerKind.None && best.Place != MarkerPlace.Line && marker.Place == MarkerPlace.Line)) continue;
                best = marker;
                markerEnd = position;
            }
        }

        if (best.Kind == MarkerKind.None) return false;
        cut = best.Place == MarkerPlace.Cut && index > 0;
        if (cut) return true;
        int weight = best.Place == MarkerPlace.Line ? 1 : 2;

        // The first marker names the line, unless a later one is the surer: «طباعة المشاهدات: 1502» counts views.
        if (weight > counts.MarkerWeight)
        {
            (counts.Marker, counts.MarkerWeight) = (best.Kind, weight);
            counts.MarkerAtStart = index == 0;
            counts.MarkerEnd = markerEnd;
        }

        return true;
    }

    // Numbers before a marker do not hide that it starts the line.
    private readonly bool Counts(Marker marker, int wordsBefore, int end) => (!marker.NeedsColon || IsColonNext(end)) && marker.Place switch
    {
        MarkerPlace.Start => wordsBefore == 0,
        _ => true,
    };
}
