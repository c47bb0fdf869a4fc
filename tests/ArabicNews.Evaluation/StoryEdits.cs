using System.Globalization;
using System.Text;

namespace ArabicNews.Evaluation;

/// <summary>
/// Re-edits an article as outlets re-edit wire copy, by chance with a fixed seed. It knows nothing of how signatures are made: spelling, figures and agencies are its own lists. How much is changed was set before any signature was scored, but for <see cref="BackgroundShare"/>: without it the background of a cut copy was often longer than the copy, which then was none by the rule of <see cref="StoryJudge"/>.
/// </summary>
internal sealed class StoryEdits(Random random, IReadOnlyList<string> background)
{
    // Of a cut copy: the share of the words that is kept, from the first on.
    private const double CutShare = 0.4;

    // Of a text with small edits: the share of words left out, replaced or swapped with the next.
    private const double EditedShare = 0.05;

    // Of a text with background from elsewhere: at most so many words for each of its own.
    private const double BackgroundShare = 0.25;

    // Of a text in another spelling: the share of the words that can be spelled otherwise and are.
    private const double RespelledShare = 0.5;

    private static readonly string[] s_agencies = ["رويترز", "أ ف ب", "د ب أ", "واس", "وكالات", "أ ب", "بترا", "أ ش أ", "شينخوا", "فرانس برس", "الأناضول"];
    private static readonly string[] s_cities = ["القاهرة", "بيروت", "عمان", "الرياض", "دبي", "لندن", "بغداد", "الدوحة"];

    // One name, two houses' ways of writing it.
    private static readonly (string One, string Other)[] s_transliterations =
    [
        ("أمريك", "أميرك"), ("امريك", "أميرك"), ("إنجليز", "إنكليز"), ("غوغل", "جوجل"), ("غرام", "جرام"), ("تلفزيون", "تليفزيون"), ("ديمقراط", "ديموقراط"), ("أوروب", "أورب"), ("كيلومتر", "كلم"), ("هيئة", "هيأة"),
        ("مسؤول", "مسئول"), ("شؤون", "شئون"), ("ترامب", "ترمب"), ("نتانياهو", "نتنياهو"), ("كاميرون", "كامرون"), ("أنغيلا", "أنجيلا"), ("هونغ", "هونج"), ("كونغ", "كونج"), ("لاغارد", "لاجارد"), ("بريطاني", "بريتاني"),
    ];

    /// <summary>The kinds of re-edits by name.</summary>
    public IReadOnlyList<(string Kind, Func<StoryText, StoryText> Edit)> Kinds =>
    [
        ("cut to 40 %", Cut),
        ("paragraphs reordered", Reorder),
        ("new headline and dateline", story => Agency(NewHeadline(story))),
        ("other spelling", Respell),
        ("agency swapped", Agency),
        ("small edits", EditWords),
        ("background added", Extend),
        ("cut, headline, spelling, agency", story => Agency(Respell(NewHeadline(Cut(story))))),
        ("reordered, small edits, agency", story => Agency(EditWords(Reorder(story)))),
        ("cut, small edits, background", story => Extend(EditWords(Cut(story)))),
    ];

    /// <summary>A flash of the first words, and an update of it in which no figure is the same: not a copy. Null when there is no figure to change.</summary>
    public (StoryText Flash, StoryText Update)? Flash(StoryText story)
    {
        const int Words = 30;
        string[] words = [.. story.Paragraphs.SelectMany(StoryText.WordsOf).Take(Words)];
        string[] changed = Array.ConvertAll(words, ChangeFigures);
        if (words.Length < Words || changed.SequenceEqual(words, StringComparer.Ordinal)) return null;
        return (story with { Paragraphs = [string.Join(' ', words)] }, story with { Paragraphs = [string.Join(' ', changed)] });
    }

    private static StoryText Cut(StoryText story)
    {
        int rest = (int)(story.WordCount * CutShare);
        var paragraphs = new List<string>();
        foreach (string paragraph in story.Paragraphs)
        {
            string[] words = StoryText.WordsOf(paragraph);
            if (rest > 0) paragraphs.Add(string.Join(' ', words.Take(rest)));
            rest -= words.Length;
        }

        return story with { Paragraphs = paragraphs };
    }

    private StoryText Reorder(StoryText story)
    {
        string[] paragraphs = [.. story.Paragraphs];
        random.Shuffle(paragraphs);
        return story with { Paragraphs = paragraphs };
    }

