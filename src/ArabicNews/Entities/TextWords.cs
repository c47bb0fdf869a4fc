using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ArabicNews;

/// <summary>One way to read a word: as printed, or behind its attached particles.</summary>
/// <param name="Id">The word in the gazetteer's vocabulary; -1 when no name holds it.</param>
/// <param name="Start">Where the reading starts in the text.</param>
/// <param name="Key">Hash of its letters as <see cref="ArabicNormalizer.Match"/> writes them.</param>
/// <param name="Particles">What was taken off before it.</param>
/// <param name="Level">For a word of the vocabulary, how common what is left is by itself in news; else 0.</param>
internal readonly record struct WordReading(int Id, int Start, ulong Key, Proclitics Particles, byte Level = 0)
{
    public readonly int Id = Id;
    public readonly int Start = Start;
    public readonly ulong Key = Key;
    public readonly Proclitics Particles = Particles;
    public readonly byte Level = Level;
}

/// <summary>Particles that stand attached before a name.</summary>
[Flags]
internal enum Proclitics : byte
{
    None = 0,
    Conjunction = 1,
    Preposition = 2,
    /// <summary>The preposition is ك, "like".</summary>
    Like = 4,
}

/// <summary>A word of a text with its readings.</summary>
internal struct Word
{
    public const int MaxReadings = 6;

    private Readings _readings;

    /// <summary>Where it stands, attached particles included.</summary>
    public TextSpan Span;

    /// <summary>Only blanks or one hyphen stand between it and the word before.</summary>
    public bool Joined;

    /// <summary>An opening quotation mark stands right before it.</summary>
    public bool OpensQuote;

    /// <summary>A closing quotation mark stands right behind it.</summary>
    public bool ClosesQuote;

    /// <summary>An opening bracket stands right before it.</summary>
    public bool OpensBracket;

    /// <summary>A closing bracket stands right behind it.</summary>
    public bool ClosesBracket;

    /// <summary>It carries grammar, not news (<see cref="ArabicStopWords"/>).</summary>
    public bool IsStop;

    /// <summary>It starts with the article.</summary>
    public bool HasArticle;

    /// <summary>How common the printed form is in news, 0 to <see cref="WordLexicon.MaxLevel"/>.</summary>
    public byte Level;

    /// <summary>How common the form behind a conjunction is; 0 when there is none.</summary>
    public byte LevelBehindConjunction;

    /// <summary>How common the stem is, without particles and endings.</summary>
    public byte StemLevel;

    /// <summary>What its letters alone tell of the printed form («عبدالواحد», «أبوالنجا», «نورالدين»).</summary>
    public NameParts Shape;

    /// <summary>The same of the form behind a conjunction.</summary>
    public NameParts ShapeBehindConjunction;

    /// <summary>It is printed with a final alef maksura: «على» is the preposition.</summary>
    public bool EndsInAlefMaksura;

    /// <summary>For a rare word: it is written with a particle, a subject or a pronoun attached.</summary>
    public bool HasAffix;

    /// <summary>For a rare word: it carries a preposition before and a pronoun behind («بجنوحها»), which no name does.</summary>
    public bool IsPhrase;

    /// <summary>For a rare word: it is written with the ف of a new clause, the ي of a verb, بال or the pronoun ه («فاحتسب», «يتقمص», «بالتخصصي», «حلمه»), which hardly a surname is.</summary>
    public bool IsInflected;

    /// <summary>Number of letters; 0 for a word of another script.</summary>
    public byte Letters;

    /// <summary>The first letter, folded.</summary>
    public char FirstLetter;

    /// <summary>The last letter as printed, with the commonest folds but a teh marbuta kept.</summary>
    public char LastLetter;

    public int ReadingCount;

    public readonly WordReading this[int index] => _readings[index];

    /// <summary>The reading as printed.</summary>
    public readonly WordReading Printed => _readings[0];

    /// <summary>Whether it stands right behind the word before and, read so, joins a row by a conjunction.</summary>
    public readonly bool ContinuesRow(int reading) => Joined && (_readings[reading].Particles & Proclitics.Conjunction) != 0;

    public void Add(WordReading reading)
    {
        if (ReadingCount < MaxReadings) _readings[ReadingCount++] = reading;
    }

    [InlineArray(MaxReadings)]
    private struct Readings
    {
        private WordReading _first;
    }
}

/// <summary>
/// The words of one piece of text, each with the ways to read it: «ولبنان» as printed, as «لبنان» behind و, as «بنان» behind ول. Which reading is meant, the
/// gazetteer decides.
/// </summary>
internal static class TextWords
{
    // عبدال, الدين, ابو, ابواب: «أبوابه» is no أبو
    private const string ServantOf = "\u0639\u0628\u062F\u0627\u0644", OfTheFaith = "\u0627\u0644\u062F\u064A\u0646", FatherOf = "\u0627\u0628\u0648", Doors = "\u0627\u0628\u0648\u0627\u0628";

