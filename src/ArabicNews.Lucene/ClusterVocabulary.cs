using System.Collections.Immutable;
using Lucene.Net.Util;
using LightStemmer = Lucene.Net.Analysis.Ar.ArabicStemmer;

namespace ArabicNews.Lucene;

/// <summary>
/// The tables of <see cref="ClusterAnalyzer"/> as a cluster can be told them: which characters become which, which words are left out, which keep all their letters and which have another stem than Lucene's light stemmer gives them. Made
/// out of the library's own normalizer and stemmer, by asking them. The analyzer takes the known words and the stop words alone; the other tables, a tenth of a second of work, are made when first asked for.
/// </summary>
internal sealed class ClusterVocabulary
{
    // As for search, but what a cluster's own filters do (case) or its tokenizer makes needless (spaces), and the teh marbuta, which the stemmer wants to see.
    private const ArabicNormalization Forms = ArabicNormalization.Search & ~(ArabicNormalization.FoldTehMarbuta | ArabicNormalization.FoldCase | ArabicNormalization.FoldSpaces);

    private const char FirstMark = '\u064B', LastMark = '\u0652', Shadda = '\u0651', LastVowel = '\u0650';
    private const char MaddahAbove = '\u0653', HamzaBelow = '\u0655';

    private static readonly Lazy<ClusterVocabulary> s_default = new(() => new ClusterVocabulary());

    private static readonly ArabicNormalizer s_mapped = new(Forms);

    private static readonly LightStemmer s_light = new();

    // Blocks with letters that a combining hamza can join, whole or spelled out: Arabic and its supplements, its presentation forms.
    private static readonly (char First, char Last)[] s_blocks = [('\u0600', '\u06FF'), ('\u0750', '\u077F'), ('\u0870', '\u08FF'), ('\uFB50', '\uFDFF'), ('\uFE70', '\uFEFF')];

    private readonly HashSet<string> _known;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _knownLetters;
    private readonly Lazy<ImmutableArray<(string From, string To)>> _mappings = new(() => [.. ReadMappings().OrderBy(rule => rule.From, StringComparer.Ordinal)]);
    private readonly Lazy<(ImmutableArray<string> Keywords, ImmutableArray<(string Stem, ImmutableArray<string> Words)> Stems)> _stems;

    private ClusterVocabulary()
    {
        _known = new HashSet<string>(ArabicSegmenter.GetKnownWords(), StringComparer.Ordinal);
        _knownLetters = _known.GetAlternateLookup<ReadOnlySpan<char>>();
        _stems = new(ReadStems);
        StopWords = [.. ReadStopWords().Order(StringComparer.Ordinal)];
    }

    public static ClusterVocabulary Default => s_default.Value;

    /// <summary>What is done to a text before it is cut into words, case included.</summary>
    public static ArabicNormalizer Normalizer { get; } = new(Forms | ArabicNormalization.FoldCase);

    /// <summary>Strings of the text and what they become, the longest that fits first; in ordinal order.</summary>
    public ImmutableArray<(string From, string To)> Mappings => _mappings.Value;

    /// <summary>Normalized words that are left out, in ordinal order.</summary>
    public ImmutableArray<string> StopWords { get; }

    /// <summary>Words that are their own stem, where the light stemmer would cut them; in ordinal order.</summary>
    public ImmutableArray<string> Keywords => _stems.Value.Keywords;

    /// <summary>Stems with the words that have them, where the light stemmer gives those another; in ordinal order.</summary>
    public ImmutableArray<(string Stem, ImmutableArray<string> Words)> Stems => _stems.Value.Stems;

    /// <summary>The stem of a normalized word: ours where the word is known, else what the light stemmer leaves. The teh marbuta is written as in search.</summary>
    /// <param name="letters">The word; it is written over.</param>
    /// <param name="length">How many letters it has.</param>
    /// <returns>Where in <paramref name="letters"/> the stem is.</returns>
    public TextSpan Stem(char[] letters, int length)
    {
        Span<char> word = letters.AsSpan(0, length);
        return _knownLetters.Contains(word) ? StemLetters.TakeStem(word) : StemLightly(letters, length);
    }

    private static TextSpan StemLightly(char[] letters, int length)
    {
        length = s_light.Stem(letters, length);
        letters.AsSpan(0, length).Replace(StemLetters.TehMarbuta, StemLetters.Heh);
        return new TextSpan(0, length);
    }

    private static IEnumerable<(string From, string To)> ReadMappings()
    {
        var lowerCase = new ArabicNormalizer(ArabicNormalization.FoldCase);
        for (int c = 0; c <= char.MaxValue; c++)
        {
            string from = ((char)c).ToString(), to = s_mapped.Normalize(from);
            if (to != from) yield return (from, to);

            // Where a cluster writes lower case in another way: the dotted capital I.
            else if (lowerCase.Normalize(from) is { } lower && lower[0] != char.ToLowerInvariant((char)c)) yield return (from, lower);
        }

        foreach ((char first, char last) in s_blocks)
            for (char letter = first; letter <= last; letter++)
                for (char mark = MaddahAbove; mark <= HamzaBelow; mark++)
                    foreach ((string From, string To) rule in ReadCompositions(letter, mark)) yield return rule;
    }

    // A hamza joins its letter, also behind the vowels that canonical order puts between: one mark, or a vowel and a shadda. Where the letter loses its hamza anyway, the rules of single characters say so.
    private static IEnumerable<(string From, string To)> ReadCompositions(char letter, char mark)
    {
        string plain = s_mapped.Normalize(letter.ToString());
        if (s_mapped.Normalize($"{letter}{mark}") is not { } composed || composed == plain) yield break;
        yield return ($"{letter}{mark}", composed);
        for (char vowel = FirstMark; vowel <= LastMark; vowel++)
        {
            yield return ($"{letter}{vowel}{mark}", composed);
            if (vowel <= LastVowel) yield return ($"{letter}{vowel}{Shadda}{mark}", composed);
        }
    }

    // The list is written as Match writes; here a word still has its teh marbuta.
    private static IEnumerable<string> ReadStopWords()
    {
        foreach (string word in ArabicStopWords.Words.Concat([ArabicNewsStopFilter.And, ArabicNewsStopFilter.The]).Distinct(StringComparer.Ordinal))
        {
            yield return word;
            if (word[^1] == StemLetters.Heh) yield return word[..^1] + StemLetters.TehMarbuta;
        }
    }

    private (ImmutableArray<string> Keywords, ImmutableArray<(string Stem, ImmutableArray<string> Words)> Stems) ReadStems()
    {
        var keywords = new List<string>();
        var stems = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (string word in _known.Order(StringComparer.Ordinal))
        {
            char[] letters = word.ToCharArray(), light = word.ToCharArray();
            string stem = StemLetters.TakeStem(letters).In(letters).ToString(), otherwise = StemLightly(light, light.Length).In(light).ToString();
            if (stem == otherwise) continue;
            if (stem == new string(letters)) keywords.Add(word);
            else if (stems.TryGetValue(stem, out List<string>? words)) words.Add(word);
            else stems.Add(stem, [word]);
        }

        return ([.. keywords], [.. stems.Select(pair => (pair.Key, pair.Value.ToImmutableArray()))]);
    }
}