    private StoryText NewHeadline(StoryText story)
    {
        string[] words = StoryText.WordsOf(background[random.Next(background.Count)]);
        return story with { Headline = string.Join(' ', words.Take(8)).TrimEnd('.', '\u060C', ':') };
    }

    private StoryText Agency(StoryText story)
    {
        string agency = s_agencies[random.Next(s_agencies.Length)];
        string[] paragraphs = [.. story.Paragraphs.Select(paragraph => s_agencies.Where(name => name.Length > 2).Aggregate(paragraph, (text, name) => text.Replace(name, agency, StringComparison.Ordinal)))];
        return story with { Dateline = $"{s_cities[random.Next(s_cities.Length)]} - {agency}:", Paragraphs = paragraphs };
    }

    private StoryText Extend(StoryText story)
    {
        int words = (int)(story.WordCount * BackgroundShare);
        return story with { Paragraphs = [.. story.Paragraphs, string.Join(' ', StoryText.WordsOf(background[random.Next(background.Count)]).Take(words))] };
    }

    private StoryText EditWords(StoryText story) => story with { Paragraphs = [.. story.Paragraphs.Select(EditWords)] };

    private string EditWords(string paragraph)
    {
        string[] words = StoryText.WordsOf(paragraph);
        var edited = new List<string>(words.Length);
        for (int i = 0; i < words.Length; i++)
        {
            if (random.NextDouble() >= EditedShare)
            {
                edited.Add(words[i]);
                continue;
            }

            switch (random.Next(3))
            {
                case 0:
                    string[] others = StoryText.WordsOf(background[random.Next(background.Count)]);
                    edited.Add(others[random.Next(others.Length)]);
                    break;
                case 1 when i + 1 < words.Length:
                    edited.Add(words[i + 1]);
                    edited.Add(words[i]);
                    i++;
                    break;
                default:
                    break;
            }
        }

        return string.Join(' ', edited);
    }

    private StoryText Respell(StoryText story)
    {
        bool indicDigits = random.Next(2) == 0;
        return story with { Headline = Respell(story.Headline, indicDigits), Paragraphs = [.. story.Paragraphs.Select(paragraph => Respell(paragraph, indicDigits))] };
    }

    private string Respell(string text, bool indicDigits) => string.Join(' ', StoryText.WordsOf(text).Select(word => Digits(random.NextDouble() < RespelledShare ? RespellWord(word) : word, indicDigits)));

    private string RespellWord(string word)
    {
        foreach ((string one, string other) in s_transliterations)
        {
            if (word.Contains(one, StringComparison.Ordinal)) return word.Replace(one, other, StringComparison.Ordinal);
            if (word.Contains(other, StringComparison.Ordinal)) return word.Replace(other, one, StringComparison.Ordinal);
        }

        return random.Next(5) switch
        {
            0 => word.Replace('أ', 'ا').Replace('إ', 'ا').Replace('آ', 'ا'),
            1 => word.Replace('ة', 'ه'),
            2 => word[^1] == 'ي' ? word[..^1] + 'ى' : word[^1] == 'ى' ? word[..^1] + 'ي' : word,
            3 => Vowels(word),
            _ => word.Length > 3 && char.IsLetter(word[1]) && char.IsLetter(word[2]) ? word.Insert(2, "\u0640") : word,
        };
    }

    private string Vowels(string word)
    {
        var vowelled = new StringBuilder(word.Length * 2);
        foreach (char letter in word)
        {
            vowelled.Append(letter);
            if (char.GetUnicodeCategory(letter) == UnicodeCategory.OtherLetter && random.Next(2) == 0) vowelled.Append((char)('\u064B' + random.Next(8)));
        }

        return vowelled.ToString();
    }

    private static string Digits(string word, bool indic) => indic ? string.Concat(word.Select(c => char.IsAsciiDigit(c) ? (char)('\u0660' + (c - '0')) : c)) : word;

    // A year stays: an update is of the same day.
    private string ChangeFigures(string word)
    {
        string digits = string.Concat(word.Where(char.IsDigit));
        if (digits.Length == 0 || (digits.Length == 4 && (CharUnicodeInfo.GetDecimalDigitValue(digits[0]) is 1 or 2))) return word;
        int first = word.IndexOfAny([.. digits]);
        int value = CharUnicodeInfo.GetDecimalDigitValue(word[first]);
        char zero = (char)(word[first] - value);
        return string.Concat(word.AsSpan(0, first), ((char)(zero + 1 + ((value + random.Next(8)) % 9))).ToString(), word.AsSpan(first + 1));
    }
}
