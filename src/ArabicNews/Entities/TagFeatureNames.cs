using System.Globalization;
using System.Text;

namespace ArabicNews;

/// <summary>
/// What each kind of <see cref="TagFeatures{TKinds}"/> looks at, in words, in the order in which they are made. In braces stand what and of which word, 0 for the word itself and -1 for the one before it: w the word, t what
/// stands beside names, n names by the lists, r what the rules found, l how common it is, b and a the sign before and behind.
/// </summary>
internal static class TagFeatureNames
{
    private static readonly (TagFeatureSource Source, string[] Names)[] s_sources =
    [
        (TagFeatureSource.None,
        [
            "any word",
        ]),
        (TagFeatureSource.Words,
        [
            "the word {w0}", "{w-1} before it", "{w1} behind it", "{w-2} two words before it", "{w2} two words behind it", "{w-1} and {w0} together", "{w0} and {w1} together",
            "{w0} behind its particles", "{w-1} before it, behind its particles", "{w1} behind it, behind its particles", "the stem of {w0}", "the stem of {w-1} before it", "the stem of {w1} behind it",
            "the stem of {w-2} two words before it", "the stem of {w2} two words behind it", "{w-2} and {w-1} before it",
        ]),
        (TagFeatureSource.Letters,
        [
            "the first letter of {w0}", "the last letter of {w0}", "the first two letters of {w0}", "the last two letters of {w0}", "the first three letters of {w0}", "the last three letters of {w0}",
            "the first four letters of {w0}", "the last four letters of {w0}",
            "the first two letters of {w-1} before it", "the last two letters of {w-1} before it", "the first two letters of {w1} behind it", "the last two letters of {w1} behind it",
            "the first three letters of {w-1} before it", "the last three letters of {w-1} before it", "the first three letters of {w1} behind it", "the last three letters of {w1} behind it",
            "three letters within {w0}",
        ]),
        (TagFeatureSource.Shape,
        [
            "the length of {w0}", "the script of {w0}", "the particles of {w0}", "the particles of {w0} and how common the rest is", "the particles and endings of {w0}", "the endings of {w0}",
            "the endings of {w-1} before it", "the endings of {w1} behind it", "the particles of {w1} behind it",
            "how common {w0} is in news ({l0})", "how common {w0} is behind its particles", "how common the stem of {w0} is", "how common {w-1} before it is ({l-1})", "how common {w1} behind it is ({l1})",
            "how common {w0} ({l0}) and its stem are", "how common {w-1} ({l-1}) and {w0} ({l0}) are", "how common {w0} ({l0}) and {w1} ({l1}) are",
            "the sign before {w0} ({b0})", "the sign behind {w0} ({a0})", "the signs around {w0} ({b0}, {a0})", "the signs before {w-1} and {w0} ({b-1}, {b0})", "{w0} and the sign before it ({b0})",
            "how much the letters of {w0} look like a name", "how much the letters of {w0} behind its particles look like a name", "how much the letters of {w-1}, {w0} and {w1} look like names",
        ]),
        (TagFeatureSource.Lists,
        [
            "{w0} in names ({n0})", "{w0} behind its particles in names", "{w-1} ({n-1}) and {w0} ({n0}) in names", "{w0} ({n0}) and {w1} ({n1}) in names", "{w-1} ({n-1}), {w0} ({n0}) and {w1} ({n1}) in names",
            "{w0} in names ({n0}), and how common it is ({l0})", "{w0} in names ({n0}), and the sign before it ({b0})", "{w0} in names ({n0}), and the sign behind it ({a0})",
            "the gazetteer's places with {w0}", "the gazetteer's people with {w0}", "the gazetteer's short names with {w0}", "the gazetteer's organizations with {w0}",
            "the gazetteer's places with {w-1} before it", "the gazetteer's people with {w-1} before it", "the gazetteer's organizations with {w-1} before it",
            "the gazetteer's places with {w1} behind it", "the gazetteer's people with {w1} behind it", "the gazetteer's organizations with {w1} behind it",
            "long lists of people with {w0}", "long lists of places with {w0}", "translated lists of places with {w0}", "long lists of organizations with {w0}",
            "gazetteer and long lists on {w0}", "long lists on {w0}, and how common it is ({l0})", "the gazetteer on {w0}, how common it is ({l0}), and its particles", "long lists on {w0}, and {w0} in names ({n0})",
            "long lists on {w-1} and {w0}", "long lists on {w0} and {w1}", "{w0} in lists of names ({n0}), and how common it is ({l0})", "{w-1} ({n-1}) and {w0} ({n0}) in lists of names", "{w0} ({n0}) and {w1} ({n1}) in lists of names",
            "{w-1} before what long lists say of {w0}", "the stem of {w-1} before {w0} in names ({n0})", "{w-1} before {w0} in names ({n0})", "{w1} behind {w0} in names ({n0})", "the stem of {w1} behind what long lists say of {w0}",
        ]),
        (TagFeatureSource.Companions,
        [
            "what {w0} is beside names ({t0})", "what {w-1} before it is beside names ({t-1})", "what {w1} behind it is beside names ({t1})", "what {w-2} two words before it is beside names ({t-2})", "what {w2} two words behind it is beside names ({t2})",
            "{w-1} ({t-1}) before {w0} in names ({n0})", "{w-2} ({t-2}) and {w-1} ({t-1}) before {w0} in names ({n0})", "{w0} ({t0}) in names ({n0}) before {w1} ({t1})", "{w-1} ({t-1}) before what lists of places say of {w0}",
            "{w-1} ({t-1}) before {w0} as common as it is ({l0})", "what {w0} is beside names ({t0}), and its particles", "a title up to five words before {w0} in names ({n0})", "a verb of speech up to five words before {w0} in names ({n0})",
            "a head word of bodies up to five words before {w0} in names ({n0})", "a head word of bodies up to five words before what the gazetteer says of {w0} ({t0})", "a title up to five words before {w0}, after {w-1} ({t-1})",
        ]),
        (TagFeatureSource.Rules,
        [
            "what rules found at {w0} ({r0})", "what rules found at {w0} ({r0}), and how well founded", "what rules found at {w-1} ({r-1}) and {w0} ({r0})", "what rules found at {w0} ({r0}) and {w1} ({r1})",
            "what rules found at {w-1} ({r-1}), {w0} ({r0}) and {w1} ({r1})", "what rules found at {w0} ({r0}), and how common it is ({l0})", "what rules found at {w0} ({r0}), and {w0} in names ({n0})", "{w0} behind its particles, and what rules found ({r0})",
            "the stem of {w-1} before what rules found at {w0} ({r0})", "{w1} behind what rules found at {w0} ({r0})", "what rules found at {w0} ({r0}), and long lists on it", "what rules found at {w0} ({r0}), and the signs around it ({b0}, {a0})",
        ]),
        (TagFeatureSource.Use,
        [
            "words used like {w0}", "words used like {w-1} before it", "words used like {w1} behind it", "words used like {w-2} two words before it", "words used like {w2} two words behind it",
            "words used much like {w0}", "words used much like {w-1} before it", "words used much like {w1} behind it", "words used like {w-1} and {w0}", "words used like {w0} and {w1}",
            "words used like {w-1} before {w0} in names ({n0})", "words used like {w1} behind {w0} in names ({n0})", "words used much like {w-1} before what rules found at {w0} ({r0})",
        ]),
    ];