    /// <summary>Adds the words of <paramref name="span"/> to <paramref name="words"/>. Linear in its length.</summary>
    public static void Read(ReadOnlySpan<char> text, TextSpan span, Gazetteer gazetteer, List<Word> words)
    {
        int previousEnd = -1;
        bool afterQuote = false, afterBracket = false;
        foreach (Token token in ArabicTokenizer.Tokenize(span.In(text)))
        {
            int start = span.Start + token.Span.Start;
            bool isQuote = token.Kind is TokenKind.Punctuation or TokenKind.Symbol && IsQuote(text[start]);
            if (isQuote && previousEnd >= 0) CollectionsMarshal.AsSpan(words)[^1].ClosesQuote = true;
            if (previousEnd >= 0 && text[start] == ')') CollectionsMarshal.AsSpan(words)[^1].ClosesBracket = true;
            if (token.Kind == TokenKind.Hashtag)
            {
                ReadHashtag(text, new TextSpan(start, token.Span.Length), gazetteer, words);
                previousEnd = -1;
            }
            else if (token.Kind == TokenKind.Word)
            {
                Word word = Read(text, new TextSpan(start, token.Span.Length), gazetteer);
                word.Joined = previousEnd >= 0 && IsJoin(text[previousEnd..start]);
                word.OpensQuote = afterQuote;
                word.OpensBracket = afterBracket;
                words.Add(word);
                previousEnd = word.Span.End;
            }
            else
            {
                previousEnd = -1;
            }

            afterQuote = isQuote;
            afterBracket = text[start] == '(';
        }
    }

    /// <summary>The hash under which the gazetteer knows a word; 0 for one that is not written in Arabic letters.</summary>
    public static ulong KeyOf(ReadOnlySpan<char> word) => WordLetters.TryRead(word, out WordLetters letters) ? KeyOfLetters(letters, 0, letters.Count, false) : 0;

    private static void ReadHashtag(ReadOnlySpan<char> text, TextSpan tag, Gazetteer gazetteer, List<Word> words)
    {
        int start = tag.Start + 1;
        bool first = true;
        for (int i = start; i <= tag.End; i++)
        {
            if (i < tag.End && text[i] != '_') continue;
            if (i > start && ArabicChars.ClassOf(text[start]) == CharClass.ArabicLetter)
            {
                Word word = Read(text, TextSpan.FromBounds(start, i), gazetteer);
                word.Joined = !first;
                first = false;
                words.Add(word);
            }

            start = i + 1;
        }
    }

    private static bool IsQuote(char c) => c is '"' or '\'' or '\u00AB' or '\u00BB' or (>= '\u2018' and <= '\u201F');

    private static bool IsJoin(ReadOnlySpan<char> gap)
    {
        if (gap is "-") return true;
        if (gap.IsEmpty || gap.Length > 4) return false;
        foreach (char c in gap)
            if (ArabicChars.IsLineBreak(c) || ArabicChars.ClassOf(c) != CharClass.Space) return false;
        return true;
    }

    private static Word Read(ReadOnlySpan<char> text, TextSpan span, Gazetteer gazetteer)
    {
        var word = new Word { Span = span };
        ReadOnlySpan<char> printed = span.In(text);
        if (!WordLetters.TryRead(printed, out WordLetters letters))
        {
            var hash = default(WordHash);
            foreach (char c in printed) hash = hash.Append(c);
            word.Add(new WordReading(-1, span.Start, hash.Mixed(), Proclitics.None));
            return word;
        }

        word.Letters = (byte)letters.Count;
        word.FirstLetter = letters[0];
        word.LastLetter = letters[letters.Count - 1];
        word.EndsInAlefMaksura = printed[^1] == ArabicChars.AlefMaksura;
        word.Shape = ShapeOf(letters, 0);
        word.IsStop = ArabicStopWords.Contains(printed);
        word.HasArticle = letters.Count > 3 && letters[0] == ArabicChars.Alef && letters[1] == ArabicChars.Lam;
        word.Level = (byte)WordLexicon.Default.Level(letters.Hash(0, letters.Count));
        if (word.Level > 1) word.StemLevel = word.Level;
        else (word.StemLevel, word.HasAffix) = StemOf(printed);
        word.IsPhrase = word.Level == 0 && IsPhrase(letters);
        word.IsInflected = word.HasAffix && IsInflected(letters);
        AddReading(0, false, Proclitics.None, letters, span, gazetteer, ref word);

        int start = 0;
        var particles = Proclitics.None;
        if (letters[0] is ArabicChars.Waw or ArabicChars.Feh && letters.Count >= 3 && letters.CanCut(1))
        {
            start = 1;
            particles = Proclitics.Conjunction;
            word.ShapeBehindConjunction = ShapeOf(letters, 1);
            word.LevelBehindConjunction = (byte)WordLexicon.Default.Level(letters.Hash(1, letters.Count));
            AddReading(start, false, particles, letters, span, gazetteer, ref word);
            AddPreposition(start, particles, letters, span, gazetteer, ref word);
        }

        AddPreposition(0, Proclitics.None, letters, span, gazetteer, ref word);
        return word;
    }

