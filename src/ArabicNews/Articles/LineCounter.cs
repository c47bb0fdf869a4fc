namespace ArabicNews;

/// <summary>Counts what a normalized line holds and finds its markers, in one pass over its words.</summary>
internal ref struct LineCounter(ReadOnlySpan<char> line)
{
    private const int LongestWord = 40;
    private const int LongestMarker = 12;

    // The Arabic word for "source" as a label is glued to what stands before it on pages that lost a line break.
    private const string GluedLabel = "\u0627\u0644\u0645\u0635\u062F\u0631";

    private readonly ReadOnlySpan<char> _line = line;

    // Signs were met that only rows of links and addresses have.
    private bool _mayBeBar;
    private bool _hasAddress;
    private int _hashSigns;

    /// <summary>Fills <paramref name="counts"/>, which is empty before, for the line up to the first place where another line starts; that place, or -1.</summary>
    public int Count(ref PageLine counts)
    {
        MarkerLexicon lexicon = MarkerLexicon.Default;
        int index = 0, previousEnd = 0, coveredTo = 0;
        bool onlyMarkers = true;
        ClockBrackets clock = default;
        LineWords words = LineWords.Of(_line);
        while (words.MoveNext())
        {
            TextSpan word = words.Current;
            ReadOnlySpan<char> letters = word.In(_line), signs = _line[previousEnd..word.Start];
            if (signs is not " ") CountSigns(signs, index == 0, ref counts);
            if (index > 0 && IsGluedLabel(letters, word.End, out int glue)) return Finish(word.Start + glue, ref counts);

            bool covered = word.Start < coveredTo;
            bool startsWithDigit = char.IsAsciiDigit(letters[0]);
            int dateWords = counts.DateWords;
            bool isClock = clock.Holds(signs, startsWithDigit);
            int known = lexicon.Find(letters);
            if (known > 0 && lexicon.Start(known) is > 0 and int node && letters.Length <= LongestWord
                && FindMarker(lexicon, words, node, index, covered, ref counts, out int markerEnd, out bool cut))
            {
                if (cut) return Finish(word.Start, ref counts);
                coveredTo = Math.Max(coveredTo, markerEnd);
                covered = true;
            }

            if (isClock && counts.DateWords == dateWords && !startsWithDigit) counts.DateWords++;
            counts.Words++;
            if (startsWithDigit) counts.Numbers++;
            else if (ArabicChars.ClassOf(letters[0]) == CharClass.ArabicLetter) counts.ArabicWords++;
            if (MarkerLexicon.IsStopWord(known)) counts.StopWords++;
            if (letters[^1] == 'w' && letters.EndsWith("www", StringComparison.Ordinal) && word.End < _line.Length && _line[word.End] == '.') _hasAddress = true;
            onlyMarkers &= covered || startsWithDigit;
            previousEnd = word.End;
            index++;
        }

        // Common words count as markers of a line that has no other words.
        if (counts.MarkerWeight > 0 && onlyMarkers) counts.MarkerWeight = 3;
        else if (counts.MarkerWeight == 1) (counts.Marker, counts.MarkerWeight) = (MarkerKind.None, 0);
        CountSigns(_line[previousEnd..], index == 0, ref counts);
        Finish(_line.Length, ref counts);
        return -1;
    }

    // «الساعة 1:20 (مكة المكرمة)، 22:20 (غرينتش)»: what stands in brackets behind a clock time says whose clock it is.
    private ref struct ClockBrackets
    {
        private bool _isOpen;
        private bool _isNumber;
        private bool _isTime;

        // Whether the word behind these signs stands in such brackets.
        public bool Holds(ReadOnlySpan<char> signs, bool isNumber)
        {
            if (_isOpen && signs.Contains(')')) _isOpen = false;
            else if (_isTime && signs is " (" or "(") _isOpen = true;
            _isTime = isNumber && _isNumber && signs is ":";
            _isNumber = isNumber;
            return _isOpen;
        }
    }

    private readonly int Finish(int end, ref PageLine counts)
    {
        ReadOnlySpan<char> line = _line[..end].TrimEnd();
        ReadOnlySpan<char> bare = line.TrimEnd("\"')]} ");
        counts.EndSign = bare.Length > 0 && bare[^1] is '.' or '?' or '!' or '\u2026' ? (bare.EndsWith("..", StringComparison.Ordinal) ? '\u2026' : bare[^1]) : default;
        counts.IsQuote = line.Length > 2 && line[0] == '"' && line.TrimEnd(".,").EndsWith('"') && line[1..^2].IndexOf('"') < 0;
        counts.IsItem = line.Length > 2 && line[0] is '-' or '*' or '\u2022' && line[1] == ' ';
        // A row of hashtags is a row of links too: «#بينو #ناسا».
        counts.IsBar = (_mayBeBar && CountBars(line) >= 2) || (_hashSigns >= 2 && line.Length > 0 && line[0] == '#');
        // «--(بترا)»
        ReadOnlySpan<char> inside = line.TrimStart("- ");
        counts.InBrackets = inside.Length > 2 && inside[0] is '(' or '[' && inside[^1] is ')' or ']';
        counts.HasCredit = line.Length > 2 && (line[0] == '\u00A9' || (line[^1] == ')' && line.LastIndexOf('(') is > 0 and var open && line.Length - open < 30));
        counts.StartsInside = line.Length > 0 && line[0] is ',' or '.' or ';' or ')' or ']' or ':';
        counts.HasAddress = _hasAddress;
        return end;
    }

    private static int CountBars(ReadOnlySpan<char> line)
    {
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

    private void CountSigns(ReadOnlySpan<char> signs, bool atStart, ref PageLine counts)
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
                    _mayBeBar = true;
                    break;
                case '/':
                    _hasAddress |= i > 1 && signs[i - 1] == '/' && signs[i - 2] == ':';
                    _mayBeBar = true;
                    break;
                case '#':
                    _hashSigns++;
                    break;
                case '"' or '\u00D7':
                    _mayBeBar = true;
                    break;
                case ' ':
                    _mayBeBar |= i > 0 && signs[i - 1] == ' ';
                    break;
                default:
                    break;
            }
        }
    }

    // The longest marker that starts with this word, the current one of words, and counts here. A date word is counted, not kept: a line is made of many.
    private readonly bool FindMarker(MarkerLexicon lexicon, LineWords words, int node, int index, bool covered, ref PageLine counts, out int markerEnd, out bool cut)
    {
        markerEnd = 0;
        cut = false;
        Marker best = default;
        for (int length = 1; ; length++)
        {
            int position = words.Current.End;
            foreach (Marker marker in lexicon.MarkersAt(node))
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

            if (length == LongestMarker || !words.MoveNext() || words.Current.Length > LongestWord) break;
            node = lexicon.Step(node, lexicon.Find(words.Current.In(_line)));
            if (node == 0) break;
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
