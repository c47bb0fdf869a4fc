namespace ArabicNews;

/// <summary>What a word does in a date; the kinds of <c>seeds/lexicon/date-words.tsv</c> and of the lists beside it.</summary>
internal enum DateWord : byte
{
    /// <summary>Value: 1-12.</summary>
    Month,
    /// <summary>Value: 1-12.</summary>
    HijriMonth,
    /// <summary>Value: 0 (Sunday) to 6.</summary>
    Weekday,
    /// <summary>Value: what it adds to a number in words.</summary>
    Cardinal,
    /// <summary>Value: what it adds to an ordinal in words.</summary>
    Ordinal,
    /// <summary>أمس; value: days from today.</summary>
    Day,
    /// <summary>ساعة, one of a <see cref="DateUnit"/>.</summary>
    Unit,
    /// <summary>ساعات, which needs a number in front.</summary>
    Units,
    /// <summary>ساعتين, two of a <see cref="DateUnit"/>.</summary>
    Two,
    /// <summary>دقائق where no number stands: some, of no known count.</summary>
    Few,
    /// <summary>الشهر, which needs "last", "next" or "this".</summary>
    Period,
    /// <summary>منذ; value 1: قبل, which is "ago" unless "than" follows.</summary>
    Before,
    /// <summary>"ago" behind the count.</summary>
    Ago,
    /// <summary>بعد.</summary>
    After,
    /// <summary>"from now", behind <see cref="After"/>.</summary>
    Ahead,
    /// <summary>الماضي.</summary>
    Last,
    /// <summary>المقبل.</summary>
    Next,
    /// <summary>الجاري; value 1: هذا, which stands in front.</summary>
    This,
    /// <summary>نحو: the count is not exact.</summary>
    About,
    /// <summary>Value: a <see cref="DateMeridiem"/>.</summary>
    Meridiem,
    /// <summary>صباح, in front of a day; يوم too, which says nothing.</summary>
    Part,
    /// <summary>Value: a <see cref="DateEra"/>.</summary>
    Era,
    /// <summary>الساعة.</summary>
    Clock,
    /// <summary>والنصف; value: minutes.</summary>
    Fraction,
    /// <summary>الموافق: the same day in another calendar follows.</summary>
    Concord,
    /// <summary>من: may stand between the parts of a date; value 1: في, which no ordinal of a month has behind it.</summary>
    Link,
    /// <summary>أواخر: the month behind it is meant as a month.</summary>
    Edge,
    /// <summary>بتوقيت.</summary>
    ZoneMark,
    /// <summary>Value: a zone of <see cref="DateZones"/>.</summary>
    Zone,
    /// <summary>A zone that needs no <see cref="ZoneMark"/>: GMT.</summary>
    BareZone,
    /// <summary>The ending of an English ordinal.</summary>
    Suffix,
    /// <summary>آخر تحديث: may stand between a date and its time on a label line.</summary>
    Noise,
    /// <summary>تاريخ النشر.</summary>
    Label,
    /// <summary>A name that holds words of dates and says none: اليوم السابع.</summary>
    Name,
    /// <summary>The T of ISO 8601.</summary>
    Iso,
}

/// <summary>A unit that dates count in.</summary>
internal enum DateUnit
{
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Year,
}

/// <summary>The half of the day that a clock time belongs to.</summary>
internal enum DateMeridiem
{
    None,
    AM,
    PM,
    Noon,
    Night,
}

/// <summary>The era behind a year.</summary>
internal enum DateEra
{
    None,
    Gregorian,
    Hijri,
    BC,
}

/// <summary>The words of dates, as <see cref="ArabicNormalizer.Match"/> writes them: a trie over words, since «أول من أمس» is one phrase.</summary>
internal sealed class DateLexicon
{
    public const string Magic = "ANDT";
    public const int Version = 1;

    /// <summary>No word of a date is longer; a longer word need not be looked up.</summary>
    private const int MaxWordLength = 16;

    private readonly WordTable _words;
    private readonly Dictionary<long, int> _steps = [];
    private readonly List<Meaning[]> _meanings = [[]];

    private DateLexicon(ref DataReader reader)
    {
        var words = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (string phrase in reader.ReadSortedStrings())
        {
            int node = 0;
            foreach (string word in phrase.Split(' ')) node = AddStep(words, node, word);
            var meanings = new Meaning[reader.ReadVarint()];
            for (int i = 0; i < meanings.Length; i++) meanings[i] = new Meaning((DateWord)reader.ReadByte(), reader.ReadSignedVarint());
            _meanings[node] = meanings;
        }

        _words = new WordTable(words);
        Zones = new DateZones(ref reader);
    }

    public static DateLexicon Default { get; } = Load();

    /// <summary>The clocks that <see cref="DateWord.Zone"/> names.</summary>
    public DateZones Zones { get; }

    /// <summary>The number of <paramref name="word"/>; -1 when no phrase has it.</summary>
    public int IdOf(ReadOnlySpan<char> word) => word.Length is > 0 and <= MaxWordLength && _words.TryGet(word, out int id) ? id : -1;

    /// <summary>The node behind <paramref name="node"/> (0: the start) over one more word; 0 when there is none.</summary>
    public int Step(int node, int word) => word < 0 ? 0 : _steps.GetValueOrDefault(((long)node << 32) | (uint)word);

    /// <summary>Whether a phrase ends at <paramref name="node"/>.</summary>
    public bool IsPhrase(int node) => _meanings[node].Length > 0;

    /// <summary>Whether the phrase at <paramref name="node"/> can do what <paramref name="kind"/> says, and its value there.</summary>
    public bool TryGet(int node, DateWord kind, out int value)
    {
        foreach (Meaning meaning in _meanings[node])
        {
            if (meaning.Kind != kind) continue;
            value = meaning.Value;
            return true;
        }

        value = 0;
        return false;
    }

    private static DateLexicon Load()
    {
        DataReader reader = DataReader.Open("dates.bin", Magic, Version);
        return new DateLexicon(ref reader);
    }

    private int AddStep(Dictionary<string, int> words, int node, string word)
    {
        if (!words.TryGetValue(word, out int id)) words.Add(word, id = words.Count);
        long key = ((long)node << 32) | (uint)id;
        if (_steps.TryGetValue(key, out int next)) return next;
        _steps.Add(key, next = _meanings.Count);
        _meanings.Add([]);
        return next;
    }

    private readonly record struct Meaning(DateWord Kind, int Value);
}