    private static void AddPreposition(int start, Proclitics particles, in WordLetters letters, TextSpan span, Gazetteer gazetteer, ref Word word)
    {
        if (letters.Count - start < 3 || letters[start] is not (ArabicChars.Beh or ArabicChars.Kaf or ArabicChars.Lam) || !letters.CanCut(start + 1)) return;
        particles |= letters[start] == ArabicChars.Kaf ? Proclitics.Preposition | Proclitics.Like : Proclitics.Preposition;
        AddReading(start + 1, false, particles, letters, span, gazetteer, ref word);

        // للقاهرة: the article has lost its alef behind the particle.
        if (letters[start] == ArabicChars.Lam && letters[start + 1] == ArabicChars.Lam)
            AddReading(start + 1, true, particles, letters, span, gazetteer, ref word);
    }

    private static void AddReading(int start, bool withAlef, Proclitics particles, in WordLetters letters, TextSpan span, Gazetteer gazetteer, ref Word word)
    {
        ulong key = KeyOfLetters(letters, start, letters.Count, withAlef);
        int id = gazetteer.WordId(key);
        WordHash rest = letters.Hash(start, letters.Count);
        int level = id < 0 ? 0 : WordLexicon.Default.Level(withAlef ? default(WordHash).Append(ArabicChars.Alef).Append(rest) : rest);
        word.Add(new WordReading(id, span.Start + letters.StartOf(start), key, particles, (byte)level));
    }

    // ب or ل before and ها or هم behind.
    private static bool IsPhrase(in WordLetters letters) => letters.Count >= 6 && letters[0] is ArabicChars.Beh or ArabicChars.Lam && letters[letters.Count - 2] == ArabicChars.Heh
        && letters[letters.Count - 1] is ArabicChars.Alef or ArabicChars.Meem;

    // «غاسيه» ends like foreign names.
    private static bool IsInflected(in WordLetters letters) => letters[0] is ArabicChars.Feh or ArabicChars.Yeh
        || (letters.Count > 6 && letters[0] == ArabicChars.Beh && letters[1] == ArabicChars.Alef && letters[2] == ArabicChars.Lam)
        || (letters.Count > 3 && letters[letters.Count - 1] == ArabicChars.Heh && letters[letters.Count - 2] != ArabicChars.Yeh);

    // Names of two words that are written as one.
    private static NameParts ShapeOf(in WordLetters letters, int start)
    {
        int count = letters.Count - start;
        if (count >= 8 && letters.HasAt(start, ServantOf)) return NameParts.Given;
        if (count >= 7 && letters.HasAt(letters.Count - OfTheFaith.Length, OfTheFaith)) return NameParts.Given;
        return count >= 6 && letters.HasAt(start, FatherOf) && !letters.HasAt(start, Doors) ? NameParts.Family : NameParts.None;
    }

    private static (byte Level, bool HasAffix) StemOf(ReadOnlySpan<char> printed)
    {
        WordSegmentation segmentation = ArabicSegmenter.Segment(printed);
        if (!WordLetters.TryRead(segmentation.Stem.In(printed), out WordLetters stem)) return default;
        WordHash hash = stem.Hash(0, stem.Count);
        bool hasAffix = false;
        foreach (WordSegment segment in segmentation)
            hasAffix |= segment.Kind is SegmentKind.Conjunction or SegmentKind.Preposition or SegmentKind.Future or SegmentKind.Subject or SegmentKind.Pronoun;
        return ((byte)Math.Max(WordLexicon.Default.Level(hash), WordLexicon.Default.Level(hash.Append(ArabicChars.TehMarbuta))), hasAffix);
    }

    /// <summary>The hash of letters <paramref name="start"/> to <paramref name="end"/>. The lexicon's form keeps the teh marbuta; names are matched without it.</summary>
    public static ulong KeyOfLetters(in WordLetters letters, int start, int end, bool withAlef)
    {
        var hash = default(WordHash);
        if (withAlef) hash = hash.Append(ArabicChars.Alef);
        for (int i = start; i < end; i++) hash = hash.Append(letters[i] == ArabicChars.TehMarbuta ? ArabicChars.Heh : letters[i]);
        return hash.Mixed();
    }
}
