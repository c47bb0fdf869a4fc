using System.Globalization;
using System.Reflection;

namespace ArabicNews.Tests.Entities;

/// <summary>The names of features stand apart from the code that makes them; here one is held to the other.</summary>
public class TagFeatureNamesTests
{
    private const int Middle = 5;

    [Fact]
    public void Names_AreAsManyAsKinds()
    {
        var kinds = new HashSet<int>();
        foreach (int seed in Enumerable.Range(1, 20)) kinds.UnionWith(Features(Words((ulong)seed)).Keys);

        kinds.Should().BeEquivalentTo(Enumerable.Range(1, TagFeatureNames.Count));
    }

    /// <summary>A feature that changes with a word says so by its number in braces, and one that says so changes with some fact of that word; titles and heads are looked for up to five words before.</summary>
    [Theory]
    [InlineData(-2)]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Names_SayWhichWordsAreLookedAt(int offset)
    {
        WordFacts[] words = Words(1);
        Dictionary<int, ulong[]> before = Features(words);
        var changed = new HashSet<int>();
        for (ulong seed = 2; seed < 8; seed++)
        {
            WordFacts[] other = [.. words];
            other[Middle + offset] = Words(seed)[Middle + offset];
            foreach ((int kind, ulong[] features) in Features(other))
                if (!before.TryGetValue(kind, out ulong[]? old) || !old.SequenceEqual(features)) changed.Add(kind);
        }

        for (int kind = 1; kind <= TagFeatureNames.Count; kind++)
        {
            string name = TagFeatureNames.Of(kind);
            bool says = Offsets(name).Contains(offset), looksBack = name.Contains("up to five words before", StringComparison.Ordinal);
            if (offset > 0 || !looksBack) changed.Contains(kind).Should().Be(says, "of word {0}: {1}", offset, name);
            else if (says) changed.Should().Contain(kind, "of word {0}: {1}", offset, name);
        }
    }

    [Fact]
    public void Sources_FollowEachOther()
    {
        TagFeatureSource[] sources = [.. Enumerable.Range(1, TagFeatureNames.Count).Select(TagFeatureNames.SourceOf)];

        sources.Should().BeInAscendingOrder();
        sources.Distinct().Should().BeEquivalentTo(Enum.GetValues<TagFeatureSource>());
    }

    [Fact]
    public void AnyChange_OfWhatRulesFound_ChangesFeaturesThatSaySo()
    {
        WordFacts[] words = Words(1), other = [.. words];
        other[Middle].Rule++;
        Dictionary<int, ulong[]> before = Features(words);

        int[] changed = [.. Features(other).Where(pair => !before.TryGetValue(pair.Key, out ulong[]? old) || !old.SequenceEqual(pair.Value)).Select(pair => pair.Key)];

        changed.Select(TagFeatureNames.Of).Should().NotBeEmpty().And.OnlyContain(name => name.Contains("rules found", StringComparison.Ordinal));
        Enumerable.Range(1, TagFeatureNames.Count).Where(kind => TagFeatureNames.SourceOf(kind) == TagFeatureSource.Rules).Should().BeSubsetOf(changed);
    }

    private static Dictionary<int, ulong[]> Features(WordFacts[] words)
    {
        var kinds = new KeptFeatureKinds();
        ReadOnlySpan<ulong> features = new TagFeatures<KeptFeatureKinds>(words, new ulong[TagFeatures.MaxCount], kinds).Of(Middle);
        return features.ToArray().Select((feature, i) => (feature, kind: (int)kinds.Kinds[i])).GroupBy(pair => pair.kind).ToDictionary(group => group.Key, group => group.Select(pair => pair.feature).ToArray());
    }

    private static IEnumerable<int> Offsets(string name)
    {
        for (int open = name.IndexOf('{', StringComparison.Ordinal); open >= 0; open = name.IndexOf('{', open + 1))
            yield return int.Parse(name.AsSpan(open + 2, name.IndexOf('}', open) - open - 2), CultureInfo.InvariantCulture);
    }

    // Facts that no word has, all of them something, so that each feature is there and each fact matters.
    private static WordFacts[] Words(ulong seed)
    {
        var words = new WordFacts[(2 * Middle) + 1];
        for (int i = 0; i < words.Length; i++)
        {
            object word = new WordFacts();
            foreach (FieldInfo field in typeof(WordFacts).GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
            {
                seed = (seed * 6364136223846793005) + 1442695040888963407;
                if (field.FieldType == typeof(ulong)) field.SetValue(word, seed | 1);
                else if (field.FieldType == typeof(ushort)) field.SetValue(word, (ushort)((seed >> 40) | 1));
                else if (field.FieldType == typeof(byte)) field.SetValue(word, (byte)(1 + ((seed >> 40) % 12)));
                else if (field.FieldType == typeof(NameParts)) field.SetValue(word, (NameParts)(1 + ((seed >> 40) % 15)));
                else if (field.FieldType == typeof(ListedAs)) field.SetValue(word, (ListedAs)(1 + ((seed >> 40) % 255)));
            }

            words[i] = (WordFacts)word;
            words[i].TrigramCount = WordFacts.MaxTrigrams;
            for (int j = 0; j < WordFacts.MaxTrigrams; j++) words[i].Trigrams[j] = seed + (ulong)j;
            for (int j = 0; j < 4; j++) (words[i].Beginnings[j], words[i].Endings[j]) = (seed ^ ((ulong)j + 1), seed ^ ((ulong)j + 77));

            // So that what stands before is looked at at all.
            words[i].Before = (byte)(seed % 2 == 0 ? 0 : 2);
        }

        return words;
    }
}
