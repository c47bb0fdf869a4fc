using System.Text.Json;
using ArabicNews.Tests.Support;

namespace ArabicNews.Lucene.Tests;

/// <summary>Holds the analyzer that we have against the chain that a cluster would build from our settings.</summary>
public sealed class ClusterAnalyzerTests
{
    private static readonly JsonElement s_analysis = JsonDocument.Parse(ClusterExport.CreateIndex()).RootElement.GetProperty("settings").GetProperty("analysis");

    private static readonly (ClusterAnalyzer Ours, ClusterChain Theirs)[] s_pairs =
    [
        (new ClusterAnalyzer(), ClusterChain.Read(s_analysis, "arabicnews")),
        (new ClusterAnalyzer(ClusterTerms.Words), ClusterChain.Read(s_analysis, "arabicnews_word")),
        (new ClusterAnalyzer(ClusterTerms.Grams), ClusterChain.Read(s_analysis, "arabicnews_grams")),
    ];

    [Theory]
    [InlineData("")]
    [InlineData("زار الوزير مدينة درنة الليبية، وقال.الوزير")]
    [InlineData("مُحَمَّـــد بن سَلمان\u200F \u200Fوالـ30 مؤتمرا في ٢٠٢٤")]
    [InlineData("1,234,567 و12,345.60 و1,5 و12345,678 و1,23 و1,234,56 و٣٬٤٥٦٫٧ و1,2,3,4,5,6,7,8,9,10,11")]
    [InlineData("ﻣﺤﻤﺪ ﷺ ﷲ ﻻ، ﷽")]
    [InlineData("مو\u0654من مسو\u064F\u0654ول ي\u0650\u0651\u0654 ا\u0654حمد مسي\u0654ول")]
    [InlineData("#كأس_العالم @user https://x.example/?q=1 F16 İstanbul ÉCOLE e\u0301cole")]
    [InlineData("لبنان لبناني والمستشفيات مدرستهم مكتبة مكتبه وزراء إلى الذي هذه هذة")]
    [InlineData("قال\u064B\u064B \u064Bقال \u200Fكلمة\u200F.\u200F")]
    public void Terms_AreTheCluster_s(string text) => Compare(text);

    [Fact]
    public void LongTerms_AreCutAlike() => Compare(new string('م', 300) + " " + new string('7', 200) + " " + string.Join(',', Enumerable.Repeat("123", 60)));

    [Fact]
    public void SeedPages_HaveTheClusters_Terms()
    {
        foreach (string file in Directory.EnumerateFiles(RepositoryFiles.InRepository("seeds/articles"), "*.txt").Order(StringComparer.Ordinal)) Compare(File.ReadAllText(file));
    }

    [Fact]
    public void RandomTexts_HaveTheClusters_Terms()
    {
        // A hamza behind more marks than a rule can have is what a cluster loses; combining ones are in the examples above. Half of a surrogate pair makes Lucene's lower case read on behind the term.
        foreach (string text in TokenStreamChecks.RandomNews(seed: 31, count: 1000).Concat(TokenStreamChecks.RandomTexts(seed: 32, count: 4000)))
            if (!text.AsSpan().ContainsAnyInRange('\u0653', '\u0655')) Compare(text);
    }

    // Every sentence of the annotated news and encyclopedia, every query in each of its spellings, every title, a paragraph in four; at night every paragraph, and the bodies of Saudi news, thrice as much as all of it.
    [SharedDataFact("data/retrieval")]
    public void DevTexts_HaveTheClusters_Terms()
    {
        int every = Nightly.IsOn ? 1 : 4;
        string shared = RepositoryFiles.InShared("data")!;
        int count = 0;
        foreach (string file in Directory.EnumerateFiles(shared, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            if (file.Contains("saudinews", StringComparison.Ordinal) && !Nightly.IsOn) continue;
            IEnumerable<string> texts = Path.GetFileName(file) switch
            {
                "docs.jsonl" => File.ReadLines(file).Where((_, i) => i % every == 0 || file.Contains("ans-dev", StringComparison.Ordinal)).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("text").GetString()!),
                "queries.tsv" => File.ReadLines(file).Select(line => line.Split('\t', 2)[1]),
                var name when name.EndsWith(".dev.conll", StringComparison.Ordinal) => Sentences(file),
                _ => [],
            };
            foreach (string text in texts) Compare(text, count++ % 8 == 0 ? s_pairs : s_pairs[..1]);
        }

        Assert.True(count > 20_000, $"only {count} texts");
    }

    [Fact]
    public void Stream_IsWhatLuceneDemands()
    {
        foreach ((ClusterAnalyzer ours, _) in s_pairs)
            foreach (string text in TokenStreamChecks.RandomNews(seed: 33, count: 200).Concat(TokenStreamChecks.RandomTexts(seed: 34, count: 500))) TokenStreamChecks.Analyze(ours, text);
    }

    private static readonly ArabicNormalizer s_lowerCase = new(ArabicNormalization.FoldCase);

    private static IEnumerable<string> Sentences(string file)
    {
        var words = new List<string>();
        foreach (string line in File.ReadLines(file).Append(""))
        {
            if (line.Length > 0)
            {
                words.Add(line.Split([' ', '\t'], 2)[0]);
                continue;
            }

            yield return string.Join(' ', words);
            words.Clear();
        }
    }

    private static void Compare(string text, params ReadOnlySpan<(ClusterAnalyzer Ours, ClusterChain Theirs)> pairs)
    {
        // Capitals that our Unicode tables do not have yet: .NET without ICU has a newer list than with it, and the filters of the chain ask .NET.
        text = string.Concat(text.Select(c => char.ToLowerInvariant(c) != c && s_lowerCase.Normalize($"{c}") == $"{c}" ? ' ' : c));
        foreach ((ClusterAnalyzer ours, ClusterChain theirs) in pairs.IsEmpty ? s_pairs : pairs)
        {
            List<StreamToken> expected = TokenStreamChecks.Analyze(theirs, text), found = TokenStreamChecks.Analyze(ours, text);
            if (!expected.SequenceEqual(found)) Assert.Fail($"{text}\ncluster: {string.Join(' ', expected.Except(found).Take(9))}\nours:    {string.Join(' ', found.Except(expected).Take(9))}");
        }
    }
}