    private static readonly string[] s_names = [.. s_sources.SelectMany(source => source.Names)];
    private static readonly TagFeatureSource[] s_sourceOf = [.. s_sources.SelectMany(source => source.Names.Select(_ => source.Source))];

    private static readonly string[] s_signs =
        ["a blank", "nothing", "a hyphen", "a dash", "a full stop", "a comma", "a colon", "an opening bracket", "a closing bracket", "a quotation mark", "a sign of tags", "a slash", "a digit", "another sign", "the edge", "the end of a line or sentence"];

    /// <summary>Where <paramref name="kind"/>, from 1, comes from.</summary>
    public static TagFeatureSource SourceOf(int kind) => s_sourceOf[kind - 1];

    /// <summary>How many kinds there are.</summary>
    public static int Count => s_names.Length;

    /// <summary>The words of <paramref name="kind"/>, from 1, with their braces.</summary>
    public static string Of(int kind) => s_names[kind - 1];

    /// <summary>The same with what stands in the text.</summary>
    /// <param name="kind">The kind, from 1.</param>
    /// <param name="facts">The words of the run.</param>
    /// <param name="index">Which of them is looked at.</param>
    /// <param name="words">The same words.</param>
    /// <param name="source">The text that they stand in.</param>
    public static string Of(int kind, ReadOnlySpan<WordFacts> facts, int index, ReadOnlySpan<Word> words, string source)
    {
        ReadOnlySpan<char> name = s_names[kind - 1];
        var text = new StringBuilder();
        while (name.IndexOf('{') is >= 0 and var open)
        {
            int close = name.IndexOf('}'), at = index + int.Parse(name[(open + 2)..close], CultureInfo.InvariantCulture);
            text.Append(name[..open]);
            if ((uint)at >= (uint)facts.Length) text.Append("the edge");
            else text.Append(name[open + 1] switch
            {
                'w' => TraceText.Quote(words[at].Span.In(source)),
                't' => Triggers(facts[at].Triggers),
                'n' => Names(facts[at]),
                'r' => MentionTagger.NameOf(facts[at].Rule),
                'l' => facts[at].Level.ToString(CultureInfo.InvariantCulture),
                'b' => s_signs[facts[at].Before],
                _ => s_signs[facts[at].After],
            });
            name = name[(close + 1)..];
        }

        return text.Append(name).ToString();
    }

