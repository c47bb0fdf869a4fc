namespace ArabicNews.Lucene;

/// <summary>Settings of an <see cref="ArabicNewsAnalyzer"/>. An index and the queries against it must use the same.</summary>
public sealed record ArabicNewsAnalyzerOptions
{
    /// <summary>The defaults, which rank best.</summary>
    public static ArabicNewsAnalyzerOptions Default { get; } = new();

    /// <summary>One term a word, its stem: an index a third as large, analysis in half the time, and ranking a little worse.</summary>
    public static ArabicNewsAnalyzerOptions Lean { get; } = new() { Forms = TermForms.Stem, Names = NameTerms.None };

    /// <summary>One term a word, the word as it is written but for its spelling, stop words too: for finding exactly these words.</summary>
    public static ArabicNewsAnalyzerOptions Exact { get; } = new() { StopWords = false, Forms = TermForms.Word, Names = NameTerms.None };

    /// <summary>Whether stop words (<see cref="ArabicNewsStopFilter"/>) are left out; each leaves a gap of one position. True by default.</summary>
    public bool StopWords { get; init; } = true;

    /// <summary>
    /// The terms that a word becomes, all at one position. All three rank best; <see cref="TermForms.Stem"/> alone makes an index about a third as large, and ranking a little worse;
    /// <see cref="TermForms.Word"/> alone, without stop words left out, is for finding words as they are written.
    /// </summary>
    public TermForms Forms { get; init; } = TermForms.All;

    /// <summary>
    /// The names of <see cref="Gazetteer"/> that also become one term each, whole, beside the terms of their words: <c>@</c> and the id, which other names of the same place, person or body share. Places of several words by default
    /// (<c>الولايات المتحدة</c>); more names find more and change the order of results a little.
    /// </summary>
    public NameTerms Names { get; init; } = NameTerms.Places;

    /// <summary>Where names come from; <see cref="Gazetteer.Default"/> by default.</summary>
    public Gazetteer Gazetteer { get; init; } = Gazetteer.Default;

    /// <summary>Words and phrases that also become a term of their group, <c>&amp;</c> and its name; none by default.</summary>
    public SynonymList? Synonyms { get; init; }
}

/// <summary>The terms that a word can become; see <see cref="ArabicNewsStemFilter"/>.</summary>
[Flags]
public enum TermForms
{
    /// <summary>None; no setting of an analyzer.</summary>
    None = 0,
    /// <summary>The stem, unmarked.</summary>
    Stem = 1,
    /// <summary>The normalized word, marked <c>=</c>.</summary>
    Word = 2,
    /// <summary>What is left of the stem without long vowels and the letters that patterns put before a root, marked <c>~</c>.</summary>
    Skeleton = 4,
    /// <summary>All three, in this order.</summary>
    All = Stem | Word | Skeleton,
}

/// <summary>The names that become a term of their own. A place whose name is also a word is none, as long as nothing but its name is known.</summary>
[Flags]
public enum NameTerms
{
    /// <summary>None.</summary>
    None = 0,
    /// <summary>Places.</summary>
    Places = 1,
    /// <summary>People, by whole names.</summary>
    People = 2,
    /// <summary>Bodies.</summary>
    Organizations = 4,
    /// <summary>Those of one word too, so that all names of a place meet: <c>أميركا</c> and <c>الولايات المتحدة</c>. Alone it means nothing.</summary>
    SingleWords = 8,
    /// <summary>All of them.</summary>
    All = Places | People | Organizations | SingleWords,
}
