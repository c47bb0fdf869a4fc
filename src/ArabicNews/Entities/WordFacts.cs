using System.Runtime.CompilerServices;

namespace ArabicNews;

/// <summary>What the tagger knows of one word by itself and by the lists of names; the features are built of these of the word and its neighbours.</summary>
internal struct WordFacts
{
    /// <summary>Trigrams that are looked at; a longer word has all its edges in the endings and beginnings.</summary>
    public const int MaxTrigrams = 8;

    /// <summary>Its letters, folded; the same behind its particles, article kept; the stem.</summary>
    public ulong Key, Rest, Stem;

    /// <summary>The first letters of the rest and the last of the word: 1 to 4.</summary>
    public Affixes4 Beginnings, Endings;

    public TrigramHashes Trigrams;

    public int TrigramCount;

    /// <summary>Which particles stand before it, and which kinds of endings behind.</summary>
    public byte Particles, Suffixes;

    public byte Length, Script, Level, RestLevel, StemLevel;

    /// <summary>What the lexicon and the letters tell of it as a name: of the word, and of the rest.</summary>
    public byte NameLevel, RestNameLevel, Likeness, RestLikeness;

    public NameParts Parts, RestParts;

    /// <summary>What stands right before and behind it.</summary>
    public byte Before, After;

    /// <summary>Its place (BIES, from 1) in the longest place, person, short form and body of the gazetteer that holds it; 0 in none. Also in the lists.</summary>
    public byte Place, Person, Short, Organization, ListedPerson, ListedPlace, DoubtfulPlace, ListedOrganization;

    public ListedAs Listed;

    /// <summary>One bit for each kind of word that stands beside names, and one for a word of grammar.</summary>
    public ushort Triggers;

    /// <summary>What the rules say: a label, and how well founded it is.</summary>
    public byte Rule, RuleStrength;

    /// <summary>Its <see cref="WordClusters"/>; 0 for none.</summary>
    public ushort Coarse, Fine;

    [InlineArray(4)]
    public struct Affixes4
    {
        private ulong _first;
    }

    [InlineArray(MaxTrigrams)]
    public struct TrigramHashes
    {
        private ulong _first;
    }
}
