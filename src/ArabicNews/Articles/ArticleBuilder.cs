using System.Buffers;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ArabicNews;

/// <summary>Makes an article of a body and of what stands above and below it. One builder makes one article.</summary>
internal sealed class ArticleBuilder
{
    private const int FarthestFoot = 12;
    private const int MostTagWords = 6;
    private const int MostOutletWords = 5;
    private const int FarthestCopy = 6;
    private const int MostWriterWords = 4;
    private const int LongestClock = 40;
    private const int LongestEndMark = 24;
    private const int MostWordsOfDatedByline = 20;
    private const int FewestWordsOfTopic = 2;
    private const int MostWordsOfTopic = 4;
    private const int FewestLettersOfTopic = 3;
    private const int LinesOfTopic = 12;

    private static readonly SearchValues<char> s_signsOfPath = SearchValues.Create("/>\u203A\u2039|:");

    // Blanks, bar, slash, dashes and commas: what stands between credits and a date.
    private const string CreditSigns = " \u00A0|/-\u2013\u2014,\u060C";

    // What a dateline tells is printed on the same day or one of the next.
    private const int MostDaysToPrint = 3;

    private readonly PageText _page;
    private readonly ArticleContext _context;
    private readonly bool[] _claimed;
    private readonly List<ArticlePart> _parts = [];
    private readonly List<ArticleSource> _sources = [];
    private readonly List<string> _tags = [];
    private Byline? _byline;
    private Dateline? _dateline;
    private ArticleDate? _published;
    private ArticleDate? _modified;
    private ArticleDate? _pageDay;
    private string? _outlet;
    private Range _headline;
    private Range _body;
    private int _repeated = -1;
    private bool _publishedByLabel;
    private bool _isMain;
    private int _start = int.MaxValue;
    private int _end;

    private ArticleBuilder(PageText page, ArticleContext context, bool[] claimed) => (_page, _context, _claimed, _outlet) = (page, context, claimed, context.Outlet);

    /// <summary>Builds the article of <paramref name="body"/>; it takes lines from <paramref name="top"/> up to <paramref name="bottom"/> only, and marks what it took in <paramref name="claimed"/>.</summary>
    public static Article Build(PageText page, ArticleContext context, bool[] claimed, BodyRun body, int top, int bottom, bool isMain)
    {
        var builder = new ArticleBuilder(page, context, claimed);
        (builder._body, builder._isMain) = (body.Start..body.End, isMain);
        Range headline = ArticleHead.FindHeadline(page, context.Titles, context.Outlet, top, body.Start, isMain);
        int headEnd = headline.End.Value;
        bool hasHeadline = headEnd > headline.Start.Value;
        if (hasHeadline && isMain) headline = builder.FirstCopy(headline, top);
        headEnd = headline.End.Value;
        builder._headline = headline;
        if (hasHeadline) builder.AddHeadline(headline.Start.Value, headEnd, top);

        int headStart = hasHeadline ? headEnd : Math.Max(top, body.Start - FarthestFoot);
        int bodyStart = builder.StartOfBody(headStart, body.Start);
        builder.AddHead(headStart, bodyStart, hasHeadline);
        if (hasHeadline && !isMain) builder.AddDateField(top, headline.Start.Value);
        if (isMain && hasHeadline && builder._published is null && context.Reference is null) builder._pageDay = PageDay.Find(page, context.Titles, headline.Start.Value);
        int bodyEnd = builder.EndOfBody(body, bottom, hasHeadline);
        if (isMain && hasHeadline && builder._byline is null) builder.AddWriterAbove(headline.Start.Value, top, bodyEnd);
        builder.AddBody(bodyStart, bodyEnd);
        builder.AddFoot(bodyEnd, Math.Min(bottom, bodyEnd + FarthestFoot));
        return builder.Finish(isMain);
    }

    private void AddHeadline(int first, int end, int top)
    {
        int above = first - 1;
        if (above >= top && !_claimed[above] && (_page.Lines[above] is { Role: TextBlockRole.Kicker } or { Role: TextBlockRole.Unknown, Words: <= 8, Marker: MarkerKind.HeadlineFlag } || (_isMain && NamesTopic(above, first, end)))) Add(above, ArticlePartKind.Kicker);
        var headline = TextSpan.FromBounds(_page.Lines[first].Span.Start, _page.Lines[end - 1].Span.End);
        if (SectionBefore(headline) is { IsEmpty: false } section)
        {
            AddPart(section, ArticlePartKind.Kicker);
            headline = Trimmed(section.End, headline.End);
        }

        AddPart(headline, ArticlePartKind.Headline);
        _claimed.AsSpan(first, end - first).Fill(true);
    }