    private static string Triggers(int bits)
    {
        var names = new List<string>();
        if ((bits & WordFactsReader.Title) != 0) names.Add("a title");
        if ((bits & WordFactsReader.SpeechVerb) != 0) names.Add("a verb of speech");
        if ((bits & WordFactsReader.PlaceHead) != 0) names.Add("a head word of places");
        if ((bits & WordFactsReader.OrganizationHead) != 0) names.Add("a head word of organizations");
        if ((bits & WordFactsReader.Demonym) != 0) names.Add("a nationality");
        if ((bits & WordFactsReader.BodyHead) != 0) names.Add("a head word of what bears names");
        if ((bits & WordFactsReader.Stop) != 0) names.Add("a word of grammar");
        if ((bits & WordFactsReader.Article) != 0) names.Add("with the article");
        if ((bits & WordFactsReader.MaksuraEnd) != 0) names.Add("ending in alef maksura");
        if ((bits & WordFactsReader.FeminineEnd) != 0) names.Add("ending in teh marbuta");
        if ((bits & WordFactsReader.Inflected) != 0) names.Add("inflected");
        return names.Count == 0 ? "a plain word" : string.Join(", ", names);
    }

    private static string Names(in WordFacts word)
    {
        var names = new List<string>();
        if ((word.Parts & NameParts.Given) != 0) names.Add("given");
        if ((word.Parts & NameParts.Family) != 0) names.Add("family");
        if ((word.Parts & NameParts.Particle) != 0) names.Add("particle");
        if ((word.Parts & NameParts.Common) != 0) names.Add("also a word");
        if ((word.Listed & ListedAs.First) != 0) names.Add("begins names");
        if ((word.Listed & ListedAs.Last) != 0) names.Add("ends names");
        if ((word.Listed & ListedAs.OftenName) != 0) names.Add("of many names");
        else if ((word.Listed & ListedAs.Name) != 0) names.Add("of names");
        if (word.NameLevel > 0) names.Add(string.Create(CultureInfo.InvariantCulture, $"name in news: {word.NameLevel} of 3"));
        return names.Count == 0 ? "in none" : string.Join(", ", names);
    }
}
