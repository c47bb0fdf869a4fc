namespace ArabicNews;

/// <summary>
/// Reads a body word by word and keeps the smallest hashes of its sequences of <see cref="Width"/> words, and the smallest of its figures. Hashes are spread evenly, so the smallest are a random sample, and the same sequences are sampled from
/// every text that has them (bottom-k sketch: Broder, On the resemblance and containment of documents, 1997).
/// </summary>
internal ref struct StorySketcher(Span<uint> roomForSequences, Span<uint> roomForFigures)
{
    /// <summary>Words in a sequence. Of five, small edits break too many; of three, two reports about one event share too many.</summary>
    public const int Width = 4;

    // Room for what is not sorted yet: sorting is done once for as many hashes as are kept at least.
    public const int RoomForSequences = 4 * StorySignature.MaxSequences, RoomForFigures = 4 * StorySignature.MaxFigures;

    public const int TermBufferLength = 512;

    private Smallest _sequences = new(roomForSequences, StorySignature.MaxSequences);
    private Smallest _figures = new(roomForFigures, StorySignature.MaxFigures);

    // The hashes of the last words.
    private ulong _first;
    private ulong _second;
    private ulong _third;
    private int _words;

    /// <summary>Reads on. Sequences run over the edges of parts: one outlet's paragraphs are another's single one.</summary>
    public void Add(ReadOnlySpan<char> part, Span<char> buffer)
    {
        foreach (IndexTerm term in ArabicTokenizer.SplitTerms(part, ArabicNormalizer.Match, buffer))
        {
            if (term.Token.Kind == TokenKind.Word) AddWord(HashOfWord(term.Text));
            else if (term.Token.Kind == TokenKind.Number) AddFigure(HashOfFigure(term.Text));
        }
    }

    public ReadOnlySpan<uint> GetSequences() => _sequences.Take();

    public ReadOnlySpan<uint> GetFigures() => _figures.Take();

    private void AddFigure(ulong hash)
    {
        if (hash == 0) return;
        _figures.Add((uint)(Mix(hash) >> 32));
        AddWord(hash);
    }

    private void AddWord(ulong hash)
    {
        if (hash == 0) return;
        if (++_words >= Width) _sequences.Add((uint)(Mix(Mix(Mix(Mix(_first) + _second) + _third) + hash) >> 32));
        (_first, _second, _third) = (_second, _third, hash);
    }

    // 0 for a word of nothing but letters that are left out: هو, أي.
    private static ulong HashOfWord(ReadOnlySpan<char> word)
    {
        ulong hash = 0;
        foreach (char letter in word)
        {
            char key = KeyOf(letter);
            if (key != 0) hash = (hash ^ key) * Prime;
        }

        return hash;
    }

    // Grouping and decimal signs differ between outlets: 1,000 and 1000.
    private static ulong HashOfFigure(ReadOnlySpan<char> number)
    {
        ulong hash = 0;
        foreach (char digit in number)
            if (char.IsAsciiDigit(digit)) hash = (hash ^ digit) * Prime;
        return hash;
    }

    private static char KeyOf(char letter) => letter switch
    {
        ArabicChars.Alef or ArabicChars.Waw or ArabicChars.Yeh or ArabicChars.Heh or ArabicChars.Hamza => '\0',
        _ => letter,
    };

    private const ulong Prime = 0x100000001B3;

    // The finisher of SplitMix64 (Steele, Lea, Flood 2014).
    private static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }

    /// <summary>The smallest of the numbers that were added, each once.</summary>
    private ref struct Smallest(Span<uint> room, int count)
    {
        private readonly Span<uint> _room = room;
        private readonly int _most = count;
        private int _count;
        private uint _limit = uint.MaxValue;

        public void Add(uint number)
        {
            if (number >= _limit) return;
            if (_count == _room.Length) Sort();
            _room[_count++] = number;
        }

        public ReadOnlySpan<uint> Take()
        {
            Sort();
            return _room[.._count];
        }

        private void Sort()
        {
            Span<uint> numbers = _room[.._count];
            numbers.Sort();
            int kept = 0;
            for (int i = 0; i < numbers.Length && kept < _most; i++)
                if (kept == 0 || numbers[i] != numbers[kept - 1]) numbers[kept++] = numbers[i];
            _count = kept;
            if (kept == _most) _limit = numbers[kept - 1];
        }
    }
}