    // «فاجعة الحوز»: a few words right above the headline, one of which the story says, are its topic; of a menu and of other stories' links the story says nothing.
    private bool NamesTopic(int line, int headline, int end)
    {
        if (_page.Lines[line] is not { Kind: LineKind.Short or LineKind.Title, Words: >= FewestWordsOfTopic and <= MostWordsOfTopic, Numbers: 0, DateWords: 0, Commas: 0, Separators: 0, MarkerWeight: < 2, IsBar: false, IsLabel: false, HasAddress: false, AfterGap: false }
            || _page.TextOf(line).ContainsAny(s_signsOfPath)) return false;
        ReadOnlySpan<char> topic = _page.NormalOf(line);
        int last = Math.Min(_body.End.Value, end + LinesOfTopic);
        foreach (TextSpan word in LineWords.Of(topic))
        {
            ReadOnlySpan<char> letters = word.In(topic);
            if (letters.Length < FewestLettersOfTopic || ArabicStopWords.Contains(letters)) continue;
            for (int i = headline; i < last; i++)
                if (_page.NormalOf(i).Contains(letters, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    // The date of an item of a feed stands above its title, and its label says whose it is; see FeedItems.
    private void AddDateField(int top, int headline)
    {
        for (int i = Math.Max(top, headline - FarthestFoot) + 1; i < headline; i++)
            if (_page.Lines[i] is { Role: TextBlockRole.Date } && _page.Lines[i - 1].IsLabel) AddDate(i, always: true);
    }

    // Columns print the writer's name above the headline. A name there may also be what the story is about, so a second witness must speak of a writer: «كاتبة ومعمارية عراقية», «مقالات أخرى للكاتب».
    private void AddWriterAbove(int headline, int top, int bodyEnd)
    {
        int above = headline - 1;
        if (above < top || _claimed[above] || _page.Lines[above] is not { Kind: LineKind.Short or LineKind.Title, Words: >= 2 and <= MostWriterWords, MarkerWeight: < 2, AfterGap: false }) return;
        if (_page.BylineOf(above, outlet: null) is not { } byline || byline.Persons.Length != 1 || byline.Places.Length + byline.Agencies.Length + byline.Outlets.Length > 0) return;
        for (int i = bodyEnd; i < Math.Min(_page.Lines.Length, bodyEnd + FarthestFoot); i++)
        {
            if (_page.Lines[i].Kind == LineKind.Prose || !SpeaksOfWriter(_page.NormalOf(i))) continue;
            AddByline(byline.Shifted(_page.Lines[above].Span.Start), _page.Lines[above].Span, above);
            return;
        }
    }

    private static bool SpeaksOfWriter(ReadOnlySpan<char> line)
    {
        bool isFirst = true;
        foreach (TextSpan word in LineWords.Of(line))
        {
            ReadOnlySpan<char> letters = word.In(line);
            if ((isFirst && letters is CreditWords.Writer or CreditWords.WomanWriter) || letters is CreditWords.OfWriter or CreditWords.OfWomanWriter) return true;
            isFirst = false;
        }

        return false;
    }

    // Some pages print headline, deck, credits and date, and then the headline again above the text. The head is below the first.
    private Range FirstCopy(Range headline, int top)
    {
        int last = headline.Start.Value;
        bool hasCredits = false;
        for (int i = last - 1; headline.End.Value == last + 1 && i >= Math.Max(top, last - FarthestCopy); i--)
        {
            if (hasCredits && IsSame(i, last))
            {
                _repeated = last;
                return i..(i + 1);
            }

            LineKind kind = _page.Lines[i].Kind;
            if (kind is LineKind.Prose or LineKind.Marker) break;
            hasCredits |= kind is LineKind.Date or LineKind.Byline;
        }

        return headline;
    }

    // «رياضي / الأرجنتين تتوج …»: one word and a slash between blanks are the section before the headline, as agencies print it. Slash included.
    private TextSpan SectionBefore(TextSpan headline)
    {
        ReadOnlySpan<char> text = headline.In(_page.Text);
        int slash = text.IndexOf('/');
        bool isSection = slash > 2 && text[slash - 1] == ' ' && slash + 2 < text.Length && text[slash + 1] == ' ' && !text[..(slash - 1)].ContainsAny(" \u00A0\t\n")
            && ArabicChars.ClassOf(text[0]) == CharClass.ArabicLetter && text[(slash + 1)..].Trim().Contains(' ');
        return isSection ? new TextSpan(headline.Start, slash + 1) : default;
    }

    // Links cut the first sentence of some pages into lines: «تستعد», «وزارة العمل», «، خلال الفترة …». What starts inside a sentence takes the short lines above it.
    private int StartOfBody(int top, int start)
    {
        int first = start;
        bool inside = start < _page.Lines.Length && _page.Lines[start].StartsInside;
        while (inside && first > top && start - first < 3 && _page.Lines[first - 1].Kind is LineKind.Short or LineKind.Signs) first--;
        return first;
    }

    private void AddHead(int start, int end, bool hasHeadline)
    {
        bool mayBeSubheadline = hasHeadline;
        for (int i = start; i < end; i++)
        {
            ref PageLine line = ref _page.Lines[i];
            if (_claimed[i] || i == _repeated || line.IsLabel) continue;
            bool isFree = line.Kind is LineKind.Title or LineKind.Short && line.MarkerWeight < 2;
            if (line.Kind == LineKind.Date) AddDate(i, always: hasHeadline);
            else if (line.Kind == LineKind.Marker && TryDatedByline(i)) mayBeSubheadline = false;
            else if (line.Is(MarkerKind.Source)) AddSource(i);
            else if (isFree && line.HasCredit && line.Role != TextBlockRole.Caption && TryPlacedByline(i)) mayBeSubheadline = false;
            else if (line.Role == TextBlockRole.Caption || line.Marker == MarkerKind.Caption || (isFree && line.HasCredit) || IsRepeated(i)) AddCaption(i);
            else if ((line.Kind == LineKind.Byline || ((isFree || line.Is(MarkerKind.Byline)) && line.Words <= 16)) && TryByline(i, i + 1 == end)) mayBeSubheadline &= i + 1 < end && _page.Lines[i + 1].Kind == LineKind.Date; // credits and date stand between headline and decks, or the text follows
            else if (line.Role == TextBlockRole.Subheadline || (mayBeSubheadline && isFree && line.Kind == LineKind.Title && line.Words >= 5 && (line.DateWords + line.Numbers) * 2 <= line.Words)) Add(i, ArticlePartKind.Subheadline);
            else if (line.Kind != LineKind.Date) mayBeSubheadline &= line.Kind != LineKind.Marker;
        }
    }

    private bool TryByline(int index, bool isLast)
    {
        ReadOnlySpan<char> text = _page.TextOf(index);
        int offset = _page.Lines[index].Span.Start;
        if (isLast && _dateline is null && ArticleHead.TryWholeLine(_page, index, OutletOf(index), Reference, out Dateline dateline))
        {
            SetDateline(dateline);
            Add(index, ArticlePartKind.Dateline);
            return true;
        }

        if (_byline is not null) return false;
        Byline? byline = _page.BylineOf(index, OutletOf(index), _page.Lines[index].Role == TextBlockRole.Byline);
        if (byline is null && (TryDatedByline(index) || (isLast && _dateline is null && TrySourceBehindPlace(index)))) return true;
        if (byline is null && !(_page.Lines[index].Is(MarkerKind.Byline) && BylineParser.TryParseSigned(text, out byline))) return false;

        // «Xinhua | أخبار العالم»: a row of links that holds an agency's name credits nobody.
        if (_page.Lines[index].IsBar && byline.Persons.IsEmpty) return false;
        AddByline(byline.Shifted(offset), _page.Lines[index].Span, index);

        // «جوهانسبرغ - فلانة 24 أغسطس 2023»: the date stands in the credit line.
        if (_published is null && text.ContainsAnyInRange('0', '\u0669') && _page.DateOf(index, reference: null) is { } date && date.Precision >= DatePrecision.Day)
            _published = date.Shifted(offset);
        return true;
    }

    // «سبتة - صدى الشمال»: between the date and the text, a place and a few words behind a dash are a dateline, and the words the outlet, though no list has it and the page says it nowhere else.
    private bool TrySourceBehindPlace(int index)
    {
        if (index == 0 || _page.Lines[index - 1].Kind != LineKind.Date || _page.Lines[index].Words > MostOutletWords) return false;
        ReadOnlySpan<char> text = _page.TextOf(index);
        int dash = text.IndexOf(" - ", StringComparison.Ordinal);
        if (dash <= 0 || !ArticleHead.TryWholeLine(_page, index, text[(dash + 3)..].Trim().ToString(), Reference, out Dateline dateline) || dateline.Places.IsEmpty || dateline.Outlets.IsEmpty) return false;
        SetDateline(dateline);
        Add(index, ArticlePartKind.Dateline);
        return true;
    }

    // «بقلم رامي الحداد في 15 يوليو، 2024 3 تعليقات», «سلمى القادري - واشنطن 10 أبريل 2019، 16:40 مدة القراءة 3 دقائق»: writer, day and what else a page counts in one line. It is credits as far as the date.
    private bool TryDatedByline(int index)
    {
        PageLine line = _page.Lines[index];
        if (_byline is not null || line.Words > MostWordsOfDatedByline || _page.DateOf(index, reference: null) is not { Precision: >= DatePrecision.Day, Span.Start: > 0 } date) return false;
        ReadOnlySpan<char> text = _page.TextOf(index)[..date.Span.Start].TrimEnd(CreditSigns);
        if (text.EndsWith(" " + CreditWords.In, StringComparison.Ordinal) || text.EndsWith(" " + CreditWords.Day, StringComparison.Ordinal)) text = text[..text.LastIndexOf(' ')].TrimEnd(CreditSigns);
        if (!TryCredits(index, text, line.Is(MarkerKind.Byline) && line.MarkerAtStart)) return false;
        _published ??= date.Shifted(line.Span.Start);
        return true;
    }

    // The start of a line, which names who wrote, or where and who.
    private bool TryCredits(int index, ReadOnlySpan<char> text, bool isSigned)
    {
        int start = _page.Lines[index].Span.Start;
        if ((BylineParser.TryParse(text, OutletOf(index), out Byline? byline) || (isSigned && BylineParser.TryParseSigned(text, out byline))) && !byline.Persons.IsEmpty)
        {
            AddByline(byline.Shifted(start), Trimmed(start, start + text.Length), index);
            return true;
        }

        if (_dateline is not null || !DatelineParser.TryParse(text, OutletOf(index), Reference, out Dateline? dateline) || dateline.Span.End != text.Length || dateline.Places.Length != 1 || dateline.Persons.Length + dateline.Agencies.Length + dateline.Outlets.Length == 0) return false;
        SetDateline(dateline.Shifted(start));
        AddPart(Trimmed(start, start + text.Length), ArticlePartKind.Dateline);
        _claimed[index] = true;
        return true;
    }

    private void AddByline(Byline byline, TextSpan span, int line)
    {
        _byline = byline;
        AddPart(span, ArticlePartKind.Byline);
        _claimed[line] = true;
    }

    // «خالد باصمد (أوسلو)», «الرياض - من أميمة الجربي (وات)»: what ends in brackets is a byline where it names a place; «فلان (رويترز)» is what stands below a picture.
    private bool TryPlacedByline(int index) =>
        _page.BylineOf(index, OutletOf(index)) is { } byline && !byline.Places.IsEmpty && (!byline.Persons.IsEmpty || _page.Lines[index].Words <= MostOutletWords) && TryByline(index, isLast: false);

    // The outlet, if the page says it nowhere else but in its furniture; see PageOutlet. Further articles are other outlets'.
    private string? OutletOf(int line) => _outlet ??= !_isMain || _page.Lines[line].Is(MarkerKind.Byline) ? null : PageOutlet.Find(_page, line, _headline, _body);

    // What a day without a year is nearest to.
    private DateTimeOffset? Reference => _context.Reference ?? (_published ?? _pageDay)?.Value;

    // The day of the dateline and the day of the page bear each other out or not: a page clock years later is the day of the crawl, and lends no year.
    private void SetDateline(Dateline dateline)
    {
        if (_pageDay is { } day && dateline.Date is { } date && Math.Abs((day.Value.Date - date.Value.Date).TotalDays) > MostDaysToPrint)
        {
            _pageDay = null;
            if (!ArabicDate.TryParse(date.Span.In(_page.Text), reference: null, out _)) dateline = dateline with { Date = null };
        }

        _dateline = dateline;
    }

    // A line that stands above the body twice is a picture's text beside its caption.
    private bool IsRepeated(int index)
    {
        PageLine line = _page.Lines[index];
        if (line.Words < 3 || line.MarkerWeight >= 2 || line.Kind is not (LineKind.Title or LineKind.Short)) return false;
        return (index > 0 && IsSame(index, index - 1)) || (index + 1 < _page.Lines.Length && IsSame(index, index + 1));
    }

    private bool IsSame(int left, int right) => _page.NormalOf(left).SequenceEqual(_page.NormalOf(right));

    private void AddCaption(int index)
    {
        if (index > 0 && _claimed[index - 1] && IsSame(index, index - 1)) return;
        Add(index, ArticlePartKind.Caption);
    }

    private void AddDate(int index, bool always)
    {
        PageLine line = _page.Lines[index];
        bool isLabelled = line.Is(MarkerKind.Date);
        if (!always && !isLabelled && !line.Is(MarkerKind.Update)) return;
        ReadOnlySpan<char> text = _page.TextOf(index);
        if (line.Is(MarkerKind.Update))
        {
            int label = IndexOfUpdate(line, text);
            bool hasOwn = ArabicDate.TryParse(text[label..], _context.Reference, out ArticleDate? updated);

            // «9 كانون الثاني 2025، 10:30 آخر تحديث: 18:45»: a clock time alone is of the day that stands before the label.
            if (!hasOwn && label > 0 && ArabicDate.TryParse(text[..label], _context.Reference, out ArticleDate? day)) hasOwn = TryClockOf(day, text[label..], out updated);
            if (ArabicDate.TryParse(hasOwn ? text[..label] : text, _context.Reference, out ArticleDate? before))
            {
                if (hasOwn) AddCreditsBefore(index, before.Shifted(line.Span.Start).Span);
                if (hasOwn) _published ??= before.Shifted(line.Span.Start);
                else _modified ??= before.Shifted(line.Span.Start);
                Claim(index);
            }

            if (!hasOwn) return;
            _modified ??= updated!.Shifted(line.Span.Start + label);
            Claim(index);
        }
        else if (_page.DateOf(index, _context.Reference) is { } date)
        {
            if (TryTimeBeside(index, date, out ArticleDate? exact)) date = exact;
            AddCreditsBefore(index, date.Shifted(line.Span.Start).Span);
            if (_published is null || (isLabelled && !_publishedByLabel)) (_published, _publishedByLabel) = (date.Shifted(line.Span.Start), isLabelled);
            Claim(index);
            if (isLabelled) AddOutletOfLabel(line, text, date);
        }
    }

    private static bool TryClockOf(ArticleDate day, ReadOnlySpan<char> text, [NotNullWhen(true)] out ArticleDate? exact)
    {
        exact = null;
        int start = text.IndexOfAnyInRange('0', '9');
        if (start < 0 || text.Length - start > LongestClock) return false;
        string dated = string.Concat(day.Value.ToString("yyyy-MM-dd ", CultureInfo.InvariantCulture), text[start..]);
        if (!ArabicDate.TryParse(dated, reference: null, out exact) || exact.Precision < DatePrecision.Minute) return false;
        exact = exact with { Span = TextSpan.FromBounds(start, start + exact.Span.End - (dated.Length - (text.Length - start))) };
        return true;
    }

    // «الأربعاء 4 آب 2021    06:45 م»: the clock time that a run of blanks cut off.
    private bool TryTimeBeside(int index, ArticleDate day, [NotNullWhen(true)] out ArticleDate? exact)
    {
        exact = null;
        if (day.Precision != DatePrecision.Day || index + 1 == _page.Lines.Length) return false;
        PageLine line = _page.Lines[index], next = _page.Lines[index + 1];
        if (next.Words > 5 || next.MarkerWeight > 0 || _page.Text.AsSpan(line.Span.End, next.Span.Start - line.Span.End).ContainsAny('\n', '\r')) return false;
        ReadOnlySpan<char> both = _page.Text.AsSpan(line.Span.Start, next.Span.End - line.Span.Start);
        if (!ArabicDate.TryParse(both, _context.Reference, out exact) || exact.Precision < DatePrecision.Minute || exact.Value.Date != day.Value.Date) return false;
        Claim(index + 1);
        return true;
    }

    // «ضفاف النيل نشر في ضفاف النيل يوم 18 - 12 - 2022»: copies of a press archive say between label and date whose story it is.
    private void AddOutletOfLabel(in PageLine line, ReadOnlySpan<char> text, ArticleDate date)
    {
        int start = Math.Min(line.MarkerEnd, date.Span.Start);
        ReadOnlySpan<char> between = text[start..date.Span.Start].Trim();
        if (between.EndsWith(" " + CreditWords.Day, StringComparison.Ordinal)) between = between[..^CreditWords.Day.Length].Trim();
        else if (!date.Span.In(text).StartsWith(CreditWords.Day, StringComparison.Ordinal) || !char.IsWhiteSpace(text[date.Span.Start - 1])) return;
        if (between.IsEmpty || between.Count(' ') >= MostOutletWords) return;
        start += text[start..].IndexOf(between);
        _sources.Add(new ArticleSource(new TextSpan(line.Span.Start + start, between.Length), between.ToString(), SourceRole.Publisher));
    }

    // «Deniz Kaya, Selin Aksoy | 06.02.2024 - محدث : 07.02.2024»: credits that stand before the date in its line.
    private void AddCreditsBefore(int index, TextSpan date)
    {
        PageLine line = _page.Lines[index];
        int end = date.Start - line.Span.Start;
        if (_byline is not null || end <= 0 || line.MarkerAtStart || line.Is(MarkerKind.Date)) return;
        _ = TryCredits(index, _page.TextOf(index)[..end].TrimEnd(CreditSigns), isSigned: false);
    }

    // Where the label «آخر تحديث» ends in the text, give or take what the normalizer removes; labels stand before plain dates.
    private static int IndexOfUpdate(in PageLine line, ReadOnlySpan<char> text) => line.MarkerAtStart ? 0 : Math.Min(line.MarkerEnd, text.Length);

    private int EndOfBody(BodyRun body, int bottom, bool hasHeadline)
    {
        int end = body.End;
        bool endsInStops = hasHeadline && EndsInStops(body);

        // The last words of a body may be few: what goes on with a sentence, or ends one, belongs to it.
        while (end < bottom)
        {
            PageLine line = _page.Lines[end], last = _page.Lines[end - 1];
            bool goesOn = line.StartsInside && !last.EndsSentence && line.Kind is LineKind.Short or LineKind.Title or LineKind.Signs;
            bool endsSentence = line.Kind is LineKind.Title or LineKind.Short && line.EndSign == '.' && line.Words >= 3;
            if (!goesOn && !endsSentence && (endsInStops || !IsPlainEnd(end, bottom))) break;
            end++;
        }

        return end;
    }

    // Where the paragraphs of a page with a headline end in full stops, what follows without one is no paragraph: «لمزيد من الأخبار زوروا أقسام الموقع».
    private bool EndsInStops(BodyRun body)
    {
        int prose = 0, stops = 0;
        for (int i = body.Start; i < body.End; i++)
        {
            if (_page.Lines[i].Kind != LineKind.Prose) continue;
            prose++;
            if (_page.Lines[i].EndSign == '.') stops++;
        }

        return prose >= 3 && stops * 4 >= prose * 3;
    }

    // Nothing but a few lines of text follow, to the end of the page: a text without furniture.
    private bool IsPlainEnd(int index, int bottom)
    {
        const int most = 4;
        if (bottom != _page.Lines.Length) return false;
        int last = index;
        while (last < bottom && _page.Lines[last].Kind is LineKind.Title or LineKind.Short or LineKind.Signs && _page.Lines[last].Role == TextBlockRole.Unknown) last++;
        if (last < bottom && _page.Lines[last].Marker is not (MarkerKind.SignOff or MarkerKind.Source or MarkerKind.Origin)) return false;
        return last > index && last - index <= most && index > 0;
    }

    private void AddBody(int start, int end)
    {
        MarkCards(start, end);
        bool hasLede = false, isLink = false;
        for (int i = start; i < end;)
        {
            int next = EndOfParagraph(i, end);
            PageLine line = _page.Lines[i];

            // The layout sets it apart from the story it stands in; or it is a title below «اقرأ أيضاً», a link, up to the next line of text.
            isLink = line.Is(MarkerKind.Related) || (isLink && line.Kind is LineKind.Title or LineKind.Short or LineKind.Signs && !line.EndsSentence && next - i == 1);
            if (isLink || line.Role is TextBlockRole.Related or TextBlockRole.Boilerplate or TextBlockRole.Comment)
            {
                i = next;
                continue;
            }

            TextSpan span = TextSpan.FromBounds(line.Span.Start, _page.Lines[next - 1].Span.End);
            if (!hasLede && _dateline is null && line.Kind is LineKind.Prose or LineKind.Title or LineKind.Short
                && ArticleHead.TryDateline(_page, i, OutletOf(i), Reference, out Dateline dateline))
            {
                SetDateline(dateline);
                AddPart(dateline.Span, ArticlePartKind.Dateline);
                Claim(i);
                span = Trimmed(dateline.Span.End, span.End);
            }

            // «– افتتحت بلدية المدينة»: the dash that a name on a line above it has left behind.
            if (!hasLede && span.Length > 2 && span.In(_page.Text) is ['-' or '\u2013' or '\u2014', ' ', ..]) span = Trimmed(span.Start + 1, span.End);
            if (span.IsEmpty)
            {
                i = next;
                continue;
            }

            if (next - i == 1 && line.Kind is LineKind.Marker or LineKind.Date or LineKind.Byline)
            {
                if (line.Is(MarkerKind.Source)) AddSource(i);
                else if (line.Marker == MarkerKind.Caption) Add(i, ArticlePartKind.Caption);
                else if (line.Kind == LineKind.Byline && _byline is null && i == start) TryByline(i, isLast: false);
                i = next;
                continue;
            }

            ArticlePartKind kind = KindOf(i, next, hasLede, isLast: next == end);
            if (next - i == 1 && line.Kind == LineKind.Signs && !line.StartsInside)
            {
                i = next;
                continue;
            }

            if (kind is ArticlePartKind.Lede or ArticlePartKind.Paragraph && next == end) span = WithoutSignOff(span);
            if (!span.IsEmpty) AddPart(span, kind);
            hasLede |= kind == ArticlePartKind.Lede;
            _claimed.AsSpan(i, next - i).Fill(true);
            i = next;
        }
    }

    // A card with a link inside the story: a section perhaps, a title, and a date that says no year. Where they are many, they are the entries of a live page.
    private void MarkCards(int start, int end)
    {
        int cards = 0, prose = 0;
        for (int i = start; i < end; i++)
        {
            if (_page.Lines[i].Kind == LineKind.Prose) prose++;
            else if (IsCard(i, start)) cards++;
        }

        for (int i = start; cards > 0 && cards * 3 <= prose && i < end; i++)
        {
            if (!IsCard(i, start)) continue;
            _page.Lines[i - 1].Role = TextBlockRole.Related;
            if (i - 2 > start && _page.Lines[i - 2].Kind == LineKind.Short) _page.Lines[i - 2].Role = TextBlockRole.Related;
        }
    }

    private bool IsCard(int line, int start) => line - 1 > start && _page.Lines[line] is { Kind: LineKind.Date, DateWords: > 0, Role: TextBlockRole.Unknown }
        && _page.Lines[line - 1] is { Kind: LineKind.Title, Role: TextBlockRole.Unknown } && PageSplitter.IsDateOfCard(_page, line);

    private ArticlePartKind KindOf(int index, int end, bool hasLede, bool isLast)
    {
        PageLine line = _page.Lines[index];
        switch (line.Role)
        {
            case TextBlockRole.Caption: return ArticlePartKind.Caption;
            case TextBlockRole.Heading or TextBlockRole.Headline or TextBlockRole.Kicker or TextBlockRole.Subheadline: return ArticlePartKind.Subhead;
            case TextBlockRole.Quote: return ArticlePartKind.Quote;
            case TextBlockRole.ListItem: return ArticlePartKind.ListItem;
            default: break;
        }

        bool isText = line.Kind == LineKind.Prose || end - index > 1 || line.EndsSentence;
        if (!isText && line.Kind is LineKind.Short or LineKind.Title)
        {
            if (line.HasCredit || IsElsewhere(index)) return ArticlePartKind.Caption;
            if (hasLede && !isLast && line.Words <= 12 && line.Role != TextBlockRole.Paragraph) return ArticlePartKind.Subhead;
        }

        if (!hasLede) return ArticlePartKind.Lede;
        if (line.IsItem) return ArticlePartKind.ListItem;
        return line.IsQuote ? ArticlePartKind.Quote : ArticlePartKind.Paragraph;
    }

    // Pages repeat the text of a picture, not a subhead.
    private bool IsElsewhere(int index)
    {
        if (_page.Lines[index].Words < 2) return false;
        const int near = 200;
        for (int i = Math.Max(0, index - near); i < Math.Min(_page.Lines.Length, index + near); i++)
            if (i != index && IsSame(i, index)) return true;
        return false;
    }

    // Behind the last line of the paragraph that starts here: links and marked words inside a sentence come as lines of their own.
    private int EndOfParagraph(int index, int end)
    {
        int next = index + 1;
        while (next < end)
        {
            PageLine last = _page.Lines[next - 1], line = _page.Lines[next];
            if (last.EndsSentence || line.Kind is LineKind.Marker or LineKind.Date || last.Kind is LineKind.Marker or LineKind.Date) break;
            if (line.StartsInside)
            {
                next++;
                continue;
            }

            // A short line goes on with an unfinished sentence when what follows it goes on too.
            bool isOpen = last.Kind == LineKind.Prose && line.Kind is LineKind.Short && !line.HasCredit && line.Role == TextBlockRole.Unknown;
            if (!isOpen || next + 1 >= end || !(_page.Lines[next + 1].StartsInside || (_page.Lines[next + 1].Kind == LineKind.Prose && IsOpenEnd(next - 1)))) break;
            next += 2;
        }

        return Math.Min(next, end);
    }

    // The last word is a particle, after which a sentence cannot end.
    private bool IsOpenEnd(int index)
    {
        ReadOnlySpan<char> text = _page.NormalOf(index);
        int blank = text.LastIndexOf(' ');
        return blank >= 0 && ArabicStopWords.ContainsNormalized(text[(blank + 1)..]);
    }

    private void AddFoot(int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            PageLine line = _page.Lines[i];
            if (line.Kind == LineKind.Prose && line.MarkerWeight < 2) return;
            if (line.Is(MarkerKind.Source))
            {
                AddSource(i);
            }
            else if (line.Is(MarkerKind.Tags))
            {
                AddTags(i, end);
            }
            else if (line.MarkerWeight >= 2 && line.Marker is MarkerKind.Related or MarkerKind.MostRead or MarkerKind.Comments or MarkerKind.Form or MarkerKind.Copyright)
            {
                return;
            }
            else if (line.Kind == LineKind.Date)
            {
                if (_published is null || line.Is(MarkerKind.Date) || line.Is(MarkerKind.Update)) AddDate(i, always: i == start);
            }
            else if (i <= start + 2 && line.InBrackets && line.Words <= 8)
            {
                ImmutableArray<ArticleSource> sources = SourceLineParser.ParseSignOff(_page.TextOf(i), out _, line.Span.Start);
                _sources.AddRange(sources);
                if (sources.Length > 0) Claim(i);
            }
            else if (i <= start + 1 && line.Kind == LineKind.Byline)
            {
                TryByline(i, isLast: false);
            }
        }
    }

    private void AddTags(int label, int end)
    {
        ReadOnlySpan<char> text = _page.TextOf(label);
        int colon = text.IndexOf(':');
        if (colon >= 0 && colon + 1 < text.Length)
        {
            foreach (Range tag in text[(colon + 1)..].SplitAny('\u060C', ',', '|', '#', '-'))
                AddTag(text[(colon + 1)..][tag]);
            Claim(label);
            return;
        }

        Claim(label);
        for (int i = label + 1; i < end && _page.Lines[i].Kind is LineKind.Short or LineKind.Signs; i++)
        {
            if (_page.Lines[i].Kind == LineKind.Short) AddTag(_page.TextOf(i));
            Claim(i);
        }
    }

    private void AddTag(ReadOnlySpan<char> tag)
    {
        tag = tag.Trim(" \u00A0#.\t");
        if (tag.Length > 1 && tag.Count(' ') < MostTagWords) _tags.Add(tag.ToString());
    }

    private void AddSource(int index)
    {
        _sources.AddRange(SourceLineParser.Parse(_page.TextOf(index), _page.Lines[index].Span.Start, _sources.Count > 0));
        Claim(index);
    }

    // «… في العام التالي. /نهاية الخبر/»: desks close a story between slashes, some at the end of its last line.
    private TextSpan WithoutEndMark(TextSpan span)
    {
        ReadOnlySpan<char> text = span.In(_page.Text).TrimEnd();
        if (text is not [.., '/']) return span;
        ReadOnlySpan<char> inside = text.TrimEnd("/ ");
        int open = inside.LastIndexOf('/');
        if (open < 0 || text.Length - open > LongestEndMark) return span;
        PageLine mark = default;
        new LineCounter(ArabicNormalizer.Match.Normalize(inside[(open + 1)..].ToString())).Count(ref mark);
        if (!mark.Is(MarkerKind.SignOff)) return span;
        _end = Math.Max(_end, span.End);
        return Trimmed(span.Start, span.Start + text[..open].TrimEnd("/ ").Length);
    }

    private TextSpan WithoutSignOff(TextSpan span)
    {
        span = WithoutEndMark(span);
        ImmutableArray<ArticleSource> sources = SourceLineParser.ParseSignOff(span.In(_page.Text), out int start, span.Start);
        if (sources.Length == 0) return span;
        _sources.AddRange(sources);
        _end = Math.Max(_end, span.End);
        return Trimmed(span.Start, span.Start + start);
    }

    private TextSpan Trimmed(int start, int end)
    {
        while (start < end && char.IsWhiteSpace(_page.Text[start])) start++;
        while (end > start && char.IsWhiteSpace(_page.Text[end - 1])) end--;
        return TextSpan.FromBounds(start, end);
    }

    private void Add(int line, ArticlePartKind kind)
    {
        AddPart(_page.Lines[line].Span, kind);
        _claimed[line] = true;
    }

    private void AddPart(TextSpan span, ArticlePartKind kind)
    {
        span = Trimmed(span.Start, span.End);
        if (span.IsEmpty) return;
        _parts.Add(new ArticlePart(span, kind));
        Cover(span);
    }

    private void Claim(int line)
    {
        _claimed[line] = true;
        Cover(_page.Lines[line].Span);
    }

    private void Cover(TextSpan span)
    {
        _start = Math.Min(_start, span.Start);
        _end = Math.Max(_end, span.End);
    }

    private Article Finish(bool isMain)
    {
        PageMetadata metadata = isMain ? _context.Metadata : PageMetadata.Empty;
        _parts.Sort((left, right) => left.Span.Start.CompareTo(right.Span.Start));
        return new Article
        {
            Span = _start > _end ? default : TextSpan.FromBounds(_start, _end),
            Parts = [.. _parts],
            Byline = _byline ?? Claims.Byline(_page, metadata, _context.Outlet),
            Dateline = _dateline,
            Published = Claims.Weigh(_published ?? _pageDay ?? _dateline?.Date, metadata.Published),
            Modified = Claims.Weigh(_modified, metadata.Modified),
            Sources = [.. _sources],
            Section = metadata.Section,
            Tags = _tags.Count > 0 ? [.. _tags] : metadata.Tags,
        };
    }
}

/// <summary>What is known about a page while its articles are built.</summary>
internal sealed record ArticleContext(PageMetadata Metadata, PageTitles Titles, string? Outlet, DateTimeOffset? Reference);
